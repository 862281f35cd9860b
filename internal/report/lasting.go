package report

import (
	"slices"

	"tallyboard/internal/display"
	"tallyboard/internal/document"
	"tallyboard/internal/logkind"
)

// lasting lists, over all logs of contacts and the weeks until now, the
// customers who came back on the same matter twice or more and are not served
// yet: a week of one log alone hides them.
func (b *Builder) lasting() {
	all := b.visitors()
	if len(all.logs) == 0 {
		return
	}
	if len(all.logs) > 1 {
		b.heading("customers_lasting", b.t("report.customers.alllogs"))
	}
	all.judge()
	seconds := slices.ContainsFunc(all.logs, func(v *view) bool { return v.time != "" && v.log().Col(v.time).Seconds() })
	t := &document.Table{ID: b.id("customers_lasting"), Title: b.t("report.customers.lasting", b.spanName(b.recent())), List: true, Columns: []document.Column{
		{Title: b.roleName(logkind.Customer), Format: text, Weight: 2}, {Title: b.t("report.customers.back"), Help: b.t("report.customers.back.help"), Format: whole, Bar: true},
		{Title: b.t("report.customers.failed"), Format: whole}, {Title: b.t("report.customers.last"), Format: display.Format{Kind: display.DateTime, Seconds: seconds}}, {Title: b.t("report.remark"), Format: text}}}
	for _, x := range all.came {
		if x.back < 2 || !x.open || len(t.Rows) == kept {
			continue
		}
		remark := words("")
		if x.chance < unlikely {
			remark = document.Cell{Text: b.t("report.customers.urgent"), Num: nan, Tone: document.Bad}
		}
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{{Text: x.name, Num: nan, Ref: x.ref()}, document.Number(x.back), document.Number(x.failed), document.Number(finite(x.last)), remark}, Place: x.place})
	}
	b.addList(t, len(t.Rows))
}

func finite(v float64) float64 {
	if v-v != 0 {
		return nan
	}
	return v
}
