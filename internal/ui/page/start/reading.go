package start

import (
	"path/filepath"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"tallyboard/internal/ui/theme"
	"tallyboard/internal/ui/widget"
)

// reading is a card for each file that is being read, and how far all of it is.
type reading struct {
	s       commands
	content fyne.CanvasObject
	cards   *fyne.Container
	said    *widget.Words
	files   []string
}

// patience is how long reading takes before it is shown, and mostCards how many
// files are shown one by one.
const (
	patience  = 150 * time.Millisecond
	mostCards = 12
)

func newReading(s commands) *reading {
	r := &reading{s: s, cards: widget.NewColumns(240), said: widget.NewWords("", theme.Lead, theme.Text).Bold()}
	stop := widget.NewButton(s.T("shell.cancel"), "", widget.Plain, func() { s.CancelTask("load") })
	r.content = widget.NewCard(container.New(layout.NewCustomPaddedVBoxLayout(theme.Pad),
		container.NewBorder(nil, nil, nil, stop, r.said), r.cards))
	return r
}

// show brings the cards up to date; false where nothing has been read for long.
func (r *reading) show() bool {
	for _, j := range r.s.Running() {
		if j.Slot != "load" || time.Since(j.Since) < patience {
			continue
		}
		r.said.SetText(r.s.T("start.reading", max(0, int(j.Part*100))))
		r.fill(r.s.Loading())
		return true
	}
	return false
}

func (r *reading) fill(files []string) {
	if slices.Equal(files, r.files) {
		return
	}
	r.files = slices.Clone(files)
	r.cards.Objects = nil
	for i, f := range files {
		if i == mostCards {
			r.cards.Add(widget.NewTightCard(widget.NewNavItem(theme.File, r.s.T("start.reading.more", len(files)-i), nil)))
			break
		}
		item := widget.NewNavItem(theme.File, filepath.Base(f), nil)
		item.SetTexts(filepath.Base(f), filepath.Base(filepath.Dir(f)))
		r.cards.Add(widget.NewTightCard(item))
	}
	r.cards.Refresh()
}
