package sheet

import (
	"context"
	"sync"

	"golang.org/x/sync/errgroup"
)

// parsePieces cuts a stream in one goroutine and parses the pieces in others,
// one for each of parsers, which owns the piece it gets. The results come in
// the order of the stream. trim, if set, sees the pieces in order before they
// are parsed.
func parsePieces[T any](ctx context.Context, r filler, size int, whole func([]byte) int, trim func(*piece) error, parsers []func(piece) (T, error)) ([]T, error) {
	type job struct {
		at int
		piece
	}
	var mu sync.Mutex
	var out []T
	jobs := make(chan job, len(parsers))
	eg, ctx := errgroup.WithContext(ctx)
	for _, parse := range parsers {
		eg.Go(func() error {
			return guard(func() error {
				for j := range jobs {
					v, err := parse(j.piece)
					if err != nil {
						return err
					}
					mu.Lock()
					out[j.at] = v
					mu.Unlock()
				}
				return nil
			})
		})
	}
	eg.Go(func() error {
		defer close(jobs)
		return guard(func() error {
			return cutStream(ctx, r, size, whole, func(p piece) error {
				if trim != nil {
					if err := trim(&p); err != nil {
						return err
					}
				}
				mu.Lock()
				at := len(out)
				out = append(out, *new(T))
				mu.Unlock()
				select {
				case jobs <- job{at, p}:
					return nil
				case <-ctx.Done():
					return ctx.Err()
				}
			})
		})
	})
	if err := eg.Wait(); err != nil {
		return nil, err
	}
	return out, nil
}
