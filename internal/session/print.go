package session

import (
	"context"
	"io"
	"slices"
	"time"

	"tallyboard/internal/chart"
	"tallyboard/internal/document"
	"tallyboard/internal/fault"
	"tallyboard/internal/printing"
	"tallyboard/internal/render/formats"
	"tallyboard/internal/render/page"
	"tallyboard/internal/render/pdf"
	"tallyboard/internal/render/picture"
	"tallyboard/internal/task"
)

// Printout is a document laid out for paper, with the printers there are.
type Printout struct {
	Doc      *document.Document
	Pages    []*page.Page
	Printers []printing.Printer
	Problem  error // why there are none
}

// Split reports whether some table has more columns than stand side by side.
func (o Printout) Split() bool {
	return slices.ContainsFunc(o.Pages, func(p *page.Page) bool { return p.Split })
}

// Paper is how a document is to be printed.
type Paper struct {
	Size  page.Size
	Wide  bool // landscape
	Turn  bool // landscape also where the tables need it
	Grey  bool
	Scale float64 // as in page.Options: 0 makes wide tables fit
}

// Pages lays a document out for paper.
func Pages(doc *document.Document, p Paper) []*page.Page {
	o := page.Options{Size: p.Size, Landscape: p.Wide, Turn: p.Turn, Scale: p.Scale}
	if p.Grey {
		o.Palette = chart.Grey
	}
	return page.Layout(doc, o, picture.Standard())
}

// SavePDF writes the pages of a document as a PDF, tracing the time.
func SavePDF(ctx context.Context, path string, doc *document.Document, pages []*page.Page) error {
	start := time.Now()
	err := formats.SaveFile(path, func(w io.Writer) error {
		return pdf.WritePages(ctx, w, pages, pdf.Properties{Title: doc.Title, Subject: doc.Question, Author: doc.Shop, Lang: doc.Lang})
	})
	Trace("export.pdf", start, len(pages))
	return err
}

// LayOut lays a document out for paper and finds the printers, in the
// background, and hands both to done.
func (s *Session) LayOut(doc *document.Document, p Paper, done func(Printout)) {
	task.Start(s.runner, "print", s.T("session.reporting", doc.Title), func(ctx context.Context, _ *task.Progress) (Printout, error) {
		out := Printout{Doc: doc, Pages: Pages(doc, p)}
		out.Printers, out.Problem = printing.Printers(ctx)
		return out, nil
	}, func(out Printout, err error) {
		if err != nil {
			s.note(err)
			return
		}
		done(out)
	})
}

// PagesOf lays a document out for the screen, in the background, and hands the
// pages to done unless another document was asked for since.
func (s *Session) PagesOf(doc *document.Document, done func([]*page.Page)) {
	task.Start(s.runner, "pages", s.T("session.reporting", doc.Title), func(context.Context, *task.Progress) ([]*page.Page, error) {
		return page.Layout(doc, page.Options{}, picture.Standard()), nil
	}, func(pages []*page.Page, err error) {
		if err != nil {
			s.note(err)
			return
		}
		done(pages)
	})
}

// Print hands a job to the printer in the background.
func (s *Session) Print(j printing.Job) {
	j.Lang = s.Lang()
	task.Start(s.runner, "print", s.T("print.printing"), func(ctx context.Context, p *task.Progress) (string, error) {
		j.Progress = p.Set
		return j.Printer, printing.Print(ctx, j)
	}, func(name string, err error) {
		if err != nil {
			s.Say(func() Notice {
				return Notice{Text: fault.Say(err, s.Lang()), Bad: true, Act: s.T("shell.retry"), Do: func() { s.Print(j) }}
			})
			return
		}
		s.Say(func() Notice { return Notice{Text: s.T("print.sent", name)} })
	})
}

// SavePages writes laid-out pages as a PDF in the background.
func (s *Session) SavePages(path string, out Printout) {
	task.Start(s.runner, "export", s.T("session.exporting", path), func(ctx context.Context, _ *task.Progress) (string, error) {
		return path, SavePDF(ctx, path, out.Doc, out.Pages)
	}, func(path string, err error) {
		if err != nil {
			s.note(err)
			return
		}
		s.Say(func() Notice { return Notice{Text: s.T("session.exported", path), Path: path} })
	})
}
