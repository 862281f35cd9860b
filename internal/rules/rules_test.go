package rules

import (
	"bytes"
	"math"
	"reflect"
	"strings"
	"testing"

	"tallyboard/internal/fault"
	"tallyboard/internal/kpi"
	"tallyboard/internal/lang"
)

func TestTheShopsOwnStandardComesFirst(t *testing.T) {
	r := &Rules{}
	r.SetStandard(Standard{KPI: "first_response", Standard: 40, Excellent: 20})
	r.SetStandard(Standard{KPI: "first_response", Shop: "north", Standard: 30, Excellent: 15})
	r.SetStandard(Standard{KPI: "first_response", Standard: 45, Excellent: 20}) // in place of the first
	for shop, want := range map[string]float64{"": 45, "south": 45, "north": 30} {
		if got := r.StandardsOf(shop)["first_response"].Standard; got != want {
			t.Errorf("shop %q: %v, want %v", shop, got, want)
		}
	}
	r.ResetStandard("north", "first_response")
	if got := r.StandardsOf("north")["first_response"].Standard; got != 45 || len(r.Standards) != 1 {
		t.Errorf("after the reset: %v, %v", got, r.Standards)
	}
	r.ResetStandard("", "first_response")
	if k := kpi.FirstResponse; k.LevelsBy(r.StandardsOf("")).Standard != k.Standard {
		t.Error("without one of its own the program's default must hold")
	}
}

func TestStandardsThatMakeNoSense(t *testing.T) {
	nan := Number(math.NaN())
	for code, s := range map[string]Standard{
		"rules.kpi":                   {KPI: "nonsense"},
		"rules.standard.alone":        {KPI: "fcr", Standard: nan, Excellent: 1},
		"rules.standard.number":       {KPI: "fcr", Standard: -1, Excellent: 1},
		"rules.standard.order.higher": {KPI: "fcr", Standard: .9, Excellent: .8},
		"rules.standard.order.lower":  {KPI: "first_response", Standard: 30, Excellent: 60},
	} {
		if err := s.Validate(); !fault.Is(err, code) {
			t.Errorf("%s: %v", code, err)
		}
	}
	for _, s := range []Standard{{KPI: "fcr", Standard: .8, Excellent: nan}, {KPI: "fcr", Standard: nan, Excellent: nan}, {KPI: "first_response", Standard: 30, Excellent: 30}} {
		if err := s.Validate(); err != nil {
			t.Errorf("%+v: %v", s, err)
		}
	}
}

// A version that changes in mid-period: each case counts by its own day.
func TestRatesOfTheDay(t *testing.T) {
	r := &Rules{}
	r.Compensation = SetRates(r.Compensation, Rates{date(t, "2026-11-15"), 8, 20})
	r.Compensation = SetRates(r.Compensation, Rates{date(t, "2026-03-01"), 6, 12})
	r.Compensation = SetRates(r.Compensation, Rates{date(t, "2026-11-15"), 8, 15}) // corrected
	for day, want := range map[string]float64{"2026-02-28": 10, "2026-03-01": 12, "2026-11-14": 12, "2026-11-15": 15, "2027-01-01": 15} {
		if got := r.CompensationOn(date(t, day)).Negative; got != want {
			t.Errorf("%s: %v, want %v", day, got, want)
		}
	}
	if got := r.CompensationOn(0); got.Neutral != 8 {
		t.Errorf("a case without a date: %+v", got)
	}
	if got := r.RewardOn(date(t, "2026-11-20")); got != DefaultReward {
		t.Errorf("rewards without a version: %+v", got)
	}
	r.Compensation = DropRates(r.Compensation, date(t, "2026-11-15"))
	if got := r.CompensationOn(date(t, "2026-12-01")).Negative; got != 12 || len(r.Compensation) != 1 {
		t.Errorf("after dropping the newest: %v of %v", got, r.Compensation)
	}
	whole := SetRates(nil, Rates{Neutral: 1, Negative: 2}) // from the beginning
	if got := RatesOn(whole, DefaultCompensation, date(t, "2020-01-01")); got.Negative != 2 {
		t.Errorf("a version from the beginning: %+v", got)
	}
}

func TestCards(t *testing.T) {
	r := &Rules{}
	for _, c := range []struct {
		agent, day string
		colour     Colour
	}{
		{"Ann", "2026-10-31", Yellow}, // the month before
		{"Ann", "2026-11-01", Yellow},
		{"Bob", "2026-11-05", Yellow},
		{"Bob", "2026-11-20", Yellow},
		{"Cid", "2026-11-30", Red},
		{"Dee", "2026-12-01", Red}, // still to come
	} {
		r.AddCard(Card{c.agent, date(t, c.day), c.colour, ""})
	}
	texts := func() string {
		var out []string
		for _, s := range r.Standings(date(t, "2026-11-30")) {
			word := s.Agent + strings.Repeat("y", s.Yellow) + strings.Repeat("r", s.Red)
			if s.Retrain {
				word += "!"
			}
			out = append(out, word)
		}
		return strings.Join(out, " ")
	}
	for _, tc := range []struct {
		rules CardRules
		want  string
	}{
		{CardRules{}, "Cidr! Bobyy! Anny"},
		{CardRules{Yellow: 3}, "Cidr! Bobyy Anny"},
		{CardRules{Cycle: Quarterly}, "Cidr! Annyy! Bobyy!"},
		{CardRules{Yellow: 1, Red: 2, Cycle: Yearly}, "Annyy! Bobyy! Cidr"},
	} {
		r.CardRules = tc.rules
		if got := texts(); got != tc.want {
			t.Errorf("%+v: %s, want %s", tc.rules, got, tc.want)
		}
	}
	r.CardRules = CardRules{}
	r.DropCard(Card{Agent: "Bob", Date: date(t, "2026-11-20"), Colour: Yellow})
	if got := texts(); got != "Cidr! Anny Boby" {
		t.Errorf("after dropping one: %s", got)
	}
	for code, c := range map[string]Card{
		"rules.card.agent":  {Date: 1, Colour: Red},
		"rules.card.date":   {Agent: "a", Colour: Red},
		"rules.card.colour": {Agent: "a", Date: 1, Colour: "green"},
	} {
		if err := c.Validate(); !fault.Is(err, code) {
			t.Errorf("%s: %v", code, err)
		}
	}
}

func TestParams(t *testing.T) {
	if got := (Params{}).Derive(); got.Days != 7 || got.Pay != 3 || got.Times != 3 || got.Window != 30 || got.Gap != 30 {
		t.Errorf("defaults: %+v", got)
	}
	if got := (Params{D: 5, N: 4, W: 20, G: 60}).Derive(); got.Days != 5 || got.Pay != 5 || got.Times != 4 || got.Window != 20 || got.Gap != 60 {
		t.Errorf("own: %+v", got)
	}
	if err := (Params{G: -1}).Validate(); !fault.Is(err, "rules.params") {
		t.Error(err)
	}
}

func TestSet(t *testing.T) {
	r := &Rules{}
	r.SetStandard(Standard{KPI: "first_response", Shop: "north", Standard: 30, Excellent: 15})
	for name, value := range map[string]string{"D": "10", "standard.first_response": "20", "standard.reply_rate": "97%",
		"negative": "12", "reward_neutral": "4"} {
		if !r.Set(name, value) {
			t.Errorf("%s=%s was refused", name, value)
		}
	}
	own := r.StandardsOf("north")
	if own["first_response"] != (kpi.Levels{Standard: 20, Excellent: 20}) {
		t.Errorf("first response: %+v; the excellent value must not be worse than the standard", own["first_response"])
	}
	if own["reply_rate"].Standard != .97 {
		t.Errorf("reply rate: %+v", own["reply_rate"])
	}
	if got := r.CompensationOn(date(t, "2020-01-01")); got.Neutral != 5 || got.Negative != 12 {
		t.Errorf("compensation: %+v", got)
	}
	if got := r.RewardOn(date(t, "2020-01-01")); got.Neutral != 4 || got.Negative != 5 {
		t.Errorf("reward: %+v", got)
	}
	for name, value := range map[string]string{"D": "soon", "N": "0", "W": "1.5", "standard.nonsense": "1", "standard.fcr": "-1", "excellent.fcr": "NaN", "negative": "", "other": "1", "reward": "1"} {
		if r.Set(name, value) {
			t.Errorf("%s=%s was taken", name, value)
		}
	}
	if err := r.Validate(); err != nil {
		t.Error(err)
	}
}

func full(t *testing.T) *Rules {
	r := &Rules{Values: Values{Params: Params{D: 5}, CardRules: CardRules{Yellow: 3, Cycle: Quarterly}}}
	r.SetStandard(Standard{KPI: "fcr", Shop: "北店", Since: date(t, "2026-11-01"), Standard: .8, Excellent: .9})
	r.SetTarget(*weighted(t))
	r.Compensation = SetRates(nil, Rates{date(t, "2026-03-01"), 6, 12})
	r.Rewards = SetRates(nil, Rates{Neutral: 1, Negative: 2})
	r.AddCard(Card{"小王", date(t, "2026-11-03"), Yellow, "迟到"})
	return r
}

func TestFilesComeBack(t *testing.T) {
	r := full(t)
	var b bytes.Buffer
	if err := r.Encode(&b); err != nil {
		t.Fatal(err)
	}
	for _, word := range []string{`"month": "2026-11"`, `"since": "2026-11-01"`, `"agent": "小王"`, `"schema": 2`} {
		if !strings.Contains(b.String(), word) {
			t.Errorf("the file does not say %s:\n%s", word, b.String())
		}
	}
	got, err := Decode(append([]byte("\xef\xbb\xbf"), b.Bytes()...), "rules.json")
	if err != nil {
		t.Fatal(err)
	}
	got.Schema = 0
	if !reflect.DeepEqual(got, r) {
		t.Errorf("came back as %+v, want %+v", got, r)
	}
}

func TestFilesThatAreRefused(t *testing.T) {
	for text, code := range map[string]string{
		"":                              "rules.file",
		"[]":                            "rules.file",
		"{}":                            "rules.file",
		`{"schema":1,"card":[]}`:        "rules.file",
		`{"schema":3,"shape":{"a":[]}}`: "rules.newer",
		`{"schema":1,"cards":[{"agent":"a","date":"soon","colour":"red"}]}`: "rules.date",
		`{"schema":1,"params":{"D":-3}}`:                                    "rules.params",
	} {
		_, err := Decode([]byte(text), "x.json")
		if !fault.Is(err, code) {
			t.Errorf("%s: %v, want %s", text, err, code)
			continue
		}
		for _, l := range lang.All {
			if s := fault.Say(err, l); strings.Contains(s, "‹") || strings.Contains(s, "%!") {
				t.Errorf("%s: %s", text, s)
			}
		}
	}
}

func TestClonesShareNothing(t *testing.T) {
	r := full(t)
	c := r.Clone()
	c.Targets[0].Weekdays[0] = 9
	c.Targets[0].Spans[0].Factor = 9
	c.Standards[0].Standard = 9
	c.Cards[0].Reason = "x"
	if !reflect.DeepEqual(r, full(t)) {
		t.Error("a change of the clone reached the original")
	}
	if d := (*Rules)(nil).Clone(); d == nil || d.Validate() != nil {
		t.Error("no rules are not the defaults")
	}
}
