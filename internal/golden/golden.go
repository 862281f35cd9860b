// Package golden compares what a test came to with a file that somebody has
// looked at: text in testdata that is rewritten with -update (make golden).
// Only tests import it.
package golden

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// Updating reports whether golden files are to be rewritten, for tests whose
// files are not text.
func Updating() bool { return *update }

// Check fails the test where got is not what the file holds; got then stands in
// FILE.got beside it.
func Check(t testing.TB, file, got string) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got == string(want) {
		return
	}
	if err := os.WriteFile(file+".got", []byte(got), 0o644); err != nil {
		t.Fatal(err)
	}
	t.Errorf("differs from %s: %s; see %s.got, or run with -update", file, difference(got, string(want)), file)
}

// difference names the first line that is another.
func difference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range g {
		if i >= len(w) {
			return "more lines than before: " + g[i]
		}
		if g[i] != w[i] {
			return "got " + g[i] + ", want " + w[i]
		}
	}
	return "fewer lines than before"
}
