package sheet

import "bytes"

// maxQuoted bounds a quoted field. A quote that is not closed within it stands
// for itself; without a bound one stray quote would swallow all that follows.
const maxQuoted = 128 << 10

// closingQuote finds the quote that ends a quoted field whose content begins
// at i; doubled quotes are content.
func closingQuote(b []byte, i int) (end int, ok bool) {
	stop := min(len(b), i+maxQuoted)
	for i < stop {
		k := bytes.IndexByte(b[i:stop], '"')
		if k < 0 {
			return 0, false
		}
		i += k
		if i+1 < len(b) && b[i+1] == '"' {
			i += 2
			continue
		}
		return i, true
	}
	return 0, false
}

// recordsEnd gives the length of the whole records at the start of b: up to
// behind the last newline outside quotes.
func recordsEnd(b []byte, delim byte) int {
	cut, i := 0, 0
	for {
		q := bytes.IndexByte(b[i:], '"')
		stretch := b[i:]
		if q >= 0 {
			stretch = b[i : i+q]
		}
		if k := bytes.LastIndexByte(stretch, '\n'); k >= 0 {
			cut = i + k + 1
		}
		if q < 0 {
			return cut
		}
		i += q
		if i > 0 && b[i-1] != delim && b[i-1] != '\n' {
			i++ // in the middle of a field: stands for itself
			continue
		}
		end, ok := closingQuote(b, i+1)
		switch {
		case ok:
			i = end + 1
		case len(b)-i <= maxQuoted:
			return cut // may close in the next piece
		default:
			i++
		}
	}
}
