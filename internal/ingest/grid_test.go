package ingest

import (
	"context"
	"math"
	"testing"

	"tallyboard/internal/sheet"
	"tallyboard/internal/table"
)

// formed is a cell of a hand-made grid: a number with the form it is shown in.
type formed struct {
	v    float64
	form sheet.Form
}

// errorCell is a cell with a formula's error.
type errorCell string

// gridOf makes a grid of rows; a cell is nil, a string, a float64, an int, a
// formed number or an error.
func gridOf(rows ...[]any) *sheet.Grid {
	g := &sheet.Grid{}
	codes := map[string]uint32{}
	var words []string
	code := func(s string) uint32 {
		if codes[s] == 0 {
			words = append(words, s)
			codes[s] = uint32(len(words))
		}
		return codes[s]
	}
	width := 0
	for _, r := range rows {
		width = max(width, len(r))
	}
	g.Cols = make([]sheet.Column, width)
	for c := range g.Cols {
		g.Cols[c] = sheet.Column{Text: make([]uint32, len(rows)), Num: make([]float64, len(rows)), Form: make([]sheet.Form, len(rows))}
	}
	for i, r := range rows {
		g.RowNo = append(g.RowNo, uint32(i+1))
		for c := range g.Cols {
			col := &g.Cols[c]
			col.Num[i] = math.NaN()
			if c >= len(r) {
				continue
			}
			switch v := r[c].(type) {
			case string:
				col.Text[i] = code(v)
			case errorCell:
				col.Text[i], col.Form[i] = code(string(v)), sheet.FormError
			case int:
				col.Num[i] = float64(v)
			case float64:
				col.Num[i] = v
			case formed:
				col.Num[i], col.Form[i] = v.v, v.form
			}
		}
	}
	g.Strings = table.DictOf(words...)
	return g
}

func logOf(t *testing.T, g *sheet.Grid, o Options) *Log {
	t.Helper()
	b, err := pickTable(File{Path: "x.xlsx", From: nan, To: nan}, g, o)
	if err != nil {
		t.Fatal(err)
	}
	l, err := buildLog(context.Background(), []*block{b}, o)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func dateAt(v float64) formed  { return formed{v, sheet.FormDate} }
func clockAt(v float64) formed { return formed{v, sheet.FormTime} }

func TestGrids(t *testing.T) {
	for _, c := range []struct {
		name   string
		g      *sheet.Grid
		merges []sheet.Range
		header int
		want   string
	}{
		{"cells of every form", gridOf(
			[]any{"日期", "时间", "通话时长", "完成率", "金额", "对", "备注"},
			[]any{dateAt(44260), clockAt(0.375), clockAt(0.0026157407407407405), formed{0.5, sheet.FormPercent}, formed{12.5, sheet.FormCurrency}, formed{1, sheet.FormBool}, errorCell("#N/A")},
			[]any{dateAt(44261), clockAt(0.5), clockAt(1.5), formed{1, sheet.FormPercent}, formed{3, sheet.FormCurrency}, formed{0, sheet.FormBool}, "x"}),
			nil, 1, "日期:time | 时间:clock | 通话时长:duration | 完成率:number[%] | 金额:number[¥] | 对:bool | 备注:text | 日期+时间:time\n" +
				"2021-03-05 | 9:00:00 | 0:03:46 | 0.5 | 12.5 | TRUE=1 | – | 2021-03-05 9:00:00\n2021-03-06 | 12:00:00 | 36:00:00 | 1 | 3 | FALSE=0 | x | 2021-03-06 12:00:00"},
		{"merged down, merged groups", gridOf(
			[]any{"十月客服汇总"},
			[]any{"客服", "接待", nil, "响应"},
			[]any{nil, "人数", "次数", "首响(秒)"},
			[]any{"小王", 1, 2, 3}, []any{nil, 4, 5, 6}, []any{"小李", 7, 8, 9}),
			[]sheet.Range{{Row1: 1, Col1: 1, Row2: 1, Col2: 4}, {Row1: 2, Col1: 1, Row2: 3, Col2: 1}, {Row1: 2, Col1: 2, Row2: 2, Col2: 3}, {Row1: 4, Col1: 1, Row2: 5, Col2: 1}},
			3, "客服:text | 接待·人数:number | 接待·次数:number | 响应·首响(秒):number[s]\n小王 | 1 | 2 | 3\n小王 | 4 | 5 | 6\n小李 | 7 | 8 | 9"},
		{"three header rows", gridOf(
			[]any{"客服", "在线", nil, nil, nil},
			[]any{nil, "接待", nil, "响应", nil},
			[]any{nil, "人数", "次数", "首响", "平响"},
			[]any{"小王", 1, 2, 3, 4}, []any{"小李", 4, 5, 6, 7}),
			[]sheet.Range{{Row1: 1, Col1: 1, Row2: 3, Col2: 1}, {Row1: 1, Col1: 2, Row2: 1, Col2: 5}, {Row1: 2, Col1: 2, Row2: 2, Col2: 3}, {Row1: 2, Col1: 4, Row2: 2, Col2: 5}},
			3, "客服:text | 在线·接待·人数:number | 在线·接待·次数:number | 在线·响应·首响:number | 在线·响应·平响:number\n小王 | 1 | 2 | 3 | 4\n小李 | 4 | 5 | 6 | 7"},
		{"long numbers are ids", gridOf([]any{"单据", "客服"}, []any{1234567890123456.0, "a"}, []any{2.0210305123456700e17, "b"}),
			nil, 1, "单据:text | 客服:text\n1234567890123456 | a\n202103051234567000 | b"},
		{"mobile numbers stored as numbers", gridOf([]any{"联系人", "手机"}, []any{"a", 13812345678.0}, []any{"b", 13912345678.0}), nil, 1, "联系人:text | 手机:text\na | 13812345678\nb | 13912345678"},
		{"dates in a column without form", gridOf([]any{"日期", "数"}, []any{dateAt(44260), 1}, []any{"2021-03-06", 2}, []any{"2021/3/7", 3}), nil, 1, "日期:time | 数:number\n2021-03-05 | 1\n2021-03-06 | 2\n2021-03-07 | 3"},
		{"a title in one cell over a table of two", gridOf([]any{"说明"}, []any{"客服", "数量"}, []any{"a", 1}, []any{"b", 2}), nil, 2, "客服:text | 数量:number\na | 1\nb | 2"},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.g.Merges = c.merges
			l := logOf(t, c.g, Options{})
			if got := dump(l); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
			if l.Files[0].HeaderRow != c.header {
				t.Errorf("header in row %d, want %d", l.Files[0].HeaderRow, c.header)
			}
		})
	}
}

func TestErrorsAndRoundedNumbersAreTold(t *testing.T) {
	l := logOf(t, gridOf([]any{"订单号", "数"}, []any{2.0210305123456700e17, 1}, []any{"A2", errorCell("#DIV/0!")}, []any{"A3", 5}), Options{})
	if l.Warnings.Counts[WarnRounded] != 1 || l.Warnings.Counts[WarnError] != 1 {
		t.Errorf("warnings %v", l.Warnings.Counts)
	}
	for _, w := range l.Warnings.Items {
		if w.Kind == WarnError && (w.Row != 3 || w.Col != 2 || w.Text != "#DIV/0!") {
			t.Errorf("error told at %d, %d: %q", w.Row, w.Col, w.Text)
		}
	}
}

// A column of plain numbers is not copied: a million rows cost nothing.
func TestNumbersAreShared(t *testing.T) {
	num := []float64{1, 2, 3}
	g := &sheet.Grid{RowNo: []uint32{1, 2, 3, 4}, Strings: table.DictOf("数")}
	g.Cols = []sheet.Column{{Text: []uint32{1, 0, 0, 0}, Num: append([]float64{nan}, num...)}}
	l := logOf(t, g, Options{})
	if c := l.Table.Column("数"); &c.Nums[0] != &g.Cols[0].Num[1] {
		t.Error("the numbers were copied")
	}
}
