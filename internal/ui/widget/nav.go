package widget

import (
	"fyne.io/fyne/v2"

	"tallyboard/internal/ui/theme"
)

// NavItem is one entry of a side bar: an icon and words, one of them current.
// It can carry a second line and a badge.
type NavItem struct {
	control
	icon          theme.IconName
	text, note    string
	badge         string
	current, slim bool
}

// NewNavItem makes one; icon may be "".
func NewNavItem(icon theme.IconName, text string, onTap func()) *NavItem {
	n := &NavItem{icon: icon, text: text}
	n.tap = onTap
	n.bind(n)
	return n
}

// SetCurrent marks it as the one that is shown.
func (n *NavItem) SetCurrent(on bool) {
	if n.current != on {
		n.current = on
		n.Refresh()
	}
}

// SetTexts changes the words and the quiet line under them ("" has none).
func (n *NavItem) SetTexts(text, note string) {
	n.text, n.note = text, note
	n.Refresh()
}

// SetBadge shows a short mark at the right, for instance a count; "" none.
func (n *NavItem) SetBadge(s string) {
	n.badge = s
	n.Refresh()
}

// SetSlim shows the icon alone, for a narrow window; the words become the tip.
func (n *NavItem) SetSlim(on bool) {
	n.slim, n.tip = on, ""
	if on {
		n.tip = n.text
	}
	n.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (n *NavItem) CreateRenderer() fyne.WidgetRenderer {
	box, mark, ring := newBox(theme.Radius), newBox(1.5), newRing()
	icon, text, note, badge, pill := newIcon(), newText(), newText(), newText(), newBox(8)
	p := &parts{of: n, objects: []fyne.CanvasObject{box, mark, icon, text, note, pill, badge, ring}}
	p.min = func() fyne.Size {
		switch {
		case n.slim:
			return fyne.NewSize(40, 36)
		case n.note != "":
			return fyne.NewSize(140, 52)
		}
		return fyne.NewSize(120, 36)
	}
	p.update = func() {
		fill, ink, quiet := fyne.ThemeColorName(""), theme.Text, theme.Second
		switch {
		case n.disabled:
			ink, quiet = theme.Faint, theme.Faint
		case n.current:
			fill, ink = theme.AccentSoft, theme.Accent
		case n.hovered:
			fill = theme.Hover
		}
		setBox(box, fill, "")
		setBox(mark, theme.Accent, "")
		mark.Hidden = !n.current
		iconInk := theme.Second
		if n.current || n.disabled {
			iconInk = ink
		}
		setIcon(icon, n.icon, iconInk)
		setText(text, n.text, theme.Body, ink, n.current)
		setText(note, n.note, theme.Small, quiet, false)
		setText(badge, n.badge, theme.Small, theme.Second, false)
		setBox(pill, theme.Hover, "")
		text.Hidden, note.Hidden = n.slim, n.slim || n.note == ""
		badge.Hidden = n.slim || n.badge == ""
		pill.Hidden = badge.Hidden
	}
	p.layout = func(s fyne.Size) {
		place(box, 0, 0, s.Width, s.Height)
		place(mark, 0, 9, 3, s.Height-18)
		n.placeRing(ring, s)
		if n.slim {
			place(icon, (s.Width-theme.IconBox)/2, (s.Height-theme.IconBox)/2, theme.IconBox, theme.IconBox)
			return
		}
		x, right := float32(12), s.Width-8
		if n.icon != "" {
			y := (s.Height - theme.IconBox) / 2
			if n.note != "" {
				y = 9
			}
			place(icon, x, y, theme.IconBox, theme.IconBox)
			x += theme.IconBox + 10
		}
		if n.badge != "" {
			w := badge.MinSize().Width
			place(pill, right-w-12, s.Height/2-8, w+12, 16)
			putText(badge, n.badge, right-w-6, 0, w+1, s.Height)
			right -= w + 18
		}
		if n.note == "" {
			putText(text, n.text, x, 0, right-x, s.Height)
			return
		}
		putText(text, n.text, x, 6, right-x, 22)
		putText(note, n.note, x, 27, right-x, 18)
	}
	return p.start()
}
