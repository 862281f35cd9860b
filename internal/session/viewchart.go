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

// draw charts a result. What only compares values with other periods is left to
// the table: of differences and changes beside the values themselves a chart
// would show nothing. Where the values are spread over both axes the values of
// other periods go too, and those of another kind than the first.
func draw(r *pivot.Result, kind chart.Kind, l lang.Lang) *chart.Chart {
	both := len(r.Rows.Dims) > 0 && len(r.Cols.Dims) > 0
	var keep []int
	for i, v := range r.Values {
		then := period(v.Value) != 0
		change := v.Calc != nil && v.Calc.Op == '-' && period(v.Calc.B) != 0
		other := v.Format(r.Spec.Show).Kind != r.Values[0].Format(r.Spec.Show).Kind
		if !change && !(both && (then || other)) {
			keep = append(keep, i)
		}
	}
	if len(keep) == 0 || len(keep) == len(r.Values) {
		return chart.FromPivot(r, kind, l)
	}
	c := chart.FromPivot(only(r, keep), kind, l)
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
