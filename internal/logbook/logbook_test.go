package logbook

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"tallyboard/internal/fault"
	"tallyboard/internal/lang"
	"tallyboard/internal/logbook/sample"
	"tallyboard/internal/logkind"
)

var now = time.Date(2026, 11, 4, 10, 0, 0, 0, time.UTC)

func written(t *testing.T, o Options) *excelize.File {
	t.Helper()
	if o.Now.IsZero() {
		o.Now = now
	}
	var b bytes.Buffer
	if err := Write(context.Background(), &b, o); err != nil {
		t.Fatal(err)
	}
	if dir := os.Getenv("TALLYBOARD_KEEP"); dir != "" {
		if err := os.WriteFile(filepath.Join(dir, string(o.Kind)+"-"+string(o.Lang)+".xlsx"), b.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	f, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// menus gives the formula of each column's menu, by column name.
func menus(t *testing.T, f *excelize.File, sheet string) map[string]string {
	t.Helper()
	dvs, err := f.GetDataValidations(sheet)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, d := range dvs {
		if d.Type == "list" {
			col, _, _ := excelize.SplitCellName(strings.Split(d.Sqref, ":")[0])
			out[col] = strings.NewReplacer("<formula1>", "", "</formula1>", "", "&amp;", "&", "&#34;", `"`, "&quot;", `"`).Replace(d.Formula1)
		}
	}
	return out
}

func TestEveryKindHasATemplate(t *testing.T) {
	for _, l := range lang.All {
		for _, k := range Kinds() {
			f := written(t, Options{Kind: k, Lang: l})
			s := sample.Small(l).Sheet(k)
			header, err := f.GetRows(s.Name)
			if err != nil || len(header) == 0 || len(header[0]) != len(s.Columns) || header[0][0] != s.Columns[0].Header {
				t.Errorf("%s %s: header %v %v", k, l, header, err)
			}
			if p, _ := f.GetPanes(s.Name); !p.Freeze || p.YSplit != 1 {
				t.Errorf("%s %s: the header is not frozen", k, l)
			}
			if rows, _ := f.GetRows(l.T("logbook.example")); len(rows) < 15 {
				t.Errorf("%s %s: %d rows in the example", k, l, len(rows))
			}
			if k != logkind.Daily && len(menus(t, f, s.Name)) < 2 {
				t.Errorf("%s %s: menus %v", k, l, menus(t, f, s.Name))
			}
		}
	}
}

// choices evaluates a menu as Excel does when a row is typed: what stands in
// the levels before is put into the log, and the cell that names the range is
// found by MATCH.
func choices(t *testing.T, f *excelize.File, log, formula string, typed map[string]string) []string {
	t.Helper()
	for c, v := range typed {
		if err := f.SetCellStr(log, c, v); err != nil {
			t.Fatal(err)
		}
	}
	inner := strings.TrimSuffix(strings.TrimPrefix(formula, "INDIRECT("), ")")
	const scratch = "ZZ1"
	if err := f.SetCellFormula(log, scratch, inner); err != nil {
		t.Fatal(err)
	}
	area, err := f.CalcCellValue(log, scratch)
	if err != nil {
		t.Fatalf("%s with %v: %v", inner, typed, err)
	}
	sheet, area, _ := strings.Cut(strings.ReplaceAll(area, "$", ""), "!")
	from, to, _ := strings.Cut(area, ":")
	x, y1, _ := excelize.CellNameToCoordinates(from)
	_, y2, err := excelize.CellNameToCoordinates(to)
	if err != nil {
		t.Fatalf("%s gives %q", inner, area)
	}
	var out []string
	for y := y1; y <= y2; y++ {
		c, _ := excelize.CoordinatesToCellName(x, y)
		v, _ := f.GetCellValue(sheet, c)
		out = append(out, v)
	}
	return out
}

// nasty is a tree with names that Excel takes for no name of a range, a second
// level that stands under two firsts, and a third that stands under two seconds.
var nasty = [][3]string{
	{"城乡建设", "其他", "“三无”小区、老旧小区"}, {"城乡建设", "安全生产", "a b/c"}, {"农村农业", "其他", "1号文件"},
	{"农村农业", "其他", "=SUM(A1)"}, {"农村农业", "安全生产", "其他"}, {"A1", "R1C1", "TRUE"}, {"城乡建设", "其他", "其他"},
}

func TestCascade(t *testing.T) {
	f := written(t, Options{Kind: logkind.Inbound, Lang: lang.ZH, Tree: nasty})
	const log = "来电表"
	m := menus(t, f, log)
	for _, c := range []struct {
		col   string
		typed map[string]string
		want  string
	}{
		{"K", nil, "城乡建设|农村农业|A1"},
		{"L", map[string]string{"K2": "城乡建设"}, "其他|安全生产"},
		{"L", map[string]string{"K2": "A1"}, "R1C1"},
		{"M", map[string]string{"K2": "城乡建设", "L2": "其他"}, "“三无”小区、老旧小区|其他"},
		{"M", map[string]string{"K2": "农村农业", "L2": "其他"}, "1号文件|=SUM(A1)"},
		{"M", map[string]string{"K2": "农村农业", "L2": "安全生产"}, "其他"},
		{"M", map[string]string{"K2": "A1", "L2": "R1C1"}, "TRUE"},
	} {
		if m[c.col] == "" {
			t.Fatalf("column %s has no menu: %v", c.col, m)
		}
		if got := strings.Join(choices(t, f, log, m[c.col], c.typed), "|"); got != c.want {
			t.Errorf("%s after %v: %s, want %s", c.col, c.typed, got, c.want)
		}
	}
}

// A list that is written on is offered whole.
func TestListsGrow(t *testing.T) {
	f := written(t, Options{Kind: logkind.Inbound, Lang: lang.ZH, Tree: nasty})
	m := menus(t, f, "来电表")
	before := choices(t, f, "来电表", m["D"], nil)
	_, cell, _ := strings.Cut(strings.TrimSuffix(strings.TrimPrefix(m["D"], "INDIRECT("), ")"), "!")
	col, _, err := excelize.SplitCellName(strings.ReplaceAll(cell, "$", ""))
	if err != nil {
		t.Fatal(err)
	}
	next, _ := excelize.JoinCellName(col, rowFirst+len(before))
	if err := f.SetCellStr("选项", next, "新来的"); err != nil {
		t.Fatal(err)
	}
	after := choices(t, f, "来电表", m["D"], nil)
	if len(after) != len(before)+1 || after[len(after)-1] != "新来的" {
		t.Errorf("after adding one: %v", after)
	}
}

// The tree of a government hotline: 15 first names, 118 pairs, 517 leaves.
func TestGovernmentTree(t *testing.T) {
	dir := os.Getenv("TALLYBOARD_REALDATA")
	if dir == "" {
		t.Log("left out: 1 real sheet (TALLYBOARD_REALDATA is not set)")
		return
	}
	in, err := excelize.OpenFile(filepath.Join(dir, "gov_type_tree_3level.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	rows, err := in.GetRows(in.GetSheetName(0))
	if err != nil {
		t.Fatal(err)
	}
	var leaves [][3]string
	want := map[[2]string][]string{}
	for _, r := range rows[1:] {
		if len(r) < 3 {
			continue
		}
		leaves = append(leaves, [3]string{r[0], r[1], r[2]})
		k := [2]string{r[0], r[1]}
		want[k] = append(want[k], r[2])
	}
	f := written(t, Options{Kind: logkind.Inbound, Lang: lang.ZH, Tree: leaves})
	m := menus(t, f, "来电表")
	if got := choices(t, f, "来电表", m["K"], nil); len(got) != 15 {
		t.Errorf("%d first names", len(got))
	}
	pairs := 0
	for k, w := range want {
		if pairs++; pairs > 25 && k[1] != "其他" && k[1] != "安全生产" {
			continue // evaluating each takes a while
		}
		got := choices(t, f, "来电表", m["M"], map[string]string{"K2": k[0], "L2": k[1]})
		if strings.Join(got, "|") != strings.Join(unique(w), "|") {
			t.Errorf("%v: %v, want %v", k, got, w)
		}
	}
	if len(want) != 118 {
		t.Errorf("%d pairs", len(want))
	}
}

func unique(s []string) (out []string) {
	seen := map[string]bool{}
	for _, x := range s {
		if !seen[x] {
			seen[x] = true
			out = append(out, x)
		}
	}
	return out
}

func TestUnknownKind(t *testing.T) {
	err := Write(context.Background(), &bytes.Buffer{}, Options{Kind: "nothing", Lang: lang.ZH})
	if !fault.Is(err, "logbook.kind") || strings.Contains(fault.Say(err, lang.ZH), "%") {
		t.Errorf("%v: %s", err, fault.Say(err, lang.ZH))
	}
}

func TestBoardCountsWhatIsTyped(t *testing.T) {
	f := written(t, Options{Kind: logkind.Inbound, Lang: lang.ZH})
	type row struct {
		when     float64 // day number
		typ, yes string
	}
	// 2026-11-04 is a Wednesday, day number 46330.
	for i, r := range []row{{46330.4, "投诉", "是"}, {46330.5, "业务咨询", "否"}, {46328, "投诉", "是"}, {46327.9, "投诉", ""}, {46250, "投诉", "是"}} {
		put := func(col string, v any) {
			c, _ := excelize.JoinCellName(col, i+2)
			if err := f.SetCellValue("来电表", c, v); err != nil {
				t.Fatal(err)
			}
		}
		put("A", r.when)
		put("K", r.typ)
		if r.yes != "" {
			put("O", r.yes)
		}
	}
	rows, err := f.GetRows("看板")
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{"行数": "2|3|4", "解决率": "0.5|0.666666666666667|0.666666666666667", "投诉": "1|2|3", "业务咨询": "1|1|1"}
	for i, r := range rows {
		if len(r) < 2 || want[r[1]] == "" {
			continue
		}
		var got []string
		for _, col := range []string{"C", "D", "E"} {
			c, _ := excelize.JoinCellName(col, i+1)
			v, err := f.CalcCellValue("看板", c, excelize.Options{RawCellValue: true})
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, v)
		}
		if strings.Join(got, "|") != want[r[1]] {
			t.Errorf("%s: %v, want %s", r[1], got, want[r[1]])
		}
		delete(want, r[1])
	}
	if len(want) > 0 {
		t.Errorf("no line for %v", want)
	}
}
