package workbook

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"tallyboard/internal/display"
	"tallyboard/internal/logkind"
	"tallyboard/internal/render/workbook/xl"
	"tallyboard/internal/table"
)

// mostNames is how many members of a dimension the live sheet counts.
const mostNames = 12

// live writes the sheet of figures for a day, its week and its month as
// formulas on the data sheets, so that they go on counting when rows are added
// there. Every formula comes with its value, for programs that do not
// recalculate. The sheet goes where no log has times.
func (b *book) live(name string, data []*dataSheet) error {
	w := &liveSheet{book: b, name: name}
	if err := w.begin(); err != nil {
		return err
	}
	for _, d := range data {
		if d.whole() {
			w.log(d)
		}
	}
	if w.err != nil {
		return w.err
	}
	if w.logs == 0 {
		return b.f.DeleteSheet(name)
	}
	return w.sw.Flush()
}

// liveSheet streams the sheet; formulas with their values can be written no
// other way.
type liveSheet struct {
	*book
	name string
	sw   *excelize.StreamWriter
	row  int
	logs int
	err  error
}

func (w *liveSheet) begin() (err error) {
	if err := w.print(w.name, false); err != nil {
		return err
	}
	if err := w.f.SetSheetView(w.name, 0, &excelize.ViewOptions{ShowGridLines: new(false)}); err != nil {
		return err
	}
	if w.sw, err = w.f.NewStreamWriter(w.name); err != nil {
		return err
	}
	for _, c := range []struct {
		col   int
		width float64
	}{{6, 15}, {5, 15}, {4, 15}, {3, 15}, {2, 34}, {1, margin}} {
		if err := w.sw.SetColWidth(c.col, c.col, c.width); err != nil {
			return err
		}
	}
	w.row = 2
	w.put(20, w.cell(w.t("render.live.title"), look{Size: 16, Bold: true, Middle: true}))
	w.put(0, w.cell(w.t("render.live.hint"), look{Size: 9, Color: pal.Second}))
	return w.err
}

func (w *liveSheet) cell(v any, l look) excelize.Cell {
	id, err := w.style(l)
	if w.err == nil {
		w.err = err
	}
	if s, ok := v.(string); ok {
		v = xl.Tidy(s)
	}
	return excelize.Cell{StyleID: id, Value: v}
}

// formula is a cell with a formula and its value.
func (w *liveSheet) formula(f string, v float64, l look) excelize.Cell {
	c := w.cell(v, l)
	if math.IsNaN(v) {
		c.Value = ""
	}
	c.Formula = f
	return c
}

func (w *liveSheet) put(height float64, cells ...excelize.Cell) {
	row := make([]any, len(cells))
	for i, c := range cells {
		row[i] = c
	}
	if w.err == nil {
		w.err = w.sw.SetRow(cell(2, w.row), row, excelize.RowOpts{Height: math.Max(height, rowHeight)})
	}
	w.row++
}

// window is one of the spans that are counted: from is its first second.
type window struct {
	from  float64
	title string
}

// log writes the block of one log.
func (w *liveSheet) log(d *dataSheet) {
	when := d.log.Col(logkind.Time)
	if when == nil || when.Type != table.Time {
		return
	}
	newest := math.Inf(-1)
	for _, v := range when.Nums {
		newest = math.Max(newest, nothing(v, newest))
	}
	if math.IsInf(newest, -1) || !writable(newest, display.Date) {
		return
	}
	w.logs++
	day := math.Floor(newest/secondsADay) * secondsADay
	weekday := math.Mod(math.Floor(day/secondsADay)+3, 7) // 0 is Monday
	b := &liveBlock{liveSheet: w, d: d, when: when, end: day + secondsADay, windows: [4]window{
		{day, w.t("render.live.day")}, {day - weekday*secondsADay, w.t("render.live.week")}, {monthOf(day), w.t("render.live.month")},
		{math.Inf(-1), w.t("render.live.all")},
	}}
	b.write()
}

// monthOf is the first second of the month of a day.
func monthOf(day float64) float64 {
	for {
		t := display.Format{Kind: display.Date}.Bare(day, "")
		if strings.HasSuffix(t, "-01") {
			return day
		}
		day -= secondsADay
	}
}

// liveBlock is the figures of one log.
type liveBlock struct {
	*liveSheet
	d       *dataSheet
	when    *table.Column
	end     float64
	windows [4]window
	date    int // row of the date that everything counts from
	from    int // row of the first days
}

// column is a whole column of the data sheet, so that new rows count too.
func (b *liveBlock) column(c *table.Column) string {
	for j, x := range b.d.log.Table.Cols {
		if x == c {
			n := xl.Column(j + 1)
			return fmt.Sprintf("%s!$%s:$%s", quoteSheet(b.d.name), n, n)
		}
	}
	panic("workbook: a column of another table")
}

func (b *liveBlock) write() {
	head := xl.Header
	right := head
	right.Align = "right"
	small := look{Size: 9, Color: pal.Second, Align: "right", Num: "yyyy-mm-dd", Bottom: thin}
	b.row++
	b.put(0, b.cell(b.d.name, look{Size: 12, Bold: true, Middle: true}))
	b.date = b.row
	last := (b.end-secondsADay)/secondsADay + epoch
	b.put(0, b.cell(b.t("render.live.date"), look{}), b.formula(fmt.Sprintf("INT(MAX(%s))", b.column(b.when)), last,
		look{Num: "yyyy-mm-dd", Align: "right", Bold: true, Fill: rgba{R: 255, G: 248, B: 214, A: 255}}))
	cells := []excelize.Cell{b.cell("", head)}
	for _, x := range b.windows {
		cells = append(cells, b.cell(x.title, right))
	}
	b.put(0, cells...)
	b.from = b.row
	date := fmt.Sprintf("$C$%d", b.date)
	day := func(i int) float64 { return b.windows[i].from/secondsADay + epoch }
	b.put(0, b.cell(b.t("render.live.from"), look{Size: 9, Color: pal.Second, Bottom: thin}),
		b.formula(date, day(0), small), b.formula(fmt.Sprintf("%s-WEEKDAY(%s,2)+1", date, date), day(1), small),
		b.formula(fmt.Sprintf("DATE(YEAR(%s),MONTH(%s),1)", date, date), day(2), small), b.cell("", small))
	b.figures()
	var done []*table.Column
	for _, r := range []logkind.Role{logkind.Type1, logkind.Region, logkind.Agent, logkind.Cause, logkind.Status} {
		c := b.d.log.Col(r) // one column may play two roles
		if c != nil && c.Type.Coded() && c.Dict.Len() > 1 && !slices.Contains(done, c) {
			done = append(done, c)
			b.dimension(c)
		}
	}
}

// spans is the criteria of a window: its own and, for all time, any time.
func (b *liveBlock) spans(i int) string {
	t := b.column(b.when)
	if i == 3 {
		return t + `,">0"`
	}
	return fmt.Sprintf(`%s,">="&%s$%d,%s,"<"&$C$%d+1`, t, xl.Column(3+i), b.from, t, b.date)
}

// in reports whether a row lies in a window.
func (b *liveBlock) in(i, row int) bool {
	t := b.when.Nums[row]
	return !math.IsNaN(t) && writable(t, display.DateTime) && t >= b.windows[i].from && (i == 3 || t < b.end)
}

// line writes a line: a formula and its value for each window.
func (b *liveBlock) line(name string, num string, formula func(i int) string, value func(i int) float64) {
	l := look{Bottom: thin, Middle: true, Num: num, Align: "right"}
	cells := []excelize.Cell{b.cell(name, look{Bottom: thin, Middle: true})}
	for i := range b.windows {
		cells = append(cells, b.formula(formula(i), value(i), l))
	}
	b.put(0, cells...)
}

// figures is the rows, the money and the solved share of each window.
func (b *liveBlock) figures() {
	rows := b.d.log.Table.Rows
	b.line(b.t("render.live.rows"), "#,##0", func(i int) string {
		if i == 3 {
			return "COUNT(" + b.column(b.when) + ")"
		}
		return "COUNTIFS(" + b.spans(i) + ")"
	}, func(i int) (n float64) {
		for r := range rows {
			if b.in(i, r) {
				n++
			}
		}
		return n
	})
	if c := b.d.log.Col(logkind.Amount); c != nil && c.Type == table.Number {
		b.line(c.Name, "#,##0.00", func(i int) string { return "SUMIFS(" + b.column(c) + "," + b.spans(i) + ")" }, func(i int) (sum float64) {
			for r := range rows {
				if b.in(i, r) {
					sum += nothing(c.Nums[r], 0)
				}
			}
			return sum
		})
	}
	if c := b.d.log.Col(logkind.Resolved); c != nil && c.Type == table.Bool && c.Dict.Len() <= 6 {
		b.share(c)
	}
}

// share is the true among the not blank.
func (b *liveBlock) share(c *table.Column) {
	b.line(b.t("render.live.resolved"), "0.0%", func(i int) string {
		var yes, all []string
		for code := uint32(1); int(code) <= c.Dict.Len(); code++ {
			n := fmt.Sprintf(`COUNTIFS(%s,%s,%s)`, b.spans(i), b.column(c), criterion(quotedText(c.Dict.At(code)), c.Dict.At(code)))
			all = append(all, n)
			if c.Values[code] == 1 {
				yes = append(yes, n)
			}
		}
		if len(yes) == 0 {
			yes = []string{"0"}
		}
		return fmt.Sprintf(`IFERROR((%s)/(%s),"")`, strings.Join(yes, "+"), strings.Join(all, "+"))
	}, func(i int) float64 {
		yes, all := 0.0, 0.0
		for r := range c.Codes {
			if b.in(i, r) && c.Codes[r] != 0 {
				all++
				if c.Values[c.Codes[r]] == 1 {
					yes++
				}
			}
		}
		return yes / all
	})
}

// dimension counts the commonest members of a column.
func (b *liveBlock) dimension(c *table.Column) {
	b.put(0, b.cell(b.t("render.live.by", c.Name), look{Bold: true, Size: 9, Color: pal.Second, Bottom: thin}))
	counts := make([][4]float64, c.Dict.Len()+1)
	for r := range c.Codes {
		for i := range b.windows {
			if b.in(i, r) {
				counts[c.Codes[r]][i]++
			}
		}
	}
	// Excel counts words without regard to letter case.
	folded := map[string][4]float64{}
	var names []string
	for code := uint32(1); int(code) <= c.Dict.Len(); code++ {
		name := c.Dict.At(code)
		key := strings.ToLower(name)
		sum, known := folded[key]
		for i := range sum {
			sum[i] += counts[code][i]
		}
		folded[key] = sum
		if !known && len(name) < 200 {
			names = append(names, name)
		}
	}
	slices.SortStableFunc(names, func(x, y string) int {
		return int(folded[strings.ToLower(y)][3] - folded[strings.ToLower(x)][3])
	})
	for _, name := range names[:min(len(names), mostNames)] {
		at := fmt.Sprintf("$B%d", b.row)
		b.line(name, "#,##0", func(i int) string {
			return fmt.Sprintf("COUNTIFS(%s,%s,%s)", b.spans(i), b.column(c), criterion(at, name))
		}, func(i int) float64 { return folded[strings.ToLower(name)][i] })
	}
}

// criterion compares with the text of an expression: what COUNTIFS would take
// as a wildcard is escaped, and a leading = keeps < and > from being read as
// comparisons.
func criterion(expression, text string) string {
	if strings.ContainsAny(text, "~*?") {
		expression = fmt.Sprintf(`SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(%s,"~","~~"),"*","~*"),"?","~?")`, expression)
	}
	return `"="&` + expression
}

// quotedText is a text inside a formula.
func quotedText(s string) string { return `"` + strings.ReplaceAll(s, `"`, `""`) + `"` }
