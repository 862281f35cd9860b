package main

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tallyboard/internal/library"
	"tallyboard/internal/rules"
)

func TestReportByAFileOfRules(t *testing.T) {
	dir := t.TempDir()
	file := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	calls := file("calls.csv", "call time,agent,call type,first response (s),resolved\n"+strings.Repeat("2026-11-02 09:00,Ann,Question,25,Y\n2026-11-03 10:00,Bob,Complaint,35,N\n", 10))
	good := file("rules.json", `{"schema":1,"standards":[{"kpi":"first_response","since":"2026-11-01","standard":20,"excellent":10}],
		"targets":[{"month":"2026-11","kpi":"receptions","total":300}]}`)
	newer := file("newer.json", `{"schema":99}`)
	out := filepath.Join(dir, "o.json")
	t.Setenv("TALLYBOARD_HOME", filepath.Join(dir, "home"))
	named := file("named.json", `{"schema":2,"name":"Moon shop","layouts":[{"report":"overview","sections":[{"id":"x"}]}]}`)
	lib, err := library.Open(filepath.Join(dir, "home"))
	if err != nil {
		t.Fatal(err)
	}
	kept := &rules.Rules{}
	kept.SetStandard(rules.Standard{KPI: "first_response", Shop: "Sun shop", Standard: 20, Excellent: 10})
	if err := errors.Join(lib.SetRules(kept), lib.SetPrefs(library.Prefs{Shop: "Sun shop"})); err != nil {
		t.Fatal(err)
	}
	for _, tc := range []struct {
		name   string
		args   []string
		status int
		want   string // in the report, or on stderr where the status is not 0
	}{
		{"plain", nil, exitDone, "Mean wait"},
		{"rules", []string{"--rules", good}, exitDone, "the shop's own for Mean wait (since 2026-11)"},
		{"the target of the rules", []string{"--rules", good}, exitDone, "of the target (300;"},
		{"one standard", []string{"--set", "standard.first_response=20"}, exitDone, "the shop's own for Mean wait"},
		{"a standard of nothing", []string{"--set", "standard.nonsense=1"}, exitInput, "standard.nonsense"},
		{"the name of a shop that all rows are of", []string{"--set", "shop=Star shop"}, exitDone, `"shop": "Star shop"`},
		{"the name in the rules", []string{"--rules", named}, exitDone, `"shop": "Moon shop"`},
		{"the window's own name", []string{"--rules", "own"}, exitDone, `"shop": "Sun shop"`},
		{"the window's own standards", []string{"--rules", "own"}, exitDone, "the shop's own for Mean wait"},
		{"a newer program's", []string{"--rules", newer}, exitInput, "newer version"},
		{"none there", []string{"--rules", newer + "x"}, exitInput, "cannot be read"},
	} {
		var stdout, stderr bytes.Buffer
		args := append([]string{"report", "overview", calls, "-o", out, "--lang", "en", "--period", "all"}, tc.args...)
		if got := run(context.Background(), args, &stdout, &stderr); got != tc.status {
			t.Errorf("%s: status %d: %s", tc.name, got, stderr.String())
			continue
		}
		text := stderr.String()
		if tc.status == exitDone {
			b, err := os.ReadFile(out)
			if err != nil {
				t.Fatal(err)
			}
			text = string(b)
		}
		if !strings.Contains(text, tc.want) {
			t.Errorf("%s: %q is not in\n%s", tc.name, tc.want, text)
		}
	}
}
