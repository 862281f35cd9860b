package sheet

import (
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

// within is how many bytes of a sheet a first look passes to find the next; 0 is
// any number.
func (o Options) within() int {
	if o.Look {
		return 2 * chunkSize
	}
	return 0
}

// pad stands behind the bytes of every piece, so that scanning loops need no
// check for the end: it holds an end of everything they look for.
const pad = "\n\"<\n\"<\n\"<\n\"<\n\"<\n\"<\n\"<\n\"<\n\"<\n\"<\n\"<"

// piece is a part of a stream that ends with a whole record or row. Its owner
// gives the memory back by free.
type piece struct {
	b   []byte
	mem *[]byte
}

func (p piece) free() { buffers.Put(p.mem) }

// padded is the piece with the pad behind it.
func (p piece) padded() []byte { return append(p.b, pad...) }

// buffers lends the memory of pieces.
var buffers = sync.Pool{New: func() any { return new([]byte) }}

// lend gives a buffer with room for n bytes, what a filler needs behind them,
// and the pad.
func lend(n int) *[]byte {
	n += outSlack + len(pad)
	p := buffers.Get().(*[]byte)
	if cap(*p) < n {
		*p = make([]byte, n)
	}
	*p = (*p)[:n]
	return p
}

// filler delivers a stream. fill writes into out from n on until fewer than
// outSlack bytes are free or the stream is done; out[:n] ends with the last
// window of what came before.
type filler interface {
	fill(out []byte, n int) (end int, done bool, err error)
}

// plainFiller makes a filler of a reader.
type plainFiller struct{ io.Reader }

func (f plainFiller) fill(out []byte, n int) (int, bool, error) {
	k, err := io.ReadFull(f, out[n:len(out)-outSlack])
	switch err {
	case io.EOF, io.ErrUnexpectedEOF:
		return n + k, true, nil
	}
	return n + k, false, err
}

// maxRecord bounds one record of text or one row of XML.
const maxRecord = 64 << 20

// cutter reads a stream in pieces of about size bytes. whole gives the length of
// the part of b that ends with a whole record, 0 where there is none yet; the
// last piece is all that is left.
type cutter struct {
	r        filler
	size     int
	whole    func(b []byte) int
	mem      *[]byte
	start, n int // the bytes not yet handed over are (*mem)[start:n]
}

// next gives the next piece, which the caller owns; last is set with the last.
func (c *cutter) next(ctx context.Context) (p piece, last bool, err error) {
	if c.mem == nil {
		c.mem = lend(window + c.size)
	}
	for {
		if err := ctx.Err(); err != nil {
			return p, false, err
		}
		mem := c.mem
		end, done, err := c.r.fill((*mem)[:len(*mem)-len(pad)], c.n)
		if err != nil {
			return p, false, err
		}
		c.n = end
		b := (*mem)[c.start:c.n]
		if done {
			return piece{b, mem}, true, nil
		}
		cut := c.whole(b)
		rest := len(b) - cut
		if rest >= maxRecord {
			return p, false, errTooBig
		}
		keep := max(rest, min(c.n, window))
		next := lend(keep + max(c.size, rest))
		copy(*next, (*mem)[c.n-keep:c.n])
		c.mem, c.start, c.n = next, keep-rest, keep
		if cut > 0 {
			return piece{b[:cut], mem}, false, nil
		}
		buffers.Put(mem)
	}
}

// cutStream hands each piece of a stream to emit, which owns it.
func cutStream(ctx context.Context, r filler, size int, whole func(b []byte) int, emit func(piece) error) error {
	c := cutter{r: r, size: size, whole: whole}
	for {
		p, last, err := c.next(ctx)
		if err != nil {
			return err
		}
		if err := emit(p); err != nil || last {
			return err
		}
	}
}
