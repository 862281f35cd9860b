package crash

import (
	"os"
	"strings"
	"testing"
)

func TestCrashIsKnownAtTheNextStart(t *testing.T) {
	dir := t.TempDir()
	g, crashed, err := Begin(dir, "1.2.3")
	if err != nil || crashed {
		t.Fatalf("first start: crashed %v, %v", crashed, err)
	}
	func() {
		defer func() {
			if recover() == nil {
				t.Error("the panic was swallowed")
			}
		}()
		defer g.Catch()
		panic("index out of range")
	}()
	g, crashed, err = Begin(dir, "1.2.3")
	if err != nil || !crashed {
		t.Fatalf("after a crash: crashed %v, %v", crashed, err)
	}
	b, err := os.ReadFile(g.Report())
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"1.2.3", "index out of range", "TestCrashIsKnown"} {
		if !strings.Contains(string(b), want) {
			t.Errorf("the report does not say %q", want)
		}
	}
	g.End()
	if _, crashed, _ := Begin(dir, "1.2.3"); crashed {
		t.Error("a good end counts as a crash")
	}
}
