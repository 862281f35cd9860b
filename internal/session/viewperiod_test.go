package session

import (
	"testing"

	"tallyboard/internal/pivot"
)

// Where a timeline goes over several years, its ends say of which.
func TestTheEndsOfATimelineAreUnmistakable(t *testing.T) {
	for _, c := range []struct {
		name, from, to, first, last string
	}{
		{"days", "2026-11-02", "2026-11-10", "11月2日", "11月10日"},
		{"days over New Year", "2025-12-30", "2026-01-02", "2025年12月30日", "2026年1月2日"},
		{"weeks of one year", "2026-01-05", "2026-06-30", "1月5–11日", "6月29日–7月5日"},
		{"weeks of two years", "2025-06-02", "2026-05-31", "2025年6月2–8日", "2026年5月25–31日"},
		{"months", "2014-01-01", "2017-12-30", "2014年1月", "2017年12月"},
	} {
		s, l := start(t)
		opened(t, s, l, write(t, "客服.csv", "来电时间,客服\n"+c.from+" 09:00,小王\n"+c.to+" 10:00,小李\n"))
		var bars []Stretch
		s.Timeline("来电时间", func(b []Stretch) { bars = b })
		l.until(t, "the timeline", func() bool { return bars != nil })
		if first, last := bars[0].Label, bars[len(bars)-1].Label; first != c.first || last != c.last {
			t.Errorf("%s: from %s to %s, want %s and %s", c.name, first, last, c.first, c.last)
		}
	}
}

// The answer to "why did it change" names both periods.
func TestWhyNamesThePeriods(t *testing.T) {
	for _, c := range []struct {
		against byte
		data    string
		want    string
	}{
		{pivot.Before, calls, "2026年11月9–15日 对比 2026年11月2–8日。"},
		{pivot.YearBefore, calls + "2025-11-11 09:00,小王,投诉,是,f\n", "2026年11月9–15日 对比 2025年11月10–16日。"},
	} {
		s, l := start(t)
		opened(t, s, l, write(t, "客服.csv", c.data))
		s.SetView(func(v *View) {
			v.Spec = pivot.Spec{Rows: []pivot.Dim{{Column: "来电时间", Func: pivot.Week}}, Values: []pivot.Value{{Agg: pivot.Count}}}
		})
		l.until(t, "the weeks", func() bool {
			r, _ := s.Result()
			return r != nil && len(r.Spec.Rows) == 1 && r.Spec.Rows[0].Func == pivot.Week
		})
		r, _ := s.Result()
		leaves := r.Rows.Leaves()
		var why *Why
		s.AskWhy(r.Rows.Members[leaves[len(leaves)-1]].Path, nil, 0, c.against, func(w *Why) { why = w })
		l.until(t, "why", func() bool { return why != nil })
		if why.Periods != c.want {
			t.Errorf("the periods are %q, want %q", why.Periods, c.want)
		}
	}
}
