package explore

import (
	"maps"
	"math"
	"strings"

	"tallyboard/internal/display"
	"tallyboard/internal/lang"
	"tallyboard/internal/pivot"
	"tallyboard/internal/ui/widget"
)

// model shows a result in the grid: a tree of rows with the parent above its
// children, one column per column member and value.
type model struct {
	r      *pivot.Result
	lang   lang.Lang
	nodes  []node
	shown  []int // nodes that are not inside a folded one
	folded map[string]bool
	cols   []column  // that are not inside a folded heading
	great  []float64 // greatest number of each column, for data bars
	top    []float64 // greatest number of each value, for shades

	foldedCols map[string]bool
	look       look
}

// node is one line: a row member with its place in the tree.
type node struct {
	member   int
	depth    int
	key      string // of its path
	children bool
	total    bool
}

// newModel makes the model; what was folded in the one before stays folded.
func newModel(r *pivot.Result, l lang.Lang, before *model, look look) *model {
	m := &model{r: r, lang: l, look: look, folded: map[string]bool{}, foldedCols: map[string]bool{}}
	if before != nil {
		m.folded, m.foldedCols = maps.Clone(before.folded), maps.Clone(before.foldedCols)
	}
	m.build()
	m.unfold()
	m.columns()
	m.measure()
	m.tops()
	return m
}

func key(path []pivot.Label) string {
	var b strings.Builder
	for _, l := range path {
		b.WriteString(l.Text)
		if l.Other {
			b.WriteByte(1)
		}
		if l.Missing {
			b.WriteByte(2)
		}
		b.WriteByte(0)
	}
	return b.String()
}

// build orders the members as a tree, each subtotal above what it sums up.
func (m *model) build() {
	subtotal := map[string]int{}
	for i, x := range m.r.Rows.Members {
		if x.Kind == pivot.Subtotal {
			subtotal[key(x.Path)] = i
		}
	}
	opened := map[string]bool{}
	for i, x := range m.r.Rows.Members {
		switch x.Kind {
		case pivot.Grand:
			m.nodes = append(m.nodes, node{member: i, total: true})
		case pivot.Leaf:
			for d := 1; d < len(x.Path); d++ {
				k := key(x.Path[:d])
				if at, ok := subtotal[k]; ok && !opened[k] {
					opened[k] = true
					m.nodes = append(m.nodes, node{member: at, depth: d - 1, key: k, children: true})
				}
			}
			m.nodes = append(m.nodes, node{member: i, depth: max(0, len(x.Path)-1), key: key(x.Path)})
		}
	}
}

// unfold lists the nodes that can be seen.
func (m *model) unfold() {
	m.shown = m.shown[:0]
	hide := math.MaxInt
	for i, n := range m.nodes {
		if n.depth > hide && !n.total {
			continue
		}
		hide = math.MaxInt
		m.shown = append(m.shown, i)
		if n.children && m.folded[n.key] {
			hide = n.depth
		}
	}
}

// fold shows or hides what is below a line.
func (m *model) fold(row int) {
	n := m.nodes[m.shown[row]]
	if n.children {
		m.folded[n.key] = !m.folded[n.key]
		m.unfold()
	}
}

// measure finds the greatest leaf of each column, for data bars.
func (m *model) measure() {
	m.great = make([]float64, m.Cols())
	for _, n := range m.nodes {
		if n.total || n.children || m.rest(n) {
			continue
		}
		for c := 1; c < m.Cols(); c++ {
			if v := math.Abs(m.number(n.member, c)); v > m.great[c] {
				m.great[c] = v
			}
		}
	}
}

// rest reports whether a line is what a top N cut off, beside which all others
// would look small.
func (m *model) rest(n node) bool {
	path := m.r.Rows.Members[n.member].Path
	return len(path) > 0 && path[len(path)-1].Other
}

// at gives the column member and the value that a grid column shows.
func (m *model) at(c int) (member, value int) { return m.cols[c-1].member, m.cols[c-1].value }

func (m *model) number(row, c int) float64 {
	member, value := m.at(c)
	return m.r.At(row, member, value)
}

// Rows implements widget.Model.
func (m *model) Rows() int { return len(m.shown) }

// Cols implements widget.Model.
func (m *model) Cols() int { return 1 + len(m.cols) }

// Header implements widget.Model.
func (m *model) Header(c int) widget.HeaderView {
	if c == 0 {
		names := make([]string, len(m.r.Rows.Dims))
		for i, d := range m.r.Rows.Dims {
			names[i] = d.Title
		}
		return widget.HeaderView{Title: strings.Join(names, " / "), Sort: m.arrow("label")}
	}
	h := widget.HeaderView{Title: m.title(c), Right: true}
	if m.isTotal(c) {
		h.Sort = m.arrow(m.sortKey(c))
	}
	return h
}

// sortKey is what a click on a header sorts by.
func (m *model) sortKey(c int) string {
	if c == 0 {
		return "label"
	}
	if _, value := m.at(c); value > 0 {
		return m.r.Values[value].Value.String()
	}
	return "value"
}

func (m *model) arrow(by string) widget.Sort {
	s := m.r.Spec
	if s.SortBy != by && !(by == "label" && s.SortBy == "") {
		return widget.Unsorted
	}
	if s.Desc {
		return widget.Descending
	}
	return widget.Ascending
}

// Cell implements widget.Model.
func (m *model) Cell(row, c int) widget.CellView {
	n := m.nodes[m.shown[row]]
	x := m.r.Rows.Members[n.member]
	if c == 0 {
		v := widget.CellView{Text: m.lang.T("pivot.total"), Total: n.total, Indent: n.depth, Bold: n.children}
		if len(x.Path) > 0 {
			last := len(x.Path) - 1
			v.Text = label(m.r.Rows.Dims[last], x.Path[last], m.lang)
			v.Muted = x.Path[last].Missing || x.Path[last].Other
		}
		if n.children {
			v.Fold = widget.Unfolded
			if m.folded[n.key] {
				v.Fold = widget.Folded
			}
		}
		return v
	}
	member, value := m.at(c)
	num := m.r.At(n.member, member, value)
	v := widget.CellView{Right: true, Total: n.total, Bold: n.children}
	if words := m.r.TextAt(n.member, member, value); words != "" {
		v.Text, v.Right = words, false
		return v
	}
	v.Text = m.r.Values[value].Format(m.r.Spec.Show).Full(num, m.lang)
	if !n.total && !n.children && m.great[c] > 0 && num == num && m.scaled(c) {
		v.Bar = min(num/m.great[c], 1)
	}
	m.colour(&v, n, c, num)
	return v
}

// paths gives what a cell stands for; the first column stands for its whole row.
func (m *model) paths(at widget.Place) (row, col []pivot.Label) {
	row = m.r.Rows.Members[m.nodes[m.shown[at.Row]].member].Path
	if at.Col > 0 {
		member, _ := m.at(at.Col)
		col = m.r.Cols.Members[member].Path
	}
	return row, col
}

func number(n int, l lang.Lang) string {
	return display.Format{Kind: display.Count}.Full(float64(n), l)
}
