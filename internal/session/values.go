package session

import (
	"context"
	"slices"

	"tallyboard/internal/pivot"
	"tallyboard/internal/task"
)

// ValueCount is one member of a column with its number of rows.
type ValueCount struct {
	Text  string // what a filter compares; "" is blank
	Label string // for people
	Count int64
}

// mostValues is how many members of a column are listed: nobody reads more.
const mostValues = 10_000

// ColumnValues finds the members that fn makes of a column of the current log,
// blank before all others, which would hide it, then the most frequent first, and
// hands them to done.
func (s *Session) ColumnValues(column string, fn pivot.Func, done func([]ValueCount)) {
	x, ok := s.subject()
	if !ok {
		return
	}
	lg := s.Lang()
	spec := pivot.Spec{Rows: []pivot.Dim{{Column: column, Func: fn}}}
	if !fn.Periodic() && fn != pivot.Weekday && fn != pivot.Hour { // of time they stand as it goes
		spec.SortBy, spec.Desc, spec.Top = "value", true, mostValues
	}
	task.Start(s.runner, "values", s.T("session.computing"), func(ctx context.Context, p *task.Progress) ([]ValueCount, error) {
		log, err := x.with(ctx, p, []string{column})
		if err != nil {
			return nil, err
		}
		r, err := s.engine.Run(ctx, log, spec)
		if err != nil {
			return nil, err
		}
		var out []ValueCount
		for _, i := range r.Rows.Leaves() {
			m := r.Rows.Members[i].Path[0]
			if m.Other {
				continue
			}
			v := ValueCount{Text: m.Text, Label: r.Rows.Dims[0].Label(m, lg), Count: int64(r.At(i, len(r.Cols.Members)-1, 0))}
			if m.Missing {
				v.Text = ""
				out = slices.Insert(out, 0, v)
				continue
			}
			out = append(out, v)
		}
		return out, nil
	}, func(vs []ValueCount, err error) {
		if err != nil {
			s.note(err)
			return
		}
		done(vs)
	})
}
