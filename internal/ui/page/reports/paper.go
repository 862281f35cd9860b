package reports

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"tallyboard/internal/chart"
	"tallyboard/internal/document"
	"tallyboard/internal/render/page"
	"tallyboard/internal/render/picture"
	"tallyboard/internal/ui/theme"
	"tallyboard/internal/ui/widget"
)

// paper is the pages of a document, one under the other.
type paper struct {
	s       commands
	w       window
	content *fyne.Container
	scroll  *container.Scroll
	shown   *document.Document
}

// The width at which pages are shown: as wide as there is room for, but not
// wider than reads well.
const (
	leastPage = 560
	mostPage  = 860
)

func newPaper(s commands, w window) *paper {
	return &paper{s: s, w: w, content: container.NewStack()}
}

func (p *paper) set(o fyne.CanvasObject) {
	p.content.Objects = []fyne.CanvasObject{o}
	p.content.Refresh()
}

// empty asks for files: there is nothing to report on yet.
func (p *paper) empty() {
	p.shown = nil
	p.set(container.NewCenter(widget.NewEmptyState(theme.Reports, p.s.T("reports.empty"), p.s.T("reports.empty.text"),
		widget.NewButton(p.s.T("start.open"), theme.Open, widget.Primary, p.w.AskOpen))))
}

// wait says that the report is on its way.
func (p *paper) wait() {
	p.shown = nil
	p.set(container.NewCenter(widget.NewWords(p.s.T("reports.wait"), theme.Lead, theme.Second)))
}

// say shows why there is no report, and the way on.
func (p *paper) say(text string) {
	p.shown = nil
	p.set(container.NewCenter(widget.NewEmptyState(theme.Info, text, "",
		widget.NewButton(p.s.T("reports.columns"), theme.Data, widget.Primary, func() { p.w.Go("data") }))))
}

// show lays the document out in the background and shows its pages; the place
// in a report that was made again stays.
func (p *paper) show(doc *document.Document) {
	if doc == p.shown {
		return
	}
	same := p.shown != nil && p.shown.ID == doc.ID && p.scroll != nil
	offset := fyne.Position{}
	if same {
		offset = p.scroll.Offset
	}
	p.shown = doc
	p.s.PagesOf(doc, func(pages []*page.Page) {
		if p.shown == doc {
			p.lay(pages, offset)
		}
	})
}

func (p *paper) lay(pages []*page.Page, offset fyne.Position) {
	column := container.New(&pageColumn{})
	var views []*widget.PageView
	for _, pg := range pages {
		v := widget.NewPageView(pg, leastPage)
		views = append(views, v)
		v.OnLink = p.follow
		v.OnChart = func(c *document.Chart, pos fyne.Position) { p.chartMenu(v, c, pos) }
		column.Add(v)
	}
	for _, b := range p.shown.Blocks {
		if n, ok := b.(*document.Note); ok && n.Missing != "" {
			column.Objects = append([]fyne.CanvasObject{p.missing()}, column.Objects...)
			break
		}
	}
	p.scroll = container.NewVScroll(container.New(layout.NewCustomPaddedLayout(theme.Pad, theme.Section, 0, 0), column))
	p.scroll.OnScrolled = func(fyne.Position) {
		for _, v := range views { // what it is about moves away under the card
			v.MouseOut()
		}
	}
	p.set(p.scroll)
	p.scroll.ScrollToOffset(offset)
}

// follow leads from a figure to the view that shows it among its like, else to
// the rows behind it.
func (p *paper) follow(title string, to *document.Ref) {
	if p.s.Study(to) {
		p.w.Go("explore")
		return
	}
	p.s.ShowRef(title, to)
}

// chartMenu answers a right click on a chart.
func (p *paper) chartMenu(owner fyne.CanvasObject, c *document.Chart, pos fyne.Position) {
	widget.ShowMenu(owner, pos, []widget.MenuItem{
		{Text: p.s.T("explore.copychart"), Icon: theme.Copy, Do: func() { p.copyChart(c) }},
		{Text: p.s.T("print.chart"), Icon: theme.Print, Do: func() { p.w.PrintChart(c) }},
	})
}

// A copied chart is as large as one on a slide, at two pixels a point.
const copyWidth, copyHeight, copyScale = 900, 480, 2

func (p *paper) copyChart(c *document.Chart) {
	var img image.Image
	p.s.Work("copy", func() {
		img = picture.Image(c.Chart.Layout(copyWidth, copyHeight, chart.Paper, picture.Standard()), copyScale)
	}, func() { p.w.CopyImage(img) })
}

// missing leads to the dropdown that chooses a column which the report lacks.
func (p *paper) missing() fyne.CanvasObject {
	return widget.NewBanner(document.Warning, p.s.T("reports.missing"), nil,
		widget.NewButton(p.s.T("reports.columns"), theme.Data, widget.Plain, func() { p.w.Go("data") }))
}

// pageColumn puts pages under each other in the middle, as wide as fits.
type pageColumn struct{ height float32 }

func pageWidth(room float32) float32 { return min(max(room-2*theme.Section, leastPage), mostPage) }

// MinSize implements fyne.Layout.
func (c *pageColumn) MinSize(objects []fyne.CanvasObject) fyne.Size {
	if c.height == 0 {
		c.Layout(objects, fyne.NewSize(leastPage, 0))
	}
	return fyne.NewSize(leastPage, c.height)
}

// Layout implements fyne.Layout.
func (c *pageColumn) Layout(objects []fyne.CanvasObject, s fyne.Size) {
	w, y := pageWidth(s.Width), float32(0)
	for _, o := range objects {
		if v, ok := o.(*widget.PageView); ok {
			v.SetWidth(w)
		}
		h := o.MinSize().Height
		o.Move(fyne.NewPos((s.Width-w)/2, y))
		o.Resize(fyne.NewSize(w, h))
		y += h + theme.Pad
	}
	c.height = y
}
