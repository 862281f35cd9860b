package session

import (
	"context"

	"tallyboard/internal/display"
	"tallyboard/internal/explain"
	"tallyboard/internal/lang"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
	"tallyboard/internal/task"
)

// Why is what makes up a change, in words.
type Why struct {
	Summary string // from what to what
	Periods string // the period that is asked about and the one that it is compared with
	Columns []WhyColumn
}

// WhyColumn is a change taken apart by one column.
type WhyColumn struct {
	Title string
	Parts []WhyPart
}

// WhyPart is one member's part in a change.
type WhyPart struct {
	Text  string  // with the arithmetic
	Share float64 // of the whole change, below 0 where it goes against it
}

// whyColumns is how many columns are told of.
const whyColumns = 5

// AskWhy finds out which members of which columns make up the difference
// between a cell of the current result and another period (pivot.Before or
// pivot.YearBefore), and hands it to done.
func (s *Session) AskWhy(row, col []pivot.Label, value int, period byte, done func(*Why)) {
	x, ok := s.subject()
	r, lg := s.result.value, s.Lang()
	if !ok || r == nil {
		return
	}
	task.Start(s.runner, "why", s.T("session.computing"), func(ctx context.Context, p *task.Progress) (*Why, error) {
		log, err := x.with(ctx, p, r.Spec.Columns())
		if err != nil {
			return nil, err
		}
		q, err := explain.Cell(log, r, value, row, col, period)
		if err != nil {
			return nil, err
		}
		a, err := explain.Explain(ctx, s.engine, q)
		if err != nil {
			return nil, err
		}
		f := r.Values[value].Format(pivot.AsIs)
		out := &Why{Summary: a.Summary(f, lg), Periods: lg.T("explore.why.periods", spanOf(log, q.Now, lg), spanOf(log, q.Before, lg))}
		for _, c := range a.Columns[:min(whyColumns, len(a.Columns))] {
			wc := WhyColumn{Title: DimText(c.Dim.Dim, c.Dim.Title, lg)}
			for _, p := range c.Parts {
				wc.Parts = append(wc.Parts, WhyPart{a.Line(c, p, f, lg), p.Share})
			}
			if c.Rest.Effect != 0 {
				wc.Parts = append(wc.Parts, WhyPart{a.Line(c, c.Rest, f, lg), c.Rest.Share})
			}
			out.Columns = append(out.Columns, wc)
		}
		return out, nil
	}, func(w *Why, err error) {
		if err != nil {
			s.note(err)
			return
		}
		done(w)
	})
}

// spanOf is the days that filters keep, with the year.
func spanOf(log *logkind.Log, where []pivot.Filter, l lang.Lang) string {
	p, _ := pivot.PeriodOf(log, where)
	return display.Span(p.From, p.To-1, l, true)
}
