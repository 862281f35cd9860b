package theme

import (
	"encoding/xml"
	"math"
	"strconv"
	"strings"
	"sync"

	"tallyboard/internal/chart"
	"tallyboard/resources"
)

// Drawing is an icon as lines on a square of DrawingSize. Fyne's own drawing
// of SVG keeps strokes at their width whatever the size, so that icons would
// be thin on dense screens; these are painted by ourselves.
type Drawing []Stroke

// Stroke is one line of a drawing, or an area where Filled.
type Stroke struct {
	Points []chart.Point
	Closed bool
	Filled bool
}

// The side of the square that icons are drawn on, and the width of their lines.
const (
	DrawingSize  = 20
	DrawingWidth = 1.5
)

var drawings sync.Map // IconName → Drawing

// Draw gives the lines of an icon. An unknown name panics: it is a mistake in
// the program.
func Draw(name IconName) Drawing {
	if d, ok := drawings.Load(name); ok {
		return d.(Drawing)
	}
	svg, err := resources.Icons.ReadFile("icons/" + string(name) + ".svg")
	if err != nil {
		panic("theme: no icon " + string(name))
	}
	d, err := parseDrawing(string(svg))
	if err != nil {
		panic("theme: icon " + string(name) + ": " + err.Error())
	}
	drawings.Store(name, d)
	return d
}

// parseDrawing reads the few parts of SVG that the icon set uses: path, rect
// and circle in groups, filled or not.
func parseDrawing(svg string) (Drawing, error) {
	var out Drawing
	dec := xml.NewDecoder(strings.NewReader(svg))
	fills := []bool{false}
	for {
		tok, err := dec.Token()
		if tok == nil {
			if err.Error() == "EOF" {
				return out, nil
			}
			return nil, err
		}
		switch e := tok.(type) {
		case xml.EndElement:
			fills = fills[:len(fills)-1]
		case xml.StartElement:
			a := attrs(e)
			fill := fills[len(fills)-1]
			if f, ok := a["fill"]; ok {
				fill = f != "none"
			}
			fills = append(fills, fill)
			lines, err := shape(e.Name.Local, a)
			if err != nil {
				return nil, err
			}
			for _, l := range lines {
				l.Filled = fill
				out = append(out, l)
			}
		}
	}
}

func attrs(e xml.StartElement) map[string]string {
	m := map[string]string{}
	for _, a := range e.Attr {
		m[a.Name.Local] = a.Value
	}
	return m
}

func shape(name string, a map[string]string) (Drawing, error) {
	num := func(k string) float64 {
		v, _ := strconv.ParseFloat(a[k], 64) // a missing attribute is 0 in SVG too
		return v
	}
	switch name {
	case "path":
		return parsePath(a["d"])
	case "circle":
		p := arcPoints(nil, num("cx"), num("cy"), num("r"), num("r"), 0, 2*math.Pi)
		return Drawing{{Points: p[:len(p)-1], Closed: true}}, nil
	case "rect":
		x, y, w, h, r := num("x"), num("y"), num("width"), num("height"), num("rx")
		if r == 0 {
			return Drawing{{Points: []chart.Point{{X: x, Y: y}, {X: x + w, Y: y}, {X: x + w, Y: y + h}, {X: x, Y: y + h}}, Closed: true}}, nil
		}
		p := arcPoints(nil, x+w-r, y+r, r, r, -math.Pi/2, 0)
		p = arcPoints(p, x+w-r, y+h-r, r, r, 0, math.Pi/2)
		p = arcPoints(p, x+r, y+h-r, r, r, math.Pi/2, math.Pi)
		return Drawing{{Points: arcPoints(p, x+r, y+r, r, r, math.Pi, 1.5*math.Pi), Closed: true}}, nil
	}
	return nil, nil
}

// arcPoints appends points on an ellipse from one angle to another.
func arcPoints(p []chart.Point, cx, cy, rx, ry, from, to float64) []chart.Point {
	n := max(int(math.Ceil(math.Abs(to-from)*max(rx, ry)*1.5)), int(math.Ceil(math.Abs(to-from)*6)), 2)
	for i := 0; i <= n; i++ {
		s, c := math.Sincos(from + (to-from)*float64(i)/float64(n))
		p = append(p, chart.Point{X: cx + rx*c, Y: cy + ry*s})
	}
	return p
}
