package splice

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"iter"
	"runtime"
	"sync"

	"github.com/klauspost/compress/flate"

	"tallyboard/internal/task"
)

// part writes a part of the file block by block.
func (s *splicer) part(name string, blocks iter.Seq[Block]) error {
	var ready deflated
	s.RegisterCompressor(zip.Deflate, ready.writeTo)
	w, err := s.Writer.Create(name)
	s.RegisterCompressor(zip.Deflate, deflateParts)
	if err != nil {
		return err
	}
	return inOrder(s.ctx, blocks, func(plain, block []byte) error {
		ready.block = block
		_, err := w.Write(plain) // the zip writer counts and sums up what is plain
		return err
	})
}

// deflated stands where the zip writer expects a compressor: for each plain
// block that it is given it writes the same block, deflated beforehand.
type deflated struct {
	out   io.Writer
	block []byte
}

func (d *deflated) writeTo(w io.Writer) (io.WriteCloser, error) {
	d.out = w
	return d, nil
}

func (d *deflated) Write(plain []byte) (int, error) {
	if _, err := d.out.Write(d.block); err != nil {
		return 0, err
	}
	return len(plain), nil
}

// Close writes the empty last block of the deflate format.
func (d *deflated) Close() error {
	_, err := d.out.Write([]byte{3, 0})
	return err
}

// rowBlock is one piece of work and its result.
type rowBlock struct {
	fill     Block
	plain    []byte
	deflated bytes.Buffer
	err      error
	done     chan struct{}
}

// inOrder fills blocks on all processors, deflates each so that they can follow
// each other, and hands them to write in order.
func inOrder(ctx context.Context, blocks iter.Seq[Block], write func(plain, deflated []byte) error) error {
	ctx, cancel := context.WithCancel(ctx)
	workers := runtime.GOMAXPROCS(0)
	jobs := make(chan *rowBlock)
	queue := make(chan *rowBlock, 2*workers)
	pool := sync.Pool{New: func() any { return new(rowBlock) }}
	var wg sync.WaitGroup
	defer wg.Wait()
	defer cancel()
	for range workers {
		wg.Go(func() {
			z, err := flate.NewWriter(nil, levelRows)
			if err != nil {
				panic("splice: " + err.Error()) // the level is a constant
			}
			for b := range jobs {
				b.err = task.Guard(func() error {
					b.plain = b.fill(b.plain[:0])
					z.Reset(&b.deflated)
					if _, err := z.Write(b.plain); err != nil {
						return err
					}
					return z.Flush()
				})
				close(b.done)
			}
		})
	}
	var asking error // read once queue is closed
	wg.Go(func() {
		defer close(jobs)
		defer close(queue)
		asking = task.Guard(func() error {
			for fill := range blocks {
				b := pool.Get().(*rowBlock)
				b.fill, b.done = fill, make(chan struct{})
				b.deflated.Reset()
				select {
				case queue <- b:
				case <-ctx.Done():
					return ctx.Err()
				}
				select {
				case jobs <- b:
				case <-ctx.Done():
					return ctx.Err()
				}
			}
			return nil
		})
	})
	for b := range queue {
		select {
		case <-b.done:
		case <-ctx.Done():
			return ctx.Err()
		}
		if b.err != nil {
			return b.err
		}
		if err := write(b.plain, b.deflated.Bytes()); err != nil {
			return err
		}
		pool.Put(b)
	}
	return asking
}
