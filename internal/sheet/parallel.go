package sheet

import (
	"context"
	"io"
	"sync"

	"golang.org/x/sync/errgroup"
)

// parsePieces parses the pieces of a stream, in as many goroutines as there are
// parsers. Each takes the next piece off the stream and parses it itself while
// another takes the one behind: what was unpacked stays in the cache of one
// processor, and writing over what another has just read would take more time
// than parsing it. The results come in the order of the stream. aside, if set, is
// other work to be done in small steps until it says that there is no more: it is
// done while another goroutine is at the stream.
func parsePieces[T any](ctx context.Context, stream *pieceStream, parsers []func(piece) (T, error), aside func() (more bool, err error)) ([]T, error) {
	eg, ctx := errgroup.WithContext(ctx)
	other := &steps{do: aside, over: aside == nil}
	parts := make([][]placed[T], len(parsers))
	for i, parse := range parsers {
		eg.Go(func() error {
			return guard(func() error {
				for {
					p, at, err := stream.next(ctx, other)
					if err == io.EOF {
						break
					}
					if err != nil {
						return err
					}
					v, err := parse(p)
					if err != nil {
						return err
					}
					parts[i] = append(parts[i], placed[T]{at, v})
				}
				for { // what is aside is left, unless another does it
					if worked, err := other.step(ctx); err != nil || !worked {
						return err
					}
				}
			})
		})
	}
	if err := eg.Wait(); err != nil {
		return nil, err
	}
	out := make([]T, stream.n)
	for _, part := range parts {
		for _, p := range part {
			out[p.at] = p.v
		}
	}
	return out, nil
}

// placed is the result of the piece with the number at.
type placed[T any] struct {
	at int
	v  T
}

// pieceStream lets several goroutines take the pieces of a stream in turn.
type pieceStream struct {
	cutter
	trim func(*piece) error // sees the pieces in order before they are parsed; may be nil
	mu   sync.Mutex         // of all below, and of the cutter
	n    int                // pieces taken
	over bool
}

// next takes the next piece, and its number; io.EOF says that there is none. While
// another goroutine is at the stream, it works on what is aside.
func (s *pieceStream) next(ctx context.Context, other *steps) (p piece, at int, err error) {
	for !s.mu.TryLock() {
		worked, err := other.step(ctx)
		if err != nil {
			return p, 0, err
		}
		if !worked {
			s.mu.Lock()
			break
		}
	}
	defer s.mu.Unlock()
	if s.over {
		return p, 0, io.EOF
	}
	p, s.over, err = s.cutter.next(ctx)
	if err == nil && s.trim != nil {
		err = s.trim(&p)
	}
	if err != nil {
		s.over = true // nobody reads on behind a fault: it is told as it was found
		return p, 0, err
	}
	s.n++
	return p, s.n - 1, nil
}

// steps is work that is done step by step, by one goroutine at a time.
type steps struct {
	mu   sync.Mutex
	do   func() (more bool, err error)
	over bool
}

// step does a step; it does not where there is no more, or another is at it.
func (s *steps) step(ctx context.Context) (worked bool, err error) {
	if err := ctx.Err(); err != nil || !s.mu.TryLock() {
		return false, err
	}
	defer s.mu.Unlock()
	if s.over {
		return false, nil
	}
	more, err := s.do()
	s.over = !more || err != nil
	return true, err
}
