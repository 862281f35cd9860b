package explain

import (
	"cmp"
	"math"
	"slices"

	"tallyboard/internal/pivot"
)

// column takes the difference apart by the members of a dimension; ok is false
// where there is only one.
func (s sides) column(a *Answer, keep int) (c Column, ok bool) {
	all := s.grand()
	parts := s.members()
	if len(parts) < 2 {
		return c, false
	}
	c.Dim = s.now.Rows.Dims[0]
	for i := range parts {
		p := &parts[i]
		if a.Ratio {
			p.WeightNow, p.WeightBefore = share(p.WeightNow, all.WeightNow), share(p.WeightBefore, all.WeightBefore)
			p.ratioEffect(a.Before)
		} else {
			p.Effect = orZero(p.Now) - orZero(p.Before)
			p.Rate = p.Effect
		}
		p.Share = share(p.Effect, a.Diff)
		c.Score += p.beyondChance(a)
	}
	if a.Diff != 0 {
		c.Score /= math.Abs(a.Diff)
	}
	slices.SortStableFunc(parts, func(x, y Part) int { return cmp.Compare(math.Abs(y.Effect), math.Abs(x.Effect)) })
	c.Rest = Part{Label: pivot.Label{Num: math.NaN(), Other: true}, Now: math.NaN(), Before: math.NaN()}
	for i, p := range parts {
		if i < keep {
			c.Parts = append(c.Parts, p)
			continue
		}
		r := &c.Rest
		r.RowsNow, r.RowsBefore = r.RowsNow+p.RowsNow, r.RowsBefore+p.RowsBefore
		r.WeightNow, r.WeightBefore = r.WeightNow+p.WeightNow, r.WeightBefore+p.WeightBefore
		r.Effect, r.Rate, r.Mix, r.Share = r.Effect+p.Effect, r.Rate+p.Rate, r.Mix+p.Mix, r.Share+p.Share
		if !a.Ratio {
			r.Now, r.Before = orZero(r.Now)+orZero(p.Now), orZero(r.Before)+orZero(p.Before)
		}
	}
	return c, true
}

// members joins the members of both sides.
func (s sides) members() []Part {
	at := map[string]int{}
	var out []Part
	find := func(l pivot.Label) *Part {
		key := l.Text
		if l.Missing {
			key = "\x00"
		}
		i, ok := at[key]
		if !ok {
			i = len(out)
			at[key] = i
			out = append(out, Part{Label: l, Now: math.NaN(), Before: math.NaN()})
		}
		return &out[i]
	}
	for _, i := range s.now.Rows.Leaves() {
		p := find(s.now.Rows.Members[i].Path[0])
		p.Now, p.RowsNow = s.now.At(i, 0, 0), s.now.CountAt(i, 0)
		if len(s.now.Values) > 1 {
			p.WeightNow = orZero(s.now.At(i, 0, 1))
		}
	}
	for _, i := range s.before.Rows.Leaves() {
		p := find(s.before.Rows.Members[i].Path[0])
		p.Before, p.RowsBefore = s.before.At(i, 0, 0), s.before.CountAt(i, 0)
		if len(s.before.Values) > 1 {
			p.WeightBefore = orZero(s.before.At(i, 0, 1))
		}
	}
	return out
}

// ratioEffect splits w₁(r₁−R) − w₀(r₀−R), which adds up to the difference over
// all members, into the change of the rate and that of the mix. A member that
// was not there before has no rate to change: all of it is mix.
func (p *Part) ratioEffect(all float64) {
	now, before := orZero(p.Now), orZero(p.Before) // no sum over some rows is a sum of 0
	if p.WeightNow == 0 {
		now = before
	}
	if p.WeightBefore == 0 {
		before = now
	}
	p.Rate = p.WeightNow * (now - before)
	p.Mix = (p.WeightNow - p.WeightBefore) * (before - all)
	p.Effect = p.Rate + p.Mix
}

// beyondChance is how much of a member's effect exceeds what it would be if all
// had changed alike, less twice what chance makes of so few rows (the square
// root of their number).
func (p Part) beyondChance(a *Answer) float64 {
	rows := math.Sqrt(float64(p.RowsNow + p.RowsBefore))
	if rows == 0 {
		return 0
	}
	if a.Ratio {
		chance := max(p.WeightNow, p.WeightBefore) * max(math.Abs(a.Before), math.Abs(a.Now)) / rows
		alike := max(p.WeightNow, p.WeightBefore) * a.Diff
		return max(0, math.Abs(p.Effect-alike)-2*chance)
	}
	alike := a.Diff * share(orZero(p.Before), a.Before)
	perRow := (math.Abs(orZero(p.Now)) + math.Abs(orZero(p.Before))) / float64(p.RowsNow+p.RowsBefore)
	return max(0, math.Abs(p.Effect-alike)-2*rows*perRow)
}

// share is a/b, 0 where b is.
func share(a, b float64) float64 {
	if b == 0 {
		return 0
	}
	return a / b
}
