package pivot

import (
	"math"
	"testing"
)

func TestPeriods(t *testing.T) {
	newest := date(2021, 3, 31) + 17*3600 // a Wednesday
	for _, c := range []struct{ text, id, from, to, previous, lastYear string }{
		{"2021-W04", "2021-W04", "2021-01-25", "2021-02-01", "2021-W03", "2020-W05"},
		{"2021-w01", "2021-W01", "2021-01-04", "2021-01-11", "2020-W53", "2020-W02"},
		{"2020-W53", "2020-W53", "2020-12-28", "2021-01-04", "2020-W52", "2020-W01"},
		{"2021-01", "2021-01", "2021-01-01", "2021-02-01", "2020-12", "2020-01"},
		{"2021/3", "2021-03", "2021-03-01", "2021-04-01", "2021-02", "2020-03"},
		{"2021-Q1", "2021-Q1", "2021-01-01", "2021-04-01", "2020-Q4", "2020-Q1"},
		{"2021", "2021", "2021-01-01", "2022-01-01", "2020", "2020"},
		{"2024-02-29", "2024-02-29", "2024-02-29", "2024-03-01", "2024-02-28", "2023-02-28"},
		{"2021-01-04..2021-01-10", "2021-01-04..2021-01-10", "2021-01-04", "2021-01-11", "2020-12-28..2021-01-03", "2020-01-04..2020-01-10"},
		{"2021-01..2021-02", "2021-01-01..2021-02-28", "2021-01-01", "2021-03-01", "2020-11-03..2020-12-31", "2020-01-01..2020-02-28"},
		{"today", "2021-03-31", "2021-03-31", "2021-04-01", "2021-03-30", "2020-03-31"},
		{"yesterday", "2021-03-30", "2021-03-30", "2021-03-31", "2021-03-29", "2020-03-30"},
		{"this-week", "2021-W13", "2021-03-29", "2021-04-05", "2021-W12", "2020-W14"},
		{"last-week", "2021-W12", "2021-03-22", "2021-03-29", "2021-W11", "2020-W13"},
		{"this-month", "2021-03", "2021-03-01", "2021-04-01", "2021-02", "2020-03"},
		{"Last-Month", "2021-02", "2021-02-01", "2021-03-01", "2021-01", "2020-02"},
		{"last-quarter", "2020-Q4", "2020-10-01", "2021-01-01", "2020-Q3", "2019-Q4"},
		{"this-year", "2021", "2021-01-01", "2022-01-01", "2020", "2020"},
		{"last-7-days", "2021-03-25..2021-03-31", "2021-03-25", "2021-04-01", "2021-03-18..2021-03-24", "2020-03-25..2020-03-31"},
		{"last-30-days", "2021-03-02..2021-03-31", "2021-03-02", "2021-04-01", "2021-01-31..2021-03-01", "2020-03-02..2020-03-31"},
	} {
		p, err := ParsePeriod(c.text, newest)
		if err != nil {
			t.Errorf("%s: %v", c.text, err)
			continue
		}
		if p.ID != c.id || periodText(Day, p.From) != c.from || periodText(Day, p.To) != c.to {
			t.Errorf("%s: got %s from %s to %s, want %s from %s to %s", c.text, p.ID, periodText(Day, p.From), periodText(Day, p.To), c.id, c.from, c.to)
		}
		if got := p.Previous().ID; got != c.previous {
			t.Errorf("%s: previous is %s, want %s", c.text, got, c.previous)
		}
		if got := p.LastYear().ID; got != c.lastYear {
			t.Errorf("%s: last year is %s, want %s", c.text, got, c.lastYear)
		}
		if again, err := ParsePeriod(p.ID, math.NaN()); err != nil || again != p {
			t.Errorf("%s: its id %s reads %+v, %v; want %+v", c.text, p.ID, again, err, p)
		}
	}
	for _, bad := range []string{"2021-13", "2021-02-30", "2021-W54", "2022-W53", "2021-W00", "last-0-days", "this-7-days", "soon", "2021-02..2021-01", "..", "last-"} {
		if p, err := ParsePeriod(bad, newest); err == nil {
			t.Errorf("%s: got %+v, want an error", bad, p)
		}
	}
	if p, err := ParsePeriod("last-week", math.NaN()); err == nil {
		t.Errorf("last-week without dates: got %+v, want an error", p)
	}
	if p, err := ParsePeriod("all", math.NaN()); err != nil || !p.All() || p.Filters("x") != nil || p.Previous() != p {
		t.Errorf("all: got %+v, %v", p, err)
	}
}

func TestPartialPeriods(t *testing.T) {
	first, last := date(2021, 1, 5)+9*3600, date(2021, 3, 31)+17*3600
	for text, want := range map[string]bool{
		"2021-01": true, "2021-02": false, "2021-03": false, "this-week": true, "last-week": false,
		"2021-W01": true, "2021-W02": false, "this-year": true, "today": false, "all": false,
	} {
		p, err := ParsePeriod(text, last)
		if err != nil {
			t.Fatal(err)
		}
		if got := p.Partial(first, last); got != want {
			t.Errorf("%s is partial: %v, want %v", text, got, want)
		}
	}
}
