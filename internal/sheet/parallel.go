package sheet

import (
	"context"
	"sync"

	"golang.org/x/sync/errgroup"
)

// parsePieces cuts a stream in one goroutine and parses the pieces in others,
// one for each of parsers, which owns the piece it gets. The results come in
// the order of the stream. trim, if set, sees the pieces in order before they
// are parsed. aside, if set, is other work to be done in steps until it says that
// there is no more: the parsers do it while no piece waits, so that it never keeps
// the one goroutine from cutting that all wait for.
func parsePieces[T any](ctx context.Context, r filler, size int, whole func([]byte) int, trim func(*piece) error, parsers []func(piece) (T, error), aside func() (more bool, err error)) ([]T, error) {
	type job struct {
		at int
		piece
	}
	var mu sync.Mutex
	var out []T
	jobs := make(chan job, 2*len(parsers))
	var apart sync.Mutex // held while a step of aside is done, and for good after the last
	step := func() (worked bool, err error) {
		if aside == nil || !apart.TryLock() {
			return false, nil
		}
		more, err := aside()
		if more && err == nil {
			apart.Unlock()
		}
		return true, err
	}
	eg, ctx := errgroup.WithContext(ctx)
	next := func() (j job, ok bool, err error) {
		for {
			select {
			case j, ok = <-jobs:
				return j, ok, nil
			default:
			}
			worked, err := step()
			if err == nil && worked {
				err = ctx.Err()
			}
			if err != nil {
				return j, false, err
			}
			if !worked {
				j, ok = <-jobs
				return j, ok, nil
			}
		}
	}
	for _, parse := range parsers {
		eg.Go(func() error {
			return guard(func() error {
				for {
					j, ok, err := next()
					if err != nil {
						return err
					}
					if !ok {
						break
					}
					v, err := parse(j.piece)
					if err != nil {
						return err
					}
					mu.Lock()
					out[j.at] = v
					mu.Unlock()
				}
				for { // what is aside is left, unless another does it
					if worked, err := step(); err != nil || !worked {
						return err
					}
				}
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
