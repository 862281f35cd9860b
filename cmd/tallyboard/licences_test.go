package main

import (
	"runtime/debug"
	"strings"
	"testing"

	"tallyboard/resources"
)

// Every module that the program is linked with stands in the text of licences,
// in the version that is used.
func TestLicencesAreThoseOfTheModules(t *testing.T) {
	info, ok := debug.ReadBuildInfo()
	if !ok || len(info.Deps) == 0 {
		t.Fatal("the build does not say its modules")
	}
	for _, m := range info.Deps {
		if !strings.Contains(resources.Licences, "\n"+m.Path+" "+m.Version+"\n====") {
			t.Errorf("no licence of %s %s: run make licences", m.Path, m.Version)
		}
	}
	for _, of := range []string{"MIT License", "SIL OPEN FONT LICENSE Version 1.1", "The Go Authors", "Camilla Löwy"} {
		if !strings.Contains(resources.Licences, of) {
			t.Errorf("the licences do not say %q", of)
		}
	}
}
