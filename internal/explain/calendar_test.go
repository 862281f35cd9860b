package explain

import (
	"context"
	"testing"

	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
	"tallyboard/internal/table"
)

// A column that names weeks explains no change between weeks; one of agents who
// relieved each other does, as does one of types.
func TestColumnsThatNameTimeExplainNothing(t *testing.T) {
	var times []float64
	var week, agent, kind []string
	for i := range 400 {
		w := i / 100
		times = append(times, monday+float64(w)*7*86400+float64(i%7)*86400)
		week = append(week, []string{"W01", "W02", "W03", "W04"}[w])
		agent = append(agent, []string{"Ann", "Ann", "Bo", "Bo"}[w])
		kind = append(kind, []string{"退款", "物流", "售前"}[i%3])
		if w == 3 && i%2 == 0 { // the last week has more of one type
			times = append(times, times[len(times)-1])
			week, agent, kind = append(week, "W04"), append(agent, "Bo"), append(kind, "物流")
		}
	}
	log := &logkind.Log{Table: table.New(table.NumColumn("time", table.Time, times), table.TextColumn("week", week),
		table.TextColumn("agent", agent), table.TextColumn("type", kind)), Roles: logkind.Roles{"time": "time"}}
	period := func(text string) []pivot.Filter {
		f, err := pivot.ParseFilter(text)
		if err != nil {
			t.Fatal(err)
		}
		return []pivot.Filter{f}
	}
	for _, c := range []struct{ now, before string }{
		{"week:time=2024-01-22", "week:time=2024-01-15"},
		{"week:time=2024-01-15", "week:time=2024-01-08"},
	} {
		a, err := Explain(context.Background(), pivot.Memory(), Question{Log: log, Value: pivot.Value{Agg: pivot.Count}, Now: period(c.now), Before: period(c.before)})
		if err != nil {
			t.Fatal(err)
		}
		seen := map[string]bool{}
		for _, col := range a.Columns {
			seen[col.Dim.Column] = true
		}
		if seen["week"] || !seen["type"] || (c.now == "week:time=2024-01-15") != seen["agent"] {
			t.Errorf("from %s to %s the columns %v explain", c.before, c.now, seen)
		}
	}
}
