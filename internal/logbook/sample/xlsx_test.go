package sample

import (
	"bytes"
	"context"
	"errors"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/xuri/excelize/v2"

	"tallyboard/internal/fault"
	"tallyboard/internal/render/workbook/splice"
)

// counted is a sheet of n rows, with a title and a totals row or without.
func counted(n int, framed bool) *Sheet {
	s := &Sheet{Name: "Counted", Count: n, Columns: []Column{{"No", Text}, {"Odd", Text}, {"At", Time}, {"Paid", Money}}}
	s.rows = func(yield func([]Cell) bool) {
		for i := range n {
			odd := blank
			if i%2 == 1 {
				odd = text("a<b & _x0041_")
			}
			if !yield([]Cell{text("N" + strconv.Itoa(i)), odd, num(float64(opening) + float64(i)), num(float64(i) / 4)}) {
				return
			}
		}
	}
	if framed {
		s.Title, s.total = "All of them", []Cell{text("Total"), blank, blank, num(float64(n))}
	}
	return s
}

// Rows stand where they belong wherever a block ends, and every cell is read
// as it was made.
func TestXLSXOfEveryLength(t *testing.T) {
	for _, n := range []int{0, 1, splice.BlockRows - 1, splice.BlockRows, splice.BlockRows + 1, 2*splice.BlockRows + 5} {
		for _, framed := range []bool{false, true} {
			s := counted(n, framed)
			path := filepath.Join(t.TempDir(), "counted.xlsx")
			if err := s.WriteXLSX(context.Background(), path); err != nil {
				t.Fatal(err)
			}
			f, err := excelize.OpenFile(path, excelize.Options{RawCellValue: true})
			if err != nil {
				t.Fatal(err)
			}
			got, err := f.GetRows(s.Name)
			size, sizeErr := f.GetSheetDimension(s.Name)
			f.Close()
			if err != nil || sizeErr != nil {
				t.Fatal(err, sizeErr)
			}
			last := n + 1
			if framed {
				last += 2
				if got[0][0] != s.Title || got[len(got)-1][0] != "Total" || got[len(got)-1][3] != strconv.Itoa(n) {
					t.Errorf("%d rows: first %q, last %q", n, got[0], got[len(got)-1])
				}
			}
			if want := "A1:D" + strconv.Itoa(last); len(got) != last || size != want {
				t.Fatalf("%d rows: %d lines of %s, want %s", n, len(got), size, want)
			}
			i := 0
			for want := range s.Rows() {
				row := got[s.above()+i]
				at, err := strconv.ParseFloat(row[2], 64)
				if err != nil || row[0] != want[0].Text || row[1] != want[1].Text || math.Abs((at-epochSerial)*daySeconds-want[2].Num) > 1e-3 || row[3] != strconv.FormatFloat(want[3].Num, 'f', -1, 64) {
					t.Fatalf("row %d of %d is %q, want %v", i, n, row, want)
				}
				i++
			}
		}
	}
}

func TestXLSXIsTheSameTwice(t *testing.T) {
	var files [2][]byte
	for i := range files {
		path := filepath.Join(t.TempDir(), "counted.xlsx")
		if err := counted(20000, true).WriteXLSX(context.Background(), path); err != nil {
			t.Fatal(err)
		}
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		files[i] = b
	}
	if !bytes.Equal(files[0], files[1]) {
		t.Error("the same sheet gives two different files")
	}
}

// More rows than Excel has, and a change of mind, leave no file behind.
func TestXLSXNotWritten(t *testing.T) {
	path := filepath.Join(t.TempDir(), "counted.xlsx")
	if err := counted(excelize.TotalRows, false).WriteXLSX(context.Background(), path); !fault.Is(err, "sample.write") || !errors.Is(err, excelize.ErrMaxRows) {
		t.Errorf("too many rows: %v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := counted(20000, false).WriteXLSX(ctx, path); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	if left, err := os.ReadDir(filepath.Dir(path)); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}
