package widget

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"tallyboard/internal/document"
	"tallyboard/internal/ui/theme"
)

// Banner is one sentence about what went wrong or needs a look, with the ways
// on as buttons.
type Banner struct {
	widget.BaseWidget
	tone    document.Tone
	text    *Para
	actions []fyne.CanvasObject
	close   *IconButton
	tip     string
}

// NewBanner makes one; onClose may be nil, then it has no ×.
func NewBanner(tone document.Tone, text string, onClose func(), actions ...fyne.CanvasObject) *Banner {
	b := &Banner{tone: tone, text: NewPara(text, theme.Body, theme.Text), actions: actions}
	if onClose != nil {
		b.close = NewIconButton(theme.Close, "", onClose).Small()
	}
	b.ExtendBaseWidget(b)
	return b
}

// SetText changes the sentence.
func (b *Banner) SetText(s string) {
	b.text.SetText(s)
	b.Refresh()
}

// SetTip sets the words shown when the pointer rests on the banner.
func (b *Banner) SetTip(s string) *Banner {
	b.tip = s
	return b
}

// MouseIn implements desktop.Hoverable.
func (b *Banner) MouseIn(*desktop.MouseEvent) { showTip(b, b.tip) }

// MouseMoved implements desktop.Hoverable.
func (b *Banner) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (b *Banner) MouseOut() { hideTip(b) }

// CreateRenderer implements fyne.Widget.
func (b *Banner) CreateRenderer() fyne.WidgetRenderer {
	box, edge, icon := newBox(theme.Radius), newBox(1.5), newIcon()
	p := &parts{of: b, objects: append([]fyne.CanvasObject{box, edge, icon, b.text}, b.actions...)}
	if b.close != nil {
		p.objects = append(p.objects, b.close)
	}
	tail := func() float32 {
		w := float32(12)
		for _, a := range b.actions {
			w += a.MinSize().Width + theme.Gap
		}
		if b.close != nil {
			w += theme.Compact
		}
		return w
	}
	p.min = func() fyne.Size {
		return fyne.NewSize(200+tail(), max(b.text.MinSize().Height+20, theme.Control+8))
	}
	p.update = func() {
		ink, soft := toneColors(b.tone)
		name := theme.Info
		switch b.tone {
		case document.Good:
			name = theme.CheckCircle
		case document.Warning:
			name = theme.Warn
		case document.Bad:
			name = theme.Error
		case document.Neutral:
			ink, soft = theme.Accent, theme.AccentSoft
		}
		setBox(box, soft, "")
		setBox(edge, ink, "")
		setIcon(icon, name, ink)
	}
	p.layout = func(s fyne.Size) {
		place(box, 0, 0, s.Width, s.Height)
		place(edge, 0, 8, 3, s.Height-16)
		place(icon, 14, (s.Height-theme.IconBox)/2, theme.IconBox, theme.IconBox)
		b.text.Resize(fyne.NewSize(s.Width-42-tail(), b.text.MinSize().Height))
		h := b.text.MinSize().Height
		b.text.Move(fyne.NewPos(42, (s.Height-h)/2))
		x := s.Width - tail() + 4
		for _, a := range b.actions {
			m := a.MinSize()
			place(a, x, (s.Height-m.Height)/2, m.Width, m.Height)
			x += m.Width + theme.Gap
		}
		if b.close != nil {
			place(b.close, x-4, (s.Height-theme.Compact)/2, theme.Compact, theme.Compact)
		}
	}
	return p.start()
}

// EmptyState stands where there is nothing to show yet: an icon, a sentence
// that says what to do next, and the button that does it.
type EmptyState struct {
	widget.BaseWidget
	icon   theme.IconName
	title  string
	text   *Para
	action fyne.CanvasObject
}

// NewEmptyState makes one; text and action may be "" and nil.
func NewEmptyState(icon theme.IconName, title, text string, action fyne.CanvasObject) *EmptyState {
	e := &EmptyState{icon: icon, title: title, action: action}
	e.text = NewPara(text, theme.Body, theme.Second).Centered()
	e.ExtendBaseWidget(e)
	return e
}

// CreateRenderer implements fyne.Widget.
func (e *EmptyState) CreateRenderer() fyne.WidgetRenderer {
	disc, icon, title := newBox(28), newIcon(), newText()
	title.Alignment = fyne.TextAlignCenter
	p := &parts{of: e, objects: []fyne.CanvasObject{disc, icon, title}}
	if e.text.Text() != "" {
		p.objects = append(p.objects, e.text)
	}
	if e.action != nil {
		p.objects = append(p.objects, e.action)
	}
	height := func() float32 {
		h := float32(56 + 14 + 24)
		if e.text.Text() != "" {
			h += 6 + e.text.MinSize().Height
		}
		if e.action != nil {
			h += theme.Pad + e.action.MinSize().Height
		}
		return h
	}
	p.min = func() fyne.Size {
		wide := textSize(e.title, theme.Lead, true).Width + 16
		for _, line := range strings.Split(e.text.Text(), "\n") { // on one line where it fits
			wide = max(wide, textSize(line, theme.Body, false).Width+40)
		}
		wide = min(wide, 420)
		return fyne.NewSize(max(240, wide), height()+theme.Section)
	}
	p.update = func() {
		setBox(disc, theme.AccentSoft, "")
		setIcon(icon, e.icon, theme.Accent)
		setText(title, e.title, theme.Lead, theme.Text, true)
	}
	p.layout = func(s fyne.Size) {
		w := min(s.Width-32, 420)
		if e.text.Text() != "" {
			e.text.Resize(fyne.NewSize(w, e.text.MinSize().Height))
		}
		y := max((s.Height-height())/2, 8)
		place(disc, (s.Width-56)/2, y, 56, 56)
		place(icon, (s.Width-26)/2, y+15, 26, 26)
		y += 56 + 14
		putText(title, e.title, 8, y, s.Width-16, 24)
		y += 24
		if e.text.Text() != "" {
			y += 6
			h := e.text.MinSize().Height
			place(e.text, (s.Width-w)/2, y, w, h)
			y += h
		}
		if e.action != nil {
			m := e.action.MinSize()
			place(e.action, (s.Width-m.Width)/2, y+theme.Pad, m.Width, m.Height)
		}
	}
	return p.start()
}
