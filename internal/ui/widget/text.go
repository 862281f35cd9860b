package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Words is one line of text. It shortens itself with an ellipsis where there
// is too little room, and then shows the full text as a tip.
type Words struct {
	widget.BaseWidget
	text  string
	size  float32
	color fyne.ThemeColorName
	bold  bool
	align fyne.TextAlign
	cut   bool
	room  float32 // least width; 0 takes the text's own
}

// NewWords makes a line of text in one of the sizes and colours of theme.
func NewWords(text string, size float32, c fyne.ThemeColorName) *Words {
	w := &Words{text: text, size: size, color: c}
	w.ExtendBaseWidget(w)
	return w
}

// Bold makes the text bold.
func (w *Words) Bold() *Words {
	w.bold = true
	return w
}

// Align sets where in its room the text stands.
func (w *Words) Align(a fyne.TextAlign) *Words {
	w.align = a
	return w
}

// Shrink lets the text be shortened down to a width.
func (w *Words) Shrink(least float32) *Words {
	w.room = least
	return w
}

// SetText changes the text.
func (w *Words) SetText(s string) {
	if s != w.text {
		w.text = s
		w.Refresh()
	}
}

// SetColor changes the colour.
func (w *Words) SetColor(c fyne.ThemeColorName) {
	if c != w.color {
		w.color = c
		w.Refresh()
	}
}

// Text is the full text.
func (w *Words) Text() string { return w.text }

// MouseIn implements desktop.Hoverable.
func (w *Words) MouseIn(*desktop.MouseEvent) {
	if w.cut {
		showTip(w, w.text)
	}
}

// MouseMoved implements desktop.Hoverable.
func (w *Words) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (w *Words) MouseOut() { hideTip(w) }

// CreateRenderer implements fyne.Widget.
func (w *Words) CreateRenderer() fyne.WidgetRenderer {
	t := newText()
	p := &parts{of: w, objects: []fyne.CanvasObject{t}}
	p.min = func() fyne.Size {
		s := textSize(w.text, w.size, w.bold)
		if w.room > 0 {
			s.Width = min(s.Width, w.room)
		}
		return s
	}
	p.update = func() {
		setText(t, w.text, w.size, w.color, w.bold)
		t.Alignment = w.align
	}
	p.layout = func(s fyne.Size) { _, w.cut = putText(t, w.text, 0, 0, s.Width, s.Height) }
	return p.start()
}

// Para is text that wraps to the room it is given, as Chinese and English do.
type Para struct {
	widget.BaseWidget
	text   string
	size   float32
	color  fyne.ThemeColorName
	bold   bool
	center bool
	width  float32 // wrapped for
	lines  []string
}

// NewPara makes a paragraph in one of the sizes and colours of theme.
func NewPara(text string, size float32, c fyne.ThemeColorName) *Para {
	p := &Para{text: text, size: size, color: c, width: 360}
	p.ExtendBaseWidget(p)
	p.wrap()
	return p
}

// Centered centres the lines.
func (p *Para) Centered() *Para {
	p.center = true
	return p
}

// Bold makes the text bold.
func (p *Para) Bold() *Para {
	p.bold = true
	p.wrap()
	return p
}

// SetText changes the text.
func (p *Para) SetText(s string) {
	if s == p.text {
		return
	}
	p.text = s
	p.wrap()
	p.Refresh()
}

// Text is the full text.
func (p *Para) Text() string { return p.text }

// SetColor changes the colour.
func (p *Para) SetColor(c fyne.ThemeColorName) {
	p.color = c
	p.Refresh()
}

// Resize implements fyne.CanvasObject and wraps anew for another width.
func (p *Para) Resize(s fyne.Size) {
	if s.Width != p.width && s.Width > 0 {
		p.width = s.Width
		p.wrap()
		p.BaseWidget.Resize(s)
		p.Refresh()
		return
	}
	p.BaseWidget.Resize(s)
}

func (p *Para) wrap() { p.lines = wrapText(p.text, p.size, p.bold, p.width) }

const lineGap float32 = 3

func (p *Para) lineHeight() float32 { return textSize("Mg", p.size, p.bold).Height + lineGap }

// CreateRenderer implements fyne.Widget.
func (p *Para) CreateRenderer() fyne.WidgetRenderer {
	var texts []*canvas.Text
	r := &parts{of: p}
	r.min = func() fyne.Size {
		return fyne.NewSize(40, float32(len(p.lines))*p.lineHeight()-lineGap)
	}
	r.update = func() {
		for len(texts) < len(p.lines) {
			texts = append(texts, newText())
		}
		r.objects = r.objects[:0]
		for i, l := range p.lines {
			setText(texts[i], l, p.size, p.color, p.bold)
			r.objects = append(r.objects, texts[i])
		}
	}
	r.layout = func(s fyne.Size) {
		y := float32(0)
		for i := range p.lines {
			if i >= len(texts) {
				break
			}
			m := texts[i].MinSize()
			x := float32(0)
			if p.center {
				x = (s.Width - m.Width) / 2
			}
			place(texts[i], x, y, m.Width, m.Height)
			y += p.lineHeight()
		}
	}
	return r.start()
}
