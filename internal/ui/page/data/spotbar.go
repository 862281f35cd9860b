package data

import (
	"path/filepath"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tallyboard/internal/session"
	"tallyboard/internal/table"
	"tallyboard/internal/ui/theme"
	"tallyboard/internal/ui/widget"
)

// goTo shows a cell where it stands.
func (p *placing) goTo(at session.Spot) {
	if p.path != at.Path || p.spot.Row > topRows != (at.Row > topRows) || p.spot.Sheet != at.Sheet {
		p.peek, p.model = nil, nil
		p.view.raw.SetModel(nil) // rows of another place would mislead
	}
	p.path, p.spot, p.shown = at.Path, at, true
	p.draft, p.past, p.step = p.s.Reading(p.path), nil, widget.NoPart
	if at.Sheet != "" {
		p.draft.Sheet = at.Sheet
	}
	p.look()
	p.view.refresh()
}

// column is the sheet column of the cell that is shown; 0 where a whole row is.
func (p *placing) column() int {
	if p.spot.Col > 0 || p.spot.Name == "" || p.peek == nil {
		return p.spot.Col
	}
	for i, n := range p.peek.Names {
		if n != "" && table.Fold(n) == table.Fold(p.spot.Name) {
			return i + 1
		}
	}
	return 0
}

// cellName is the cell as a spreadsheet program calls it, C12, or its row.
func (p *placing) cellName() string {
	if c := p.column(); c > 0 && p.peek != nil && c <= len(p.peek.Columns) {
		return p.peek.Columns[c-1] + strconv.Itoa(p.spot.Row)
	}
	return p.s.T("data.row", strconv.Itoa(p.spot.Row))
}

// spotBar says which cell is shown, and leads on to it elsewhere. No program
// can be told by the system at which row to open a file: so the place can be
// copied, for its own box of names.
func (p *placing) spotBar() []fyne.CanvasObject {
	where := filepath.Base(p.spot.Path)
	if p.peek != nil && p.peek.File.Sheet != "" {
		where += " › " + p.peek.File.Sheet
	}
	out := []fyne.CanvasObject{
		container.NewCenter(container.NewHBox(widget.NewWords(where, theme.Body, theme.Second), widget.NewWords(p.cellName(), theme.Body, theme.Text).Bold())),
		widget.NewButton(p.s.T("data.spot.copy"), theme.Copy, widget.Plain, func() { p.w.Copy(where + " › " + p.cellName()) }),
		widget.NewButton(p.s.T("data.spot.open"), theme.Open, widget.Plain, func() { p.w.OpenFile(p.spot.Path) }),
		widget.NewButton(p.s.T("data.spot.leave"), theme.Close, widget.Plain, p.leaveSpot),
	}
	if p.w.CanReturn() {
		out = append(out, widget.NewButton(p.s.T("data.spot.return"), theme.ChevronLeft, widget.Plain, p.w.Return))
	}
	return out
}

// leaveSpot goes back to the top of the sheet.
func (p *placing) leaveSpot() {
	p.spot = session.Spot{}
	p.draft = p.s.Reading(p.path)
	p.look()
	p.view.refresh()
}
