package ingest

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tallyboard/internal/logkind"
)

func TestAppend(t *testing.T) {
	const head = "客服,来电时间,来电类型,通话时长(秒)\n"
	for _, c := range []struct {
		name  string
		files []string
		out   []LeftOut
		want  string
	}{
		{"columns in another order, one added",
			[]string{head + "小王,2024/1/1 9:00,售前,30\n", "来电时间,客服,通话时长(秒),来电类型,备注\n2024/1/2 9:00,小李,40,售后,x\n"}, []LeftOut{{}, {}},
			"客服:text | 来电时间:time | 来电类型:text | 通话时长(秒):number[s] | 备注:text\n小王 | 2024-01-01 9:00:00 | 售前 | 30 | –\n小李 | 2024-01-02 9:00:00 | 售后 | 40 | x"},
		{"overlap counts once",
			[]string{head + "小王,2024/1/1 9:00,售前,30\n小李,2024/1/2 9:00,售后,40\n", head + "小李,2024/1/2 9:00,售后,40\n小王,2024/1/3 9:00,售前,50\n"}, []LeftOut{{}, {Duplicates: 1}},
			"客服:text | 来电时间:time | 来电类型:text | 通话时长(秒):number[s]\n小王 | 2024-01-01 9:00:00 | 售前 | 30\n小李 | 2024-01-02 9:00:00 | 售后 | 40\n小王 | 2024-01-03 9:00:00 | 售前 | 50"},
		{"equal rows of one file are all counted",
			[]string{head + "小王,2024/1/1,售前,30\n小王,2024/1/1,售前,30\n小王,2024/1/2,售前,31\n", head + "小王,2024/1/1,售前,30\n小李,2024/1/3,售前,30\n"}, []LeftOut{{}, {Duplicates: 1}},
			"客服:text | 来电时间:time | 来电类型:text | 通话时长(秒):number[s]\n小王 | 2024-01-01 | 售前 | 30\n小王 | 2024-01-01 | 售前 | 30\n小王 | 2024-01-02 | 售前 | 31\n小李 | 2024-01-03 | 售前 | 30"},
		{"running numbers do not tell rows apart",
			[]string{"序号," + head + "1,小王,2024/1/1 9:00,售前,30\n2,小李,2024/1/2 9:00,售后,40\n", "序号," + head + "1,小李,2024/1/2 9:00,售后,40\n2,小张,2024/1/3 9:00,售前,50\n"}, []LeftOut{{}, {Duplicates: 1}},
			"序号:text | 客服:text | 来电时间:time | 来电类型:text | 通话时长(秒):number[s]\n1 | 小王 | 2024-01-01 9:00:00 | 售前 | 30\n2 | 小李 | 2024-01-02 9:00:00 | 售后 | 40\n2 | 小张 | 2024-01-03 9:00:00 | 售前 | 50"},
		{"the later state of a record counts",
			[]string{"会话ID,客服,来电类型,是否解决\nS1,小王,售前,是\nS2,小李,售后,否\n", "会话ID,客服,来电类型,是否解决\nS2,小李,售后,是\nS3,小李,售后,否\n"}, []LeftOut{{Duplicates: 1}, {}},
			"会话ID:text | 客服:text | 来电类型:text | 是否解决:bool\nS1 | 小王 | 售前 | 是=1\nS2 | 小李 | 售后 | 是=1\nS3 | 小李 | 售后 | 否=0"},
		{"days first in one file decide for all",
			[]string{"date,v\n13/02/2021,1\n14/02/2021,2\n", "date,v\n03/04/2021,3\n"}, []LeftOut{{}, {}}, "date:time | v:number\n2021-02-13 | 1\n2021-02-14 | 2\n2021-04-03 | 3"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var paths []string
			dir := t.TempDir()
			for i, f := range c.files {
				paths = append(paths, write(t, dir, fmt.Sprintf("第%d周.csv", i+1), f))
			}
			l := openOne(t, Options{}, paths...)
			if got := dump(l); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
			for i, f := range l.Files {
				if f.LeftOut != c.out[i] {
					t.Errorf("%s: left out %+v, want %+v", f.Path, f.LeftOut, c.out[i])
				}
			}
		})
	}
}

func write(t *testing.T, dir, name, content string) string {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestDifferentLogsStayApart(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "来电表.csv", "客服,时间,客户,结果\n小王,2024/1/1,a,好\n")
	write(t, dir, "外呼表.csv", "客服,时间,客户,结果\n小王,2024/1/1,a,好\n")
	write(t, dir, "订单.csv", "订单编号,买家会员名,总金额,订单付款时间\n1,a,10,2024/1/1\n")
	write(t, dir, "坏的.xlsx", "")
	logs, failures, err := Open(t.Context(), []string{dir}, Options{})
	if err != nil || len(logs) != 3 || len(failures) != 1 {
		t.Fatalf("%d logs, %v, %v", len(logs), failures, err)
	}
	kinds := map[logkind.Kind]bool{}
	for _, l := range logs {
		kinds[l.Kind] = true
	}
	if !kinds[logkind.Inbound] || !kinds[logkind.Outbound] || !kinds[logkind.Order] {
		t.Errorf("kinds %v", kinds)
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	logs, _, err := Open(ctx, []string{csvFile(t, "a.csv", "客服,数量\na,1\n")}, Options{})
	if !errors.Is(err, context.Canceled) || logs != nil {
		t.Errorf("%d logs, %v", len(logs), err)
	}
}

func TestChoicesByFile(t *testing.T) {
	dir := t.TempDir()
	a := write(t, dir, "a.csv", "x,y\n客服,数量\na,1\nb,2\n")
	b := write(t, dir, "b.csv", "客服,数量\nc,3\nd,4\n")
	l := openOne(t, Options{PerFile: map[string]FileOptions{"a.csv": {Header: 2}, b: {Header: 1}}}, a, b, dir)
	if got, want := dump(l), "客服:text | 数量:number\na | 1\nb | 2\nc | 3\nd | 4"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if len(l.Files) != 2 || l.Files[0].HeaderRow != 2 || l.Files[0].HeaderSure != 1 {
		t.Errorf("files %+v", l.Files)
	}
}

// A file split anywhere and read as two is the file read whole: types,
// conventions and rows do not depend on where an export was cut.
func TestAppendIsWhole(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 60 {
		rows := 20 + rnd.IntN(60)
		head, lines := randomSheet(rnd, rows)
		dir := t.TempDir()
		whole := openOne(t, Options{}, write(t, dir, "整.csv", head+strings.Join(lines, "")))
		cut := 1 + rnd.IntN(rows-1)
		parts := openOne(t, Options{}, write(t, dir, "1.csv", head+strings.Join(lines[:cut], "")), write(t, dir, "2.csv", head+strings.Join(lines[cut:], "")))
		if a, b := dump(whole), dump(parts); a != b {
			t.Fatalf("cut at %d of\n%s%s\nwhole\n%s\nparts\n%s", cut, head, strings.Join(lines, ""), a, b)
		}
		for i, c := range whole.Columns {
			p := parts.Columns[i]
			if c.Type != p.Type || c.Role != p.Role || c.Blanks != p.Blanks || c.Distinct != p.Distinct || c.Unit != p.Unit || c.DateOrder != p.DateOrder {
				t.Fatalf("column %+v is %+v in parts", c, p)
			}
		}
	}
}

// randomSheet makes lines whose record numbers differ and whose columns are
// written in a random form each.
func randomSheet(rnd *rand.Rand, rows int) (head string, lines []string) {
	type maker struct {
		name string
		cell func(i int) string
	}
	pick := func(words ...string) func(int) string {
		return func(int) string { return words[rnd.IntN(len(words))] }
	}
	forms := []maker{
		{"来电时间", func(i int) string { return fmt.Sprintf("2024/%d/%d %d:%02d", 1+i%12, 1+i%28, i%24, i%60) }},
		{"date", func(i int) string { return fmt.Sprintf("%02d/%02d/2021", 1+i%28, 1+i%12) }},
		{"客服", pick("小王", "小李", " 小张", "小赵")},
		{"通话时长", pick("3分21秒", "201", "0:03:21", "", "45秒")},
		{"满意度", pick("★★★", "★★★★★", "", "★")},
		{"金额(元)", pick("¥1,234.50", "12", "3.5", "-", "1.2万")},
		{"是否解决", pick("是", "否", "", "未知")},
		{"完成率", pick("50%", "3.5%", "")},
		{"联系电话", func(i int) string { return fmt.Sprintf("138%08d", i*7919) }},
		{"备注", pick("", "无", "催单", "加急 ", "12")},
	}
	rnd.Shuffle(len(forms), func(i, j int) { forms[i], forms[j] = forms[j], forms[i] })
	forms = append([]maker{{"会话ID", func(i int) string { return fmt.Sprintf("S%06d", i) }}}, forms[:3+rnd.IntN(6)]...)
	names := make([]string, len(forms))
	for k, f := range forms {
		names[k] = f.name
	}
	for i := range rows {
		cells := make([]string, len(forms))
		for k, f := range forms {
			if cells[k] = f.cell(i); strings.Contains(cells[k], ",") {
				cells[k] = `"` + cells[k] + `"`
			}
		}
		lines = append(lines, strings.Join(cells, ",")+"\n")
	}
	return strings.Join(names, ",") + "\n", lines
}
