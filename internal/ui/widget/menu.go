package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"tallyboard/internal/ui/theme"
)

// MenuItem is one line of a menu. One without words is a line between groups.
type MenuItem struct {
	Text     string
	Note     string // at the right, quiet: a shortcut, a count
	Icon     theme.IconName
	Checked  bool
	Disabled bool
	Title    bool // says what the lines under it are about
	Danger   bool
	Do       func()
}

// ShowMenu shows a menu at a position of the canvas that owner is on, and
// closes it when something was chosen.
func ShowMenu(owner fyne.CanvasObject, at fyne.Position, items []MenuItem) *Popup {
	return showMenu(shownOn(owner), items, at, fyne.Size{})
}

// DropMenu shows a menu under its owner.
func DropMenu(owner fyne.CanvasObject, items []MenuItem) *Popup {
	c := shownOn(owner) // before its place is asked for
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(owner)
	return showMenu(c, items, at, owner.Size())
}

func showMenu(c fyne.Canvas, items []MenuItem, at fyne.Position, over fyne.Size) *Popup {
	m := &menu{current: -1}
	for i, it := range items {
		m.lines = append(m.lines, newMenuLine(m, i, it))
	}
	m.ExtendBaseWidget(m)
	m.popup = showPopup(c, m, at, over)
	m.popup.onKey = m.typed
	return m.popup
}

type menu struct {
	widget.BaseWidget
	lines   []*menuLine
	current int
	popup   *Popup
}

func (m *menu) typed(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyDown:
		m.step(1)
	case fyne.KeyUp:
		m.step(-1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		if m.current >= 0 {
			m.choose(m.current)
		}
	}
}

func (m *menu) step(d int) {
	i := m.current
	if i < 0 && d < 0 {
		i = 0
	}
	for range m.lines {
		i = (i + d + len(m.lines)) % len(m.lines)
		if m.lines[i].usable() {
			m.mark(i)
			return
		}
	}
}

func (m *menu) mark(i int) {
	old := m.current
	m.current = i
	for _, k := range []int{old, i} {
		if k >= 0 && k < len(m.lines) {
			m.lines[k].Refresh()
		}
	}
}

func (m *menu) choose(i int) {
	if l := m.lines[i]; l.usable() {
		m.popup.Close()
		if l.item.Do != nil {
			l.item.Do()
		}
	}
}

// CreateRenderer implements fyne.Widget.
func (m *menu) CreateRenderer() fyne.WidgetRenderer {
	p := &parts{of: m}
	for _, l := range m.lines {
		p.objects = append(p.objects, l)
	}
	p.min = func() fyne.Size {
		s := fyne.NewSize(140, 8)
		for _, l := range m.lines {
			z := l.MinSize()
			s.Width, s.Height = max(s.Width, z.Width+8), s.Height+z.Height
		}
		return s
	}
	p.layout = func(s fyne.Size) {
		y := float32(4)
		for _, l := range m.lines {
			h := l.MinSize().Height
			place(l, 4, y, s.Width-8, h)
			y += h
		}
	}
	return p
}

type menuLine struct {
	widget.BaseWidget
	of    *menu
	index int
	item  MenuItem
}

func newMenuLine(m *menu, i int, it MenuItem) *menuLine {
	l := &menuLine{of: m, index: i, item: it}
	l.ExtendBaseWidget(l)
	return l
}

func (l *menuLine) usable() bool { return l.item.Text != "" && !l.item.Disabled && !l.item.Title }

// Tapped implements fyne.Tappable.
func (l *menuLine) Tapped(*fyne.PointEvent) { l.of.choose(l.index) }

// MouseIn implements desktop.Hoverable.
func (l *menuLine) MouseIn(*desktop.MouseEvent) { l.of.mark(l.index) }

// MouseMoved implements desktop.Hoverable.
func (l *menuLine) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (l *menuLine) MouseOut() { l.of.mark(-1) }

// CreateRenderer implements fyne.Widget.
func (l *menuLine) CreateRenderer() fyne.WidgetRenderer {
	box, line, icon, text, note := newBox(theme.Unit), newBox(0), newIcon(), newText(), newText()
	note.Alignment = fyne.TextAlignTrailing
	p := &parts{of: l, objects: []fyne.CanvasObject{box, line, icon, text, note}}
	p.min = func() fyne.Size {
		if l.item.Text == "" {
			return fyne.NewSize(0, 9)
		}
		w := 36 + textSize(l.item.Text, theme.Body, false).Width + 16
		if l.item.Note != "" {
			w += textSize(l.item.Note, theme.Small, false).Width + theme.Section
		}
		return fyne.NewSize(min(w, 420), 30)
	}
	p.update = func() {
		separator := l.item.Text == ""
		line.Hidden = !separator
		setBox(line, theme.Line, "")
		fill, ink := fyne.ThemeColorName(""), theme.Text
		switch {
		case l.item.Title:
			ink = theme.Second
		case l.item.Disabled:
			ink = theme.Faint
		case l.item.Danger:
			ink = theme.Bad
		}
		if l.of.current == l.index && l.usable() {
			fill = theme.Hover
		}
		setBox(box, fill, "")
		name, iconInk := l.item.Icon, theme.Second
		if l.item.Checked {
			name, iconInk = theme.Check, theme.Accent
		}
		if l.item.Danger || l.item.Disabled {
			iconInk = ink
		}
		setIcon(icon, name, iconInk)
		setText(text, l.item.Text, theme.Body, ink, false)
		setText(note, l.item.Note, theme.Small, theme.Second, false)
	}
	p.layout = func(s fyne.Size) {
		place(box, 0, 0, s.Width, s.Height)
		place(line, 6, s.Height/2, s.Width-12, theme.Hair)
		place(icon, 9, (s.Height-16)/2, 16, 16)
		w, _ := putText(note, l.item.Note, 36, 0, s.Width-46, s.Height)
		putText(text, l.item.Text, 34, 0, s.Width-44-w, s.Height)
	}
	return p.start()
}
