package report

import (
	"strconv"

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
	c := v.grid(grid{title: v.b.t("report.hours.heat"), kind: chart.Heat,
		format: whole, series: &weekday, category: hour})
	if c != nil {
		v.fillHours(c, hour)
	}
	return c
}

// fillHours puts the hours in which nothing happened between the others, so
// that distances along the axis are true.
func (v *view) fillHours(c *document.Chart, hour pivot.Dim) {
	names := make([]string, 24)
	at := map[string]int{}
	for h := range names {
		names[h] = v.b.label(hour, pivot.Label{Text: strconv.Itoa(h), Num: float64(h)})
		at[names[h]] = h
	}
	old := c.Chart.Categories
	if len(old) == 0 {
		return
	}
	first, last := at[old[0]], at[old[len(old)-1]]
	for i := range c.Chart.Series {
		values, refs := make([]float64, last-first+1), make([]*document.Ref, last-first+1)
		for j, name := range old {
			values[at[name]-first], refs[at[name]-first] = c.Chart.Series[i].Values[j], c.Refs[i][j]
		}
		c.Chart.Series[i].Values, c.Refs[i] = values, refs
	}
	c.Chart.Categories = names[first : last+1]
}

// mainView is the log of contacts with most rows in the period; nil where there
// is none.
func (b *Builder) mainView(kinds ...logkind.Kind) *view {
	var best *view
	most := -1.0
	for _, v := range b.views(kinds...) {
		if n := orZero(v.number(b.period, pivot.Value{Agg: pivot.Count})); n > most {
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
	logkind.Approval: {kpi.Requests, kpi.ApprovedRate, kpi.Requested, kpi.ApprovedAmount},
	logkind.Quality:  {kpi.QualityScore, kpi.ProblemRate},
	logkind.Training: {kpi.PassRate, kpi.ExamScore},
	logkind.Daily:    {kpi.Receptions, kpi.Customers, kpi.FirstResponse, kpi.AvgResponse, kpi.ReplyRate, kpi.Satisfaction, kpi.Conversion, kpi.Sales},
}
