package page

import (
	"tallyboard/internal/chart"
	"tallyboard/internal/document"
)

// Page is one sheet of paper: what to paint, what answers to the pointer, and
// what stands in the outline. Units are points, y grows downwards.
type Page struct {
	W, H  float64
	Prims []chart.Prim
	Links []Link
	Marks []Mark
	// Split says that a table on it has more columns than stand side by side.
	Split bool
	// Charts are where the charts stand.
	Charts []Placed

	end   float64 // where the last piece ends
	begun bool    // by something that begins a page
}

// Link is a region of a page with a hover card, that may lead to rows.
type Link struct {
	chart.Hit
	To   *document.Ref // nil where it leads nowhere
	Name string        // of the rows behind it
}

// Placed is a chart with the box that it has on a page.
type Placed struct {
	X, Y, W, H float64
	Chart      *document.Chart
}

// Mark is a heading, for the outline.
type Mark struct {
	Title string
	Level int // 1 is the top
	Y     float64
}

// Paint paints the whole page.
func (p *Page) Paint(c chart.Canvas) {
	for _, x := range p.Prims {
		x.Paint(c)
	}
}

// At finds the topmost link under a point; nil where there is none.
func (p *Page) At(x, y float64) *Link {
	for i := len(p.Links) - 1; i >= 0; i-- {
		if p.Links[i].Contains(x, y) {
			return &p.Links[i]
		}
	}
	return nil
}

// ChartAt finds the chart under a point; nil where there is none.
func (p *Page) ChartAt(x, y float64) *document.Chart {
	for _, c := range p.Charts {
		if x >= c.X && x < c.X+c.W && y >= c.Y && y < c.Y+c.H {
			return c.Chart
		}
	}
	return nil
}

// paint is one thing on a page.
type paint func(chart.Canvas)

// Paint makes paint a chart.Prim.
func (p paint) Paint(c chart.Canvas) { p(c) }

func (p *Page) add(f func(c chart.Canvas)) { p.Prims = append(p.Prims, paint(f)) }

func (p *Page) rect(x, y, w, h float64, s chart.Style) {
	p.add(func(c chart.Canvas) { c.Rect(x, y, w, h, s) })
}

func (p *Page) path(closed bool, s chart.Style, pts ...chart.Point) {
	p.add(func(c chart.Canvas) { c.Path(pts, closed, s) })
}

func (p *Page) text(x, y float64, s string, f chart.Font, ha, va float64) {
	if s != "" {
		p.add(func(c chart.Canvas) { c.Text(x, y, s, f, ha, va, 0) })
	}
}

func (p *Page) link(x, y, w, h float64, title string, lines []string, to *document.Ref) {
	p.Links = append(p.Links, Link{chart.Hit{X: x, Y: y, W: w, H: h, Title: title, Lines: lines}, to, title})
}

// way leads from a region without a hover card to the rows of that name.
func (p *Page) way(x, y, w, h float64, name string, to *document.Ref) {
	p.Links = append(p.Links, Link{chart.Hit{X: x, Y: y, W: w, H: h}, to, name})
}

// picture is a scene on a page.
type picture struct {
	scene   *chart.Scene
	x, y, k float64
}

// Paint makes picture a chart.Prim.
func (p picture) Paint(c chart.Canvas) { p.scene.Paint(&moved{c, p.x, p.y, p.k}) }

// place paints a scene k times its size with its top left corner at x, y. Its
// hits become links, to the rows where refs knows the way.
func (p *Page) place(s *chart.Scene, x, y, k float64, refs [][]*document.Ref) {
	p.Prims = append(p.Prims, picture{s, x, y, k})
	for _, h := range s.Hits {
		if h.Legend {
			continue
		}
		l := Link{Hit: movedHit(h, x, y, k), Name: h.Title}
		if i, j := h.Ref.Series, h.Ref.Category; i >= 0 && i < len(refs) && j >= 0 && j < len(refs[i]) {
			l.To = refs[i][j]
		}
		p.Links = append(p.Links, l)
	}
}
