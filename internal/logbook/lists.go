package logbook

import (
	"fmt"

	"github.com/xuri/excelize/v2"

	"tallyboard/internal/display"
	"tallyboard/internal/render/workbook/xl"
)

// Rows of the sheet of lists. Key and range are hidden: the key is what a menu
// looks for, the range is where the list stands now, as text for INDIRECT. So
// a name may hold any character and stand under several parents, and a list
// may grow.
const (
	rowGroup  = 4
	rowParent = 5
	rowHead   = 6
	rowKey    = 7
	rowRange  = 8
	rowFirst  = 9
	listRoom  = 200 // rows that a list may grow to
)

// Columns left free for new parents.
const (
	freeSeconds = 10
	freeThirds  = 20
)

// Names of the two rows in which menus of the second and third level look.
const (
	nameKeys  = "type%d_keys"
	nameLists = "type%d_lists"
)

// places says in which column of the sheet each list stands.
type places struct {
	column map[*column]int // of the columns' own lists
}

// ref is the cell that holds the range of a column's list.
func (b *book) ref(p places, c *column) string {
	return fmt.Sprintf("%s!$%s$%d", b.lists, xl.Column(p.column[c]), rowRange)
}

// listSheet writes the sheet on which all lists are edited.
func (b *book) listSheet() places {
	p := places{map[*column]int{}}
	var all []list
	groups := map[int]string{2: b.t("logbook.lists.columns")}
	for _, c := range b.cols {
		l := list{head: c.Header, items: c.list}
		switch {
		case c.level == 1:
			l.items = b.tree.first
		case c.level > 1 || c.list == nil:
			continue
		}
		p.column[c] = 2 + len(all)
		all = append(all, l)
	}
	if b.tree != nil {
		all = b.parents(all, groups, 2, b.tree.seconds(), freeSeconds)
		if b.tree.depth > 2 {
			all = b.parents(all, groups, 3, b.tree.thirds(), freeThirds)
		}
	}
	b.print(b.lists, true, 0)
	b.check(b.f.SetSheetView(b.lists, 0, &excelize.ViewOptions{ShowGridLines: new(false)}))
	widths := []float64{2}
	for _, l := range all {
		w := max(display.Width(l.head), display.Width(l.parent)) + 4
		for _, s := range l.items {
			w = max(w, display.Width(s)+3)
		}
		widths = append(widths, float64(min(max(w, 12), 40)))
	}
	b.stream(b.lists, widths, &excelize.Panes{Freeze: true, XSplit: 0, YSplit: rowRange, TopLeftCell: xl.Cell(1, rowFirst), ActivePane: "bottomLeft"}, func(put func(int, float64, ...any)) {
		put(1, 9)
		put(2, 26, nil, b.words(b.t("logbook.lists.title"), xl.Look{Size: 16, Bold: true, Middle: true}))
		put(3, 18, nil, b.words(b.t("logbook.lists.hint"), xl.Look{Size: 9, Color: xl.Palette.Second}))
		b.listRows(put, all, groups)
	})
	return p
}

// parents adds the lists of one level of the tree with some free columns, and
// names the rows in which its menus look.
func (b *book) parents(all []list, groups map[int]string, level int, lists []list, free int) []list {
	all = append(all, list{}) // a free column between the groups
	from := 2 + len(all)
	groups[from] = b.t(fmt.Sprintf("logbook.lists.level%d", level))
	all = append(all, lists...)
	all = append(all, make([]list, free)...)
	to := 1 + len(all)
	for name, row := range map[string]int{nameKeys: rowKey, nameLists: rowRange} {
		b.check(b.f.SetDefinedName(&excelize.DefinedName{Name: fmt.Sprintf(name, level),
			RefersTo: fmt.Sprintf("%s!$%s$%d:$%s$%d", b.lists, xl.Column(from), row, xl.Column(to), row)}))
	}
	return all
}

func (b *book) listRows(put func(int, float64, ...any), all []list, groups map[int]string) {
	line := func(row int, height float64, cell func(j int, l list) any) {
		cells := []any{nil}
		for j, l := range all {
			cells = append(cells, cell(j+2, l))
		}
		put(row, height, cells...)
	}
	small := xl.Look{Size: 8, Color: xl.Palette.Second}
	line(rowGroup, 18, func(j int, l list) any {
		if g, ok := groups[j]; ok {
			return b.words(g, xl.Look{Bold: true, Size: 9, Color: xl.Palette.Accent})
		}
		return nil
	})
	line(rowParent, 16, func(j int, l list) any {
		if l.parent == "" {
			return nil
		}
		return b.words(l.parent, small)
	})
	gap := func(j int) bool { _, first := groups[j+1]; return first }
	line(rowHead, 22, func(j int, l list) any {
		if gap(j) {
			return nil
		}
		return b.words(l.head, xl.Header)
	})
	line(rowKey, -1, func(j int, l list) any {
		if gap(j) {
			return nil
		}
		c := xl.Column(j)
		return b.formula(fmt.Sprintf(`IF(%[1]s%[3]d="",%[1]s%[2]d&"",%[1]s%[3]d&"|"&%[1]s%[2]d)`, c, rowHead, rowParent), l.key(), small)
	})
	line(rowRange, -1, func(j int, l list) any {
		if gap(j) {
			return nil
		}
		c := xl.Column(j)
		prefix := fmt.Sprintf("%s!$%s$%d:$%s$", b.lists, c, rowFirst, c)
		return b.formula(fmt.Sprintf(`"%s"&(%d+MAX(1,COUNTA(%s%d:%s%d)))`, prefix, rowFirst-1, c, rowFirst, c, rowFirst+listRoom-1),
			fmt.Sprintf("%s%d", prefix, rowFirst-1+max(1, len(l.items))), small)
	})
	most := 0
	for _, l := range all {
		most = max(most, len(l.items))
	}
	for i := range most {
		line(rowFirst+i, 16.5, func(j int, l list) any {
			if i >= len(l.items) {
				return nil
			}
			return b.words(l.items[i], xl.Look{Bottom: xl.Thin, Middle: true})
		})
	}
}
