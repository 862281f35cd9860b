package explore

import (
	"maps"

	"tallyboard/internal/display"
	"tallyboard/internal/document"
	"tallyboard/internal/lang"
	"tallyboard/internal/pivot"
	"tallyboard/internal/ui/widget"
)

// model shows a result in the grid: the lines and columns of its table, without
// those that are inside something folded.
type model struct {
	r      *pivot.Result
	lang   lang.Lang
	lines  []document.Line
	shown  []int // lines that are not inside a folded one
	folded map[string]bool
	all    []column // of numbers
	cols   []column // those that are not inside a folded heading

	shut map[shutKey][2]float64 // how far the numbers of folded lines reach

	foldedCols map[string]bool
	look       document.Look
	judge      document.Judge
	heads      []widget.HeaderView    // of all columns that can be seen
	sorts      map[string]widget.Sort // by key of a column: by which some level is sorted
}

// newModel makes the model; what was folded in the one before stays folded.
func newModel(r *pivot.Result, l lang.Lang, before *model, look document.Look, judge document.Judge) *model {
	m := &model{r: r, lang: l, look: look, judge: look.Judge(r, judge), folded: map[string]bool{}, foldedCols: map[string]bool{}}
	if before != nil {
		m.folded, m.foldedCols = maps.Clone(before.folded), maps.Clone(before.foldedCols)
	}
	m.lines = document.Lines(r, look)
	spans := document.Spans(r, look)
	for i, ref := range document.ColumnRefs(r, look) {
		m.all = append(m.all, column{ref, r.Values[ref.Value].Format(r.Spec.Show), spans[i]})
	}
	m.sorting()
	m.unfold()
	m.columns()
	return m
}

// hasBelow reports whether a line has others below it.
func hasBelow(x document.Line) bool { return x.Kind == document.Head }

// unfold lists the lines that can be seen.
func (m *model) unfold() { m.shown = document.Seen(m.lines, m.folded) }

// fold shows or hides what is below a line.
func (m *model) fold(row int) {
	if x := m.lines[m.shown[row]]; hasBelow(x) {
		m.folded[x.Key] = !m.folded[x.Key]
		m.unfold()
	}
}

// foldAll folds or unfolds every line of a depth and of those above it.
func (m *model) foldAll(depth int, fold bool) {
	for _, x := range m.lines {
		if hasBelow(x) && (fold && x.Depth == depth || !fold && x.Depth <= depth) {
			m.folded[x.Key] = fold
		}
	}
	m.unfold()
}

// at gives the column member and the value that a grid column shows.
func (m *model) at(c int) (member, value int) { return m.cols[c-1].Member, m.cols[c-1].Value }

// line is the line of a grid row.
func (m *model) line(row int) document.Line { return m.lines[m.shown[row]] }

// Rows implements widget.Model.
func (m *model) Rows() int { return len(m.shown) }

// Cols implements widget.Model.
func (m *model) Cols() int { return 1 + len(m.cols) }

// Header implements widget.Model.
func (m *model) Header(c int) widget.HeaderView { return m.heads[c] }

// head is the header over a column with a key.
func (m *model) head(title, key string, right bool) widget.HeaderView {
	return widget.HeaderView{Title: title, Key: key, Right: right, Sort: m.sorts[key], Width: float32(m.look.Widths[key])}
}

// sortKey tells columns apart.
func (m *model) sortKey(c int) string { return m.heads[c].Key }

// orderKey is what a click on a header sorts by, in a form that stays when the
// first value becomes another.
func (m *model) orderKey(c int) string {
	if c == 0 {
		return "label"
	}
	if at := m.cols[c-1]; at.Value == 0 {
		return pivot.SortKey("value", m.r.Cols.Members[at.Member].Path)
	}
	return m.heads[c].Key
}

// sorting finds by which columns levels of the rows are sorted; those that stand
// in an order by hand are not.
func (m *model) sorting() {
	m.sorts = map[string]widget.Sort{}
	s := m.r.Spec
	for level := len(s.Rows) - 1; level >= 0; level-- {
		if len(s.OrderOf(s.Rows[level]).First) > 0 {
			continue
		}
		by, desc := s.KeyOf(level)
		m.sorts[s.PlainKey(by)] = widget.Ascending
		if desc {
			m.sorts[s.PlainKey(by)] = widget.Descending
		}
	}
}

// Cell implements widget.Model.
func (m *model) Cell(row, c int) widget.CellView {
	x := m.line(row)
	bold := x.Kind == document.Head || x.Kind == document.Sum
	if c == 0 {
		return m.heading(x, bold)
	}
	v := widget.CellView{Right: true, Total: x.Kind == document.Total, Bold: bold}
	if !x.Shows(m.folded) {
		return v
	}
	col := m.cols[c-1]
	if words := m.r.TextAt(x.Member, col.Member, col.Value); words != "" {
		v.Text, v.Right = words, false
		return v
	}
	num := m.r.At(x.Member, col.Member, col.Value)
	v.Text = col.format.Full(num, m.lang)
	m.ground(&v, x, col, num)
	return v
}

// heading is the first cell of a line.
func (m *model) heading(x document.Line, bold bool) widget.CellView {
	v := widget.CellView{Text: m.lang.T("pivot.total"), Total: x.Kind == document.Total, Indent: x.Depth, Bold: bold}
	if path := m.r.Rows.Members[x.Member].Path; len(path) > 0 {
		last := len(path) - 1
		v.Text = label(m.r.Rows.Dims[last], path[last], m.lang)
		if x.Kind == document.Sum {
			v.Text = m.lang.T("pivot.subtotal", v.Text)
		}
		v.Muted = path[last].Missing || path[last].Other
	}
	if hasBelow(x) {
		v.Fold = widget.Unfolded
		if m.folded[x.Key] {
			v.Fold = widget.Folded
		}
	}
	return v
}

// CopyCell implements widget.Copied: numbers as spreadsheets read them.
func (m *model) CopyCell(row, c int) string {
	x := m.line(row)
	if c == 0 {
		return m.heading(x, false).Text
	}
	col := m.cols[c-1]
	if !x.Shows(m.folded) {
		return ""
	}
	if words := m.r.TextAt(x.Member, col.Member, col.Value); words != "" {
		return words
	}
	return col.format.Paste(m.r.At(x.Member, col.Member, col.Value))
}

// paths gives what a cell stands for; the first column stands for its whole row.
func (m *model) paths(at widget.Place) (row, col []pivot.Label) {
	row = m.r.Rows.Members[m.line(at.Row).Member].Path
	if at.Col > 0 {
		member, _ := m.at(at.Col)
		col = m.r.Cols.Members[member].Path
	}
	return row, col
}

func number(n int, l lang.Lang) string {
	return display.Format{Kind: display.Count}.Full(float64(n), l)
}
