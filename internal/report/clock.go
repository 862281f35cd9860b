package report

import (
	"tallyboard/internal/chart"
	"tallyboard/internal/document"
	"tallyboard/internal/kpi"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
	"tallyboard/internal/table"
)

// hour is the hour of day of the view's rows: of its time column, or of a
// column of clock times beside a column of dates. ok is false where the log
// knows no time of day.
func (v *view) hour() (d pivot.Dim, ok bool) {
	if c := v.log().Col(v.time); isTime(c) && !c.DateOnly {
		return v.timed(pivot.Hour), true
	}
	for _, c := range v.log().Table.Cols {
		if c.Type == table.Clock {
			return pivot.Dim{Column: c.Name, Func: pivot.Hour}, true
		}
	}
	return d, false
}

// weekHeat is the heat map of hours by weekdays; nil where the log does not
// know both.
func (v *view) weekHeat() *document.Chart {
	hour, ok := v.hour()
	if !ok || v.time == "" {
		return nil
	}
	weekday := v.timed(pivot.Weekday)
	return v.grid(grid{title: v.b.t("report.hours.heat"), unit: v.b.counted(v.log().Kind), kind: chart.Heat,
		format: whole, series: &weekday, category: hour})
}

// mainView is the log of contacts with most rows in the period; nil where there
// is none.
func (b *Builder) mainView(kinds ...logkind.Kind) *view {
	var best *view
	most := -1.0
	for _, v := range b.views(kinds...) {
		if n := v.number(b.period, pivot.Value{Agg: pivot.Count}); n > most {
			best, most = v, n
		}
	}
	return best
}

// headline are the KPIs that stand on the first page, by the kind of log.
var headline = map[logkind.Kind][]*kpi.KPI{
	logkind.Inbound:  {kpi.Receptions, kpi.Customers, kpi.ReplyRate, kpi.FirstResponse, kpi.ResolvedRate, kpi.FCR, kpi.Satisfaction, kpi.TalkMedian},
	logkind.Chat:     {kpi.Receptions, kpi.Customers, kpi.Visits, kpi.FirstResponse, kpi.ResolvedRate, kpi.FCR, kpi.Satisfaction, kpi.Conversion},
	logkind.Outbound: {kpi.Receptions, kpi.Matters, kpi.AttemptsPerMatter, kpi.MattersSolved},
	logkind.Generic:  {kpi.Receptions, kpi.Customers, kpi.FirstResponse, kpi.ResolvedRate, kpi.Satisfaction, kpi.TalkMedian},
	logkind.Order:    {kpi.Orders, kpi.Sales, kpi.PaidRate, kpi.OrderValue, kpi.SalesShare, kpi.RefundRate},
	logkind.Review:   {kpi.Reviews, kpi.ReviewSolved, kpi.ContactLag, kpi.Compensation},
	logkind.Approval: {kpi.Requests, kpi.ApprovedRate, kpi.Requested},
	logkind.Quality:  {kpi.QualityScore, kpi.ProblemRate},
	logkind.Training: {kpi.PassRate, kpi.ExamScore},
}
