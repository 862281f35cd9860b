package chart

import (
	"math"

	"tallyboard/internal/display"
)

// axis maps values to places.
type axis struct {
	lo, hi, step float64
	from, to     float64 // where lo and hi are
	text         func(float64) string
	cut          bool // it does not begin at zero
}

func (a *axis) at(v float64) float64 {
	return a.from + (v-a.lo)/(a.hi-a.lo)*(a.to-a.from)
}

// zero is where bars begin.
func (a *axis) zero() float64 { return a.at(math.Max(a.lo, math.Min(a.hi, 0))) }

// ticks lists the values that are marked, ends included.
func (a *axis) ticks() []float64 {
	var out []float64
	for i := 0; ; i++ {
		v := a.lo + float64(i)*a.step
		if v > a.hi+a.step/1e6 || i > 50 {
			return out
		}
		if math.Abs(v) < a.step/1e6 {
			v = 0
		}
		out = append(out, v)
	}
}

// newAxis chooses round ends and steps for values between lo and hi, about n
// steps. With zero the axis holds 0; without, it may begin higher where the
// values lie close together, and says so by cut.
func newAxis(lo, hi float64, zero bool, n int, f display.Format, b *plot) axis {
	if zero || lo > 0 && lo < hi*.7 || hi < 0 && hi > lo*.7 || lo == hi {
		lo, hi = math.Min(lo, 0), math.Max(hi, 0)
	}
	if lo == hi { // all zero
		hi = 1
		if f.Kind == display.Duration {
			hi = 60
		}
	}
	a := fitting(lo, hi, n, f)
	step := a.step
	if f.Kind == display.Percent && hi <= 1 && lo >= 0 && a.hi > 1 {
		a.hi = 1
	}
	a.cut = a.lo > 0 || a.hi < 0
	a.text = f.Scale(math.Max(math.Abs(a.lo), math.Abs(a.hi)), step, b.l)
	return a
}

// fitting chooses among the round steps near n of them the one that wastes the
// least room.
func fitting(lo, hi float64, n int, f display.Format) axis {
	var best axis
	least := math.Inf(1)
	for k := max(n-1, 1); k <= n+2; k++ {
		step := niceStep((hi-lo)/float64(k), f)
		a := axis{step: step, lo: math.Floor(lo/step+1e-9) * step, hi: math.Ceil(hi/step-1e-9) * step}
		waste := 1 - (hi-lo)/(a.hi-a.lo)
		if score := waste + .1*math.Abs((a.hi-a.lo)/step-float64(n)); score < least {
			best, least = a, score
		}
	}
	return best
}

// spans are round lengths of time in seconds.
var spans = []float64{1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200, 86400}

// niceStep is the least round number from raw on: 1, 2, 2.5 or 5 times a power
// of ten, and round times for durations.
func niceStep(raw float64, f display.Format) float64 {
	if f.Kind == display.Duration && raw > .5 && raw <= spans[len(spans)-1] {
		for _, s := range spans {
			if s >= raw*.999 {
				return s
			}
		}
	}
	m := math.Pow(10, math.Floor(math.Log10(raw)))
	for _, k := range []float64{1, 2, 2.5, 5, 10} {
		s := k * m
		if s < raw*.999 || f.Kind == display.Count && s != math.Round(s) {
			continue
		}
		if f.Kind == display.Count {
			return math.Max(1, s)
		}
		return s
	}
	if f.Kind == display.Count {
		return 1
	}
	return 10 * m
}

// steps is how many steps an axis of a length has room for.
func steps(length, each float64) int { return max(2, min(6, int(length/each))) }

// tickWidth is the room that the texts of the axis take.
func (b *plot) tickWidth(a *axis) float64 {
	w := 0.0
	for _, v := range a.ticks() {
		w = math.Max(w, b.width(a.text(v), labelSize))
	}
	return w
}

// grid draws the level lines of a vertical axis over an area, with its texts
// to the left, or to the right where right.
func (b *plot) grid(a *axis, area Box, right bool) {
	last := math.Inf(1)
	for _, v := range a.ticks() {
		y := a.at(v)
		if !right {
			b.rule(area.X, y, area.X+area.W, y, b.p.Line)
		}
		if last-y < b.height(labelSize) {
			continue
		}
		last = y
		if right {
			b.text(area.X+area.W+8, y, a.text(v), labelSize, 0, .5)
		} else {
			b.text(area.X-8, y, a.text(v), labelSize, 1, .5)
		}
	}
}

// baseline draws the line on which bars stand.
func (b *plot) baseline(a *axis, area Box) {
	b.rule(area.X, a.zero(), area.X+area.W, a.zero(), mix(b.p.Second, b.p.Surface, .35))
}
