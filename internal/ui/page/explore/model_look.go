package explore

import (
	"image/color"
	"math"

	"tallyboard/internal/document"
	"tallyboard/internal/kpi"
	"tallyboard/internal/session"
	"tallyboard/internal/ui/theme"
	"tallyboard/internal/ui/widget"
)

// look is how numbers are coloured.
type look struct {
	judges []*session.Judge // by value; nil judges nothing
	shade  bool
}

// tones are the colours of verdicts; what is up to the standard needs none.
var tones = map[kpi.Verdict]document.Tone{kpi.Excellent: document.Good, kpi.Short: document.Warning, kpi.FarShort: document.Bad}

// darkest is how much of the accent the ground of the greatest number has.
const darkest = 0.5

// colour shows how good a number is, and how great among those of its value.
func (m *model) colour(v *widget.CellView, n node, c int, num float64) {
	member, value := m.at(c)
	if value < len(m.look.judges) && m.look.judges[value] != nil {
		v.Tone = tones[m.look.judges[value].Verdict(num, m.r.CountAt(n.member, member))]
	}
	if !m.look.shade || n.total || n.children || len(m.r.Cols.Dims) > 0 && m.isTotal(c) || math.IsNaN(num) {
		return
	}
	if top := m.top[value]; top > 0 {
		v.Fill, v.Bar = mix(theme.Color(theme.Surface), theme.Color(theme.Accent), darkest*math.Min(math.Abs(num)/top, 1)), 0
	}
}

// mix is a part of the second colour in the first.
func mix(a, b color.NRGBA, part float64) color.NRGBA {
	one := func(x, y uint8) uint8 { return uint8(float64(x) + (float64(y)-float64(x))*part) }
	return color.NRGBA{one(a.R, b.R), one(a.G, b.G), one(a.B, b.B), 255}
}

// tops finds the greatest leaf of each value, for shades.
func (m *model) tops() {
	m.top = make([]float64, len(m.r.Values))
	for _, n := range m.nodes {
		if n.total || n.children || m.rest(n) {
			continue
		}
		for c := 1; c < m.Cols(); c++ {
			if member, value := m.at(c); len(m.r.Cols.Dims) == 0 || !m.isTotal(c) {
				if x := math.Abs(m.r.At(n.member, member, value)); x > m.top[value] {
					m.top[value] = x
				}
			}
		}
	}
}
