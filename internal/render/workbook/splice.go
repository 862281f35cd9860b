package workbook

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"hash/crc32"
	"io"
	"math"
	"regexp"
	"runtime"
	"sync"

	"github.com/klauspost/compress/flate"

	"tallyboard/internal/render/workbook/xl"
)

// level of the deflater: 1 writes large sheets in half the time of 4 for a
// tenth more bytes.
const (
	levelParts = 4
	levelRows  = 1
)

// blockRows is how many rows are encoded and deflated at a time.
const blockRows = 4096

const stringsPart = "xl/sharedStrings.xml"

// splicer writes the parts of a workbook and puts the rows of the data sheets
// into theirs, encoded and deflated in parallel. The library writes the sheet
// around them (header, table, widths, print setup), which is held back until
// the number of its strings is known.
type splicer struct {
	*zip.Writer
	ctx   context.Context
	data  map[string]*dataSheet    // by part
	held  map[string]*bytes.Buffer // parts to be spliced
	order []string
}

func newSplicer(ctx context.Context, w io.Writer, data map[string]*dataSheet) *splicer {
	s := &splicer{Writer: zip.NewWriter(w), ctx: ctx, data: data, held: map[string]*bytes.Buffer{}}
	s.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, levelParts) })
	return s
}

// Create holds back the parts that rows or strings are put into.
func (s *splicer) Create(name string) (io.Writer, error) {
	if s.data[name] == nil && name != stringsPart || len(s.data) == 0 {
		return s.Writer.Create(name)
	}
	b := new(bytes.Buffer)
	s.held[name] = b
	if name != stringsPart {
		s.order = append(s.order, name)
	}
	return b, nil
}

// Close writes what was held back and ends the file.
func (s *splicer) Close() error {
	if b := s.held[stringsPart]; b != nil {
		if err := s.splice(b.Bytes()); err != nil {
			return err
		}
	}
	return s.Writer.Close()
}

var (
	counts    = regexp.MustCompile(` (?:uniqueCount|count)="\d+"`)
	dimension = regexp.MustCompile(`<dimension ref="[^"]*"`)
)

func (s *splicer) splice(table []byte) error {
	base := uint64(bytes.Count(table, []byte("<si>")))
	var added sharedStrings
	for _, name := range s.order {
		if err := s.sheet(name, s.held[name].Bytes(), &added, base); err != nil {
			return err
		}
	}
	w, err := s.Writer.Create(stringsPart)
	if err != nil {
		return err
	}
	end := bytes.LastIndex(table, []byte("</sst>"))
	begin := bytes.IndexByte(table[bytes.Index(table, []byte("<sst")):], '>') + bytes.Index(table, []byte("<sst"))
	for _, part := range [][]byte{counts.ReplaceAll(table[:begin], nil), table[begin:end], added.xml, table[end:]} {
		if _, err := w.Write(part); err != nil {
			return err
		}
	}
	return nil
}

// sheet writes a data sheet: the library's part with the rows put in.
func (s *splicer) sheet(name string, part []byte, added *sharedStrings, base uint64) error {
	d := s.data[name]
	cols := d.rowColumns(added)
	end := bytes.Index(part, []byte("</sheetData>"))
	if end < 0 {
		return fmt.Errorf("workbook: no rows in %s", name)
	}
	ref := fmt.Sprintf(`<dimension ref="A1:%s"`, xl.Cell(len(d.cols), d.to-d.from+1))
	head := dimension.ReplaceAll(part[:end], []byte(ref))

	h := &zip.FileHeader{Name: name, Method: zip.Deflate, Flags: 0x8} // sizes stand behind the data
	raw, err := s.Writer.CreateRaw(h)
	if err != nil {
		return err
	}
	blocks := 2 + (d.to-d.from+blockRows-1)/blockRows
	sum := crc32.NewIEEE()
	err = inOrder(s.ctx, blocks, func(i int, b []byte) []byte {
		switch i {
		case 0:
			return append(b, head...)
		case blocks - 1:
			return append(b, part[end:]...)
		}
		from := d.from + (i-1)*blockRows
		return d.appendRows(b, cols, from, min(from+blockRows, d.to), base)
	}, func(plain, deflated []byte) error {
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
	i        int
	plain    []byte
	deflated bytes.Buffer
	err      error
	done     chan struct{}
}

// inOrder makes n blocks on all processors, deflates each so that they can
// follow each other, and hands them to write in order.
func inOrder(ctx context.Context, n int, fill func(i int, b []byte) []byte, write func(plain, deflated []byte) error) error {
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
				panic("workbook: " + err.Error()) // the level is a constant
			}
			for b := range jobs {
				b.plain = fill(b.i, b.plain[:0])
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
		for i := range n {
			b := pool.Get().(*rowBlock)
			b.i, b.done = i, make(chan struct{})
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
