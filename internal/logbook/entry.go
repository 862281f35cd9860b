package logbook

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"tallyboard/internal/logbook/sample"
	"tallyboard/internal/logkind"
	"tallyboard/internal/render/workbook/xl"
)

// codes are the number formats of the columns. Text keeps the digits of ids.
var codes = map[sample.Format]string{
	sample.Text: "@", sample.Time: "yyyy-mm-dd hh:mm", sample.Date: "yyyy-mm-dd", sample.Duration: "[h]:mm:ss",
	sample.Integer: "0", sample.Decimal: "0.00", sample.Money: "#,##0.00", sample.Percent: "0.0%",
}

func cellLook(c *column) xl.Look {
	l := xl.Look{Num: codes[c.Format], Middle: true, Bottom: xl.Thin}
	switch c.Format {
	case sample.Integer, sample.Decimal, sample.Money, sample.Percent, sample.Duration:
		l.Align = "right"
	}
	return l
}

// logSheet writes the empty sheet: a table of one row that grows as it is
// filled, its columns formatted and checked.
func (b *book) logSheet(p places) {
	for j, c := range b.cols {
		name := xl.Column(j + 1)
		b.check(b.f.SetColWidth(b.log, name, name, c.width))
		b.check(b.f.SetColStyle(b.log, name, b.style(cellLook(c))))
		b.check(b.f.SetCellStr(b.log, xl.Cell(j+1, 1), c.Header))
		b.check(b.f.SetCellStyle(b.log, xl.Cell(j+1, 1), xl.Cell(j+1, 1), b.style(xl.Header)))
		b.validate(p, j, c)
	}
	b.check(b.f.SetRowHeight(b.log, 1, 30))
	b.check(b.f.AddIgnoredErrors(b.log, fmt.Sprintf("A1:%s", xl.Cell(len(b.cols), room)), excelize.IgnoredErrorsNumberStoredAsText))
	b.check(b.f.AddTable(b.log, &excelize.Table{Range: "A1:" + xl.Cell(len(b.cols), 2), Name: "log_rows", ShowRowStripes: new(false)}))
	b.check(b.f.SetPanes(b.log, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}))
	b.print(b.log, true, 0)
	b.check(b.f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: fmt.Sprintf("'%s'!$1:$1", b.log), Scope: b.log}))
}

// validate sets what may be typed into a column.
func (b *book) validate(p places, j int, c *column) {
	dv := excelize.NewDataValidation(true)
	name := xl.Column(j + 1)
	dv.Sqref = fmt.Sprintf("%s2:%s%d", name, name, room)
	title, text := c.Header, ""
	switch {
	case c.level > 1:
		dv.SetSqrefDropList(b.cascade(c.level))
		text = b.t("logbook.error.level")
	case c.list != nil:
		dv.SetSqrefDropList("INDIRECT(" + b.ref(p, c) + ")")
		text = b.t("logbook.error.list", b.lists)
	case c.role == logkind.Satisfaction && c.Format == sample.Integer:
		b.check(dv.SetRange(1, 5, excelize.DataValidationTypeWhole, excelize.DataValidationOperatorBetween))
		text = b.t("logbook.error.rating")
	case c.Format == sample.Integer:
		b.check(dv.SetRange(0, 100000000, excelize.DataValidationTypeWhole, excelize.DataValidationOperatorBetween))
		text = b.t("logbook.error.whole")
	case c.Format == sample.Time, c.Format == sample.Date:
		// Day numbers of 2000-01-01 and 2100-01-01.
		b.check(dv.SetRange(36526, 73051, excelize.DataValidationTypeDate, excelize.DataValidationOperatorBetween))
		text = b.t("logbook.error.date")
	case c.Format == sample.Percent:
		b.check(dv.SetRange(0, 100, excelize.DataValidationTypeDecimal, excelize.DataValidationOperatorBetween))
		text = b.t("logbook.error.number")
	case c.Format == sample.Decimal, c.Format == sample.Money, c.Format == sample.Duration:
		b.check(dv.SetRange(0, 1000000000, excelize.DataValidationTypeDecimal, excelize.DataValidationOperatorBetween))
		text = b.t("logbook.error.number")
		if c.Format == sample.Duration {
			text = b.t("logbook.error.duration")
		}
	default:
		return
	}
	dv.SetError(excelize.DataValidationErrorStyleStop, title, text)
	b.check(b.f.AddDataValidation(b.log, dv))
}

// cascade is the menu of a level of the type tree: the list whose key is what
// stands in the levels before it.
func (b *book) cascade(level int) string {
	key := ""
	for l := 1; l < level; l++ {
		for j, c := range b.cols {
			if c.level == l {
				if key != "" {
					key += `&"|"&`
				}
				key += "$" + xl.Column(j+1) + "2"
			}
		}
	}
	f := fmt.Sprintf("INDIRECT(INDEX("+nameLists+",1,MATCH(%s,"+nameKeys+",0)))", level, key, level)
	return strings.ReplaceAll(f, "&", "&amp;") // the library writes it as it is
}

// exampleSheet writes the first rows of the sample shop.
func (b *book) exampleSheet() {
	const most = 30
	b.print(b.example, true, 0)
	widths := make([]float64, len(b.cols))
	for j, c := range b.cols {
		widths[j] = max(c.width, 14)
	}
	b.stream(b.example, widths, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}, func(put func(int, float64, ...any)) {
		cells := make([]any, len(b.cols))
		for j, c := range b.cols {
			cells[j] = b.words(c.Header, xl.Header)
		}
		put(1, 30, cells...)
		n := 0
		for row := range b.sample.Rows() {
			for j, c := range b.cols {
				x := row[j]
				cells[j] = nil
				switch {
				case x.Text != "":
					cells[j] = b.words(x.Text, cellLook(c))
				case !x.Blank():
					cells[j] = excelize.Cell{StyleID: b.style(cellLook(c)), Value: days(x.Num, c.Format)}
				}
			}
			put(n+2, 16.5, cells...)
			if n++; n == most {
				return
			}
		}
	})
}

// days is a number as Excel keeps it: times and durations in days.
func days(v float64, f sample.Format) float64 {
	switch f {
	case sample.Time, sample.Date:
		return v/86400 + 25569
	case sample.Duration:
		return v / 86400
	}
	return v
}
