package report

import (
	"math"
	"slices"

	"tallyboard/internal/document"
	"tallyboard/internal/kpi"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
)

// orderRate is a share of orders that may be far worse for some of them.
type orderRate struct {
	kpi *kpi.KPI
	bad func(share float64) float64 // the share that is told
	key string
}

var orderRates = []orderRate{
	{kpi.RefundRate, func(s float64) float64 { return s }, "report.find.refund"},
	{kpi.PaidRate, func(s float64) float64 { return 1 - s }, "report.find.unpaid"},
}

// rateRoles are what orders are told apart by.
var rateRoles = []logkind.Role{logkind.Region, logkind.Product, logkind.Category}

// A share of orders is told where it is so many points and so many times worse
// than that of the others, over so many orders.
const (
	ratePoints = 0.08
	rateTimes  = 1.5
	rateOrders = 30
)

// ordersApart finds regions, products and categories whose orders are refunded
// or left unpaid far more often than the others. What all have in common, such
// as an epidemic in one province, is one finding for each rate.
func ordersApart(b *Builder) []Finding {
	var out []Finding
	for _, v := range b.views(logkind.Order) {
		w := v.over(b.recent())
		for _, rate := range orderRates {
			if len(w.usable(rate.kpi)) == 0 {
				continue
			}
			for _, role := range rateRoles {
				if f, ok := w.apart(rate, role); ok {
					f.cause = rate.key + v.log().Name
					out = append(out, f)
				}
			}
		}
	}
	slices.SortStableFunc(out, func(x, y Finding) int {
		switch {
		case x.chance < y.chance:
			return -1
		case x.chance > y.chance:
			return 1
		}
		return 0
	})
	return out
}

// apart tells the members of a role whose rate is far worse than that of the
// others together.
func (v *view) apart(rate orderRate, role logkind.Role) (Finding, bool) {
	b := v.b
	if !v.log().Has(role) {
		return Finding{}, false
	}
	by := dim(role)
	if role == logkind.Region {
		by, _ = v.region()
	}
	d := v.by([]pivot.Dim{by}, []*kpi.KPI{rate.kpi})
	lines := slices.DeleteFunc(d.named(0), func(l line) bool { return l.bases[0] < rateOrders })
	if len(lines) < 3 {
		return Finding{}, false
	}
	bad := func(l line) float64 { return rate.bad(l.vals[0]) * l.bases[0] }
	all, orders := bad(d.total), d.total.bases[0]
	var names, texts []string
	var n, sum float64
	best := 1.0
	looked := float64(len(lines) * len(orderRates) * len(rateRoles))
	for _, l := range lines {
		share, others := bad(l)/l.bases[0], (all-bad(l))/(orders-l.bases[0])
		p := looked * binomialTail(bad(l), l.bases[0], all/orders)
		if share-others < ratePoints || share < rateTimes*others || bad(l) < fewRows || p >= unlikely {
			continue
		}
		names, texts = append(names, d.name(l)), append(texts, l.label().Text)
		n, sum, best = n+l.bases[0], sum+bad(l), math.Min(best, p)
	}
	if len(names) == 0 || n > orders/2 {
		return Finding{}, false
	}
	share, others := sum/n, (all-sum)/(orders-n)
	f := pivot.Filter{Column: by.Column, Func: by.Func, Op: pivot.Eq, Values: texts}
	return Finding{
		Text: b.sentence(b.t(rate.key, b.names(names), b.percentText(share), b.percentText(others), b.count(n))), Tone: document.Warning, Ref: v.ref(f), view: v.among(by, rate.kpi.On(v.log())),
		effect: math.Min(1, 0.3+share-others+n/orders), chance: best}, true
}
