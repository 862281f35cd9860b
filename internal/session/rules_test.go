package session

import (
	"path/filepath"
	"strings"
	"testing"

	"tallyboard/internal/derive"
	"tallyboard/internal/document"
	"tallyboard/internal/fault"
	"tallyboard/internal/kpi"
	"tallyboard/internal/library"
	"tallyboard/internal/pivot"
	"tallyboard/internal/rules"
)

func TestRulesAreKeptAndReportsFollow(t *testing.T) {
	s, l := start(t)
	opened(t, s, l, write(t, "calls.csv", calls))
	l.until(t, "the report", func() bool { d, err := s.Document(); return d != nil || err != nil })
	before, _ := s.Document()
	if err := s.SetRules(func(r *rules.Rules) { r.Set("standard.resolved_rate", "99%") }); err != nil {
		t.Fatal(err)
	}
	l.until(t, "another report", func() bool { d, _ := s.Document(); return d != nil && d != before })
	doc, _ := s.Document()
	said := false
	for n := range document.Of[*document.Note](doc.Blocks) {
		said = said || strings.Contains(n.Text, s.T("kpi.resolved_rate"))
	}
	if !said {
		t.Error("the report does not say that it judged by the shop's own standard")
	}
	if kept, err := s.Library().Rules(); err != nil || kept.StandardsOf("")["resolved_rate"].Standard != .99 {
		t.Errorf("kept is %+v, %v", kept, err)
	}
}

func TestRulesThatMakeNoSenseChangeNothing(t *testing.T) {
	s, _ := start(t)
	err := s.SetRules(func(r *rules.Rules) { r.AddCard(rules.Card{Agent: "Ann", Colour: "green"}) })
	if !fault.Is(err, "rules.card.date") || len(s.Rules().Cards) != 0 {
		t.Errorf("%v; the register has %v", err, s.Rules().Cards)
	}
}

func TestRulesGoFromOneComputerToAnother(t *testing.T) {
	a, _ := start(t)
	b, _ := start(t)
	if err := a.SetRules(func(r *rules.Rules) { r.Params.D = 5 }); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "rules.json")
	if err := a.ExportRules(path); err != nil {
		t.Fatal(err)
	}
	if err := b.ImportRules(path); err != nil || b.Rules().Params.D != 5 {
		t.Errorf("imported %+v, %v", b.Rules(), err)
	}
	if err := b.ImportRules(path + "x"); !fault.Is(err, "rules.read") {
		t.Errorf("a file that is not there: %v", err)
	}
}

// The rows behind a figure are found by the same numbers as the figure: three
// contacts are three visits at G = 30 minutes, two at G = 60.
func TestRowsBehindAFigureFollowTheRules(t *testing.T) {
	s, l := start(t)
	opened(t, s, l, write(t, "calls.csv", "来电时间,客服,客户,来电类型\n2026-11-02 09:00,小王,a,投诉\n2026-11-02 09:40,小王,a,投诉\n2026-11-02 12:00,小王,a,投诉\n"))
	rows := func() int {
		before := s.Rows()
		s.ShowRef("visits", &document.Ref{Log: s.Log().Name, Where: []pivot.Filter{{Column: kpi.At(derive.VisitNumber), Op: pivot.Ge, Values: []string{"2"}}}})
		l.until(t, "the rows", func() bool { return s.Rows() != before })
		return len(s.Rows().Index)
	}
	if got := rows(); got != 2 {
		t.Errorf("%d rows of later visits, want 2", got)
	}
	if err := s.SetRules(func(r *rules.Rules) { r.Params.G = 60 }); err != nil {
		t.Fatal(err)
	}
	if got := rows(); got != 1 {
		t.Errorf("with G = 60 %d rows of later visits, want 1", got)
	}
}

func TestShopNames(t *testing.T) {
	s, l := start(t)
	opened(t, s, l, write(t, "calls.csv", "来电时间,客服,店铺,来电类型\n2026-11-02 09:00,小王,北店,投诉\n2026-11-02 09:40,小王,南店,投诉\n2026-11-02 12:00,小王,,投诉\n"))
	if err := s.SetRules(func(r *rules.Rules) {
		r.SetStandard(rules.Standard{KPI: "fcr", Shop: "东店", Standard: .8, Excellent: .9})
		r.SetStandard(rules.Standard{KPI: "fcr", Standard: .7, Excellent: .8})
	}); err != nil {
		t.Fatal(err)
	}
	s.SetPrefs(func(p *library.Prefs) { p.Shop = "北店" })
	if got := strings.Join(s.ShopNames(), " "); got != "东店 北店 南店" {
		t.Errorf("the shops are %q", got)
	}
}
