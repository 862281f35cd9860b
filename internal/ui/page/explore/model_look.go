package explore

import (
	"math"

	"tallyboard/internal/document"
	"tallyboard/internal/ui/theme"
	"tallyboard/internal/ui/widget"
)

// ground puts behind a number what shows how great and how good it is.
func (m *model) ground(v *widget.CellView, x document.Line, col column, num float64) {
	v.Tone = m.judge(col.Value, num, m.r.CountAt(x.Member, col.Member))
	if x.Kind != document.Item || math.IsNaN(num) || m.r.Rows.Members[x.Member].IsRest() {
		return
	}
	low, high := col.span.Span[0], col.span.Span[1]
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
