package sheet

import (
	"bytes"
	"context"
	"strings"
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
		text := textDecoder{enc: enc, dec: enc.decoder()}
		for {
			c := int(next.Add(1)) - 1
			if c >= cols || ctx.Err() != nil {
				return
			}
			all := newPool()
			for w, s := range scans {
				switch {
				case c >= len(s.pools):
				case all.len() == 0:
					all = s.pools[c] // its codes stay
					codes[w][c] = identity(all.len())
					s.pools[c] = nil
				default:
					codes[w][c] = all.absorb(s.pools[c], w < len(scans)-1)
					s.pools[c] = nil
				}
			}
			if all.slots = nil; !all.plain(enc) {
				var to []uint32
				if all, to = text.all(ctx, all); to != nil {
					for w := range codes {
						if c < len(codes[w]) {
							translate(codes[w][c], to)
						}
					}
				}
			}
			merged[c] = all
		}
	})
	return merged, codes, ctx.Err()
}

func translate(codes, to []uint32) {
	for i, c := range codes {
		codes[i] = to[c]
	}
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
	enc charset
	dec *encoding.Decoder // nil for UTF-8
	buf []byte
}

// twofold are the characters that more than one sequence of bytes stands for:
// what is broken, and those that GB18030 writes in two ways. Strings without them
// are as different decoded as they were before. In Big5 there are too many.
const twofold = "\uFFFD\u3000€"

// all decodes the strings of a pool, and gives the codes that they have then; nil
// says that they keep them. It stops where the context ends.
func (t *textDecoder) all(ctx context.Context, from *pool) (p *pool, to []uint32) {
	p = &pool{off: make([]uint32, 1, len(from.off)), full: from.full}
	p.arena.Grow(from.arena.Len() + from.arena.Len()/2)
	seen, codes := newPool(), []uint32{0} // of those with a twofold character
	for c := range uint32(from.len()) {
		if c%stride == 0 && ctx.Err() != nil {
			break
		}
		w := from.at(c + 1)
		if ascii(w) {
			p.arena.WriteString(w)
		} else {
			b := t.decode(w)
			if t.twofold(b) {
				if n := seen.raw(b); int(n) < len(codes) {
					if to == nil {
						to = identity(from.len())
					}
					to[c+1] = codes[n]
					continue
				}
				codes = append(codes, uint32(len(p.off)))
			}
			p.arena.Write(b)
		}
		if p.arena.Len() > maxText {
			p.full = true
			break
		}
		if to != nil {
			to[c+1] = uint32(len(p.off))
		}
		p.off = append(p.off, uint32(p.arena.Len()))
	}
	return p, to
}

func (t *textDecoder) twofold(b []byte) bool {
	if t.enc == big5 {
		return true
	}
	for _, r := range twofold {
		if bytes.ContainsRune(b, r) {
			return true
		}
	}
	return false
}

// decode never fails: bytes that stand for nothing become U+FFFD.
func (t *textDecoder) decode(w string) []byte {
	if t.dec == nil {
		return []byte(strings.ToValidUTF8(w, "\uFFFD"))
	}
	for len(t.buf) < 5*len(w)+16 {
		t.buf = make([]byte, 2*(5*len(w)+16))
	}
	room := len(t.buf) - len(w) // what is decoded stands before what is to be
	copy(t.buf[room:], w)
	t.dec.Reset()
	n, _, err := t.dec.Transform(t.buf[:room], t.buf[room:], true)
	if err != nil && err != transform.ErrEndOfSpan {
		return append(t.buf[:n], "\uFFFD"...)
	}
	return t.buf[:n]
}
