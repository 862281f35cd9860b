package data

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynewidget "fyne.io/fyne/v2/widget"

	"tallyboard/internal/ingest"
	"tallyboard/internal/logkind"
	"tallyboard/internal/ui/theme"
	"tallyboard/internal/ui/widget"
)

// columns is one line a column: header, samples, how full it is, type and role
// to choose, and why they were guessed. Doubtful ones come first.
type columns struct {
	s       commands
	content fyne.CanvasObject
	list    *fynewidget.List
	cols    []ingest.Column
	rows    int
	kind    logkind.Kind
	pair    *ingest.Pair // that are not joined
	lines   map[fyne.CanvasObject]*line
}

func newColumns(s commands) *columns {
	c := &columns{s: s, lines: map[fyne.CanvasObject]*line{}}
	c.list = fynewidget.NewList(func() int { return len(c.cols) }, c.make, c.set)
	c.list.HideSeparators = false
	c.content = c.list
	return c
}

// line is the widgets of one column; they are used again while scrolling.
type line struct {
	of      *columns
	col     ingest.Column
	mark    *canvas.Rectangle
	name    *widget.Words
	samples *widget.Words
	why     *widget.Words
	full    *fill
	typ     *widget.Picker
	role    *widget.Picker
}

func (c *columns) make() fyne.CanvasObject {
	l := &line{of: c, mark: canvas.NewRectangle(theme.Color(theme.Warning))}
	l.name = widget.NewWords("", theme.Body, theme.Text).Bold().Shrink(40)
	l.samples = widget.NewWords("", theme.Small, theme.Second).Shrink(40)
	l.why = widget.NewWords("", theme.Small, theme.Second).Shrink(40)
	l.full = newFill()
	l.typ = widget.NewPicker(c.s.Lang(), func(id string) { read(c.s, l.col, id) })
	l.role = widget.NewPicker(c.s.Lang(), func(id string) { c.s.SetRole(l.col.Name, logkind.Role(id[1:])) })
	o := container.New(&lineLayout{}, l.mark, l.name, l.samples, l.full, l.typ, l.role, l.why)
	c.lines[o] = l
	return o
}

func (c *columns) set(id fynewidget.ListItemID, o fyne.CanvasObject) {
	l := c.lines[o]
	if l == nil || id >= len(c.cols) {
		return
	}
	l.col = c.cols[id]
	l.mark.Hidden = !doubted(l.col)
	l.mark.FillColor = theme.Color(theme.Warning)
	l.name.SetText(l.col.Name)
	l.samples.SetText(strings.Join(l.col.Samples[:min(3, len(l.col.Samples))], " · "))
	share := 0.0
	if c.rows > 0 {
		share = 1 - float64(l.col.Blanks)/float64(c.rows)
	}
	l.full.set(share, c.s.T("data.filled", share*100))
	l.typ.SetItems(conventions(c.s, l.col, c.pair))
	l.typ.SetSelected(conventionID(l.col))
	l.role.SetItems(roleItems(c.s, l.col, c.kind))
	l.role.SetSelected("r" + string(l.col.Role))
	why := l.col.RoleReason.Text(c.s.Lang())
	if why == "" {
		why = l.col.TypeReason.Text(c.s.Lang())
	}
	l.why.SetColor(theme.Warning)
	switch {
	case l.col.Unsure:
		why = c.s.T("data.order.ask", c.s.T("data.order."+string(l.col.DateOrder)))
	case !l.mark.Hidden:
		why = c.s.T("data.ask", l.col.Role.Name(c.s.Lang()), why)
	default:
		l.why.SetColor(theme.Second)
	}
	l.why.SetText(why)
}

// roleItems offers the roles of the log's kind that suit the column's type
// first, then all others.
func roleItems(s commands, c ingest.Column, k logkind.Kind) []widget.PickItem {
	items := []widget.PickItem{{ID: "r", Text: s.T("data.norole")}}
	used := map[logkind.Role]bool{}
	for _, r := range k.Info().Roles {
		if !used[r] {
			used[r] = true
			items = append(items, widget.PickItem{ID: "r" + string(r), Text: r.Name(s.Lang()), Group: s.T("data.roles.kind")})
		}
	}
	for _, r := range logkind.RoleCatalogue {
		if !used[r.Role] {
			used[r.Role] = true
			items = append(items, widget.PickItem{ID: "r" + string(r.Role), Text: r.Role.Name(s.Lang()), Group: s.T("data.roles.other")})
		}
	}
	return items
}

// fill shows the columns of a log.
func (c *columns) fill(l *ingest.Log) {
	c.rows, c.kind, c.pair = l.Table.Rows, l.Kind, l.Pair
	if slices.ContainsFunc(l.Columns, func(col ingest.Column) bool { return col.Derived }) {
		c.pair = nil
	}
	c.cols = c.cols[:0]
	for _, col := range l.Columns {
		if !col.Ignored {
			c.cols = append(c.cols, col)
		}
	}
	slices.SortStableFunc(c.cols, func(a, b ingest.Column) int { return rank(a) - rank(b) })
	c.list.Refresh()
}

func rank(c ingest.Column) int {
	if doubted(c) {
		return 0
	}
	return 1
}

// lineLayout places the parts of a line in two rows of text and two dropdowns.
type lineLayout struct{}

const lineHeight = 52

// MinSize implements fyne.Layout.
func (*lineLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(420, lineHeight) }

// Layout implements fyne.Layout.
func (*lineLayout) Layout(o []fyne.CanvasObject, s fyne.Size) {
	put := func(o fyne.CanvasObject, x, y, w, h float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(w, h))
	}
	const typeWidth, roleWidth, fillWidth, pad = 136, 148, 44, 12
	text := s.Width - typeWidth - roleWidth - 2*theme.Gap - 2*pad
	name := text * 0.4
	put(o[0], 0, 0, 3, s.Height)
	put(o[1], pad, 7, name, 18)
	put(o[3], pad, 31, fillWidth, 8)
	put(o[6], pad+fillWidth+theme.Gap, 27, text-fillWidth-theme.Gap, 16)
	put(o[2], pad+name+theme.Gap, 7, text-name-theme.Gap, 18)
	put(o[4], pad+text+theme.Gap, 10, typeWidth, theme.Control)
	put(o[5], pad+text+2*theme.Gap+typeWidth-theme.Unit, 10, roleWidth, theme.Control)
}
