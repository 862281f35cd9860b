package sheet

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// dump writes a grid as sheet row → cells, numbers in shortest form.
func dump(g *Grid) map[int][]string {
	out := map[int][]string{}
	for r, no := range g.RowNo {
		row := make([]string, len(g.Cols))
		for c := range g.Cols {
			row[c] = cellText(g, c, r)
		}
		out[int(no)] = row
	}
	return out
}

func cellText(g *Grid, c, r int) string {
	k := &g.Cols[c]
	if k.Text != nil && k.Text[r] != 0 {
		return g.Strings.At(k.Text[r])
	}
	if k.Num != nil && k.Num[r] == k.Num[r] {
		return strconv.FormatFloat(k.Num[r], 'g', -1, 64)
	}
	return ""
}

func formAt(g *Grid, c, r int) Form {
	if k := &g.Cols[c]; k.Form != nil {
		return k.Form[r]
	}
	return g.Cols[c].AllForm
}

// openBytes opens a workbook that stands in memory.
func openBytes(b []byte, o Options) (*Book, error) {
	ctx := context.Background()
	src, err := newSource("memory", bytes.NewReader(b), int64(len(b)), o)
	if err != nil {
		return nil, openFault("memory", err)
	}
	return openBook(ctx, src)
}

// sameAsExcelize compares every cell of every sheet with excelize's raw values.
func sameAsExcelize(tb testing.TB, data []byte) {
	tb.Helper()
	ref, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		tb.Fatal(err)
	}
	defer ref.Close()
	b, err := openBytes(data, Options{})
	if err != nil {
		tb.Fatal(err)
	}
	for i, info := range b.Sheets {
		g, err := b.Read(context.Background(), i, 0)
		if err != nil {
			tb.Fatal(err)
		}
		rows, err := ref.GetRows(info.Name, excelize.Options{RawCellValue: true})
		if err != nil {
			tb.Fatal(err)
		}
		if d := diffRaw(g, rows); d != "" {
			tb.Errorf("sheet %s: %s", info.Name, d)
		}
		if x, ok := b.reader.(*xlsxFile); ok {
			if _, err := x.readWith(context.Background(), i, 0, x.fast); err != nil {
				tb.Errorf("sheet %s is not for the fast path: %v", info.Name, err)
			}
		}
	}
}

// diffRaw says where a grid differs from excelize's rows; "" where it does not.
func diffRaw(g *Grid, rows [][]string) string {
	got := dump(g)
	for r, want := range rows {
		have := got[r+1]
		for c := 0; c < max(len(want), len(have)); c++ {
			w, h := "", ""
			if c < len(want) {
				w = want[c]
			}
			if c < len(have) {
				h = have[c]
			}
			if !sameCell(h, w) {
				return fmt.Sprintf("row %d column %d: got %q, excelize %q", r+1, c+1, h, w)
			}
		}
		delete(got, r+1)
	}
	for r := range got {
		return fmt.Sprintf("row %d: excelize has none: %q", r, got[r])
	}
	return ""
}

func sameCell(a, b string) bool {
	if a == b {
		return true
	}
	x, err1 := strconv.ParseFloat(a, 64)
	y, err2 := strconv.ParseFloat(b, 64)
	if err1 == nil && err2 == nil {
		return x == y || math.IsNaN(x) && math.IsNaN(y)
	}
	// excelize spells truth out.
	t := map[string]string{"1": "TRUE", "0": "FALSE"}
	return t[a] == b
}

// rezip writes a package anew, with the parts that edit returns; nil drops one.
func rezip(tb testing.TB, data []byte, edit func(name string, b []byte) []byte) []byte {
	tb.Helper()
	zr, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		tb.Fatal(err)
	}
	var out bytes.Buffer
	zw := zip.NewWriter(&out)
	for _, f := range zr.File {
		r, err := f.Open()
		if err != nil {
			tb.Fatal(err)
		}
		var b bytes.Buffer
		if _, err := b.ReadFrom(r); err != nil {
			tb.Fatal(err)
		}
		part := edit(f.Name, b.Bytes())
		if part == nil {
			continue
		}
		w, err := zw.Create(strings.TrimPrefix(f.Name, "/"))
		if err != nil {
			tb.Fatal(err)
		}
		if _, err := w.Write(part); err != nil {
			tb.Fatal(err)
		}
	}
	if err := zw.Close(); err != nil {
		tb.Fatal(err)
	}
	return out.Bytes()
}

// zipOf makes an archive of the given files.
func zipOf(tb testing.TB, files map[string]string) []byte {
	tb.Helper()
	var out bytes.Buffer
	zw := zip.NewWriter(&out)
	for name, content := range files {
		w, err := zw.Create(name)
		if err != nil {
			tb.Fatal(err)
		}
		if _, err := w.Write([]byte(content)); err != nil {
			tb.Fatal(err)
		}
	}
	if err := zw.Close(); err != nil {
		tb.Fatal(err)
	}
	return out.Bytes()
}
