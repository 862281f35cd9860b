// Package rendertest makes documents and logs for the tests of the renderers:
// every block, every chart type, long names, negative and missing numbers,
// texts that look like formulas, characters that fonts lack. It is used by
// tests only.
package rendertest

import (
	"fmt"
	"math"

	"tallyboard/internal/chart"
	"tallyboard/internal/display"
	"tallyboard/internal/document"
	"tallyboard/internal/lang"
	"tallyboard/internal/logkind"
	"tallyboard/internal/table"
)

// NaN is a missing number.
var NaN = math.NaN()

// pick chooses a text by language.
type pick lang.Lang

func (p pick) s(zh, en string) string {
	if lang.Lang(p) == lang.ZH {
		return zh
	}
	return en
}

var (
	count   = display.Format{Kind: display.Count}
	percent = display.Format{Kind: display.Percent, Decimals: 1}
	money   = display.Format{Kind: display.Money, Decimals: 2}
	seconds = display.Format{Kind: display.Duration}
	rating  = display.Format{Kind: display.Decimal, Decimals: 2}
	words   = display.Format{Kind: display.Text}
	date    = display.Format{Kind: display.Date}
)

// Types are the contact types of the sample.
func Types(l lang.Lang) []string {
	p := pick(l)
	return []string{p.s("物流查询", "Where is my order"), p.s("退换货", "Returns and exchanges"), p.s("售后安装", "Installation"),
		p.s("价格与优惠", "Prices and offers"), p.s("投诉", "Complaints"), p.s("发票", "Invoices")}
}

// Report is a document of several sections with every block in it.
func Report(l lang.Lang) *document.Document {
	p := pick(l)
	d := &document.Document{
		ID: "weekly", Lang: l,
		Title:    p.s("客服周报", "Customer service, weekly"),
		Question: p.s("这一周客户为什么来找我们，谁接住了，哪里还欠着？", "Why did customers come to us this week, who took care of them, and what is still open?"),
		Shop:     p.s("晴天家居旗舰店", "Sunny Home flagship store"),
		Period:   p.s("10月26日–11月1日", "26 Oct – 1 Nov"),
		Compared: p.s("10月19日–10月25日", "19 Oct – 25 Oct"),
		Sources:  []string{"来电表 2026-10.xlsx", "10月客服接待明细(天猫).csv", "orders_2026W44.csv"},
	}
	add := func(b ...document.Block) { d.Blocks = append(d.Blocks, b...) }
	add(
		&document.Text{Lead: true, Text: p.s("本周接待 12,408 次，比上周多 8.2%；其中 37 位客户来了 3 次以上仍未解决，集中在“售后安装”和浙江省。",
			"12,408 contacts this week, 8.2% more than last week; 37 customers came three times or more and are still waiting, most of them about installation and in Zhejiang.")},
		Tiles(l),
		&document.Text{Text: p.s("接待量连续三周上升，主要来自物流查询（+412）和售后安装（+206）。一次性解决率下降 2.1 个百分点，晚上 20 点以后的首次响应比白天慢 46 秒。",
			"Contacts rose for the third week in a row, most of all about deliveries (+412) and installation (+206). First-contact resolution fell by 2.1 points, and after 20:00 the first response takes 46 seconds longer than by day.")},
		&document.Note{Tone: document.Warning, Text: p.s("有 5 个单元格没看懂，37 行合计或空行没有计入。", "5 cells were not understood; 37 totals or blank rows were left out.")},
		&document.Note{Text: p.s("没有“满意度”这一列，所以没有满意度指标；可以在“数据”页里指定。", "There is no column for satisfaction, so it is not shown; choose one on the Data page."), Missing: "satisfaction", Log: "calls"},
		&document.Heading{Level: 1, ID: "types", Text: p.s("大家都在问什么？", "What do people contact us about?")},
		&document.Text{Lead: true, Text: p.s("物流查询占 31.2%，前三类合计占 68.4%。", "Deliveries are 31.2% of all contacts; the first three types make up 68.4%.")},
		&document.Chart{Chart: TypesByWeek(l, chart.Stacked)},
		TypeTree(l),
		&document.Heading{Level: 2, ID: "hours", Text: p.s("什么时候最忙", "When it is busy")},
		&document.Chart{Chart: Hours(l)},
		&document.Heading{Level: 1, ID: "regions", Text: p.s("哪些地区有需求却没有服务？", "Where is demand unserved?")},
		&document.Chart{Chart: Regions(l, chart.Bar), Half: true},
		&document.Chart{Chart: TypesTotal(l, chart.Donut), Half: true},
		Agents(l),
		&document.PageBreak{},
		&document.Heading{Level: 1, ID: "followup", Text: p.s("要回访的客户", "Customers to call back")},
		FollowUps(l, 40),
	)
	return d
}

// Tiles are six KPIs: with and without change, better higher and lower, missing.
func Tiles(l lang.Lang) *document.Tiles {
	p := pick(l)
	spark := []float64{1502, 1633, 1580, 1804, 1911, 2210, 1768}
	return &document.Tiles{Tiles: []document.Tile{
		{ID: "receptions", Label: p.s("接待量", "Contacts"), Help: p.s("客户来电、来访、在线咨询的总次数。", "Calls, visits and chats by customers."), Value: 12408, Format: count, Previous: 11468, Change: .082, Spark: spark},
		{ID: "fcr", Label: p.s("一次性解决率", "First-contact resolution"), Help: p.s("第一次联系就解决、7 天内没有再来的占比。", "Solved at the first contact, with no return within 7 days."), Value: .729, Format: percent, Previous: .75, Change: -.021, ChangeAbs: true, Better: 1, Tone: document.Warning, Spark: []float64{.75, .74, NaN, .72, .73, .71, .729}},
		{ID: "first_response", Label: p.s("首次响应（平均）", "First response (mean)"), Value: 201, Format: seconds, Previous: 188, Change: .069, Better: -1, Tone: document.Bad, Spark: []float64{188, 190, 195, 210, 201}},
		{ID: "sales", Label: p.s("客服销售额", "Sales after contact"), Value: 1902487.15, Format: money, Previous: 1750000, Change: .087, Better: 1, Tone: document.Good, Spark: spark},
		{ID: "satisfaction", Label: p.s("满意度", "Satisfaction"), Value: NaN, Format: rating, Previous: NaN, Change: NaN},
		{ID: "complaints", Label: p.s("投诉率", "Complaint rate"), Value: .0132, Format: percent, Previous: .0132, Change: 0, Better: -1},
	}}
}

// TypesByWeek has a series for each type over eight weeks.
func TypesByWeek(l lang.Lang, k chart.Kind) *chart.Chart {
	p := pick(l)
	c := &chart.Chart{Kind: k, Title: p.s("每周 × 一级类型的接待量", "Contacts by week and type"), Unit: p.s("次", "contacts"), Format: count, Time: true, Parts: true, Lang: string(l)}
	for w := range 8 {
		c.Categories = append(c.Categories, p.s(fmt.Sprintf("第%d周", 37+w), fmt.Sprintf("W%d", 37+w)))
	}
	for i, name := range Types(l) {
		s := chart.Series{Name: name}
		for w := range 8 {
			v := float64(900-130*i+60*((w*7+i*3)%5)) + float64(w*20)
			if i == 5 && w == 2 {
				v = NaN
			}
			s.Values = append(s.Values, v)
		}
		c.Series = append(c.Series, s)
	}
	return c
}

// TypesTotal has one series over the types.
func TypesTotal(l lang.Lang, k chart.Kind) *chart.Chart {
	p := pick(l)
	return &chart.Chart{Kind: k, Title: p.s("各类型占比", "Share of types"), Format: count, Lang: string(l), Parts: true, Categories: Types(l),
		Series: []chart.Series{{Name: p.s("接待量", "Contacts"), Values: []float64{3871, 2650, 1966, 1544, 1302, 1075}}}}
}

// Regions has one series over provinces with long names and a value below zero.
func Regions(l lang.Lang, k chart.Kind) *chart.Chart {
	p := pick(l)
	return &chart.Chart{Kind: k, Title: p.s("接待量比上周的变化", "Change against last week"), Format: display.Format{Kind: display.Count, Signed: true}, Lang: string(l),
		Categories: []string{p.s("浙江省", "Zhejiang"), p.s("广东省", "Guangdong"), p.s("内蒙古自治区", "Inner Mongolia Autonomous Region"), p.s("新疆维吾尔自治区", "Xinjiang Uygur Autonomous Region"), p.s("上海", "Shanghai"), p.s("湖北省", "Hubei")},
		Series:     []chart.Series{{Name: p.s("变化", "Change"), Values: []float64{412, 230, 96, 41, -55, -180}}}}
}

// Hours is a heat map of weekdays and hours.
func Hours(l lang.Lang) *chart.Chart {
	p := pick(l)
	c := &chart.Chart{Kind: chart.Heat, Title: p.s("星期 × 时段的接待量", "Contacts by weekday and hour"), Format: count, Ordered: true, Lang: string(l)}
	for h := 8; h < 23; h++ {
		c.Categories = append(c.Categories, fmt.Sprint(h))
	}
	for d, name := range []string{p.s("周一", "Mon"), p.s("周二", "Tue"), p.s("周三", "Wed"), p.s("周四", "Thu"), p.s("周五", "Fri"), p.s("周六", "Sat"), p.s("周日", "Sun")} {
		s := chart.Series{Name: name}
		for h := 8; h < 23; h++ {
			v := math.Round(120*math.Exp(-math.Pow(float64(h-14), 2)/18) + 60*math.Exp(-math.Pow(float64(h-20), 2)/4) + float64(d*5))
			if d == 6 && h == 8 {
				v = NaN
			}
			s.Values = append(s.Values, v)
		}
		c.Series = append(c.Series, s)
	}
	return c
}

// TypeTree is a tree of two levels with bars, shares, signed changes and a total.
func TypeTree(l lang.Lang) *document.Table {
	p := pick(l)
	t := &document.Table{ID: "types", Title: p.s("类型树", "Tree of types"), Columns: []document.Column{
		{Title: p.s("类型", "Type"), Format: words},
		{Title: p.s("接待量", "Contacts"), Format: count, Bar: true},
		{Title: p.s("占比", "Share"), Format: percent},
		{Title: p.s("环比", "Change"), Format: percent, Signed: -1, Help: p.s("(本周 − 上周）÷ 上周", "(this week − last week) ÷ last week")},
		{Title: p.s("解决率", "Resolved"), Format: percent, Scale: true},
		{Title: p.s("平均通话时长", "Mean talk time"), Format: seconds},
	}, Note: p.s("解决率只算有“是否解决”的行。", "Resolved counts only rows that say whether they were.")}
	total := 0.0
	for i, name := range Types(l) {
		n := float64(3871 - 560*i)
		total += n
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{document.Words(name), document.Number(n), document.Number(n / 12408),
			document.Number(.124 - .06*float64(i)), document.Number(.62 + .05*float64(i)), document.Number(201 - 12*float64(i))}})
		for k, sub := range []string{p.s("售前", "Before the sale"), p.s("售中", "During the sale")} {
			c := []document.Cell{document.Words(sub), document.Number(n * (.6 - .2*float64(k))), document.Number(n * .5 / 12408), document.Number(NaN), document.Number(.7), document.Number(NaN)}
			if i == 1 && k == 1 {
				c[3] = document.Number(0)
			}
			t.Rows = append(t.Rows, document.Row{Indent: 1, Cells: c})
		}
	}
	t.Rows = append(t.Rows, document.Row{Total: true, Cells: []document.Cell{document.Words(p.s("合计", "Total")), document.Number(total), document.Number(1), document.Number(.082), document.Number(.729), document.Number(188)}})
	return t
}

// Agents has tones in its cells and a column of differences below and above zero.
func Agents(l lang.Lang) *document.Table {
	p := pick(l)
	t := &document.Table{ID: "agents", Title: p.s("客服绩效", "Agents"), Columns: []document.Column{
		{Title: p.s("客服", "Agent"), Format: words},
		{Title: p.s("接待量", "Contacts"), Format: count, Bar: true},
		{Title: p.s("与上周相差", "Against last week"), Format: display.Format{Kind: display.Count, Signed: true}, Bar: true},
		{Title: p.s("首次响应", "First response"), Format: seconds},
		{Title: p.s("满意度", "Satisfaction"), Format: rating, Scale: true},
		{Title: p.s("补偿金额", "Compensation"), Format: money},
		{Title: p.s("首次上岗", "First day"), Format: date},
	}}
	for i, name := range []string{"林小满", "陈佳怡", "Blythe Michael", "王子涵（夜班）", "欧阳若曦", "李雷"} {
		tone := document.Tone(i % 4)
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{document.Words(name), document.Number(float64(2980 - 310*i)), document.Number(float64(260 - 130*i)),
			{Num: float64(95 + 40*i), Tone: tone}, document.Number(4.61 - .2*float64(i)), document.Number(1204.5 - 200*float64(i)), document.Number(1700000000 + 86400*30*float64(i))}})
	}
	t.Rows[3].Cells[4] = document.Number(NaN)
	return t
}

// FollowUps is a list to work through, with texts that must not become
// formulas, ids, long notes and characters that fonts lack.
func FollowUps(l lang.Lang, n int) *document.Table {
	p := pick(l)
	t := &document.Table{ID: "followup", Title: p.s("来了 3 次以上仍未解决", "Three contacts or more, still open"), List: true, Columns: []document.Column{
		{Title: p.s("客户", "Customer"), Format: words},
		{Title: p.s("电话", "Phone"), Format: words},
		{Title: p.s("次数", "Contacts"), Format: count},
		{Title: p.s("最近一次", "Last"), Format: display.Format{Kind: display.DateTime}},
		{Title: p.s("最近说的", "Last words"), Format: words},
		{Title: p.s("出处", "Where"), Format: words},
	}}
	notes := []string{
		p.s("师傅说周三来，没来；打电话不接，催了四次。客户很着急，要求今天之内给答复，否则退货并投诉到平台（12315）。", "The fitter was to come on Wednesday and did not; nobody answers the phone. The customer wants an answer today or will send it back."),
		"=SUM(A1:A9)", "+86 138-0013-8000 @张经理", "-5 折？", "@all 请回电", "🙂 𠮷野家 ☎️",
		p.s("“不要再派上次那位师傅”", "“Please not the same fitter again”"), "", "A\tB\nC",
	}
	for i := range n {
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{
			document.Words(fmt.Sprintf("tb%08d_%s", 1200345+i*77, []string{"小鱼", "Anna", "𠮷"}[i%3])),
			document.Words(fmt.Sprintf("0138%07d", i*1237)), document.Number(float64(9 - i%6)), document.Number(1793900000 + float64(i*5000)),
			document.Words(notes[i%len(notes)]), document.Words(fmt.Sprintf("来电表.xlsx · Sheet1 · %d", 12+i*31)),
		}})
	}
	return t
}

// Nasty is a document of hard cases without sections: a long table, a wide
// one, an empty one, one long text, long names.
func Nasty(l lang.Lang) *document.Document {
	p := pick(l)
	d := &document.Document{ID: "nasty", Lang: l, Title: p.s("各省各类型的接待量与解决率明细，按客服分组（含夜班、外包与临时支援人员）", "Contacts and resolution by province and type, grouped by agent, with night shift and temporary staff")}
	long := &document.Table{ID: "long", Title: p.s("300 行", "300 rows"), Columns: []document.Column{
		{Title: "#", Format: count}, {Title: p.s("商品名称", "Product"), Format: words}, {Title: p.s("品类", "Category"), Format: words},
		{Title: p.s("金额", "Amount"), Format: money, Bar: true}, {Title: p.s("占比", "Share"), Format: percent}}}
	for i := range 300 {
		name := p.s(fmt.Sprintf("商品%03d 经典款", i+1), fmt.Sprintf("Item %03d classic", i+1))
		if i%9 == 4 {
			name += p.s("(家庭分享装，内含十二小包，赠送密封夹与收纳袋，北京、上海、广州次日达）", " (family pack of twelve, with clips and a storage bag, next-day delivery to Beijing and Shanghai)")
		}
		v := 52345.6/float64(i+1) - 300
		if i%37 == 5 {
			v = NaN
		}
		long.Rows = append(long.Rows, document.Row{Cells: []document.Cell{document.Number(float64(i + 1)), document.Words(name), document.Words(Types(l)[i%6]), document.Number(v), document.Number(v / 52045.6)}})
	}
	long.Rows = append(long.Rows, document.Row{Total: true, Cells: []document.Cell{document.Words(""), document.Words(p.s("合计", "Total")), document.Words(""), document.Number(240000), document.Number(1)}})
	wide := &document.Table{ID: "wide", Title: p.s("很多列", "Many columns"), Columns: []document.Column{{Title: p.s("省份", "Province"), Format: words}}}
	for m := range 24 {
		wide.Columns = append(wide.Columns, document.Column{Title: fmt.Sprintf("2025-%02d", m+1), Format: count, Scale: m%2 == 0})
	}
	for i, r := range Regions(l, chart.Bar).Categories {
		row := document.Row{Cells: []document.Cell{document.Words(r)}}
		for m := range 24 {
			row.Cells = append(row.Cells, document.Number(float64((i+1)*(m+3)*1234%98765)))
		}
		wide.Rows = append(wide.Rows, row)
	}
	text := &document.Table{ID: "text", Columns: []document.Column{{Title: p.s("记录", "Record"), Format: words}, {Title: p.s("条数", "Number"), Format: count}},
		Rows: []document.Row{{Cells: []document.Cell{document.Words(repeat(p.s("客户反映安装师傅迟到两小时，", "The fitter came two hours late, "), 120)), document.Number(1)}},
			{Cells: []document.Cell{document.Words("https://example.com/averyveryveryveryveryveryveryveryveryveryveryveryverylongaddresswithoutanyblankinit/1234567890"), document.Number(2)}}}}
	d.Blocks = []document.Block{long, wide, &document.Table{ID: "empty", Title: p.s("空表", "Empty"), Columns: long.Columns}, text}
	return d
}

func repeat(s string, n int) string {
	out := ""
	for range n {
		out += s
	}
	return out
}

// Charts is a document with a chart of every type of the catalogue.
func Charts(l lang.Lang) *document.Document {
	d := &document.Document{ID: "charts", Lang: l, Title: pick(l).s("所有图表", "All charts")}
	for _, t := range chart.Catalogue {
		c := TypesByWeek(l, t.ID)
		switch t.ID {
		case chart.Bar, chart.Map:
			c = Regions(l, t.ID)
		case chart.Donut, chart.Pareto, chart.Funnel:
			c = TypesTotal(l, t.ID)
		case chart.Heat:
			c = Hours(l)
		case chart.Combo:
			c.Series = c.Series[:2]
			c.Series[1].Second = true
		case chart.Scatter, chart.Bullet:
			c.Series = c.Series[:3]
			c.Time = false
		case chart.Calendar:
			c = calendar(l)
		}
		c.Title = t.Title(l)
		d.Blocks = append(d.Blocks, &document.Chart{Chart: c})
	}
	return d
}

func calendar(l lang.Lang) *chart.Chart {
	c := &chart.Chart{Kind: chart.Calendar, Format: count, Time: true, Lang: string(l), Series: []chart.Series{{Name: pick(l).s("接待量", "Contacts")}}}
	for i := range 56 {
		t := float64(1788739200 + i*86400)
		c.Times = append(c.Times, t)
		c.Categories = append(c.Categories, date.Bare(t, l))
		c.Series[0].Values = append(c.Series[0].Values, float64(100+(i*37)%90))
	}
	return c
}

// Log is a log of n rows with a column of every type.
func Log(n int) *logkind.Log {
	var when, dur, amount, clock, ok []float64
	var name, id, note []string
	for i := range n {
		when = append(when, 1793577600+float64(i)*613)
		dur = append(dur, float64(30+i*7%600))
		amount = append(amount, float64(i*13%9000)/100)
		clock = append(clock, float64(i*61%86400))
		ok = append(ok, float64(i%3%2))
		name = append(name, []string{"林小满", "陈佳怡", "欧阳若曦"}[i%3])
		id = append(id, fmt.Sprintf("2100000000%08d", i))
		note = append(note, []string{"=1+1", "", "普通备注", "+123", "<b>&\"x\"</b>"}[i%5])
	}
	amount[min(2, n-1)] = NaN
	t := table.New(table.TextColumn("订单编号", id), table.NumColumn("来电时间", table.Time, when), table.TextColumn("客服", name),
		table.NumColumn("通话时长", table.Duration, dur), table.NumColumn("金额", table.Number, amount), table.NumColumn("时刻", table.Clock, clock),
		table.BoolColumn("是否解决", "是", "否", ok), table.TextColumn("备注", note))
	return &logkind.Log{Name: "来电表 2026-10", Kind: logkind.Inbound, Table: t, Roles: logkind.Roles{"time": "来电时间", "agent": "客服", "resolved": "是否解决", "duration": "通话时长"}}
}

// Shown is a number and how Excel shows it in its format.
type Shown struct {
	Value  float64
	Format display.Format
	Excel  string
}

// Formats is a number in each format.
var Formats = []Shown{
	{12408, count, "12,408"},
	{-12408, count, "-12,408"},
	{3.4708, rating, "3.47"},
	{.7292, percent, "72.9%"},
	{1902487.15, money, "¥1,902,487.15"},
	{-5, money, "-¥5.00"},
	{201, seconds, "0:03:21"},
	{100000, seconds, "27:46:40"},
	{1793610180, display.Format{Kind: display.DateTime}, "2026-11-02 09:03"},
	{1793610180, date, "2026-11-02"},
	{32580, display.Format{Kind: display.Clock}, "09:03"},
	{412, display.Format{Kind: display.Count, Signed: true}, "+412"},
	{-55, display.Format{Kind: display.Count, Signed: true}, "-55"},
	{3, display.Format{Kind: display.Count, Unit: "天"}, "3天"},
	{3, display.Format{Kind: display.Count, Unit: "days"}, "3 days"},
}
