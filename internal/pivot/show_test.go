package pivot

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"tallyboard/internal/logkind"
	"tallyboard/internal/table"
)

// printed is a result as lines of text: member, then its cells.
func printed(r *Result) string {
	var b strings.Builder
	name := func(m Member) string {
		var s []string
		for _, l := range m.Path {
			switch {
			case l.Other:
				s = append(s, "OTHER")
			case l.Missing:
				s = append(s, "BLANK")
			default:
				s = append(s, l.Text)
			}
		}
		if m.Kind != Leaf {
			s = append(s, "ALL")
		}
		return strings.Join(s, ">")
	}
	for i, m := range r.Rows.Members {
		b.WriteString(name(m) + ":")
		for j, c := range r.Cols.Members {
			if len(r.Cols.Members) > 1 {
				b.WriteString(" " + name(c) + "=")
			} else {
				b.WriteString(" ")
			}
			for k := range r.Values {
				if k > 0 {
					b.WriteString("/")
				}
				if s := r.TextAt(i, j, k); s != "" {
					b.WriteString(s)
				} else if v := r.At(i, j, k); v == v {
					b.WriteString(plainNumber(math.Round(v*1e4) / 1e4))
				} else {
					b.WriteString("-")
				}
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// shopLog is a small log whose answers can be worked out by hand.
func shopLog() *logkind.Log {
	at := func(days ...int) []float64 {
		var out []float64
		for _, d := range days {
			out = append(out, date(2024, 1, 1)+float64(d)*86400+10*3600) // 2024-01-01 is a Monday
		}
		return out
	}
	nan := math.NaN()
	return &logkind.Log{Table: table.New(
		table.NumColumn("Date", table.Time, at(0, 1, 2, 7, 8, 21, 22, 23, 24, 25)), // weeks 1, 2 and 4
		table.TextColumn("Type", []string{"B", "A", "A", "B", "B", "A", "", "B", "B", "B"}),
		table.TextColumn("Sub", []string{"x", "y", "x", "x", "y", "x", "x", "x", "z10", "z9"}),
		table.NumColumn("Amount", table.Number, []float64{1, 2, 3, 4, 5, 6, 7, nan, 9, 10}),
		table.BoolColumn("Done", "是", "否", []float64{1, 0, 1, 1, nan, 0, 1, 1, 0, 1}),
	), Roles: logkind.Roles{"time": "Date"}}
}

func TestShopAnswers(t *testing.T) {
	for text, want := range map[string]string{
		"":                                "ALL: 10\n",
		"--rows Type":                     "A: 3\nB: 6\nBLANK: 1\nALL: 10\n",
		"--rows Type --sort label --desc": "B: 6\nA: 3\nBLANK: 1\nALL: 10\n",
		"--rows Type --sort value":        "A: 3\nB: 6\nBLANK: 1\nALL: 10\n",
		"--rows Sub":                      "x: 6\ny: 2\nz9: 1\nz10: 1\nALL: 10\n",
		"--rows Done":                     "是: 6\n否: 3\nBLANK: 1\nALL: 10\n",
		"--rows Sub --top 1":              "x: 6\nOTHER: 4\nALL: 10\n",
		"--rows Sub --top 2 --value median:Amount --sort value --desc":        "z9: 10\nz10: 9\nOTHER: 4\nALL: 5\n",
		"--rows Type --rows Sub --top 1":                                      "A>x: 2\nA>OTHER: 1\nA>ALL: 3\nB>x: 3\nB>OTHER: 3\nB>ALL: 6\nBLANK>x: 1\nBLANK>ALL: 1\nALL: 10\n",
		"--rows week:Date":                                                    "2024-01-01: 3\n2024-01-08: 2\n2024-01-22: 5\nALL: 10\n",
		"--rows isoweek:Date --fill-time":                                     "2024-W01: 3\n2024-W02: 2\n2024-W03: 0\n2024-W04: 5\nALL: 10\n",
		"--rows week:Date --fill-time --value sum:Amount --value mean:Amount": "2024-01-01: 6/2\n2024-01-08: 9/4.5\n2024-01-15: -/-\n2024-01-22: 32/8\nALL: 47/5.2222\n",
		"--rows weekday:Date --fill-time":                                     "1: 3\n2: 3\n3: 2\n4: 1\n5: 1\n6: 0\n7: 0\nALL: 10\n",
		"--rows Type --value sum:Amount --show row%":                          "A: 1\nB: 1\nBLANK: 1\nALL: 1\n",
		"--rows Type --value sum:Amount --show col%":                          "A: 0.234\nB: 0.617\nBLANK: 0.1489\nALL: 1\n",
		"--rows Type --rows Sub --show parent%":                               "A>x: 0.6667\nA>y: 0.3333\nA>ALL: 0.3\nB>x: 0.5\nB>y: 0.1667\nB>z9: 0.1667\nB>z10: 0.1667\nB>ALL: 0.6\nBLANK>x: 1\nBLANK>ALL: 0.1\nALL: 1\n",
		"--rows Type --cols Done --show total%":                               "A: 是=0.1 否=0.2 BLANK=0 ALL=0.3\nB: 是=0.4 否=0.1 BLANK=0.1 ALL=0.6\nBLANK: 是=0.1 否=0 BLANK=0 ALL=0.1\nALL: 是=0.6 否=0.3 BLANK=0.1 ALL=1\n",
		"--rows week:Date --show diff":                                        "2024-01-01: -\n2024-01-08: -1\n2024-01-22: 5\nALL: -\n", // no row in the week between
		"--rows week:Date --show diff%":                                       "2024-01-01: -\n2024-01-08: -0.3333\n2024-01-22: -\nALL: -\n",
		"--rows week:Date --show diff --fill-time":                            "2024-01-01: -\n2024-01-08: -1\n2024-01-15: -2\n2024-01-22: 5\nALL: -\n",
		"--rows week:Date --show diff --sort value":                           "2024-01-08: -1\n2024-01-22: 5\n2024-01-01: -\nALL: -\n",
		"--rows week:Date --show running --desc":                              "2024-01-22: 10\n2024-01-08: 5\n2024-01-01: 3\nALL: 10\n",
		"--rows week:Date --rows Type --show diff":                            "2024-01-01>A: -\n2024-01-01>B: -\n2024-01-01>ALL: -\n2024-01-08>B: 1\n2024-01-08>ALL: -1\n2024-01-22>A: 1\n2024-01-22>B: 3\n2024-01-22>BLANK: 1\n2024-01-22>ALL: 5\nALL: -\n",
		"--rows Type --cols week:Date --show diff":                            "A: 2024-01-01=- 2024-01-08=-2 2024-01-22=1 ALL=-\nB: 2024-01-01=- 2024-01-08=1 2024-01-22=3 ALL=-\nBLANK: 2024-01-01=- 2024-01-08=0 2024-01-22=1 ALL=-\nALL: 2024-01-01=- 2024-01-08=-1 2024-01-22=5 ALL=-\n",
		"--rows Type --show diff":                                             "A: -\nB: 3\nBLANK: -\nALL: -\n",
		"--rows Sub --show rank":                                              "x: 1\ny: 2\nz9: 3\nz10: 3\nALL: -\n",
		"--cols Sub --show rank":                                              "ALL: x=1 y=2 z9=3 z10=3 ALL=-\n",
		"--rows Type --cols Done --show index --where Type!= --where Done!=":  "A: 是=0.5333 否=1.7778 ALL=1\nB: 是=1.28 否=0.5333 ALL=1\nALL: 是=1 否=1 ALL=1\n",
		"--rows Type --value first:Sub --value last:Done --value first:Date":  "A: y/否/1704189600\nB: x/是/1704103200\nBLANK: x/是/1706004000\nALL: x/是/1704103200\n",
		"--rows Type --value 'share:Done' --value 'count{Done=true} / count'": "A: 0.3333/0.3333\nB: 0.8/0.6667\nBLANK: 1/1\nALL: 0.6667/0.6\n",
		"--value '解决率 := share:Done' --value '100 * [解决率]' --value '(sum:Amount - count) / 2'":                              "ALL: 0.6667/66.6667/18.5\n",
		"--rows Type --where Amount>=4 --where Sub~X":                                                                       "A: 1\nB: 1\nBLANK: 1\nALL: 3\n",
		"--rows Sub --where Sub^2 --where Type=B":                                                                           "x: 3\ny: 1\nALL: 4\n",
		"--rows Type --where 'Sub^2|sum:Amount'":                                                                            "A: 2\nB: 4\nBLANK: 1\nALL: 7\n",
		"--rows Sub --where Sub^-1|mean:Amount":                                                                             "y: 2\nALL: 2\n",
		"--rows Type --where Type^5":                                                                                        "A: 3\nB: 6\nALL: 9\n",
		"--value count --value count{week:Date^1} --value 'count{Sub^1|sum:Amount}'":                                        "ALL: 10/5/6\n",
		"--rows week:Date --value count --value prev(count) --value 'count - prev(count)'":                                  "2024-01-01: 3/-/-\n2024-01-08: 2/3/-1\n2024-01-22: 5/0/5\nALL: 10/-/-\n",
		"--rows week:Date --value prev(count) --where Date>=2024-01-08":                                                     "2024-01-08: 3\n2024-01-22: 0\nALL: -\n",
		"--rows Type --where Date=2024-W02 --value count --value prev(count) --value '(count - prev(count)) / prev(count)'": "A: 0/2/-1\nB: 2/1/1\nALL: 2/3/-0.3333\n",
		"--rows Type --top 1 --where Date>=2024-01-22 --where Date<2024-01-29 --value count --value prev(sum:Amount)":       "B: 3/-\nOTHER: 1/-\nBLANK: 1/-\nALL: 5/-\n",
		"--rows Type --where Date=2024 --value count --value 'lastyear(count)' --value prev(mean:Amount)":                   "A: 3/0/-\nB: 6/0/-\nBLANK: 1/0/-\nALL: 10/0/-\n",
		"--rows weekday:Date --where Date=2024-W02 --value count --value prev(count)":                                       "1: 1/1\n2: 1/1\n3: 0/1\nALL: 2/3\n",
		"--rows month:Date --rows day:Date --value prev(count) --where Type=A":                                              "2024-01>2024-01-02: 0\n2024-01>2024-01-03: 1\n2024-01>2024-01-22: 0\n2024-01>ALL: -\nALL: -\n",
		"--rows day:Date --where Date=2024-W02 --where Type=B --fill-time":                                                  "2024-01-08: 1\n2024-01-09: 1\n2024-01-10: 0\n2024-01-11: 0\n2024-01-12: 0\n2024-01-13: 0\n2024-01-14: 0\nALL: 2\n",
		"--rows day:Date --where Date=this-week --where Type=A --fill-time":                                                 "2024-01-22: 1\n2024-01-23: 0\n2024-01-24: 0\n2024-01-25: 0\n2024-01-26: 0\nALL: 1\n",
		"--rows day:Date --where Date=2025-01 --fill-time":                                                                  "ALL: 0\n",
		"--rows week:Date --top 1 --fill-time":                                                                              "2024-01-22: 5\nOTHER: 5\nALL: 10\n",
		"--rows week:Date --cols Type --top 3 --top-cols 1 --fill-time":                                                     "2024-01-01: B=1 OTHER=2 BLANK=0 ALL=3\n2024-01-08: B=2 OTHER=0 BLANK=0 ALL=2\n2024-01-15: B=0 OTHER=0 BLANK=0 ALL=0\n2024-01-22: B=3 OTHER=1 BLANK=1 ALL=5\nALL: B=6 OTHER=3 BLANK=1 ALL=10\n",
		"--rows day:Date --top 2 --value sum:Amount --show diff":                                                            "2024-01-25: -\n2024-01-26: 1\nOTHER: -\nALL: -\n",
		"--rows week:Date --top 2 --show diff":                                                                              "2024-01-01: -\n2024-01-22: -\nOTHER: -\nALL: -\n",
		"--rows Type --where Type=":                                                                                         "BLANK: 1\nALL: 1\n",
		"--rows Type --where @time=2024-W02":                                                                                "B: 2\nALL: 2\n",
		"--rows Type --where 'Date>2024-01-09'":                                                                             "A: 1\nB: 3\nBLANK: 1\nALL: 5\n",
		"--rows Type --where 'Date<=2024-01-02 10:00'":                                                                      "A: 1\nB: 1\nALL: 2\n",
		"--rows Type --where Date=last-week":                                                                                "ALL: 0\n", // the week before the newest has no rows
		"--rows Type --where Date=this-week|2024-01-01":                                                                     "A: 1\nB: 4\nBLANK: 1\nALL: 6\n",
		"--rows Type --where month:Date>=2024-02":                                                                           "ALL: 0\n",
		"--cols Type --top-cols 1 --value count --value sum:Amount":                                                         "ALL: B=6/29 OTHER=3/11 BLANK=1/7 ALL=10/47\n",
	} {
		spec, err := ParseSpec(text)
		if err != nil {
			t.Fatal(err)
		}
		r, err := Memory().Run(context.Background(), shopLog(), spec)
		if err != nil {
			t.Errorf("%s: %v", text, err)
			continue
		}
		if got := printed(r); got != want {
			t.Errorf("%s:\ngot\n%swant\n%s", text, got, want)
		}
	}
}

func TestShowOnRandomTables(t *testing.T) {
	engine := Memory()
	for seed := range 60 {
		r := rand.New(rand.NewPCG(uint64(seed), 9))
		log := randomLog(r, 300)
		spec := Spec{Rows: []Dim{{Column: "Type"}, {Column: "Score"}}, Cols: []Dim{{Column: "Time", Func: Month}}, Top: r.IntN(3)}
		run := func(s Show) *Result {
			spec.Show = s
			res, err := engine.Run(context.Background(), log, spec)
			if err != nil {
				t.Fatal(err)
			}
			return res
		}
		for _, s := range []Show{RowShare, ColShare, AllShare, ParShare} {
			res := run(s)
			sums := map[string]float64{} // of siblings, of lines, of columns, of all leaves
			for i, rm := range res.Rows.Members {
				for j, cm := range res.Cols.Members {
					key := ""
					switch {
					case s == RowShare && cm.Kind == Leaf:
						key = fmt.Sprint("row ", i)
					case s == ColShare && rm.Kind == Leaf:
						key = fmt.Sprint("column ", j)
					case s == AllShare && rm.Kind == Leaf && cm.Kind == Leaf:
						key = "all"
					case s == ParShare && len(rm.Path) > 0 && res.CountAt(len(res.Rows.Members)-1, j) > 0:
						key = fmt.Sprint("column ", j, " below ", joinLabels(rm.Path[:len(rm.Path)-1]))
					}
					if v := res.At(i, j, 0); key != "" && v == v {
						sums[key] += v
					}
				}
			}
			for key, sum := range sums {
				if !close(sum, 1) {
					t.Errorf("seed %d: %s of %s adds up to %v", seed, s, key, sum)
				}
			}
		}
		diff, running := run(Diff), run(Running)
		grandRow := len(diff.Rows.Members) - 1
		sum, first := 0.0, math.NaN()
		for _, j := range diff.Cols.Leaves() {
			if diff.Cols.Members[j].Path[0].Missing {
				continue
			}
			if first != first {
				first = diff.RawAt(grandRow, j, 0)
			} else {
				sum += diff.At(grandRow, j, 0)
			}
			if !close(first+sum, diff.RawAt(grandRow, j, 0)) {
				t.Errorf("seed %d: differences up to %v add up to %v, want %v", seed, diff.Cols.Members[j].Path[0].Text, first+sum, diff.RawAt(grandRow, j, 0))
			}
		}
		leaves := running.Cols.Leaves()
		leaves = slices.DeleteFunc(leaves, func(j int) bool { return running.Cols.Members[j].Path[0].Missing })
		all := 0.0
		for _, j := range leaves {
			all += running.RawAt(grandRow, j, 0)
		}
		if n := len(leaves); n > 0 && !close(all, running.At(grandRow, leaves[n-1], 0)) {
			t.Errorf("seed %d: the running total ends at %v, want %v", seed, running.At(grandRow, leaves[n-1], 0), all)
		}
	}
}

// What a value was in the period before is what the same Spec without a period
// says of that period, for every cell.
func TestOtherPeriodsOnRandomTables(t *testing.T) {
	engine := Memory()
	for seed := range 80 {
		r := rand.New(rand.NewPCG(uint64(seed), 11))
		log := randomLog(r, 400)
		f := pick(r, Day, Week, WeekSun, ISOWeek, Month, Quarter)
		period := pick(r, Before, Before, YearBefore)
		v := randomValue(r, false)
		for v.Agg == First || v.Agg == Last {
			v = randomValue(r, false)
		}
		plain := Spec{Rows: []Dim{{Column: "Type"}, {Column: "Time", Func: f}}, Cols: []Dim{{Column: "Solved"}}, Values: []Value{v}}
		asked := plain
		asked.Values = []Value{v.In(period), v}
		asked.Where = []Filter{{Column: "Time", Op: Ge, Values: []string{periodText(Day, date(2023, 12, 10))}}, {Column: "Score", Op: Ne, Values: []string{"3"}}}
		plain.Where = asked.Where[1:]
		all, err := engine.Run(context.Background(), log, plain)
		if err != nil {
			t.Fatal(err)
		}
		got, err := engine.Run(context.Background(), log, asked)
		if err != nil {
			t.Fatal(err)
		}
		there := map[string]float64{}
		for i, rm := range all.Rows.Members {
			for j, cm := range all.Cols.Members {
				there[joinLabels(rm.Path)+"|"+joinLabels(cm.Path)] = all.RawAt(i, j, 0)
			}
		}
		for i, rm := range got.Rows.Members {
			if len(rm.Path) < 2 || rm.Path[1].Missing {
				continue
			}
			before := back(f, rm.Path[1].Num, period)
			for j, cm := range got.Cols.Members {
				path := []Label{rm.Path[0], {Text: periodText(f, before)}}
				x, known := there[joinLabels(path)+"|"+joinLabels(cm.Path)]
				if !known && math.IsNaN(before) || !known && got.RawAt(i, j, 0) == 0 {
					continue // no rows then
				}
				if y := got.RawAt(i, j, 0); !close(x, y) && (known || y == y) {
					t.Errorf("seed %d: %s of %v × %v: got %v, want %v", seed, asked.Values[0], rm.Path, cm.Path, y, x)
				}
			}
		}
	}
}

func TestPartialMembers(t *testing.T) {
	whole := shopLog() // January from its first day to its last
	whole.Table.Cols[0].Nums[9] = date(2024, 1, 31)
	for _, c := range []struct {
		log        *logkind.Log
		spec, want string
	}{
		{shopLog(), "--rows week:Date", "2024-01-22"},
		{shopLog(), "--rows week:Date --fill-time", "2024-01-22"},
		{shopLog(), "--rows month:Date --rows Type", "2024-01"},
		{shopLog(), "--rows day:Date", ""},
		{shopLog(), "--rows weekday:Date", ""},
		{whole, "--rows month:Date", ""},
		{whole, "--rows week:Date", "2024-01-29"},
		{whole, "--rows week:Date --where Date=2024-01", "2024-01-29"},
		{whole, "--rows week:Date --where Date=2024-W03", ""},
		{whole, "--rows week:Date --fill-time --where Date>=2024-01-10 --where Date<=2024-01-24", "2024-01-08 2024-01-22"},
		{whole, "--rows month:Date --cols week:Date --where Date>=2024-01-10 --where Date<=2024-01-24", "2024-01"},
		{whole, "--rows day:Date --where Date>=2024-01-10 --where Date<=2024-01-24", ""},
	} {
		spec, err := ParseSpec(c.spec)
		if err != nil {
			t.Fatal(err)
		}
		r, err := Memory().Run(context.Background(), c.log, spec)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, m := range r.Rows.Members {
			if len(m.Path) > 0 && m.Path[0].Partial && !slices.Contains(got, m.Path[0].Text) {
				got = append(got, m.Path[0].Text)
			}
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: partial are %v, want %q", c.spec, got, c.want)
		}
	}
}
