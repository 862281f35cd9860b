package ingest

import (
	"archive/zip"
	"fmt"
	"html"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tallyboard/internal/fault"
)

// page is one sheet of a test workbook, lines of comma-separated cells.
type page struct {
	name, cells string
	hidden      bool
}

// workbook writes a small xlsx file with inline strings.
func workbook(t *testing.T, name string, pages ...page) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	z := zip.NewWriter(f)
	add := func(name, content string) {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(`<?xml version="1.0" encoding="UTF-8"?>` + content)); err != nil {
			t.Fatal(err)
		}
	}
	const rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	types, sheets, rels := "", "", ""
	for i, p := range pages {
		state := ""
		if p.hidden {
			state = ` state="hidden"`
		}
		types += fmt.Sprintf(`<Override PartName="/xl/worksheets/sheet%d.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`, i+1)
		sheets += fmt.Sprintf(`<sheet name="%s" sheetId="%d"%s r:id="rId%d"/>`, p.name, i+1, state, i+1)
		rels += fmt.Sprintf(`<Relationship Id="rId%d" Type="%s/worksheet" Target="worksheets/sheet%d.xml"/>`, i+1, rel, i+1)
		var rows strings.Builder
		for r, line := range strings.Split(strings.TrimSuffix(p.cells, "\n"), "\n") {
			fmt.Fprintf(&rows, `<row r="%d">`, r+1)
			for c, s := range strings.Split(line, ",") {
				if _, ok := plainNumber(s); ok {
					fmt.Fprintf(&rows, `<c r="%s%d"><v>%s</v></c>`, letter(c), r+1, s)
				} else if s != "" {
					fmt.Fprintf(&rows, `<c r="%s%d" t="inlineStr"><is><t>%s</t></is></c>`, letter(c), r+1, html.EscapeString(s))
				}
			}
			rows.WriteString(`</row>`)
		}
		add(fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1), `<worksheet xmlns="`+main+`"><sheetData>`+rows.String()+`</sheetData></worksheet>`)
	}
	add("[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>`+types+`</Types>`)
	add("_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="`+rel+`/officeDocument" Target="xl/workbook.xml"/></Relationships>`)
	add("xl/workbook.xml", `<workbook xmlns="`+main+`" xmlns:r="`+rel+`"><sheets>`+sheets+`</sheets></workbook>`)
	add("xl/_rels/workbook.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`+rels+`</Relationships>`)
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

func monthly(t *testing.T) string {
	return workbook(t, "来电.xlsx",
		page{name: "说明", cells: "本表由客服部维护\n有问题请找小王"},
		page{name: "1月", cells: "客服,来电时间,来电类型\n小王,2024/1/1 9:00,售前\n小李,2024/1/2 9:00,售后"},
		page{name: "2月", cells: "来电时间,客服,来电类型\n2024/2/1 9:00,小王,售前\n2024/2/2 9:00,小李,售后\n2024/2/3 9:00,小李,售后"},
		page{name: "旧数据", cells: "客服,来电时间,来电类型\n小王,2023/1/1 9:00,售前", hidden: true},
		page{name: "类型", cells: "一级,二级\n售前,价格\n售后,退款"})
}

func TestSheetThatLooksLikeALog(t *testing.T) {
	l := openOne(t, Options{}, monthly(t))
	f := l.Files[0]
	if f.Sheet != "2月" || l.Table.Rows != 3 || strings.Join(f.Alike, ",") != "1月" || len(f.Sheets) != 5 {
		t.Errorf("sheet %q, %d rows, alike %v", f.Sheet, l.Table.Rows, f.Alike)
	}
}

func TestSheetsOfOneLayout(t *testing.T) {
	l := openOne(t, Options{AllSheets: true}, monthly(t))
	if len(l.Files) != 2 || l.Table.Rows != 5 {
		t.Errorf("%d sheets, %d rows", len(l.Files), l.Table.Rows)
	}
	for i := range l.Table.Rows {
		if p := l.Table.Origin.At(i); l.Table.Sources[p.Source].Sheet == "1月" && p.Row == 3 && cell(l.Table.Column("来电时间"), i) != "2024-01-02 9:00:00" {
			t.Errorf("row %d is said to stand in row 3 of 1月", i)
		}
	}
}

func TestNamedSheet(t *testing.T) {
	path := monthly(t)
	l := openOne(t, Options{Sheet: " 旧数据"}, path)
	if l.Table.Rows != 1 || l.Files[0].Sheet != "旧数据" {
		t.Errorf("%d rows of %q", l.Table.Rows, l.Files[0].Sheet)
	}
	_, failures, err := Open(t.Context(), []string{path}, Options{Sheet: "3月"})
	if err != nil || len(failures) != 1 || !fault.Is(failures[0].Err, "ingest.nosheet") {
		t.Errorf("%v, %v", failures, err)
	}
}

func TestPreviewReadsTheTop(t *testing.T) {
	var lines strings.Builder
	lines.WriteString("客服,数量\n")
	for i := range 3000 {
		fmt.Fprintf(&lines, "小王,%d\n", i)
	}
	l := openOne(t, Options{Preview: 100}, csvFile(t, "a.csv", lines.String()))
	if l.Table.Rows == 0 || l.Table.Rows > 100 {
		t.Errorf("%d rows", l.Table.Rows)
	}
}

func TestProgressEndsAtTheWhole(t *testing.T) {
	var last, all int64
	path := monthly(t)
	openOne(t, Options{Progress: func(done, total int64) { last, all = max(last, done), total }}, path)
	if last == 0 || last > all {
		t.Errorf("%d of %d", last, all)
	}
}
