package report

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"runtime"
	"testing"

	"tallyboard/internal/derive"
	"tallyboard/internal/lang"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
	"tallyboard/internal/table"
)

// yearOfLogs is a year of a large shop: a million contacts and 300,000 orders,
// in time order as exports are.
func yearOfLogs() []*logkind.Log {
	const contacts, orders, customers = 1_000_000, 300_000, 150_000
	r := rand.New(rand.NewPCG(1, 2))
	who := words0("客户", customers)
	places := table.DictOf("浙江省杭州市", "浙江省宁波市", "江苏省南京市", "广东省深圳市", "广东省广州市", "北京市", "上海市", "四川省成都市", "湖北省武汉市", "山东省青岛市",
		"河南省郑州市", "福建省厦门市", "湖南省长沙市", "陕西省西安市", "辽宁省大连市", "新疆维吾尔自治区乌鲁木齐市")
	coded := func(name string, n int, d *table.Dict) *table.Column {
		codes := make([]uint32, n)
		for i := range codes {
			codes[i] = uint32(1 + r.IntN(d.Len()))
		}
		return &table.Column{Name: name, Type: table.Text, Codes: codes, Dict: d}
	}
	truth := func(name string, n int, p float64) *table.Column {
		vals := make([]float64, n)
		for i := range vals {
			if r.Float64() < p {
				vals[i] = 1
			}
		}
		return table.BoolColumn(name, "是", "否", vals)
	}
	numbers := func(name string, t table.Type, n int, fn func(i int) float64) *table.Column {
		vals := make([]float64, n)
		for i := range vals {
			vals[i] = fn(i)
		}
		return table.NumColumn(name, t, vals)
	}
	year := func(n int) func(int) float64 {
		return func(i int) float64 { return at("01-01") + float64(i)*365*day/float64(n) + float64(r.IntN(30)) }
	}
	log := func(name string, kind logkind.Kind, cols ...*table.Column) *logkind.Log {
		l := &logkind.Log{Name: name, Kind: kind, Table: table.New(cols...), Roles: logkind.Roles{}}
		for _, c := range cols {
			l.Roles[logkind.Role(c.Name)] = c.Name
		}
		return l
	}
	n := contacts
	calls := log("calls", logkind.Inbound, numbers("time", table.Time, n, year(n)), coded("customer", n, who), coded("agent", n, words0("客服", 30)),
		coded("region", n, places), coded("type1", n, words0("一级", 6)), coded("type2", n, words0("二级", 20)), coded("type3", n, words0("三级", 60)),
		coded("product", n, words0("商品", 40)), coded("category", n, words0("品类", 8)), coded("stage", n, table.DictOf("售前", "售中", "售后")), coded("worker", n, words0("师傅", 50)), coded("shop", n, words0("店铺", 4)),
		truth("resolved", n, 0.8), truth("replied", n, 0.95),
		numbers("satisfaction", table.Number, n, func(int) float64 {
			if r.IntN(2) == 0 {
				return math.NaN()
			}
			return float64(1 + r.IntN(5))
		}),
		numbers("duration", table.Duration, n, func(int) float64 { return r.ExpFloat64() * 200 }),
		numbers("first_response", table.Duration, n, func(int) float64 { return r.ExpFloat64() * 40 }))
	n = orders
	sold := log("orders", logkind.Order, numbers("order_time", table.Time, n, year(n)), coded("customer", n, who), coded("region", n, places),
		coded("product", n, words0("商品", 40)), coded("category", n, words0("品类", 8)), coded("worker", n, words0("师傅", 50)), coded("shop", n, words0("店铺", 4)),
		coded("status", n, table.DictOf("交易成功", "交易关闭", "等待买家付款", "退款成功")), numbers("amount", table.Number, n, func(int) float64 { return math.Round(r.ExpFloat64() * 300) }))
	return []*logkind.Log{calls, sold}
}

func words0(prefix string, n int) *table.Dict {
	list := make([]string, n)
	for i := range list {
		list[i] = fmt.Sprintf("%s%d", prefix, i+1)
	}
	return table.DictOf(list...)
}

// Every report over a year of logs, from loaded tables to the document: of the
// last week, and of all time; the first on logs that were just loaded, and one
// after others.
func BenchmarkReports(b *testing.B) {
	logs := yearOfLogs()
	for _, period := range []string{"", "all"} {
		for _, r := range Catalogue {
			if (&Builder{In: Input{Logs: logs}}).logs(r.Kinds...) == nil {
				continue
			}
			in := Input{Lang: lang.ZH, Period: period}
			build := func(b *testing.B) {
				if _, err := Build(context.Background(), r.ID, in); err != nil {
					b.Fatal(err)
				}
			}
			name := "report=" + r.ID + "/period=" + cmp.Or(period, "default")
			b.Run(name+"/first", func(b *testing.B) {
				for b.Loop() {
					b.StopTimer()
					in.Logs, in.Engine = reloaded(logs), pivot.Memory()
					runtime.GC()
					b.StartTimer()
					build(b)
				}
			})
			b.Run(name+"/later", func(b *testing.B) {
				in.Logs, in.Engine, in.Derived = logs, pivot.Memory(), &derive.Keep{}
				build(b)
				for b.Loop() {
					build(b)
				}
			})
		}
	}
}

// reloaded is logs of which nothing was worked out yet: neither the codes of a
// column's weeks nor where a word stands in its dictionary.
func reloaded(logs []*logkind.Log) []*logkind.Log {
	dicts := map[*table.Dict]*table.Dict{nil: nil}
	out := make([]*logkind.Log, len(logs))
	for i, l := range logs {
		cols := make([]*table.Column, len(l.Table.Cols))
		for k, c := range l.Table.Cols {
			if dicts[c.Dict] == nil && c.Dict != nil {
				words := make([]string, c.Dict.Len())
				for w := range words {
					words[w] = c.Dict.At(uint32(w + 1))
				}
				dicts[c.Dict] = table.DictOf(words...)
			}
			fresh := *c
			fresh.Dict = dicts[c.Dict]
			cols[k] = &fresh
		}
		fresh := *l
		fresh.Table = table.New(cols...)
		out[i] = &fresh
	}
	return out
}

// All reports one after the other, derived columns made once, as the window
// does it.
func BenchmarkAllReports(b *testing.B) {
	logs := yearOfLogs()
	for b.Loop() {
		engine := pivot.Memory()
		var keep derive.Keep
		for _, r := range Catalogue {
			if (&Builder{In: Input{Logs: logs}}).logs(r.Kinds...) == nil {
				continue
			}
			if _, err := Build(context.Background(), r.ID, Input{Logs: logs, Engine: engine, Lang: lang.ZH, Derived: &keep}); err != nil {
				b.Fatal(err)
			}
		}
	}
}
