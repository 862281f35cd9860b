package printing

import (
	"image/color"
	"testing"

	"tallyboard/internal/chart"
	"tallyboard/internal/render/page"
)

// prim paints with one fill.
type prim color.NRGBA

func (p prim) Paint(c chart.Canvas) {
	c.PushClip(0, 0, 10, 10)
	c.Rect(1, 1, 2, 2, chart.Style{Fill: color.NRGBA(p)})
	c.PopClip()
}

func TestOnlySolidPagesAreVectors(t *testing.T) {
	for _, c := range []struct {
		alpha uint8
		want  bool
	}{{0, true}, {255, true}, {254, false}, {1, false}} {
		p := &page.Page{W: 10, H: 10, Prims: []chart.Prim{prim{A: 255}, prim{R: 9, A: c.alpha}}}
		if got := solid(p); got != c.want {
			t.Errorf("a fill of alpha %d: solid %v", c.alpha, got)
		}
	}
}

// recorder notes the colours that it is painted with.
type recorder struct {
	chart.Canvas
	seen []color.NRGBA
}

func (r *recorder) Rect(_, _, _, _ float64, s chart.Style) { r.seen = append(r.seen, s.Fill) }
func (r *recorder) PushClip(_, _, _, _ float64)            {}
func (r *recorder) PopClip()                               {}

func TestGreyPagesHaveNoColour(t *testing.T) {
	p := &page.Page{Prims: []chart.Prim{prim{R: 200, G: 40, B: 90, A: 128}}}
	var r recorder
	grey([]*page.Page{p})[0].Paint(&r)
	if len(r.seen) != 1 || r.seen[0] != (color.NRGBA{R: 93, G: 93, B: 93, A: 128}) {
		t.Errorf("painted with %v", r.seen)
	}
}
