package session

import (
	"strings"
	"testing"

	"tallyboard/internal/document"
	"tallyboard/internal/fault"
	"tallyboard/internal/library"
	"tallyboard/internal/report"
	"tallyboard/internal/rules"
)

// chosenIDs are the sections that the report has, with the kinds of their charts
// where those are not the usual ones.
func chosenIDs(list []report.Chosen) string {
	var out []string
	for _, s := range report.LayoutOf("weekly", list) {
		out = append(out, strings.TrimSuffix(s.ID+":"+s.Chart, ":"))
	}
	return strings.Join(out, " ")
}

func TestSectionsAreKeptAndUndone(t *testing.T) {
	s, l := start(t)
	opened(t, s, l, write(t, "calls.csv", calls))
	s.SetReport(func(c *ReportChoice) { c.ID = "weekly" })
	headings := func() string {
		var out []string
		doc, err := s.Document()
		if err != nil {
			t.Fatal(err)
		}
		for h := range document.Of[*document.Heading](doc.Blocks) {
			if h.Level == 1 {
				out = append(out, h.ID)
			}
		}
		return strings.Join(out, " ")
	}
	l.until(t, "the weekly", func() bool { d, _ := s.Document(); return d != nil && d.ID == "weekly" })
	list := s.Sections()
	for i := range list {
		list[i].On = list[i].ID == "hours" || list[i].ID == "types"
	}
	list[0].Chart = "bar" // of the types
	before, _ := s.Document()
	if err := s.SetSections(list); err != nil {
		t.Fatal(err)
	}
	l.until(t, "other sections", func() bool { d, _ := s.Document(); return d != before })
	if got := headings(); got != "types hours" {
		t.Errorf("the report has %q", got)
	}
	if kept, err := s.Library().Rules(); err != nil || len(kept.LayoutOf("weekly", "")) != 2 {
		t.Errorf("kept is %+v, %v", kept, err)
	}
	if got := chosenIDs(s.Sections()); got != "types:bar hours" || !s.OwnSections() {
		t.Errorf("offered again is %q", got)
	}
	s.UndoRules()
	if s.OwnSections() || chosenIDs(s.Sections()) != "" {
		t.Error("the sections cannot be undone")
	}
	s.RedoRules()
	if got := chosenIDs(s.Sections()); got != "types:bar hours" {
		t.Errorf("done again is %q", got)
	}
	if err := s.ResetSections(); err != nil || s.OwnSections() {
		t.Errorf("back to the usual: %v", err)
	}
	for i := range list {
		list[i].On = false
	}
	if err := s.SetSections(list); !fault.Is(err, "rules.layout.empty") {
		t.Errorf("a report of nothing: %v", err)
	}
}

// A shop has sections of its own; without them those of all shops.
func TestSectionsOfAShop(t *testing.T) {
	s, _ := start(t)
	s.SetReport(func(c *ReportChoice) { c.ID = "weekly" })
	only := func(id string) {
		list := s.Sections()
		for i := range list {
			list[i].On = list[i].ID == id
		}
		if err := s.SetSections(list); err != nil {
			t.Fatal(err)
		}
	}
	of := func(shop string) { s.SetReport(func(c *ReportChoice) { c.Params = map[string]string{"shop": shop} }) }
	only("hours")
	of("North")
	only("agents")
	if got := chosenIDs(s.Sections()); got != "agents" {
		t.Errorf("North has %q", got)
	}
	of("South")
	if got := chosenIDs(s.Sections()); got != "hours" {
		t.Errorf("South has %q", got)
	}
	// The usual for South, though all shops have others.
	list := report.Arrange("weekly", nil)
	if err := s.SetSections(list); err != nil || chosenIDs(s.Sections()) != "" || !s.OwnSections() {
		t.Errorf("South has %q, %v", chosenIDs(s.Sections()), err)
	}
	of("")
	if got := chosenIDs(s.Sections()); got != "hours" {
		t.Errorf("all shops have %q", got)
	}
}

func TestTypingIsOneStep(t *testing.T) {
	s, _ := start(t)
	set := func(field string, d int) {
		if err := s.TypeRules(field, func(r *rules.Rules) { r.Params.D = d }); err != nil {
			t.Fatal(err)
		}
	}
	set("D", 1)
	set("D", 14)
	set("other", 15)
	s.UndoRules()
	if got := s.Rules().Params.D; got != 14 {
		t.Errorf("one step back D is %d, want 14", got)
	}
	s.UndoRules()
	if got := s.Rules().Params.D; got != 0 {
		t.Errorf("two steps back D is %d, want nothing", got)
	}
	s.UndoRules()
	s.RedoRules()
	s.RedoRules()
	if got := s.Rules().Params.D; got != 15 {
		t.Errorf("done again D is %d, want 15", got)
	}
	set("D", 3)
	s.RedoRules()
	if got := s.Rules().Params.D; got != 3 {
		t.Errorf("after a new change nothing is left to do again, but D is %d", got)
	}
}

// The file of rules carries the shop's name, and values without a shop's own are
// not kept.
func TestRulesGoToAnotherComputer(t *testing.T) {
	s, _ := start(t)
	s.SetPrefs(func(p *library.Prefs) { p.Shop = "Moon shop" })
	if err := s.SetRules(func(r *rules.Rules) { r.Own("North").Params.D = 3; r.Own("South") }); err != nil {
		t.Fatal(err)
	}
	if n := len(s.Rules().Shops); n != 1 {
		t.Errorf("%d shops have values of their own", n)
	}
	path := t.TempDir() + "/rules.json"
	if err := s.ExportRules(path); err != nil {
		t.Fatal(err)
	}
	other, _ := start(t)
	if err := other.ImportRules(path); err != nil {
		t.Fatal(err)
	}
	if r := other.Rules(); other.Prefs().Shop != "Moon shop" || r.Name != "" || r.For("North").Params.D != 3 || r.For("South").Params.D != 0 {
		t.Errorf("arrived are %+v of %q", r, other.Prefs().Shop)
	}
	own, err := OwnRules(other.Library())
	if err != nil || own.Name != "Moon shop" || own.For("North").Params.D != 3 {
		t.Errorf("the command line takes %+v, %v", own, err)
	}
}

// The rows behind a figure are found by the definitions of the report's shop.
func TestRowsBehindAFigureByTheShopsOwnNumbers(t *testing.T) {
	s, _ := start(t)
	if err := s.SetRules(func(r *rules.Rules) { r.Params.D = 5; r.Own("North").Params.D = 3 }); err != nil {
		t.Fatal(err)
	}
	for shop, want := range map[string]int{"": 5, "South": 5, "North": 3} {
		s.SetReport(func(c *ReportChoice) { c.Params = map[string]string{"shop": shop} })
		if got := s.deriveParams().Days; got != want {
			t.Errorf("of %q D is %d, want %d", shop, got, want)
		}
	}
	s.SetPrefs(func(p *library.Prefs) { p.Shop = "North" })
	s.SetReport(func(c *ReportChoice) { c.Params = nil })
	if got := s.deriveParams().Days; got != 3 {
		t.Errorf("of the shop of the cover D is %d, want 3", got)
	}
}
