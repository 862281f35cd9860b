package theme

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"tallyboard/internal/chart"
)

// pathReader follows the path data of an SVG.
type pathReader struct {
	s    string
	at   chart.Point
	from chart.Point // where the line began
	cur  []chart.Point
	out  Drawing
}

// parsePath turns path data into lines. It knows M L H V C A Z and their
// lower-case forms, which is all that the icons use.
func parsePath(d string) (Drawing, error) {
	p := &pathReader{s: d}
	var op byte
	for {
		p.blank()
		if p.s == "" {
			p.flush(false)
			return p.out, nil
		}
		if c := p.s[0]; c >= 'A' {
			op, p.s = c, p.s[1:]
		}
		if err := p.step(op); err != nil {
			return nil, err
		}
		switch op { // more pairs after a move are lines
		case 'M':
			op = 'L'
		case 'm':
			op = 'l'
		}
	}
}

func (p *pathReader) blank() { p.s = strings.TrimLeft(p.s, " ,\n\t") }

// nums reads n numbers.
func (p *pathReader) nums(n int) ([]float64, error) {
	out := make([]float64, n)
	for i := range out {
		p.blank()
		end := 0
		for end < len(p.s) && (p.s[end] >= '0' && p.s[end] <= '9' || p.s[end] == '.' && !strings.Contains(p.s[:end], ".") || p.s[end] == '-' && end == 0) {
			end++
		}
		v, err := strconv.ParseFloat(p.s[:end], 64)
		if err != nil {
			return nil, fmt.Errorf("no number at %q", p.s)
		}
		out[i], p.s = v, p.s[end:]
	}
	return out, nil
}

func (p *pathReader) flush(closed bool) {
	if len(p.cur) > 1 {
		p.out = append(p.out, Stroke{Points: p.cur, Closed: closed})
	}
	p.cur = nil
}

func (p *pathReader) line(to chart.Point) {
	if len(p.cur) == 0 {
		p.cur = append(p.cur, p.at)
	}
	p.cur = append(p.cur, to)
	p.at = to
}

// step carries out one command.
func (p *pathReader) step(op byte) error {
	var base chart.Point
	if op >= 'a' {
		base = p.at
	}
	counts := map[byte]int{'m': 2, 'l': 2, 'h': 1, 'v': 1, 'c': 6, 'a': 7, 'z': 0}
	n, ok := counts[op|0x20]
	if !ok {
		return fmt.Errorf("no command %q", op)
	}
	v, err := p.nums(n)
	if err != nil {
		return err
	}
	pt := func(i int) chart.Point { return chart.Point{X: base.X + v[i], Y: base.Y + v[i+1]} }
	switch op | 0x20 {
	case 'm':
		p.flush(false)
		p.at = pt(0)
		p.from = p.at
	case 'l':
		p.line(pt(0))
	case 'h':
		p.line(chart.Point{X: base.X + v[0], Y: p.at.Y})
	case 'v':
		p.line(chart.Point{X: p.at.X, Y: base.Y + v[0]})
	case 'c':
		p.curve(pt(0), pt(2), pt(4))
	case 'a':
		p.arc(v[0], v[1], v[3] != 0, v[4] != 0, pt(5))
	case 'z':
		p.flush(true)
		p.at = p.from
	}
	return nil
}

func (p *pathReader) curve(b, c, d chart.Point) {
	const n = 12
	a := p.at
	for i := 1; i <= n; i++ {
		t := float64(i) / n
		u := 1 - t
		at := func(a, b, c, d float64) float64 { return u*u*u*a + 3*u*u*t*b + 3*u*t*t*c + t*t*t*d }
		p.line(chart.Point{X: at(a.X, b.X, c.X, d.X), Y: at(a.Y, b.Y, c.Y, d.Y)})
	}
}

// arc draws an elliptic arc whose axes are not turned, after the formulas of
// the SVG specification, appendix B.2.4.
func (p *pathReader) arc(rx, ry float64, large, sweep bool, to chart.Point) {
	a := p.at
	x, y := (a.X-to.X)/2, (a.Y-to.Y)/2
	if l := x*x/(rx*rx) + y*y/(ry*ry); l > 1 { // too small to reach: grow
		rx, ry = rx*math.Sqrt(l), ry*math.Sqrt(l)
	}
	f := math.Sqrt(max(0, (rx*rx*ry*ry-rx*rx*y*y-ry*ry*x*x)/(rx*rx*y*y+ry*ry*x*x)))
	if large == sweep {
		f = -f
	}
	cx, cy := f*rx*y/ry, -f*ry*x/rx
	from := math.Atan2((y-cy)/ry, (x-cx)/rx)
	end := math.Atan2((-y-cy)/ry, (-x-cx)/rx)
	if sweep && end < from {
		end += 2 * math.Pi
	}
	if !sweep && end > from {
		end -= 2 * math.Pi
	}
	if len(p.cur) == 0 {
		p.cur = append(p.cur, a)
	}
	p.cur = arcPoints(p.cur, cx+(a.X+to.X)/2, cy+(a.Y+to.Y)/2, rx, ry, from, end)
	p.at = to
}
