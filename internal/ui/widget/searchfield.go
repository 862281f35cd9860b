package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"tallyboard/internal/ui/theme"
)

// searchField is a line to type in that passes the keys on which move a list.
type searchField struct {
	widget.Entry
	onKey func(*fyne.KeyEvent)
	// onSpace is asked before a space is typed; true when it was taken.
	onSpace func() bool
}

func newSearchField(hint string) *searchField {
	s := &searchField{}
	s.PlaceHolder = hint
	s.Icon = nil
	s.Wrapping = fyne.TextWrapOff
	s.ExtendBaseWidget(s)
	return s
}

// TypedRune implements fyne.Focusable.
func (s *searchField) TypedRune(r rune) {
	if r == ' ' && s.onSpace != nil && s.onSpace() {
		return
	}
	s.Entry.TypedRune(r)
}

// TypedKey implements fyne.Focusable.
func (s *searchField) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyPageDown, fyne.KeyReturn, fyne.KeyEnter, fyne.KeyEscape:
		if s.onKey != nil {
			s.onKey(e)
			return
		}
	}
	s.Entry.TypedKey(e)
}

// TypedShortcut implements fyne.Shortcutable: what is no editing goes to the
// window.
func (s *searchField) TypedShortcut(sc fyne.Shortcut) {
	if c, ok := sc.(*desktop.CustomShortcut); ok {
		switch c.KeyName {
		case fyne.KeyLeft, fyne.KeyRight, fyne.KeyUp, fyne.KeyDown, fyne.KeyHome, fyne.KeyEnd, fyne.KeyBackspace, fyne.KeyDelete:
		default:
			passOn(s, sc)
			return
		}
	}
	s.Entry.TypedShortcut(sc)
}

// SearchField is a line to type in with a magnifying glass. Escape empties it.
type SearchField struct {
	widget.BaseWidget
	entry *searchField
	// OnChanged is told the words after every change.
	OnChanged func(words string)
	// OnSubmit is told that Enter was pressed.
	OnSubmit func()
}

// NewSearchField makes one; hint stands in it while it is empty.
func NewSearchField(hint string, onChanged func(words string)) *SearchField {
	s := &SearchField{entry: newSearchField(hint), OnChanged: onChanged}
	s.entry.OnChanged = func(w string) {
		if s.OnChanged != nil {
			s.OnChanged(w)
		}
	}
	s.entry.onKey = func(e *fyne.KeyEvent) {
		switch e.Name {
		case fyne.KeyEscape:
			s.entry.SetText("")
		case fyne.KeyReturn, fyne.KeyEnter:
			if s.OnSubmit != nil {
				s.OnSubmit()
			}
		}
	}
	s.ExtendBaseWidget(s)
	return s
}

// Text is what was typed.
func (s *SearchField) Text() string { return s.entry.Text }

// SetText types for the person.
func (s *SearchField) SetText(w string) { s.entry.SetText(w) }

// SetHint changes the words that stand in it while it is empty.
func (s *SearchField) SetHint(h string) { s.entry.SetPlaceHolder(h) }

// Focusable is what takes the keyboard, for Ctrl+F.
func (s *SearchField) Focusable() fyne.Focusable { return s.entry }

// CreateRenderer implements fyne.Widget.
func (s *SearchField) CreateRenderer() fyne.WidgetRenderer {
	icon := newIcon()
	p := &parts{of: s, objects: []fyne.CanvasObject{s.entry, icon}}
	p.min = func() fyne.Size { return fyne.NewSize(180, theme.Control) }
	p.update = func() { setIcon(icon, theme.Search, theme.Second) }
	p.layout = func(z fyne.Size) {
		place(s.entry, 0, 0, z.Width, z.Height)
		place(icon, z.Width-26, (z.Height-16)/2, 16, 16)
	}
	return p.start()
}
