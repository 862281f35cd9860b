package sample

import (
	"context"
	"errors"
	"hash/fnv"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"tallyboard/internal/fault"
	"tallyboard/internal/lang"
	"tallyboard/internal/logkind"
)

// digest is a fingerprint of every cell of a shop.
func digest(t *testing.T, s *Shop) uint64 {
	h := fnv.New64a()
	for _, sheet := range s.Sheets {
		err := sheet.lines(context.Background(), func(line []string) error {
			_, err := h.Write([]byte(strings.Join(line, "\x1f") + "\n"))
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return h.Sum64()
}

func TestSameSeedSameCells(t *testing.T) {
	for _, l := range lang.All {
		a, b := Small(l), Small(l)
		first := digest(t, a)
		if again := digest(t, a); again != first {
			t.Errorf("%s: reading the rows twice gives other rows", l)
		}
		if digest(t, b) != first {
			t.Errorf("%s: the same seed gives another shop", l)
		}
		if digest(t, Generate(SmallSeed+1, SmallRows, l)) == first {
			t.Errorf("%s: another seed gives the same shop", l)
		}
	}
}

// Both languages are the same shop: every number stands in the same cell.
func TestLanguagesAreTheSameShop(t *testing.T) {
	zh, en := Small(lang.ZH), Small(lang.EN)
	for i, sheet := range zh.Sheets {
		a, b := logOf(t, zh, sheet.Kind).rows, logOf(t, en, en.Sheets[i].Kind).rows
		if len(a) != len(b) || len(sheet.Columns) != len(en.Sheets[i].Columns) {
			t.Fatalf("%s: %d rows and %d", sheet.Kind, len(a), len(b))
		}
		for r := range a {
			for c := range a[r] {
				if a[r][c].Blank() != b[r][c].Blank() || (!math.IsNaN(a[r][c].Num) && a[r][c].Num != b[r][c].Num) {
					t.Fatalf("%s row %d %s: %v and %v", sheet.Kind, r, sheet.Columns[c].Header, a[r][c], b[r][c])
				}
				if strings.ContainsFunc(b[r][c].Text, func(r rune) bool { return r >= 0x4e00 && r < 0xa000 }) {
					t.Fatalf("%s row %d: Chinese in the English sheet: %q", sheet.Kind, r, b[r][c].Text)
				}
			}
		}
	}
}

func TestRowsAskedForAreMade(t *testing.T) {
	for _, rows := range []int{1, 40, 500, SmallRows, 12345, 30000} {
		s := Generate(5, rows, lang.ZH)
		l := logOf(t, s, logkind.Inbound)
		if len(l.rows) != rows || s.Sheet(logkind.Inbound).Count != rows || len(l.header) != 16 {
			t.Errorf("%d rows of %d columns for %d", len(l.rows), len(l.header), rows)
		}
		for _, sheet := range s.Sheets {
			if n := len(logOf(t, s, sheet.Kind).rows); n != sheet.Count {
				t.Errorf("rows %d: %s says %d and has %d", rows, sheet.Kind, sheet.Count, n)
			}
		}
	}
}

func TestSmallSetIsSmall(t *testing.T) {
	s := Small(lang.ZH)
	for kind, want := range map[logkind.Kind][2]int{
		logkind.Inbound: {3000, 3000}, logkind.Chat: {2450, 2600}, logkind.Order: {2000, 2030}, logkind.Outbound: {300, 900},
		logkind.Review: {60, 140}, logkind.Approval: {90, 250}, logkind.Daily: {440, 490}, logkind.Quality: {140, 280}, logkind.Training: {48, 120},
	} {
		if n := s.Sheet(kind).Count; n < want[0] || n > want[1] {
			t.Errorf("%s has %d rows, wanted %v", kind, n, want)
		}
	}
}

// A workbook holds what the sheet says: dates as dates, ids as text, the
// title over the header, the totals under the rows.
func TestWriteXLSX(t *testing.T) {
	dir := t.TempDir()
	s := Small(lang.ZH)
	paths, err := s.Write(context.Background(), dir)
	if err != nil || len(paths) != len(s.Sheets) {
		t.Fatalf("%v, %v", paths, err)
	}
	for i, path := range paths {
		sheet := s.Sheets[i]
		f, err := excelize.OpenFile(path, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		got, err := f.GetRows(sheet.Name)
		f.Close()
		if err != nil {
			t.Fatal(err)
		}
		if sheet.Title != "" {
			if got[0][0] != sheet.Title {
				t.Errorf("%s: title %q", path, got[0])
			}
			got = got[1:]
		}
		for c, col := range sheet.Columns {
			if got[0][c] != col.Header {
				t.Errorf("%s: header %q for %q", path, got[0][c], col.Header)
			}
		}
		body := got[1:]
		if sheet.Total() != nil {
			if last := body[len(body)-1]; last[0] != "合计" {
				t.Errorf("%s: last row %q", path, last)
			}
			body = body[:len(body)-1]
		}
		if len(body) != sheet.Count {
			t.Errorf("%s: %d rows, wanted %d", path, len(body), sheet.Count)
		}
	}
	f, err := excelize.OpenFile(filepath.Join(dir, "订单表.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	id, _ := f.GetCellValue("订单表", "A2")
	created, _ := f.GetCellValue("订单表", "H2")
	if len(id) != 18 || len(created) != len("2026-09-21 08:01:23") || !strings.HasPrefix(created, "2026-09-2") {
		t.Errorf("first order %q of %q", id, created)
	}
}

func TestWriteCSV(t *testing.T) {
	dir := t.TempDir()
	paths, err := Small(lang.EN).WriteCSV(context.Background(), dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range paths {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasPrefix(string(b), "\ufeff") {
			t.Errorf("%s: no byte order mark", path)
		}
	}
	b, err := os.ReadFile(filepath.Join(dir, "Agent daily.csv"))
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(string(b)), "\n")
	if !strings.HasPrefix(lines[1], "2026-09-21,") || !strings.Contains(lines[1], "%") || !strings.HasPrefix(lines[len(lines)-1], "Total,,") {
		t.Errorf("daily: %q … %q", lines[1], lines[len(lines)-1])
	}
}

// What cannot be written leaves the old file and no rubbish behind.
func TestWriteFailsWhole(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "not a folder")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := Small(lang.ZH).Write(context.Background(), file); !fault.Is(err, "sample.folder") {
		t.Errorf("a file for a folder: %v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Generate(1, 10000, lang.ZH).WriteCSV(ctx, dir); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	left, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	if slices.ContainsFunc(left, func(e os.DirEntry) bool { return strings.HasSuffix(e.Name(), ".tmp") }) {
		t.Errorf("left behind: %v", left)
	}
}

func BenchmarkInboundRows(b *testing.B) {
	for b.Loop() {
		n := 0
		for range Generate(1, 100_000, lang.ZH).Sheet(logkind.Inbound).Rows() {
			n++
		}
		if n != 100_000 {
			b.Fatal(n)
		}
	}
}
