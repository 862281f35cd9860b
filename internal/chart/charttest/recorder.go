package charttest

import (
	"fmt"
	"image/color"
	"strings"

	"tallyboard/internal/chart"
)

// Fixed measures text as if every Chinese character were one em wide and every
// other .56 em, so that goldens do not hang on a font.
type Fixed struct{}

// Width implements chart.Measurer.
func (Fixed) Width(s string, size float64, bold bool) float64 {
	w := 0.0
	for _, r := range s {
		if r >= 0x2e80 {
			w++
		} else {
			w += .56
		}
	}
	return w * size
}

// Metrics implements chart.Measurer.
func (Fixed) Metrics(size float64, bold bool) (float64, float64) { return .96 * size, .2 * size }

// Recorder is a chart.Canvas that writes down what is painted, a line a call,
// to a tenth of a point.
type Recorder struct{ b strings.Builder }

// String is what was recorded.
func (r *Recorder) String() string { return r.b.String() }

func (r *Recorder) Rect(x, y, w, h float64, s chart.Style) {
	fmt.Fprintf(&r.b, "rect %.1f,%.1f %.1fx%.1f%s\n", x, y, w, h, style(s))
}

func (r *Recorder) Path(pts []chart.Point, closed bool, s chart.Style) {
	name := "line"
	if closed {
		name = "area"
	}
	fmt.Fprintf(&r.b, "%s", name)
	for i, p := range pts {
		if i == 6 && len(pts) > 12 {
			fmt.Fprintf(&r.b, " (%d points)", len(pts))
			break
		}
		fmt.Fprintf(&r.b, " %.1f,%.1f", p.X, p.Y)
	}
	fmt.Fprintf(&r.b, "%s\n", style(s))
}

func (r *Recorder) Text(x, y float64, s string, f chart.Font, ha, va, rot float64) {
	fmt.Fprintf(&r.b, "text %.1f,%.1f %q %g%s %s align %g,%g", x, y, s, f.Size, map[bool]string{true: " bold"}[f.Bold], hex(f.Color), ha, va)
	if rot != 0 {
		fmt.Fprintf(&r.b, " turned %g", rot)
	}
	r.b.WriteByte('\n')
}

func (r *Recorder) PushClip(x, y, w, h float64) {
	fmt.Fprintf(&r.b, "clip %.1f,%.1f %.1fx%.1f\n", x, y, w, h)
}

func (r *Recorder) PopClip() { r.b.WriteString("unclip\n") }

func style(s chart.Style) string {
	out := ""
	if s.Fill.A > 0 {
		out += " fill " + hex(s.Fill)
	}
	if s.Stroke.A > 0 && s.Width > 0 {
		out += fmt.Sprintf(" stroke %s %g", hex(s.Stroke), s.Width)
	}
	if s.Dash > 0 {
		out += fmt.Sprintf(" dash %g", s.Dash)
	}
	return out
}

func hex(c color.NRGBA) string {
	if c.A < 255 {
		return fmt.Sprintf("#%02x%02x%02x%02x", c.R, c.G, c.B, c.A)
	}
	return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B)
}

// Dump is a scene as text: what is painted, then what can be hit.
func Dump(s *chart.Scene) string {
	var r Recorder
	s.Paint(&r)
	for _, h := range s.Hits {
		where := fmt.Sprintf("%.1f,%.1f %.1fx%.1f", h.X, h.Y, h.W, h.H)
		if w := h.Wedge; w != nil {
			where = fmt.Sprintf("ring %.1f,%.1f %.1f–%.1f from %.2f to %.2f", w.X, w.Y, w.Inner, w.Outer, w.From, w.To)
		}
		kind := "hit"
		if h.Legend {
			kind = "legend"
		}
		fmt.Fprintf(&r.b, "%s %s (%d,%d) %q %q\n", kind, where, h.Ref.Series, h.Ref.Category, h.Title, h.Lines)
	}
	return r.b.String()
}
