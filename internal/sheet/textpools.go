package sheet

import (
	"context"
	"sync/atomic"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/transform"

	"tallyboard/internal/task"
)

// charsetOfPools judges the encoding by all different strings of the file,
// where the sample had nothing but ASCII.
func charsetOfPools(scans []*textScan) charset {
	var sample []byte
	for _, s := range scans {
		for _, p := range s.pools {
			for c := 1; c <= p.len() && len(sample) < 1<<20; c++ {
				if w := p.at(uint32(c)); !ascii(w) {
					sample = append(append(sample, w...), '\n')
				}
			}
		}
	}
	enc, _ := charsetOf(sample)
	if enc.wide() {
		enc = utf8Text
	}
	return enc
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// mergePools joins what the goroutines found in each column to one pool of
// decoded strings a column, and empties theirs; codes[w][c] translates the
// codes of goroutine w.
func mergePools(ctx context.Context, scans []*textScan, cols int, enc charset, workers int) (merged []*pool, codes [][][]uint32, err error) {
	merged = make([]*pool, cols)
	codes = make([][][]uint32, len(scans))
	for w, s := range scans {
		codes[w] = make([][]uint32, len(s.pools))
	}
	var next atomic.Int64
	task.Together(max(1, workers), func(int) {
		text := textDecoder{dec: enc.decoder()}
		for {
			c := int(next.Add(1)) - 1
			if c >= cols || ctx.Err() != nil {
				return
			}
			for w, s := range scans {
				if c >= len(s.pools) {
					continue
				}
				switch plain := s.pools[c].plain(enc); {
				case merged[c] == nil && plain:
					merged[c] = s.pools[c] // its codes stay
					codes[w][c] = identity(merged[c].len())
				case plain:
					codes[w][c] = merged[c].absorb(s.pools[c], w < len(scans)-1)
				case merged[c] == nil:
					merged[c] = newPool()
					fallthrough
				default:
					codes[w][c] = text.into(ctx, merged[c], s.pools[c])
				}
				s.pools[c] = nil
			}
			if merged[c] == nil {
				merged[c] = newPool()
			}
			merged[c].slots = nil
		}
	})
	return merged, codes, ctx.Err()
}

// plain reports whether the strings need no decoding.
func (p *pool) plain(enc charset) bool {
	if enc == utf8Text {
		// Valid as a whole, and no character cut in two by the end of a string.
		for _, o := range p.off[:p.len()] {
			if !utf8.RuneStart(p.arena.String()[o]) {
				return false
			}
		}
		return utf8.ValidString(p.arena.String())
	}
	return ascii(p.arena.String())
}

func identity(n int) []uint32 {
	m := make([]uint32, n+1)
	for i := range m {
		m[i] = uint32(i)
	}
	return m
}

// textDecoder turns strings into UTF-8 one by one.
type textDecoder struct {
	dec *encoding.Decoder // nil for UTF-8
	buf []byte
}

// into adds the strings of from to p and says which codes they got; it stops
// where the context ends.
func (t *textDecoder) into(ctx context.Context, p, from *pool) []uint32 {
	m := make([]uint32, from.len()+1)
	var word []byte
	for c := 1; c <= from.len(); c++ {
		if c%stride == 0 && ctx.Err() != nil {
			break
		}
		w := from.at(uint32(c))
		word = append(word[:0], w...)
		if t.dec == nil || ascii(w) {
			m[c] = p.code(word)
		} else {
			m[c] = p.code(t.decode(word))
		}
	}
	return m
}

// decode never fails: bytes that stand for nothing become U+FFFD.
func (t *textDecoder) decode(b []byte) []byte {
	for len(t.buf) < 4*len(b)+16 {
		t.buf = make([]byte, 2*(4*len(b)+16))
	}
	t.dec.Reset()
	n, _, err := t.dec.Transform(t.buf, b, true)
	if err != nil && err != transform.ErrEndOfSpan {
		return append(t.buf[:n], "\uFFFD"...)
	}
	return t.buf[:n]
}
