package report

import (
	"slices"

	"tallyboard/internal/document"
	"tallyboard/internal/kpi"
	"tallyboard/internal/pivot"
)

// study gives a finding the view in which it can be seen: its own, else how its
// rows came in over the weeks until now.
func (b *Builder) study(f *Finding) {
	if f.Ref == nil {
		return
	}
	if f.view == nil {
		for _, v := range b.views(b.report.Kinds...) {
			if v.log().Name != f.Ref.Log || v.time == "" {
				continue
			}
			w := v.over(b.recent())
			where := slices.DeleteFunc(slices.Clone(f.Ref.Where), func(x pivot.Filter) bool { return x.Column == kpi.At(v.time) })
			f.view = w.along(pivot.Week, where...)
			break
		}
	}
	f.Ref = &document.Ref{Log: f.Ref.Log, Where: f.Ref.Where, View: f.view}
}

// among is the view that sets the members of a dimension beside each other, the
// greatest first.
func (v *view) among(d pivot.Dim, value pivot.Value) *pivot.Spec {
	return &pivot.Spec{Rows: []pivot.Dim{d}, Values: []pivot.Value{value}, Where: v.during(v.period), SortBy: "value", Desc: true}
}

// along is the view of rows over time.
func (v *view) along(step pivot.Func, where ...pivot.Filter) *pivot.Spec {
	return &pivot.Spec{Rows: []pivot.Dim{v.timed(step)}, Values: []pivot.Value{v.measure()}, Where: append(v.during(v.period), where...), FillTime: true}
}
