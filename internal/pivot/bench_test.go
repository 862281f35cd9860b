package pivot

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"sync"
	"testing"

	"tallyboard/internal/logkind"
	"tallyboard/internal/table"
)

// benchLog is a year of receptions of a large shop: 31 regions, 8 types, 30
// agents, 220,000 customers.
var benchLog = sync.OnceValue(func() *logkind.Log {
	const rows = 1_000_000
	r := rand.New(rand.NewPCG(1, 2))
	words := func(name, prefix string, n int, code func() int) *table.Column {
		dict := make([]string, n)
		for i := range dict {
			dict[i] = fmt.Sprint(prefix, i)
		}
		c := &table.Column{Name: name, Type: table.Text, Codes: make([]uint32, rows), Dict: table.DictOf(dict...)}
		for i := range c.Codes {
			c.Codes[i] = uint32(code() % n)
			c.Codes[i]++
		}
		return c
	}
	skewed := func(n int) func() int {
		return func() int { return int(float64(n) * r.Float64() * r.Float64()) }
	}
	nums := func(name string, t table.Type, blank float64, f func() float64) *table.Column {
		out := make([]float64, rows)
		for i := range out {
			if out[i] = f(); r.Float64() < blank {
				out[i] = math.NaN()
			}
		}
		return table.NumColumn(name, t, out)
	}
	at := date(2025, 1, 1)
	return &logkind.Log{Table: table.New(
		words("region", "province ", 31, skewed(31)),
		words("type", "type ", 8, skewed(8)),
		words("agent", "agent ", 30, skewed(30)),
		words("customer", "customer ", 220_000, func() int { return int(220_000 * math.Pow(r.Float64(), 1.3)) }),
		words("channel", "channel ", 5, skewed(5)),
		table.BoolColumn("resolved", "yes", "no", nums("", table.Number, .02, func() float64 { return float64(r.IntN(2)) }).Nums),
		nums("time", table.Time, 0, func() float64 { at += r.Float64() * 62; return math.Floor(at) }),
		nums("duration", table.Duration, .1, func() float64 { return math.Floor(r.ExpFloat64() * 200) }),
		nums("amount", table.Number, .5, func() float64 { return math.Round(r.ExpFloat64()*10000) / 100 }),
	)}
})

// benchSpecs are the standard queries.
var benchSpecs = []struct{ name, text string }{
	{"count_sum_mean-region×type", "--rows region --cols type --value count --value sum:amount --value mean:duration"},
	{"count-region×type", "--rows region --cols type"},
	{"distinct-all", "--value distinct:customer"},
	{"distinct-region×type", "--rows region --cols type --value distinct:customer"},
	{"mean-week×agent", "--rows week:time --cols agent --value mean:duration"},
	{"top20-customer", "--rows customer --top 20 --sort value --desc"},
	{"filter-region×type", "--rows region --cols type --value count --value mean:duration --where 'channel=channel 1|channel 3' --where time>=2025-04-01 --where time<2025-07-01 --where resolved=no"},
	{"median-region×type", "--rows region --cols type --value median:duration"},
	{"share-month×region×type", "--rows month:time --rows region --cols type --value share:resolved"},
	{"count-customer×day-hashed", "--rows customer --cols day:time --top 20 --top-cols 20"},
}

func BenchmarkRun(b *testing.B) {
	log := benchLog()
	for _, q := range benchSpecs {
		spec, err := ParseSpec(q.text)
		if err != nil {
			b.Fatal(err)
		}
		b.Run("rows=1e6/query="+q.name, func(b *testing.B) {
			engine := Memory()
			b.ReportAllocs()
			for b.Loop() {
				if _, err := engine.Run(context.Background(), log, spec); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkFirst is a query on columns that nothing is remembered of.
func BenchmarkFirst(b *testing.B) {
	log := benchLog()
	spec, err := ParseSpec("--rows week:time --cols agent --value mean:duration")
	if err != nil {
		b.Fatal(err)
	}
	b.Run("rows=1e6/query=mean-week×agent", func(b *testing.B) {
		for b.Loop() {
			if _, err := Memory().Run(context.Background(), log, spec); err != nil {
				b.Fatal(err)
			}
		}
	})
}
