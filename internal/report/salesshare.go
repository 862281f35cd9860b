package report

import (
	"slices"

	"tallyboard/internal/derive"
	"tallyboard/internal/document"
	"tallyboard/internal/kpi"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
)

// A daily sheet knows what each agent sold, and often which share of the shop's
// sales that was. Shares of several agents or days cannot be averaged: they are
// sales over what the shop sold.

// wholeTeam is from which share on a column is no share of the shop's sales but
// of the team's, which always makes up a whole.
const wholeTeam = 0.995

// shopSales is what the shop sold over a period beside the sales of a daily
// sheet: by the sheet's own shares, day by day, else by the orders; NaN where
// neither tells.
func (v *view) shopSales(p pivot.Period) float64 {
	sold := v.number(p, kpi.Sales.On(v.log()))
	if s := v.salesByShares(p); sold < wholeTeam*s {
		return s
	}
	sum, known := 0.0, false
	for _, o := range v.b.views(logkind.Order) {
		if len(o.usable(kpi.Sales)) == 0 {
			continue
		}
		if s := o.number(p, kpi.Sales.On(o.log())); s > 0 {
			sum, known = sum+s, true
		}
	}
	if !known || sold > sum {
		return nan
	}
	return sum
}

// salesByShares adds up the shop's sales of each day: the agents' sales over
// their shares. It is NaN where the sheet has no shares.
func (v *view) salesByShares(p pivot.Period) float64 {
	shares := v.log().Col(logkind.SalesShare)
	if shares == nil || shares.Type.Coded() || v.time == "" {
		return nan
	}
	dims := []pivot.Dim{v.timed(pivot.Day)}
	if v.log().Has(logkind.Shop) {
		dims = append(dims, dim(logkind.Shop))
	}
	r := v.run(p, pivot.Spec{Rows: dims, Where: []pivot.Filter{{Column: kpi.At(logkind.SalesShare), Op: pivot.Gt, Values: []string{"0"}}},
		Values: []pivot.Value{{Agg: pivot.Sum, Column: kpi.At(logkind.Sales)}, {Agg: pivot.Sum, Column: kpi.At(logkind.SalesShare)}}})
	sum := nan
	for _, i := range r.Rows.Leaves() {
		if s := r.At(i, 0, 0) / (r.At(i, 0, 1) * derive.ShareScale(logkind.SalesShare, shares)); s-s == 0 {
			sum = orZero(sum) + s
		}
	}
	return sum
}

// sellers are the daily sheets that know what agents sold.
func (b *Builder) sellers() []*view {
	var out []*view
	for _, v := range with(b.views(logkind.Daily), logkind.Sales) {
		if len(v.usable(kpi.Sales)) > 0 && v.rows() > 0 {
			out = append(out, v)
		}
	}
	return out
}

// salesShare is the part of a daily sheet's sales in those of the shop; NaN where
// either is not known.
func (v *view) salesShare(p pivot.Period) float64 {
	if len(v.usable(kpi.Sales)) == 0 {
		return nan
	}
	return ratio(v.number(p, kpi.Sales.On(v.log())), v.shopSales(p))
}

// shareTile is the share as a tile.
func (v *view) shareTile() (t document.Tile, ok bool) {
	now := v.salesShare(v.period)
	if now != now {
		return t, false
	}
	before := nan
	if v.compares() {
		before = v.salesShare(v.before)
	}
	return v.tile(kpi.SalesShare, now, before, v.rows()), true
}

// sharesOfSales is a column of each line's part in the sales of the shop.
func (v *view) sharesOfSales(d *breakdown) []column {
	at := slices.Index(d.kpis, kpi.Sales)
	if at < 0 {
		return nil
	}
	all := v.shopSales(v.period)
	if all != all {
		return nil
	}
	return []column{{document.Column{Title: v.kpiName(kpi.SalesShare), Help: v.b.t("report.daily.share.help"), Format: percent},
		func(l line) document.Cell { return document.Number(ratio(l.vals[at], all)) }}}
}
