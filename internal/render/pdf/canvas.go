package pdf

import (
	"image/color"
	"math"
	"unicode/utf8"

	"codeberg.org/go-pdf/fpdf"

	"tallyboard/internal/chart"
)

// canvas paints on the current page of a PDF; it implements chart.Canvas.
type canvas struct {
	f *fpdf.Fpdf
	t *typeface
}

func (c *canvas) font(size float64, bold bool) {
	style := ""
	if bold {
		style = "B"
	}
	c.f.SetFont(family, style, size)
}

// paint runs draw with fill and stroke set, one after the other where they are
// not equally opaque.
func (c *canvas) paint(s chart.Style, draw func(style string)) {
	fill, stroke := s.Fill.A > 0, s.Stroke.A > 0 && s.Width > 0
	if fill {
		c.f.SetFillColor(int(s.Fill.R), int(s.Fill.G), int(s.Fill.B))
	}
	if stroke {
		c.f.SetDrawColor(int(s.Stroke.R), int(s.Stroke.G), int(s.Stroke.B))
		c.f.SetLineWidth(s.Width)
		if s.Dash > 0 {
			c.f.SetDashPattern([]float64{s.Dash}, 0)
			defer c.f.SetDashPattern(nil, 0)
		}
	}
	switch {
	case fill && stroke && s.Fill.A == s.Stroke.A:
		c.veiled(s.Fill, func() { draw("FD") })
	default:
		if fill {
			c.veiled(s.Fill, func() { draw("F") })
		}
		if stroke {
			c.veiled(s.Stroke, func() { draw("D") })
		}
	}
}

// veiled runs draw with the opacity of a colour.
func (c *canvas) veiled(of color.NRGBA, draw func()) {
	if of.A == 255 {
		draw()
		return
	}
	c.f.SetAlpha(float64(of.A)/255, "Normal")
	draw()
	c.f.SetAlpha(1, "Normal")
}

// Rect implements chart.Canvas.
func (c *canvas) Rect(x, y, w, h float64, s chart.Style) {
	if w < 0 {
		x, w = x+w, -w
	}
	if h < 0 {
		y, h = y+h, -h
	}
	r := math.Min(s.Radius, math.Min(w, h)/2)
	c.paint(s, func(style string) {
		if r > 0 {
			c.f.RoundedRect(x, y, w, h, r, "1234", style)
			return
		}
		c.f.Rect(x, y, w, h, style)
	})
}

// Path implements chart.Canvas.
func (c *canvas) Path(pts []chart.Point, closed bool, s chart.Style) {
	if len(pts) < 2 {
		return
	}
	if !closed {
		s.Fill = color.NRGBA{}
	}
	c.paint(s, func(style string) {
		c.f.MoveTo(pts[0].X, pts[0].Y)
		for _, p := range pts[1:] {
			c.f.LineTo(p.X, p.Y)
		}
		if closed {
			c.f.ClosePath()
		}
		c.f.DrawPath(style)
	})
}

// Text implements chart.Canvas.
func (c *canvas) Text(x, y float64, s string, f chart.Font, ha, va, rot float64) {
	s = c.t.clean(s)
	if s == "" || f.Color.A == 0 {
		return
	}
	c.font(f.Size, f.Bold)
	c.f.SetTextColor(int(f.Color.R), int(f.Color.G), int(f.Color.B))
	ascent, descent := c.t.Metrics(f.Size, f.Bold)
	dx := 0.0
	if ha != 0 {
		dx = -ha * c.t.fonts.Width(s, f.Size, f.Bold)
	}
	dy := ascent - va*(ascent+descent)
	c.veiled(f.Color, func() {
		if rot != 0 {
			c.f.TransformBegin()
			c.f.TransformRotate(rot, x, y)
			defer c.f.TransformEnd()
		}
		pen := x + dx
		c.t.runs(s, func(part string, drawn bool) {
			if drawn {
				c.outline(pen, y+dy, part, f)
			} else {
				c.f.Text(pen, y+dy, part)
			}
			pen += c.t.fonts.Width(part, f.Size, f.Bold)
		})
	})
}

// outline draws a character that cannot be written, with the pen at x on a base
// line.
func (c *canvas) outline(x, base float64, s string, f chart.Font) {
	r, _ := utf8.DecodeRuneInString(s)
	shape := c.t.fonts.Outline(r, f.Size, f.Bold)
	if len(shape) == 0 {
		return
	}
	c.f.SetFillColor(int(f.Color.R), int(f.Color.G), int(f.Color.B))
	for _, pts := range shape {
		c.f.MoveTo(x+pts[0].X, base+pts[0].Y)
		for _, p := range pts[1:] {
			c.f.LineTo(x+p.X, base+p.Y)
		}
		c.f.ClosePath()
	}
	c.f.DrawPath("F")
}

// PushClip implements chart.Canvas.
func (c *canvas) PushClip(x, y, w, h float64) {
	c.f.ClipRect(x, y, math.Max(w, 0), math.Max(h, 0), false)
}

// PopClip implements chart.Canvas.
func (c *canvas) PopClip() { c.f.ClipEnd() }
