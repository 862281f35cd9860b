package chart

import (
	"math"

	"tallyboard/internal/display"
)

// frame is the area of a chart with categories along and values up.
type frame struct {
	area   Box
	value  axis
	second *axis // nil where there is none
	band   float64
	names  labelling
	lines  [][]Point // drawn over the bars: their values keep clear of them
}

// upright makes room for the axes of a chart with categories along and values
// from lo to hi up, draws them, and gives the area. zero makes the value axis
// hold 0. second is the range of a second axis, nil for none. head is room
// over the highest value, for labels.
func (b *plot) upright(r valueRange, second *valueRange, head float64) frame {
	var f frame
	names := b.c.Categories
	groups := b.c.groups()
	if groups != nil {
		names = b.c.Leaf
	}
	n := len(names)
	aside := 0.0 // room at the left for the ends of turned names

	plan := func(height float64) {
		f.value = newAxis(r.lo, r.hi, r.zero, steps(height-head, 40), r.shown(b.c), b)
		f.area = b.box
		left := b.tickWidth(&f.value) + 8
		if b.box.W-left < 30 {
			left = 0 // too narrow for numbers
		}
		left += aside
		f.area.X, f.area.W = f.area.X+left, f.area.W-left
		if second != nil {
			s := newAxis(second.lo, second.hi, second.zero, len(f.value.ticks())-1, second.shown(b.c), b)
			switch shares := second.shown(b.c).Kind == display.Percent && s.lo == 0 && s.hi == 1; {
			case second.fixed:
				s = axis{lo: second.lo, hi: second.hi, step: second.step, text: s.text}
			case shares && f.value.lo == 0: // an axis of shares ends at the whole
			default:
				align(&f.value, &s)
			}
			f.second = &s
			if right := b.tickWidth(&s) + 8; f.area.W-right > 30 {
				f.area.W -= right
			}
		}
		f.band = f.area.W / float64(n)
	}
	plan(b.box.H - 30)
	f.names = b.plan(names, f.band, b.box.H, b.c.Time || b.c.Ordered)
	aside = math.Min(b.overhang(f.names, names, f.band, f.area.X), f.area.W*.15)
	if groups != nil {
		f.names.height += b.height(labelSize) + 4
	}
	if f.value.cut {
		b.foot = append(b.foot, b.l.T("chart.cut"))
	}
	b.footnotes()
	if b.box.H-f.names.height < 40 {
		f.names.height = 0 // too low for names: hover tells them
	}
	plan(b.box.H - f.names.height)
	bottom := b.box.Y + b.box.H - math.Max(f.names.height, 4)
	f.area.Y = math.Min(b.box.Y+math.Max(head, 4)+4, bottom-12)
	f.area.H = bottom - f.area.Y
	f.value.from, f.value.to = f.area.Y+f.area.H, f.area.Y
	b.Plot = f.area
	b.grid(&f.value, f.area, false)
	if f.second != nil {
		f.second.from, f.second.to = f.value.from, f.value.to
		b.grid(f.second, f.area, true)
	}
	if f.names.height > 0 {
		b.names(f.names, names, f.area)
		b.groupNames(groups, f.area, f.names.height)
	}
	return f
}

// align gives two axes the same number of steps on each side of zero, so that
// they share it, and their level lines.
func align(a, b *axis) {
	up := math.Max(math.Round(a.hi/a.step), math.Round(b.hi/b.step))
	down := math.Min(math.Round(a.lo/a.step), math.Round(b.lo/b.step))
	for _, x := range []*axis{a, b} {
		x.lo, x.hi = down*x.step, up*x.step
	}
}

// valueRange is what a value axis has to hold.
type valueRange struct {
	lo, hi float64
	zero   bool
	series int             // whose format the axis takes
	format *display.Format // where it is not that of the series
	fixed  bool
	step   float64 // where fixed
}

func (r *valueRange) shown(c *Chart) display.Format {
	if r.format != nil {
		return *r.format
	}
	return c.format(r.series)
}

// extent is the range of the series and of the reference lines, zero included
// where asked.
func (b *plot) extent(series []int, zero bool) valueRange {
	r := b.span(series, zero)
	b.markRange(&r)
	return r
}

// span is extent without the reference lines.
func (b *plot) span(series []int, zero bool) valueRange {
	r := valueRange{lo: math.Inf(1), hi: math.Inf(-1), zero: zero}
	for k, i := range series {
		if k == 0 {
			r.series = i
		}
		for j := range b.c.Categories {
			if v := b.c.Series[i].value(j); !math.IsNaN(v) && !math.IsInf(v, 0) {
				r.lo, r.hi = math.Min(r.lo, v), math.Max(r.hi, v)
			}
		}
	}
	if r.lo > r.hi {
		r.lo, r.hi = 0, 0
	}
	return r
}

// markRange widens a range to hold the reference lines.
func (b *plot) markRange(r *valueRange) {
	for _, m := range b.c.Marks {
		if !m.Second && !math.IsNaN(m.Value) && !math.IsInf(m.Value, 0) {
			r.lo, r.hi = math.Min(r.lo, m.Value), math.Max(r.hi, m.Value)
		}
	}
}

// slot is the left edge and width of what one of n neighbours gets of a band.
func (f *frame) slot(category, i, n int) (x, w float64) {
	gap := math.Min(f.band*.28, 28)
	if f.band < 5 {
		gap = 0 // gaps of less than a pixel would flicker
	}
	w = (f.band - gap) / float64(n)
	widest := math.Max(64, f.area.W*.05)
	if n > 1 {
		widest = math.Max(44, f.area.W*.035)
	}
	w = math.Min(w, widest)
	left := f.area.X + f.band*(float64(category)+.5) - w*float64(n)/2
	return left + w*float64(i), w
}

// middle is the middle of a band.
func (f *frame) middle(category int) float64 { return f.area.X + f.band*(float64(category)+.5) }
