package report

import (
	"context"
	"slices"
	"strings"
	"testing"

	"tallyboard/internal/fault"
	"tallyboard/internal/kpi"
	"tallyboard/internal/lang"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
)

// calls is two whole weeks: 2–8 and 9–15 March 2026.
const calls = `
time        | agent | customer | region       | type1    | type2 | stage | resolved | satisfaction | duration | first_response
03-02 09:00 | Li    | a        | 浙江省杭州市 | Delivery | Late  | 售中  | y        | 5            | 60       | 10
03-02 09:10 | Li    | b        | 浙江省杭州市 | Delivery | Lost  | 售中  | n        | 2            | 120      | 20
03-03 10:00 | Wu    | a        | 江苏省       | Refund   |       | 售后  | y        | 4            | 90       | 40
03-09 10:00 | Wu    | a        | 浙江省杭州市 | Delivery | Late  | 售中  | y        |              | 30       | 30
03-10 11:00 | Li    | b        | 江苏省       | Refund   |       | 售后  | n        | 3            | 45       | 12
03-10 11:05 | Li    | b        | 江苏省       | Refund   |       | 售后  | n        | 1            | 45       | 12
03-12 09:00 | Wu    | b        | 江苏省       | Refund   |       | 售后  | y        | 4            | 75       | 50
03-13 09:00 | Wu    |          |              |          |       |       | y        |              | 15       |
03-15 23:59 | Li    | c        |              | Delivery | Late  | 售前  | y        | 5            | 15       | 8`

// Lines that the reports of small logs must hold, worked out by hand.
func TestReportsByHand(t *testing.T) {
	orders := `
order_time  | order_id | customer | region   | amount | pay_time    | refund | status   | worker | product
03-09 12:00 | o1       | a        | 浙江     | 100    | 03-09 12:01 | 0      | 交易成功 | Wang   | lamp
03-10 12:00 | o2       | b        | 江苏     | 50     |             | 0      | 交易关闭 |        | lamp
03-14 08:00 | o3       | d        | 上海     | 30     | 03-14 09:00 | 30     | 退款成功 | Wang   | pot
03-15 08:00 | o4       | a        | 浙江省   | 20     | 03-15 08:00 | 0      | 交易成功 | Ma     | pot`
	reviewLog := `
review_time | customer | product | agent | rating | reason | resolved | cost | contact_time | tool
03-09 10:00 | a        | lamp    | Li    | 差评   | broken | y        | 12   | 03-09 12:00  | phone
03-10 10:00 | b        | lamp    | Li    | 中评   | late   | y        | 5    | 03-10 14:00  | phone
03-11 10:00 | c        | pot     | Wu    | 差评   | broken | n        |      |              |
03-12 10:00 | d        | lamp    | Wu    | 中评   | late   | n        | 8    | 03-13 10:00  | chat`
	requests := `
time  | applicant | reason | product | requested | approved
03-09 | Li        | late   | lamp    | 10        | y
03-10 | Li        | late   | pot     | 20        | n
03-11 | Li        | broken | pot     | 30        | y`
	outbound := `
time        | matter | customer | agent | reason  | resolved
03-09 10:00 | m1     | a        | Li    | install | n
03-09 11:00 | m1     | a        | Li    | install | y
03-10 10:00 | m2     | b        | Wu    | install | n
03-10 11:00 | m2     | b        | Wu    | install | n`
	checked := `
time  | agent | checker | score | problem
03-09 | Li    | Boss    | 90    | 无问题
03-10 | Li    | Boss    | 70    | slow
03-11 | Wu    | Boss    | 80    | slow
03-12 | Wu    | Boss    | 100   | none`
	exams := `
time  | agent | course | score | passed
03-09 | Li    | rules  | 50    | n
03-11 | Li    | rules  | 80    | y
03-10 | Wu    | rules  | 55    | n`
	dailySheet := `
time  | agent | receptions | first_response | reply_rate | conversion | inquiries | sales
03-09 | Li    | 100        | 10             | 90         | 50         | 10        | 200
03-10 | Li    | 300        | 30             | 100        | 25         | 30        | 100
03-10 | Wu    | 100        |                | 95         |            |           |`
	for _, tc := range []struct {
		name   string
		report string
		logs   map[logkind.Kind]string
		period string
		params map[string]string
		want   []string
	}{
		{"tree of types with shares and changes", "types", map[logkind.Kind]string{logkind.Inbound: calls}, "", nil, []string{
			"6 calls; the most common type is Refund with 50.0% (3 calls)",
			"Refund | 3 | 50.0% | +200.0% | 33.3% | 0.0% | 33.3% | 55s",
			"Delivery | 2 | 33.3% | 0.0% | 100.0%", "    Late | 2 | 33.3% | +100.0%",
			"(blank) | 1 | 16.7% | – | 100.0%", "Total | 6 | 100.0% | +100.0% | 66.7%",
			"vs \"Mar 2–8, 2026\"", "Only 6 rows in this period"}},
		{"all time has nothing to compare with", "types", map[logkind.Kind]string{logkind.Inbound: calls}, "all", nil, []string{
			"Delivery | 4 | 44.4% | 75.0%", "vs \"\""}},
		{"a missing role is named", "regions", map[logkind.Kind]string{logkind.Quality: checked, logkind.Approval: requests, logkind.Outbound: "time | agent\n03-09 | Li"}, "", nil, []string{
			`missing="region"`}},
		{"regions by province, contacts against orders", "regions", map[logkind.Kind]string{logkind.Inbound: calls, logkind.Order: orders}, "all", nil, []string{
			"Zhejiang | 3 | 2 | 66.7 | 0.67", "Jiangsu | 4 | 1 | 25.0 | 1.78", "Zhejiang | 2 | 50.0% | 100.0% | ¥120.00"}},
		{"agents with their KPIs", "agents", map[logkind.Kind]string{logkind.Inbound: calls}, "all", nil, []string{
			"2 agents, 9 calls; most by Li (5 calls)", "Li | 5 | 55.6%", "Wu | 4 | 44.4%", "Total | 9 | 100.0%"}},
		{"hours of the whole log", "hours", map[logkind.Kind]string{logkind.Inbound: calls}, "all", nil, []string{
			"No hour clearly stands out; most at 9:00 with 4 calls, 44.4% of all", "9:00 | 4 | 44.4% | 0.6", "23:00 | 1"}},
		{"customers who came back, by visits and not by calls", "customers", map[logkind.Kind]string{logkind.Inbound: calls}, "", nil, []string{
			"1 customer came more than once, 33.3% of all", "b | 2 | 3 | 2 | 2026-03-12 09:00 | Refund | Wu | Yes [good]"}},
		{"buyers", "customers", map[logkind.Kind]string{logkind.Order: orders}, "all", nil, []string{
			"3 customers ordered, 1 of them more than once (33.3%); most orders by a: 2"}},
		{"first contacts and returns", "fcr", map[logkind.Kind]string{logkind.Inbound: calls, logkind.Outbound: outbound}, "all", nil, []string{
			"(6 first contacts)", "1 came back within 7 days", "2 matters, 2.00 attempts each on average; matters solved 50.0%", "list=true"}},
		{"reviews: settled, compensation, reward", "reviews", map[logkind.Kind]string{logkind.Review: reviewLog}, "", nil, []string{
			"4 reviews; most for lamp: 3 (75.0%); reviews settled 50.0%",
			"2 compensations above the standard, ¥20.00 in all (standard: neutral ¥5, negative ¥10)",
			"Li | 2 | 1 | 1 | ¥8.00", "lamp | 3 | 75.0% | 66.7% | 4h | ¥25.00"}},
		{"other limits", "reviews", map[logkind.Kind]string{logkind.Review: reviewLog}, "", map[string]string{"neutral": "8", "negative": "10", "reward_neutral": "1"}, []string{
			"1 compensation above the standard, ¥12.00", "Li | 2 | 1 | 1 | ¥6.00"}},
		{"requests against receptions", "approvals", map[logkind.Kind]string{logkind.Approval: requests, logkind.Inbound: calls}, "all", nil, []string{
			"3 requests; amount requested ¥60.00; amount approved ¥40.00; approved 66.7%; most for late (2)", "Li | 5 | 3 | 60.0", "Wu | 4 | 0 | 0.0"}},
		{"orders: paid, funnel, conversion, unpaid list", "orders", map[logkind.Kind]string{logkind.Order: orders, logkind.Inbound: calls}, "all", nil, []string{
			"3 paid (75.0%)", "sales ¥150.00", "Conversion 0.0%; 4 orders; 3 paid (75.0%)", "sales after contact 66.7%", "tile Refund rate: 25.0%", "Paid | 3 | 75.0%", "Cancelled | 1 | 25.0%",
			"2026-03-10 12:00 | o2 | b | 江苏 | lamp | ¥50.00", "1 customer asked, 0 ordered within 3 days, 0 paid"}},
		{"urgers within W minutes", "urging", map[logkind.Kind]string{logkind.Inbound: calls}, "all", map[string]string{"N": "2", "W": "10"}, []string{
			"1 customer contacted us 2 or more times within 10 minutes", "b | 2026-03-10 11:05 | 2 | Refund | Li"}},
		{"the newest day", "daily", map[logkind.Kind]string{logkind.Inbound: calls, logkind.Order: orders}, "", map[string]string{"target": "1000"}, []string{
			"# Daily summary", "Mar 15, 2026 vs \"Mar 14, 2026\"", "1 call; 1 more than before, when there were none", "Sales this month ¥150, 15.0% of the target (¥1,000; 48.4% was due by now); what is left takes ¥53 a day for 16 days"}},
		{"daily sheets are weighted with their own counts", "daily", map[logkind.Kind]string{logkind.Daily: dailySheet}, "all", nil, []string{
			"Li | 400 | 80.0% | 97.5% | 25s [good] | 31.3% [short] | ¥300.00", "Wu | 100 | 20.0% | 95.0% | – | – ", "Total | 500 | 100.0% | 97.0% | 25s", "500 receptions"}},
		{"checks and courses", "quality", map[logkind.Kind]string{logkind.Quality: checked, logkind.Training: exams}, "all", nil, []string{
			"4 checks; quality score 85.0; share with problems 50.0%; the most common problem is slow (2)", "slow | 2 | 2 | Li 1, Wu 1",
			"3 results; passed 33.3%", "2026-03-10 | Wu | rules | 55"}},
		{"workers: contacts for each order", "workers", map[logkind.Kind]string{logkind.Order: orders, logkind.Inbound: calls}, "all", nil, []string{
			"Wang | 2 | 1 | 0 | 0.00"}},
		{"value: brings less costs", "value", map[logkind.Kind]string{logkind.Order: orders, logkind.Inbound: calls, logkind.Review: reviewLog}, "all", nil, []string{
			"a | A | 2 | ¥120.00 | 3 | ¥12.00 | ¥99.00", "d | D | 1 | ¥0.00 | 0 | ¥8.00 | −¥8.00"}},
		{"a page for each agent", "review_card", map[logkind.Kind]string{logkind.Inbound: calls}, "all", nil, []string{
			"# Li [card]", "# Wu [card_2]", "5 calls, 55.6% of the team"}},
		{"one agent", "review_card", map[logkind.Kind]string{logkind.Inbound: calls}, "all", map[string]string{"agent": "Wu"}, []string{"1 agent, a page each", "# Wu [card]"}},
		{"the weekly report has chosen sections", "weekly", map[logkind.Kind]string{logkind.Inbound: calls}, "", map[string]string{"sections": "hours,types"}, []string{
			"\n# Hours [hours]", "\n# Contact types [types]"}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			in := Input{Lang: lang.EN, Period: tc.period, Params: tc.params}
			for _, k := range logkind.Catalogue {
				if text, ok := tc.logs[k.Kind]; ok {
					in.Logs = append(in.Logs, sheet(string(k.Kind), k.Kind, text))
				}
			}
			got := dump(makeReport(t, tc.report, in))
			for _, w := range tc.want {
				if !strings.Contains(got, w) {
					t.Errorf("%q is not in\n%s", w, got)
					break
				}
			}
			in.Lang = lang.ZH
			makeReport(t, tc.report, in)
		})
	}
}

func TestWhatCannotBeMade(t *testing.T) {
	log := sheet("calls", logkind.Inbound, calls)
	for _, tc := range []struct {
		id   string
		in   Input
		code string
	}{
		{"nonsense", Input{Logs: []*logkind.Log{log}}, "report.unknown"},
		{"reviews", Input{Logs: []*logkind.Log{log}}, "report.nolog"},
		{"types", Input{}, "report.nolog"},
		{"types", Input{Logs: []*logkind.Log{log}, Period: "someday"}, "pivot.period"},
		{"fcr", Input{Logs: []*logkind.Log{log}, Params: map[string]string{"D": "soon"}}, "report.param"},
		{"fcr", Input{Logs: []*logkind.Log{log}, Params: map[string]string{"Days": "3"}}, "report.param"},
		{"weekly", Input{Logs: []*logkind.Log{log}, Params: map[string]string{"sections": "types,nonsense"}}, "report.nosection"},
	} {
		tc.in.Engine, tc.in.Lang = pivot.Memory(), lang.EN
		if _, err := Build(t.Context(), tc.id, tc.in); !fault.Is(err, tc.code) {
			t.Errorf("%s: got %v, want the fault %s", tc.id, err, tc.code)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Build(ctx, "agents", Input{Logs: []*logkind.Log{log}, Engine: pivot.Memory()}); err == nil {
		t.Error("a cancelled build came to an end")
	}
}

func TestPeriods(t *testing.T) {
	log := sheet("calls", logkind.Inbound, calls)
	sunday := sheet("calls", logkind.Inbound, "time\n03-02\n03-09\n03-14")
	for _, tc := range []struct {
		name                string
		log                 *logkind.Log
		period, compare     string
		wantPeriod, wantOld string
	}{
		{"a week that ends on the newest day is complete", log, "", "", "Mar 9–15, 2026", "Mar 2–8, 2026"},
		{"a week that has not ended is not", sunday, "", "", "Mar 2–8, 2026", ""},
		{"this week", log, "this-week", "", "Mar 9–15, 2026", "Mar 2–8, 2026"},
		{"no comparison wanted", log, "", "none", "Mar 9–15, 2026", ""},
		{"the logs do not reach over last year", log, "", "last-year", "Mar 9–15, 2026", ""},
		{"all", log, "all", "", "Mar 2–15, 2026", ""},
		{"a range is compared with as many days before", log, "2026-03-10..2026-03-12", "", "Mar 10–12, 2026", "Mar 7–9, 2026"},
	} {
		doc := makeReport(t, "types", Input{Logs: []*logkind.Log{tc.log}, Period: tc.period, Compare: tc.compare})
		if doc.Period != tc.wantPeriod || doc.Compared != tc.wantOld {
			t.Errorf("%s: got %q vs %q", tc.name, doc.Period, doc.Compared)
		}
	}
}

// A shop's own standard colours what it is asked to colour.
func TestOwnStandards(t *testing.T) {
	log := sheet("calls", logkind.Inbound, "time|agent|resolved"+strings.Repeat("\n03-02|Li|y\n03-02|Li|n", 20))
	in := Input{Logs: []*logkind.Log{log}, Period: "all"}
	if got := dump(makeReport(t, "agents", in)); !strings.Contains(got, "50.0% [bad]") {
		t.Errorf("half resolved is not far short of 85%%:\n%s", got)
	}
	in.Standards = kpi.Standards{"resolved_rate": {Standard: 0.4, Excellent: 0.5}}
	if got := dump(makeReport(t, "agents", in)); !strings.Contains(got, "50.0% [good]") {
		t.Errorf("half resolved is not excellent where 50%% is:\n%s", got)
	}
}

func TestCatalogueIsComplete(t *testing.T) {
	var seen []string
	for _, r := range Catalogue {
		if slices.Contains(seen, r.ID) {
			t.Errorf("two reports are called %s", r.ID)
		}
		seen = append(seen, r.ID)
		for _, l := range lang.All {
			for _, key := range []string{"report." + r.ID, "report." + r.ID + ".question"} {
				if !l.Has(key) {
					t.Errorf("%s: no text %s", l, key)
				}
			}
		}
	}
	if want := 18; len(seen) != want {
		t.Errorf("%d reports, want %d", len(seen), want)
	}
}

// Two ratings among forty calls are too few to call an agent good or bad.
func TestTooFewToJudge(t *testing.T) {
	log := sheet("calls", logkind.Inbound, "time|agent|satisfaction"+strings.Repeat("\n03-02|Li|", 38)+"\n03-02|Li|1\n03-02|Li|2"+strings.Repeat("\n03-02|Wu|1", 20))
	got := dump(makeReport(t, "agents", Input{Logs: []*logkind.Log{log}, Period: "all"}))
	for _, want := range []string{"   Li | 40 | 66.7% | 0.0% |", "   Wu | 20 | 33.3% | 0.0% [bad] |"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
}
