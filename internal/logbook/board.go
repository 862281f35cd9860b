package logbook

import (
	"fmt"
	"time"

	"github.com/xuri/excelize/v2"

	"tallyboard/internal/logbook/sample"
	"tallyboard/internal/logkind"
	"tallyboard/internal/render/workbook/xl"
)

// Rows of the board.
const (
	boardDate  = 4
	boardHead  = 6
	boardFrom  = 7
	boardRows  = 8
	boardNames = 12 // members of a list that are counted
	boardDays  = 14 // days of the trend
)

// boardSheet writes the figures for day, week and month. They are formulas on
// whole columns of the log; their values are those of the empty log.
func (b *book) boardSheet(p places) {
	when := b.at(logkind.Time, logkind.ReviewTime, logkind.OrderTime)
	if when < 0 {
		for j, c := range b.cols {
			if c.Format == sample.Time || c.Format == sample.Date {
				when = j
				break
			}
		}
	}
	if when < 0 {
		b.check(b.f.DeleteSheet(b.board))
		return
	}
	w := &board{book: b, when: b.whole(when), row: boardRows}
	w.today = excelDay(b.Now)
	b.check(b.f.SetSheetView(b.board, 0, &excelize.ViewOptions{ShowGridLines: new(false)}))
	b.print(b.board, true, 1)
	var members []*column
	for _, r := range []logkind.Role{logkind.Type1, logkind.Cause, logkind.Problem, logkind.Course, logkind.Status, logkind.Agent, logkind.Applicant} {
		if j := b.at(r); j >= 0 && p.column[b.cols[j]] > 0 && len(members) < 2 {
			members = append(members, b.cols[j])
		}
	}
	w.plan(members)
	b.stream(b.board, []float64{2, 26, 13, 13, 13, 3, 13, 13, 13, 13, 13, 13}, nil, func(put func(int, float64, ...any)) {
		w.put = put
		w.head()
		w.figures()
		for _, c := range members {
			w.members(c, p)
		}
		w.trend()
	})
}

// excelDay is the day number of a date.
func excelDay(t time.Time) float64 {
	return float64(time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC).Unix()/86400) + 25569
}

// whole is a whole column of the log.
func (b *book) whole(j int) string {
	c := xl.Column(j + 1)
	return fmt.Sprintf("'%s'!$%s:$%s", b.log, c, c)
}

// board writes the rows of the sheet.
type board struct {
	*book
	when  string // the column of times
	today float64
	row   int
	put   func(int, float64, ...any)
}

// plan places the charts beside the figures; their cells are written after
// them.
func (w *board) plan(members []*column) {
	row := boardRows + w.figureCount() + 2
	for k, c := range members {
		w.chart(excelize.Bar, c.Header+" · "+w.t("render.live.week"), boardHead, row, row+boardNames-1, "$D", 4+k*16)
		row += boardNames + 2
	}
	w.chart(excelize.Line, w.t("logbook.trend", boardDays), row-1, row, row+boardDays-1, "$C", 4+len(members)*16)
}

// chart draws the cells of a column from row from to row to; name is the row of
// the series' name.
func (w *board) chart(typ excelize.ChartType, title string, name, from, to int, col string, at int) {
	small := excelize.Font{Size: 9, Color: xl.Hex(xl.Palette.Second)}
	area := func(c string) string { return fmt.Sprintf("'%s'!%s$%d:%s$%d", w.board, c, from, c, to) }
	fill := excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{xl.Hex(xl.Palette.Series[0])}}
	c := &excelize.Chart{Type: typ,
		Title:     excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: title, Font: &excelize.Font{Size: 11, Bold: true, Color: xl.Hex(xl.Palette.Text)}}}},
		Series:    []excelize.ChartSeries{{Name: fmt.Sprintf("'%s'!%s$%d", w.board, nameColumn(typ, col), name), Categories: area("$B"), Values: area(col), Fill: fill, Line: excelize.LineOptions{Width: 2, Fill: fill}, Marker: excelize.ChartMarker{Symbol: "none"}}},
		Legend:    excelize.ChartLegend{Position: "none"},
		XAxis:     excelize.ChartAxis{Font: small, ReverseOrder: typ == excelize.Bar},
		YAxis:     excelize.ChartAxis{Font: small, Minimum: new(0.0), MajorGridLines: typ != excelize.Bar, None: typ == excelize.Bar},
		PlotArea:  excelize.ChartPlotArea{ShowVal: typ == excelize.Bar},
		Border:    excelize.LineOptions{Type: excelize.LineSolid, Width: .75, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{xl.Hex(xl.Palette.Line)}}},
		GapWidth:  new(uint(50)),
		Dimension: excelize.ChartDimension{Width: 620, Height: 320},
	}
	if typ == excelize.Line {
		c.XAxis.NumFmt = excelize.ChartNumFmt{CustomNumFmt: "m-d"}
	}
	w.check(w.f.AddChart(w.board, xl.Cell(7, at), c))
}

// nameColumn is where the name of a series stands: over its numbers, or for
// the trend in the line over its days.
func nameColumn(typ excelize.ChartType, col string) string {
	if typ == excelize.Line {
		return "$B"
	}
	return col
}

const line = 18.0 // height of a row

func (w *board) head() {
	w.put(2, 26, nil, w.words(w.t("logbook.board.title", w.log), xl.Look{Size: 16, Bold: true, Middle: true}))
	w.put(3, line, nil, w.words(w.t("render.live.hint"), xl.Look{Size: 9, Color: xl.Palette.Second}))
	yellow := xl.Look{Num: "yyyy-mm-dd", Align: "right", Bold: true, Fill: xl.Mix(xl.Palette.Surface, xl.Palette.Series[6], .22)}
	w.put(boardDate, line, nil, w.words(w.t("render.live.date"), xl.Look{Middle: true}),
		w.formula(fmt.Sprintf("IF(COUNT(%[1]s)=0,TODAY(),INT(MAX(%[1]s)))", w.when), w.today, yellow))
	right := xl.Header
	right.Align = "right"
	w.put(boardHead, line, nil, w.words("", xl.Header), w.words(w.t("render.live.day"), right), w.words(w.t("render.live.week"), right), w.words(w.t("render.live.month"), right))
	small := xl.Look{Size: 9, Color: xl.Palette.Second, Align: "right", Num: "yyyy-mm-dd", Bottom: xl.Thin}
	date := fmt.Sprintf("$C$%d", boardDate)
	weekday := float64((int(w.Now.Weekday()) + 6) % 7)
	w.put(boardFrom, line, nil, w.words(w.t("render.live.from"), xl.Look{Size: 9, Color: xl.Palette.Second, Bottom: xl.Thin}),
		w.formula(date, w.today, small), w.formula(fmt.Sprintf("%[1]s-WEEKDAY(%[1]s,2)+1", date), w.today-weekday, small),
		w.formula(fmt.Sprintf("DATE(YEAR(%[1]s),MONTH(%[1]s),1)", date), w.today-float64(w.Now.Day()-1), small))
}

// span is the criteria of the window in a column of the board.
func (w *board) span(col string) string {
	return fmt.Sprintf(`%s,">="&%s$%d,%s,"<"&$C$%d+1`, w.when, col, boardFrom, w.when, boardDate)
}

// windows writes a line with a formula for each window.
func (w *board) windows(name any, num string, v any, formula func(span string) string) {
	l := xl.Look{Num: num, Align: "right", Bottom: xl.Thin, Middle: true}
	cells := []any{nil, name}
	for _, col := range []string{"C", "D", "E"} {
		cells = append(cells, w.formula(formula(w.span(col)), v, l))
	}
	w.put(w.row, line, cells...)
	w.row++
}

// figureCount is how many lines figures writes.
func (w *board) figureCount() int {
	n := 1
	if w.at(logkind.Resolved) >= 0 {
		n++
	}
	if w.money() >= 0 {
		n++
	}
	return n
}

func (w *board) money() int { return w.at(logkind.Amount, logkind.Cost, logkind.Requested) }

func (w *board) figures() {
	plain := xl.Look{Bottom: xl.Thin, Middle: true}
	w.windows(w.words(w.t("render.live.rows"), plain), "#,##0", 0.0, func(span string) string { return "COUNTIFS(" + span + ")" })
	if j := w.at(logkind.Resolved); j >= 0 {
		yes := ""
		if l := w.cols[j].list; len(l) > 0 {
			yes = w.positive(l)
		}
		w.windows(w.words(w.t("render.live.resolved"), plain), "0.0%", "", func(span string) string {
			return fmt.Sprintf(`IFERROR(COUNTIFS(%s,%s,"%s")/COUNTIFS(%s,%s,"<>"),"")`, span, w.whole(j), yes, span, w.whole(j))
		})
	}
	if j := w.money(); j >= 0 {
		w.windows(w.words(w.cols[j].Header, plain), "#,##0.00", 0.0, func(span string) string { return "SUMIFS(" + w.whole(j) + "," + span + ")" })
	}
}

// positive is the word of a list of two that means yes.
func (w *board) positive(words []string) string {
	for _, s := range words {
		for _, yes := range []string{"是", "已解决", "Yes", "Resolved"} {
			if s == yes {
				return s
			}
		}
	}
	return words[0]
}

// members counts the first names of a column's list, as it stands on the sheet
// of lists.
func (w *board) members(c *column, p places) {
	w.row++
	w.put(w.row, line, nil, w.words(w.t("render.live.by", c.Header), xl.Look{Bold: true, Size: 9, Color: xl.Palette.Second, Bottom: xl.Thin}))
	w.row++
	items := c.list
	if c.level == 1 {
		items = w.tree.first
	}
	j := w.at(c.role)
	for i := range boardNames {
		name, v := "", any("")
		if i < len(items) {
			name, v = items[i], 0.0
		}
		from := fmt.Sprintf("%s!$%s$%d", w.lists, xl.Column(p.column[c]), rowFirst+i)
		at := fmt.Sprintf("$B%d", w.row)
		w.windows(w.formula(from+`&""`, name, xl.Look{Bottom: xl.Thin, Middle: true}), "#,##0", v, func(span string) string {
			return fmt.Sprintf(`IF(%s="","",COUNTIFS(%s,%s,"="&%s))`, at, span, w.whole(j), at)
		})
	}
}

// trend counts the last days.
func (w *board) trend() {
	w.row++
	w.put(w.row, line, nil, w.words(w.t("logbook.trend", boardDays), xl.Look{Bold: true, Size: 9, Color: xl.Palette.Second, Bottom: xl.Thin}))
	w.row++
	for i := range boardDays {
		back := boardDays - 1 - i
		at := fmt.Sprintf("$B%d", w.row)
		w.put(w.row, line, nil, w.formula(fmt.Sprintf("$C$%d-%d", boardDate, back), w.today-float64(back), xl.Look{Num: "yyyy-mm-dd", Bottom: xl.Thin, Middle: true}),
			w.formula(fmt.Sprintf(`COUNTIFS(%s,">="&%s,%s,"<"&%s+1)`, w.when, at, w.when, at), 0.0, xl.Look{Num: "#,##0", Align: "right", Bottom: xl.Thin, Middle: true}))
		w.row++
	}
}
