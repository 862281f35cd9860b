package sheet

import "slices"

// How the fields of a record are kept apart: a character, or runs of blanks.
const (
	blanks1 = ' '  // any run of blanks
	blanks2 = 0xfe // runs of two and more: single blanks stand inside fields
)

// delimiterOf decides by what cuts the first records into an equal number of
// fields, and most of them; 0 where nothing does and the text is one column.
func delimiterOf(head []byte) byte {
	best, bestScore := byte(0), 0.0
	for _, d := range []byte{',', '\t', ';', '|'} {
		if s := evenness(fieldCounts(head, d)); s > bestScore {
			best, bestScore = d, s
		}
	}
	if best != 0 {
		return best
	}
	for _, d := range []byte{blanks2, blanks1} {
		n := fieldCounts(collapse(append([]byte(nil), head...), d), '\t')
		// Prose has blanks too, but not the same number in every line.
		if len(n) >= 2 && share(n) >= 0.9 && mode(n) > 1 {
			return d
		}
	}
	return 0
}

// maxSniff bounds the records that decide on the delimiter.
const maxSniff = 200

// fieldCounts counts the fields of the first records that are not empty.
func fieldCounts(b []byte, delim byte) (counts []int) {
	for i := 0; i < len(b) && len(counts) < maxSniff; {
		fields, size, start := 1, 0, i
		for i < len(b) && b[i] != '\n' {
			if b[i] == '"' && (i == start || b[i-1] == delim) {
				if end, ok := closingQuote(b, i+1); ok {
					size += end - i
					i = end + 1
					continue
				}
			}
			if b[i] == delim {
				fields++
			} else if b[i] != '\r' {
				size++
			}
			i++
		}
		i++
		if size > 0 && i <= len(b) || size > 0 && len(counts) < 2 {
			counts = append(counts, fields)
		}
	}
	return counts
}

// evenness scores a delimiter: the share of records with the usual number of
// fields, a little for each field, and a little less for each record before
// the first of them: a header has no decimal commas. 0 where it cuts nothing.
func evenness(counts []int) float64 {
	m := mode(counts)
	if m < 2 {
		return 0
	}
	first := slices.Index(counts, m)
	return share(counts) + float64(min(m, 50))/200 - float64(min(first, 5))/20
}

// mode is the commonest number of fields above one, if a quarter of the records
// have it, and more than one record has several fields: titles and notes may
// outnumber the rest.
func mode(counts []int) int {
	n := map[int]int{}
	for _, c := range counts {
		n[c]++
	}
	best, several := 0, 0
	for c, k := range n {
		if c == 1 {
			continue
		}
		several += k
		if k > n[best] || k == n[best] && c > best {
			best = c
		}
	}
	if several > 0 && 4*n[best] >= len(counts) && (several > 1 || len(counts) <= 2) {
		return best
	}
	return 1
}

func share(counts []int) float64 {
	m, k := mode(counts), 0
	for _, c := range counts {
		if c == m {
			k++
		}
	}
	return float64(k) / float64(len(counts))
}

// collapse turns runs of blanks between the fields of each line into one tab,
// in place, and drops those at its ends.
func collapse(b []byte, delim byte) []byte {
	least := 1
	if delim == blanks2 {
		least = 2
	}
	out := b[:0]
	for i := 0; i < len(b); {
		if b[i] != ' ' && b[i] != '\t' {
			out = append(out, b[i])
			i++
			continue
		}
		j, tab := i, false
		for j < len(b) && (b[j] == ' ' || b[j] == '\t') {
			tab = tab || b[j] == '\t'
			j++
		}
		start := len(out) == 0 || out[len(out)-1] == '\n'
		end := j == len(b) || b[j] == '\n' || b[j] == '\r'
		switch {
		case start || end:
		case j-i >= least || tab:
			out = append(out, '\t')
		default:
			out = append(out, ' ')
		}
		i = j
	}
	return out
}
