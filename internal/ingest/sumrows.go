package ingest

import "math"

// sumRows finds rows without a word, nor anything in the first column, that hold
// the sums of the rows above them: of those since the last such row, or of all.
// The last row may stand with any column empty. Where some of such rows are no
// sums, those that are stand there by chance, but for the last.
func (b *block) sumRows(first int, out map[int]bool) []int {
	may := b.wordless(first, out)
	if len(may) == 0 {
		return nil
	}
	all, part := b.newSums(), b.newSums()
	var rows []int
	next := 0
	for r := first; next < len(may); r++ {
		if out[r] {
			continue
		}
		if r == may[next] {
			next++
			if part.equal(b, r) || all.equal(b, r) {
				rows = append(rows, r)
				part = b.newSums()
				continue
			}
		}
		all.add(b, r)
		part.add(b, r)
	}
	if len(rows) < len(may) {
		return b.lastSum(first, may[len(may)-1], out)
	}
	return rows
}

// lastSum is the last row, if it holds the sums of all above it.
func (b *block) lastSum(first, last int, out map[int]bool) []int {
	all := b.newSums()
	for r := first; r < last; r++ {
		if !out[r] {
			all.add(b, r)
		}
	}
	for r := last + 1; r < b.grid.Rows(); r++ {
		if !out[r] {
			return nil
		}
	}
	if all.equal(b, last) {
		return []int{last}
	}
	return nil
}

// wordless lists the rows that could be sums: numbers, no words, and a gap.
func (b *block) wordless(first int, out map[int]bool) []int {
	lead := &b.grid.Cols[b.cols[0]]
	end := b.grid.Rows() - 1
	for end >= first && out[end] {
		end--
	}
	var rows []int
	for r := first + 2; r <= end; r++ {
		filled := lead.Text != nil && lead.Text[r] != 0 || lead.Num != nil && lead.Num[r] == lead.Num[r]
		if filled && r < end || out[r] {
			continue
		}
		if nums, ok := b.numbersOnly(r); ok && nums < len(b.cols) && (nums > 1 || len(b.cols) > 2) {
			rows = append(rows, r)
		}
	}
	return rows
}

// numbersOnly counts the numbers of a row; false where it holds anything else,
// or none.
func (b *block) numbersOnly(r int) (nums int, ok bool) {
	for _, c := range b.cols {
		switch classify(b.grid, r, c) {
		case word:
			return 0, false
		case value:
			if num := b.grid.Cols[c].Num; num == nil || num[r] != num[r] {
				return 0, false
			}
			nums++
		}
	}
	return nums, nums > 0
}

// sums adds up the numbers of each column of a block.
type sums struct {
	total []float64
	count []int
}

func (b *block) newSums() sums { return sums{make([]float64, len(b.cols)), make([]int, len(b.cols))} }

func (s *sums) add(b *block, r int) {
	for i, c := range b.cols {
		if num := b.grid.Cols[c].Num; num != nil && num[r] == num[r] {
			s.total[i] += num[r]
			s.count[i]++
		}
	}
}

// equal reports whether each number of row r is the sum of at least two others,
// and one of them is not 0.
func (s *sums) equal(b *block, r int) bool {
	told := false
	for i, c := range b.cols {
		num := b.grid.Cols[c].Num
		if num == nil || num[r] != num[r] {
			continue
		}
		v := num[r]
		if s.count[i] < 2 || math.Abs(s.total[i]-v) > 1e-6*math.Max(1, math.Abs(v)) {
			return false
		}
		told = told || v != 0
	}
	return told
}
