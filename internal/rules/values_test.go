package rules

import (
	"bytes"
	"reflect"
	"slices"
	"testing"

	"tallyboard/internal/fault"
)

// What a shop has of its own holds there, the rest is as for all shops.
func TestValuesOfAShop(t *testing.T) {
	r := &Rules{Values: Values{Params: Params{D: 5, N: 4, Credit: "first"}, Compensation: []Rates{{Neutral: 6, Negative: 12}}, CardRules: CardRules{Yellow: 3}}}
	own := r.Own("North")
	own.Params = Params{D: 3, Contacts: "together"}
	own.Rewards = []Rates{{Neutral: 1, Negative: 2}}
	for shop, want := range map[string]Values{
		"":      r.Values,
		"South": r.Values,
		"North": {Params: Params{D: 3, N: 4, Credit: "first", Contacts: "together"}, Compensation: []Rates{{Neutral: 6, Negative: 12}}, Rewards: []Rates{{Neutral: 1, Negative: 2}}, CardRules: CardRules{Yellow: 3}},
	} {
		if got := r.For(shop).Values; !reflect.DeepEqual(got, want) {
			t.Errorf("of %q: %+v, want %+v", shop, got, want)
		}
	}
	if got := r.For("North").CompensationOn(date(t, "2026-11-03")).Negative; got != 12 {
		t.Errorf("North pays %v", got)
	}
	p := r.For("North").Params.Derive()
	if p.Days != 3 || p.Times != 4 || p.Credit != "first" || !p.Joint {
		t.Errorf("derived by %+v", p)
	}
	if !r.Set("D", "9") || r.For("North").Params.D != 9 || r.For("South").Params.D != 9 {
		t.Error("a value of the command line does not hold for every shop")
	}
	*r.Own("North") = Values{}
	r.Own("South")
	if r.Tidy(); len(r.Shops) != 0 {
		t.Errorf("shops without values of their own stay: %+v", r.Shops)
	}
	if got := (*Rules)(nil).For("North"); !reflect.DeepEqual(got.Values, Values{}) {
		t.Errorf("no rules at all are %+v", got)
	}
}

func TestTeamsAsText(t *testing.T) {
	got, err := TeamsOf("早班：小王、小李\n\n Late shift : Cid , Dan\n")
	want := []Team{{"早班", []string{"小王", "小李"}}, {"Late shift", []string{"Cid", "Dan"}}}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Fatalf("got %+v, %v", got, err)
	}
	again, err := TeamsOf(TeamsText(got))
	if err != nil || !reflect.DeepEqual(again, want) {
		t.Errorf("written and read again: %+v, %v", again, err)
	}
	r := &Rules{Teams: got}
	if r.TeamOf("Dan") != "Late shift" || r.TeamOf("Zoe") != "" {
		t.Errorf("Dan is in %q, Zoe in %q", r.TeamOf("Dan"), r.TeamOf("Zoe"))
	}
	if _, err := TeamsOf("Ann, Bob"); !fault.Is(err, "rules.team.line") {
		t.Errorf("a line without a team: %v", err)
	}
}

func TestWhatMakesNoSenseOfShopsAndTeams(t *testing.T) {
	month := date(t, "2026-11-01").Month()
	for want, r := range map[string]*Rules{
		"rules.team.empty":     {Teams: []Team{{Name: "A"}}},
		"rules.team.name":      {Teams: []Team{{Agents: []string{"x"}}}},
		"rules.team.twice":     {Teams: []Team{{"A", []string{"x"}}, {"B", []string{"x"}}}},
		"rules.part.twice":     {Teams: []Team{{"A", []string{"x"}}, {"A", []string{"y"}}}},
		"rules.part.name":      {Shops: []ShopValues{{Values: Values{Params: Params{D: 3}}}}},
		"rules.params":         {Shops: []ShopValues{{"North", Values{Params: Params{D: -3}}}}},
		"rules.params.word":    {Values: Values{Params: Params{Credit: "best"}}},
		"rules.rates":          {Shops: []ShopValues{{"North", Values{Rewards: []Rates{{Neutral: -1}}}}}},
		"rules.target.scope":   {Targets: []Target{{Month: month, KPI: "sales", Total: 1, Scope: Scope{"North", "A"}}}},
		"rules.target.noshops": {Targets: []Target{{Month: month, KPI: "sales", Total: 1, Scope: Scope{Shop: "North"}, Shops: []Part{{Name: "x", Weight: 1}}}}},
		"rules.layout.empty":   {Layouts: []Layout{{Report: "weekly"}}},
		"rules.layout.twice":   {Layouts: []Layout{{Report: "weekly", Sections: []Section{{ID: "a"}, {ID: "a"}}}}},
	} {
		if err := r.Validate(); !fault.Is(err, want) {
			t.Errorf("%+v: %v, want %s", r, err, want)
		}
	}
}

// Targets of all shops, of one and of a team stand beside each other.
func TestTargetsByScope(t *testing.T) {
	r, month := &Rules{}, date(t, "2026-11-01").Month()
	for i, scope := range []Scope{{Team: "Late"}, {}, {Shop: "North"}} {
		r.SetTarget(Target{Month: month, KPI: "sales", Scope: scope, Total: float64(i + 1)})
	}
	r.SetTarget(Target{Month: month, KPI: "sales", Scope: Scope{Shop: "North"}, Total: 30})
	var totals []float64
	for _, x := range r.TargetsIn(month) {
		totals = append(totals, x.Total)
	}
	if !slices.Equal(totals, []float64{2, 30, 1}) {
		t.Errorf("the targets of the month are %v, want those of all, of North, of the team", totals)
	}
	if part, ok := r.TargetOf(month, "sales", Scope{Shop: "North"}).Part("North"); !ok || part != 30 {
		t.Errorf("North's own target is %v for North", part)
	}
	r.DropTarget(month, "sales", Scope{})
	if r.TargetOf(month, "sales", Scope{}) != nil || len(r.Targets) != 2 {
		t.Errorf("left are %+v", r.Targets)
	}
}

// Everything of a file comes back, and nothing is shared with a clone.
func TestShopsTeamsAndLayoutsComeBack(t *testing.T) {
	r := &Rules{Name: "Moon", Values: Values{Params: Params{G: 20}}, Shops: []ShopValues{{"North", Values{Params: Params{D: 3}, Rewards: []Rates{{Neutral: 1}}}}},
		Teams: []Team{{"A", []string{"x"}}}, Layouts: []Layout{{"weekly", "North", []Section{{"types", "donut"}}}}}
	var b bytes.Buffer
	if err := r.Encode(&b); err != nil {
		t.Fatal(err)
	}
	got, err := Decode(b.Bytes(), "x.json")
	if err != nil {
		t.Fatal(err)
	}
	r.Schema = Schema
	if !reflect.DeepEqual(got, r) {
		t.Errorf("came back\n%+v\nwant\n%+v", got, r)
	}
	c := r.Clone()
	c.Shops[0].Rewards[0].Neutral, c.Teams[0].Agents[0], c.Layouts[0].Sections[0].ID = 9, "y", "agents"
	if r.Shops[0].Rewards[0].Neutral != 1 || r.Teams[0].Agents[0] != "x" || r.Layouts[0].Sections[0].ID != "types" {
		t.Errorf("a change of a clone is seen in %+v", r)
	}
	if s := r.LayoutOf("weekly", "South"); s != nil {
		t.Errorf("South has %v", s)
	}
}
