package report

import (
	"math"
	"slices"

	"tallyboard/internal/display"
	"tallyboard/internal/pivot"
)

// moved is how many KPIs a page names that an agent does better or worse in
// than before.
const moved = 2

// earlier is a breakdown over the period before, and where nothing is compared
// over the weeks before the period; nil where they hold too few rows.
func (v *view) earlier(d *breakdown) *breakdown {
	past := v.before
	if !v.compares() {
		if v.time == "" || v.period.All() {
			return nil
		}
		past = pivot.Period{ID: "past", From: v.period.From - lookBack*day, To: v.period.From}
	}
	w := v.over(past)
	if n := w.rows(); !(n >= fewRows) {
		return nil
	}
	return w.by(d.dims, d.kpis)
}

// before is what an agent's line was earlier.
func (c *card) before(l line) (line, bool) {
	if c.earlier == nil {
		return line{}, false
	}
	i := slices.IndexFunc(c.earlier.lines, func(x line) bool { return pathKey(x.path) == pathKey(l.path) })
	if i < 0 {
		return line{}, false
	}
	return c.earlier.lines[i], true
}

// moves names the shares in which an agent is better or worse than before by
// more than chance.
func (c *card) moves(l line, several bool) (better, worse []side) {
	was, ok := c.before(l)
	if !ok {
		return nil, nil
	}
	b := c.v.b
	for i, k := range c.d.kpis {
		if k.Weight == 0 || k.Better == 0 || k.Format.Kind != display.Percent || !l.judged(k, i) || !was.judged(k, i) || !c.v.ripe(k) {
			continue
		}
		n, m := l.bases[i], was.bases[i]
		if sharesDiffer(l.vals[i]*n, n, was.vals[i]*m, m) >= level {
			continue
		}
		name := c.v.kpiName(k)
		if several {
			name = b.t("report.about", b.kindName(c.v.log().Kind), name)
		}
		lead := (l.vals[i] - was.vals[i]) * float64(k.Better)
		x := side{b.t("report.card.moved", name, k.Format.Full(l.vals[i], b.lang), k.Format.Full(was.vals[i], b.lang)), math.Abs(lead)}
		if lead > 0 {
			better = append(better, x)
		} else {
			worse = append(worse, x)
		}
	}
	return better, worse
}
