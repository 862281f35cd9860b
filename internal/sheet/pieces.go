package sheet

import (
	"context"
	"io"
	"sync"
)

// chunkSize is how much text or XML one goroutine parses at a time; a first
// look takes smaller pieces, since it may need no more than one, and so does what
// is done aside, while a goroutine would else wait for others. Of text, which is
// at hand without unpacking, the pieces may be smaller: the last are soon done.
const (
	chunkSize = 1 << 20
	textSize  = 256 << 10
	lookSize  = 128 << 10
	asideSize = 64 << 10
)

// stride is after how many strings it is looked whether anybody still waits for
// them.
const stride = 4096

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
// and the pad. Small pieces take the buffers of large ones.
func lend(n int) *[]byte {
	n += outSlack + len(pad)
	p := buffers.Get().(*[]byte)
	if cap(*p) < n {
		*p = make([]byte, max(n, window+chunkSize+outSlack+len(pad)))
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
	r     filler
	size  int
	whole func(b []byte) int
	carry []byte // the end of the stream so far, as much as the filler or the next piece needs
	rest  int    // how many of its bytes belong to the next piece
}

// next gives the next piece, which the caller owns; last is set with the last.
func (c *cutter) next(ctx context.Context) (p piece, last bool, err error) {
	mem := lend(max(len(c.carry), window) + max(c.size, c.rest))
	n := copy(*mem, c.carry)
	start := n - c.rest
	for {
		if err := ctx.Err(); err != nil {
			return p, false, err
		}
		end, done, err := c.r.fill((*mem)[:len(*mem)-len(pad)], n)
		if err != nil {
			return p, false, err
		}
		b := (*mem)[start:end]
		if done {
			return piece{b, mem}, true, nil
		}
		cut := c.whole(b)
		rest := len(b) - cut
		if rest >= maxRecord {
			return p, false, errTooBig
		}
		tail := (*mem)[end-max(rest, min(end, window)) : end]
		if cut > 0 {
			c.carry, c.rest = append(c.carry[:0], tail...), rest
			return piece{b[:cut], mem}, false, nil
		}
		longer := lend(len(tail) + max(c.size, rest))
		n = copy(*longer, tail)
		start = n - rest
		buffers.Put(mem)
		mem = longer
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
