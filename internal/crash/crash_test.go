package crash

import (
	"os"
	"os/exec"
	"strings"
	"testing"
)

// TestMain lets this test binary be a program that dies, in the folder named.
func TestMain(m *testing.M) {
	dir := os.Getenv("CRASH_IN")
	if dir == "" {
		os.Exit(m.Run())
	}
	g, _, err := Begin(dir, "1.2.3")
	if err != nil {
		panic(err)
	}
	if os.Getenv("CRASH_HOW") == "panic" {
		go func() { panic("index out of range on another goroutine") }()
		select {}
	}
	if os.Getenv("CRASH_HOW") == "end" {
		if err := g.End(); err != nil {
			panic(err)
		}
	}
	os.Exit(0)
}

func TestTheNextStartKnows(t *testing.T) {
	for _, c := range []struct {
		how     string
		crashed bool
		report  []string // words of it; none: no report
	}{
		{"end", false, nil},
		{"panic", true, []string{"1.2.3", "index out of range on another goroutine", "TestMain"}},
		{"kill", true, nil},
	} {
		dir := t.TempDir()
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), "CRASH_IN="+dir, "CRASH_HOW="+c.how)
		if err := cmd.Run(); (err != nil) != (c.how == "panic") {
			t.Fatalf("%s: %v", c.how, err)
		}
		g, crashed, err := Begin(dir, "1.2.3")
		if err != nil || crashed != c.crashed {
			t.Errorf("%s: crashed %v, %v", c.how, crashed, err)
		}
		if (g.Report() != "") != (c.report != nil) {
			t.Errorf("%s: report %q", c.how, g.Report())
		}
		if c.report != nil {
			b, err := os.ReadFile(g.Report())
			if err != nil {
				t.Fatal(err)
			}
			for _, want := range c.report {
				if !strings.Contains(string(b), want) {
					t.Errorf("%s: the report does not say %q", c.how, want)
				}
			}
		}
		if err := g.End(); err != nil {
			t.Error(err)
		}
		if _, crashed, _ := Begin(dir, "1.2.3"); crashed {
			t.Errorf("%s: a good end counts as a crash", c.how)
		}
	}
}
