package report

import (
	"math"
	"slices"

	"tallyboard/internal/document"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
)

// unservedRegions finds regions that ask but do not, or hardly, order.
func unservedRegions(b *Builder) []Finding {
	contacts := b.asking(logkind.Region)
	orders := with(b.views(logkind.Order), logkind.Region)
	if len(contacts) == 0 || len(orders) == 0 {
		return nil
	}
	o := orders[0].over(b.recent())
	list := demands(contacts, o, logkind.Region)
	closed, few := gaps(list)
	var all, ordered float64
	for _, x := range list {
		all += x.contacts
		ordered += x.orders.n
	}
	var texts []string
	var where []string
	var asked float64
	best := 1.0
	for _, part := range []struct {
		key string
		set []demand
	}{{"report.find.unserved", closed}, {"report.find.hesitant", few}} {
		var names []string
		var n, m float64
		for _, x := range part.set {
			p := float64(len(list)) * poissonTail(x.orders.n, x.contacts*ordered/all)
			if p >= unlikely {
				continue
			}
			names, where = append(names, x.name[0]), append(where, x.path[0])
			n, m, best = n+x.contacts, m+x.orders.n, math.Min(best, p)
		}
		if len(names) > 0 {
			texts = append(texts, b.t(part.key, b.names(names), b.count(n), b.count(m), b.count(n*ordered/all)))
			asked += n
		}
	}
	if len(texts) == 0 {
		return nil
	}
	text := texts[0]
	if len(texts) > 1 {
		text = b.join(text, inText(texts[1]))
	}
	region := sharedDims(append(slices.Clone(contacts), o), logkind.Region)[0]
	f := pivot.Filter{Column: region.Column, Func: region.Func, Op: pivot.Eq, Values: where}
	return []Finding{{Text: b.sentence(text), Tone: document.Warning, Ref: &document.Ref{Log: contacts[0].log().Name, Where: append(contacts[0].during(contacts[0].period), f)}, view: contacts[0].among(region, contacts[0].measure()),
		effect: math.Min(1, 0.4+3*asked/all), chance: best}}
}
