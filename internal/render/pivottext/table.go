package pivottext

import (
	"io"
	"strings"

	"tallyboard/internal/display"
	"tallyboard/internal/lang"
	"tallyboard/internal/pivot"
)

// Table writes a result aligned for eyes, with its totals. Chinese characters
// count two columns.
func Table(w io.Writer, r *pivot.Result, l lang.Lang) error {
	g := grid{left: max(len(r.Rows.Dims), 1)}
	for level := range r.Cols.Dims {
		line := make([]string, g.left)
		if level == len(r.Cols.Dims)-1 && len(r.Values) == 1 {
			copy(line, rowHead(r))
		}
		for _, m := range r.Cols.Members {
			text := ""
			switch {
			case level < len(m.Path):
				text = r.Cols.Dims[level].Label(m.Path[level], l)
			case level == len(m.Path):
				text = l.T("pivot.total")
			}
			line = append(line, text)
			for range len(r.Values) - 1 {
				line = append(line, "")
			}
		}
		g.lines = append(g.lines, line)
	}
	if len(r.Values) > 1 || len(r.Cols.Dims) == 0 {
		line := rowHead(r)
		for range r.Cols.Members {
			for _, v := range r.Values {
				line = append(line, v.Title)
			}
		}
		g.lines = append(g.lines, line)
	}
	g.head = len(g.lines)
	for i, m := range r.Rows.Members {
		line := rowLabels(r, m, l)
		for j := range r.Cols.Members {
			for k, v := range r.Values {
				text := r.TextAt(i, j, k)
				if text == "" {
					text = v.Format(r.Spec.Show).Full(r.At(i, j, k), l)
				}
				line = append(line, text)
			}
		}
		if total(r.Rows, m) {
			g.foot = len(g.lines)
		}
		g.lines = append(g.lines, line)
	}
	return g.write(w)
}

// rowHead is the titles over the labels of the rows.
func rowHead(r *pivot.Result) []string {
	if len(r.Rows.Dims) == 0 {
		return []string{""}
	}
	return axisHead(r.Rows)
}

func rowLabels(r *pivot.Result, m pivot.Member, l lang.Lang) []string {
	var line []string
	for i, p := range m.Path {
		line = append(line, r.Rows.Dims[i].Label(p, l))
	}
	if m.Kind != pivot.Leaf {
		line = append(line, l.T("pivot.total"))
	}
	for len(line) < max(len(r.Rows.Dims), 1) {
		line = append(line, "")
	}
	return line
}

// grid is lines of cells; the first cells of each are labels.
type grid struct {
	lines [][]string
	left  int // label cells
	head  int // lines of the header
	foot  int // line of the grand total, 0 none
}

func (g *grid) write(w io.Writer) error {
	var widths []int
	for _, line := range g.lines {
		for i, cell := range line {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], display.Width(cell))
		}
	}
	sum := 0
	for _, n := range widths {
		sum += n + 2
	}
	out := errWriter{w: w}
	for n, line := range g.lines {
		if n == g.head || n == g.foot && n > 0 {
			out.printf("%s\n", strings.Repeat("-", sum-2))
		}
		var b strings.Builder
		for i, cell := range line {
			if i > 0 {
				b.WriteString("  ")
			}
			b.WriteString(display.Pad(cell, widths[i], i >= g.left))
		}
		out.printf("%s\n", strings.TrimRight(b.String(), " "))
	}
	return out.err
}
