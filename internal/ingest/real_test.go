package ingest

import (
	"context"
	"math"
	"os"
	"path/filepath"
	"testing"

	"tallyboard/internal/table"
)

// realSheets are sheets that nobody of the project made, with answers computed
// independently.
var realSheets = []struct {
	file, sheet string
	rows, blank int
	sums        map[string]float64
	counts      map[string]int            // not blank
	words       map[string]map[string]int // column → word → rows
	types       map[string]table.Type
}{
	{file: "pwc_call_center_raw.xlsx", rows: 5000,
		sums:   map[string]float64{"AvgTalkDuration": 911837},
		counts: map[string]int{"Satisfaction rating": 4054},
		words:  map[string]map[string]int{"Topic": {"Streaming": 1022, "Technical Support": 1019}, "Answered (Y/N)": {"Y": 4054, "N": 946}, "Resolved": {"Y": 3646}},
		types:  map[string]table.Type{"Date": table.Time, "Time": table.Clock, "AvgTalkDuration": table.Duration, "Resolved": table.Bool, "Call Id": table.Text, "Date + Time": table.Time, "Satisfaction rating": table.Number}},
	{file: "rwfd_call_center.csv", rows: 10747, blank: 22194,
		sums:   map[string]float64{"call duration in minutes": 269358},
		counts: map[string]int{"csat_score": 3980},
		words:  map[string]map[string]int{"reason": {"Billing Question": 7722, "Service Outage": 1568, "Payments": 1457}, "state": {"California": 1203}},
		types:  map[string]table.Type{"call_timestamp": table.Time, "call duration in minutes": table.Number}},
	{file: "tmall_order_report.csv", rows: 28010,
		sums:   map[string]float64{"总金额": 2995760.61, "买家实际支付金额": 1902487.15, "退款金额": 572335.92},
		counts: map[string]int{"订单付款时间": 24087},
		words:  map[string]map[string]int{"收货地址": {"上海": 3353, "广东省": 2463}},
		types:  map[string]table.Type{"订单编号": table.Text, "订单创建时间": table.Time}},
	{file: "order-14.1_gbk.csv", rows: 3478, blank: 266,
		words: map[string]map[string]int{"门店编号": {"CDLG": 1331, "CDXL": 1148, "CDNL": 999}},
		types: map[string]table.Type{"商品ID": table.Text, "单价": table.Number, "成交时间": table.Time}},
	{file: "gov_type_tree_3level.xlsx", rows: 517,
		words: map[string]map[string]int{"一级分类": {"城乡建设": 65, "农村农业": 56, "政法": 55}}},
	{file: "nyc311_small.csv", rows: 1000,
		counts: map[string]int{"closed_date": 292},
		words:  map[string]map[string]int{"borough": {"BROOKLYN": 327, "BRONX": 228}, "complaint_type": {"Noise - Residential": 149}},
		types:  map[string]table.Type{"created_date": table.Time, "incident_zip": table.Text}},
	{file: "support_tickets.csv", rows: 5000,
		counts: map[string]int{"csat_score": 3724},
		words:  map[string]map[string]int{"agent": {"Agent_005": 234}, "region": {"APAC": 2473}},
		types:  map[string]table.Type{"resolved_date": table.Time, "response_sla_met": table.Bool, "week": table.Text}},
	{file: "packt_pvm_sales_53k.xlsx", rows: 53092,
		words: map[string]map[string]int{"Scenario": {"Actual": 26762, "Forecast": 26330}},
		types: map[string]table.Type{"DimDate": table.Time, "Amount": table.Number}},
	{file: "customer_call_list.xlsx", rows: 21,
		types: map[string]table.Type{"Paying Customer": table.Bool, "Phone_Number": table.Text}},
	{file: "tableau_superstore_zh.xls", rows: 10000,
		sums:  map[string]float64{"销售额": 16117548.237, "利润": 2156559.517, "数量": 37675},
		words: map[string]map[string]int{"地区": {"华东": 2958, "中南": 2588}},
		types: map[string]table.Type{"订单日期": table.Time, "行 ID": table.Text}},
}

func realFolder(t *testing.T) string {
	dir := os.Getenv("TALLYBOARD_REALDATA")
	if dir == "" {
		t.Logf("TALLYBOARD_REALDATA is not set: %d real sheets left out", len(realSheets))
	}
	return dir
}

func TestRealSheets(t *testing.T) {
	dir := realFolder(t)
	if dir == "" {
		return
	}
	for _, want := range realSheets {
		t.Run(want.file, func(t *testing.T) {
			logs, failures, err := Open(context.Background(), []string{filepath.Join(dir, want.file)}, Options{Sheet: want.sheet})
			if err != nil || len(failures) > 0 || len(logs) != 1 {
				t.Fatalf("%d logs, %v, %v", len(logs), failures, err)
			}
			l := logs[0]
			if l.Table.Rows != want.rows || l.Files[0].LeftOut.Blank != want.blank {
				t.Errorf("%d rows, %+v left out; want %d and %d blank", l.Table.Rows, l.Files[0].LeftOut, want.rows, want.blank)
			}
			for name, typ := range want.types {
				if c := l.Table.Column(name); c == nil || c.Type != typ {
					t.Errorf("%s is %v, want %s", name, c, typ)
				}
			}
			for name, sum := range want.sums {
				if got := columnSum(l.Table.Column(name)); math.Abs(got-sum) > 1e-9*math.Abs(sum) {
					t.Errorf("sum of %s is %v, want %v", name, got, sum)
				}
			}
			for name, n := range want.counts {
				if got := filled(l.Table.Column(name)); got != n {
					t.Errorf("%s has %d values, want %d", name, got, n)
				}
			}
			for name, words := range want.words {
				for w, n := range words {
					if got := wordCount(l.Table.Column(name), w); got != n {
						t.Errorf("%s has %q %d times, want %d", name, w, got, n)
					}
				}
			}
		})
	}
}

// A list with yes and no in five ways, phone numbers in four, and one row twice:
// the row is told of, not lost.
func TestRealCallList(t *testing.T) {
	dir := realFolder(t)
	if dir == "" {
		return
	}
	logs, _, err := Open(context.Background(), []string{filepath.Join(dir, "customer_call_list.xlsx")}, Options{})
	if err != nil || len(logs) != 1 {
		t.Fatal(len(logs), err)
	}
	l := logs[0]
	yes, no, neither := 0, 0, 0
	c := l.Table.Column("Paying Customer")
	for i := range l.Table.Rows {
		switch v := c.Num(i); {
		case v == 1:
			yes++
		case v == 0:
			no++
		default:
			neither++
		}
	}
	if yes != 14 || no != 6 || neither != 1 {
		t.Errorf("paying: %d yes, %d no, %d neither; want 14, 6, 1", yes, no, neither)
	}
	if n := l.Warnings.Counts[WarnRepeated]; n != 1 {
		t.Errorf("%d repeated rows told of, want 1", n)
	}
}

func columnSum(c *table.Column) (sum float64) {
	if c == nil {
		return math.NaN()
	}
	for i := range c.Len() {
		if v := c.Num(i); v == v {
			sum += v
		}
	}
	return sum
}

func filled(c *table.Column) (n int) {
	if c == nil {
		return -1
	}
	for i := range c.Len() {
		if !c.Blank(i) {
			n++
		}
	}
	return n
}

func wordCount(c *table.Column, word string) (n int) {
	if c == nil || !c.Type.Coded() {
		return -1
	}
	code, ok := c.Dict.Code(word)
	if !ok {
		return 0
	}
	for _, k := range c.Codes {
		if k == code {
			n++
		}
	}
	return n
}
