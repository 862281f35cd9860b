package workbook

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"tallyboard/internal/chart"
	"tallyboard/internal/document"
	"tallyboard/internal/golden"
	"tallyboard/internal/lang"
	"tallyboard/internal/logkind"
	"tallyboard/internal/render/rendertest"
)

// written makes a workbook and opens it again.
func written(t testing.TB, doc *document.Document, most int, logs ...*logkind.Log) *excelize.File {
	t.Helper()
	b := newBook(doc)
	defer b.f.Close()
	if most > 0 {
		b.most = most
	}
	if err := b.write(context.Background(), logs); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := b.save(context.Background(), &out); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&out)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// dump is the cells of a workbook as text: raw value, type, and how it shows.
func dump(t testing.TB, f *excelize.File) string {
	t.Helper()
	var b strings.Builder
	for _, s := range f.GetSheetList() {
		fmt.Fprintf(&b, "sheet %s\n", s)
		rows, err := f.GetRows(s, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		for i, row := range rows {
			for j, raw := range row {
				if raw == "" {
					continue
				}
				c := cell(j+1, i+1)
				typ, err := f.GetCellType(s, c)
				if err != nil {
					t.Fatal(err)
				}
				kind := map[excelize.CellType]string{excelize.CellTypeSharedString: "text", excelize.CellTypeInlineString: "text"}[typ]
				if kind == "" {
					kind = "number"
				}
				fmt.Fprintf(&b, "%s %s %s", c, kind, strconv.Quote(raw))
				if formula, _ := f.GetCellFormula(s, c); formula != "" {
					fmt.Fprintf(&b, " = %s", formula)
				}
				if shown, _ := f.GetCellValue(s, c); shown != raw {
					fmt.Fprintf(&b, " shows %s", strconv.Quote(shown))
				}
				b.WriteByte('\n')
			}
		}
	}
	return b.String()
}

func TestCellsAreAsBefore(t *testing.T) {
	for _, l := range lang.All {
		got := dump(t, written(t, rendertest.Report(l), 0, rendertest.Log(12)))
		golden.Check(t, filepath.Join("testdata", "report-"+string(l)+".txt"), got)
	}
}

func TestTextIsNeverAFormula(t *testing.T) {
	f := written(t, rendertest.Report(lang.ZH), 0, rendertest.Log(12))
	for _, s := range f.GetSheetList() {
		rows, err := f.GetRows(s, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		for i, row := range rows {
			for j, raw := range row {
				if raw == "" || !strings.ContainsRune("=+-@", rune(raw[0])) {
					continue
				}
				if _, err := strconv.ParseFloat(raw, 64); err == nil && raw[0] == '-' {
					continue
				}
				if formula, _ := f.GetCellFormula(s, cell(j+1, i+1)); formula != "" {
					t.Errorf("%s %s: %q became the formula %q", s, cell(j+1, i+1), raw, formula)
				}
			}
		}
	}
}

func TestDataSheet(t *testing.T) {
	f := written(t, rendertest.Report(lang.ZH), 0, rendertest.Log(12))
	const s = "来电表 2026-10"
	for _, c := range []struct{ cell, raw, shown string }{
		{"A1", "订单编号", "订单编号"},
		{"A3", "210000000000000001", "210000000000000001"}, // an id keeps its digits
		{"B2", "46328", "2026-11-02 00:00:00"},
		{"D3", "0.00042824074074074075", "0:00:37"},
		{"E3", "0.13", "0.13"},
		{"E4", "", ""}, // missing
		{"H2", "=1+1", "=1+1"},
		{"H6", `<b>&"x"</b>`, `<b>&"x"</b>`},
	} {
		raw, err := f.GetCellValue(s, c.cell, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		shown, _ := f.GetCellValue(s, c.cell)
		if raw != c.raw || shown != c.shown {
			t.Errorf("%s: %q shown %q, want %q shown %q", c.cell, raw, shown, c.raw, c.shown)
		}
	}
	if typ, _ := f.GetCellType(s, "A3"); typ == excelize.CellTypeNumber || typ == excelize.CellTypeUnset {
		t.Error("an id is a number")
	}
	if p, err := f.GetPanes(s); err != nil || !p.Freeze || p.YSplit != 1 {
		t.Errorf("the header is not frozen: %+v %v", p, err)
	}
	tables, err := f.GetTables(s)
	if err != nil || len(tables) != 1 || tables[0].Range != "A1:H13" {
		t.Errorf("tables %+v %v", tables, err)
	}
	titles := false
	for _, n := range f.GetDefinedName() {
		titles = titles || n.Name == "_xlnm.Print_Titles" && n.Scope == s && strings.HasSuffix(n.RefersTo, "!$1:$1")
	}
	if !titles {
		t.Error("the header is not repeated on paper")
	}
}

func TestOnlyTableRepeatsItsHeaderOnPaper(t *testing.T) {
	f := written(t, rendertest.Report(lang.ZH), 0)
	got := map[string]string{}
	for _, n := range f.GetDefinedName() {
		if n.Name == "_xlnm.Print_Titles" {
			got[n.Scope] = n.RefersTo
		}
	}
	if rows := got["要回访的客户"]; rows != "'要回访的客户'!$8:$8" {
		t.Errorf("the list repeats %q", rows)
	}
	if v, _ := f.GetCellValue("要回访的客户", "B8"); v != "完成" {
		t.Errorf("row 8 is not the header: %q", v)
	}
}

func TestLongLogGoesOnOnAnotherSheet(t *testing.T) {
	f := written(t, rendertest.Report(lang.EN), 10, rendertest.Log(25))
	for i, want := range map[string]int{"来电表 2026-10": 11, "来电表 2026-10 (2)": 11, "来电表 2026-10 (3)": 6} {
		rows, err := f.GetRows(i)
		if err != nil || len(rows) != want || rows[0][0] != "订单编号" {
			t.Errorf("%s: %d rows, want %d with a header; %v", i, len(rows), want, err)
		}
	}
}

var reference = regexp.MustCompile(`<c:f>([^<]+)</c:f>|<f>([^<]+)</f>`)

// Every series of every chart leads to cells that hold numbers, and names and
// categories to cells that hold words.
func TestChartsReferToCellsWithNumbers(t *testing.T) {
	for _, doc := range []*document.Document{rendertest.Report(lang.ZH), rendertest.Charts(lang.EN)} {
		f := written(t, doc, 0)
		charts, found := 0, 0
		f.Pkg.Range(func(name, content any) bool {
			if !strings.HasPrefix(name.(string), "xl/charts/chart") {
				return true
			}
			charts++
			for _, m := range reference.FindAllStringSubmatch(string(content.([]byte)), -1) {
				ref := strings.NewReplacer("&#39;", "'", "&apos;", "'", "$", "").Replace(m[1] + m[2])
				sheet, area, _ := strings.Cut(ref, "!")
				from, to, many := strings.Cut(area, ":")
				if !many {
					to = from
				}
				filled := 0
				x1, y1, _ := excelize.CellNameToCoordinates(from)
				x2, y2, err := excelize.CellNameToCoordinates(to)
				if err != nil {
					t.Fatalf("%s: reference %q: %v", name, ref, err)
				}
				for x := x1; x <= x2; x++ {
					for y := y1; y <= y2; y++ {
						if v, _ := f.GetCellValue(strings.Trim(sheet, "'"), cell(x, y)); v != "" {
							filled++
						}
					}
				}
				found++
				if filled == 0 {
					t.Errorf("%s: %q leads to empty cells", name, ref)
				}
			}
			return true
		})
		if charts < 3 || found < 9 {
			t.Errorf("%s: %d charts with %d references", doc.ID, charts, found)
		}
	}
}

// No cell with content lies under a chart.
// What a person wrote on a chart stands under it, with the place of its mark.
func TestRemarksStandUnderTheChart(t *testing.T) {
	c := &chart.Chart{Kind: chart.Line, Title: "每日", Categories: []string{"11月10日", "11月11日"}, Time: true, Lang: "zh",
		Series: []chart.Series{{Name: "咨询", Values: []float64{3, 9}}, {Name: "投诉", Values: []float64{1, 2}}},
		Notes:  []chart.Note{{Ref: chart.Ref{Series: 1, Category: 1}, Text: "停电一小时"}, {Ref: chart.Ref{Series: -1, Category: 0}, Text: "大促"}}}
	text := dump(t, written(t, &document.Document{Title: "t", Lang: lang.ZH, Blocks: []document.Block{
		&document.Heading{Level: 1, Text: "a", ID: "a"}, &document.Chart{Chart: c}}}, 0))
	for _, want := range []string{"11月11日 · 投诉：停电一小时", "11月10日：大促"} {
		if !strings.Contains(text, want) {
			t.Errorf("the workbook does not say %q:\n%s", want, text)
		}
	}
}

func TestChartsCoverNothing(t *testing.T) {
	anchor := regexp.MustCompile(`(?s)<xdr:from><xdr:col>(\d+)</xdr:col>.*?<xdr:row>(\d+)</xdr:row>.*?</xdr:from><xdr:to><xdr:col>(\d+)</xdr:col>.*?<xdr:row>(\d+)</xdr:row>`)
	for _, doc := range []*document.Document{rendertest.Report(lang.ZH), rendertest.Charts(lang.ZH)} {
		f := written(t, doc, 0)
		found := 0
		for i, s := range f.GetSheetList() {
			rels, _ := f.Pkg.Load(fmt.Sprintf("xl/worksheets/_rels/sheet%d.xml.rels", i+2))
			b, _ := rels.([]byte)
			m := regexp.MustCompile(`drawing\d+\.xml`).Find(b)
			if m == nil {
				continue
			}
			drawing, _ := f.Pkg.Load("xl/drawings/" + string(m))
			boxes := anchor.FindAllStringSubmatch(string(drawing.([]byte)), -1)
			rows, err := f.GetRows(s)
			if err != nil || len(boxes) == 0 {
				t.Fatalf("%s: %d anchors, %v", s, len(boxes), err)
			}
			found += len(boxes)
			for _, box := range boxes {
				n := [4]int{}
				for k := range n {
					n[k], _ = strconv.Atoi(box[k+1])
				}
				for r := n[1]; r <= n[3] && r < len(rows); r++ {
					for c := n[0]; c <= n[2] && c < len(rows[r]); c++ {
						if rows[r][c] != "" {
							t.Errorf("%s: %q in %s lies under a chart", s, rows[r][c], cell(c+1, r+1))
						}
					}
				}
			}
		}
		if found < 4 {
			t.Errorf("%s: only %d charts found", doc.ID, found)
		}
	}
}

func TestTablesDoNotOverlap(t *testing.T) {
	f := written(t, rendertest.Nasty(lang.ZH), 0, rendertest.Log(3))
	names := map[string]bool{}
	for _, s := range f.GetSheetList() {
		tables, err := f.GetTables(s)
		if err != nil {
			t.Fatal(err)
		}
		end := 0
		for _, x := range tables {
			from, to, _ := strings.Cut(x.Range, ":")
			_, y1, _ := excelize.CellNameToCoordinates(from)
			_, y2, _ := excelize.CellNameToCoordinates(to)
			if y1 <= end {
				t.Errorf("%s: table %s begins at row %d, the one before ends at %d", s, x.Name, y1, end)
			}
			end = y2
			if names[strings.ToLower(x.Name)] {
				t.Errorf("table name %s stands twice", x.Name)
			}
			names[strings.ToLower(x.Name)] = true
		}
	}
}

func TestNumberFormats(t *testing.T) {
	for _, c := range rendertest.Formats {
		f := excelize.NewFile()
		id, err := f.NewStyle(&excelize.Style{CustomNumFmt: new(code(c.Format, false))})
		if err != nil {
			t.Fatal(err)
		}
		if !writable(c.Value, c.Format.Kind) {
			t.Errorf("%v is not writable as %v", c.Value, c.Format)
			continue
		}
		f.SetCellFloat("Sheet1", "A1", value(c.Value, c.Format.Kind), -1, 64)
		f.SetCellStyle("Sheet1", "A1", "A1", id)
		if got, _ := f.GetCellValue("Sheet1", "A1"); got != c.Excel {
			t.Errorf("%v as %+v (%s) shows %q, want %q", c.Value, c.Format, code(c.Format, false), got, c.Excel)
		}
		f.Close()
	}
}

func TestUnwritableNumbers(t *testing.T) {
	for _, v := range []float64{math.NaN(), math.Inf(1), math.Inf(-1)} {
		if writable(v, 0) {
			t.Errorf("%v is writable", v)
		}
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := Write(ctx, &bytes.Buffer{}, rendertest.Report(lang.EN), nil); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want the context's error", err)
	}
}

func BenchmarkData(b *testing.B) {
	for _, rows := range []int{1e4, 1e5} {
		log := rendertest.Log(rows)
		b.Run(fmt.Sprintf("rows=%d", rows), func(b *testing.B) {
			for b.Loop() {
				if err := Write(context.Background(), &bytes.Buffer{}, rendertest.Report(lang.ZH), []*logkind.Log{log}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
