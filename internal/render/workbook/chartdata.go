package workbook

import (
	"fmt"
	"math"

	"tallyboard/internal/chart"
	"tallyboard/internal/display"
	"tallyboard/internal/document"
	"tallyboard/internal/render/workbook/xl"
)

// chartData writes the numbers that charts and spark lines refer to, on a
// sheet of its own: a titled block for each, series in columns.
type chartData struct {
	*book
	sheet string
	row   int // next free row
	wide  int // columns used
	used  bool
	done  map[*chart.Chart]*block
}

// block is where the numbers of a chart stand.
type block struct {
	sheet string
	head  int // row of the header
	rows  int
	extra int // column of an added series, 0 none
}

// ref is a column of a block as an absolute reference.
func (b *block) ref(col int) string {
	c := xl.Column(col)
	return fmt.Sprintf("%s!$%s$%d:$%s$%d", quoteSheet(b.sheet), c, b.head+1, c, b.head+b.rows)
}

// name is the header of a column of a block.
func (b *block) name(col int) string {
	return fmt.Sprintf("%s!$%s$%d", quoteSheet(b.sheet), xl.Column(col), b.head)
}

// writer is a sheet writer at the place of the next block.
func (d *chartData) writer() *sheet {
	d.used = true
	return &sheet{book: d.book, name: d.sheet, row: d.row}
}

// chart writes a chart's numbers once, categories in column A, series from B;
// extra, if any, is one more series. c is the original as it is drawn.
func (d *chartData) chart(original, c *chart.Chart, extra *chart.Series) (*block, error) {
	if b, ok := d.done[original]; ok {
		return b, nil
	}
	s := d.writer()
	s.text(1, s.row, c.Title, look{Bold: true})
	head := look{Size: 9, Color: pal.Second, Bottom: thin}
	s.text(1, s.row+1, "", head)
	b := &block{sheet: d.sheet, head: s.row + 1, rows: len(c.Categories)}
	series := c.Series
	if extra != nil {
		series = append(append([]chart.Series{}, series...), *extra)
		b.extra = len(series) + 1
	}
	unique := newNames()
	for j, x := range series {
		l := head
		l.Align = "right"
		s.text(j+2, b.head, unique.header(x.Name, j+1), l)
	}
	for i, name := range c.Categories {
		if i < len(c.Full) && c.Full[i] != "" && !c.Time {
			name = c.Full[i]
		}
		s.text(1, b.head+1+i, name, look{})
		for j, x := range series {
			f := c.Format
			if x.Format != nil {
				f = *x.Format
			}
			if i < len(x.Values) && writable(x.Values[i], f.Kind) {
				s.number(j+2, b.head+1+i, x.Values[i], f, look{})
			}
		}
	}
	d.row = b.head + b.rows + 3
	d.wide = max(d.wide, len(series)+1)
	if d.done == nil {
		d.done = map[*chart.Chart]*block{}
	}
	d.done[original] = b
	return b, s.err
}

// spark writes the values of a tile in a row and gives their place.
func (d *chartData) spark(t *document.Tile) (string, error) {
	s := d.writer()
	s.text(1, s.row, t.Label, look{Bold: true})
	for i, v := range t.Spark {
		if i < len(t.SparkNames) {
			s.text(i+2, s.row, t.SparkNames[i], look{Size: 9, Color: pal.Second, Align: "right"})
		}
		if writable(v, t.Format.Kind) {
			s.number(i+2, s.row+1, v, t.Format, look{})
		}
	}
	ref := fmt.Sprintf("%s!%s:%s", quoteSheet(d.sheet), cell(2, s.row+1), cell(len(t.Spark)+1, s.row+1))
	d.row += 3
	d.wide = max(d.wide, len(t.Spark)+1)
	return ref, s.err
}

// finish sets widths and print setup, or drops the sheet where no chart has
// numbers.
func (d *chartData) finish() error {
	if !d.used {
		return d.f.DeleteSheet(d.sheet)
	}
	if err := d.f.SetColWidth(d.sheet, "A", "A", 26); err != nil {
		return err
	}
	if err := d.f.SetColWidth(d.sheet, "B", xl.Column(max(d.wide, 2)), 12); err != nil {
		return err
	}
	return d.print(d.sheet, true)
}

// running is the running share of the first series, as a Pareto chart shows it.
func running(c *chart.Chart, name string) *chart.Series {
	total, sum := 0.0, 0.0
	values := c.Series[0].Values
	for _, v := range values {
		total += nothing(v, 0)
	}
	out := make([]float64, len(values))
	for i, v := range values {
		sum += nothing(v, 0)
		if out[i] = sum / total; total == 0 {
			out[i] = math.NaN()
		}
	}
	return &chart.Series{Name: name, Values: out, Format: &display.Format{Kind: display.Percent}}
}
