package report

import (
	"strings"
	"testing"

	"tallyboard/internal/logkind"
)

// A log of a switchboard holds the calls of both sides. The shop is no customer
// of its own, and what it calls is no demand.
func TestCallsOfTheShopAreNotCounted(t *testing.T) {
	rows := `time | direction | phone | agent
03-09 10:00 | 呼入 | a | Li
03-09 11:00 | 呼入 | b | Li
03-09 12:00 | 呼出 | shop | Li
03-09 14:00 | 呼出 | shop | Wu
03-10 10:00 | 呼入 | a | Wu
03-10 12:00 |      | c | Wu`
	for _, tc := range []struct {
		report, rows string
		has, not     []string
	}{
		{"overview", rows, []string{"4 calls", "holds 2 calls that the shop made"}, []string{"6 calls"}},
		{"customers", rows, []string{"1 customer came more than once, 33.3%", "most often a with 2"}, []string{"shop with"}},
		{"agents", rows, []string{"Li | 2 | 50.0%", "Wu | 2 | 50.0%"}, nil},
		{"overview", strings.ReplaceAll(rows, "呼出", "呼入"), []string{"6 calls"}, []string{"the shop made"}},
		{"overview", strings.ReplaceAll(rows, "呼入", "呼出"), []string{"6 calls"}, []string{"the shop made"}},
	} {
		got := dump(makeReport(t, tc.report, Input{Logs: []*logkind.Log{sheet("calls", logkind.Inbound, tc.rows)}, Period: "all"}))
		says(t, tc.report, got, tc.has, tc.not)
	}
}
