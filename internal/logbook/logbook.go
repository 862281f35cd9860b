// Package logbook writes fresh log workbooks, one for each kind of log: an
// empty sheet to type into, with menus for every fixed list and cascading
// menus for the contact types; the lists, to be edited on one sheet; figures
// for day, week and month that count by themselves; and a filled example.
//
// Its columns are those of the sample shop, so that what is typed here is
// understood when it is opened.
package logbook

import (
	"context"
	"io"
	"time"

	"github.com/xuri/excelize/v2"

	"tallyboard/internal/fault"
	"tallyboard/internal/lang"
	"tallyboard/internal/logbook/sample"
	"tallyboard/internal/logkind"
	"tallyboard/internal/render/workbook/xl"
)

// Options say which workbook is wanted.
type Options struct {
	Kind logkind.Kind
	Lang lang.Lang
	// Tree is the contact types, one leaf a row: first, second and third level.
	// Nil takes the sample shop's.
	Tree [][3]string
	Now  time.Time // the day that an empty sheet counts from; zero is today
}

// Kinds lists the kinds that there is a workbook for.
func Kinds() []logkind.Kind {
	var out []logkind.Kind
	for _, s := range sample.Small(lang.ZH).Sheets {
		out = append(out, s.Kind)
	}
	return out
}

// Write writes the workbook. A kind without one is the fault "logbook.kind".
func Write(ctx context.Context, w io.Writer, o Options) error {
	sheet := sample.Small(o.Lang).Sheet(o.Kind)
	if sheet == nil {
		var names []string
		for _, k := range Kinds() {
			names = append(names, string(k))
		}
		return fault.New("logbook.kind", string(o.Kind), o.Lang.List(names))
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if o.Now.IsZero() {
		o.Now = time.Now()
	}
	b := &book{Options: o, f: excelize.NewFile(), sample: sheet}
	defer b.f.Close()
	if err := b.write(); err != nil {
		return err
	}
	return b.f.Write(w)
}

// book is one workbook being written.
type book struct {
	Options
	f      *excelize.File
	styles *xl.Styles
	sample *sample.Sheet
	cols   []*column
	tree   *tree
	err    error

	log, board, lists, example string // names of the sheets
}

// room is how many rows menus and checks reach down.
const room = 20000

func (b *book) t(key string, args ...any) string { return b.Lang.T(key, args...) }

func (b *book) check(err error) {
	if b.err == nil {
		b.err = err
	}
}

func (b *book) style(l xl.Look) int {
	id, err := b.styles.ID(l)
	b.check(err)
	return id
}

func (b *book) write() (err error) {
	if b.styles, err = xl.NewStyles(b.f, b.Lang); err != nil {
		return err
	}
	b.columns()
	b.log, b.board, b.lists, b.example = b.sample.Name, b.t("logbook.board"), b.t("logbook.lists"), b.t("logbook.example")
	b.check(b.f.SetSheetName("Sheet1", b.log))
	for _, s := range []string{b.board, b.lists, b.example} {
		_, err := b.f.NewSheet(s)
		b.check(err)
	}
	places := b.listSheet()
	b.logSheet(places)
	b.boardSheet(places)
	b.exampleSheet()
	b.f.SetActiveSheet(0)
	return b.err
}

// print is the page setup that all sheets share: one page wide, and high pages
// high, 0 as many as it takes.
func (b *book) print(sheet string, landscape bool, high int) {
	orientation := "portrait"
	if landscape {
		orientation = "landscape"
	}
	b.check(b.f.SetPageLayout(sheet, &excelize.PageLayoutOptions{Size: new(9), Orientation: &orientation, FitToWidth: new(1), FitToHeight: new(high)}))
	b.check(b.f.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: new(true)}))
	b.check(b.f.SetHeaderFooter(sheet, &excelize.HeaderFooterOptions{OddHeader: "&L&8&A", OddFooter: "&R&8" + b.t("render.pagecodes")}))
}

// stream writes a sheet from rows; formulas with their values can be written
// no other way.
func (b *book) stream(sheet string, widths []float64, panes *excelize.Panes, rows func(put func(row int, height float64, cells ...any))) {
	sw, err := b.f.NewStreamWriter(sheet)
	if b.check(err); b.err != nil {
		return
	}
	for j := len(widths) - 1; j >= 0; j-- { // the stream writes them last first
		b.check(sw.SetColWidth(j+1, j+1, widths[j]))
	}
	if panes != nil {
		b.check(sw.SetPanes(panes))
	}
	rows(func(row int, height float64, cells ...any) {
		o := excelize.RowOpts{Height: height}
		if height < 0 {
			o = excelize.RowOpts{Hidden: true}
		}
		b.check(sw.SetRow(xl.Cell(1, row), cells, o))
	})
	b.check(sw.Flush())
}

// words is a cell of text.
func (b *book) words(s string, l xl.Look) excelize.Cell {
	return excelize.Cell{StyleID: b.style(l), Value: s}
}

// formula is a cell with a formula and the value that it has now.
func (b *book) formula(f string, v any, l xl.Look) excelize.Cell {
	return excelize.Cell{StyleID: b.style(l), Formula: f, Value: v}
}
