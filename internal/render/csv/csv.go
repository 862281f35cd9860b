// Package csv writes one table of a document as text: CSV files, and the
// tab-separated text of the clipboard. Where a text could be taken for a
// formula by a spreadsheet it gets an apostrophe before it; nothing else is
// changed.
package csv

import (
	"context"
	"encoding/csv"
	"io"
	"math"
	"strconv"
	"strings"

	"tallyboard/internal/display"
	"tallyboard/internal/document"
	"tallyboard/internal/fault"
	"tallyboard/internal/lang"
)

// Write writes the first table of doc; the fault "render.notable" where it has
// none.
func Write(ctx context.Context, w io.Writer, doc *document.Document) error {
	t, ok := document.First[*document.Table](doc)
	if !ok {
		return fault.New("render.notable", doc.Title)
	}
	return WriteTable(ctx, w, t.InFull(doc.Lang))
}

// WriteTable writes a table as UTF-8 with a byte-order mark, by which Excel
// knows it from the system's encoding. Numbers have full precision and no
// grouping: shares as fractions, durations in seconds, dates as 2026-11-02.
func WriteTable(ctx context.Context, w io.Writer, t *document.Table) error {
	if _, err := io.WriteString(w, "\ufeff"); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	rec := make([]string, len(t.Columns))
	for j, c := range t.Columns {
		rec[j] = guard(c.Title)
	}
	if err := out.Write(rec); err != nil {
		return err
	}
	for i, r := range t.Rows {
		if i%4096 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		for j := range rec {
			rec[j] = plain(r.Cells[j], t.Columns[j].Format)
		}
		if err := out.Write(rec); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// plain is a cell for other programs.
func plain(c document.Cell, f display.Format) string {
	if c.Text != "" {
		return guard(strings.TrimSpace(c.Text)) // a heading without numbers has blanks only
	}
	if math.IsNaN(c.Num) || math.IsInf(c.Num, 0) {
		return ""
	}
	switch f.Kind {
	case display.Date, display.DateTime, display.Clock:
		return f.Bare(c.Num, lang.EN)
	}
	return strconv.FormatFloat(c.Num, 'f', -1, 64)
}

// guard puts an apostrophe before what a spreadsheet would run as a formula;
// plain numbers with a sign are none.
func guard(s string) string {
	if s == "" || !strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return s
	}
	if _, err := strconv.ParseFloat(s, 64); err == nil {
		return s
	}
	return "'" + s
}
