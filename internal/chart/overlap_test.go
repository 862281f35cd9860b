package chart_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"tallyboard/internal/chart"
	"tallyboard/internal/chart/charttest"
	"tallyboard/internal/display"
	"tallyboard/internal/render/picture"
)

// quad is a text box, turned or not.
type quad struct {
	p    [4]chart.Point
	box  [4]float64 // around it
	text string
}

// boxes collects the text boxes of a scene, and how far its shapes reach.
type boxes struct {
	m              chart.Measurer
	list           []quad
	x0, y0, x1, y1 float64
}

func (b *boxes) reach(x, y float64) {
	b.x0, b.y0, b.x1, b.y1 = math.Min(b.x0, x), math.Min(b.y0, y), math.Max(b.x1, x), math.Max(b.y1, y)
	if math.IsNaN(x) || math.IsNaN(y) {
		b.x0 = math.Inf(-1)
	}
}

func (b *boxes) Rect(x, y, w, h float64, s chart.Style) {
	b.reach(x, y)
	b.reach(x+w, y+h)
}
func (b *boxes) Path(pts []chart.Point, closed bool, s chart.Style) {
	for _, p := range pts {
		b.reach(p.X, p.Y)
	}
}
func (b *boxes) PushClip(x, y, w, h float64) {}
func (b *boxes) PopClip()                    {}
func (b *boxes) Text(x, y float64, s string, f chart.Font, ha, va, rot float64) {
	if s == "" {
		return
	}
	w := b.m.Width(s, f.Size, f.Bold)
	asc, desc := b.m.Metrics(f.Size, f.Bold)
	h := asc + desc
	sin, cos := math.Sincos(-rot * math.Pi / 180)
	q := quad{text: s}
	for i, c := range [4]chart.Point{{X: 0, Y: 0}, {X: 1, Y: 0}, {X: 1, Y: 1}, {X: 0, Y: 1}} {
		dx, dy := (c.X-ha)*w, (c.Y-va)*h
		q.p[i] = chart.Point{X: x + dx*cos - dy*sin, Y: y + dx*sin + dy*cos}
	}
	q.box[0], q.box[2] = along(q, chart.Point{X: 1})
	q.box[1], q.box[3] = along(q, chart.Point{Y: 1})
	b.list = append(b.list, q)
}

// apart reports whether a line separates two boxes; slack is the depth in
// points up to which a touch is forgiven.
func apart(a, b quad, slack float64) bool {
	if a.box[2] <= b.box[0] || b.box[2] <= a.box[0] || a.box[3] <= b.box[1] || b.box[3] <= a.box[1] {
		return true
	}
	for _, q := range []quad{a, b} {
		for i := range 4 {
			e := chart.Point{X: q.p[(i+1)%4].X - q.p[i].X, Y: q.p[(i+1)%4].Y - q.p[i].Y}
			l := math.Hypot(e.X, e.Y)
			if l == 0 {
				continue
			}
			n := chart.Point{X: -e.Y / l, Y: e.X / l}
			aLo, aHi := along(a, n)
			bLo, bHi := along(b, n)
			if aHi <= bLo+slack || bHi <= aLo+slack {
				return true
			}
		}
	}
	return false
}

func along(q quad, n chart.Point) (lo, hi float64) {
	lo, hi = math.Inf(1), math.Inf(-1)
	for _, p := range q.p {
		v := p.X*n.X + p.Y*n.Y
		lo, hi = math.Min(lo, v), math.Max(hi, v)
	}
	return lo, hi
}

// check says what is wrong with the words of a scene; "" nothing.
func check(s *chart.Scene, m chart.Measurer) string {
	b := &boxes{m: m}
	s.Paint(b)
	if b.x0 < -.5 || b.y0 < -.5 || b.x1 > s.W+.5 || b.y1 > s.H+.5 {
		return fmt.Sprintf("a shape leaves the canvas: %.1f,%.1f to %.1f,%.1f", b.x0, b.y0, b.x1, b.y1)
	}
	for i := range s.Hits {
		if h := &s.Hits[i]; h.Wedge == nil && (h.X < -5 || h.Y < -5 || h.X+h.W > s.W+5 || h.Y+h.H > s.H+5 || h.W != h.W) {
			return fmt.Sprintf("the region of %q leaves the canvas", h.Title)
		}
	}
	for i, q := range b.list {
		for _, p := range q.p {
			if p.X < -.5 || p.Y < -.5 || p.X > s.W+.5 || p.Y > s.H+.5 {
				return fmt.Sprintf("%q leaves the canvas at %.1f,%.1f", q.text, p.X, p.Y)
			}
			if math.IsNaN(p.X) || math.IsNaN(p.Y) {
				return fmt.Sprintf("%q stands nowhere", q.text)
			}
		}
		for _, o := range b.list[:i] {
			if !apart(q, o, .6) {
				return fmt.Sprintf("%q and %q overlap at %.1f,%.1f", q.text, o.text, q.p[0].X, q.p[0].Y)
			}
		}
	}
	return ""
}

var sizes = [][2]float64{{1200, 600}, {640, 340}, {500, 300}, {480, 200}, {300, 180}, {240, 400}, {160, 120}, {90, 60}, {30, 20}, {0, 0}}

func TestWordsNeverOverlapNorLeaveTheCanvas(t *testing.T) {
	fonts := picture.Standard()
	for _, s := range append(charttest.Samples(), charttest.Nasty()...) {
		for _, size := range sizes {
			if bad := check(s.Chart.Layout(size[0], size[1], chart.Light, fonts), fonts); bad != "" {
				t.Errorf("%s at %gx%g: %s", s.Name, size[0], size[1], bad)
			}
		}
	}
}

func TestRandomChartsNeverOverlap(t *testing.T) {
	fonts := picture.Standard()
	n := 1500
	if testing.Short() {
		n = 100
	}
	bad := 0
	for seed := range uint64(n) {
		c, w, h := random(seed)
		if msg := check(c.Layout(w, h, chart.Light, fonts), fonts); msg != "" {
			t.Errorf("seed %d, %s of %d series and %d categories at %.0fx%.0f: %s", seed, c.Kind, len(c.Series), len(c.Categories), w, h, msg)
			if bad++; bad > 20 {
				t.Fatal("and more")
			}
		}
	}
}

// random is a chart of any kind, shape and size.
func random(seed uint64) (c *chart.Chart, w, h float64) {
	r := rand.New(rand.NewPCG(seed, 1))
	pick := func(list ...string) string { return list[r.IntN(len(list))] }
	words := func(n int) string {
		s := ""
		for range n {
			s += pick("客", "服", "物流", "退款", "Delivery ", "late ", "2026", "–", "（", "）", "a")
		}
		return s
	}
	c = &chart.Chart{
		Kind: chart.Catalogue[r.IntN(len(chart.Catalogue))].ID, Lang: pick("zh", "en"), Title: words(r.IntN(12)), Unit: pick("", "次", "minutes"),
		Parts: r.IntN(2) == 0, Time: r.IntN(3) == 0, Ordered: r.IntN(3) == 0,
		Format: display.Format{Kind: display.Kind(r.IntN(5)), Decimals: r.IntN(3), Signed: r.IntN(6) == 0},
	}
	cats := []int{1, 2, 5, 8, 12, 31, 40, 90, 200}[r.IntN(9)]
	longest := 1 + r.IntN(1+r.IntN(14))
	start := float64(1790000000 - 86400*r.IntN(300))
	for j := range cats {
		c.Categories = append(c.Categories, words(1+r.IntN(longest)))
		c.Rest = append(c.Rest, j == cats-1 && r.IntN(2) == 0)
		c.Times = append(c.Times, start+86400*float64(j))
	}
	if r.IntN(4) == 0 {
		provinces := []string{"浙江", "江苏省", "上海市", "广东", "北京", "内蒙古自治区", "新疆", "台湾", "香港"}
		for j := range min(cats, len(provinces)) {
			c.Categories[j] = provinces[j]
		}
	}
	if r.IntN(4) == 0 {
		group := ""
		for j := range cats {
			if j == 0 || r.IntN(4) == 0 {
				group = words(1 + r.IntN(5))
			}
			c.Outer, c.Leaf = append(c.Outer, group), append(c.Leaf, words(1+r.IntN(5)))
		}
	}
	series := []int{1, 1, 2, 3, 6, 14, 30}[r.IntN(7)]
	scale := math.Pow(10, float64(r.IntN(10)-2))
	for range series {
		s := chart.Series{Name: words(1 + r.IntN(8)), Hidden: r.IntN(12) == 0, Muted: r.IntN(12) == 0, Second: r.IntN(3) == 0}
		for range cats {
			v := r.Float64() * scale
			switch r.IntN(12) {
			case 0:
				v = math.NaN()
			case 1:
				v = 0
			case 2:
				if seed%3 == 0 {
					v = -v
				}
			}
			s.Values = append(s.Values, v)
		}
		c.Series = append(c.Series, s)
	}
	if r.IntN(3) == 0 {
		c.Marks = []chart.Mark{{Value: scale * r.Float64(), Label: words(4)}, {Value: scale * r.Float64(), Label: words(2), Tone: chart.Good}}
	}
	w, h = 20+r.Float64()*1100, 20+r.Float64()*700
	for range []int{0, 0, 0, 1, 2, 4}[r.IntN(6)] {
		c.Notes = append(c.Notes, chart.Note{Ref: chart.Ref{Series: r.IntN(series+1) - 1, Category: r.IntN(cats)}, Text: words(1 + r.IntN(12))})
	}
	if len(c.Notes) == 1 && r.IntN(2) == 0 { // two may be moved onto each other
		c.Notes[0].X, c.Notes[0].Y = r.Float64(), r.Float64()
	}
	return c, w, h
}
