package explore

import (
	"math"

	"tallyboard/internal/document"
	"tallyboard/internal/pivot"
	"tallyboard/internal/ui/theme"
	"tallyboard/internal/ui/widget"
)

// ground puts behind a number what shows how great and how good it is.
func (m *model) ground(v *widget.CellView, x document.Line, col column, num float64) {
	v.Tone = m.judge(col.Value, num, m.r.CountAt(x.Member, col.Member))
	shut := hasBelow(x) && m.folded[x.Key]
	if x.Kind != document.Item && !shut || math.IsNaN(num) || m.r.Rows.Members[x.Member].IsRest() {
		return
	}
	low, high := col.span.Span[0], col.span.Span[1]
	if shut {
		low, high = m.shutSpan(len(m.r.Rows.Members[x.Member].Path), col)
	}
	switch {
	case col.span.Bar && num >= 0 && high > 0:
		v.Bar = math.Min(num/high, 1)
	case col.span.Bar && num < 0 && low < 0:
		v.Bar = math.Max(-num/low, -1)
	case col.span.Scale && high > low:
		p := theme.ChartPalette()
		v.Fill = p.Shade(num, low, high)
	}
	if col.span.Bar && low < 0 {
		v.Zero = -low / (high - low)
	}
}

// shutKey names the lines of a depth in a column; of a scale, in all columns of
// a value.
type shutKey struct{ depth, member, value int }

// shutSpan is from where to where the numbers of a depth reach: what is folded
// is seen as lines among their like.
func (m *model) shutSpan(depth int, col column) (low, high float64) {
	key := shutKey{depth, col.Member, col.Value}
	if col.span.Scale {
		key.member = -1
	}
	if s, ok := m.shut[key]; ok {
		return s[0], s[1]
	}
	for j, row := range m.r.Rows.Members {
		if len(row.Path) != depth || row.Kind == pivot.Grand || row.IsRest() {
			continue
		}
		for _, c := range m.all {
			if c.Value != col.Value || c.Member != col.Member && !(col.span.Scale && c.span.Scale) {
				continue
			}
			if v := m.r.At(j, c.Member, c.Value); v == v {
				low, high = min(low, v), max(high, v)
			}
		}
	}
	if m.shut == nil {
		m.shut = map[shutKey][2]float64{}
	}
	m.shut[key] = [2]float64{low, high}
	return low, high
}
