package session

import (
	"tallyboard/internal/display"
	"tallyboard/internal/lang"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
)

// Periods are the periods that a report can be made over.
type Periods struct {
	Choices      []PeriodChoice
	Current      string // id of the report's period
	Before, Next string // id of the period before and after; "" where the logs do not reach
}

// PeriodChoice is one of them.
type PeriodChoice struct {
	ID    string
	Name  string // 上周
	Dates string // 10月26日–11月1日
}

// recentWeeks is how many single weeks and months are offered beside the presets.
const recentWeeks, recentMonths = 8, 6

// ReportPeriods lists the periods for the current report that the open logs
// reach over at least in part.
func (s *Session) ReportPeriods() Periods {
	first, last := pivot.LogSpan(s.plainLogs()...)
	var out Periods
	if s.report.value != nil {
		out.Current = s.report.value.PeriodID
	}
	out.Choices = periodChoices(first, last, s.Lang())
	if last != last {
		return out
	}
	if p, err := pivot.ParsePeriod(out.Current, last); err == nil && !p.All() {
		if b := p.Previous(); b.To > first {
			out.Before = b.ID
		}
		if n := p.Next(); n.From <= last {
			out.Next = n.ID
		}
	}
	known := false
	for _, c := range out.Choices {
		known = known || c.ID == out.Current
	}
	if p, err := pivot.ParsePeriod(out.Current, last); err == nil && !known && out.Current != "" {
		out.Choices = append(out.Choices, choiceOf(p, "", s.Lang()))
	}
	return out
}

func periodChoices(first, last float64, l lang.Lang) []PeriodChoice {
	all := PeriodChoice{ID: "all", Name: l.T("period.all")}
	if last != last {
		return []PeriodChoice{all}
	}
	all.Dates = display.Span(first, last, l, true)
	out := []PeriodChoice{all}
	seen := map[string]bool{"all": true}
	add := func(p pivot.Period, name string) {
		if !seen[p.ID] && p.To > first && p.From <= last {
			seen[p.ID] = true
			out = append(out, choiceOf(p, name, l))
		}
	}
	for _, id := range pivot.Presets {
		if p, err := pivot.ParsePeriod(id, last); err == nil && !p.All() {
			add(p, l.T("period."+id))
		}
	}
	for _, unit := range []struct {
		start string
		n     int
	}{{"this-week", recentWeeks}, {"this-month", recentMonths}} {
		p, err := pivot.ParsePeriod(unit.start, last)
		for i := 0; err == nil && i < unit.n; i++ {
			add(p, "")
			p = p.Previous()
		}
	}
	return out
}

func choiceOf(p pivot.Period, name string, l lang.Lang) PeriodChoice {
	c := PeriodChoice{ID: p.ID, Name: name, Dates: display.Span(p.From, p.To-1, l, true)}
	if name == "" {
		c.Name, c.Dates = c.Dates, p.ID
	}
	return c
}

// ReportsReady says of each report whether a log that it can start from is open.
func (s *Session) ReportsReady() map[string]bool {
	kinds := map[logkind.Kind]bool{}
	for _, l := range s.logs {
		kinds[l.Kind] = true
	}
	return readyFor(kinds)
}
