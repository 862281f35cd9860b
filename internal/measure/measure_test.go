package measure

import (
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"tallyboard/internal/table"
)

func TestCatalogueIsWhole(t *testing.T) {
	seen := map[string]bool{}
	for _, k := range Catalogue {
		if k.ID == "" || seen[k.ID] || k.New == nil || k.Fits == nil {
			t.Errorf("aggregation %q is twice or not whole", k.ID)
		}
		seen[k.ID] = true
		if ByID(k.ID) != k {
			t.Errorf("ByID does not find %q", k.ID)
		}
	}
	if ByID("total") != nil {
		t.Error("ByID finds what is not there")
	}
}

// testUnit is a unit of the numbers that the tests add up.
var testUnit = Unit{Scale: 100, Most: 1e6, Total: 1e6, Rows: 1000}

// batchOf makes a batch of all inputs at once.
func batchOf(groups []uint32, nums []float64, first int) *Batch {
	b := &Batch{Groups: groups, Nums: nums, Words: make([]int64, len(nums))}
	testUnit.Pack(b.Words, nums)
	for i, v := range nums {
		b.Rows = append(b.Rows, uint32(first+i))
		code := uint32(0)
		if v == v {
			code = uint32(v) + 1
		}
		b.Codes = append(b.Codes, code)
	}
	return b
}

// Any way of cutting the rows and of merging the parts gives the same results.
func TestMergingInAnyWay(t *testing.T) {
	const rows, groups = 500, 7
	r := rand.New(rand.NewPCG(1, 1))
	ids, nums := make([]uint32, rows), make([]float64, rows)
	for i := range ids {
		ids[i], nums[i] = uint32(r.IntN(groups-1)), float64(r.IntN(60)) // the last group stays empty
		if r.IntN(6) == 0 {
			nums[i] = nan
		}
	}
	to := []uint32{0, 1, 1, 0, 2, 2, 2} // rolled up
	rolled := make([]uint32, rows)
	for i, g := range ids {
		rolled[i] = to[g]
	}
	ranks := []float64{nan}
	for v := range 60 {
		ranks = append(ranks, float64(v))
	}
	kinds := []Kind{{ID: "p by ranks", New: func(n int, p Param) Acc { p.Ranks = ranks; return Pct.New(n, p) }},
		{ID: "median by ranks", New: func(n int, p Param) Acc { p.Ranks = ranks; return Median.New(n, p) }},
		{ID: "sum in units", New: func(n int, p Param) Acc { p.Unit = testUnit; return Sum.New(n, p) }},
		{ID: "mean in units", New: func(n int, p Param) Acc { p.Unit = Unit{Scale: 1}; return Mean.New(n, p) }},
		{ID: "sum in words", New: func(n int, p Param) Acc { p.Unit, p.Words = testUnit, true; return Sum.New(n, p) }},
		{ID: "mean in words", New: func(n int, p Param) Acc { p.Unit, p.Words = testUnit, true; return Mean.New(n, p) }}}
	for _, k := range Catalogue {
		kinds = append(kinds, *k)
	}
	p := Param{P: 37, Codes: 61}
	plain := map[string][]float64{}
	for _, k := range kinds {
		whole, direct := k.New(groups, p), k.New(3, p)
		whole.Add(batchOf(ids, nums, 0))
		direct.Add(batchOf(rolled, nums, 0))
		want, wantRolled := make([]float64, groups), make([]float64, 3)
		whole.Values(want)
		direct.Values(wantRolled)

		name, way, _ := strings.Cut(k.ID, " ")
		if plain[name] == nil {
			plain[name] = want
		}
		if !same(plain[name], want) {
			t.Errorf("%s %s: gives %v, otherwise %v", name, way, want, plain[name])
		}

		merged := k.New(groups, p)
		for from := 0; from < rows; {
			n := min(1+r.IntN(150), rows-from)
			part := k.New(groups, p)
			half := n / 2
			part.Add(batchOf(ids[from:from+half], nums[from:from+half], from))
			part.Add(batchOf(ids[from+half:from+n], nums[from+half:from+n], from+half))
			merged.Merge(part, nil)
			from += n
		}
		got, up := make([]float64, groups), make([]float64, 3)
		merged.Values(got)
		folded := k.New(3, p)
		folded.Merge(merged, to)
		folded.Values(up)
		if !same(got, want) {
			t.Errorf("%s: parts merged give %v, want %v", k.ID, got, want)
		}
		if !same(up, wantRolled) {
			t.Errorf("%s: rolled up gives %v, want %v", k.ID, up, wantRolled)
		}
		if e := want[groups-1]; e == e && e != 0 {
			t.Errorf("%s: a group without rows gives %v", k.ID, e)
		}
	}
}

func same(a, b []float64) bool {
	return slices.EqualFunc(a, b, func(x, y float64) bool {
		return x != x && y != y || math.Abs(x-y) <= 1e-9*max(1, math.Abs(x))
	})
}

func TestDistinctOfManyGroups(t *testing.T) {
	const groups, codes = 3000, 1 << 20 // as bits it would take 400 MB
	a := Distinct.New(groups, Param{Codes: codes})
	if _, ok := a.(*pairs); !ok {
		t.Fatalf("got %T, want pairs", a)
	}
	for g := range uint32(groups) {
		a.Add(&Batch{Groups: []uint32{g, g, g, 0}, Codes: []uint32{0, g + 1, codes - 1, g + 1}})
	}
	out := make([]float64, groups)
	a.Values(out)
	if out[0] != groups+1 || out[1] != 2 || out[2999] != 2 {
		t.Errorf("got %v, %v, %v", out[0], out[1], out[2999])
	}
	one := Distinct.New(1, Param{Codes: codes})
	one.Merge(a, make([]uint32, groups))
	one.Values(out[:1])
	if out[0] != groups+1 {
		t.Errorf("all groups together: got %v, want %v", out[0], groups+1)
	}
}

func TestSumIsExactToTheCent(t *testing.T) {
	a := Sum.New(1, Param{})
	for range 100_000 {
		a.Add(&Batch{Groups: []uint32{0, 0, 0}, Nums: []float64{.1, 1e9 + .01, -1e9}})
	}
	out := []float64{0}
	a.Values(out)
	if math.Abs(out[0]-11_000) > 1e-2 {
		t.Errorf("got %v, want 11000", out[0])
	}
	b := Sum.New(1, Param{})
	for range 1_000_000 {
		b.Add(&Batch{Groups: []uint32{0}, Nums: []float64{.01}})
	}
	if b.Values(out); out[0] != 10_000 {
		t.Errorf("a million cents are %v, want 10000", out[0])
	}
}

func TestFits(t *testing.T) {
	text, rating := table.TextColumn("t", []string{"a"}), table.TextColumn("r", []string{"good"})
	rating.Values = []float64{nan, 5}
	flag := table.BoolColumn("b", "y", "n", []float64{1})
	column := map[string]*table.Column{"text": text, "rating": rating, "bool": flag}
	for _, typ := range []table.Type{table.Number, table.Time, table.Clock, table.Duration} {
		column[typ.String()] = table.NumColumn("n", typ, []float64{1})
	}
	for _, c := range []struct {
		kind   *Kind
		column string
		want   string // "" does not fit
	}{
		{&Count, "text", "number"}, {&Distinct, "time", "number"},
		{&Sum, "number", "number"}, {&Sum, "duration", "duration"}, {&Sum, "clock", "duration"}, {&Sum, "time", ""}, {&Sum, "text", ""}, {&Sum, "bool", "number"},
		{&Mean, "time", "time"}, {&Mean, "rating", "number"}, {&Mean, "text", ""}, {&Median, "clock", "clock"},
		{&Std, "time", "duration"}, {&Std, "number", "number"}, {&Pct, "duration", "duration"},
		{&Share, "bool", "number"}, {&Share, "number", "number"}, {&Share, "rating", ""}, {&Share, "time", ""},
		{&First, "bool", "text"}, {&Last, "time", "time"}, {&Min, "text", ""}, {&Max, "time", "time"},
	} {
		typ, ok := c.kind.Fits(column[c.column])
		if got := typ.String(); ok != (c.want != "") || ok && got != c.want {
			t.Errorf("%s of %s: got %s, %v; want %q", c.kind.ID, c.column, got, ok, c.want)
		}
	}
}

func TestSelect(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 3))
	for _, n := range []int{1, 2, 12, 13, 100, 1000} {
		for _, span := range []int{1, 3, 1_000_000} {
			vals := make([]float64, n)
			for i := range vals {
				vals[i] = float64(r.IntN(span))
			}
			want := slices.Sorted(slices.Values(vals))
			for _, k := range []int{0, n / 3, n / 2, n - 1} {
				if got := nth(slices.Clone(vals), k); got != want[k] {
					t.Errorf("value %d of %d: got %v, want %v", k, n, got, want[k])
				}
			}
		}
	}
}
