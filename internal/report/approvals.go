package report

import (
	"cmp"
	"context"
	"slices"

	"tallyboard/internal/chart"
	"tallyboard/internal/document"
	"tallyboard/internal/kpi"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
)

// approvals answers what the shop pays for, and who asks for it.
func approvals(_ context.Context, b *Builder) error {
	logs := b.views(logkind.Approval)
	for _, v := range logs {
		v.approvalsOf(len(logs) > 1)
	}
	return nil
}

func (v *view) approvalsOf(several bool) {
	b := v.b
	if !v.begin("approvals", several) {
		return
	}
	kpis := []*kpi.KPI{kpi.Requested, kpi.ApprovedAmount, kpi.ApprovedRate}
	n := v.rows()
	s := b.rowsOf(logkind.Approval, n)
	if v.compares() {
		s = b.join(s, b.versus(n, v.number(v.before, pivot.Value{Agg: pivot.Count})))
	}
	for _, k := range v.usable(kpis...) {
		text, _ := v.kpiSays(k)
		s = b.join(s, text)
	}
	if r, ok := v.first(logkind.Cause, logkind.Product); ok {
		d := v.by([]pivot.Dim{dim(r)}, nil)
		if lines := d.named(0); len(lines) > 0 {
			s = b.join(s, b.t("report.approvals.top", d.name(lines[0]), b.count(lines[0].n)))
		}
	}
	b.lead(b.sentence(s))
	b.add(&document.Tiles{Tiles: v.tiles(headline[logkind.Approval]...)})
	if r, ok := v.first(logkind.Cause, logkind.Product); ok && v.time != "" {
		series := dim(r)
		unit, reach := b.pace()
		b.addChart(v.grid(grid{title: b.t("report.approvals.trend", inText(b.roleName(r))), kind: chart.Stacked, format: whole,
			series: &series, top: 6, category: v.timed(unit), span: &reach}), false)
	}
	for _, r := range []logkind.Role{logkind.Cause, logkind.Product, v.applicant()} {
		if r != "" {
			v.table(part{id: "approvals", role: r, title: "report.approvals.by", better: -1, kpis: kpis, most: 20})
		}
	}
	v.applyingRates()
}

// applicant is the role of who asks.
func (v *view) applicant() logkind.Role {
	r, _ := v.first(logkind.Applicant, logkind.Agent)
	return r
}

// applyingRates sets each agent's requests against its receptions: who asks
// too often, and who never does.
func (v *view) applyingRates() {
	b := v.b
	who := v.applicant()
	if who == "" {
		b.missing([]*view{v}, logkind.Applicant)
		return
	}
	receptions, refs := map[string]float64{}, map[string]*document.Ref{}
	var order []string
	contacts := with(b.views(logkind.Inbound, logkind.Chat), logkind.Agent)
	for _, c := range contacts {
		d := c.over(b.recent()).by([]pivot.Dim{dim(logkind.Agent)}, nil)
		for _, l := range d.named(0) {
			if receptions[l.label().Text] == 0 {
				order = append(order, l.label().Text)
				refs[l.label().Text] = d.ref(l)
			}
			receptions[l.label().Text] += l.n
		}
	}
	if len(contacts) == 0 || len(order) == 0 {
		b.note(document.Neutral, "report.approvals.nocontacts")
		return
	}
	v = v.over(b.recent())
	d := v.by([]pivot.Dim{dim(who)}, nil)
	asked := map[string]line{}
	for _, l := range d.named(0) {
		asked[l.label().Text] = l
		if !slices.Contains(order, l.label().Text) {
			order = append(order, l.label().Text)
		}
	}
	t := &document.Table{ID: b.id("approvals_rate"), Title: b.t("report.approvals.rate", b.spanName(b.recent())),
		Columns: []document.Column{{Title: b.roleName(logkind.Agent), Format: text, Weight: 2}, {Title: b.t("kpi.receptions"), Format: whole},
			{Title: b.t("kpi.requests"), Format: whole, Bar: true}, {Title: b.t("report.approvals.per100"), Format: decimal(1), Scale: true}, {Title: b.t("report.remark"), Format: text, Weight: 2}}}
	var total, requests float64
	for _, name := range order {
		if receptions[name] > 0 {
			total += receptions[name]
			requests += asked[name].n
		}
	}
	usual := ratio(requests, total)
	slices.SortStableFunc(order, func(x, y string) int { return cmp.Compare(receptions[y], receptions[x]) })
	for _, name := range order {
		l, r := asked[name], receptions[name]
		cell := document.Cell{Num: l.n}
		if l.path != nil {
			cell.Ref = d.ref(l)
		}
		remark := document.Words("")
		switch {
		case l.n == 0 && r*usual >= 5:
			remark = document.Cell{Text: b.t("report.approvals.never"), Num: nan, Tone: document.Warning}
		case r > 0 && certain(l.n, r*usual) && l.n > 1.5*r*usual:
			remark = document.Cell{Text: b.t("report.approvals.often"), Num: nan, Tone: document.Warning}
		}
		if remark.Text == "" {
			remark = words("")
		}
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{document.Words(name), {Num: r, Ref: refs[name]}, cell, document.Number(100 * ratio(l.n, r)), remark}})
	}
	b.add(t)
}
