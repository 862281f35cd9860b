// Package splice writes workbooks with very many rows. The library writes
// everything around the rows; its zip writer is replaced by one that holds
// these parts back, puts the rows into their sheets, encoded and deflated on
// all processors, and their texts into the shared strings. It knows cells, not
// logs or documents.
package splice

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"io"
	"iter"
	"regexp"
	"slices"

	"github.com/klauspost/compress/flate"
	"github.com/xuri/excelize/v2"

	"tallyboard/internal/render/workbook/xl"
)

// level of the deflater: 1 writes large sheets in half the time of 4 for a
// tenth more bytes.
const (
	levelParts = 4
	levelRows  = 1
)

// BlockRows is how many rows a block should have.
const BlockRows = 4096

const stringsPart = "xl/sharedStrings.xml"

// Block appends its part of a sheet to b. It is called once, at the same time
// as others.
type Block func(b []byte) []byte

// Rows are the rows that stand in a sheet under those that the library writes.
type Rows struct {
	Cols, Last int // the sheet's columns, and its last row
	// Blocks gives the rows in order, and adds their texts to s while it is
	// asked for the next block.
	Blocks func(s *Strings) iter.Seq[Block]
}

// Write writes f with rows put into its sheets, by their names. Errors are w's,
// the library's or the context's.
func Write(ctx context.Context, f *excelize.File, w io.Writer, sheets map[string]Rows) error {
	parts := map[string]Rows{}
	for id, name := range f.GetSheetMap() {
		if r, ok := sheets[name]; ok {
			parts[fmt.Sprintf("xl/worksheets/sheet%d.xml", id)] = r
		}
	}
	// The library's own buffer would hold the whole file; it stays empty.
	f.SetZipWriter(func(io.Writer) excelize.ZipWriter { return newSplicer(ctx, w, parts) })
	return f.Write(io.Discard)
}

// splicer writes the parts of a workbook. Those that rows or strings are put
// into are held back until the number of the library's strings is known.
type splicer struct {
	*zip.Writer
	ctx   context.Context
	rows  map[string]Rows          // by part
	held  map[string]*bytes.Buffer // parts to be spliced
	order []string
}

func newSplicer(ctx context.Context, w io.Writer, rows map[string]Rows) *splicer {
	s := &splicer{Writer: zip.NewWriter(w), ctx: ctx, rows: rows, held: map[string]*bytes.Buffer{}}
	s.RegisterCompressor(zip.Deflate, deflateParts)
	return s
}

// deflateParts compresses what the library writes.
func deflateParts(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, levelParts) }

// Create holds back the parts that rows or strings are put into.
func (s *splicer) Create(name string) (io.Writer, error) {
	if _, ok := s.rows[name]; !ok && name != stringsPart || len(s.rows) == 0 {
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
	added := &Strings{n: bytes.Count(table, []byte("<si>"))}
	for _, name := range s.order {
		if err := s.sheet(name, s.held[name].Bytes(), added); err != nil {
			return err
		}
	}
	open, end := bytes.Index(table, []byte("<sst")), bytes.LastIndex(table, []byte("</sst>"))
	if open < 0 || end < open {
		return fmt.Errorf("splice: no strings in %s", stringsPart)
	}
	begin := open + bytes.IndexByte(table[open:], '>')
	parts := slices.Concat([][]byte{counts.ReplaceAll(table[:begin], nil), table[begin:end]}, added.xml, [][]byte{table[end:]})
	return s.part(stringsPart, func(yield func(Block) bool) {
		for _, p := range parts {
			if !yield(plain(p)) {
				return
			}
		}
	})
}

// sheet writes a sheet: the library's part with the rows put in.
func (s *splicer) sheet(name string, part []byte, added *Strings) error {
	rows := s.rows[name]
	end := bytes.Index(part, []byte("</sheetData>"))
	if end < 0 {
		return fmt.Errorf("splice: no rows in %s", name)
	}
	ref := fmt.Sprintf(`<dimension ref="A1:%s"`, xl.Cell(rows.Cols, rows.Last))
	return s.part(name, func(yield func(Block) bool) {
		if !yield(plain(dimension.ReplaceAll(part[:end], []byte(ref)))) {
			return
		}
		for b := range rows.Blocks(added) {
			if !yield(b) {
				return
			}
		}
		yield(plain(part[end:]))
	})
}

func plain(text []byte) Block { return func(b []byte) []byte { return append(b, text...) } }
