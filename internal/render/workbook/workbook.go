package workbook

import (
	"context"
	"io"

	"github.com/xuri/excelize/v2"

	"tallyboard/internal/document"
	"tallyboard/internal/logkind"
	"tallyboard/internal/render/workbook/splice"
	"tallyboard/internal/render/workbook/xl"
)

// Write writes doc as a workbook, with a data sheet for each of logs. Errors
// are w's or the context's.
func Write(ctx context.Context, w io.Writer, doc *document.Document, logs []*logkind.Log) error {
	b := newBook(doc)
	defer b.f.Close()
	if err := b.write(ctx, logs); err != nil {
		return err
	}
	return b.save(ctx, w)
}

func newBook(doc *document.Document) *book {
	return &book{f: excelize.NewFile(), doc: doc, names: newNames(), tables: newNames(), most: mostRows}
}

// save writes the file, with the rows of the data sheets put in.
func (b *book) save(ctx context.Context, w io.Writer) error {
	rows := map[string]splice.Rows{}
	for _, d := range b.sheets {
		rows[d.name] = d.rows()
	}
	return splice.Write(ctx, b.f, w, rows)
}

// book is one workbook being written.
type book struct {
	f      *excelize.File
	doc    *document.Document
	styles *xl.Styles
	names  *names // of sheets
	tables *names // of tables
	data   *chartData
	sheets []*dataSheet
	most   int // rows of data on one sheet
}

// part is a section of the document with the sheet it becomes.
type part struct {
	document.Section
	sheet string
}

func (b *book) write(ctx context.Context, logs []*logkind.Log) error {
	var err error
	if b.styles, err = xl.NewStyles(b.f, b.doc.Lang); err != nil {
		return err
	}
	if err := b.f.SetDocProps(&excelize.DocProperties{Title: b.doc.Title, Subject: b.doc.Question, Creator: "Tallyboard",
		Language: string(b.doc.Lang)}); err != nil {
		return err
	}
	cover, parts := b.plan()
	live := b.names.sheet(b.t("render.live"))
	data := b.dataSheets(logs)
	b.sheets = data
	charts := b.names.sheet(b.t("render.chartdata"))
	b.data = &chartData{book: b, sheet: charts, row: 1}
	order := []string{cover.sheet}
	for _, p := range parts {
		order = append(order, p.sheet)
	}
	order = append(order, live)
	for _, d := range data {
		if d.pivot != "" {
			order = append(order, d.pivot)
		}
	}
	for _, d := range data {
		order = append(order, d.name)
	}
	for _, s := range append(order, charts) {
		if _, err := b.f.NewSheet(s); err != nil {
			return err
		}
	}
	if err := b.f.DeleteSheet("Sheet1"); err != nil {
		return err
	}
	for _, p := range parts {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := b.section(p); err != nil {
			return err
		}
	}
	if err := b.cover(cover, parts); err != nil {
		return err
	}
	if err := b.data.finish(); err != nil {
		return err
	}
	if err := b.live(live, data); err != nil {
		return err
	}
	for _, d := range data {
		if err := b.dataSheet(d); err != nil {
			return err
		}
	}
	b.f.SetActiveSheet(0)
	return nil
}

// plan cuts the document at its level-1 headings and names the sheets. Where it
// has none, it is cut at its level-2 headings, and parts without a table stay
// on the cover.
func (b *book) plan() (cover part, parts []part) {
	cover.sheet = b.names.sheet(b.t("render.cover"))
	sections := b.doc.Sections()
	flat := len(sections) == 1 && sections[0].Heading == nil
	if flat {
		sections = b.doc.Parts()
	}
	for _, s := range sections {
		switch {
		case s.Heading == nil:
			cover.Blocks = append(cover.Blocks, s.Blocks...)
		case flat && !has[*document.Table](s.Blocks):
			cover.Blocks = append(append(cover.Blocks, s.Heading), s.Blocks...)
		default:
			parts = append(parts, part{s, b.names.sheet(s.Title())})
		}
	}
	return cover, parts
}

func (b *book) t(key string, args ...any) string { return b.doc.Lang.T(key, args...) }
