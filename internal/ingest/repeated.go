package ingest

import (
	"cmp"
	"math"
	"slices"

	"tallyboard/internal/fault"
	"tallyboard/internal/logkind"
	"tallyboard/internal/sheet"
)

// dropRepeated leaves out rows that stand twice in one file of a log that numbers
// its records: the same record, number and all, exported twice. It reports
// whether there were any.
func dropRepeated(blocks []*block, names []string, cols [][]int, found []Column) bool {
	rows := 0
	for _, b := range blocks {
		rows += b.count
	}
	numbered := slices.ContainsFunc(found, func(c Column) bool {
		return logkind.ID.Names(c.Name) && c.Distinct < rows && c.Distinct*10 >= rows*9
	})
	if !numbered {
		return false
	}
	dropped := false
	for k, b := range blocks {
		candidates := b.dataRows()
		for i, name := range names {
			if c := cols[i][k]; c >= 0 && logkind.ID.Names(name) {
				candidates = sharing(b.grid, &b.grid.Cols[c], candidates)
			}
		}
		out := map[int]bool{}
		for _, r := range b.again(candidates) {
			out[r] = true
			b.warn(fault.Warning{Kind: WarnDuplicate, Text: rowText(b.grid, r), Args: []any{b.source().File}}, r, -1)
		}
		if len(out) > 0 {
			dropped = true
			b.remove(out)
			b.file.LeftOut.Duplicates += len(out)
		}
	}
	return dropped
}

// warnRepeated notes rows that stand twice in one file of the log. Where many
// do, rows are simply alike, and nothing is said; nor where some column has
// another value in each row.
func warnRepeated(blocks []*block, cols [][]int, found []Column) {
	order := make([]int, len(found)) // of the columns, the most telling first
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(found[b].Distinct, found[a].Distinct) })
	all := 0
	for _, b := range blocks {
		all += b.count
	}
	if len(order) > 0 && found[order[0]].Distinct == all {
		return
	}
	for k, b := range blocks {
		rows := b.dataRows()
		for _, i := range order[:min(len(order), 4)] {
			if len(rows)*50 < b.count {
				break
			}
			if c := cols[i][k]; c >= 0 {
				rows = sharing(b.grid, &b.grid.Cols[c], rows)
			}
		}
		again := b.again(rows)
		if len(again)*10 > b.count {
			continue
		}
		for _, r := range again {
			b.warn(fault.Warning{Kind: WarnRepeated, Text: rowText(b.grid, r)}, r, -1)
		}
	}
}

// dataRows lists the stored rows that are data.
func (b *block) dataRows() []int {
	rows := make([]int, 0, b.count)
	for _, s := range b.rows {
		for r := s.first; r < s.end; r++ {
			rows = append(rows, r)
		}
	}
	return rows
}

// sharing leaves of the given rows those whose value in a column another of
// them has too: a quick look that need not find them all out.
func sharing(g *sheet.Grid, c *sheet.Column, rows []int) []int {
	out := rows[:0]
	switch {
	case c.Num == nil && c.Text != nil:
		times := make([]uint8, g.Strings.Len()+1)
		for _, r := range rows {
			if code := c.Text[r]; times[code] < 2 {
				times[code]++
			}
		}
		for _, r := range rows {
			if times[c.Text[r]] == 2 {
				out = append(out, r)
			}
		}
		return out
	case c.Text == nil && c.Num != nil && rising(c.Num, rows):
		for i, end := 0, 0; i < len(rows); i = end {
			for end = i + 1; end < len(rows) && c.Num[rows[end]] == c.Num[rows[i]]; end++ {
			}
			if end > i+1 {
				out = append(out, rows[i:end]...)
			}
		}
		return out
	}
	return rows
}

// rising reports whether a column has a number in each of the rows, and none
// less than the one before.
func rising(num []float64, rows []int) bool {
	last := math.Inf(-1)
	for _, r := range rows {
		if !(num[r] >= last) {
			return false
		}
		last = num[r]
	}
	return true
}

// again gives those of the rows that are equal to an earlier one, cell by cell.
func (b *block) again(rows []int) []int {
	sums := make([]uint64, len(rows))
	for n, col := range b.cols {
		c := &b.grid.Cols[col]
		salt := uint64(n+1) * 0x9e3779b97f4a7c15
		for i, r := range rows {
			switch { // within a block equal codes are equal texts
			case c.Num != nil && c.Num[r] == c.Num[r]:
				sums[i] = mix(sums[i] ^ mix(math.Float64bits(c.Num[r])^salt))
			case c.Text != nil && c.Text[r] != 0:
				sums[i] = mix(sums[i] ^ (uint64(c.Text[r])<<1 | 1) ^ salt)
			}
		}
	}
	seen := newNumset()
	seen.reserve(len(rows))
	var out []int
	for i, r := range rows {
		if _, fresh := seen.key(sums[i]); !fresh {
			out = append(out, r)
		}
	}
	return out
}
