package picture

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"image/color"
	"io"
	"math"
	"strconv"

	"tallyboard/internal/chart"
)

// SVG writes a scene as an SVG file with real text. Hits become <title>
// elements, which browsers show on hover.
func SVG(w io.Writer, s *chart.Scene) error {
	c := &svg{w: bufio.NewWriter(w)}
	c.printf(`<svg xmlns="http://www.w3.org/2000/svg" width="%s" height="%s" viewBox="0 0 %s %s" font-family="Noto Sans SC, Noto Sans CJK SC, Microsoft YaHei, PingFang SC, sans-serif">`+"\n",
		num(s.W), num(s.H), num(s.W), num(s.H))
	s.Paint(c)
	for i := range s.Hits {
		c.hit(&s.Hits[i])
	}
	c.printf("</svg>\n")
	return c.w.Flush()
}

// svg is the chart.Canvas of SVG files. Errors of writing are kept by the
// bufio.Writer and come out of Flush.
type svg struct {
	w     *bufio.Writer
	clips int
}

func (c *svg) printf(format string, args ...any) { fmt.Fprintf(c.w, format, args...) }

// num is a coordinate, rounded to a hundredth.
func num(v float64) string {
	return strconv.FormatFloat(math.Round(v*100)/100+0, 'f', -1, 64)
}

func (c *svg) escape(s string) {
	// EscapeText fails only where the writer does, which Flush tells.
	_ = xml.EscapeText(c.w, []byte(s))
}

func paint(name string, v color.NRGBA) string {
	if v.A == 0 {
		return fmt.Sprintf(` %s="none"`, name)
	}
	s := fmt.Sprintf(` %s="#%02x%02x%02x"`, name, v.R, v.G, v.B)
	if v.A < 255 {
		s += fmt.Sprintf(` %s-opacity="%s"`, name, num(float64(v.A)/255))
	}
	return s
}

func style(s chart.Style) string {
	out := paint("fill", s.Fill)
	if s.Stroke.A == 0 || s.Width <= 0 {
		return out
	}
	out += paint("stroke", s.Stroke) + ` stroke-width="` + num(s.Width) + `" stroke-linejoin="round"`
	if s.Dash > 0 {
		out += ` stroke-dasharray="` + num(s.Dash) + `"`
	}
	return out
}

func (c *svg) Rect(x, y, w, h float64, s chart.Style) {
	if w < 0 {
		x, w = x+w, -w
	}
	if h < 0 {
		y, h = y+h, -h
	}
	round := ""
	if s.Radius > 0 {
		round = ` rx="` + num(math.Min(s.Radius, math.Min(w, h)/2)) + `"`
	}
	c.printf(`<rect x="%s" y="%s" width="%s" height="%s"%s%s/>`+"\n", num(x), num(y), num(w), num(h), round, style(s))
}

func (c *svg) Path(pts []chart.Point, closed bool, s chart.Style) {
	c.printf(`<path d="`)
	for i, p := range pts {
		op := "L"
		if i == 0 {
			op = "M"
		}
		c.printf("%s%s %s", op, num(p.X), num(p.Y))
	}
	if closed {
		c.printf("Z")
	}
	c.printf(`"%s/>`+"\n", style(s))
}

func (c *svg) Text(x, y float64, s string, f chart.Font, ha, va, rot float64) {
	anchor := ""
	switch {
	case ha > .75:
		anchor = ` text-anchor="end"`
	case ha > .25:
		anchor = ` text-anchor="middle"`
	}
	weight := ""
	if f.Bold {
		weight = ` font-weight="700"`
	}
	dy := f.Size * (ascent - va*(ascent+descent))
	where := fmt.Sprintf(`x="%s" y="%s"`, num(x), num(y+dy))
	if rot != 0 {
		where = fmt.Sprintf(`transform="translate(%s %s) rotate(%s)" y="%s"`, num(x), num(y), num(-rot), num(dy))
	}
	c.printf(`<text %s font-size="%s"%s%s%s>`, where, num(f.Size), anchor, weight, paint("fill", f.Color))
	c.escape(s)
	c.printf("</text>\n")
}

func (c *svg) PushClip(x, y, w, h float64) {
	c.clips++
	c.printf(`<clipPath id="c%d"><rect x="%s" y="%s" width="%s" height="%s"/></clipPath><g clip-path="url(#c%d)">`+"\n",
		c.clips, num(x), num(y), num(w), num(h), c.clips)
}

func (c *svg) PopClip() { c.printf("</g>\n") }

func (c *svg) hit(h *chart.Hit) {
	if h.Title == "" && len(h.Lines) == 0 {
		return
	}
	if h.Wedge != nil {
		c.printf(`<path d="`)
		for i, p := range h.Wedge.Outline() {
			op := "L"
			if i == 0 {
				op = "M"
			}
			c.printf("%s%s %s", op, num(p.X), num(p.Y))
		}
		c.printf(`Z" fill="#fff" fill-opacity="0"><title>`)
	} else {
		c.printf(`<rect x="%s" y="%s" width="%s" height="%s" fill="#fff" fill-opacity="0"><title>`, num(h.X), num(h.Y), num(h.W), num(h.H))
	}
	c.escape(h.Title)
	for _, l := range h.Lines {
		c.printf("\n")
		c.escape(l)
	}
	tag := "rect"
	if h.Wedge != nil {
		tag = "path"
	}
	c.printf("</title></%s>\n", tag)
}
