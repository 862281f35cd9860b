package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"tallyboard/internal/document"
	"tallyboard/internal/ui/theme"
)

// StatusLine is the foot of the window: what was read and left out, a link to
// look at it, and what is running, with a bar and a way to stop it.
type StatusLine struct {
	widget.BaseWidget
	text     string
	tone     document.Tone
	link     *Button
	also     *Button
	cancel   *IconButton
	onLink   func()
	onAlso   func()
	onCancel func()

	running  bool
	job      string
	fraction float64 // done; below 0 unknown
}

// NewStatusLine makes an empty one; cancelTip names what ✕ does.
func NewStatusLine(cancelTip string) *StatusLine {
	s := &StatusLine{}
	s.link = NewButton("", "", Link, func() {
		if s.onLink != nil {
			s.onLink()
		}
	})
	s.also = NewButton("", "", Link, func() {
		if s.onAlso != nil {
			s.onAlso()
		}
	})
	s.cancel = NewIconButton(theme.Close, cancelTip, func() {
		if s.onCancel != nil {
			s.onCancel()
		}
	}).Small()
	s.ExtendBaseWidget(s)
	return s
}

// Say shows a sentence with its tone, and a link behind it where link is not "".
func (s *StatusLine) Say(tone document.Tone, text, link string, onLink func()) {
	s.text, s.tone, s.onLink = text, tone, onLink
	s.link.SetText(link)
	s.Refresh()
}

// Also shows a second link behind the first, where link is not "".
func (s *StatusLine) Also(link string, onLink func()) {
	s.onAlso = onLink
	s.also.SetText(link)
	s.Refresh()
}

// Run shows a running job at the right: its words, the share done (below 0
// where unknown) and, where onCancel is not nil, ✕.
func (s *StatusLine) Run(job string, fraction float64, onCancel func()) {
	s.running, s.job, s.fraction, s.onCancel = true, job, fraction, onCancel
	s.Refresh()
}

// Done takes the running job away.
func (s *StatusLine) Done() {
	s.running, s.onCancel = false, nil
	s.Refresh()
}

// Running reports whether a job is shown.
func (s *StatusLine) Running() bool { return s.running }

// SetCancelTip changes the words for ✕, after a change of language.
func (s *StatusLine) SetCancelTip(tip string) { s.cancel.SetTip(tip) }

// Text is the sentence that is shown.
func (s *StatusLine) Text() string { return s.text }

func (s *StatusLine) mark() (theme.IconName, fyne.ThemeColorName) {
	switch s.tone {
	case document.Good:
		return theme.CheckCircle, theme.Good
	case document.Warning:
		return theme.Warn, theme.Warning
	case document.Bad:
		return theme.Error, theme.Bad
	}
	return "", theme.Second
}

// CreateRenderer implements fyne.Widget.
func (s *StatusLine) CreateRenderer() fyne.WidgetRenderer {
	ground, line := newBox(0), newBox(0)
	icon, text, job, share := newIcon(), newText(), newText(), newText()
	track, bar := newBox(2), newBox(2)
	p := &parts{of: s, objects: []fyne.CanvasObject{ground, line, icon, text, s.link, s.also, job, share, track, bar, s.cancel}}
	p.min = func() fyne.Size { return fyne.NewSize(320, 32) }
	p.update = func() {
		setBox(ground, theme.Surface, "")
		setBox(line, theme.Line, "")
		name, ink := s.mark()
		setIcon(icon, name, ink)
		setText(text, s.text, theme.Small, theme.Second, false)
		setText(job, s.job, theme.Small, theme.Text, false)
		setText(share, percent(s.fraction), theme.Small, theme.Second, false)
		setBox(track, theme.Line, "")
		setBox(bar, theme.Accent, "")
		s.link.Hidden, s.also.Hidden = s.link.Text() == "", s.also.Text() == ""
		job.Hidden, track.Hidden = !s.running, !s.running
		share.Hidden = !s.running || s.fraction < 0
		bar.Hidden = share.Hidden
		s.cancel.Hidden = !s.running || s.onCancel == nil
	}
	p.layout = func(size fyne.Size) {
		place(ground, 0, 0, size.Width, size.Height)
		place(line, 0, 0, size.Width, theme.Hair)
		right := size.Width - theme.Pad
		if s.running {
			if !s.cancel.Hidden {
				place(s.cancel, right-theme.Compact+6, (size.Height-theme.Compact)/2, theme.Compact, theme.Compact)
				right -= theme.Compact
			}
			const barWidth = 140
			share.Alignment = fyne.TextAlignTrailing
			putText(share, percent(s.fraction), right-36, 0, 34, size.Height)
			place(track, right-40-barWidth, size.Height/2-2, barWidth, 4)
			place(bar, right-40-barWidth, size.Height/2-2, barWidth*float32(min(max(s.fraction, 0), 1)), 4)
			right -= 40 + barWidth + 10
			w, _ := putText(job, s.job, 0, 0, min(size.Width/3, 260), size.Height)
			job.Move(fyne.NewPos(right-w, job.Position().Y))
			right -= w + theme.Pad
		}
		x := theme.Pad
		if !icon.Hidden {
			place(icon, x, (size.Height-16)/2, 16, 16)
			x += 16 + 6
		}
		room := right - x
		links := []*Button{s.link, s.also}
		for _, l := range links {
			if !l.Hidden {
				room -= l.MinSize().Width + 4
			}
		}
		w, _ := putText(text, s.text, x, 0, room, size.Height)
		x += w + 4
		for _, l := range links {
			if m := l.MinSize(); !l.Hidden {
				place(l, x, (size.Height-m.Height)/2, m.Width, m.Height)
				x += m.Width + 4
			}
		}
	}
	return p.start()
}
