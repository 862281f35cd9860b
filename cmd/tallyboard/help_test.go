package main

import (
	"bytes"
	"strings"
	"testing"

	"tallyboard/internal/logbook"
	"tallyboard/internal/pivot"
	"tallyboard/internal/report"
)

// The help of a sub-command names everything that its arguments may be, in both
// languages.
func TestHelpNamesWhatThereIs(t *testing.T) {
	want := map[string][]string{"pivot": pivot.Presets}
	for _, r := range report.Catalogue {
		want["report"] = append(want["report"], r.ID)
	}
	for _, k := range logbook.Kinds() {
		want["template"] = append(want["template"], string(k))
	}
	for _, f := range pivot.Funcs {
		want["pivot"] = append(want["pivot"], string(f))
	}
	for _, s := range pivot.Shows {
		want["pivot"] = append(want["pivot"], string(s))
	}
	for _, system := range []string{"zh_CN.UTF-8", "en_US.UTF-8"} {
		t.Setenv("LC_ALL", system)
		for name, words := range want {
			var out, errs bytes.Buffer
			if code := run(t.Context(), []string{name, "--help"}, &out, &errs); code != exitDone {
				t.Fatalf("%s --help ends with %d: %s", name, code, &errs)
			}
			for _, w := range words {
				if !strings.Contains(out.String(), w) {
					t.Errorf("%s: the help of %s does not name %s", system, name, w)
				}
			}
		}
	}
}
