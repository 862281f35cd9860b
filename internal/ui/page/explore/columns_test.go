package explore

import (
	"testing"

	"tallyboard/internal/pivot"
	"tallyboard/internal/session"
	"tallyboard/internal/table"
)

func TestBandsAreRound(t *testing.T) {
	for _, c := range []struct {
		t        table.Type
		min, max float64
		want     float64
	}{
		{table.Number, 0, 100, 10}, {table.Number, 0, 101, 20}, {table.Number, -3, 4, 1}, {table.Number, 5, 5, 0},
		{table.Duration, 0, 600, 60}, {table.Duration, 0, 56 * 86400, 7 * 86400}, {table.Duration, 0, 3700, 600}, {table.Duration, 0, 1e9, 1e8},
	} {
		if got := bandWidth(c.t, session.Facts{Min: c.min, Max: c.max}); got != c.want {
			t.Errorf("%v from %v to %v is cut by %v, want %v", c.t, c.min, c.max, got, c.want)
		}
	}
}

// Units of places are offered where there are places.
func TestUnitsSuitTheColumn(t *testing.T) {
	for _, c := range []struct {
		t      table.Type
		places bool
		want   int
	}{{table.Text, false, 1}, {table.Text, true, 3}, {table.Time, false, 9}, {table.Bool, false, 1}, {table.Number, false, 2}} {
		if got := funcsFor(c.t, c.places); len(got) != c.want {
			t.Errorf("%v, places %v: offered %q", c.t, c.places, got)
		}
	}
	if funcsFor(table.Text, true)[1] != pivot.Province {
		t.Error("provinces are not offered for addresses")
	}
}
