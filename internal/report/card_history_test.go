package report

import (
	"fmt"
	"strings"
	"testing"

	"tallyboard/internal/lang"
	"tallyboard/internal/logkind"
)

// A page tells an agent what went better and worse than before, where that is
// no chance, even when the period before is not wholly in the logs.
func TestCardsCompareWithTheOwnPast(t *testing.T) {
	var s strings.Builder
	s.WriteString("\ntime | customer | agent | type1 | resolved")
	for i := range 120 {
		day, resolved, steady := "02-20", i%5 == 0, i%2 == 0 // a fifth before …
		if i >= 60 {
			day, resolved = fmt.Sprintf("03-%02d", 1+i%31), i%10 != 0 // … and nine tenths now
		}
		yes := map[bool]string{true: "y", false: "n"}
		fmt.Fprintf(&s, "\n%s 10:%02d | c%d | Li | Refund | %s\n%s 11:%02d | d%d | Wu | Refund | %s", day, i%60, i, yes[resolved], day, i%60, i, yes[steady])
	}
	s.WriteString("\n03-31 10:00 | z | Li | Refund | y")
	got := dump(makeReport(t, "review_card", Input{Logs: []*logkind.Log{sheet("calls", logkind.Inbound, s.String())}, Lang: lang.EN, Period: "2026-03"}))
	if !strings.Contains(got, "Better than before: Resolved 90.2% (before 20.0%).") {
		t.Errorf("Li's rise is not told:\n%s", got)
	}
	if n := strings.Count(got, "Better than before"); n != 1 || strings.Contains(got, "Not as good as before") {
		t.Errorf("what did not change is told too:\n%s", got)
	}
	if !strings.Contains(got, "KPI | Own | Team | Standard | Excellent | Before") {
		t.Errorf("the table has no own past:\n%s", got)
	}
}
