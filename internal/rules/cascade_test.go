package rules

import (
	"math"
	"testing"

	"tallyboard/internal/fault"
)

func month(t *testing.T, s string) Month {
	t.Helper()
	m, err := ParseMonth(s)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func date(t *testing.T, s string) Date {
	t.Helper()
	d, err := ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func near(a, b float64) bool { return math.Abs(a-b) < 1e-6 }

func TestCalendar(t *testing.T) {
	for _, tc := range []struct {
		month, first, last string
		days, weekday      int // of the first
	}{
		{"2026-02", "2026-02-01", "2026-02-28", 28, 6},
		{"2024-02", "2024-02-01", "2024-02-29", 29, 3},
		{"2026-11", "2026-11-01", "2026-11-30", 30, 6},
		{"2026-12", "2026-12-01", "2026-12-31", 31, 1},
	} {
		m := month(t, tc.month)
		if m.First().String() != tc.first || m.Last().String() != tc.last || m.Days() != tc.days || m.First().Weekday() != tc.weekday {
			t.Errorf("%s: %s to %s, %d days, begins on weekday %d", m, m.First(), m.Last(), m.Days(), m.First().Weekday())
		}
		if m.First().Month() != m || m.Last().Month() != m || (m.Last()+1).Month() != m+1 || m.String() != tc.month {
			t.Errorf("%s: its days lie in other months", m)
		}
	}
	if d := DateOf(date(t, "2026-11-03").Seconds() + 86399); d.String() != "2026-11-03" {
		t.Errorf("a second before midnight lies on %s", d)
	}
}

// Three million a month, ten shops, ten agents each: 10,000 for a shop on a
// day of a month of 30 days, 1,000 for an agent.
func TestTheUsualCascade(t *testing.T) {
	target := &Target{Month: month(t, "2026-11"), KPI: "sales", Total: 3_000_000}
	for i := range 10 {
		shop := string(rune('A' + i))
		target.Shops = append(target.Shops, Part{Name: shop, Weight: 1})
		for j := range 10 {
			target.Agents = append(target.Agents, Part{Name: shop + string(rune('0'+j)), Shop: shop, Weight: 1})
		}
	}
	if err := target.Validate(); err != nil {
		t.Fatal(err)
	}
	part, ok := target.Part("C")
	p := target.Progress(part, 0, target.Month.First()-1)
	if !ok || !near(p.Plan[0], 10_000) || !near(p.Plan[29], 10_000) {
		t.Errorf("a shop's day is %v, %v", p.Plan[0], ok)
	}
	goals := target.ByAgent("C", nil)
	if len(goals) != 10 || goals[0].Agent != "C0" || !near(goals[0].Amount/30, 1_000) {
		t.Errorf("agents of C: %v", goals)
	}
	if all := target.ByAgent("", nil); len(all) != 100 || !near(all[99].Amount, 30_000) {
		t.Errorf("%d agents in all, the last %v", len(all), all[len(all)-1])
	}
	if _, ok := target.Part("Z"); ok || target.ByAgent("Z", []string{"x"}) != nil {
		t.Error("a shop that the target does not name has a part")
	}
}

func TestAgents(t *testing.T) {
	target := &Target{Month: month(t, "2026-02"), KPI: "receptions", Total: 900}
	if got := target.ByAgent("", nil); len(got) != 0 {
		t.Errorf("without agents: %v", got)
	}
	if got := target.ByAgent("", []string{"a", "b", "c"}); len(got) != 3 || got[2] != (Goal{"c", 300}) {
		t.Errorf("evenly: %v", got)
	}
	target.Agents = []Part{{Name: "a", Weight: 2}, {Name: "b", Weight: 1}, {Name: "away"}}
	if got := target.ByAgent("", []string{"a", "x"}); len(got) != 3 || got[0].Amount != 600 || got[1].Amount != 300 || got[2].Amount != 0 {
		t.Errorf("by weights: %v", got)
	}
	// An agent who works for two shops has a part of each: 1/2 of 600 and all of 300.
	target.Shops = []Part{{Name: "S", Weight: 2}, {Name: "T", Weight: 1}}
	target.Agents = []Part{{Name: "a", Shop: "S", Weight: 1}, {Name: "b", Shop: "S", Weight: 1}, {Name: "a", Shop: "T", Weight: 1}}
	if err := target.Validate(); err != nil {
		t.Fatal(err)
	}
	if got := target.ByAgent("", nil); got[0] != (Goal{"a", 600}) || got[1] != (Goal{"b", 300}) {
		t.Errorf("two shops: %v", got)
	}
	if got := target.ByAgent("T", nil); len(got) != 1 || got[0] != (Goal{"a", 300}) {
		t.Errorf("of T: %v", got)
	}
}

// November 2026 begins on a Sunday: 4 Mondays to Saturdays of each kind and 5
// Sundays and Mondays. Weekdays weigh 1, weekends 2; the 11th (Wednesday)
// counts five times, the 29th and 30th nothing.
func weighted(t *testing.T) *Target {
	target := &Target{Month: month(t, "2026-11"), KPI: "sales", Total: 4100, Weekdays: []float64{1, 1, 1, 1, 1, 2, 2},
		Spans: []Span{{date(t, "2026-11-11"), date(t, "2026-11-11"), "11.11", 5}, {date(t, "2026-11-29"), date(t, "2026-12-03"), "closed", 0}}}
	if err := target.Validate(); err != nil {
		t.Fatal(err)
	}
	return target
}

func TestDaysByWeight(t *testing.T) {
	target := weighted(t)
	// Days 1 to 28: 20 weekdays and 8 weekend days make 20 + 16 = 36, and 4 more for the 11th.
	w := target.Weights()
	if s := sum(w); s != 40 {
		t.Fatalf("the weights sum to %v, want 40: %v", s, w)
	}
	p := target.Progress(target.Total, 0, target.Month.First()-1)
	for day, want := range map[int]float64{1: 205, 2: 102.5, 7: 205, 11: 512.5, 28: 205, 29: 0, 30: 0} {
		if got := p.Plan[day-1]; !near(got, want) {
			t.Errorf("day %d: %v, want %v", day, got, want)
		}
	}
	if !near(sum(p.Plan), 4100) {
		t.Errorf("the days sum to %v", sum(p.Plan))
	}
}

func TestProgress(t *testing.T) {
	target := weighted(t)
	for _, tc := range []struct {
		name            string
		until           string
		done            float64
		due, left, next float64
		days            int
		more            bool
	}{
		// To the 10th: Sunday 1, Saturday 7, Sunday 8 (6) and 7 weekdays make 13 of 40.
		{"as planned", "2026-11-10", 1332.5, 1332.5, 2767.5, 512.5, 18, true},
		// 27 are left: what is missing is spread over them by their weights.
		{"behind", "2026-11-10", 1100, 1332.5, 3000, 3000 * 5 / 27.0, 18, true},
		{"nothing is past", "2026-10-31", 0, 0, 4100, 205, 28, true},
		{"reached", "2026-11-10", 5000, 1332.5, 0, 0, 18, true},
		{"only days of weight 0 are left", "2026-11-28", 4000, 4100, 100, 0, 0, false},
		{"the month is over", "2026-12-24", 4000, 4100, 100, 0, 0, false},
	} {
		p := target.Progress(target.Total, tc.done, date(t, tc.until))
		next, more := p.Next()
		if !near(p.Due, tc.due) || !near(p.Left, tc.left) || !near(next, tc.next) || more != tc.more || p.DaysLeft != tc.days {
			t.Errorf("%s: due %v, left %v, next %v (%v), %d days", tc.name, p.Due, p.Left, next, more, p.DaysLeft)
		}
		if more && !near(sum(p.Need), tc.left) {
			t.Errorf("%s: the days to come take %v, left are %v", tc.name, sum(p.Need), tc.left)
		}
		if p.Behind() != (tc.done < tc.due) {
			t.Errorf("%s: behind is %v", tc.name, p.Behind())
		}
	}
}

func TestFebruary(t *testing.T) {
	target := &Target{Month: month(t, "2026-02"), KPI: "orders", Total: 280}
	p := target.Progress(280, 100, date(t, "2026-02-14"))
	if len(p.Plan) != 28 || !near(p.Due, 140) || p.DaysLeft != 14 || !near(p.Need[27], 180/14.0) || !p.Behind() || !near(p.Share(), 100/280.0) {
		t.Errorf("mid-February: %+v", p)
	}
}

func TestTargetsThatMakeNoSense(t *testing.T) {
	m := month(t, "2026-11")
	zero := []float64{0, 0, 0, 0, 0, 0, 0}
	for code, target := range map[string]Target{
		"rules.target.kpi":      {Month: m, KPI: "resolved_rate", Total: 1},
		"rules.target.total":    {Month: m, KPI: "sales"},
		"rules.target.weekdays": {Month: m, KPI: "sales", Total: 1, Weekdays: []float64{1}},
		"rules.target.noday":    {Month: m, KPI: "sales", Total: 1, Weekdays: zero},
		"rules.weight":          {Month: m, KPI: "sales", Total: 1, Weekdays: []float64{1, 1, 1, 1, 1, 1, math.NaN()}},
		"rules.span.order":      {Month: m, KPI: "sales", Total: 1, Spans: []Span{{m.Last(), m.First(), "", 1}}},
		"rules.span.outside":    {Month: m, KPI: "sales", Total: 1, Spans: []Span{{m.Last() + 1, m.Last() + 2, "", 1}}},
		"rules.target.shops":    {Month: m, KPI: "sales", Total: 1, Shops: []Part{{Name: "a"}}},
		"rules.part.name":       {Month: m, KPI: "sales", Total: 1, Shops: []Part{{Weight: 1}}},
		"rules.part.twice":      {Month: m, KPI: "sales", Total: 1, Agents: []Part{{Name: "a", Weight: 1}, {Name: "a", Weight: 1}}},
		"rules.target.agents":   {Month: m, KPI: "sales", Total: 1, Agents: []Part{{Name: "a"}}},
		"rules.agents.mixed":    {Month: m, KPI: "sales", Total: 1, Shops: []Part{{Name: "S", Weight: 1}}, Agents: []Part{{Name: "a", Weight: 1}, {Name: "b", Shop: "S", Weight: 1}}},
		"rules.agents.shop":     {Month: m, KPI: "sales", Total: 1, Agents: []Part{{Name: "a", Shop: "S", Weight: 1}}},
	} {
		if err := target.Validate(); !fault.Is(err, code) {
			t.Errorf("%s: %v", code, err)
		}
	}
}
