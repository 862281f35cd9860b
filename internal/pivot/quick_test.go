package pivot

import (
	"context"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"tallyboard/internal/logkind"
	"tallyboard/internal/table"
)

// inTimeOrder is a random log of several chunks whose rows stand in the order of
// time, the last chunk cut short, with a chunk without any times and one of a
// single time. Thirds and Huge are numbers that integers and words cannot add.
func inTimeOrder(r *rand.Rand) *logkind.Log {
	log := randomLog(r, 5*chunk+17)
	nums := log.Table.Column("Time").Nums
	start, blank := date(2023, 12, 1), math.NaN()
	for i := range nums {
		nums[i] = start + float64(i*600)
		switch {
		case i/chunk == 1, i%97 == 0 && i/chunk != 4:
			nums[i] = blank
		case i/chunk == 3:
			nums[i] = start + 3*chunk*600
		}
	}
	thirds, huge := make([]float64, len(nums)), make([]float64, len(nums))
	for i := range thirds {
		thirds[i], huge[i] = float64(r.IntN(100))/3, math.Ldexp(float64(r.IntN(1000)-500), 38)
		if r.IntN(9) == 0 {
			thirds[i], huge[i] = blank, blank
		}
	}
	cols := append(slices.Clone(log.Table.Cols), table.NumColumn("Thirds", table.Number, thirds), table.NumColumn("Huge", table.Number, huge))
	return &logkind.Log{Table: table.New(cols...), Roles: log.Roles}
}

// Rows that a range of times leaves out are not looked at one by one.
func TestRangesOfTimesAgreeWithTwin(t *testing.T) {
	r, engine := rand.New(rand.NewPCG(3, 9)), Memory()
	log := inTimeOrder(r)
	nums := log.Table.Column("Time").Nums
	at := func(row int) string { return timeText(nums[row]) }
	for _, where := range [][]Filter{
		{{Op: Ge, Values: []string{at(2 * chunk)}}}, // from the first of a chunk
		{{Op: Gt, Values: []string{at(2 * chunk)}}},
		{{Op: Lt, Values: []string{at(3 * chunk)}}}, // up to the last of one
		{{Op: Le, Values: []string{at(5*chunk + 16)}}},
		{{Op: Ge, Values: []string{at(2*chunk + 5)}}, {Op: Lt, Values: []string{at(2*chunk + 90)}}},
		{{Op: Ge, Values: []string{at(4 * chunk)}}, {Op: Lt, Values: []string{at(5 * chunk)}}}, // one whole chunk
		{{Op: Lt, Values: []string{at(5*chunk - 1)}}},                                          // all but the last of one
		{{Op: Eq, Values: []string{at(3*chunk + 1)}}},
		{{Op: Ne, Values: []string{at(3*chunk + 1)}}},
		{{Op: Eq, Values: []string{""}}},
		{{Op: Ge, Values: []string{"2030-01-01"}}}, // none
		{{Op: Lt, Values: []string{"2020-01-01"}}},
		{{Op: Ge, Values: []string{at(5 * chunk)}}, {Op: Lt, Values: []string{at(chunk - 1)}}},
	} {
		for i := range where {
			where[i].Column = "Time"
		}
		for _, more := range [][]Filter{nil, {{Column: "Amount", Op: Ge, Values: []string{"10"}}}, {randomFilter(r)}} {
			spec := Spec{Rows: []Dim{{Column: "Type"}}, Cols: []Dim{{Column: "Solved"}}, Where: slices.Concat(more, where),
				Values: []Value{{Agg: Count}, {Agg: Mean, Column: "Talk"}, {Agg: First, Column: "Amount"}}}
			res, err := engine.Run(context.Background(), log, spec)
			if err != nil {
				t.Fatal(err)
			}
			if agrees(t, twin{log, spec}, res); t.Failed() {
				t.Fatal(spec)
			}
			behindAgrees(t, engine, r, twin{log, spec}, res)
		}
	}
}

// Counts, sums and means of up to two columns by two dimensions are gathered in
// one pass, and in the same way as any others.
func TestOnePassAgreesWithTwin(t *testing.T) {
	r, engine := rand.New(rand.NewPCG(4, 9)), Memory()
	log := inTimeOrder(r)
	values := []Value{{Agg: Sum, Column: "Amount"}, {Agg: Mean, Column: "Talk"}, {Agg: Mean, Column: "Amount"}, {Agg: Sum, Column: "Score"},
		{Agg: Mean, Column: "Time"}, {Agg: Mean, Column: "Thirds"}, {Agg: Sum, Column: "Huge"}, {Agg: Median, Column: "Talk"},
		{Agg: Sum, Column: "Talk", Where: []Filter{{Column: "Solved", Op: Eq, Values: []string{"是"}}}}}
	for i, a := range values {
		for _, b := range values[i:] {
			for _, list := range [][]Value{{a}, {{Agg: Count}, a, b}, {a, b, values[3]}} {
				spec := Spec{Rows: []Dim{{Column: "Type"}}, Cols: []Dim{{Column: "Agent"}}, Values: list}
				res, err := engine.Run(context.Background(), log, spec)
				if err != nil {
					t.Fatal(err)
				}
				if !agrees(t, twin{log, spec}, res) {
					t.Fatal(spec)
				}
			}
		}
	}
	for _, c := range []struct {
		column string
		words  bool
	}{{"Amount", true}, {"Talk", true}, {"Time", true}, {"Thirds", false}, {"Huge", false}} {
		if got := newCache().words(log.Table.Column(c.column)) != nil; got != c.words {
			t.Errorf("the numbers of %s are packed: %v, want %v", c.column, got, c.words)
		}
	}
}
