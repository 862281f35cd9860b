package settings

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	fynewidget "fyne.io/fyne/v2/widget"

	"tallyboard/internal/document"
	"tallyboard/internal/fault"
	"tallyboard/internal/ui/theme"
	"tallyboard/internal/ui/widget"
)

// ask shows fields in a dialog. save keeps what was typed, or says what is
// wrong with it: that stands above the fields, and the dialog stays. drop,
// where not nil, takes the thing away.
func (p *Page) ask(title string, rows []line, save func() error, drop func() error) {
	wrong := container.NewStack()
	var hide func()
	try := func(do func() error) func() {
		return func() {
			if err := do(); err != nil {
				wrong.Objects = []fyne.CanvasObject{widget.NewBanner(document.Warning, fault.Say(err, p.s.Lang()), nil)}
				wrong.Refresh()
				return
			}
			hide()
		}
	}
	var actions []fyne.CanvasObject
	if drop != nil {
		actions = append(actions, widget.NewButton(p.s.T("rules.ui.drop"), theme.Trash, widget.Danger, try(drop)))
	}
	actions = append(actions, widget.NewButton(p.s.T("rules.ui.save"), theme.Save, widget.Primary, try(save)))
	body := container.New(layout.NewCustomPaddedVBoxLayout(theme.Gap))
	var first *widget.Field
	for _, r := range rows {
		body.Add(r.row)
		if r.field != nil {
			r.field.OnSubmit, r.field.OnEscape = try(save), func() { hide() }
			if first == nil {
				first = r.field
			}
		}
	}
	hide = p.w.Form(title, container.New(&least{560}, container.NewBorder(wrong, nil, nil, nil, body)), actions...)
	switch {
	case first != nil:
		first.Focus()
	case len(rows) > 0 && rows[0].entry != nil:
		if c := fyne.CurrentApp().Driver().CanvasForObject(rows[0].entry); c != nil {
			c.Focus(rows[0].entry)
		}
	}
}

// line is a labelled row of a dialog; field is nil where it holds no line to
// type in, entry where it does not hold several.
type line struct {
	row   fyne.CanvasObject
	field *widget.Field
	entry *fynewidget.Entry
}

// entry is a line to type in with its label.
func entry(label, value, help string) line {
	f := widget.NewField("", nil)
	f.SetText(value)
	return line{row: widget.NewFieldRow(label, f, help).LabelWidth(labelWidth), field: f}
}

// labelled is any other field with its label.
func labelled(label string, field fyne.CanvasObject, help string) line {
	return line{row: widget.NewFieldRow(label, field, help).LabelWidth(labelWidth)}
}

// lines is several lines to type in with their label.
func lines(label, value, hint, help string) (*fynewidget.Entry, line) {
	e := fynewidget.NewMultiLineEntry()
	e.SetText(value)
	e.SetPlaceHolder(hint)
	e.SetMinRowsVisible(3)
	out := labelled(label, e, help)
	out.entry = e
	return e, out
}

// least gives content at least a width.
type least struct{ width float32 }

// MinSize implements fyne.Layout.
func (l *least) MinSize(o []fyne.CanvasObject) fyne.Size {
	m := o[0].MinSize()
	return fyne.NewSize(max(m.Width, l.width), m.Height)
}

// Layout implements fyne.Layout.
func (l *least) Layout(o []fyne.CanvasObject, s fyne.Size) { o[0].Resize(s) }

// tall gives content a height of its own.
func tall(height float32, content fyne.CanvasObject) fyne.CanvasObject {
	return container.New(&fixed{height}, content)
}

type fixed struct{ height float32 }

// MinSize implements fyne.Layout.
func (f *fixed) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(o[0].MinSize().Width, f.height)
}

// Layout implements fyne.Layout.
func (f *fixed) Layout(o []fyne.CanvasObject, s fyne.Size) { o[0].Resize(s) }
