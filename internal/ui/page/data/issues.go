package data

import (
	"path/filepath"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"tallyboard/internal/fault"
	"tallyboard/internal/ingest"
	"tallyboard/internal/session"
	"tallyboard/internal/ui/theme"
	"tallyboard/internal/ui/widget"
)

// issues is what was not understood, what was left out and what is worth a
// look: grouped by the reason and folded, each place leading to its cell.
type issues struct {
	s       commands
	w       window
	content fyne.CanvasObject
	search  *widget.Field
	list    *fyne.Container
	log     *ingest.Log
	groups  []group
	open    map[groupKey]bool
	more    map[groupKey]int // places shown beyond the first
}

func newIssues(s commands, w window) *issues {
	i := &issues{s: s, w: w, list: container.New(layout.NewCustomPaddedVBoxLayout(2)), open: map[groupKey]bool{}, more: map[groupKey]int{}}
	i.search = widget.NewSearchField(s.T("data.search"), func(string) { i.group() })
	export := widget.NewIconButton(theme.Export, s.T("data.issues.export"), w.AskExport)
	head := container.New(layout.NewCustomPaddedLayout(theme.Pad, 0, theme.Pad, theme.Pad), container.NewBorder(nil, nil, nil, export, i.search))
	i.content = widget.NewPanel(container.NewBorder(head, nil, nil, nil,
		container.NewVScroll(container.New(layout.NewCustomPaddedLayout(theme.Gap, theme.Pad, theme.Gap, theme.Gap), i.list))), 0)
	return i
}

const (
	placesShown = 8    // places of an open group that are listed at first
	moreShown   = 40   // and how many more by each click
	fewPlaces   = 10   // up to so many places in all no group is folded
	longReason  = 30   // a reason so wide may not fit its line
	atOnce      = 2000 // warnings that are grouped without leaving the event
)

func (i *issues) fill(l *ingest.Log) {
	if i.log != nil && i.log.Name != l.Name {
		i.open, i.more = map[groupKey]bool{}, map[groupKey]int{}
	}
	i.log = l
	i.group()
}

// group sorts the warnings that have the word in the search into groups; many
// of them beside the window's own work.
func (i *issues) group() {
	l, word, lg := i.log, strings.ToLower(i.search.Text()), i.s.Lang()
	if l == nil {
		return
	}
	if len(l.Warnings.Items)+len(l.Left.Items) <= atOnce {
		i.groups = groupsOf(l, word, lg)
		i.draw()
		return
	}
	var got []group
	i.s.Work("issues", func() { got = groupsOf(l, word, lg) }, func() {
		i.groups = got
		i.draw()
	})
}

// draw lists the groups under the headings of their classes.
func (i *issues) draw() {
	var out []fyne.CanvasObject
	places := 0
	for _, g := range i.groups {
		places += len(g.items)
	}
	class := ingest.Class("")
	for n := range i.groups {
		g := &i.groups[n]
		if g.class != class {
			class = g.class
			total := 0
			for _, h := range i.groups {
				if h.class == class {
					total += h.count
				}
			}
			out = append(out, container.New(layout.NewCustomPaddedLayout(theme.Gap, 0, theme.Gap, theme.Gap),
				widget.NewSection(i.s.T("ingest.class."+string(class)), number(total, i.s.Lang()))))
		}
		out = append(out, i.lines(g, places)...)
	}
	if len(out) == 0 {
		text := i.s.T("data.problems.none")
		if i.search.Text() != "" {
			text = i.s.T("data.problems.nothing")
		}
		out = append(out, container.New(layout.NewCustomPaddedLayout(theme.Gap, 0, theme.Gap, theme.Gap), widget.NewPara(text, theme.Body, theme.Second)))
	}
	i.list.Objects = out
	i.list.Refresh()
}

// lines are the line of a group and, where it is open, those of its places.
func (i *issues) lines(g *group, places int) []fyne.CanvasObject {
	open, chosen := i.open[g.key]
	if !chosen {
		open = places <= fewPlaces || i.search.Text() != ""
	}
	open = open && len(g.items) > 0
	icon := theme.ChevronRight
	switch {
	case len(g.items) == 0:
		icon = theme.Minus
	case open:
		icon = theme.ChevronDown
	}
	why := g.why(i.s.Lang())
	line := widget.NewNavItem(icon, why, func() {
		i.open[g.key] = !open
		i.draw()
	})
	if g.key.name != "" {
		line.SetTexts(g.key.name, why)
	}
	line.SetTip(why)
	badge := number(g.count, i.s.Lang())
	line.SetBadge(badge)
	out := []fyne.CanvasObject{line}
	if !open {
		return out
	}
	if g.key.name != "" && width(why) > longReason {
		out = append(out, container.New(layout.NewCustomPaddedLayout(0, theme.Unit, theme.Section+theme.Gap, theme.Gap), widget.NewPara(why, theme.Small, theme.Second)))
	}
	shown := min(placesShown+i.more[g.key], len(g.items))
	for _, w := range g.items[:shown] {
		item := widget.NewNavItem("", place(i.s, w), func() { i.show(w) })
		item.SetTexts(place(i.s, w), where(w))
		out = append(out, container.New(layout.NewCustomPaddedLayout(0, 0, theme.Pad, 0), item))
	}
	if rest := len(g.items) - shown; rest > 0 {
		out = append(out, container.NewHBox(widget.NewButton(i.s.T("data.group.more", number(rest, i.s.Lang())), "", widget.Link, func() {
			i.more[g.key] += moreShown
			i.draw()
		})))
	}
	return out
}

// width is how wide words are, a Latin letter being 1.
func width(s string) (n int) {
	for _, r := range s {
		n++
		if r >= 0x2E80 {
			n++
		}
	}
	return n
}

// show shows the cell that a warning is about where it stands.
func (i *issues) show(w fault.Warning) {
	for _, f := range i.log.Files {
		if filepath.Base(f.Path) == w.File && (w.Sheet == "" || f.Sheet == w.Sheet) {
			row := w.Row
			if row == 0 { // about a whole column, or all of the sheet
				row = max(f.HeaderRow, 1)
			}
			i.s.ShowSpot(session.Spot{Path: f.Path, Sheet: sheetOf(f), Row: row, Col: w.Col})
			return
		}
	}
}

// place says in which row a warning is and what stands there.
func place(s commands, w fault.Warning) string {
	var parts []string
	if w.Row > 0 {
		parts = append(parts, s.T("data.row", strconv.Itoa(w.Row)))
	}
	if w.Text != "" {
		parts = append(parts, w.Text)
	}
	if len(parts) == 0 {
		return w.File
	}
	return strings.Join(parts, " · ")
}

// where is the file and the sheet of a warning.
func where(w fault.Warning) string {
	if w.Sheet == "" {
		return w.File
	}
	return w.File + " › " + w.Sheet
}
