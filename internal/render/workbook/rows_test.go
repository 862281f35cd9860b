package workbook

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"tallyboard/internal/document"
	"tallyboard/internal/lang"
	"tallyboard/internal/logkind"
	"tallyboard/internal/render/rendertest"
	"tallyboard/internal/render/workbook/splice"
	"tallyboard/internal/render/workbook/xl"
	"tallyboard/internal/table"
)

// What is written is what a reader finds, whatever the words; no word becomes
// a formula, and the file stays a file.
func FuzzCells(f *testing.F) {
	for _, s := range []string{"=1+1", "+x", "@a", "-5", "_x0041_", "a<b&c", "\x00", "210000000000000001", "\xff", " blank ends ", "\u200b", "🙂", "a\r\nb", "<![CDATA[", "]]>"} {
		f.Add(s, 1.5)
	}
	f.Fuzz(func(t *testing.T, s string, v float64) {
		if s == "" || strings.TrimSpace(s) == "" || !utf8.ValidString(s) || strings.ContainsAny(s, "\r") || len(s) > 2000 {
			return // excelize, which reads here, folds \r\n as XML does
		}
		log := &logkind.Log{Name: s, Table: table.New(table.TextColumn(s, []string{s, "x"}), table.NumColumn("n", table.Number, []float64{v, 2}))}
		x := written(t, &document.Document{Title: s, Lang: lang.EN}, 0, log)
		sheet := ""
		for _, n := range x.GetSheetList() {
			if h, _ := x.GetCellValue(n, "B1"); h == "n" {
				sheet = n
			}
		}
		got, err := x.GetCellValue(sheet, "A2", excelize.Options{RawCellValue: true})
		if want := xl.Tidy(s); err != nil || got != want {
			t.Errorf("%q was read as %q, %v", want, got, err)
		}
		if formula, _ := x.GetCellFormula(sheet, "A2"); formula != "" {
			t.Errorf("%q became the formula %q", s, formula)
		}
		if raw, _ := x.GetCellValue(sheet, "B2", excelize.Options{RawCellValue: true}); writable(v, 0) {
			if back, err := strconv.ParseFloat(raw, 64); err != nil || back != v && math.Abs(back-v) > 1e-14*math.Abs(v) {
				t.Errorf("%v was read as %q", v, raw)
			}
		}
	})
}

// The rows of a sheet of several blocks are all there, in order, each with its
// own id.
func TestBlocksFollowEachOther(t *testing.T) {
	const n = 3*splice.BlockRows + 17
	var b bytes.Buffer
	if err := Write(context.Background(), &b, &document.Document{Title: "T", Lang: lang.ZH}, []*logkind.Log{rendertest.Log(n)}); err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	words := regexp.MustCompile(`<si><t[^>]*>([^<]*)</t></si>`)
	first := regexp.MustCompile(`<row r="(\d+)"><c r="A(\d+)" s="\d+" t="s"><v>(\d+)</v>`)
	var strs, rows [][]string
	for _, file := range z.File {
		r, err := file.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r) // also checks the sum
		if err != nil {
			t.Fatalf("%s: %v", file.Name, err)
		}
		if file.Name == "xl/sharedStrings.xml" {
			strs = words.FindAllStringSubmatch(string(text), -1)
		}
		if found := first.FindAllStringSubmatch(string(text), -1); len(found) > 1000 {
			rows = found
		}
	}
	if len(rows) != n {
		t.Fatalf("%d rows, want %d", len(rows), n)
	}
	for i, r := range rows {
		at := strconv.Itoa(i + 2)
		word, _ := strconv.Atoi(r[3])
		if want := fmt.Sprintf("2100000000%08d", i); r[1] != at || r[2] != at || strs[word][1] != want {
			t.Fatalf("row %d is %s with %s, want %s", i+2, r[1], strs[word][1], want)
		}
	}
}

// Words that no row of a sheet holds are not in the file.
func TestOnlyWordsOfTheRowsAreWritten(t *testing.T) {
	all := table.New(table.TextColumn("客户", []string{"张三", "李四"}))
	log := &logkind.Log{Name: "一店", Table: all.Take([]int{0})}
	f := written(t, &document.Document{Title: "T", Lang: lang.ZH}, 0, log)
	f.Pkg.Range(func(name, content any) bool {
		if strings.Contains(string(content.([]byte)), "李四") {
			t.Errorf("%s holds a customer of other rows", name)
		}
		return true
	})
}

func TestSheetsAreWellFormed(t *testing.T) {
	f := written(t, rendertest.Report(lang.ZH), 0, rendertest.Log(50))
	f.Pkg.Range(func(name, content any) bool {
		d := xml.NewDecoder(strings.NewReader(string(content.([]byte))))
		for {
			if _, err := d.Token(); err == io.EOF {
				return true
			} else if err != nil {
				t.Errorf("%s: %v", name, err)
				return true
			}
		}
	})
}

func TestCancelledWhileRowsAreWritten(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	err := Write(ctx, writerFunc(func(p []byte) (int, error) { cancel(); return len(p), nil }), rendertest.Report(lang.EN), []*logkind.Log{rendertest.Log(60000)})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want the context's error", err)
	}
}

func TestFullDisk(t *testing.T) {
	full := errors.New("no space left")
	left := 100000
	err := Write(context.Background(), writerFunc(func(p []byte) (int, error) {
		if left -= len(p); left < 0 {
			return 0, full
		}
		return len(p), nil
	}), rendertest.Report(lang.EN), []*logkind.Log{rendertest.Log(60000)})
	if !errors.Is(err, full) {
		t.Errorf("got %v, want the writer's error", err)
	}
}

type writerFunc func([]byte) (int, error)

func (f writerFunc) Write(p []byte) (int, error) { return f(p) }
