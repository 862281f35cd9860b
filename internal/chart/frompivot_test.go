package chart_test

import (
	"context"
	"fmt"
	"math"
	"testing"
	"time"

	"tallyboard/internal/chart"
	"tallyboard/internal/display"
	"tallyboard/internal/lang"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
	"tallyboard/internal/render/picture"
	"tallyboard/internal/table"
)

// shop is a log of 2,000 contacts over ten weeks.
func shop() *logkind.Log {
	const n = 2000
	types := []string{"催单", "退款", "咨询", "投诉"}
	places := []string{"浙江", "江苏", "广东", "上海", "北京", "四川", ""}
	start := float64(time.Date(2026, 8, 31, 0, 0, 0, 0, time.UTC).Unix())
	var kind, sub, agent, place []string
	var at, wait, amount, solved []float64
	for i := range n {
		k := i * i % 7 % len(types)
		kind = append(kind, types[k])
		sub = append(sub, fmt.Sprintf("%s%d", types[k], i%3+1))
		agent = append(agent, fmt.Sprintf("客服%02d", i*31%20))
		place = append(place, places[i*13%len(places)])
		at = append(at, start+float64(i%70)*86400+float64(8+i*7%14)*3600)
		wait = append(wait, float64(20+i*37%90))
		amount = append(amount, float64(i%50)/2)
		solved = append(solved, float64(i*3%4/3))
	}
	t := table.New(table.TextColumn("类型", kind), table.TextColumn("二级类型", sub), table.TextColumn("客服", agent), table.TextColumn("省份", place),
		table.NumColumn("时间", table.Time, at), table.NumColumn("首响", table.Duration, wait), table.NumColumn("金额", table.Number, amount),
		table.BoolColumn("解决", "是", "否", solved))
	return &logkind.Log{Name: "在线表", Kind: logkind.Chat, Table: t, Roles: logkind.Roles{}}
}

func run(t *testing.T, spec pivot.Spec) *pivot.Result {
	t.Helper()
	r, err := pivot.Memory().Run(context.Background(), shop(), spec)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func dims(names ...string) (out []pivot.Dim) {
	for _, n := range names {
		d := pivot.Dim{Column: n}
		for _, f := range pivot.Funcs {
			if p := string(f) + ":"; f != "" && len(n) > len(p) && n[:len(p)] == p {
				d = pivot.Dim{Column: n[len(p):], Func: f}
			}
		}
		out = append(out, d)
	}
	return out
}

var (
	wait   = pivot.Value{Agg: pivot.Mean, Column: "首响"}
	solved = pivot.Value{Agg: pivot.Share, Column: "解决"}
	amount = pivot.Value{Agg: pivot.Sum, Column: "金额"}
)

// specs are pivots of every shape with the kind that shows them best.
var specs = []struct {
	name string
	spec pivot.Spec
	want chart.Kind
}{
	{"types", pivot.Spec{Rows: dims("类型")}, chart.Bar},
	{"types across", pivot.Spec{Cols: dims("类型")}, chart.Bar},
	{"weeks", pivot.Spec{Rows: dims("week:时间")}, chart.Column},
	{"days", pivot.Spec{Rows: dims("day:时间")}, chart.Line},
	{"hours", pivot.Spec{Rows: dims("hour:时间")}, chart.Column},
	{"hours by weekdays", pivot.Spec{Rows: dims("weekday:时间"), Cols: dims("hour:时间")}, chart.Heat},
	{"weeks by types", pivot.Spec{Rows: dims("week:时间"), Cols: dims("类型")}, chart.Stacked},
	{"types by weeks", pivot.Spec{Rows: dims("类型"), Cols: dims("week:时间")}, chart.Stacked},
	{"wait of types by week", pivot.Spec{Rows: dims("week:时间"), Cols: dims("类型"), Values: []pivot.Value{wait}}, chart.Line},
	{"agents by weeks", pivot.Spec{Rows: dims("客服"), Cols: dims("week:时间")}, chart.Heat},
	{"provinces by types", pivot.Spec{Rows: dims("省份"), Cols: dims("类型")}, chart.Stacked},
	{"agents by types", pivot.Spec{Rows: dims("客服"), Cols: dims("类型")}, chart.Stacked},
	{"wait of agents", pivot.Spec{Rows: dims("客服"), Values: []pivot.Value{wait}}, chart.Bar},
	{"wait and solved", pivot.Spec{Rows: dims("week:时间"), Values: []pivot.Value{wait, solved}}, chart.Combo},
	{"sums by province", pivot.Spec{Rows: dims("省份"), Values: []pivot.Value{amount}}, chart.Bar},
	{"tree", pivot.Spec{Rows: dims("类型", "二级类型")}, chart.Bar},
	{"agents' types, nested", pivot.Spec{Rows: dims("省份", "类型")}, chart.Stacked},
	{"change", pivot.Spec{Rows: dims("week:时间"), Show: pivot.DiffShare}, chart.Line},
	{"everything", pivot.Spec{}, chart.Bar},
}

func TestDefault(t *testing.T) {
	for _, s := range specs {
		if got := chart.Default(run(t, s.spec)); got != s.want {
			t.Errorf("%s: %s, want %s", s.name, got, s.want)
		}
	}
}

// Every mark shows the number of the cell that it leads to.
func TestMarksLeadToTheirCells(t *testing.T) {
	for _, s := range specs {
		r := run(t, s.spec)
		for _, typ := range chart.Catalogue {
			c := chart.FromPivot(r, typ.ID, lang.ZH)
			seen := 0
			for i := range c.Series {
				if len(c.Series[i].Values) != len(c.Categories) || len(c.Series[i].Cells) != len(c.Categories) {
					t.Fatalf("%s as %s: series %d has %d values and %d cells for %d categories", s.name, typ.ID, i, len(c.Series[i].Values), len(c.Series[i].Cells), len(c.Categories))
				}
				for j, cell := range c.Series[i].Cells {
					if cell.Row < 0 {
						continue
					}
					seen++
					if want := r.At(cell.Row, cell.Col, cell.Value); want != c.Series[i].Values[j] && !math.IsNaN(want) {
						t.Errorf("%s as %s: mark %d,%d is %v, its cell %v", s.name, typ.ID, i, j, c.Series[i].Values[j], want)
					}
				}
			}
			if seen == 0 {
				t.Errorf("%s as %s: no mark leads anywhere", s.name, typ.ID)
			}
		}
	}
}

func TestManySeriesBecomeOthers(t *testing.T) {
	r := run(t, pivot.Spec{Rows: dims("week:时间"), Cols: dims("客服")})
	c := chart.FromPivot(r, chart.Stacked, lang.ZH)
	if n := len(c.Series); n != 12 || !c.Series[n-1].Other {
		t.Errorf("%d series, the last %+v", n, c.Series[n-1].Name)
	}
	sum := 0.0
	for _, s := range c.Series {
		for _, v := range s.Values {
			if !math.IsNaN(v) {
				sum += v
			}
		}
	}
	if sum != 2000 {
		t.Errorf("the series sum to %v of 2,000 rows", sum)
	}
	means := chart.FromPivot(run(t, pivot.Spec{Rows: dims("week:时间"), Cols: dims("客服"), Values: []pivot.Value{wait}}), chart.Line, lang.ZH)
	if means.Omitted == 0 || len(means.Series)+means.Omitted != 20 {
		t.Errorf("%d series of means, %d omitted", len(means.Series), means.Omitted)
	}
}

func TestFits(t *testing.T) {
	for _, c := range []struct {
		name string
		kind chart.Kind
		spec pivot.Spec
		want bool
	}{
		{"shares of counts", chart.Donut, pivot.Spec{Rows: dims("类型")}, true},
		{"shares of means", chart.Donut, pivot.Spec{Rows: dims("类型"), Values: []pivot.Value{wait}}, false},
		{"stacked means", chart.Stacked, pivot.Spec{Rows: dims("week:时间"), Cols: dims("类型"), Values: []pivot.Value{wait}}, false},
		{"stacked differences", chart.Stacked, pivot.Spec{Rows: dims("week:时间"), Cols: dims("类型"), Show: pivot.Diff}, false},
		{"calendar of days", chart.Calendar, pivot.Spec{Rows: dims("day:时间")}, true},
		{"calendar of weeks", chart.Calendar, pivot.Spec{Rows: dims("week:时间")}, false},
		{"map of provinces", chart.Map, pivot.Spec{Rows: dims("province:省份")}, true},
		{"map of types", chart.Map, pivot.Spec{Rows: dims("类型")}, false},
		{"scatter of one value", chart.Scatter, pivot.Spec{Rows: dims("客服")}, false},
		{"scatter of two values", chart.Scatter, pivot.Spec{Rows: dims("客服"), Values: []pivot.Value{wait, solved}}, true},
		{"pareto of counts", chart.Pareto, pivot.Spec{Rows: dims("类型")}, true},
		{"a kind that is none", "cloud", pivot.Spec{Rows: dims("类型")}, false},
	} {
		if got := chart.Fits(c.kind, run(t, c.spec)); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

func TestWordsOfCharts(t *testing.T) {
	c := chart.FromPivot(run(t, pivot.Spec{Rows: dims("week:时间"), Cols: dims("类型")}), "", lang.ZH)
	if got := c.Categories[0]; got != "8月31日–9月6日" {
		t.Errorf("first week %q", got)
	}
	if got := c.Full[0]; got != "2026年8月31日–9月6日" {
		t.Errorf("first week in full %q", got)
	}
	if !c.Time || !c.Parts || c.Format.Kind != display.Count {
		t.Errorf("time %v, parts %v, format %+v", c.Time, c.Parts, c.Format)
	}
	blank := chart.FromPivot(run(t, pivot.Spec{Rows: dims("省份")}), "", lang.EN)
	found := false
	for _, name := range blank.Categories {
		found = found || name == "(blank)"
	}
	if !found {
		t.Errorf("no blank among %q", blank.Categories)
	}
	waits := chart.FromPivot(run(t, pivot.Spec{Rows: dims("客服"), Values: []pivot.Value{wait}}), "", lang.ZH)
	if waits.Format.Kind != display.Duration {
		t.Errorf("waits are shown as %+v", waits.Format)
	}
}

// A value keeps its colour in every chart that shares the assigner, whatever
// stands beside it.
func TestValuesKeepTheirColours(t *testing.T) {
	colours := chart.NewColours()
	a := chart.FromPivot(run(t, pivot.Spec{Rows: dims("week:时间"), Cols: dims("类型")}), chart.Line, lang.ZH)
	b := chart.FromPivot(run(t, pivot.Spec{Rows: dims("省份"), Cols: dims("类型"),
		Where: []pivot.Filter{{Column: "类型", Op: pivot.Ne, Values: []string{a.Series[0].Name}}}}), chart.Stacked, lang.ZH)
	a.Colours, b.Colours = colours, colours
	for i := range a.Series {
		a.SeriesColor(i, chart.Light)
	}
	for i, s := range b.Series {
		for j, o := range a.Series {
			if s.Name == o.Name && b.SeriesColor(i, chart.Light) != a.SeriesColor(j, chart.Light) {
				t.Errorf("%s changes its colour", s.Name)
			}
		}
	}
	if len(b.Series) != len(a.Series)-1 {
		t.Fatalf("%d and %d series", len(a.Series), len(b.Series))
	}
}

func TestPivotChartsDrawWellInEveryFittingKind(t *testing.T) {
	fonts := picture.Standard()
	for _, s := range specs {
		r := run(t, s.spec)
		for _, typ := range chart.Catalogue {
			if !chart.Fits(typ.ID, r) {
				continue
			}
			for _, l := range lang.All {
				c := chart.FromPivot(r, typ.ID, l)
				for _, size := range sizes {
					if bad := check(c.Layout(size[0], size[1], chart.Light, fonts), fonts); bad != "" {
						t.Errorf("%s as %s at %gx%g: %s", s.name, typ.ID, size[0], size[1], bad)
					}
				}
			}
		}
	}
}
