package sheet

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"os"
	"sync/atomic"
)

// source is the bytes of one file and how they are to be read.
type source struct {
	path string
	r    io.ReaderAt
	size int64
	head []byte // the first headSize bytes, or the whole of a shorter file
	opts Options
	file *os.File

	zip    *zip.Reader // set where the file is a readable zip archive
	zipErr error       // set where it begins like one and is none
	cfb    *compound   // likewise a compound file
	cfbErr error
}

const headSize = 64 << 10

func openSource(path string, o Options) (*source, error) {
	st, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if st.IsDir() {
		return nil, errFolder
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	s, err := newSource(path, f, st.Size(), o)
	if err != nil {
		_ = f.Close()
		return nil, err
	}
	s.file = f
	return s, nil
}

// newSource looks at the head of the bytes, and at the directory of an archive.
func newSource(path string, r io.ReaderAt, size int64, o Options) (*source, error) {
	s := &source{path: path, r: r, size: size, opts: o}
	s.head = make([]byte, min(size, headSize))
	if n, err := r.ReadAt(s.head, 0); n < len(s.head) {
		return nil, err
	}
	switch {
	case bytes.HasPrefix(s.head, []byte("PK\x03\x04")), bytes.HasPrefix(s.head, []byte("PK\x05\x06")):
		s.zip, s.zipErr = zip.NewReader(r, size)
	case bytes.HasPrefix(s.head, cfbMagic):
		s.cfb, s.cfbErr = openCompound(r, size)
	}
	return s, nil
}

func (s *source) close() error {
	if s.file == nil {
		return nil
	}
	return s.file.Close()
}

// all reads the whole file, with progress.
func (s *source) all(ctx context.Context) ([]byte, error) {
	b := make([]byte, s.size)
	_, err := io.ReadFull(s.meter(ctx, s.size).reader(io.NewSectionReader(s.r, 0, s.size)), b)
	return b, err
}

// meter counts bytes read by several goroutines and reports them as progress.
// What is read through it ends where the context does.
type meter struct {
	ctx         context.Context
	done, total int64
	report      func(done, total int64) // nil where nobody listens
}

func (s *source) meter(ctx context.Context, total int64) *meter {
	return &meter{ctx: ctx, total: total, report: s.opts.Progress}
}

// silent is a meter that reports nothing.
func silent(ctx context.Context) *meter { return &meter{ctx: ctx} }

func (m *meter) reader(r io.Reader) io.Reader { return &meterReader{m, r} }

type meterReader struct {
	m *meter
	r io.Reader
}

func (r *meterReader) Read(p []byte) (int, error) {
	if err := r.m.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := r.r.Read(p)
	if n > 0 && r.m.report != nil {
		r.m.report(atomic.AddInt64(&r.m.done, int64(n)), r.m.total)
	}
	return n, err
}
