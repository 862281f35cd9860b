package session

import (
	"tallyboard/internal/chart"
	"tallyboard/internal/lang"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
)

// seen is a result with its chart.
type seen struct {
	result *pivot.Result
	log    *logkind.Log // that it was computed on
	chart  *chart.Chart
}

// see gives the values of a result names for people and draws it.
func see(r *pivot.Result, kind chart.Kind, l lang.Lang) seen {
	for i := range r.Values {
		r.Values[i].Title = ValueText(r.Values[i].Value, l)
	}
	if len(r.Rows.Dims)+len(r.Cols.Dims) == 0 {
		return seen{result: r}
	}
	return seen{result: r, chart: draw(r, kind, l)}
}

// Unfit is the key of the sentence that says why a kind of chart cannot show a
// result; "" where it can.
func Unfit(k chart.Kind, r *pivot.Result) string {
	on, _ := charted(r)
	return chart.Unfit(k, on)
}

// charted is what a chart shows of a result, and which of its values. What only
// compares values with other periods is left to the table: of differences and
// changes beside the values themselves a chart would show nothing. Where the
// values are spread over both axes the values of other periods go too, and those
// of another kind than the first.
func charted(r *pivot.Result) (on *pivot.Result, keep []int) {
	both := len(r.Rows.Dims) > 0 && len(r.Cols.Dims) > 0
	for i, v := range r.Values {
		then := period(v.Value) != 0
		change := v.Calc != nil && v.Calc.Op == '-' && period(v.Calc.B) != 0
		other := v.Format(r.Spec.Show).Kind != r.Values[0].Format(r.Spec.Show).Kind
		if !change && !(both && (then || other)) {
			keep = append(keep, i)
		}
	}
	if len(keep) == 0 || len(keep) == len(r.Values) {
		return r, nil
	}
	return only(r, keep), keep
}

// draw charts a result; its marks lead to the values of all of it.
func draw(r *pivot.Result, kind chart.Kind, l lang.Lang) *chart.Chart {
	on, keep := charted(r)
	c := chart.FromPivot(on, kind, l)
	if keep == nil {
		return c
	}
	for i := range c.Series {
		for k, cell := range c.Series[i].Cells {
			if cell.Value < len(keep) {
				c.Series[i].Cells[k].Value = keep[cell.Value]
			}
		}
	}
	return c
}

// only is a result with some of its values.
func only(r *pivot.Result, keep []int) *pivot.Result {
	out := *r
	out.Values, out.Cells, out.Raw, out.Texts = nil, nil, nil, map[int]string{}
	for _, v := range keep {
		out.Values = append(out.Values, r.Values[v])
	}
	for cell := range r.Count {
		for _, v := range keep {
			at := cell*len(r.Values) + v
			if words, ok := r.Texts[at]; ok {
				out.Texts[len(out.Cells)] = words
			}
			out.Cells, out.Raw = append(out.Cells, r.Cells[at]), append(out.Raw, r.Raw[at])
		}
	}
	return &out
}
