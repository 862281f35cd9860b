package start

import (
	"path/filepath"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"tallyboard/internal/ingest"
	"tallyboard/internal/ui/theme"
	"tallyboard/internal/ui/widget"
)

// reading is a card for each file that is being read, how far all of it is, and
// the first rows of a large one.
type reading struct {
	s       commands
	content fyne.CanvasObject
	cards   *fyne.Container
	said    *widget.Words
	files   []string
	ahead   *ingest.Peek // whose rows are shown
	named   *widget.Words
	rows    *widget.Grid
	first   *fyne.Container
}

// patience is how long reading takes before it is shown, mostCards how many
// files are shown one by one, and aheadRows how many rows of the first large one.
const (
	patience  = 150 * time.Millisecond
	mostCards = 12
	aheadRows = 500
)

func newReading(s commands) *reading {
	r := &reading{s: s, cards: widget.NewColumns(240), said: widget.NewWords("", theme.Lead, theme.Text).Bold()}
	r.named, r.rows = widget.NewWords("", theme.Body, theme.Second), widget.NewGrid(nil)
	r.first = container.NewBorder(container.New(layout.NewCustomPaddedLayout(0, theme.Gap, 0, 0), r.named), nil, nil, nil, widget.NewTightCard(r.rows))
	r.first.Hide()
	stop := widget.NewButton(s.T("shell.cancel"), "", widget.Plain, func() { s.CancelTask("load") })
	r.content = widget.NewCard(container.NewBorder(container.New(layout.NewCustomPaddedLayout(0, theme.Pad, 0, 0),
		container.New(layout.NewCustomPaddedVBoxLayout(theme.Pad), container.NewBorder(nil, nil, nil, stop, r.said), r.cards)),
		nil, nil, nil, r.first))
	return r
}

// show brings the cards up to date; false where nothing is read, or not for
// long and without rows to look at.
func (r *reading) show() bool {
	ahead := r.s.Ahead()
	for _, j := range r.s.Running() {
		if j.Slot != "load" || ahead == nil && time.Since(j.Since) < patience {
			continue
		}
		r.look(ahead)
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

// look shows the first rows of a large file.
func (r *reading) look(p *ingest.Peek) {
	if p == r.ahead {
		return
	}
	if r.ahead = p; p == nil {
		r.first.Hide()
		return
	}
	m := widget.NewFirstRows(p.Log.Table, aheadRows, r.s.Lang())
	r.named.SetText(r.s.T("start.ahead", filepath.Base(p.File.Path), m.Rows()))
	r.rows.SetModel(m)
	r.first.Show()
}
