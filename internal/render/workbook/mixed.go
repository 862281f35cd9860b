package workbook

import (
	"cmp"
	"math"
	"slices"

	"github.com/xuri/excelize/v2"

	"tallyboard/internal/chart"
	"tallyboard/internal/display"
	"tallyboard/internal/document"
	"tallyboard/internal/lang"
)

// pareto is columns from the greatest down, and their running share as a line
// on the second axis.
func (s *sheet) pareto(original, c *chart.Chart) ([]*excelize.Chart, error) {
	c = descending(c)
	b, err := s.data.chart(original, c, running(c, s.t("chart.running")))
	if err != nil {
		return nil, err
	}
	base := s.base(c)
	base.Type = excelize.Col
	base.GapWidth = new(uint(30))
	base.Legend = legend("top")
	base.Series = []excelize.ChartSeries{s.series(c, b, 0)}
	line := s.line(c, excelize.ChartSeries{
		Name: b.name(b.extra), Categories: b.ref(1), Values: b.ref(b.extra),
		Fill: fill(pal.Series[1]), Line: excelize.LineOptions{Width: 2}, Marker: excelize.ChartMarker{Symbol: "none"},
	})
	line.YAxis = excelize.ChartAxis{Secondary: true, Minimum: new(0.0), Maximum: new(1.0), Font: base.YAxis.Font,
		NumFmt: excelize.ChartNumFmt{CustomNumFmt: "0%"}}
	return []*excelize.Chart{base, line}, nil
}

func (s *sheet) line(c *chart.Chart, series ...excelize.ChartSeries) *excelize.Chart {
	l := s.base(c)
	l.Type = excelize.Line
	l.Series = series
	return l
}

// combo is columns, and the series of the second axis as lines on it. In a
// bullet chart the standards are lines on the same axis.
func (s *sheet) combo(original, c *chart.Chart) ([]*excelize.Chart, error) {
	b, err := s.data.chart(original, c, nil)
	if err != nil {
		return nil, err
	}
	base := s.base(c)
	base.Type = excelize.Col
	var lines []excelize.ChartSeries
	second, format := false, c.Format
	for i, x := range c.Series {
		switch {
		case c.Kind == chart.Bullet && i > 0:
			lines = append(lines, s.series(c, b, i))
		case x.Second:
			if second = true; x.Format != nil {
				format = *x.Format
			}
			lines = append(lines, s.series(c, b, i))
		default:
			base.Series = append(base.Series, s.series(c, b, i))
		}
	}
	if len(base.Series) == 0 {
		return []*excelize.Chart{s.line(c, lines...)}, nil
	}
	if len(lines) == 0 {
		return []*excelize.Chart{base}, nil
	}
	line := s.line(c, lines...)
	if second {
		format.Unit = ""
		line.YAxis = excelize.ChartAxis{Secondary: true, Font: base.YAxis.Font, NumFmt: excelize.ChartNumFmt{CustomNumFmt: code(format, false)}}
	}
	return []*excelize.Chart{base, line}, nil
}

// scatter is series 0 across and series 1 up, a point for each category.
func (s *sheet) scatter(original, c *chart.Chart) ([]*excelize.Chart, error) {
	if len(c.Series) < 2 {
		return nil, nil
	}
	b, err := s.data.chart(original, c, nil)
	if err != nil {
		return nil, err
	}
	base := s.base(c)
	base.Type = excelize.Scatter
	base.Legend = legend("none")
	base.YAxis.Minimum = nil
	axis := func(i int) excelize.ChartTitle {
		return excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: c.Series[i].Name, Font: &excelize.Font{Size: 9, Color: hex(pal.Second)}}}}
	}
	base.XAxis.Title, base.YAxis.Title = axis(0), axis(1)
	base.Series = []excelize.ChartSeries{{
		Name: b.name(3), Categories: b.ref(2), Values: b.ref(3),
		Marker: excelize.ChartMarker{Symbol: "circle", Size: 7, Fill: fill(c.Series[0].Color)},
		Line:   excelize.LineOptions{Type: excelize.LineNone},
	}}
	return []*excelize.Chart{base}, nil
}

// descending is the first series of c from the greatest value down, what
// stands for everything else last.
func descending(c *chart.Chart) *chart.Chart {
	order := make([]int, len(c.Categories))
	for i := range order {
		order[i] = i
	}
	v := c.Series[0].Values
	rest := func(i int) int {
		if i < len(c.Rest) && c.Rest[i] {
			return 1
		}
		return 0
	}
	slices.SortStableFunc(order, func(a, b int) int {
		if d := rest(a) - rest(b); d != 0 {
			return d
		}
		return cmp.Compare(nothing(v[b], math.Inf(-1)), nothing(v[a], math.Inf(-1)))
	})
	out := *c
	out.Categories, out.Full = make([]string, len(order)), nil
	out.Series = []chart.Series{c.Series[0]}
	out.Series[0].Values = make([]float64, len(order))
	for to, from := range order {
		out.Categories[to] = c.Categories[from]
		out.Series[0].Values[to] = v[from]
	}
	return &out
}

// matrixOf is a heat map as a table, a row for each series; nil for other
// charts.
func matrixOf(c *chart.Chart) *document.Table {
	if c.Kind != chart.Heat || len(c.Categories) == 0 || len(c.Categories) > 60 {
		return nil
	}
	t := &document.Table{Title: c.Title, Columns: []document.Column{{Format: display.Format{Kind: display.Text}}}}
	for _, name := range c.Categories {
		t.Columns = append(t.Columns, document.Column{Title: name, Format: c.Format})
	}
	for _, x := range c.Series {
		if x.Hidden {
			continue
		}
		row := document.Row{Rest: x.Other, Cells: []document.Cell{document.Words(x.Name)}}
		for i := range c.Categories {
			row.Cells = append(row.Cells, document.Number(x.Values[i]))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// matrixWidths is how wide the columns of a matrix want to be: unlike a table it
// has no filter beside its headings.
func matrixWidths(t *document.Table, l lang.Lang) []float64 {
	const least, edge = 7, 2
	out := make([]float64, len(t.Columns))
	for j, c := range t.Columns {
		w := float64(display.Width(c.Title)) + edge
		for _, r := range t.Rows {
			if x := r.Cells[j]; x.Text != "" {
				w = math.Max(w, float64(display.Width(x.Text))+edge)
			} else {
				w = math.Max(w, float64(display.Width(c.Format.Full(x.Num, l)))+edge)
			}
		}
		out[j] = math.Min(math.Max(w, least), mostWide)
	}
	return out
}

// matrix writes a heat map as shaded cells.
func (s *sheet) matrix(c *chart.Chart) {
	t := matrixOf(c)
	s.span(firstCol, s.last(), t.Title, look{Size: 11, Bold: true, Middle: true})
	for j, col := range t.Columns {
		s.text(firstCol+j, s.row, col.Title, look{Size: 9, Color: pal.Second, Align: "center", Bottom: thin, Middle: true, Wrap: true})
	}
	s.row++
	top := s.row
	shaded, deep := len(t.Columns), 0 // columns and rows that stand for no others
	for i, rest := range c.Rest {
		if rest {
			shaded = min(shaded, i+1)
		}
	}
	for _, r := range t.Rows {
		s.text(firstCol, s.row, r.Cells[0].Text, look{Size: 9, Middle: true})
		if !r.Rest {
			deep = s.row
		}
		for j, x := range r.Cells[1:] {
			edge := line{Style: 1, Color: pal.Surface}
			l := look{Size: 9, Align: "center", Middle: true, Right: edge, Bottom: edge}
			if r.Rest || j+1 >= shaded {
				l.Fill = mix(pal.Surface, pal.Other, .35)
			}
			if writable(x.Num, c.Format.Kind) {
				s.number(firstCol+1+j, s.row, x.Num, c.Format, l)
			} else {
				s.look(firstCol+1+j, s.row, firstCol+1+j, s.row, l)
			}
		}
		s.height(s.row, 19)
		s.row++
	}
	if deep > 0 && shaded > 1 {
		all := *t
		all.Rows = []document.Row{{Cells: []document.Cell{document.Number(lowest(c))}}}
		area := cell(firstCol+1, top) + ":" + cell(firstCol+shaded-1, deep)
		s.check(s.f.SetConditionalFormat(s.name, area, []excelize.ConditionalFormatOptions{scaleOf(&all, column{})}))
	}
	s.row++
}
