// Package explain says why a number changed: which members of which columns
// account for the difference between two sets of rows, ranked, with the
// arithmetic. It asks a pivot engine; it knows nothing of screens and documents.
package explain

import (
	"cmp"
	"context"
	"math"
	"slices"

	"tallyboard/internal/fault"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
	"tallyboard/internal/table"
)

// Question asks why Value is what it is over the rows of Now and not what it
// was over those of Before. Where holds on both sides.
type Question struct {
	Log         *logkind.Log
	Value       pivot.Value
	Where       []pivot.Filter
	Now, Before []pivot.Filter
	Dims        []pivot.Dim // what may explain it; nil takes Dims(Log)
	Parts       int         // members kept for each column; 0 is 5
}

// Answer is the difference and what accounts for it.
type Answer struct {
	Now, Before         float64
	Diff                float64 // Now − Before
	RowsNow, RowsBefore int64
	Ratio               bool     // a mean, share or ratio: effects are made of rate and mix
	Columns             []Column // the best explanation first
}

// Column is the difference taken apart by one dimension. The effects of Parts
// and Rest add up to the difference of the Answer.
type Column struct {
	Dim   pivot.DimInfo
	Parts []Part // the largest effects first
	Rest  Part   // all other members together; its Label is Other
	// Score is how much of the difference goes beyond what would be if all
	// members had changed alike, chance set aside; at 0 the column tells nothing.
	Score float64
}

// Part is one member. With w its share of the denominator and R the value of
// all before, of a ratio Rate = w now × (now − before), Mix = (w now − w before)
// × (before − R), and Effect is their sum. Of a count or a sum Effect is now −
// before.
type Part struct {
	Label               pivot.Label
	Now, Before         float64 // the value; NaN where there are no rows
	RowsNow, RowsBefore int64
	WeightNow           float64 // share of the denominator, of ratios
	WeightBefore        float64
	Effect, Rate, Mix   float64
	Share               float64 // Effect / Diff
}

// Explain takes a difference apart. A value that cannot be taken apart (a
// median, say) is the fault "explain.value"; a side without rows "explain.norows".
func Explain(ctx context.Context, engine pivot.Engine, q Question) (*Answer, error) {
	v, ok := parts(q.Value)
	if !ok {
		return nil, fault.New("explain.value", q.Value.String())
	}
	dims := q.Dims
	if dims == nil {
		dims = Dims(q.Log)
	}
	a := &Answer{Ratio: len(v) > 1}
	whole, err := ask(ctx, engine, q, v, nil)
	if err != nil {
		return nil, err
	}
	all := whole.grand()
	a.Now, a.Before, a.RowsNow, a.RowsBefore = all.Now, all.Before, all.RowsNow, all.RowsBefore
	if a.RowsNow == 0 || a.RowsBefore == 0 {
		return nil, fault.New("explain.norows")
	}
	a.Diff = a.Now - a.Before
	for _, d := range dims {
		if pinned(q, d) || computes(q.Log, q.Value, d) || tellsTime(q, d) {
			continue
		}
		two, err := ask(ctx, engine, q, v, &d)
		if err != nil {
			return nil, err
		}
		if c, ok := two.column(a, cmp.Or(q.Parts, 5)); ok {
			a.Columns = append(a.Columns, c)
		}
	}
	slices.SortStableFunc(a.Columns, func(x, y Column) int { return cmp.Compare(y.Score, x.Score) })
	return a, nil
}

// parts gives the values to ask for: the value itself, and for a ratio what it
// is divided by. It fails for values whose parts do not add up.
func parts(v pivot.Value) ([]pivot.Value, bool) {
	v = v.Bare()
	if v.Calc != nil {
		return nil, false
	}
	switch v.Agg {
	case "", pivot.Count, pivot.Sum:
		if v.Over == nil {
			return []pivot.Value{v}, true
		}
		if o, ok := parts(*v.Over); ok && len(o) == 1 {
			return []pivot.Value{v, o[0]}, true
		}
	case pivot.Mean, pivot.Share:
		if v.Over == nil {
			return []pivot.Value{v, {Agg: pivot.Count, Column: v.Column, Where: v.Where}}, true
		}
	}
	return nil, false
}

// Dims lists the dimensions of a log that can explain something: columns of a
// few words, provinces where there are many addresses, hour and weekday.
func Dims(log *logkind.Log) []pivot.Dim {
	var out []pivot.Dim
	for _, c := range log.Table.Cols {
		switch c.Type {
		case table.Text:
			if n := c.Dict.Len(); n >= 2 && n <= maxMembers {
				out = append(out, pivot.Dim{Column: c.Name})
			} else if c == log.Col("region") && n > 0 {
				out = append(out, pivot.Dim{Column: c.Name, Func: pivot.Province})
			}
		case table.Bool:
			out = append(out, pivot.Dim{Column: c.Name})
		}
	}
	if c := log.Col("time"); c != nil && c.Type == table.Time {
		if !c.DateOnly {
			out = append(out, pivot.Dim{Column: c.Name, Func: pivot.Hour})
		}
		out = append(out, pivot.Dim{Column: c.Name, Func: pivot.Weekday})
	}
	return out
}

// maxMembers is how many different words a column may have to explain anything.
const maxMembers = 400

// pinned reports whether the filters leave a dimension one member, or decide by
// it between the sides.
func pinned(q Question, d pivot.Dim) bool {
	col := q.Log.Find(d.Column)
	is := func(f pivot.Filter) bool { return f.Func == d.Func && q.Log.Find(f.Column) == col }
	return slices.ContainsFunc(slices.Concat(q.Now, q.Before), is) ||
		slices.ContainsFunc(q.Where, func(f pivot.Filter) bool { return is(f) && f.Op == pivot.Eq && len(f.Values) == 1 })
}

// computes reports whether a value is made of the column of d, which would
// explain it by itself: fewer are solved because fewer are solved.
func computes(log *logkind.Log, v pivot.Value, d pivot.Dim) bool {
	col := log.Find(d.Column)
	return v.Column != "" && log.Find(v.Column) == col || v.Over != nil && computes(log, *v.Over, d) ||
		slices.ContainsFunc(v.Where, func(f pivot.Filter) bool { return log.Find(f.Column) == col })
}

// sides is one pivot over the rows of now and one over those of before.
type sides struct{ now, before *pivot.Result }

func ask(ctx context.Context, engine pivot.Engine, q Question, v []pivot.Value, d *pivot.Dim) (s sides, err error) {
	spec := pivot.Spec{Values: v}
	if d != nil {
		spec.Rows = []pivot.Dim{*d}
	}
	spec.Where = slices.Concat(q.Where, q.Now)
	if s.now, err = engine.Run(ctx, q.Log, spec); err != nil {
		return s, err
	}
	spec.Where = slices.Concat(q.Where, q.Before)
	s.before, err = engine.Run(ctx, q.Log, spec)
	return s, err
}

// grand is the part of all rows.
func (s sides) grand() Part {
	i, j := len(s.now.Rows.Members)-1, len(s.before.Rows.Members)-1
	p := Part{Now: s.now.At(i, 0, 0), Before: s.before.At(j, 0, 0), RowsNow: s.now.CountAt(i, 0), RowsBefore: s.before.CountAt(j, 0)}
	if len(s.now.Values) > 1 {
		p.WeightNow, p.WeightBefore = s.now.At(i, 0, 1), s.before.At(j, 0, 1)
	}
	return p
}

// orZero reads nothing as none, for numbers that add up.
func orZero(v float64) float64 {
	if math.IsNaN(v) {
		return 0
	}
	return v
}
