package ingest

import (
	"fmt"
	"strings"
	"testing"

	"tallyboard/internal/logkind"
	"tallyboard/internal/sheet"
)

const twoTitles = "甲店,乙店,丙店,丁店\n填表,小王,三月,\n姓名,件数,备注,区\n小李,3,x,东\n小张,4,y,西\n小赵,5,z,东\n"

func TestPlaceOfTheTable(t *testing.T) {
	for _, c := range []struct {
		name   string
		choice FileOptions
		uses   string
		names  []string
		area   sheet.Range
		rows   int
	}{
		{"header of the third row", FileOptions{Header: 3}, "above above header data data data", []string{"姓名", "件数", "备注", "区"}, sheet.Range{Row1: 3, Col1: 1, Row2: 6, Col2: 4}, 3},
		{"two rows of header", FileOptions{Header: 3, HeaderRows: 2}, "above header header data data data", []string{"填表·姓名", "小王·件数", "三月·备注", "区"}, sheet.Range{Row1: 2, Col1: 1, Row2: 6, Col2: 4}, 3},
		{"from the third row and second column", FileOptions{Header: 3, Area: sheet.Range{Row1: 3, Col1: 2}}, "other other header data data data", []string{"", "件数", "备注", "区"}, sheet.Range{Row1: 3, Col1: 2, Row2: 6, Col2: 4}, 3},
		{"up to the fifth row and third column", FileOptions{Header: 3, HeaderRows: 1, Area: sheet.Range{Row2: 5, Col2: 3}}, "above above header data data other", []string{"姓名", "件数", "备注", ""}, sheet.Range{Row1: 3, Col1: 1, Row2: 5, Col2: 3}, 2},
		{"no header", FileOptions{Header: -1, Area: sheet.Range{Row1: 4}}, "other other other data data data", []string{"A", "B", "C", "D"}, sheet.Range{Row1: 4, Col1: 1, Row2: 6, Col2: 4}, 3},
		{"a header outside the area is found anew", FileOptions{Header: 1, Area: sheet.Range{Row1: 3}}, "other other header data data data", []string{"姓名", "件数", "备注", "区"}, sheet.Range{Row1: 3, Col1: 1, Row2: 6, Col2: 4}, 3},
	} {
		path := csvFile(t, "a.csv", twoTitles)
		o := Options{PerFile: map[string]FileOptions{path: c.choice}}
		p, err := PeekAt(t.Context(), path, o, 100)
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		if uses(p) != c.uses || p.Area != c.area {
			t.Errorf("%s: uses %s, area %+v", c.name, uses(p), p.Area)
		}
		for i := range p.Names { // names of merged groups and single columns are not the matter here
			if (p.Names[i] == "") != (c.names[i] == "") || !strings.HasSuffix(p.Names[i], c.names[i][strings.LastIndex(c.names[i], "·")+1:]) {
				t.Errorf("%s: names %q, want %q", c.name, p.Names, c.names)
				break
			}
		}
		whole := openOne(t, o, path)
		if p.Log.Table.Rows != c.rows || whole.Table.Rows != c.rows || len(whole.Table.Cols) != c.area.Col2-c.area.Col1+1 {
			t.Errorf("%s: %d rows in the preview, %d read, want %d", c.name, p.Log.Table.Rows, whole.Table.Rows, c.rows)
		}
		if out := strings.Count(c.uses, "other"); whole.Files[0].LeftOut.Outside != out || whole.Left.Counts[WarnOutside] != out {
			t.Errorf("%s: %+v left out, want %d outside", c.name, whole.Files[0].LeftOut, out)
		}
	}
	if _, err := PeekAt(t.Context(), csvFile(t, "b.csv", twoTitles), Options{Area: sheet.Range{Row1: 90}}, 100); err == nil {
		t.Error("an area below the sheet is no error")
	}
}

// A table is put where that of last week's file was put, and only there where
// the same headers stand; "as it is found" undoes it.
func TestPlaceIsRemembered(t *testing.T) {
	first := csvFile(t, "week1.csv", twoTitles)
	choice := FileOptions{Header: 3, HeaderRows: 1, Area: sheet.Range{Col1: 2}}
	l := openOne(t, Options{PerFile: map[string]FileOptions{first: choice}}, first)
	var headers []string
	for _, c := range l.Columns {
		headers = append(headers, c.Name)
	}
	kept := layouts{headers, Layout{Kind: logkind.Chat, Place: PlaceOf(first, l.Files[0].Choice)}}

	next := csvFile(t, "week2.csv", strings.ReplaceAll(twoTitles, "小李,3,x", "小陈,30,w"))
	again := openOne(t, Options{Layouts: kept}, next)
	if f := again.Files[0]; !f.Placed || f.HeaderRow != 3 || f.Choice != choice || len(again.Table.Cols) != 3 || again.Kind != logkind.Chat {
		t.Errorf("the next file: %+v, %d columns", f, len(again.Table.Cols))
	}
	found := openOne(t, Options{Layouts: kept, PerFile: map[string]FileOptions{next: {}}}, next)
	if f := found.Files[0]; f.Placed || len(found.Table.Cols) != 4 {
		t.Errorf("as it is found: %+v", f)
	}
	other := openOne(t, Options{Layouts: kept}, csvFile(t, "week3.csv", strings.ReplaceAll(twoTitles, "件数", "分数")))
	if other.Files[0].Placed {
		t.Error("another header was read by the place of this one")
	}
}

func TestPlaceWithoutHeaderGoesByTheFilesName(t *testing.T) {
	kept := layouts{[]string{"a", "b"}, Layout{Place: PlaceOf("/x/外呼 3月.csv", FileOptions{Header: -1})}}
	for name, want := range map[string]bool{"外呼 4月.csv": true, "订单 4月.csv": false} {
		l := openOne(t, Options{Layouts: kept}, csvFile(t, name, "小王,x\n小李,y\n"))
		if l.Files[0].Placed != want {
			t.Errorf("%s: placed %v", name, l.Files[0].Placed)
		}
	}
}

func TestRenamedColumns(t *testing.T) {
	kept := layouts{[]string{"日期", "一级分类", "客服", "时长"}, Layout{Kind: logkind.Inbound, Roles: logkind.Roles{logkind.Type1: "一级分类", logkind.Agent: "客服"}}}
	for _, c := range []struct {
		header, renamed, added, missing string
		role                            logkind.Role
		plays                           string
	}{
		{"日期,一级类型,客服,时长", "[{一级分类 一级类型}]", "[]", "[]", logkind.Type1, "一级类型"},
		{"日期,一级分类,坐席,时长", "[{客服 坐席}]", "[]", "[]", logkind.Agent, "坐席"},
		{"日期,一级类型,坐席,时长,满意度", "[{一级分类 一级类型} {客服 坐席}]", "[满意度]", "[]", logkind.Agent, "坐席"},
		{"日期,一级分类,客服,时长,满意度", "[]", "[满意度]", "[]", logkind.Agent, "客服"},
		{"日期,一级分类,客服,金额", "[]", "[金额]", "[时长]", logkind.Agent, "客服"},
	} {
		more := strings.Repeat(",5", strings.Count(c.header, ",")-3)
		l := openOne(t, Options{Layouts: kept}, csvFile(t, "a.csv", c.header+strings.Repeat("\n2026-03-01,咨询,小王,3"+more+"\n2026-03-02,投诉,小李,4"+more, 3)+"\n"))
		if l.Changed == nil {
			t.Errorf("%s: nothing has changed", c.header)
			continue
		}
		got := fmt.Sprint(l.Changed.Renamed, l.Changed.Added, l.Changed.Missing)
		if want := c.renamed + " " + c.added + " " + c.missing; got != want {
			t.Errorf("%s: %s, want %s", c.header, got, want)
		}
		if l.Roles[c.role] != c.plays {
			t.Errorf("%s: %s is played by %q, want %q", c.header, c.role, l.Roles[c.role], c.plays)
		}
	}
}

// Sheets of one layout that a person reads together are read together next
// month, though they are called otherwise; a sheet that was chosen is chosen again.
func TestSheetsAreRemembered(t *testing.T) {
	next := func(names ...string) string {
		var pages []page
		for i, name := range names {
			pages = append(pages, page{name: name, cells: fmt.Sprintf("客服,来电时间,来电类型\n小王,2024/%d/1 9:00,售前\n小李,2024/%d/2 9:00,售后", i+3, i+3)})
		}
		return workbook(t, "下月.xlsx", append(pages, page{name: "类型", cells: "一级,二级\n售前,价格\n售后,退款"})...)
	}
	headers := []string{"客服", "来电时间", "来电类型"}
	together := openOne(t, Options{AllSheets: true, Sheet: "2月"}, monthly(t))
	kept := layouts{headers, Layout{Place: PlaceOf("来电.xlsx", together.Files[0].Choice)}}
	if l := openOne(t, Options{Layouts: kept}, next("3月", "4月", "5月")); len(l.Files) != 3 || l.Table.Rows != 6 {
		t.Errorf("%d sheets, %d rows are read together", len(l.Files), l.Table.Rows)
	}
	kept.layout.Place = PlaceOf("来电.xlsx", FileOptions{Sheet: "备用"})
	for name, want := range map[string]string{"备用": "备用", "别的": "3月"} {
		if l := openOne(t, Options{Layouts: kept}, next("3月", name)); l.Files[0].Sheet != want || l.Files[0].Placed != (want == "备用") {
			t.Errorf("with a sheet %s, %s was taken", name, l.Files[0].Sheet)
		}
	}
	if l := openOne(t, Options{Layouts: kept}, csvFile(t, "a.csv", "客服,来电时间,来电类型\n小王,2024/3/1 9:00,售前\n")); l.Files[0].Placed {
		t.Error("a file without sheets says that its sheet was remembered")
	}
}
