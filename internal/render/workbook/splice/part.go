package splice

import (
	"archive/zip"
	"bytes"
	"context"
	"hash/crc32"
	"iter"
	"math"
	"runtime"
	"sync"

	"github.com/klauspost/compress/flate"
)

// part writes a part of the file block by block.
func (s *splicer) part(name string, blocks iter.Seq[Block]) error {
	h := &zip.FileHeader{Name: name, Method: zip.Deflate, Flags: 0x8} // sizes stand behind the data
	raw, err := s.Writer.CreateRaw(h)
	if err != nil {
		return err
	}
	sum := crc32.NewIEEE()
	err = inOrder(s.ctx, blocks, func(plain, deflated []byte) error {
		sum.Write(plain)
		h.UncompressedSize64 += uint64(len(plain))
		h.CompressedSize64 += uint64(len(deflated))
		_, err := raw.Write(deflated)
		return err
	})
	if err != nil {
		return err
	}
	last := []byte{3, 0} // the empty last block of the deflate format
	if _, err := raw.Write(last); err != nil {
		return err
	}
	h.CRC32 = sum.Sum32()
	h.CompressedSize64 += uint64(len(last))
	h.CompressedSize, h.UncompressedSize = uint32(min(h.CompressedSize64, math.MaxUint32)), uint32(min(h.UncompressedSize64, math.MaxUint32))
	if h.UncompressedSize64 >= math.MaxUint32 {
		h.CompressedSize, h.UncompressedSize, h.ReaderVersion = math.MaxUint32, math.MaxUint32, 45
	}
	return nil
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
				b.plain = b.fill(b.plain[:0])
				z.Reset(&b.deflated)
				if _, b.err = z.Write(b.plain); b.err == nil {
					b.err = z.Flush()
				}
				close(b.done)
			}
		})
	}
	wg.Go(func() {
		defer close(jobs)
		defer close(queue)
		for fill := range blocks {
			b := pool.Get().(*rowBlock)
			b.fill, b.done = fill, make(chan struct{})
			b.deflated.Reset()
			select {
			case queue <- b:
			case <-ctx.Done():
				return
			}
			select {
			case jobs <- b:
			case <-ctx.Done():
				return
			}
		}
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
	return ctx.Err()
}
