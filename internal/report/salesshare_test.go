package report

import (
	"testing"

	"tallyboard/internal/lang"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
)

// On the 2nd the shop sold 1,000 (300 of Ann are 30%), on the 3rd 500 (100 of Bob
// are 20%): 500 of 1,500 are a third, though the mean of the shares is another.
// On the 4th nothing was sold by anybody, and the sheet says no share.
const soldByAgents = `time | agent | receptions | sales | sales_share
	03-02 | Ann | 10 | 300 | 30
	03-02 | Bob | 10 | 100 | 10
	03-03 | Bob | 10 | 100 | 20
	03-04 | Ann | 10 | 0   |`

func TestSalesShareOfDailySheets(t *testing.T) {
	shares := func() *logkind.Log { return sheet("sheet", logkind.Daily, soldByAgents) }
	plain := func() *logkind.Log {
		l := shares()
		delete(l.Roles, logkind.SalesShare)
		return l
	}
	team := sheet("sheet", logkind.Daily, `time | agent | receptions | sales | sales_share
		03-02 | Ann | 10 | 300 | 0.75
		03-02 | Bob | 10 | 100 | 0.25`)
	orders := func() *logkind.Log {
		return sheet("orders", logkind.Order, `order_time | order_id | amount
			03-02 09:00 | o1 | 1500
			03-03 09:00 | o2 | 1000`)
	}
	for _, tc := range []struct {
		name string
		id   string
		logs []*logkind.Log
		want []string
	}{
		{"by the shares of each day", "daily", []*logkind.Log{shares()}, []string{"Agents sold ¥500.00; sales after contact 33.3%.", "Ann | 20 | 50.0% | ¥300.00 | 20.0%", "Bob | 20 | 50.0% | ¥200.00 | 13.3%"}},
		{"by the orders", "daily", []*logkind.Log{plain(), orders()}, []string{"sales after contact 20.0%."}},
		{"shares of the team tell nothing", "daily", []*logkind.Log{team, orders()}, []string{"Agents sold ¥400.00; sales after contact 16.0%."}},
		{"in the report of orders", "orders", []*logkind.Log{orders(), plain()}, []string{"tile Sales after contact: 20.0%", "sales after contact 20.0%."}},
	} {
		wants(t, dump(makeReport(t, tc.id, Input{Logs: tc.logs, Period: "all"})), tc.want...)
	}
	for _, logs := range [][]*logkind.Log{{plain()}, {team}} {
		if v := share(t, logs); v == v {
			t.Errorf("without orders the share is %v", v)
		}
	}
}

// share is the sales share of the first daily sheet.
func share(t *testing.T, logs []*logkind.Log) float64 {
	t.Helper()
	b, err := newBuilder(t.Context(), Report{ID: "daily", Kinds: dailyKinds}, Input{Logs: logs, Engine: pivot.Memory(), Lang: lang.EN, Period: "all"})
	if err != nil {
		t.Fatal(err)
	}
	v := b.sellers()[0]
	return v.salesShare(v.period)
}
