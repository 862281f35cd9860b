package report

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
	"tallyboard/internal/table"
)

// What is picked for each agent is what stands first when all rows are sorted.
func TestTalksAreThoseThatAreSortedFirst(t *testing.T) {
	const n = 3000
	r := rand.New(rand.NewPCG(5, 6))
	times, ratings, agents, solved := make([]float64, n), make([]float64, n), make([]string, n), make([]float64, n)
	for i := range n {
		times[i], ratings[i], solved[i] = at("03-01")+float64(r.IntN(400))*3600, math.NaN(), float64(r.IntN(2))
		if r.IntN(30) == 0 {
			times[i] = math.NaN()
		}
		if r.IntN(2) == 0 {
			ratings[i] = float64(1 + r.IntN(5))
		}
		// One has no bad ratings, one a single contact, some rows name nobody.
		switch a := r.IntN(8); {
		case a == 0:
		case a == 1:
			agents[i], ratings[i] = "kind", 5
		default:
			agents[i] = fmt.Sprint("agent ", a)
		}
	}
	agents[7] = "once"
	log := &logkind.Log{Name: "calls", Kind: logkind.Inbound,
		Table: table.New(table.NumColumn("t", table.Time, times), table.NumColumn("s", table.Number, ratings), table.TextColumn("a", agents), table.BoolColumn("r", "y", "n", solved)),
		Roles: logkind.Roles{logkind.Time: "t", logkind.Satisfaction: "s", logkind.Agent: "a", logkind.Resolved: "r"}}
	b, err := newBuilder(context.Background(), Report{ID: "review_card", Kinds: contactKinds}, Input{Logs: []*logkind.Log{log}, Engine: pivot.Memory(), Period: "all"})
	if err != nil {
		t.Fatal(err)
	}
	c := &card{v: b.views(logkind.Inbound)[0], discuss: map[string][]int{}}
	c.pick()

	rated, open := []int{}, []int{}
	for i := range n {
		if ratings[i] < 3 { // the middle of 1 to 5
			rated = append(rated, i)
		}
		if solved[i] == 0 {
			open = append(open, i)
		}
	}
	newest := func(x, y int) int { return cmp.Or(cmp.Compare(times[y], times[x]), x-y) }
	slices.SortFunc(rated, func(x, y int) int { return cmp.Or(cmp.Compare(ratings[x], ratings[y]), newest(x, y)) })
	slices.SortFunc(open, newest)
	want := map[string][]int{}
	for _, row := range slices.Concat(rated, open) {
		if name := agents[row]; name != "" && len(want[name]) < talks && !slices.Contains(want[name], row) {
			want[name] = append(want[name], row)
		}
	}
	for name, rows := range want {
		if !slices.Equal(c.discuss[name], rows) {
			t.Errorf("%s: rows %v are to be discussed, want %v", name, c.discuss[name], rows)
		}
	}
	if len(c.discuss) != len(want) || len(want) < 6 {
		t.Errorf("%d agents have something to discuss, want %d", len(c.discuss), len(want))
	}
}
