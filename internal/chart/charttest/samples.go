// Package charttest holds what tests of charts and of their renderers share:
// sample charts, easy and nasty, and a canvas that records.
package charttest

import (
	"fmt"
	"math"

	"tallyboard/internal/chart"
	"tallyboard/internal/display"
)

// Sample is a chart with a name for its golden.
type Sample struct {
	Name  string
	Chart *chart.Chart
}

var (
	types   = []string{"物流催单", "退款退货", "商品咨询", "优惠活动", "安装售后", "发票"}
	weeks   = []string{"9月28日–10月4日", "10月5–11日", "10月12–18日", "10月19–25日", "10月26日–11月1日", "11月2–8日", "11月9–15日", "11月16–22日"}
	hours   = []string{"8时", "9时", "10时", "11时", "12时", "13时", "14时", "15时", "16时", "17时", "18时", "19时", "20时", "21时", "22时"}
	days    = []string{"周一", "周二", "周三", "周四", "周五", "周六", "周日"}
	regions = []string{"浙江", "江苏", "广东", "上海", "北京", "山东", "四川", "湖北", "河南", "福建", "湖南", "安徽"}
)

// wave is a believable number: a level, a trend, a rhythm and some unrest.
func wave(seed, i int, level float64) float64 {
	x := float64(seed*7919+i*104729%1009) * 12.9898
	unrest := math.Sin(x)*43758.5453 - math.Floor(math.Sin(x)*43758.5453)
	return math.Round(level * (1 + .25*math.Sin(float64(i)*.9+float64(seed)) + .3*(unrest-.5)))
}

func row(seed, n int, level float64) []float64 {
	out := make([]float64, n)
	for i := range out {
		out[i] = wave(seed, i, level)
	}
	return out
}

func many(n int) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = fmt.Sprintf("%s%d区", regions[i%len(regions)], i/len(regions)+1)
	}
	return out
}

func falling(n int, top float64) []float64 {
	out := make([]float64, n)
	for i := range out {
		out[i] = math.Round(top / math.Pow(float64(i+1), .8))
	}
	return out
}

// grid is a chart of the six types over the eight weeks.
func grid(kind chart.Kind) *chart.Chart {
	c := &chart.Chart{Kind: kind, Title: "每周咨询类型", Unit: "次", Categories: weeks, Time: true, Parts: true, Lang: "zh"}
	for i, t := range types {
		c.Series = append(c.Series, chart.Series{Name: t, Key: chart.Key("一级类型", t), Values: row(i+1, len(weeks), 900/float64(i+1))})
	}
	return c
}

// Samples are charts as reports and Explore make them.
func Samples() []Sample {
	nan := math.NaN()
	column := &chart.Chart{Kind: chart.Column, Title: "每周接待量", Unit: "次", Categories: weeks, Time: true, Parts: true, Lang: "zh",
		Series:  []chart.Series{{Name: "接待量", Values: row(3, 8, 12400)}},
		Partial: []bool{false, false, false, false, false, false, false, true}}
	grouped := &chart.Chart{Kind: chart.Column, Title: "客服首响时长", Categories: []string{"小赵", "小钱", "小孙", "小李", "小周"}, Lang: "zh",
		Format: display.Format{Kind: display.Duration},
		Series: []chart.Series{{Name: "本月", Values: row(5, 5, 48)}, {Name: "上月", Values: row(6, 5, 55), Muted: true}},
		Marks:  []chart.Mark{{Value: 60, Label: "标准 60秒", Tone: chart.Warning}}}
	negative := &chart.Chart{Kind: chart.Column, Title: "Change against last week", Categories: []string{"Streaming", "Technical Support", "Payment related", "Contract related", "Admin Support"}, Lang: "en",
		Format: display.Format{Kind: display.Percent, Decimals: 1, Signed: true},
		Series: []chart.Series{{Name: "Change", Values: []float64{.124, -.087, .031, -.22, 0}}}}
	bar := &chart.Chart{Kind: chart.Bar, Title: "各地区咨询量", Unit: "次", Categories: append(append([]string{}, regions...), "其他"), Parts: true, Lang: "zh",
		Series: []chart.Series{{Name: "接待量", Values: append(falling(12, 23411), 3920)}}, Rest: append(make([]bool, 12), true)}
	line := &chart.Chart{Kind: chart.Line, Title: "每日接待量与上期", Unit: "次", Time: true, Parts: true, Lang: "zh",
		Series: []chart.Series{{Name: "本期", Values: row(2, 28, 820)}, {Name: "上期", Values: row(9, 28, 760), Muted: true}},
		Notes:  []chart.Note{{Ref: chart.Ref{Series: 0, Category: 19}, Text: "大促当天"}}}
	for d := 1; d <= 28; d++ {
		line.Categories = append(line.Categories, fmt.Sprintf("10月%d日", d))
	}
	cut := &chart.Chart{Kind: chart.Line, Title: "Satisfaction by week", Categories: []string{"Sep 28–Oct 4", "Oct 5–11", "Oct 12–18", "Oct 19–25", "Oct 26–Nov 1", "Nov 2–8"}, Time: true, Lang: "en",
		Format: display.Format{Kind: display.Percent, Decimals: 1},
		Series: []chart.Series{{Name: "Chat", Values: []float64{.912, .921, nan, .934, .929, .941}}, {Name: "Phone", Values: []float64{.881, .902, .899, .874, .91, .906}}}}
	heat := &chart.Chart{Kind: chart.Heat, Title: "时段 × 星期", Unit: "次", Categories: hours, Ordered: true, Parts: true, Lang: "zh"}
	for i, d := range days {
		v := row(i+1, len(hours), 120)
		for j := range v {
			v[j] = math.Round(v[j] * (1 + math.Exp(-math.Pow(float64(j)-6, 2)/8)))
		}
		heat.Series = append(heat.Series, chart.Series{Name: d, Values: v})
	}
	diverging := &chart.Chart{Kind: chart.Heat, Title: "Change by region and type", Categories: []string{"Refund", "Delivery", "Product", "Invoice"}, Lang: "en",
		Format: display.Format{Kind: display.Percent, Signed: true}}
	for i, r := range []string{"Zhejiang", "Jiangsu", "Guangdong"} {
		diverging.Series = append(diverging.Series, chart.Series{Name: r, Values: []float64{.1 * float64(i-1), .32 - .3*float64(i), -.12, nan}})
	}
	pareto := &chart.Chart{Kind: chart.Pareto, Title: "问题原因", Unit: "次", Categories: []string{"尺寸不符", "物流慢", "色差", "破损", "少发漏发", "客服态度", "价格", "其他"}, Parts: true, Lang: "zh",
		Rest:   []bool{false, false, false, false, false, false, false, true},
		Series: []chart.Series{{Name: "次数", Values: []float64{210, 482, 133, 96, 61, 22, 12, 40}}}}
	donut := &chart.Chart{Kind: chart.Donut, Title: "咨询类型占比", Categories: types, Parts: true, Lang: "zh",
		Series: []chart.Series{{Name: "接待量", Values: falling(6, 5210)}}}
	return []Sample{
		{"column", column}, {"column-grouped", grouped}, {"column-negative", negative},
		{"stacked", grid(chart.Stacked)},
		{"bar", bar},
		{"line", line}, {"line-cut", cut}, {"line-many", grid(chart.Line)},
		{"heat", heat}, {"heat-diverging", diverging},
		{"pareto", pareto},
		{"donut", donut},
		{"column-groups", groups(chart.Column)}, {"bar-groups", groups(chart.Bar)},
		{"area", grid(chart.Area)},
		{"percent", grid(chart.Percent)},
		{"combo", combo()},
		{"multiples", multiples()}, {"multiples-line", regionLines()},
		{"scatter", scatter()},
		{"bullet", bullet()},
		{"funnel", funnel()},
		{"calendar", calendar()},
		{"map", provinces()},
		{"bar-noted", noted()},
	}
}

// noted has a remark beside its mark, and one that was moved.
func noted() *chart.Chart {
	return &chart.Chart{Kind: chart.Bar, Title: "各类型", Unit: "次", Categories: types, Parts: true, Lang: "zh", Series: []chart.Series{{Name: "接待量", Values: falling(6, 5210)}},
		Notes: []chart.Note{{Ref: chart.Ref{Series: 0, Category: 0}, Text: "大促之后仓库晚发一天，催单翻倍"}, {Ref: chart.Ref{Series: -1, Category: 3}, Text: "活动结束", X: .8, Y: .8}}}
}

func groups(kind chart.Kind) *chart.Chart {
	c := &chart.Chart{Kind: kind, Title: "两级类型", Unit: "次", Parts: true, Lang: "zh", Series: []chart.Series{{Name: "接待量", Values: row(8, 9, 300)}},
		Outer: []string{"售前", "售前", "售前", "售中", "售中", "售后", "售后", "售后", "售后"},
		Leaf:  []string{"商品咨询", "优惠活动", "库存", "催单", "改地址", "退款", "换货", "安装", "发票"}}
	for i := range c.Outer {
		c.Categories = append(c.Categories, c.Outer[i]+" › "+c.Leaf[i])
	}
	return c
}

func combo() *chart.Chart {
	percent := display.Format{Kind: display.Percent, Decimals: 1}
	return &chart.Chart{Kind: chart.Combo, Title: "接待量与解决率", Categories: weeks, Time: true, Lang: "zh", Series: []chart.Series{
		{Name: "接待量", Values: row(3, 8, 3100)},
		{Name: "解决率", Values: []float64{.712, .734, .69, .721, .765, .781, .77, .802}, Second: true, Format: &percent},
	}}
}

func multiples() *chart.Chart {
	c := grid(chart.Multiples)
	c.Title = "各类型每周"
	return c
}

func regionLines() *chart.Chart {
	c := &chart.Chart{Kind: chart.Multiples, Title: "Contacts by region", Time: true, Parts: true, Lang: "en"}
	for d := 1; d <= 30; d++ {
		c.Categories = append(c.Categories, fmt.Sprintf("Nov %d", d))
	}
	for i, r := range []string{"Zhejiang", "Jiangsu", "Guangdong", "Shanghai", "Beijing", "Shandong", "Sichuan", "Hubei", "Henan", "Fujian", "Hunan", "Anhui"} {
		c.Series = append(c.Series, chart.Series{Name: r, Values: row(i+1, 30, 300/float64(i/3+1))})
	}
	return c
}

func scatter() *chart.Chart {
	seconds := display.Format{Kind: display.Duration}
	percent := display.Format{Kind: display.Percent, Decimals: 1}
	c := &chart.Chart{Kind: chart.Scatter, Title: "客服：首响与解决率", Lang: "zh", Categories: []string{"小赵", "小钱", "小孙", "小李", "小周", "小吴", "小郑", "小王", "小冯", "小陈", "小褚", "小卫"},
		Series: []chart.Series{{Name: "平均首响", Format: &seconds}, {Name: "解决率", Format: &percent}, {Name: "接待量"}}}
	for j := range c.Categories {
		c.Series[0].Values = append(c.Series[0].Values, wave(4, j, 52))
		c.Series[1].Values = append(c.Series[1].Values, wave(7, j, 780)/1000)
		c.Series[2].Values = append(c.Series[2].Values, wave(9, j, 640))
	}
	return c
}

func bullet() *chart.Chart {
	return &chart.Chart{Kind: chart.Bullet, Title: "首响达标情况", Lang: "zh", Better: -1, Format: display.Format{Kind: display.Duration},
		Categories: []string{"小赵", "小钱", "小孙", "小李", "小周", "小吴"},
		Series:     []chart.Series{{Name: "平均首响", Values: []float64{34, 58, 71, 44, 29, 63}}, {Name: "标准", Values: []float64{60, 60, 60, 60, 60, 60}}, {Name: "优秀", Values: []float64{35, 35, 35, 35, 35, 35}}}}
}

func funnel() *chart.Chart {
	return &chart.Chart{Kind: chart.Funnel, Title: "询单到完成", Unit: "人", Lang: "zh", Ordered: true, Parts: true, Categories: []string{"询单客户", "下单", "付款", "派单", "上门", "完成"},
		Series: []chart.Series{{Name: "客户", Values: []float64{12408, 7312, 6120, 4987, 4611, 4302}}}}
}

func calendar() *chart.Chart {
	c := &chart.Chart{Kind: chart.Calendar, Title: "每日接待量", Unit: "次", Lang: "zh", Time: true, Parts: true, Series: []chart.Series{{Name: "接待量"}}}
	const start = 1790640000 // 2026-09-29
	for d := range 92 {
		c.Times = append(c.Times, start+86400*float64(d))
		c.Categories = append(c.Categories, fmt.Sprint(d+1))
		v := wave(2, d, 400)
		if d%7 > 4 {
			v = math.Round(v * .55)
		}
		if d == 43 {
			v = 1310
		}
		c.Series[0].Values = append(c.Series[0].Values, v)
	}
	return c
}

func provinces() *chart.Chart {
	c := &chart.Chart{Kind: chart.Map, Title: "各省咨询量", Unit: "次", Lang: "zh", Parts: true, Categories: []string{"浙江省", "江苏", "广东", "上海市", "北京", "山东", "四川", "湖北", "河南", "福建", "湖南", "安徽", "辽宁", "黑龙江", "内蒙古自治区", "新疆", "云南", "广西", "陕西", "(空白)"},
		Series: []chart.Series{{Name: "接待量"}}}
	c.Series[0].Values = falling(20, 8210)
	return c
}

// Nasty are charts that are hard to draw.
func Nasty() []Sample {
	nan := math.NaN()
	long := "某某电商有限公司华东大区售后服务中心第一客服组关于物流延误的二次投诉处理情况登记"
	var out []Sample
	for _, k := range []chart.Kind{chart.Column, chart.Stacked, chart.Bar, chart.Line, chart.Heat, chart.Pareto, chart.Donut,
		chart.Area, chart.Percent, chart.Combo, chart.Multiples, chart.Scatter, chart.Bullet, chart.Funnel, chart.Map} {
		combined := k == chart.Combo
		one := func(name string, cats []string, values ...[]float64) {
			c := &chart.Chart{Kind: k, Title: name + " " + string(k), Unit: "次", Categories: cats, Parts: true, Lang: "zh"}
			for i, v := range values {
				c.Series = append(c.Series, chart.Series{Name: fmt.Sprintf("系列%d", i+1), Values: v, Second: combined && i == 1})
			}
			out = append(out, Sample{string(k) + "-" + name, c})
		}
		one("zero", types, make([]float64, 6))
		one("single", []string{"浙江"}, []float64{42})
		one("40", many(40), falling(40, 5000), row(2, 40, 300))
		one("200", many(200), falling(200, 50000))
		one("long", []string{long, long[3:] + "甲", long[6:] + "乙", "短", long[9:]}, []float64{5, 4, 3, 2, 1}, []float64{1, 2, 3, 4, 5})
		one("negative", types, []float64{5, -4, 3, -2, 1, nan}, []float64{-1, 2, -3, 4, nan, 5})
		one("empty", nil)
		one("nothing", types, []float64{nan, nan, nan, nan, nan, nan})
		one("huge", types, []float64{1.234e9, 3.3e8, 9.87e7, 1.2e4, 12, 1})
		one("billions", types, []float64{1.234e9, 3.3e9, 9.87e9, 1.2e9, 5.1e9, 4.04e9}, []float64{2.234e9, 1.3e9, 6.87e9, 3.2e9, 2.1e9, 1.04e9})
		one("two", []string{"售前", "售后"}, []float64{31, 12}, []float64{8, 20})
		english := "Customer complained about the delivery date of"
		one("english", []string{english + " a sofa", "Refund", english + " two beds", "Invoice with the wrong company name in it", "Other"}, []float64{512, 300, 280, 90, 12}, []float64{100, 120, 80, 50, 20})
		one("blanks", []string{"浙江", "(空白)", "江苏", "广东", "上海", "北京"}, []float64{5, nan, nan, 2, nan, nan}, []float64{nan, 3, nan, nan, 4, nan})
		one("noted", weeks, row(4, 8, 120), row(2, 8, 80))
		out[len(out)-1].Chart.Notes = []chart.Note{{Ref: chart.Ref{Series: 1, Category: 2}, Text: "大促第一天，仓库晚发一天"}, {Ref: chart.Ref{Series: -1, Category: 6}, Text: "Holiday"}}
	}
	return out
}
