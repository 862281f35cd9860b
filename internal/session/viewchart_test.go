package session

import (
	"testing"

	"tallyboard/internal/chart"
	"tallyboard/internal/pivot"
)

// The kind that is drawn is never said to be impossible: values of other periods
// beside the counts stand in the table only.
func TestTheKindThatIsDrawnIsOffered(t *testing.T) {
	s, l := start(t)
	opened(t, s, l, write(t, "客服.csv", calls))
	count := pivot.Value{Agg: pivot.Count}
	for _, values := range [][]pivot.Value{
		{count},
		{count, count.In(pivot.Before), count.Difference(pivot.Before), count.Change(pivot.Before)},
	} {
		s.SetView(func(v *View) {
			v.Spec = pivot.Spec{Rows: []pivot.Dim{{Column: "客服"}}, Cols: []pivot.Dim{{Column: "来电时间", Func: pivot.Week}}, Values: values}
		})
		l.until(t, "the result", func() bool {
			r, _ := s.Result()
			return r != nil && len(r.Values) == len(values) && len(r.Spec.Cols) == 1 && r.Spec.Cols[0].Func == pivot.Week
		})
		r, _ := s.Result()
		if got := s.Chart().Kind; got != chart.Stacked || Unfit(got, r) != "" {
			t.Errorf("%d values: %s is drawn, and said to be %q", len(values), got, Unfit(got, r))
		}
		if why := Unfit(chart.Percent, r); why != "" {
			t.Errorf("%d values: shares are not offered: %s", len(values), why)
		}
	}
}
