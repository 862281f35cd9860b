package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"tallyboard/internal/ui/theme"
)

// Field is one line to type in, with an icon at its end where it has one.
type Field struct {
	widget.BaseWidget
	// OnChanged is told the words after every change.
	OnChanged func(words string)
	// OnSubmit is told that Enter was pressed; OnEscape that Escape was.
	OnSubmit, OnEscape func()

	entry *input
	icon  theme.IconName
}

// NewField makes a field; hint stands in it while it is empty.
func NewField(hint string, onChanged func(words string)) *Field {
	return newField(hint, "", onChanged)
}

// NewSearchField makes a field with a magnifying glass. Escape empties it.
func NewSearchField(hint string, onChanged func(words string)) *Field {
	f := newField(hint, theme.Search, onChanged)
	f.OnEscape = func() { f.SetText("") }
	return f
}

// NewSecretField makes a field that shows dots for what is typed.
func NewSecretField(hint string, onChanged func(words string)) *Field {
	f := newField(hint, "", onChanged)
	f.entry.Password = true
	return f
}

func newField(hint string, icon theme.IconName, onChanged func(words string)) *Field {
	f := &Field{entry: newInput(hint), icon: icon, OnChanged: onChanged}
	f.entry.OnChanged = func(w string) {
		if f.OnChanged != nil {
			f.OnChanged(w)
		}
	}
	f.entry.onKey = func(e *fyne.KeyEvent) {
		do := f.OnSubmit
		if e.Name == fyne.KeyEscape {
			do = f.OnEscape
		}
		if do != nil && (e.Name == fyne.KeyEscape || e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter) {
			do()
		}
	}
	f.ExtendBaseWidget(f)
	return f
}

// Text is what was typed.
func (f *Field) Text() string { return f.entry.Text }

// SetText types for the person.
func (f *Field) SetText(w string) { f.entry.SetText(w) }

// SetHint changes the words that stand in it while it is empty.
func (f *Field) SetHint(h string) { f.entry.SetPlaceHolder(h) }

// SetEnabled switches the field on or off.
func (f *Field) SetEnabled(on bool) {
	if on {
		f.entry.Enable()
	} else {
		f.entry.Disable()
	}
}

// Focusable is what takes the keyboard, for Ctrl+F.
func (f *Field) Focusable() fyne.Focusable { return f.entry }

// Focus gives it the keyboard.
func (f *Field) Focus() {
	if c := canvasOf(f); c != nil {
		c.Focus(f.entry)
	}
}

// CreateRenderer implements fyne.Widget.
func (f *Field) CreateRenderer() fyne.WidgetRenderer {
	icon := newIcon()
	p := &parts{of: f, objects: []fyne.CanvasObject{f.entry, icon}}
	p.min = func() fyne.Size { return fyne.NewSize(180, theme.Control) }
	p.update = func() { setIcon(icon, f.icon, theme.Second) }
	p.layout = func(z fyne.Size) {
		place(f.entry, 0, 0, z.Width, z.Height)
		place(icon, z.Width-26, (z.Height-16)/2, 16, 16)
	}
	return p.start()
}
