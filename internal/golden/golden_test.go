package golden

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

// told keeps what Check says instead of failing.
type told struct {
	testing.TB
	words string
}

func (*told) Helper()                          {}
func (f *told) Errorf(format string, a ...any) { f.words = fmt.Sprintf(format, a...) }

func TestCheckNamesTheFirstDifference(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a.txt")
	if err := os.WriteFile(file, []byte("one\ntwo\nthree"), 0o644); err != nil {
		t.Fatal(err)
	}
	for got, want := range map[string]string{
		"one\ntwo\nthree":       "",
		"one\n2\nthree":         "got 2, want two",
		"one\ntwo":              "fewer lines than before",
		"one\ntwo\nthree\nfour": "more lines than before: four",
	} {
		f := &told{TB: t}
		Check(f, file, got)
		if want != "" {
			want = "differs from " + file + ": " + want + "; see " + file + ".got, or run with -update"
		}
		if f.words != want {
			t.Errorf("%q: said %q, want %q", got, f.words, want)
		}
	}
	if b, err := os.ReadFile(file + ".got"); err != nil || len(b) == 0 {
		t.Errorf("what came is not kept: %v", err)
	}
}
