// Package pdf writes documents as PDF: vector charts and real text in the
// embedded typeface. It paints the pages of package page and adds nothing to
// them but an outline; of the PDF library it uses only text at a point, paths
// and clips, because its own line breaking loses Chinese characters. Emoji and
// rare characters are drawn from their outlines: they are seen and printed, but
// not found by a search.
package pdf

import (
	"context"
	"io"
	"time"

	"codeberg.org/go-pdf/fpdf"

	"tallyboard/internal/document"
	"tallyboard/internal/lang"
	"tallyboard/internal/render/page"
)

// Options say how a PDF is made. The zero Options are A4 upright, made now.
type Options struct {
	Page    page.Options
	Created time.Time // in the file's properties; zero is now
}

// Write lays doc out and writes it. Without the embedded typeface it returns
// the fault "render.fonts"; other errors are w's or the context's.
func Write(ctx context.Context, w io.Writer, doc *document.Document, o Options) error {
	t, err := face()
	if err != nil {
		return err
	}
	return write(ctx, w, page.Layout(doc, o.Page, t), Properties{
		Title: doc.Title, Subject: doc.Question, Author: doc.Shop, Lang: doc.Lang, Created: o.Created,
	}, t)
}

// Properties are what a PDF says about itself.
type Properties struct {
	Title, Subject, Author string
	Lang                   lang.Lang
	Created                time.Time // zero is now
}

// WritePages writes pages that are already laid out.
func WritePages(ctx context.Context, w io.Writer, pages []*page.Page, p Properties) error {
	t, err := face()
	if err != nil {
		return err
	}
	return write(ctx, w, pages, p, t)
}

func write(ctx context.Context, w io.Writer, pages []*page.Page, p Properties, t *typeface) error {
	f := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: fpdf.SizeType{Wd: page.A4.W, Ht: page.A4.H}})
	f.SetMargins(0, 0, 0)
	f.SetAutoPageBreak(false, 0)
	f.SetCatalogSort(true)
	if p.Created.IsZero() {
		p.Created = time.Now()
	}
	f.SetCreationDate(p.Created)
	f.SetModificationDate(p.Created)
	f.SetTitle(t.label(p.Title), true)
	f.SetSubject(t.label(p.Subject), true)
	f.SetAuthor(t.label(p.Author), true)
	f.SetCreator("Tallyboard", true)
	f.SetProducer("Tallyboard", true)
	f.SetLang(string(p.Lang))
	f.SetDisplayMode("fullwidth", "continuous")
	f.AddUTF8FontFromBytes(family, "", t.files[0])
	f.AddUTF8FontFromBytes(family, "B", t.files[1])
	f.SetLineJoinStyle("round")
	f.SetLineCapStyle("butt")
	level := -1
	for _, pg := range pages {
		if err := ctx.Err(); err != nil {
			return err
		}
		f.AddPageFormat("P", fpdf.SizeType{Wd: pg.W, Ht: pg.H})
		c := &canvas{f: f, t: t}
		c.font(10, false)
		for _, m := range pg.Marks {
			level = min(m.Level-1, level+1)
			f.Bookmark(t.label(m.Title), level, m.Y)
		}
		pg.Paint(c)
	}
	return f.Output(w)
}
