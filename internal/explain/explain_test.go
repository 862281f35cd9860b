package explain

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"tallyboard/internal/display"
	"tallyboard/internal/fault"
	"tallyboard/internal/lang"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
	"tallyboard/internal/table"
)

const monday = 1704067200.0 // 2024-01-01

// story is two weeks of contacts: in the second, Zhejiang asks far more
// than before, and Bo resolves less.
func story() *logkind.Log {
	r := rand.New(rand.NewPCG(4, 4))
	var times, solved, amount []float64
	var region, kind, agent []string
	add := func(week int, where, what, who string, yes float64) {
		times = append(times, monday+float64(week)*7*86400+float64(r.IntN(7*86400)))
		region, kind, agent = append(region, where), append(kind, what), append(agent, who)
		done := 0.0
		if r.Float64() < yes {
			done = 1
		}
		solved = append(solved, done)
		amount = append(amount, math.Round(r.ExpFloat64()*1000)/10)
	}
	for week := range 2 {
		for range 600 {
			who, yes := []string{"Ann", "Bo", "Cai"}[r.IntN(3)], .8
			if who == "Bo" && week == 1 {
				yes = .3
			}
			add(week, []string{"广东", "江苏", "浙江", "四川"}[r.IntN(4)], []string{"物流", "退款", "售前"}[r.IntN(3)], who, yes)
		}
	}
	for range 300 {
		add(1, "浙江", []string{"物流", "退款", "售前"}[r.IntN(3)], []string{"Ann", "Bo", "Cai"}[r.IntN(3)], .62)
	}
	return &logkind.Log{Table: table.New(
		table.NumColumn("time", table.Time, times), table.TextColumn("region", region), table.TextColumn("type", kind),
		table.TextColumn("agent", agent), table.BoolColumn("solved", "是", "否", solved), table.NumColumn("amount", table.Number, amount),
	), Roles: logkind.Roles{"time": "time", "region": "region"}}
}

func explained(t *testing.T, spec string, period byte, row ...pivot.Label) *Answer {
	t.Helper()
	s, err := pivot.ParseSpec(spec)
	if err != nil {
		t.Fatal(err)
	}
	log, engine := story(), pivot.Memory()
	r, err := engine.Run(context.Background(), log, s)
	if err != nil {
		t.Fatal(err)
	}
	q, err := Cell(log, r, 0, row, nil, period)
	if err != nil {
		t.Fatal(err)
	}
	a, err := Explain(context.Background(), engine, q)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestFindsTheStory(t *testing.T) {
	week2 := pivot.Label{Text: "2024-01-08", Num: monday + 7*86400}
	for _, c := range []struct {
		name          string
		a             *Answer
		diff          float64
		first, member string
		share         float64
	}{
		{"more contacts", explained(t, "--rows week:time", pivot.Before, week2), 300, "region", "浙江", 1},
		{"more contacts, by filter", explained(t, "--where time=2024-W02", pivot.Before), 300, "region", "浙江", 1},
		{"fewer solved", explained(t, "--rows week:time --value share:solved", pivot.Before, week2), math.NaN(), "agent", "Bo", 1},
		{"fewer solved, as a ratio", explained(t, "--rows week:time --value 'count{solved=是} / count'", pivot.Before, week2), math.NaN(), "agent", "Bo", 1},
	} {
		if c.diff == c.diff && c.a.Diff != c.diff {
			t.Errorf("%s: the difference is %v, want %v", c.name, c.a.Diff, c.diff)
		}
		top := c.a.Columns[0]
		if top.Dim.Column != c.first || top.Score == 0 {
			t.Errorf("%s: explained first by %s (%v), want %s", c.name, top.Dim.Column, top.Score, c.first)
		}
		if p := top.Parts[0]; p.Label.Text != c.member || math.Abs(p.Share-c.share) > .25 {
			t.Errorf("%s: first comes %q with %.2f of it, want %q with about %v", c.name, p.Label.Text, p.Share, c.member, c.share)
		}
	}
}

func TestWords(t *testing.T) {
	percent, count := display.Format{Kind: display.Percent, Decimals: 1}, display.Format{Kind: display.Count}
	dim := Column{Dim: pivot.DimInfo{Dim: pivot.Dim{Column: "agent"}}}
	sum := &Answer{Now: 350, Before: 300, Diff: 50}
	rate := &Answer{Now: .6, Before: .8, Diff: -.2, Ratio: true}
	rest := pivot.Label{Num: math.NaN(), Other: true}
	for got, want := range map[string]string{
		sum.Summary(count, lang.ZH): "300 → 350，▲ +50（▲ +16.7%）",
		sum.Line(dim, Part{Label: pivot.Label{Text: "小明", Num: math.NaN()}, Now: 30, Before: math.NaN(), Effect: 30, Share: .6}, count, lang.ZH): "小明：0 → 30，▲ +30，占变化的 60%",
		rate.Summary(percent, lang.EN): "80.0% → 60.0%, ▼ −20.0 pp (▼ −25.0%)",
		rate.Line(dim, Part{Label: pivot.Label{Text: "Bo", Num: math.NaN()}, Now: .3, Before: .8, WeightNow: .25, WeightBefore: .3, Effect: -.125, Rate: -.125, Share: .625}, percent, lang.EN): "Bo: 80.0% → 30.0%, weight 30% → 25%; effect ▼ −12.5 pp (own change ▼ −12.5 pp, weight 0.0 pp)",
		rate.Line(dim, Part{Label: rest, Now: math.NaN(), Before: math.NaN(), Effect: -.075, Share: .375}, percent, lang.ZH):                                                                    "其他：▼ −7.5个百分点，占变化的 38%",
	} {
		if got != want {
			t.Errorf("says %q, want %q", got, want)
		}
	}
}

// Effects of all members add up to the difference, and rate and mix to effects.
func TestEffectsAddUp(t *testing.T) {
	engine := pivot.Memory()
	for seed := range 40 {
		r := rand.New(rand.NewPCG(uint64(seed), 1))
		log := story()
		for i := range log.Table.Rows {
			if r.IntN(5) == 0 {
				log.Table.Column("amount").Nums[i] = math.NaN()
				log.Table.Column("solved").Codes[i] = 0
				log.Table.Column("agent").Codes[i] = 0
			}
		}
		half := func(op pivot.Op) []pivot.Filter {
			return []pivot.Filter{{Column: "time", Op: op, Values: []string{fmt.Sprintf("2024-01-%02d", 2+r.IntN(11))}}}
		}
		for _, text := range []string{"count", "sum:amount", "mean:amount", "share:solved", "sum:amount / count", "count:agent{type=物流}"} {
			v, err := pivot.ParseValue(text)
			if err != nil {
				t.Fatal(err)
			}
			a, err := Explain(context.Background(), engine, Question{Log: log, Value: v, Now: half(pivot.Ge), Before: half(pivot.Lt), Parts: 1 + r.IntN(4)})
			if err != nil {
				t.Fatal(err)
			}
			for _, c := range a.Columns {
				sum := c.Rest.Effect
				for _, p := range c.Parts {
					sum += p.Effect
					if math.Abs(p.Rate+p.Mix-p.Effect) > 1e-9*max(1, math.Abs(p.Effect)) {
						t.Errorf("seed %d: %s by %s: rate %v and mix %v are not %v", seed, text, c.Dim.Title, p.Rate, p.Mix, p.Effect)
					}
				}
				if math.Abs(sum-a.Diff) > 1e-9*max(1, math.Abs(a.Now), math.Abs(a.Before)) {
					t.Errorf("seed %d: %s by %s adds up to %v, want %v", seed, text, c.Dim.Title, sum, a.Diff)
				}
			}
		}
	}
}

func TestCellOfRest(t *testing.T) {
	log, engine := story(), pivot.Memory()
	s, err := pivot.ParseSpec("--rows region --top 1 --where time=2024-W02")
	if err != nil {
		t.Fatal(err)
	}
	r, err := engine.Run(context.Background(), log, s)
	if err != nil {
		t.Fatal(err)
	}
	q, err := Cell(log, r, 0, []pivot.Label{{Num: math.NaN(), Other: true}}, nil, pivot.Before)
	if err != nil {
		t.Fatal(err)
	}
	a, err := Explain(context.Background(), engine, q)
	if err != nil {
		t.Fatal(err)
	}
	if want := r.At(1, 0, 0); a.Now != want {
		t.Errorf("the rest has %v rows, want %v", a.Now, want)
	}
}

func TestFaults(t *testing.T) {
	log, engine := story(), pivot.Memory()
	for text, code := range map[string]string{"median:amount": "explain.value", "distinct:agent": "explain.value", "count - 1": "explain.value", "count": "explain.norows"} {
		v, err := pivot.ParseValue(text)
		if err != nil {
			t.Fatal(err)
		}
		_, err = Explain(context.Background(), engine, Question{Log: log, Value: v, Before: []pivot.Filter{{Column: "time", Op: pivot.Lt, Values: []string{"2020"}}}})
		if !fault.Is(err, code) {
			t.Errorf("%s: got %v, want the fault %s", text, err, code)
		}
	}
	r, err := engine.Run(context.Background(), log, pivot.Spec{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Cell(log, r, 0, nil, nil, pivot.Before); !fault.Is(err, "pivot.compare.period") {
		t.Errorf("without a period: got %v", err)
	}
}
