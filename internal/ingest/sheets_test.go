package ingest

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"tallyboard/internal/fault"
	"tallyboard/internal/lang"
	"tallyboard/internal/logkind"
	"tallyboard/internal/table"
)

// csvFile writes a sheet for a test.
func csvFile(t *testing.T, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func openOne(t *testing.T, o Options, paths ...string) *Log {
	t.Helper()
	logs, failures, err := Open(context.Background(), paths, o)
	if err != nil || len(failures) > 0 || len(logs) != 1 {
		t.Fatalf("%d logs, %v, %v", len(logs), failures, err)
	}
	return logs[0]
}

// dump writes a table as lines of cells, numbers plainly and times as stamps.
func dump(l *Log) string {
	var b strings.Builder
	for i, c := range l.Table.Cols {
		if i > 0 {
			b.WriteString(" | ")
		}
		b.WriteString(c.Name + ":" + c.Type.String())
		if c.Unit != "" {
			b.WriteString("[" + c.Unit + "]")
		}
	}
	for r := range l.Table.Rows {
		b.WriteString("\n")
		for i, c := range l.Table.Cols {
			if i > 0 {
				b.WriteString(" | ")
			}
			b.WriteString(cell(c, r))
		}
	}
	return b.String()
}

func cell(c *table.Column, r int) string {
	if c.Blank(r) {
		return "–"
	}
	switch c.Type {
	case table.Text, table.Bool:
		s := c.Dict.At(c.Codes[r])
		if v := c.Num(r); v == v {
			s += "=" + strconv.FormatFloat(v, 'g', -1, 64)
		}
		return s
	case table.Time:
		return stamp(c.Nums[r])
	case table.Clock, table.Duration:
		return hms(c.Nums[r])
	}
	return strconv.FormatFloat(c.Nums[r], 'g', 15, 64)
}

var sheetCases = []struct {
	name, in string
	header   int
	out      LeftOut
	want     string
}{
	{"titles, repeated header, totals, note", `XX旗舰店客服来电登记表,,,,
导出时间：2024-03-01,,店铺：XX,,

序号,来电日期,客服,通话时长,是否解决
1,2024/3/1,小王,3分21秒,是
2,2024/3/1,小李,45秒,否
序号,来电日期,客服,通话时长,是否解决
3,2024年3月5日,小王,1小时2分,未知
合计,,,,
注：以上数据来自系统导出，仅供内部参考,,,,
`, 4, LeftOut{Above: 2, Blank: 1, Headers: 1, Totals: 1, Notes: 1},
		`序号:text | 来电日期:time | 客服:text | 通话时长:duration | 是否解决:bool
1 | 2024-03-01 | 小王 | 0:03:21 | 是=1
2 | 2024-03-01 | 小李 | 0:00:45 | 否=0
3 | 2024-03-05 | 小王 | 1:02:00 | 未知`},
	{"groups over columns, summary rows of a plug-in", `店铺绩效汇总,,,,
客服,接待,,响应,转化
,接待人数,有效接待人数,首次响应时长(秒),询单转化率
小王,120,110,12.5,45.5%
小李,"1,020",900,15,40%
店铺汇总值,"1,140","1,010",,41%
店铺平均值,570,505,13.75,42.75%
`, 3, LeftOut{Above: 1, Totals: 2},
		`客服:text | 接待·接待人数:number | 接待·有效接待人数:number | 响应·首次响应时长(秒):number[s] | 转化·询单转化率:number[%]
小王 | 120 | 110 | 12.5 | 0.455
小李 | 1020 | 900 | 15 | 0.4`},
	{"no header", "小王,2024-01-01,12,售后\n小李,2024-01-02,15,售前\n小王,2024-01-03,9,售后\n小张,2024-01-04,11,售前\n", 0, LeftOut{},
		`A:text | B:time | C:number | D:text
小王 | 2024-01-01 | 12 | 售后
小李 | 2024-01-02 | 15 | 售前
小王 | 2024-01-03 | 9 | 售后
小张 | 2024-01-04 | 11 | 售前`},
	{"names twice, none, with a blank", "名称,名称,,收货地址 \na,b,c,上海\nd,e,f,广东省\n", 1, LeftOut{},
		`名称:text | 名称 2:text | C:text | 收货地址:text
a | b | c | 上海
d | e | f | 广东省`},
	{"money, percent, ten thousands, missing", "金额（元）,完成率,销量\n\"¥1,234.50\",50%,12\n￥12,3.5%,-\n1.2万,100%,--\n３元,—,7\n", 1, LeftOut{},
		`金额（元）:number[¥] | 完成率:number[%] | 销量:number
1234.5 | 0.5 | 12
12 | 0.035 | –
12000 | 1 | –
3 | – | 7`},
	{"ids keep their digits", "订单号,工号,联系电话,商品ID\n=\"202103051234567890\",007,013812345678,30006206\n'202103051234567891,012,138****5678,30006207\n", 1, LeftOut{},
		`订单号:text | 工号:text | 联系电话:text | 商品ID:text
202103051234567890 | 007 | 013812345678 | 30006206
202103051234567891 | 012 | 138****5678 | 30006207`},
	{"days first", "date,v\n13/02/2021,1.50\n03/04/2021,2\n05/06/2021 14:05,n/a\n", 1, LeftOut{},
		`date:time | v:number
2021-02-13 | 1.5
2021-04-03 | 2
2021-06-05 14:05:00 | –`},
	{"months first", "date,v\n2/13/21,1\n3/4/21,2\n", 1, LeftOut{}, "date:time | v:number\n2021-02-13 | 1\n2021-03-04 | 2"},
	{"days or months first: the closest together", "date,v\n01/03/2021,1\n02/03/2021,2\n12/03/2021,3\n", 1, LeftOut{}, "date:time | v:number\n2021-03-01 | 1\n2021-03-02 | 2\n2021-03-12 | 3"},
	{"two digits, year first", "日期,v\n21/3/5,1\n21/3/6,2\n21/4/7,3\n", 1, LeftOut{}, "日期:time | v:number\n2021-03-05 | 1\n2021-03-06 | 2\n2021-04-07 | 3"},
	{"eight digits under a date header, and not", "日期,单价\n20210305,20210305\n20210306,20210306\n", 1, LeftOut{},
		"日期:time | 单价:number\n2021-03-05 | 20210305\n2021-03-06 | 20210306"},
	{"serial days under a date header", "成交日期,数量\n44260,44260\n44261,44261\n", 1, LeftOut{}, "成交日期:time | 数量:number\n2021-03-05 | 44260\n2021-03-06 | 44261"},
	{"date and time of day joined", "日期,时间,客服\n2021/3/5,9:03,a\n2021/3/6,21:30:05,b\n", 1, LeftOut{},
		"日期:time | 时间:clock | 客服:text | 日期+时间:time\n2021-03-05 | 9:03:00 | a | 2021-03-05 9:03:00\n2021-03-06 | 21:30:05 | b | 2021-03-06 21:30:05"},
	{"spans in many forms", "通话时长,等待时长\n0:03:21,03:21\n3分21秒,201\n201秒,0:45\n,12\n", 1, LeftOut{},
		"通话时长:duration | 等待时长:duration\n0:03:21 | 0:03:21\n0:03:21 | 0:03:21\n0:03:21 | 0:00:45\n– | 0:00:12"},
	{"numbers with a unit stay numbers", "时长(分钟),首响(秒),处理时长\n3,12,5\n4,15,7\n", 1, LeftOut{}, "时长(分钟):number[min] | 首响(秒):number[s] | 处理时长:number\n3 | 12 | 5\n4 | 15 | 7"},
	{"none is missing, or no", "备注,有无赠品,金额\n无,有,5\n催单,无,无\n加急,有,7\n無,无,8\nx,有,9\nx,有,9\nx,有,9\n", 1, LeftOut{}, "备注:text | 有无赠品:bool | 金额:number\n– | 有=1 | 5\n催单 | 无=0 | –\n加急 | 有=1 | 7\n– | 无=0 | 8\nx | 有=1 | 9\nx | 有=1 | 9\nx | 有=1 | 9"},
	{"states of a case", "工单,工单状态\na,处理中\nb,已解决\nc,已关闭\n", 1, LeftOut{}, "工单:text | 工单状态:text\na | 处理中=0\nb | 已解决=1\nc | 已关闭=1"},
	{"points are not minutes", "满意度,处理时长,得分\n5分,5分,95分\n4分,1小时2分,80分\n3分,3分,77分\n", 1, LeftOut{}, "满意度:number | 处理时长:duration | 得分:number\n5 | 0:05:00 | 95\n4 | 1:02:00 | 80\n3 | 0:03:00 | 77"},
	{"money by the day is no date", "今日销售额,日均接待量,更新日期\n44260,44260,44260\n44261,30000,44261\n", 1, LeftOut{}, "今日销售额:number | 日均接待量:number | 更新日期:time\n44260 | 44260 | 2021-03-05\n44261 | 30000 | 2021-03-06"},
	{"Unix seconds", "created_at,v\n1614906202,1614906202\n1614906203,2\n", 1, LeftOut{}, "created_at:time | v:number\n" + unixStamp(1614906202) + " | 1614906202\n" + unixStamp(1614906203) + " | 2"},
	{"marks in stars and words", "满意度,评价\n★★★,非常满意\n★★★★★,不满意\n,满意\n", 1, LeftOut{}, "满意度:text | 评价:text\n★★★=3 | 非常满意=5\n★★★★★=5 | 不满意=2\n– | 满意=4"},
	{"states are no truths", "订单状态,是否付款\n已发货,1\n未付款,0\n已付款,1\n", 1, LeftOut{}, "订单状态:text | 是否付款:bool\n已发货 | 1=1\n未付款 | 0=0\n已付款 | 1=1"},
	{"a row that is the sum of those above", "类型,数量,金额\na,1,10\nb,2,20\nc,3,30\n,6,60\n", 1, LeftOut{Totals: 1}, "类型:text | 数量:number | 金额:number\na | 1 | 10\nb | 2 | 20\nc | 3 | 30"},
	{"subtotals within", "地区,客服,数量\n华东,a,1\n华东,b,2\n华东 小计,,3\n华南,c,4\n总计,,7\n", 1, LeftOut{Totals: 2}, "地区:text | 客服:text | 数量:number\n华东 | a | 1\n华东 | b | 2\n华南 | c | 4"},
	{"a category that sounds like a total is data", "类型,客服,说明\n费用合计,a,x\n物流,b,y\n费用合计,c,z\n", 1, LeftOut{}, "类型:text | 客服:text | 说明:text\n费用合计 | a | x\n物流 | b | y\n费用合计 | c | z"},
	{"a comma for the point", "品名;单价;数量\na;3,5;1\nb;1.234,50;2\nc;12;3\n", 1, LeftOut{}, "品名:text | 单价:number | 数量:number\na | 3.5 | 1\nb | 1234.5 | 2\nc | 12 | 3"},
	{"years for column names", "产品,2020,2021,2022\n电饭煲,10,20,30\n水壶,5,6,7\n锅,1,2,3\n", 1, LeftOut{}, "产品:text | 2020:number | 2021:number | 2022:number\n电饭煲 | 10 | 20 | 30\n水壶 | 5 | 6 | 7\n锅 | 1 | 2 | 3"},
	{"months for column names", "客服,1月,2月,3月\n小王,10,20,30\n小李,5,6,7\n", 1, LeftOut{}, "客服:text | 1月:number | 2月:number | 3月:number\n小王 | 10 | 20 | 30\n小李 | 5 | 6 | 7"},
	{"days for column names", "客服,2024/1/1,2024/1/2,2024/1/3\n小王,10,20,30\n小李,5,6,7\n", 1, LeftOut{}, "客服:text | 2024/1/1:number | 2024/1/2:number | 2024/1/3:number\n小王 | 10 | 20 | 30\n小李 | 5 | 6 | 7"},
	{"a date above counts for times below", "时间,事\n2021/3/5 9:03,a\n10:15,b\n2021/3/6 8:00,c\n8:30,d\n", 1, LeftOut{}, "时间:time | 事:text\n2021-03-05 9:03:00 | a\n2021-03-05 10:15:00 | b\n2021-03-06 8:00:00 | c\n2021-03-06 8:30:00 | d"},
}

// unixStamp is wall time here, whatever the machine's zone.
func unixStamp(sec int64) string {
	_, offset := time.Unix(sec, 0).Zone()
	return stamp(float64(sec) + float64(offset))
}

func TestSheets(t *testing.T) {
	for _, c := range sheetCases {
		t.Run(c.name, func(t *testing.T) {
			l := openOne(t, Options{}, csvFile(t, "a.csv", c.in))
			f := l.Files[0]
			if f.HeaderRow != c.header || f.LeftOut != c.out {
				t.Errorf("header in row %d, %+v left out; want %d, %+v", f.HeaderRow, f.LeftOut, c.header, c.out)
			}
			if got := dump(l); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
			for _, w := range l.Warnings.Items {
				for _, lg := range lang.All {
					if s := w.Why(lg); strings.Contains(s, "‹") || strings.Contains(s, "%!") {
						t.Errorf("%s: %s", w.Kind, s)
					}
				}
			}
			for _, col := range l.Columns {
				if s := col.TypeReason.Text(lang.ZH); s == "" || strings.Contains(s, "‹") {
					t.Errorf("%s: reason %q", col.Name, s)
				}
			}
		})
	}
}

func TestSheetsWithoutRows(t *testing.T) {
	for name, in := range map[string]string{"a header": "客服,来电时间\n", "totals": "省份,单量\n合计,3\n总计,3\n", "a cell": "x"} {
		logs, failures, err := Open(t.Context(), []string{csvFile(t, "a.csv", in)}, Options{})
		if err != nil || len(logs) != 0 || len(failures) != 1 || !fault.Is(failures[0].Err, "ingest.norows") {
			t.Errorf("%s: %d logs, %v, %v", name, len(logs), failures, err)
		}
	}
	_, failures, _ := Open(t.Context(), []string{csvFile(t, "c.csv", "客服\n小王\n")}, Options{Header: 9})
	if len(failures) != 1 || !fault.Is(failures[0].Err, "ingest.headerrow") {
		t.Errorf("a header below the last row: %v", failures)
	}
	// A header that a person chose stays there to be changed.
	l := openOne(t, Options{Header: 2}, csvFile(t, "b.csv", "客服,来电时间\n小王,2024/1/1\n"))
	if l.Table.Rows != 0 || l.Files[0].HeaderRow != 2 {
		t.Errorf("%d rows under row %d", l.Table.Rows, l.Files[0].HeaderRow)
	}
}

func TestEqualHeadersOfVeryWideSheets(t *testing.T) {
	names := slices.Repeat([]string{"数量"}, 16384)
	got := unique(append(names, "数量 7", ""), 0)
	for i, want := range map[int]string{0: "数量", 1: "数量 2", 16383: "数量 16384", 16384: "数量 7 2"} {
		if got[i] != want {
			t.Errorf("column %d is %q, want %q", i, got[i], want)
		}
	}
}

func TestWarningsTellThePlace(t *testing.T) {
	path := csvFile(t, "客服.csv", "客服,满意度分,订单号\n小王,5,1\n小李,很多,2\n小张,4,2.02103E+17\n小赵,3,4\n小孙,3,4\n小周,2,4\n小吴,1,5\n")
	l := openOne(t, Options{}, path)
	var got []string
	for _, w := range l.Warnings.Items {
		got = append(got, fmt.Sprintf("%s %s %d %d %s %s", w.Kind, w.File, w.Row, w.Col, w.Name, w.Text))
	}
	want := []string{"ingest.notnumber 客服.csv 3 2 满意度分 很多", "ingest.rounded 客服.csv 4 3 订单号 2.02103E+17"}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got %q, want %q", got, want)
	}
	if p := l.Table.Origin.At(3); p.Row != 5 || l.Table.Sources[p.Source].File != "客服.csv" {
		t.Errorf("the fourth row stands at %+v", p)
	}
}

func TestOverrides(t *testing.T) {
	path := csvFile(t, "a.csv", "说明,,\n客服,金额,日期\n小王,12,3/4/21\n小李,x,5/6/21\n")
	l := openOne(t, Options{Header: 2, Types: map[string]table.Type{"金额": table.Text}, DateOrders: map[string]Order{"日期": DMY},
		Roles: logkind.Roles{"customer": "客服", "amount": ""}, Kind: "inbound"}, path)
	if got, want := dump(l), "客服:text | 金额:text | 日期:time\n小王 | 12 | 2021-04-03\n小李 | x | 2021-06-05"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if l.Kind != "inbound" || l.Roles["customer"] != "客服" || l.Roles["agent"] != "" || l.Roles["amount"] != "" {
		t.Errorf("kind %s, roles %v", l.Kind, l.Roles)
	}
}
