package ingest

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"tallyboard/internal/sheet"
)

// stoppedAfter is asked a few times before it says that nobody waits.
func stoppedAfter(asked int) stopped {
	return func() bool { asked--; return asked < 0 }
}

// longColumn is a block of one column in which every row has a text of its own.
func longColumn(t *testing.T, rows int) *block {
	t.Helper()
	var b strings.Builder
	b.WriteString("订单编号,备注\n")
	for i := range rows {
		fmt.Fprintf(&b, "D%07d,备注%d\n", i, i)
	}
	book, err := sheet.Open(t.Context(), csvFile(t, "a.csv", b.String()), sheet.Options{})
	if err != nil {
		t.Fatal(err)
	}
	g, err := book.Read(t.Context(), 0, 0)
	if err = errors.Join(err, book.Close()); err != nil {
		t.Fatal(err)
	}
	return newBlock(File{Path: "a.csv"}, g, 0, Options{})
}

// Every loop over the rows or words of a column ends soon after nobody waits for
// it any longer.
func TestCancelIsSeenInEachStage(t *testing.T) {
	const rows, soon = 100_000, 1 << 15
	b := longColumn(t, rows)
	t.Run("texts are numbered", func(t *testing.T) {
		x := gather("订单编号", []*block{b}, b.cols[:1], &scratch{}, stoppedAfter(1))
		if n := len(x.words); n == 0 || n > soon {
			t.Errorf("%d texts of %d were numbered", n, rows)
		}
	})
	t.Run("texts are read", func(t *testing.T) {
		x := gather("订单编号", []*block{b}, b.cols[:1], &scratch{}, nil)
		if len(x.words) != rows {
			t.Fatalf("%d words, want %d", len(x.words), rows)
		}
		x.stop = stoppedAfter(1)
		n := 0
		readWords(x, true, func(string, int) float64 { n++; return 1 })
		if n == 0 || n > soon {
			t.Errorf("%d texts of %d were read", n, rows)
		}
	})
	t.Run("rows of two files are compared", func(t *testing.T) {
		again := longColumn(t, rows)
		names, cols := columns([]*block{b, again})
		dropDuplicates([]*block{b, again}, names, cols, stoppedAfter(8))
		if n := b.file.LeftOut.Duplicates + again.file.LeftOut.Duplicates; n >= rows {
			t.Errorf("%d rows of %d were found to be duplicates", n, rows)
		}
		dropDuplicates([]*block{b, again}, names, cols, nil)
		if n := b.file.LeftOut.Duplicates + again.file.LeftOut.Duplicates; n != rows {
			t.Errorf("%d duplicates where nobody cancels, want %d", n, rows)
		}
	})
}
