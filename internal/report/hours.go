package report

import (
	"context"
	"math"
	"strconv"

	"tallyboard/internal/chart"
	"tallyboard/internal/display"
	"tallyboard/internal/document"
	"tallyboard/internal/kpi"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
)

// hours answers when people are needed.
func hours(_ context.Context, b *Builder) error {
	all := b.views(demandKinds...)
	var logs []*view
	for _, v := range all {
		if _, ok := v.hour(); ok {
			logs = append(logs, v)
		}
	}
	if len(logs) == 0 {
		for _, v := range all {
			if v.time == "" {
				b.missing([]*view{v}, logkind.Time)
			} else {
				b.add(&document.Note{Text: b.t("report.hours.dateonly", v.log().Name), Tone: document.Warning, Missing: string(logkind.Time), Log: v.log().Name})
			}
		}
		return nil
	}
	for _, v := range logs {
		v.hoursOf(len(logs) > 1)
	}
	return nil
}

// An hour is a peak above, idle below these multiples of the mean of the open
// hours.
const (
	peak = 1.3
	idle = 0.5
)

func (v *view) hoursOf(several bool) {
	b := v.b
	if !v.begin("hours", several) {
		return
	}
	hour, _ := v.hour()
	kpis := v.usable(kpi.FirstResponse, kpi.ReplyRate, kpi.ReachedRate, kpi.ResolvedRate, kpi.Satisfaction, kpi.PaidRate)
	d := v.by([]pivot.Dim{hour}, kpis)
	day := clockOrder(d.named(0))
	if len(day) == 0 {
		b.note(document.Neutral, "report.allblank", b.roleName(logkind.Time), v.log().Name)
		return
	}
	open := openHours(day, d.total.n)
	mean := ratio(d.total.n, float64(len(open)))
	b.lead(v.hoursLead(d, open, mean))
	counts := b.counted(v.log().Kind)
	b.addChart(v.weekHeat(), false)
	c := d.bars(chart.Column, b.t("report.hours.day"), day)
	c.Chart.Ordered = true
	c.Height = lowChart // the table under it says the same in full
	b.addChart(c, false)
	duty := v.onDuty(hour)
	dates := v.dates()
	cols := []column{d.nameColumn(b.t("report.hours.hour")), d.countColumn(counts), d.shareColumn()}
	if dates > 0 {
		cols = append(cols, d.perDayColumn(dates))
	}
	if duty != nil {
		cols = append(cols, d.dutyColumns(duty, dates, mean)...)
	}
	cols = append(cols, column{document.Column{Title: b.t("report.hours.load"), Format: text}, func(l line) document.Cell {
		switch {
		case len(l.path) == 0:
			return document.Words("")
		case l.n > peak*mean && certain(l.n, mean):
			return document.Cell{Text: b.t("report.hours.peak"), Num: nan, Tone: document.Warning}
		case l.n < idle*mean && certain(l.n, mean):
			return document.Words(b.t("report.hours.idle"))
		}
		return document.Words("")
	}})
	if d.total.before == d.total.before {
		cols = append(cols, d.changeColumn(0))
	}
	cols = append(cols, d.kpiColumns()...)
	t := d.tabulate("hours_"+string(v.log().Kind), b.t("report.hours.table"), day, true, cols...)
	if duty != nil {
		t.Note = b.t("report.hours.note")
	}
	b.add(t)
}

// openHours are the hours of a day, in the order of the clock, in which the shop
// is open: hardly any rows of all come at the others. One empty hour between two
// busy ones does not close the shop.
func openHours(day []line, total float64) []line {
	busy := func(i int) bool { return i >= 0 && i < len(day) && day[i].n >= total/500 }
	var open []line
	for i, l := range day {
		if busy(i) || busy(i-1) && busy(i+1) {
			open = append(open, l)
		}
	}
	return open
}

// clockOrder sorts lines by the number behind their label.
func clockOrder(lines []line) []line {
	out := append([]line(nil), lines...)
	for i := 1; i < len(out); i++ {
		for j := i; j > 0 && out[j-1].label().Num > out[j].label().Num; j-- {
			out[j-1], out[j] = out[j], out[j-1]
		}
	}
	return out
}

// everyHour puts hours without rows between the others: a day's hours follow each
// other.
func everyHour(lines []line) []line {
	var out []line
	for _, l := range lines {
		if n := len(out); n > 0 {
			for h := out[n-1].label().Num + 1; h < l.label().Num; h++ {
				out = append(out, line{path: []pivot.Label{{Text: strconv.Itoa(int(h)), Num: h}}})
			}
		}
		out = append(out, l)
	}
	return out
}

// hoursLead names the peak and the idle hours.
func (v *view) hoursLead(d *breakdown, open []line, mean float64) string {
	b := v.b
	top, sum := open[0], 0.0
	var peaks, idles []line
	for _, l := range open {
		if l.n > top.n {
			top = l
		}
		switch {
		case l.n > peak*mean && certain(l.n, mean):
			peaks = append(peaks, l)
			sum += l.n
		case l.n < idle*mean && certain(l.n, mean):
			idles = append(idles, l)
		}
	}
	key := "report.hours.lead"
	if !certain(top.n, mean) {
		key = "report.hours.flat"
	}
	s := b.t(key, d.name(top), b.rowsOf(v.log().Kind, top.n), b.percentText(ratio(top.n, d.total.n)))
	if len(peaks) > 1 {
		s = b.join(s, b.t("report.hours.peaks", d.runs(peaks), b.percentText(ratio(sum, d.total.n))))
	}
	if len(idles) > 0 {
		s = b.join(s, b.t("report.hours.idles", d.runs(idles)))
	}
	return b.sentence(s)
}

// runs names hours in the order of the day; three and more that follow each
// other are one stretch, to the end of its last hour.
func (d *breakdown) runs(list []line) string {
	b := d.v.b
	var names []string
	for i := 0; i < len(list); {
		j := i + 1
		for j < len(list) && list[j].label().Num == list[j-1].label().Num+1 {
			j++
		}
		if j-i > 2 {
			names = append(names, b.t("report.hours.run", d.name(list[i]), b.lang.T("report.hours.until", b.count(list[j-1].label().Num))))
		} else {
			for _, l := range list[i:j] {
				names = append(names, d.name(l))
			}
		}
		i = j
	}
	return b.lang.List(names)
}

// dates is on how many different days the period has rows; 0 where that is not
// known.
func (v *view) dates() float64 {
	if v.time == "" {
		return 0
	}
	r := v.run(v.period, pivot.Spec{Rows: []pivot.Dim{v.timed(pivot.Day)}})
	return float64(len(leaves(r.Rows)))
}

// perDayColumn is the rows of each member on a usual day.
func (d *breakdown) perDayColumn(dates float64) column {
	return column{document.Column{Title: d.v.b.t("report.hours.perday"), Format: decimal(1)},
		func(l line) document.Cell { return document.Number(l.n / dates) }}
}

// onDuty is how many agents had rows in each hour on a usual day: the different
// agents of each day and hour, over the days that have that hour. Nil where
// agents or days are not known.
func (v *view) onDuty(hour pivot.Dim) map[string]float64 {
	if v.time == "" || !v.log().Has(logkind.Agent) {
		return nil
	}
	r := v.run(v.period, pivot.Spec{Rows: []pivot.Dim{hour}, Cols: []pivot.Dim{v.timed(pivot.Day)},
		Values: []pivot.Value{{Agg: pivot.Distinct, Column: kpi.At(logkind.Agent)}}})
	out := map[string]float64{}
	for _, i := range leaves(r.Rows) {
		sum, n := 0.0, 0.0
		for _, j := range leaves(r.Cols) {
			if x := r.At(i, j, 0); x > 0 {
				sum, n = sum+x, n+1
			}
		}
		out[pathKey(r.Rows.Members[i].Path)] = ratio(sum, n)
	}
	return out
}

// dutyColumns are the agents on duty in each hour, the rows for each of them,
// and how many agents the usual load per agent would need.
func (d *breakdown) dutyColumns(duty map[string]float64, dates, mean float64) []column {
	b := d.v.b
	var load, agents float64
	for _, l := range d.named(0) {
		if n := duty[pathKey(l.path)]; n > 0 {
			load += l.n / dates
			agents += n
		}
	}
	usual := ratio(load, agents)
	cell := func(fn func(l line, n float64) float64) func(line) document.Cell {
		return func(l line) document.Cell {
			n, ok := duty[pathKey(l.path)]
			if !ok || n == 0 {
				return document.Number(nan)
			}
			return document.Number(fn(l, n))
		}
	}
	return []column{
		{document.Column{Title: b.t("report.hours.duty"), Help: b.t("report.hours.duty.help"), Format: decimal(1)}, cell(func(_ line, n float64) float64 { return n })},
		{document.Column{Title: b.t("report.hours.each"), Format: decimal(1), Scale: true}, cell(func(l line, n float64) float64 { return l.n / dates / n })},
		{document.Column{Title: b.t("report.hours.suggest"), Help: b.t("report.hours.suggest.help", decimal(1).Full(usual, b.lang)), Format: display.Format{Kind: display.Count}},
			cell(func(l line, _ float64) float64 { return math.Max(1, math.Round(l.n/dates/usual)) })},
	}
}
