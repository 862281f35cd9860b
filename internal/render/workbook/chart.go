package workbook

import (
	"math"

	"github.com/xuri/excelize/v2"

	"tallyboard/internal/chart"
	"tallyboard/internal/document"
	"tallyboard/internal/render/workbook/xl"
)

// chart draws a chart over the whole width, or two side by side. A heat map is
// a block of shaded cells.
func (s *sheet) chart(c, beside *document.Chart) {
	s.row++
	if matrixOf(c.Chart) != nil {
		s.matrix(c.Chart)
		return
	}
	if len(c.Chart.Series) == 0 || len(c.Chart.Categories) == 0 {
		return
	}
	width := math.Min(s.pixels(firstCol, s.last()), 1180)
	height := pixelHeight(c)
	if beside == nil {
		s.place(c.Chart, firstCol, 0, width, height)
	} else {
		height = math.Max(height, pixelHeight(beside))
		half := (width - 16) / 2
		s.place(c.Chart, firstCol, 0, half, height)
		s.place(beside.Chart, firstCol, half+16, half, height)
	}
	s.rows(int(math.Ceil(height/pxPerRow)) + 1)
}

// remarks are what a person wrote on the chart, under it: Excel's own charts have
// no place for words at a mark.
func (s *sheet) remarks(c *document.Chart) {
	for _, n := range c.Chart.Notes {
		s.span(firstCol, s.last(), c.Chart.NoteLine(n), look{Size: 9, Color: pal.Second})
	}
}

// pixelHeight is how high a chart is.
func pixelHeight(c *document.Chart) float64 {
	n := float64(len(c.Chart.Categories))
	switch c.Chart.Kind {
	case chart.Bar, chart.Funnel:
		return clamp(90+n*24*math.Max(1, float64(len(c.Chart.Series))*.6), 220, 620)
	case chart.Map:
		return clamp(90+n*20, 260, 700)
	}
	return 310
}

func clamp(v, lo, hi float64) float64 { return math.Max(lo, math.Min(v, hi)) }

// place puts a native chart at a column, dx pixels to its right.
func (s *sheet) place(c *chart.Chart, col int, dx, width, height float64) {
	n, err := s.native(c)
	s.check(err)
	if n == nil {
		return
	}
	for dx > s.pixels(col, col) && col < s.last() {
		dx -= s.pixels(col, col)
		col++
	}
	if title := n[0].Title.Paragraph; len(title) > 0 {
		title[0].Text = s.titles[c] + title[0].Text
	}
	n[0].Dimension = excelize.ChartDimension{Width: uint(width), Height: uint(height)}
	n[0].Format = excelize.GraphicOptions{OffsetX: int(dx), OffsetY: 2, AltText: c.Title, Name: c.Title}
	// The rows under a chart get their height before it, since its place is
	// computed from them.
	for i := range int(math.Ceil(height/pxPerRow)) + 1 {
		s.height(s.row+i, rowHeight)
	}
	s.check(s.f.AddChart(s.name, cell(col, s.row), n[0], n[1:]...))
}

// native is the chart as Excel draws it: one chart, or two that share their
// axes. It is nil where no series is shown.
func (s *sheet) native(original *chart.Chart) ([]*excelize.Chart, error) {
	c := shown(original)
	if len(c.Series) == 0 {
		return nil, nil
	}
	switch c.Kind {
	case chart.Pareto:
		return s.pareto(original, c)
	case chart.Combo, chart.Bullet:
		return s.combo(original, c)
	case chart.Scatter:
		return s.scatter(original, c)
	}
	b, err := s.data.chart(original, c, nil)
	if err != nil {
		return nil, err
	}
	base := s.base(c)
	base.Type = kinds[c.Kind]
	switch c.Kind {
	case chart.Donut:
		base.Series = []excelize.ChartSeries{s.series(c, b, 0)}
		for i := range c.Categories {
			base.Series[0].DataPoint = append(base.Series[0].DataPoint, excelize.ChartDataPoint{Index: i, Fill: fill(c.CategoryColor(i, pal))})
		}
		base.HoleSize = 58
		base.Legend = legend("right")
		base.PlotArea.ShowPercent = true
		return []*excelize.Chart{base}, nil
	case chart.Bar, chart.Funnel, chart.Map:
		base.XAxis.ReverseOrder = true // the first stands at the top
		base.XAxis.TickLabelPosition = excelize.ChartTickLabelLow
		if len(c.Series) == 1 { // values at the bars need no axis
			base.PlotArea.ShowVal = true
			base.YAxis.None, base.YAxis.MajorGridLines = true, false
		}
	}
	for i := range c.Series {
		base.Series = append(base.Series, s.series(c, b, i))
	}
	if len(c.Series) == 1 && len(c.Categories) <= labelled && (c.Kind == chart.Column || c.Kind == chart.Line) {
		base.PlotArea.ShowVal = true
		if c.Kind == chart.Line {
			base.Series[0].DataLabelPosition = excelize.ChartDataLabelsPositionAbove
		}
	}
	return []*excelize.Chart{base}, nil
}

// labelled is how many columns or points of a chart have room for their values.
const labelled = 16

// kinds maps chart types to Excel's; what it does not have comes as the type
// that says the same.
var kinds = map[chart.Kind]excelize.ChartType{
	chart.Column: excelize.Col, chart.Stacked: excelize.ColStacked, chart.Percent: excelize.ColPercentStacked,
	chart.Bar: excelize.Bar, chart.Funnel: excelize.Bar, chart.Map: excelize.Bar,
	chart.Line: excelize.Line, chart.Multiples: excelize.Line, chart.Area: excelize.AreaStacked,
	chart.Calendar: excelize.Col, chart.Donut: excelize.Doughnut,
}

// shown is c without the series that are switched off.
func shown(c *chart.Chart) *chart.Chart {
	out := *c
	out.Series = nil
	for i, x := range c.Series {
		if !x.Hidden {
			x.Color = c.SeriesColor(i, pal)
			out.Series = append(out.Series, x)
		}
	}
	return &out
}

// base is what all charts share: title, fonts, axes, grid.
func (s *sheet) base(c *chart.Chart) *excelize.Chart {
	title := c.Title
	if c.Unit != "" {
		title = s.t("render.unit", title, c.Unit)
	}
	small := excelize.Font{Size: 9, Color: hex(pal.Second), Family: xl.Family(s.doc.Lang)}
	n := &excelize.Chart{
		Title:        excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: title, Font: &excelize.Font{Size: 11, Bold: true, Color: hex(pal.Text), Family: xl.Family(s.doc.Lang)}}}},
		Legend:       legend("none"),
		Border:       excelize.LineOptions{Type: excelize.LineSolid, Width: .75, Fill: fill(pal.Line)},
		XAxis:        excelize.ChartAxis{Font: small},
		YAxis:        excelize.ChartAxis{Font: small, MajorGridLines: true, NumFmt: excelize.ChartNumFmt{CustomNumFmt: axisCode(c)}},
		GapWidth:     new(uint(60)),
		ShowBlanksAs: "gap",
	}
	if title == "" {
		n.Title = excelize.ChartTitle{}
	}
	if len(c.Series) > 1 {
		n.Legend = legend("top")
	}
	if many := len(c.Categories); many > 24 && c.Kind != chart.Bar && c.Kind != chart.Funnel && c.Kind != chart.Map {
		n.XAxis.TickLabelSkip = (many + 11) / 12
	}
	if c.Kind == chart.Column || c.Kind == chart.Bar {
		n.Overlap = new(0)
	}
	if low := lowest(c); low >= 0 && c.Kind != chart.Line && c.Kind != chart.Multiples {
		n.YAxis.Minimum = new(0.0)
	}
	return n
}

func axisCode(c *chart.Chart) string {
	f := c.Format
	f.Signed, f.Unit = false, ""
	if c.Format.Kind == 3 { // money keeps its sign
		f.Unit, f.Decimals = c.Format.Unit, 0
	}
	if c.Kind == chart.Percent {
		return "0%"
	}
	return code(f, false)
}

func lowest(c *chart.Chart) float64 {
	v := math.Inf(1)
	for _, x := range c.Series {
		for _, y := range x.Values {
			v = math.Min(v, nothing(y, v))
		}
	}
	return v
}

func legend(position string) excelize.ChartLegend {
	return excelize.ChartLegend{Position: position, Font: &excelize.Font{Size: 9, Color: hex(pal.Second)}}
}

func fill(c rgba) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{hex(c)}}
}

// series is the i-th series of c with its numbers in b.
func (s *sheet) series(c *chart.Chart, b *block, i int) excelize.ChartSeries {
	return excelize.ChartSeries{
		Name: b.name(i + 2), Categories: b.ref(1), Values: b.ref(i + 2),
		Fill:   fill(c.Series[i].Color),
		Line:   excelize.LineOptions{Width: 2, Fill: fill(c.Series[i].Color)},
		Marker: excelize.ChartMarker{Symbol: "none"},
	}
}
