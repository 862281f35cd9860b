package widget

import (
	"strings"

	"fyne.io/fyne/v2"
)

// Painted is something that a widget paints itself, of which the toolkit knows
// no object: a cell of a grid, a mark of a chart. Aids for reading the screen
// are told it by name and place.
type Painted struct {
	Words string        // as they are read; of a mark with what its card says
	At    fyne.Position // in the widget
	Size  fyne.Size
	// Cell is the place in a grid; Row −1 is the header, −2 and less are the
	// headings above it. Of the marks of a chart Row is the category and Col the
	// series.
	Cell Place
}

// Painted lists the headers and cells that are in sight.
func (g *Grid) Painted() []Painted {
	if g.model == nil {
		return nil
	}
	var out []Painted
	pinned, right, foot := g.pinnedWidth(), g.bodyWidth(), g.headHeight()+g.bodyHeight()
	put := func(words string, p Place) {
		at, size := g.cellBox(p)
		left := float32(0)
		if p.Col >= g.pinned() {
			left = pinned
		}
		if words == "" || at.X+size.Width <= left || at.X >= right || at.Y >= foot || p.Row >= 0 && at.Y+size.Height <= g.headHeight() {
			return
		}
		end := fyne.NewPos(min(at.X+size.Width, right), min(at.Y+size.Height, foot))
		at.X = max(at.X, left)
		if p.Row >= 0 {
			at.Y = max(at.Y, g.headHeight())
		}
		out = append(out, Painted{words, at, fyne.NewSize(end.X-at.X, end.Y-at.Y), p})
	}
	out = append(out, g.paintedGroups()...)
	for c := range g.cols() {
		put(g.model.Header(c).Title, Place{-1, c})
		for r := g.view.top; r < g.rows() && g.rowY(r) < foot; r++ {
			put(g.model.Cell(r, c).Text, Place{r, c})
		}
	}
	return out
}

// paintedGroups lists the headings above the headers.
func (g *Grid) paintedGroups() (out []Painted) {
	m, ok := g.model.(Grouped)
	if !ok {
		return nil
	}
	for level := range m.Levels() {
		for _, s := range g.spans(m, level, g.pinned(), g.cols()) {
			x := max(g.columnX(s.from), g.pinnedWidth())
			end := min(g.columnX(s.to-1)+g.view.widths[s.to-1], g.Size().Width)
			if s.Key != "" && end > x {
				out = append(out, Painted{s.Title, fyne.NewPos(x, float32(level)*groupHeight), fyne.NewSize(end-x, groupHeight), Place{level - 1 - m.Levels(), s.from}})
			}
		}
	}
	return out
}

// Painted lists the marks and the entries of the legend.
func (v *ChartView) Painted() []Painted {
	if v.scene == nil {
		return nil
	}
	var out []Painted
	for i := range v.scene.Hits {
		h := &v.scene.Hits[i]
		x, y := middle(h)
		_, _, w, t := markBox(h)
		if h.Wedge != nil {
			w, t = 2, 2
		}
		out = append(out, Painted{strings.Join(append([]string{h.Title}, h.Lines...), "\n"), fyne.NewPos(float32(x-w/2), float32(y-t/2)),
			fyne.NewSize(float32(w), float32(t)), Place{h.Ref.Category, h.Ref.Series}})
	}
	return out
}
