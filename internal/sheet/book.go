package sheet

import (
	"context"
	"fmt"
	"runtime"
)

// Info describes one sheet of a file before it is read.
type Info struct {
	Name   string
	Hidden bool
}

// Options say how a file is to be read.
type Options struct {
	Password string // of an encrypted workbook
	// Progress, if set, is called now and then from any goroutine with the
	// bytes done and in all.
	Progress func(done, total int64)
	Workers  int // parsing goroutines; 0 means one per processor
	// Look asks for a quick first look: where all sheets stand in one part, those
	// behind a long one are not sought; Book.More then says that there may be some.
	Look bool
}

func (o Options) workers() int {
	if o.Workers > 0 {
		return o.Workers
	}
	return runtime.GOMAXPROCS(0)
}

// Book is an open file with its sheets in the order of the file. Formats
// without sheets have one, without a name.
type Book struct {
	Path     string
	Format   string // "xlsx", "xlsb", "xls", "ods", "html", "mhtml", "xml", "csv", "tsv", "txt"
	Encoding string // of text formats: "UTF-8", "GB18030", "Big5", "UTF-16LE" …; else ""
	Sheets   []Info
	More     bool // Sheets may not be all, see Options.Look

	src    *source
	reader reader
}

// reader is an open file of one format.
type reader interface {
	// sheets lists the sheets in the order of the file; at least one.
	sheets() []Info
	// read delivers sheet i; limit > 0 asks for its first limit stored rows only.
	read(ctx context.Context, i, limit int) (*Grid, error)
}

// Open finds out by its content what kind of file path is, and opens it. The
// error is the context's or a *fault.Error.
func Open(ctx context.Context, path string, o Options) (*Book, error) {
	src, err := openSource(path, o)
	if err != nil {
		return nil, openFault(path, err)
	}
	b, err := openBook(ctx, src)
	if err != nil {
		_ = src.close()
		return nil, err
	}
	return b, nil
}

// openBook finds the format of a source and opens it.
func openBook(ctx context.Context, src *source) (*Book, error) {
	b := &Book{Path: src.path, src: src}
	err := guard(func() error {
		f, err := formatOf(src)
		if err != nil {
			return err
		}
		b.Format = f.id
		b.reader, err = f.open(ctx, src)
		return err
	})
	if err != nil {
		return nil, readFault(ctx, src.path, err)
	}
	b.Sheets = b.reader.sheets()
	switch r := b.reader.(type) {
	case *textFile:
		b.Format, b.Encoding = r.format(), r.enc.String()
	case *htmlFile:
		b.Encoding = r.enc.String()
	case *xml2003File:
		b.Encoding = r.enc.String()
	case unlocked:
		b.Format = r.format
	}
	if r, ok := b.reader.(interface{ more() bool }); ok {
		b.More = r.more()
	}
	return b, nil
}

// Read delivers the cells of sheet i. With limit > 0 it stops after the first
// limit stored rows and reads no more of the file than they need: Merges and
// Hidden then cover only what was met on the way. The error is the context's
// or a *fault.Error. Sheets may be read at the same time.
func (b *Book) Read(ctx context.Context, i, limit int) (*Grid, error) {
	if i < 0 || i >= len(b.Sheets) {
		panic(fmt.Sprintf("sheet: Read of sheet %d of %d", i, len(b.Sheets)))
	}
	var g *Grid
	err := guard(func() (err error) {
		g, err = b.reader.read(ctx, i, limit)
		return err
	})
	if err != nil {
		return nil, readFault(ctx, b.Path, err)
	}
	g.Name = b.Sheets[i].Name
	return g, nil
}

// Close lets go of the file.
func (b *Book) Close() error { return b.src.close() }
