package session

import (
	"context"
	"slices"
	"time"

	"tallyboard/internal/display"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
	"tallyboard/internal/table"
	"tallyboard/internal/task"
)

// ViewPeriod is the period that the filters of the current view keep, on which
// column, and the other filters. Without a period the column is the log's time,
// "" where it has none.
func (s *Session) ViewPeriod() (now pivot.Bounded, rest []pivot.Filter) {
	l := s.log()
	if l == nil {
		return now, nil
	}
	now, rest = pivot.PeriodOf(&l.Log.Log, l.view.now().Spec.Where)
	if now.Column == "" {
		if c := timeColumn(&l.Log.Log); c != nil {
			now.Column = c.Name
		}
	}
	return now, rest
}

// timeColumn is the time of a log, else its first column of times.
func timeColumn(l *logkind.Log) *table.Column {
	if c := l.Col(logkind.Time); c != nil && c.Type == table.Time {
		return c
	}
	for _, c := range l.Table.Cols {
		if c.Type == table.Time {
			return c
		}
	}
	return nil
}

// ViewPeriods lists the periods that a time column of the current log reaches
// over.
func (s *Session) ViewPeriods(column string) []PeriodChoice {
	l := s.log()
	if l == nil {
		return nil
	}
	first, last := pivot.Span(l.Table.Column(column))
	return periodChoices(first, last, s.Lang())
}

// SetViewPeriod keeps a period of a time column in the current view, in the
// grammar of the command line.
func (s *Session) SetViewPeriod(column, text string) {
	l := s.log()
	if l == nil {
		return
	}
	_, last := pivot.Span(l.Table.Column(column))
	p, err := pivot.ParsePeriod(text, last)
	if err != nil {
		s.note(err)
		return
	}
	s.SetView(func(v *View) { v.Spec.Where = s.WithPeriod(v.Spec.Where, column, p) })
}

// WithPeriod is filters on the current log with another period in the place of
// the one that they keep.
func (s *Session) WithPeriod(where []pivot.Filter, column string, p pivot.Period) []pivot.Filter {
	_, rest := pivot.PeriodOf(&s.log().Log.Log, where)
	return append(slices.Clone(rest), p.Filters(column)...)
}

// Stretch is one bar of a timeline: a day, a week or a month.
type Stretch struct {
	pivot.Period
	Label string
	Rows  float64
}

// mostStretches is how many bars a timeline has at most.
const mostStretches = 120

// Timeline counts the rows of the current log over time, in days where they are
// few enough, else in weeks or months, and hands them to done.
func (s *Session) Timeline(column string, done func([]Stretch)) {
	l := s.log()
	if l == nil || l.Table.Column(column) == nil {
		return
	}
	first, last := pivot.Span(l.Table.Column(column))
	unit := pivot.Month
	switch days := (last - first) / 86400; {
	case days < mostStretches:
		unit = pivot.Day
	case days/7 < mostStretches:
		unit = pivot.Week
	}
	log, lg := &l.Log.Log, s.Lang()
	spec := pivot.Spec{Rows: []pivot.Dim{{Column: column, Func: unit}}, FillTime: true}
	years := time.Unix(int64(first), 0).UTC().Year() != time.Unix(int64(last), 0).UTC().Year()
	label := func(p pivot.Period) string {
		if unit == pivot.Month {
			return display.Label(string(unit), "", p.From, 0, lg)
		}
		return display.Span(p.From, p.To-1, lg, years)
	}
	task.Start(s.runner, "timeline", s.T("session.computing"), func(ctx context.Context, _ *task.Progress) ([]Stretch, error) {
		r, err := s.engine.Run(ctx, log, spec)
		if err != nil {
			return nil, err
		}
		var out []Stretch
		for _, i := range r.Rows.Leaves() {
			if m := r.Rows.Members[i].Path[0]; !m.Missing {
				p := pivot.PeriodAt(unit, m.Num)
				out = append(out, Stretch{p, label(p), r.At(i, len(r.Cols.Members)-1, 0)})
			}
		}
		return out, nil
	}, func(bars []Stretch, err error) {
		if err != nil {
			s.note(err)
			return
		}
		done(bars)
	})
}
