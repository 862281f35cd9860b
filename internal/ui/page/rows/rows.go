// Package rows is the rows behind a figure: which log, how many, and each row
// as it stands in its file, with the place where it stands.
package rows

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"tallyboard/internal/display"
	"tallyboard/internal/lang"
	"tallyboard/internal/session"
	"tallyboard/internal/ui/theme"
	"tallyboard/internal/ui/widget"
)

// commands is what the page asks of the session.
type commands interface {
	T(key string, args ...any) string
	Lang() lang.Lang
	Rows() *session.Rows
	LookAtRows(func(*session.RowsLook))
	ShowSpot(at session.Spot)
}

// window is what the page asks of the shell.
type window interface {
	Back()
	Copy(text string)
}

// Page is the page of rows.
type Page struct {
	s       commands
	w       window
	content fyne.CanvasObject
	title   *widget.Section
	search  *widget.Field
	grid    *widget.Grid
	none    *fyne.Container // says that the search has found nothing
	model   *model
}

// New makes the page.
func New(s commands, w window) *Page {
	p := &Page{s: s, w: w}
	p.search = widget.NewSearchField(s.T("rows.search"), p.filter)
	p.search.OnEscape = func() {
		if p.search.Text() == "" {
			w.Back()
		}
		p.search.SetText("")
	}
	find := container.New(layout.NewGridWrapLayout(fyne.NewSize(220, theme.Control)), p.search)
	back := widget.NewButton(s.T("rows.back"), theme.ChevronLeft, widget.Plain, w.Back)
	p.title = widget.NewHeading("", "", find, widget.NewButton(s.T("rows.infile"), theme.File, widget.Plain, p.openSelected))
	head := container.NewBorder(nil, nil, container.New(layout.NewCustomPaddedLayout(0, 0, 0, theme.Gap+theme.Unit), container.NewCenter(back)), nil, p.title)
	p.grid = widget.NewGrid(nil)
	p.grid.OnSort = func(col int) {
		name := p.model.header(col)
		s.LookAtRows(func(l *session.RowsLook) { l.Sort, l.Desc = name, l.Sort == name && !l.Desc })
	}
	p.grid.OnOpen = p.open
	p.none = container.NewCenter(widget.NewWords(s.T("widget.nothing"), theme.Body, theme.Second))
	p.content = container.New(layout.NewCustomPaddedLayout(theme.Pad, theme.Pad, theme.Section, theme.Section),
		container.NewBorder(container.New(layout.NewCustomPaddedLayout(0, theme.Gap+theme.Unit, 0, 0), head), nil, nil, nil, container.NewStack(widget.NewTightCard(p.grid), p.none)))
	return p
}

// open shows a cell where it stands in its file.
func (p *Page) open(at widget.Place) {
	if spot, ok := p.model.spot(at); ok {
		p.s.ShowSpot(spot)
	}
}

// openSelected does so for the selected cell, else for the first row.
func (p *Page) openSelected() {
	sel, on := p.grid.Selection()
	if !on {
		sel.To = widget.Place{Col: 1}
	}
	p.open(sel.To)
}

// Content implements shell.Page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Changed implements shell.Page.
func (p *Page) Changed(e session.Event) {
	r := p.s.Rows()
	if r == nil || e != session.RowsChanged && e != session.RowsFiltered {
		return
	}
	p.model = newModel(r, p.s.Lang())
	if e == session.RowsChanged {
		p.search.SetText(r.Look.Word)
	}
	p.grid.SetModel(p.model)
	p.none.Hidden = len(r.Shown) > 0
	p.none.Refresh()
	p.head(r)
}

// Find puts the cursor in the search field.
func (p *Page) Find() { p.search.Focus() }

func (p *Page) filter(word string) {
	if r := p.s.Rows(); r != nil && r.Look.Word != word {
		p.s.LookAtRows(func(l *session.RowsLook) { l.Word = word })
	}
}

func (p *Page) head(r *session.Rows) {
	n := func(i int) string { return display.Format{Kind: display.Count}.Full(float64(i), p.s.Lang()) }
	note := p.s.T("rows.count", n(len(r.Index)))
	if len(r.Shown) != len(r.Index) {
		note = p.s.T("rows.found", n(len(r.Shown)), n(len(r.Index)))
	}
	p.title.SetTexts(r.Title, note)
}
