package report

import (
	"testing"

	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
)

// The log that is looked at has its own last week where the newest log's is
// another; where it has rows in that, the week is the newest log's.
func TestDefaultPeriodIsThatOfTheFrontLog(t *testing.T) {
	days := func(from string, n int) *logkind.Log {
		text := "time | type1"
		first := at(from + " 10:00")
		for i := range n {
			text += "\n" + dayText(first+float64(i)*day) + " | 咨询"
		}
		return sheet("calls "+from, logkind.Inbound, text)
	}
	old, new := days("01-05", 28), days("06-01", 28)
	logs := []*logkind.Log{old, new}
	for _, c := range []struct {
		front *logkind.Log
		want  string
	}{{nil, "2026-W26"}, {new, "2026-W26"}, {old, "2026-W05"}} {
		if got := makeReport(t, "types", Input{Logs: logs, Front: c.front}).PeriodID; got != c.want {
			t.Errorf("with %v in front the period is %s, want %s", c.front != nil, got, c.want)
		}
	}
	if got := makeReport(t, "types", Input{Logs: logs, Front: old, Period: "2026-W24"}).PeriodID; got != "2026-W24" {
		t.Errorf("a chosen period becomes %s", got)
	}
}

func dayText(sec float64) string { return pivot.PeriodAt(pivot.Day, sec).ID[5:] + " 10:00" }
