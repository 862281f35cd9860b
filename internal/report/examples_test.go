package report

import (
	"strings"
	"testing"

	"tallyboard/internal/lang"
	"tallyboard/internal/logkind"
)

// Logs with what is awkward about them: contacts on both sides of midnight at
// the end of a month, a tie, one without customer, region and rating, one without
// a time; orders paid in the next month or never; everything else with one row.
var edgeLogs = map[logkind.Kind]string{
	logkind.Inbound: `
time        | agent | shop  | customer | type1 | region | resolved | satisfaction | worker
03-31 23:59 | Li    | North | a        | Late  | 浙江   | n        | 2            | Ma
04-01 00:01 | Li    | North | a        | Late  | 浙江   | y        | 5            | Ma
04-01 00:01 | Wu    | South |          | Lost  |        | y        |              |
04-01 12:00 | Wu    | South | b        | Lost  | 江苏   | n        | 1            |
            | Wu    | South | b        | Lost  | 江苏   | y        | 4            |`,
	logkind.Order: `
order_time  | pay_time    | shop  | customer | region | status   | amount | refund | worker
03-31 23:59 | 04-01 00:01 | North | a        | 浙江   | 交易成功 | 100    | 0      | Ma
04-01 08:00 |             | South |          | 江苏   | 交易关闭 | 50     | 0      |
04-01 09:00 | 04-01 09:00 | South | c        | 上海   | 交易成功 | 0      | 0      | Ko`,
	logkind.Review:   "review_time | rating | product | agent | customer | resolved | cost | contact_time\n03-31 23:59 | 差评 | lamp | Li | a | y | 10 | 04-01 00:01",
	logkind.Approval: "time | applicant | reason | product | requested | approved\n03-31 | Li | late | lamp | 10 | y",
	logkind.Quality:  "time | agent | checker | score | problem\n03-31 | Li | Boss | 90 | slow",
	logkind.Training: "time | agent | course | score | passed\n04-01 | Wu | rules | 50 | n",
	logkind.Daily:    "time | agent | receptions | first_response | sales\n03-31 | Li | 0 | 30 |\n04-01 | Li | 10 | 20 | 100\n04-01 | Wu | 30 | 40 | 50",
}

// The reports of them, worked out by hand.
var edgeExamples = []struct {
	name   string
	report string
	kinds  []logkind.Kind
	period string
	params map[string]string
	want   []string
}{
	{"a day after the end of a month", "overview", []logkind.Kind{logkind.Inbound}, "2026-04-01..2026-04-01", nil, []string{
		"3 calls; 2 more than before", "tile Calls: 3 (was 1)", "tile Customers served: 2 (was 1)"}},
	{"a month of one row", "overview", []logkind.Kind{logkind.Inbound}, "2026-03", nil, []string{"1 call", "tile Resolved: 0.0%"}},
	{"types of a day, blanks of other columns do not count", "types", []logkind.Kind{logkind.Inbound}, "2026-04-01..2026-04-01", nil, []string{
		"Lost | 2 | 66.7%", "Late | 1 | 33.3% | 0.0% | 100.0%", "Total | 3 | 100.0%"}},
	{"a blank region stands last, a row without time counts in all time", "regions", []logkind.Kind{logkind.Inbound}, "all", nil, []string{
		"Zhejiang | 2 | 40.0%", "Jiangsu | 2 | 40.0%", "(blank) | 1 | 20.0%", "Total | 5 | 100.0%"}},
	{"agents of a day", "agents", []logkind.Kind{logkind.Inbound}, "2026-04-01..2026-04-01", nil, []string{"Wu | 2 | 66.7%", "Li | 1 | 33.3%"}},
	{"an agent without contacts in the period", "review_card", []logkind.Kind{logkind.Inbound}, "2026-03", map[string]string{"agent": "Wu"}, []string{"note tone=0"}},
	{"two contacts over midnight are one visit, a row without a time is one", "customers", []logkind.Kind{logkind.Inbound}, "all", nil, []string{"1 customer came more than once, 50.0% of all", "b | 2 | 2 | 1 |"}},
	{"a visit that began before midnight is one visit of the day after", "customers", []logkind.Kind{logkind.Inbound}, "2026-04-01..2026-04-01", nil, []string{"2 customers, none came more than once"}},
	{"two minutes over midnight are urging", "urging", []logkind.Kind{logkind.Inbound}, "all", map[string]string{"N": "2", "W": "5"}, []string{
		"1 customer contacted us 2 or more times within 5 minutes", "a | 2026-04-01 00:01 | 2"}},
	{"one minute is too short", "urging", []logkind.Kind{logkind.Inbound}, "all", map[string]string{"N": "2", "W": "1"}, []string{"Nobody contacted us"}},
	{"hours on both sides of midnight", "hours", []logkind.Kind{logkind.Inbound}, "all", nil, []string{"0:00 | 2 | 40.0%", "12:00 | 1 | 20.0%", "23:00 | 1 | 20.0%", "Total | 5"}},
	{"returned after midnight; who has no customer is no first contact", "fcr", []logkind.Kind{logkind.Inbound}, "all", nil, []string{"(2 first contacts)", "1 came back within 7 days"}},
	{"a review answered after midnight", "reviews", []logkind.Kind{logkind.Review}, "all", nil, []string{"lamp | 1 | 100.0% | 100.0% | 2m | ¥10.00"}},
	{"one request, one agent without any", "approvals", []logkind.Kind{logkind.Approval, logkind.Inbound}, "all", nil, []string{"late | 1 | 100.0%", "Li | 2 | 1 | 50.0", "Wu | 3 | 0 | 0.0"}},
	{"paid in the next month, paid nothing, never paid", "orders", []logkind.Kind{logkind.Order, logkind.Inbound}, "all", nil, []string{
		"2 paid (66.7%)", "sales ¥100.00", "Cancelled | 1 | 33.3%"}},
	{"orders and contacts of workers", "workers", []logkind.Kind{logkind.Order, logkind.Inbound}, "all", nil, []string{"Ma | 1 |", "Ko | 1 |"}},
	{"an order of nothing is worth nothing", "value", []logkind.Kind{logkind.Order, logkind.Inbound, logkind.Review}, "all", nil, []string{"a | A | 1 | ¥100.00 | 2 | ¥10.00"}},
	{"one check and one exam", "quality", []logkind.Kind{logkind.Quality, logkind.Training}, "all", nil, []string{"1 check; quality score 90.0", "1 result; passed 0.0%", "2026-04-01 | Wu | rules | 50"}},
	{"shops of a day", "shops", []logkind.Kind{logkind.Inbound, logkind.Order}, "2026-04-01..2026-04-01", nil, []string{
		"South | 2 | 66.7%", "North | 1 | 33.3%", "South | 2 | 100.0%"}},
	{"the first of a month", "daily", []logkind.Kind{logkind.Inbound, logkind.Daily}, "2026-04-01..2026-04-01", nil, []string{
		"3 calls; 2 more than before", "Wu | 30 | 75.0%", "Li | 10 | 25.0%", "Total | 40 | 100.0%"}},
	{"a day without receptions weighs nothing", "daily", []logkind.Kind{logkind.Daily}, "all", nil, []string{"Li | 10 | 25.0% | 20s", "Total | 40 | 100.0% | 35s"}},
	{"the week in which a month ends", "weekly", []logkind.Kind{logkind.Inbound}, "2026-03-30..2026-04-05", nil, []string{"4 calls", "[types]", "[regions]", "[agents]", "Late | 2 | 50.0%"}},
}

func TestReportsOfAwkwardLogs(t *testing.T) {
	for _, tc := range edgeExamples {
		t.Run(tc.report+"/"+tc.name, func(t *testing.T) {
			in := Input{Lang: lang.EN, Period: tc.period, Params: tc.params}
			for _, k := range tc.kinds {
				in.Logs = append(in.Logs, sheet(string(k), k, edgeLogs[k]))
			}
			got := dump(makeReport(t, tc.report, in))
			for _, w := range tc.want {
				if !strings.Contains(got, w) {
					t.Errorf("%q is not in\n%s", w, got)
				}
			}
			in.Lang = lang.ZH
			makeReport(t, tc.report, in)
		})
	}
}

// A report that is added to the catalogue needs an example here.
func TestEveryReportHasAnExample(t *testing.T) {
	has := map[string]bool{}
	for _, tc := range edgeExamples {
		has[tc.report] = true
	}
	for _, r := range Catalogue {
		if !has[r.ID] {
			t.Errorf("%s has no worked example", r.ID)
		}
	}
}
