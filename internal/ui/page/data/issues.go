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
	"tallyboard/internal/ui/theme"
	"tallyboard/internal/ui/widget"
)

// issues is what was left out and what was not understood, grouped, each with
// its first places.
type issues struct {
	s       commands
	w       window
	content fyne.CanvasObject
	search  *widget.Field
	list    *fyne.Container
	log     *ingest.Log
}

func newIssues(s commands, w window) *issues {
	i := &issues{s: s, w: w, list: container.New(layout.NewCustomPaddedVBoxLayout(theme.Gap))}
	i.search = widget.NewSearchField(s.T("data.search"), func(string) {
		if i.log != nil {
			i.fill(i.log)
		}
	})
	export := widget.NewIconButton(theme.Export, s.T("data.issues.export"), w.AskExport)
	head := container.New(layout.NewCustomPaddedLayout(theme.Pad, 0, theme.Pad, theme.Pad), container.NewBorder(nil, nil, nil, export, i.search))
	i.content = widget.NewPanel(container.NewBorder(head, nil, nil, nil,
		container.NewVScroll(container.New(layout.NewCustomPaddedLayout(theme.Pad, theme.Pad, theme.Pad, theme.Pad), i.list))), 0)
	return i
}

// placesShown is how many places of a group are listed.
const placesShown = 6

func (i *issues) fill(l *ingest.Log) {
	i.log = l
	out := []fyne.CanvasObject{widget.NewSection(i.s.T("data.leftout"), "")}
	var sum ingest.LeftOut
	for _, f := range l.Files {
		sum.Above += f.LeftOut.Above
		sum.Blank += f.LeftOut.Blank
		sum.Totals += f.LeftOut.Totals
		sum.Headers += f.LeftOut.Headers
		sum.Duplicates += f.LeftOut.Duplicates
		sum.Notes += f.LeftOut.Notes
	}
	any := false
	for _, x := range []struct {
		key string
		n   int
	}{{"above", sum.Above}, {"blank", sum.Blank}, {"totals", sum.Totals}, {"headers", sum.Headers}, {"duplicates", sum.Duplicates}, {"notes", sum.Notes}} {
		if x.n > 0 {
			any = true
			out = append(out, container.NewBorder(nil, nil, nil, widget.NewWords(number(x.n, i.s.Lang()), theme.Body, theme.Text).Bold(),
				widget.NewWords(i.s.T("data.left."+x.key), theme.Body, theme.Text).Shrink(60)))
		}
	}
	if !any {
		out = append(out, widget.NewPara(i.s.T("data.left.none"), theme.Body, theme.Second))
	}
	out = append(out, container.New(layout.NewCustomPaddedLayout(theme.Pad, 0, 0, 0), widget.NewSection(i.s.T("data.problems"), "")))
	out = append(out, i.groups(l.Warnings)...)
	if i.search.Text() != "" { // without a search the counts above say enough
		out = append(out, i.groups(l.Left)...)
	}
	if l.Warnings.Total() == 0 {
		out = append(out, widget.NewPara(i.s.T("data.problems.none"), theme.Body, theme.Second))
	}
	i.list.Objects = out
	i.list.Refresh()
}

// groups lists warnings by what they say, with the first places of each. A
// click on a place opens its file.
func (i *issues) groups(list fault.List) (out []fyne.CanvasObject) {
	word := strings.ToLower(i.search.Text())
	for _, g := range groupsOf(list, func(w fault.Warning) bool {
		return word == "" || strings.Contains(strings.ToLower(w.Why(i.s.Lang())+" "+w.Name+" "+place(i.s, w)), word)
	}) {
		out = append(out, widget.NewPara(i.s.T("data.group", g.why(i.s), number(g.count, i.s.Lang())), theme.Body, theme.Text))
		for _, w := range g.first {
			item := widget.NewNavItem("", place(i.s, w), func() { i.open(w) })
			out = append(out, item)
		}
	}
	return out
}

// open shows the file that a warning is about.
func (i *issues) open(w fault.Warning) {
	for _, f := range i.log.Files {
		if filepath.Base(f.Path) == w.File {
			i.w.OpenFile(f.Path)
			return
		}
	}
}

// group is the warnings of one kind about one column.
type group struct {
	first []fault.Warning
	count int
}

func (g group) why(s commands) string {
	w := g.first[0]
	if w.Name == "" {
		return w.Why(s.Lang())
	}
	return w.Name + ": " + w.Why(s.Lang())
}

func groupsOf(l fault.List, keep func(fault.Warning) bool) []group {
	at := map[[2]string]int{}
	var out []group
	for _, w := range l.Items {
		if !keep(w) {
			continue
		}
		k := [2]string{w.Kind, w.Name}
		i, ok := at[k]
		if !ok {
			i = len(out)
			at[k] = i
			out = append(out, group{})
		}
		g := &out[i]
		g.count += max(1, w.Count)
		if len(g.first) < placesShown {
			g.first = append(g.first, w)
		}
	}
	return out
}

// place says where a warning stands and what stands there.
func place(s commands, w fault.Warning) string {
	var parts []string
	if w.Row > 0 {
		parts = append(parts, s.T("data.row", strconv.Itoa(w.Row)))
	}
	if w.Text != "" {
		parts = append(parts, "“"+w.Text+"”")
	}
	file := w.File
	if w.Sheet != "" {
		file += " [" + w.Sheet + "]"
	}
	return strings.Join(append(parts, file), " · ")
}
