package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"tallyboard/internal/ui/theme"
)

// FieldRow is a labelled field of a form: the label at the left, the field at
// the right, a quiet sentence of help under it.
type FieldRow struct {
	widget.BaseWidget
	label string
	field fyne.CanvasObject
	help  *Para
	width float32 // of the label column
}

// NewFieldRow makes a row; help may be "".
func NewFieldRow(label string, field fyne.CanvasObject, help string) *FieldRow {
	f := &FieldRow{label: label, field: field, width: 140, help: NewPara(help, theme.Small, theme.Second)}
	f.ExtendBaseWidget(f)
	return f
}

// LabelWidth sets the width of the label column; the same for all rows of a form.
func (f *FieldRow) LabelWidth(w float32) *FieldRow {
	f.width = w
	return f
}

// SetHelp changes the sentence under the field.
func (f *FieldRow) SetHelp(s string) {
	f.help.SetText(s)
	f.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (f *FieldRow) CreateRenderer() fyne.WidgetRenderer {
	label := newText()
	p := &parts{of: f, objects: []fyne.CanvasObject{label, f.field, f.help}}
	helpHeight := func() float32 {
		if f.help.Text() == "" {
			return 0
		}
		return 4 + f.help.MinSize().Height
	}
	p.min = func() fyne.Size {
		m := f.field.MinSize()
		return fyne.NewSize(f.width+max(m.Width, 120), max(m.Height, 24)+helpHeight())
	}
	p.update = func() {
		setText(label, f.label, theme.Body, theme.Second, false)
		f.help.Hidden = f.help.Text() == ""
	}
	p.layout = func(s fyne.Size) {
		m := f.field.MinSize()
		h := max(m.Height, 24)
		putText(label, f.label, 0, 0, f.width-12, h)
		w := s.Width - f.width
		switch f.field.(type) {
		case *Button, *IconButton, *Segmented, *Check: // keep their own width
			w = min(w, m.Width)
		}
		place(f.field, f.width, (h-m.Height)/2, w, m.Height)
		f.help.Resize(fyne.NewSize(s.Width-f.width, f.help.MinSize().Height))
		f.help.Move(fyne.NewPos(f.width, h+4))
	}
	return p.start()
}
