package explain

import (
	"slices"

	"tallyboard/internal/fault"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
)

// Cell asks about one cell of a result against another period (pivot.Before or
// pivot.YearBefore): the period on its axes where there is one, else the one
// that the filters keep. Where there is neither it is the fault
// "pivot.compare.period".
func Cell(log *logkind.Log, r *pivot.Result, value int, row, col []pivot.Label, period byte) (Question, error) {
	q := Question{Log: log, Value: r.Values[value].Value, Where: slices.Clone(r.Spec.Where)}
	var clock string // the column of the period on the axes
	var now pivot.Period
	for _, side := range []struct {
		axis pivot.Axis
		path []pivot.Label
	}{{r.Rows, row}, {r.Cols, col}} {
		for i, l := range side.path {
			d := side.axis.Dims[i].Dim
			switch {
			case l.Other:
				q.Where = append(q.Where, cutOff(side.axis, d, side.path[:i])...)
			case !d.Func.Periodic() || l.Missing:
				q.Where = append(q.Where, d.Is(l))
			default: // of a month and a day in it the day
				if p := pivot.PeriodAt(d.Func, l.Num); now.All() || p.To-p.From < now.To-now.From {
					clock, now = d.Column, p
				}
			}
		}
	}
	if clock != "" {
		q.Where = slices.DeleteFunc(q.Where, func(f pivot.Filter) bool {
			return f.Func == pivot.Plain && log.Find(f.Column) == log.Find(clock)
		})
	} else {
		var kept pivot.Bounded
		kept, q.Where = pivot.PeriodOf(log, q.Where)
		clock, now = kept.Column, kept.Period
	}
	if now.All() {
		return q, fault.New("pivot.compare.period")
	}
	before := now.Previous()
	if period == pivot.YearBefore {
		before = now.LastYear()
	}
	q.Now, q.Before = now.Filters(clock), before.Filters(clock)
	return q, nil
}

// cutOff is the filters for what Top cut off below a parent: none of the
// members that are shown, and not blank.
func cutOff(a pivot.Axis, d pivot.Dim, parent []pivot.Label) []pivot.Filter {
	f := pivot.Filter{Column: d.Column, Func: d.Func, Width: d.Width, Op: pivot.Ne, Values: []string{""}}
	for _, m := range a.Members {
		n := len(parent)
		if len(m.Path) != n+1 || m.Path[n].Other || m.Path[n].Missing {
			continue
		}
		if slices.EqualFunc(m.Path[:n], parent, func(x, y pivot.Label) bool { return x.Text == y.Text && x.Missing == y.Missing }) {
			f.Values = append(f.Values, m.Path[n].Text)
		}
	}
	return []pivot.Filter{f}
}
