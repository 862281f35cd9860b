package report

import (
	"testing"

	"tallyboard/internal/logkind"
)

// What the customers of the last days will still do is not known: shares that
// wait for it are told but not compared, until the time has passed.
func TestNothingUnripeIsCompared(t *testing.T) {
	calls, orders := "time | customer | agent\n", "order_time | pay_time | customer\n03-02 09:00 | | z\n"
	called := func(day, who string) string { return day + " 10:00 | " + who + " | Li\n" }
	paid := func(day, who string) string { return day + " 11:00 | " + day + " 11:00 | " + who + "\n" }
	for i := range 30 {
		who := "a" + num(i)
		calls += called("03-02", who) + called("03-10", "b"+num(i))
		if i < 15 {
			calls, orders = calls+called("03-05", who), orders+paid("03-03", who)
		}
	}
	calls, orders = calls+called("03-15", "c"), orders+paid("03-15", "c")
	later, laterOrders := calls+called("03-24", "d"), orders+paid("03-24", "d")
	for _, tc := range []struct {
		report, calls, orders string
		has, not              []string
	}{
		{"fcr", calls, orders, []string{"First-contact resolution 100.0%", "may still fall", "tile First-contact resolution: 100.0% (was –)"}, []string{"against the period before", "First-contact resolution, change"}},
		{"fcr", later, laterOrders, []string{"First-contact resolution 100.0%", "against the period before", "tile First-contact resolution: 100.0% (was 50.0%)", "First-contact resolution, change"}, []string{"may still fall"}},
		{"review_card", calls, orders, []string{"First-contact resolution"}, []string{"Better than before"}},
		{"review_card", later, laterOrders, []string{"First-contact resolution 100.0% (before 50.0%)"}, nil},
		{"orders", calls, orders, []string{"tile Customers who asked: 31 (was 30)", "tile Paid within 3 days: 1 (was –)", "tile Conversion: 3.2% (was –)"}, []string{"Conversion, change"}},
		{"orders", later, laterOrders, []string{"tile Paid within 3 days: 1 (was 15)", "tile Conversion: 3.2% (was 50.0%)", "Conversion, change"}, nil},
	} {
		logs := []*logkind.Log{sheet("calls", logkind.Inbound, tc.calls), sheet("orders", logkind.Order, tc.orders)}
		got := dump(makeReport(t, tc.report, Input{Logs: logs, Period: "2026-03-09..2026-03-15"}))
		says(t, tc.report, got, tc.has, tc.not)
	}
}
