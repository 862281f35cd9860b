package derive

import (
	"math"

	"tallyboard/internal/logkind"
	"tallyboard/internal/table"
)

// Weighted is the role of a ready-counted mean or share of a daily sheet times
// the receptions (or customers) that it was counted from, so that sums of it can be divided
// by sums of those.
func Weighted(r logkind.Role) logkind.Role { return "weighted_" + r }

// Weight is the column of a daily sheet that a mean or share is weighted with.
func Weight(l *logkind.Log, r logkind.Role) logkind.Role {
	switch {
	case r == logkind.Conversion && l.Has(logkind.Inquiries):
		return logkind.Inquiries
	case r == logkind.RefundRate:
		return logkind.Payers
	}
	return Handled(l)
}

// Handled is the column of a daily sheet that says how much work was done: its
// receptions, else the customers received, which is all that many plug-ins
// count; "" where it has neither.
func Handled(l *logkind.Log) logkind.Role {
	for _, r := range []logkind.Role{logkind.Receptions, logkind.CustomersServed} {
		if c := l.Col(r); c != nil && !c.Type.Coded() {
			return r
		}
	}
	return ""
}

// weighted makes the column of one of them.
func weighted(r logkind.Role) Derived {
	return Derived{
		Role: Weighted(r),
		Type: table.Number,
		Step: true,
		Fits: func(l *logkind.Log) bool {
			c := l.Col(r)
			return l.Kind == logkind.Daily && c != nil && !c.Type.Coded() && l.Col(Weight(l, r)) != nil
		},
		Make: func(w *work) *table.Column {
			log := w.log()
			c, by := log.Col(r), log.Col(Weight(log, r))
			scale := ShareScale(r, c)
			out := w.missing()
			for i := range out {
				out[i] = c.Num(i) * by.Num(i) * scale
			}
			t := table.Number
			if c.Type == table.Duration {
				t = table.Duration
			}
			return table.NumColumn("", t, out)
		},
	}
}

// ShareScale is what brings shares that are written in percent points (85) to
// fractions (0.85); other columns stay as they are.
func ShareScale(r logkind.Role, c *table.Column) float64 {
	switch {
	case c.Type == table.Duration || r == logkind.FirstResponse || r == logkind.AvgResponse || r == logkind.Duration || r == logkind.Satisfaction:
		return 1
	case c.Unit == "pp": // the header says percent, and the numbers are points
		return 0.01
	case c.Unit == "%": // read from 98%
		return 1
	}
	most := math.Inf(-1)
	for _, v := range c.Nums {
		most = math.Max(most, orNone(v))
	}
	limit := 1.0
	if r == logkind.AnswerRatio {
		limit = 10
	}
	if most > limit {
		return 0.01
	}
	return 1
}

func orNone(v float64) float64 {
	if v != v {
		return math.Inf(-1)
	}
	return v
}
