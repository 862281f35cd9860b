package report

import (
	"fmt"
	"strings"
	"testing"

	"tallyboard/internal/document"
	"tallyboard/internal/lang"
	"tallyboard/internal/logkind"
)

// From how many rows on a report draws; fewer are told.
func TestFewRowsAreSaidNotDrawn(t *testing.T) {
	for _, n := range []int{3, 9, 12} {
		var calls strings.Builder
		calls.WriteString("\ntime | customer | agent | type1 | region | resolved | satisfaction")
		for i := range n {
			fmt.Fprintf(&calls, "\n03-%02d %02d:00 | c%d | %s | %s | %s | %s | %d", 9+i%3, 8+i, i%2, []string{"Li", "Wu"}[i%2],
				[]string{"Refund", "Delivery"}[i%2], []string{"浙江", "江苏"}[i%2], []string{"y", "n"}[i%2], 1+i%5)
		}
		in := Input{Logs: []*logkind.Log{sheet("calls", logkind.Inbound, calls.String())}, Period: "all", Lang: lang.EN}
		for _, id := range []string{"overview", "types", "regions", "agents", "customers", "hours", "fcr"} {
			doc := makeReport(t, id, in)
			charts := 0
			for range document.Of[*document.Chart](doc.Blocks) {
				charts++
			}
			said := strings.Contains(dump(doc), "in this period: too few for shares")
			if drawn := charts > 0; drawn == (n < fewRows) {
				t.Errorf("%s of %d rows has %d charts", id, n, charts)
			}
			if said != (n < fewRows) {
				t.Errorf("%s of %d rows: says that they are few: %v", id, n, said)
			}
		}
	}
}
