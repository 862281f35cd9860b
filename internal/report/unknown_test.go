package report

import (
	"strings"
	"testing"

	"tallyboard/internal/logkind"
)

// What no log tells is left out; it is not nothing.
func TestCountsThatNoLogTells(t *testing.T) {
	calls := sheet("calls", logkind.Inbound, `time | agent | worker | customer
		03-02 10:00 | Ann | Ma  | c
		03-02 11:00 | Ann | Liu | d`)
	orders := sheet("orders", logkind.Order, `order_time | customer | amount
		03-02 10:00 | c | 10`)
	for _, tc := range []struct {
		id        string
		log       *logkind.Log
		has, lack string
	}{
		{"workers", calls, "Worker | Contacts naming\n", "Orders"},
		{"value", orders, "Customer | Grade | Orders | Brings | Net\n", "Compensation"},
	} {
		got := dump(makeReport(t, tc.id, Input{Logs: []*logkind.Log{tc.log}, Period: "all"}))
		wants(t, got, tc.has)
		if strings.Contains(got, "| "+tc.lack) {
			t.Errorf("%s has a column %s:\n%s", tc.id, tc.lack, got)
		}
	}
}

// The hours of a day follow each other, with those in which nothing happened.
func TestHoursOfADayFollowEachOther(t *testing.T) {
	calls := sheet("calls", logkind.Inbound, `time | agent
		03-02 09:10 | Ann
		03-02 12:30 | Ann
		03-02 12:40 | Ann`)
	wants(t, dump(makeReport(t, "daily", Input{Logs: []*logkind.Log{calls}, Period: "all", Params: map[string]string{"sections": "hours"}})), "[9:00 10:00 11:00 12:00]")
}
