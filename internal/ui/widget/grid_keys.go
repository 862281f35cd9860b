package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// typed moves the cursor; it is the first to look at a key.
func (g *Grid) typed(e *fyne.KeyEvent) bool {
	if g.rows() == 0 || g.cols() == 0 {
		return false
	}
	if g.frameKey(e) {
		return true
	}
	at := g.sel.focus
	if !g.sel.on {
		at = Place{g.view.top, 0}
	}
	switch e.Name {
	case fyne.KeyUp:
		at.Row--
	case fyne.KeyDown:
		if g.sel.on {
			at.Row++
		}
	case fyne.KeyLeft:
		if g.foldBy(at, Unfolded) {
			return true
		}
		at.Col--
	case fyne.KeyRight:
		if g.foldBy(at, Folded) {
			return true
		}
		at.Col++
	case fyne.KeyPageUp:
		at.Row -= g.page()
	case fyne.KeyPageDown:
		at.Row += g.page()
	case fyne.KeyHome:
		at.Col = 0
	case fyne.KeyEnd:
		at.Col = g.cols() - 1
	case fyne.KeyReturn, fyne.KeyEnter:
		if g.sel.on && g.OnOpen != nil {
			g.OnOpen(at)
		}
		return true
	case fyne.KeySpace:
		if g.sel.on && g.OnFold != nil && g.model.Cell(at.Row, at.Col).Fold != NoFold {
			g.OnFold(at.Row)
		}
		return true
	default:
		return false
	}
	g.moveTo(at, g.shift())
	return true
}

// foldBy folds or unfolds the row when the cursor stands on its triangle.
func (g *Grid) foldBy(at Place, from Fold) bool {
	if !g.sel.on || g.OnFold == nil || g.shift() || g.model.Cell(at.Row, at.Col).Fold != from {
		return false
	}
	g.OnFold(at.Row)
	return true
}

// moveTo puts the cursor on a cell, within the model.
func (g *Grid) moveTo(at Place, extend bool) {
	at.Row = min(max(at.Row, 0), g.rows()-1)
	at.Col = min(max(at.Col, 0), g.cols()-1)
	if !extend || !g.sel.on {
		g.sel.anchor = at
	}
	g.sel.on, g.sel.focus = true, at
	g.reveal(at)
	g.selected()
}

func (g *Grid) shift() bool {
	d, ok := fyne.CurrentApp().Driver().(desktop.Driver)
	return ok && d.CurrentKeyModifiers()&fyne.KeyModifierShift != 0
}

// TypedShortcut implements fyne.Shortcutable: copy, select all, and the ends of
// the table.
func (g *Grid) TypedShortcut(s fyne.Shortcut) {
	switch s := s.(type) {
	case *fyne.ShortcutCopy:
		g.Copy()
	case *fyne.ShortcutSelectAll:
		g.SelectAll()
	case *desktop.CustomShortcut:
		if !g.jump(s) && !g.shiftBy(s) {
			passOn(g, s)
		}
	default:
		passOn(g, s)
	}
}

// jump goes to an end of the table: Ctrl with Home, End or an arrow.
func (g *Grid) jump(s *desktop.CustomShortcut) bool {
	if s.Modifier&^fyne.KeyModifierShift != fyne.KeyModifierShortcutDefault || g.rows() == 0 || g.cols() == 0 {
		return false
	}
	at := g.sel.focus
	switch s.KeyName {
	case fyne.KeyHome:
		at = Place{0, 0}
	case fyne.KeyEnd:
		at = Place{g.rows() - 1, g.cols() - 1}
	case fyne.KeyUp:
		at.Row = 0
	case fyne.KeyDown:
		at.Row = g.rows() - 1
	case fyne.KeyLeft:
		at.Col = 0
	case fyne.KeyRight:
		at.Col = g.cols() - 1
	default:
		return false
	}
	g.moveTo(at, s.Modifier&fyne.KeyModifierShift != 0)
	return true
}

// shiftBy asks for another place of what the cursor is on: Alt with an arrow.
func (g *Grid) shiftBy(s *desktop.CustomShortcut) bool {
	if s.Modifier != fyne.KeyModifierAlt || g.OnShift == nil || !g.sel.on {
		return false
	}
	switch s.KeyName {
	case fyne.KeyUp:
		g.OnShift(g.sel.focus, 0, -1)
	case fyne.KeyDown:
		g.OnShift(g.sel.focus, 0, 1)
	case fyne.KeyLeft:
		g.OnShift(g.sel.focus, -1, 0)
	case fyne.KeyRight:
		g.OnShift(g.sel.focus, 1, 0)
	default:
		return false
	}
	return true
}
