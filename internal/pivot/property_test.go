package pivot

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"tallyboard/internal/logkind"
	"tallyboard/internal/table"
)

// randomLog makes a log with a column of each type and blanks in each.
func randomLog(r *rand.Rand, rows int) *logkind.Log {
	nums := func(f func() float64) []float64 {
		out := make([]float64, rows)
		for i := range out {
			if out[i] = f(); r.IntN(8) == 0 {
				out[i] = math.NaN()
			}
		}
		return out
	}
	words := func(n int, prefix string) []string {
		out := make([]string, rows)
		for i := range out {
			if k := r.IntN(n + 1); k > 0 {
				out[i] = fmt.Sprint(prefix, k)
			}
		}
		return out
	}
	whole := func(n int) func() float64 { return func() float64 { return float64(r.IntN(n)) } }
	start := date(2023, 11+r.IntN(3), 1+r.IntN(28))
	day := table.NumColumn("Day", table.Time, nums(func() float64 { return start + float64(r.IntN(80))*86400 }))
	day.DateOnly = true
	log := &logkind.Log{Table: table.New(
		table.TextColumn("Type", words(4, "类型")),
		table.TextColumn("Agent", words(12, "agent ")),
		table.TextColumn("Customer", words(1+rows/3, "c")),
		table.BoolColumn("Solved", "是", "否", nums(whole(2))),
		table.NumColumn("Time", table.Time, nums(func() float64 { return start + float64(r.IntN(90*86400)) })),
		day,
		table.NumColumn("Clock", table.Clock, nums(func() float64 { return float64(r.IntN(1440) * 60) })),
		table.NumColumn("Talk", table.Duration, nums(whole(500))),
		table.NumColumn("Amount", table.Number, nums(func() float64 { return math.Round(r.NormFloat64()*1000) / 4 })),
		table.NumColumn("Score", table.Number, nums(func() float64 { return float64(1 + r.IntN(5)) })),
	), Roles: logkind.Roles{"time": "Time"}}
	return log
}

func pick[T any](r *rand.Rand, from ...T) T { return from[r.IntN(len(from))] }

func randomDim(r *rand.Rand) Dim {
	return pick(r, Dim{Column: "Type"}, Dim{Column: "Type"}, Dim{Column: "Agent"}, Dim{Column: "Customer"}, Dim{Column: "Solved"},
		Dim{Column: "Day"}, Dim{Column: "Score"}, Dim{Column: "Time", Func: pick(r, Funcs[1:10]...)},
		Dim{Column: "Day", Func: pick(r, Week, Month, Quarter)}, Dim{Column: "Clock", Func: Hour}, Dim{Column: "@time", Func: Week},
		Dim{Column: "Talk", Func: Band, Width: 50}, Dim{Column: "Amount", Func: Band, Width: 125})
}

func randomFilter(r *rand.Rand) Filter {
	day := func() string { return periodText(Day, date(2023, 12, 1)+float64(r.IntN(90))*86400) }
	return pick(r,
		Filter{Column: "Type", Op: pick(r, Eq, Ne), Values: []string{"类型1", pick(r, "", "类型2", "none")}},
		Filter{Column: "Type", Op: Contains, Values: []string{pick(r, "1", "型", "x")}},
		Filter{Column: "Agent", Op: pick(r, Ge, Le, Gt, Lt), Values: []string{"agent 3"}},
		Filter{Column: "Agent", Op: Contains, Values: []string{pick(r, "AGENT 1", "nt 1")}},
		Filter{Column: "Solved", Op: pick(r, Eq, Ne), Values: []string{pick(r, "是", "true", "false", "")}},
		Filter{Column: "Time", Op: pick(r, Ge, Le, Gt, Lt, Eq, Ne), Values: []string{day()}},
		Filter{Column: "Time", Op: pick(r, Eq, Ne, Ge, Lt), Values: []string{pick(r, "2023-12", "2024-01", "2024")}},
		Filter{Column: "Day", Op: pick(r, Ge, Lt, Eq, Ne), Values: []string{day()}},
		Filter{Column: "Time", Func: Hour, Op: pick(r, Ge, Lt, Eq), Values: []string{pick(r, "9", "17")}},
		Filter{Column: "Time", Func: Month, Op: pick(r, Ge, Lt, Eq, Gt), Values: []string{"2023-12"}},
		Filter{Column: "Clock", Op: pick(r, Ge, Lt), Values: []string{"12:30"}},
		Filter{Column: "Amount", Op: pick(r, Ge, Le, Gt, Lt, Eq, Ne), Values: []string{pick(r, "0", "-125.25", "100")}},
		Filter{Column: "Score", Op: pick(r, Eq, Ne), Values: []string{"3", pick(r, "4", "")}},
		Filter{Column: "Amount", Op: pick(r, Eq, Ne), Values: nil},
	)
}

func randomValue(r *rand.Rand, calc bool) Value {
	v := pick(r, Value{Agg: Count}, Value{Agg: Count, Column: "Score"}, Value{Agg: Count, Column: "Type"},
		Value{Agg: Distinct, Column: pick(r, "Customer", "Agent", "Score", "Solved", "Time")},
		Value{Agg: pick(r, Sum, Mean, Median, Min, Max, Std), Column: pick(r, "Amount", "Talk", "Score", "Clock")},
		Value{Agg: Pct, P: pick(r, 0.0, 10, 90, 99.5, 100), Column: "Talk"},
		Value{Agg: Share, Column: "Solved"}, Value{Agg: Share, Column: "Amount"},
		Value{Agg: pick(r, First, Last), Column: pick(r, "Amount", "Time")},
		Value{Agg: pick(r, Min, Max, Mean), Column: "Time"})
	if r.IntN(4) == 0 {
		v.Where = []Filter{randomFilter(r)}
	}
	if calc && v.Agg != First && v.Agg != Last {
		switch r.IntN(5) {
		case 0:
			over := randomValue(r, false)
			v.Over = &over
		case 1:
			v = Value{Calc: &Calc{pick[byte](r, '+', '-', '*'), v, randomValue(r, false)}}
		}
	}
	return v
}

func randomSpec(r *rand.Rand) Spec {
	var s Spec
	for range r.IntN(4) {
		s.Rows = append(s.Rows, randomDim(r))
	}
	for range r.IntN(3) {
		s.Cols = append(s.Cols, randomDim(r))
	}
	for range r.IntN(4) {
		s.Values = append(s.Values, randomValue(r, true))
	}
	for range r.IntN(3) {
		s.Where = append(s.Where, randomFilter(r))
	}
	if r.IntN(2) == 0 {
		s.Top = 1 + r.IntN(5)
	}
	if r.IntN(3) == 0 {
		s.TopCols = 1 + r.IntN(3)
	}
	s.SortBy, s.Desc = pick(r, "", "label", "value"), r.IntN(2) == 0
	if len(s.Values) > 0 && r.IntN(4) == 0 {
		s.SortBy = pick(r, s.Values...).String()
	}
	return s
}

// withOrders gives a Spec orders of its dimensions: by values at members of the
// other axis, and by hand.
func withOrders(r *rand.Rand, s Spec, res *Result) Spec {
	value := "value"
	if len(s.Values) > 0 {
		value = pick(r, s.Values...).String()
	}
	path := func(a Axis) []Label { return a.Members[r.IntN(len(a.Members))].Path }
	if r.IntN(2) == 0 {
		s.SortBy = SortKey(value, path(res.Cols))
	}
	for i, d := range slices.Concat(s.Rows, s.Cols) {
		mine, other, level := res.Rows, res.Cols, i
		if i >= len(s.Rows) {
			mine, other, level = res.Cols, res.Rows, i-len(s.Rows)
		}
		o := s.OrderOf(d)
		if r.IntN(2) == 0 {
			o.By, o.Desc = pick(r, "label", SortKey(value, path(other))), r.IntN(2) == 0
		}
		for range r.IntN(4) {
			if p := path(mine); len(p) > level && p[level].Text != "" && !slices.Contains(o.First, p[level].Text) {
				o.First = append(o.First, p[level].Text)
			}
		}
		s.SetOrder(o)
	}
	s.Show = pick(r, AsIs, AsIs, RowShare, ColShare, ParShare, DiffShare, Running)
	return s
}

func TestRandomTablesAgreeWithTwin(t *testing.T) {
	rounds := 400
	if testing.Short() {
		rounds = 60
	}
	engine := Memory()
	for seed := range rounds {
		r := rand.New(rand.NewPCG(uint64(seed), 7))
		log := randomLog(r, pick(r, 0, 1, 7, 60, 400))
		spec := randomSpec(r)
		res, err := engine.Run(context.Background(), log, spec)
		if err != nil {
			t.Fatalf("seed %d: %s: %v", seed, spec, err)
		}
		if !agrees(t, twin{log, spec}, res) {
			t.Fatalf("seed %d: %s", seed, spec)
		}
		behindAgrees(t, engine, r, twin{log, spec}, res)
		inOrder(t, twin{log, spec}, res)
		asked := withOrders(r, spec, res)
		again, err := engine.Run(context.Background(), log, asked)
		if err != nil {
			t.Fatalf("seed %d: %s: %v", seed, asked, err)
		}
		inOrder(t, twin{log, asked}, again)
		if agrees(t, twin{log, asked}, again); t.Failed() {
			t.Fatalf("seed %d: %s", seed, asked)
		}
		if t.Failed() {
			t.Fatalf("seed %d: %s", seed, spec)
		}
	}
}

// Large tables are cut over goroutines, and their many combinations hashed.
func TestLargeTablesAgreeWithTwin(t *testing.T) {
	engine := Memory()
	for seed := range 6 {
		r := rand.New(rand.NewPCG(uint64(seed), 8))
		log := randomLog(r, 20_000+seed)
		for _, spec := range []Spec{
			{Rows: []Dim{{Column: "Type"}, {Column: "Agent"}}, Cols: []Dim{{Column: "Time", Func: Week}}},
			{Rows: []Dim{{Column: "Customer"}, {Column: "Day"}}, Cols: []Dim{{Column: "Agent"}}}, // hashed
			{Rows: []Dim{{Column: "Customer"}}, Where: []Filter{randomFilter(r)}},
			{Cols: []Dim{{Column: "Solved"}}},
		} {
			spec.Values = []Value{randomValue(r, true), randomValue(r, true), {Agg: Distinct, Column: "Customer"}, {Agg: Median, Column: "Talk"}}
			res, err := engine.Run(context.Background(), log, spec)
			if err != nil {
				t.Fatal(err)
			}
			if !agrees(t, twin{log, spec}, res) {
				t.Fatalf("seed %d: %s", seed, spec)
			}
		}
	}
}

// agrees holds a result against the twin: the members, every number, every count.
func agrees(t *testing.T, tw twin, res *Result) bool {
	t.Helper()
	want := tw.run()
	values := tw.spec.Values
	if len(values) == 0 {
		values = []Value{{Agg: Count}}
	}
	seenRows, seenCols := map[string]bool{}, map[string]bool{}
	for i, rm := range res.Rows.Members {
		rk := joinLabels(rm.Path)
		seenRows[rk] = true
		for j, cm := range res.Cols.Members {
			ck := joinLabels(cm.Path)
			seenCols[ck] = true
			rows := want[rk][ck]
			if int(res.CountAt(i, j)) != len(rows) {
				t.Errorf("rows behind %q × %q: got %d, want %d", rk, ck, res.CountAt(i, j), len(rows))
			}
			for k, v := range values {
				got, wish := res.RawAt(i, j, k), tw.value(v, rows)
				if !close(got, wish) {
					t.Errorf("%s of %q × %q: got %v, want %v", v, rk, ck, got, wish)
				}
			}
		}
	}
	cols := map[string]bool{"": true}
	for rk, line := range want {
		if !seenRows[rk] {
			t.Errorf("row member %q is missing", rk)
		}
		for ck := range line {
			cols[ck] = true
			if !seenCols[ck] {
				t.Errorf("column member %q is missing", ck)
			}
		}
	}
	if len(seenRows) != len(res.Rows.Members) || len(seenCols) != len(res.Cols.Members) ||
		len(seenRows) != max(len(want), 1) || len(seenCols) != len(cols) {
		t.Errorf("members: got %d × %d, want %d × %d", len(res.Rows.Members), len(res.Cols.Members), len(want), len(cols))
	}
	return !t.Failed()
}

func close(a, b float64) bool {
	return a == b || a != a && b != b || math.Abs(a-b) <= 1e-9*max(1, math.Abs(a), math.Abs(b))
}

// behindAgrees looks behind a few cells.
func behindAgrees(t *testing.T, e Engine, r *rand.Rand, tw twin, res *Result) {
	t.Helper()
	want := tw.run()
	for range 5 {
		rp := res.Rows.Members[r.IntN(len(res.Rows.Members))].Path
		cp := res.Cols.Members[r.IntN(len(res.Cols.Members))].Path
		got, err := e.Behind(context.Background(), tw.log, tw.spec, rp, cp)
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(got, want[joinLabels(rp)][joinLabels(cp)]) {
			t.Errorf("behind %v × %v: got %v, want %v", rp, cp, got, want[joinLabels(rp)][joinLabels(cp)])
		}
	}
}

// inOrder checks the order of siblings on both axes, level by level.
func inOrder(t *testing.T, tw twin, res *Result) {
	t.Helper()
	siblingsInOrder(t, tw, res, res.Rows, res.Cols, tw.spec.Rows, tw.spec.SortBy, tw.spec.Desc, res.At, res.RawAt)
	siblingsInOrder(t, tw, res, res.Cols, res.Rows, tw.spec.Cols, "label", false,
		func(c, r, v int) float64 { return res.At(r, c, v) }, func(c, r, v int) float64 { return res.RawAt(r, c, v) })
}

func siblingsInOrder(t *testing.T, tw twin, res *Result, mine, other Axis, dims []Dim, sortBy string, desc bool, shown, raw func(member, at, value int) float64) {
	t.Helper()
	last := map[string]int{} // the sibling before, by parent
	for i, m := range mine.Members {
		n := len(m.Path)
		if n == 0 {
			continue
		}
		parent := joinLabels(m.Path[:n-1])
		b, seen := last[parent]
		last[parent] = i
		if !seen {
			continue
		}
		by, down := sortBy, desc
		o := tw.spec.OrderOf(dims[n-1])
		if o.By != "" {
			by, down = o.By, o.Desc
		}
		key, path, _ := cutPath(by)
		at := slices.IndexFunc(other.Members, func(m Member) bool { return joinLabels(m.Path) == joinLabels(path) })
		if at < 0 { // such as a member that a top cut off: the whole axis
			at, path = len(other.Members)-1, nil
		}
		value := slices.IndexFunc(res.Values, func(v ValueInfo) bool { return v.Value.String() == key })
		if key == "value" {
			value = 0
		}
		x, y := mine.Members[b].Path[n-1], m.Path[n-1]
		fx, fy := slices.Index(o.First, x.Text), slices.Index(o.First, y.Text)
		switch {
		case x.Missing || x.Other && !y.Missing:
			t.Errorf("%q stands before %q", joinLabels(mine.Members[b].Path), joinLabels(m.Path))
		case y.Missing || y.Other:
		case fx >= 0 || fy >= 0:
			if fx < 0 || fy >= 0 && fx > fy {
				t.Errorf("%q stands before %q, wanted first are %q", x.Text, y.Text, o.First)
			}
		case value >= 0:
			number := raw
			if along := tw.spec.Show == DiffShare || tw.spec.Show == Running; len(path) > 0 || along && len(other.Dims) == 0 {
				number = shown
				if along && !slices.ContainsFunc(slices.Concat(tw.spec.Rows, tw.spec.Cols), tw.timely) {
					continue // the order makes the numbers
				}
			}
			a, c := number(b, at, value), number(i, at, value)
			all := true
			for k, m := range mine.Members {
				all = all && (len(m.Path) != n || number(k, at, value) != number(k, at, value))
			}
			if all {
				continue
			}
			if down && a < c || !down && a > c || a != a && c == c {
				t.Errorf("%v stands before %v by %q", a, c, by)
			}
		default:
			if tw.before(dims[n-1], x.Text, y.Text) == down {
				t.Errorf("label %q stands before %q, descending: %v", x.Text, y.Text, down)
			}
		}
	}
}

// timely reports whether members of a dimension follow each other in time.
func (t twin) timely(d Dim) bool {
	c := t.log.Find(d.Column)
	return d.Func != Plain && d.Func != Band || c.Type == table.Time || c.Type == table.Clock
}
