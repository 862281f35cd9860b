package ingest

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// randomLayout builds a sheet as people lay them out around a table: titles,
// notes and blank rows above, a header of one or two rows, data, totals and
// footnotes below.
type randomLayout struct {
	lines  []string
	header int // sheet row of the last header row
	rows   int
	width  int
}

type columnForm struct {
	name string
	cell func(i int) string
}

func layoutForms(rnd *rand.Rand) []columnForm {
	pick := func(words ...string) func(int) string {
		return func(int) string { return words[rnd.IntN(len(words))] }
	}
	forms := []columnForm{
		{"日期", func(i int) string { return fmt.Sprintf("2024/%d/%d", 1+i%12, 1+i%28) }},
		{"来电时间", func(i int) string { return fmt.Sprintf("2024-03-%02d %02d:%02d:00", 1+i%28, i%24, i%60) }},
		{"客服", pick("小王", "小李", "小张", "小赵", "陈晨")},
		{"客户名称", func(i int) string { return fmt.Sprintf("tb%d", 1000+rnd.IntN(9000)) }},
		{"来电类型", pick("售前咨询", "售后", "投诉", "物流")},
		{"地区", pick("浙江", "广东", "上海市", "北京")},
		{"通话时长", pick("3分21秒", "0:03:21", "45秒", "2分")},
		{"接待人数", func(int) string { return fmt.Sprint(rnd.IntN(200)) }},
		{"金额", func(int) string { return fmt.Sprintf("%d.%02d", rnd.IntN(900), rnd.IntN(100)) }},
		{"回复率", func(int) string { return fmt.Sprintf("%d%%", rnd.IntN(100)) }},
		{"是否解决", pick("是", "否")},
		{"处理意见", pick("已回电", "转主管", "", "待跟进", "补发")},
		{"渠道", pick("淘宝", "天猫", "电话", "")},
		{"Agent", pick("Ann", "Bob", "Cid")},
		{"Topic", pick("Billing", "Delivery", "Refund")},
		{"机位", pick("A区", "B区", "C区")},
		{"班次", pick("早班", "晚班", "中班")},
		{"订单编号", func(i int) string { return fmt.Sprintf("2024%014d", i*7919+rnd.IntN(5000)) }},
	}
	rnd.Shuffle(len(forms), func(i, j int) { forms[i], forms[j] = forms[j], forms[i] })
	return forms[:3+rnd.IntN(8)]
}

func newLayout(rnd *rand.Rand) randomLayout {
	forms := layoutForms(rnd)
	l := randomLayout{width: len(forms), rows: 4 + rnd.IntN(40)}
	line := func(cells ...string) {
		for len(cells) < l.width {
			cells = append(cells, "")
		}
		l.lines = append(l.lines, strings.Join(cells, ","))
	}
	titles := []func(){
		func() { line("XX旗舰店客服数据统计表") },
		func() { line("导出时间：2024-03-01 10:00:00") },
		func() { line("店铺：XX旗舰店", "", "制表人：小王") },
		func() { line() },
		func() { line("统计周期", "2024-03-01", "2024-03-31") },
	}
	for range rnd.IntN(3) {
		titles[rnd.IntN(len(titles))]()
	}
	names := make([]string, len(forms))
	for i, f := range forms {
		names[i] = f.name
	}
	for i := range names { // headers that nobody knows
		if rnd.IntN(3) == 0 {
			names[i] = []string{"甲栏", "Zone", "备用", "星座", "楼层", "口味", "颜色", "Grade X", "尺码", "杂项", "机型", "科目", "批次", "Kappa", "内容物", "归档", "仓位", "层级"}[i]
		}
	}
	if rnd.IntN(4) == 0 && l.width >= 5 { // groups over the last columns
		groups := make([]string, l.width)
		copy(groups, names[:2])
		groups[2] = "第一组"
		groups[l.width-2] = "第二组"
		names[0], names[1] = "", ""
		line(groups...)
	}
	line(names...)
	l.header = len(l.lines)
	for i := range l.rows {
		cells := make([]string, len(forms))
		for k, f := range forms {
			cells[k] = f.cell(i)
		}
		if cells[0] == "" {
			cells[0] = "x"
		}
		line(cells...)
		if rnd.IntN(40) == 0 {
			line(cells[0] + " 小计") // as Excel's own subtotals
			l.lines[len(l.lines)-1] = strings.TrimSuffix(l.lines[len(l.lines)-1], ",") + ",12"
		}
	}
	if rnd.IntN(3) == 0 {
		line("合计")
	}
	if rnd.IntN(4) == 0 {
		line()
		line("注：以上数据仅供内部参考，请勿外传")
	}
	return l
}

// Most layouts are found exactly; those that are not must be rare, because
// people would have to move the header by hand.
func TestRandomLayouts(t *testing.T) {
	rnd := rand.New(rand.NewPCG(7, 8))
	const trials = 600
	wrong := 0
	for range trials {
		want := newLayout(rnd)
		g := gridOfText(strings.Join(want.lines, "\n"))
		b, err := pickTable(File{From: nan, To: nan}, g, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if b.file.HeaderRow != want.header || b.count != want.rows || len(b.cols) != want.width {
			if wrong++; wrong <= 5 {
				t.Logf("header in row %d of %d, %d rows of %d, %d columns of %d:\n%s", b.file.HeaderRow, want.header, b.count, want.rows, len(b.cols), want.width,
					strings.Join(want.lines[:min(8, len(want.lines))], "\n"))
			}
		}
	}
	if wrong*100 > trials {
		t.Errorf("%d of %d layouts were not found", wrong, trials)
	}
}
