package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// input is a line to type in that hands on the keys that move a list and the
// shortcuts that are no editing.
type input struct {
	widget.Entry
	onKey func(*fyne.KeyEvent)
	// onSpace is asked before a space is typed; true when it was taken.
	onSpace func() bool
}

func newInput(hint string) *input {
	s := &input{}
	s.PlaceHolder = hint
	s.Icon = nil
	s.Wrapping = fyne.TextWrapOff
	s.ExtendBaseWidget(s)
	return s
}

// TypedRune implements fyne.Focusable.
func (s *input) TypedRune(r rune) {
	if r == ' ' && s.onSpace != nil && s.onSpace() {
		return
	}
	s.Entry.TypedRune(r)
}

// TypedKey implements fyne.Focusable.
func (s *input) TypedKey(e *fyne.KeyEvent) {
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
func (s *input) TypedShortcut(sc fyne.Shortcut) {
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
