package report

import (
	"slices"

	"tallyboard/internal/derive"
	"tallyboard/internal/kpi"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
)

// ripe reports whether a KPI of the period can change no more, so that it can be
// compared with earlier ones: who called on the last of its days may still come
// back, and who asked may still pay.
func (v *view) ripe(k *kpi.KPI) bool {
	logs, days := []*logkind.Log{v.log()}, v.b.params.Days
	switch {
	case v.log().Kind == logkind.Daily:
		return true
	case k == kpi.Conversion:
		logs, days = v.b.logs(logkind.Order), v.b.params.Pay
	case k != kpi.FCR && k != kpi.ReturnRate:
		return true
	}
	return slices.ContainsFunc(logs, func(l *logkind.Log) bool {
		_, last := pivot.Span(l.Col(derive.When(l)))
		return v.period.To+float64(days)*day <= last
	})
}
