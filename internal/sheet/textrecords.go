package sheet

import (
	"bytes"
	"context"
	"io"
	"sync"
)

// chunkSize is how much text or XML one goroutine parses at a time; a first
// look takes smaller pieces, since it may need no more than one.
const (
	chunkSize = 1 << 20
	lookSize  = 128 << 10
)

// pad stands behind the bytes of every piece, so that scanning loops need no
// check for the end: it holds an end of everything they look for.
const pad = "\n\"<\n\"<\n\"<\n\"<\n\"<\n\"<\n\"<\n\"<\n\"<\n\"<\n\"<"

// buffers lends the memory of pieces.
var buffers = sync.Pool{New: func() any { b := make([]byte, 0, chunkSize+chunkSize/4); return &b }}

// lend gives a buffer of length n and room for the pad.
func lend(n int) *[]byte {
	p := buffers.Get().(*[]byte)
	if cap(*p) < n+len(pad) {
		*p = make([]byte, n, n+len(pad))
	}
	*p = (*p)[:n]
	return p
}

// maxRecord bounds one record of text or one row of XML.
const maxRecord = 64 << 20

// cutStream reads r in pieces of about size bytes that end where end says, and
// hands each to emit, which owns it. end gives the length of the part of b
// that ends with a whole record, 0 where there is none yet; last says that
// nothing follows b.
func cutStream(ctx context.Context, r io.Reader, size int, end func(b []byte, last bool) int, emit func(piece *[]byte) error) error {
	buf := lend(size)
	n := 0
	for {
		if err := ctx.Err(); err != nil {
			return err
		}
		k, err := io.ReadFull(r, (*buf)[n:])
		n += k
		last := err == io.EOF || err == io.ErrUnexpectedEOF
		if err != nil && !last {
			return err
		}
		cut := end((*buf)[:n], last)
		rest := n - cut
		if last {
			*buf = (*buf)[:n]
			return emit(buf)
		}
		if rest >= maxRecord {
			return errTooBig
		}
		next := lend(max(size, 2*rest))
		copy(*next, (*buf)[cut:n])
		if cut > 0 {
			*buf = (*buf)[:cut]
			if err := emit(buf); err != nil {
				return err
			}
		} else {
			buffers.Put(buf)
		}
		buf, n = next, rest
	}
}

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
func recordsEnd(b []byte, delim byte, last bool) int {
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
		case !last && len(b)-i <= maxQuoted:
			return cut // may close in the next piece
		default:
			i++
		}
	}
}
