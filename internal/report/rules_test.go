package report

import (
	"strings"
	"testing"

	"tallyboard/internal/document"
	"tallyboard/internal/fault"
	"tallyboard/internal/kpi"
	"tallyboard/internal/lang"
	"tallyboard/internal/logkind"
	"tallyboard/internal/rules"
)

func on(s string) rules.Date { return rules.DateOf(at(s)) }

const march = `
time        | agent | shop  | customer | amount | status | resolved
03-01 10:00 | Ann   | North | a        | 100    | paid   | y
03-03 10:00 | Ann   | North | b        | 200    | paid   | y
03-05 10:00 | Bob   | South | c        | 60     | paid   | y
02-27 10:00 | Bob   | South | d        | 999    | paid   | y
03-06 10:00 | Bob   | South | e        | 500    | unpaid | y`

// March 2026 begins on a Sunday. Of 31 days 9 are Saturdays or Sundays and
// weigh 2, the others 1, the 10th 5: 18 + 21 + 5 = 44 in all. Up to Friday the
// 6th it is 2 + 5 = 7.
func marchTarget() rules.Target {
	return rules.Target{Month: on("03-01").Month(), KPI: "sales", Total: 4400, Weekdays: []float64{1, 1, 1, 1, 1, 2, 2},
		Spans: []rules.Span{{From: on("03-10"), To: on("03-10"), Name: "sale", Factor: 5}}}
}

func marchInput(r *rules.Rules) Input {
	return Input{Logs: []*logkind.Log{sheet("orders", logkind.Order, march)}, Period: "2026-03-06..2026-03-06", Rules: r}
}

func wants(t *testing.T, text string, want ...string) {
	t.Helper()
	for _, w := range want {
		if !strings.Contains(text, w) {
			t.Errorf("%q is not in\n%s", w, text)
		}
	}
}

func TestDailyTargetByWeights(t *testing.T) {
	r := &rules.Rules{}
	r.SetTarget(marchTarget())
	// 360 of 700 due; 4040 are left for 37 weights on 25 days: 161.6 on average,
	// and 2 of 37 on Saturday the 7th: 218.4.
	wants(t, dump(makeReport(t, "daily", marchInput(r))),
		"## Target, Mar 1–31, 2026 [target]",
		"Sales this month ¥360, 8.2% of the target (¥4,400; 15.9% was due by now); what is left takes ¥162 a day for 25 days; the next day ¥218.",
		"Reached (sales): [100 100 300 300 360 360 NaN",
		"Plan (plan): [200 300 400 500 600 700 900")
}

func TestTargetOfEveryAgent(t *testing.T) {
	r := &rules.Rules{}
	x := marchTarget()
	x.Shops = []rules.Part{{Name: "North", Weight: 3}, {Name: "South", Weight: 1}}
	x.Agents = []rules.Part{{Name: "Ann", Shop: "North", Weight: 1}, {Name: "Bob", Shop: "South", Weight: 1}, {Name: "Cid", Shop: "South", Weight: 1}}
	r.SetTarget(x)
	in := marchInput(r)
	// North 3300, South 1100; of those Ann all, Bob and Cid 550 each. Due 7/44.
	wants(t, dump(makeReport(t, "daily", in)), `table target_agents_sales "Target for sales by agent"`,
		"Bob | ¥550 | ¥60 | 10.9% [short] | ¥88 | ¥490 | ¥26",
		"Ann | ¥3,300 | ¥300 | 9.1% [short] | ¥525 | ¥3,000 | ¥162",
		"Cid | ¥550 | ¥0 | 0.0% [short] | ¥88 | ¥550 | ¥30",
		"Total | ¥4,400 | ¥360 | 8.2% [short] | ¥700 | ¥4,040 | ¥218")
	wants(t, dump(makeReport(t, "shops", in)), `table target_shops_sales "Target for sales by shop"`,
		"North | ¥3,300 | ¥300 | 9.1% [short]", "South | ¥1,100 | ¥60 | 5.5% [short]")
	in.Params = map[string]string{"shop": "South"}
	wants(t, dump(makeReport(t, "daily", in)), "Sales this month ¥60, 5.5% of the target (¥1,100; 15.9% was due by now)")
}

func TestTargetsThatDoNotHold(t *testing.T) {
	r := &rules.Rules{}
	x := marchTarget()
	x.Month--
	x.Spans = nil
	r.SetTarget(x) // of February
	x = marchTarget()
	x.KPI = "matters" // which no log tells
	r.SetTarget(x)
	if text := dump(makeReport(t, "daily", marchInput(r))); strings.Contains(text, "[target]") {
		t.Errorf("a target is told that does not hold:\n%s", text)
	}
	in := marchInput(r)
	in.Params = map[string]string{"target.fcr": "1"}
	in.Lang, in.Engine = lang.EN, nil
	if _, err := Build(t.Context(), "daily", in); !fault.Is(err, "report.param") {
		t.Errorf("a target for a share: %v", err)
	}
}

func TestCardsAndTargetOnThePage(t *testing.T) {
	calls := sheet("calls", logkind.Inbound, `
time        | agent | customer | type1
03-02 10:00 | Ann   | a        | Order
03-03 10:00 | Ann   | b        | Order
03-04 10:00 | Bob   | c        | Order`)
	r := &rules.Rules{}
	r.SetTarget(rules.Target{Month: on("03-01").Month(), KPI: "receptions", Total: 62})
	r.AddCard(rules.Card{Agent: "Ann", Date: on("02-27"), Colour: rules.Red, Reason: "of the month before"})
	r.AddCard(rules.Card{Agent: "Ann", Date: on("03-02"), Colour: rules.Yellow, Reason: "late"})
	r.AddCard(rules.Card{Agent: "Bob", Date: on("03-03"), Colour: rules.Yellow})
	r.AddCard(rules.Card{Agent: "Bob", Date: on("03-04"), Colour: rules.Yellow, Reason: "rude"})
	in := Input{Logs: []*logkind.Log{calls}, Period: "2026-03-01..2026-03-04", Rules: r}
	// Two agents, 31 each in 31 days: 4 are due by the 4th.
	card := dump(makeReport(t, "review_card", in))
	wants(t, card, "Calls this month 2, 6.5% of the target (31; 12.9% was due by now); what is left takes 2 a day for 27 days.",
		"Cards (Mar 1–4, 2026): 1 yellow, 0 red – 2026-03-02 yellow: late.",
		"Cards (Mar 1–4, 2026): 2 yellow, 0 red – 2026-03-04 yellow: rude; 2026-03-03 yellow; Retraining and a new exam.")
	wants(t, dump(makeReport(t, "agents", in)), `table card_register "Cards, Mar 1–4, 2026" list=true`,
		"Bob | 2 | 0 | Retraining and a new exam [bad]", "Ann | 1 | 0 | –",
		"Ann | 31 | 2 | 6.5% [short] | 4 | 29 | 1", "Total | 62 | 3 | 4.8% [short] | 8 | 59 | 2")
}

// The version changes on the 10th: what was right the day before is too much,
// and the rewards differ from row to row.
func TestRatesChangeInMidPeriod(t *testing.T) {
	reviews := sheet("reviews", logkind.Review, `
time  | agent | product | rating | cost | resolved
03-09 | Ann   | x       | 差评     | 12   | y
03-10 | Ann   | x       | 差评     | 12   | y
03-10 | Bob   | x       | 中评     | 9    | y
03-11 | Bob   | x       | 中评     | 6    | n
03-12 | Bob   | x       | 中评     |      | y`)
	r := &rules.Rules{}
	r.Compensation = rules.SetRates(nil, rules.Rates{From: on("03-10"), Neutral: 8, Negative: 15})
	r.Rewards = rules.SetRates(nil, rules.Rates{From: on("03-10"), Neutral: 4, Negative: 7})
	text := dump(makeReport(t, "reviews", Input{Logs: []*logkind.Log{reviews}, Period: "2026-03-09..2026-03-15", Rules: r}))
	wants(t, text,
		"Neutral | 2 | ¥15.00 | ¥16.00 | −¥1.00 | 1",
		"Negative | 2 | ¥24.00 | ¥25.00 | −¥1.00 | 1",
		"Total | 4 | ¥39.00 | ¥41.00 | −¥2.00 | 2",
		"2 compensations above the standard, ¥21.00 in all (standard: neutral ¥5, negative ¥10; neutral ¥8, negative ¥15 from 2026-03-10)",
		"Ann | 2 | 0 | 2 | ¥12.00", // 5 of the old version and 7 of the new
		"Bob | 3 | 2 | 0 | ¥8.00",
		"(For each review settled: neutral ¥3, negative ¥5; neutral ¥4, negative ¥7 from 2026-03-10.)")
	// The parameters hold for all days.
	text = dump(makeReport(t, "reviews", Input{Logs: []*logkind.Log{reviews}, Period: "2026-03-09..2026-03-15", Rules: r,
		Params: map[string]string{"negative": "20", "reward_neutral": "1"}}))
	wants(t, text, "Negative | 2 | ¥24.00 | ¥40.00 | −¥16.00 | 0", "Bob | 3 | 2 | 0 | ¥2.00")
}

func TestTheReportSaysWhoseStandards(t *testing.T) {
	calls := sheet("calls", logkind.Inbound, strings.TrimSpace(`
time        | agent | customer | first_response | resolved
`+strings.Repeat("03-02 10:00 | Ann | a | 25 | y\n", 12)))
	own := &rules.Rules{Values: rules.Values{Params: rules.Params{G: 60}}}
	own.SetStandard(rules.Standard{KPI: "first_response", Since: on("03-01"), Standard: 20, Excellent: 10})
	own.SetStandard(rules.Standard{KPI: "resolved_rate", Shop: "elsewhere", Standard: .5, Excellent: .6})
	for _, tc := range []struct {
		name string
		in   Input
		want string
		tone document.Tone
	}{
		{"none", Input{}, "", document.Good},
		{"the shop's", Input{Rules: own}, "Standards: the shop's own for Mean wait (since 2026-03), the program's for the rest; Definitions: one visit within 60 minutes.", document.Warning},
		{"a parameter", Input{Params: map[string]string{"standard.first_response": "24", "excellent.first_response": "5"}}, "Standards: the shop's own for Mean wait, the program's for the rest.", document.Warning},
		{"the input's", Input{Standards: kpi.Standards{"first_response": {Standard: 24, Excellent: 5}}}, "the shop's own for Mean wait, ", document.Warning},
	} {
		tc.in.Logs, tc.in.Period = []*logkind.Log{calls}, "all"
		doc := makeReport(t, "agents", tc.in)
		text := dump(doc)
		wants(t, text, tc.want)
		if said := strings.Contains(text, "Standards:"); said != (tc.want != "") {
			t.Errorf("%s: a word about standards: %v", tc.name, said)
		}
		for tiles := range document.Of[*document.Tiles](doc.Blocks) {
			for _, x := range tiles.Tiles {
				if x.ID == "first_response" && x.Tone != tc.tone {
					t.Errorf("%s: the first response has tone %d, want %d", tc.name, x.Tone, tc.tone)
				}
			}
		}
	}
}

// Two shops: North answers in 25 s, South in 35 s. For North 20 s are the
// standard, for South 40 s, for all others 60 s.
func TestEveryShopIsJudgedByItsOwnStandard(t *testing.T) {
	rows := strings.Repeat("03-02 10:00|North|25|a\n03-02 11:00|South|35|b\n", 20)
	log := sheet("calls", logkind.Inbound, "time|shop|first_response|customer\n"+strings.TrimSpace(rows))
	r := &rules.Rules{}
	r.SetStandard(rules.Standard{KPI: "first_response", Shop: "North", Standard: 20, Excellent: 10})
	r.SetStandard(rules.Standard{KPI: "first_response", Shop: "South", Standard: 40, Excellent: 36})
	in := Input{Logs: []*logkind.Log{log}, Period: "all", Rules: r}
	text := dump(makeReport(t, "shops", in))
	wants(t, text, "North | 20 | 50.0% | 1 | 1 | 25s [short]", "South | 20 | 50.0% | 1 | 1 | 35s [good]", "Total | 40 | 100.0% | 2 | 2 | 30s [good]", "North by values of its own (Mean wait 20s); South by values of its own (Mean wait 40s)")
	in.Params = map[string]string{"standard.first_response": "100"}
	wants(t, dump(makeReport(t, "shops", in)), "North | 20 | 50.0% | 1 | 1 | 25s [good] |", "South | 20 | 50.0% | 1 | 1 | 35s |")
}

// The customer comes back after three days: a return in North, where D is 7, but
// not in South, where D is 2.
func TestEveryShopIsMeasuredByItsOwnNumbers(t *testing.T) {
	var rows strings.Builder
	for i := range 20 {
		for _, shop := range []string{"North", "South"} {
			who := shop + num(i)
			rows.WriteString("03-02 10:00|" + shop + "|" + who + "|x\n03-05 09:00|" + shop + "|" + who + "|x\n")
		}
	}
	log := sheet("calls", logkind.Inbound, "time|shop|customer|type1\n"+strings.TrimSpace(rows.String()))
	r := &rules.Rules{}
	r.Own("South").Params.D = 2
	in := Input{Logs: []*logkind.Log{log}, Period: "all", Rules: r}
	// First contacts that nobody came back to: in North none of 20, in South all of 40.
	wants(t, dump(makeReport(t, "shops", in)), "North | 40 | 50.0% | 20 | 40 | 0.0%", "South | 40 | 50.0% | 20 | 40 | 100.0%", "South by values of its own (returns within 2 days)")
	in.Params = map[string]string{"D": "7"}
	wants(t, dump(makeReport(t, "shops", in)), "South | 40 | 50.0% | 20 | 40 | 0.0%")
}

func TestCompensationByTheRatesOfTheShop(t *testing.T) {
	log := sheet("reviews", logkind.Review, `
time  | shop  | rating   | cost | agent | resolved
03-02 | North | negative | 12   | Ann   | y
03-02 | South | negative | 12   | Bob   | y
03-03 | South | neutral  | 4    | Bob   | n`)
	r := &rules.Rules{}
	r.Own("North").Compensation = []rules.Rates{{Neutral: 6, Negative: 15}}
	// North may pay 15, so its 12 are within; South may pay 10 and 5.
	wants(t, dump(makeReport(t, "reviews", Input{Logs: []*logkind.Log{log}, Period: "all", Rules: r})),
		"Neutral | 1 | ¥4.00 | ¥5.00 | −¥1.00 | 0", "Negative | 2 | ¥24.00 | ¥25.00 | −¥1.00 | 1", "(Standard: neutral ¥5, negative ¥10; North neutral ¥6, negative ¥15.)", "2026-03-02 | Bob | negative | ¥12.00")
}

// 4400 for all shops, South has a target of its own, and two teams share Ann,
// Bob and Cid.
func TestTargetsOfShopsAndTeams(t *testing.T) {
	r := &rules.Rules{Teams: []rules.Team{{Name: "Early", Agents: []string{"Ann"}}, {Name: "Late", Agents: []string{"Bob", "Cid"}}}}
	x := marchTarget()
	x.Shops = []rules.Part{{Name: "North", Weight: 3}, {Name: "South", Weight: 1}}
	r.SetTarget(x)
	r.SetTarget(rules.Target{Month: x.Month, KPI: "sales", Scope: rules.Scope{Shop: "South"}, Total: 620})
	in := marchInput(r)
	// South by itself: 60 of 620, every day the same, so 120 are due on the 6th;
	// North still has its three quarters of the common target.
	wants(t, dump(makeReport(t, "shops", in)), "North | ¥3,300 | ¥300 | 9.1%", "South | ¥620 | ¥60 | 9.7% [short] | ¥120 | ¥560")
	in.Params = map[string]string{"shop": "South"}
	wants(t, dump(makeReport(t, "daily", in)), "Sales this month ¥60, 9.7% of the target (¥620; 19.4% was due by now)")
	in.Params = nil
	// Teams: Early has half of the common target (Ann and Bob worked), Late its own.
	r.SetTarget(rules.Target{Month: x.Month, KPI: "sales", Scope: rules.Scope{Team: "Late"}, Total: 310})
	text := dump(makeReport(t, "daily", in))
	wants(t, text, `table target_teams_sales "Target for sales by team"`, "Early | ¥2,200 | ¥300 | 13.6% [short]", "Late | ¥310 | ¥60 | 19.4% [good] | ¥60 | ¥250 | ¥10",
		"Bob | ¥155 | ¥60 | 38.7% [good] | ¥30 | ¥95 | ¥4", "Cid | ¥155 | ¥0 | 0.0% [short] | ¥30 | ¥155 | ¥6")
}

// Without a common target each shop's own is told by its name.
func TestTargetsOfShopsAlone(t *testing.T) {
	r := &rules.Rules{}
	for shop, total := range map[string]float64{"North": 3100, "South": 620} {
		r.SetTarget(rules.Target{Month: on("03-01").Month(), KPI: "sales", Scope: rules.Scope{Shop: shop}, Total: total})
	}
	wants(t, dump(makeReport(t, "daily", marchInput(r))), "North: Sales this month ¥300, 9.7% of the target (¥3,100", "South: Sales this month ¥60, 9.7% of the target (¥620")
	in := marchInput(r)
	in.Logs = []*logkind.Log{sheet("orders", logkind.Order, "time|amount|status\n03-01 10:00|100|paid\n03-06 10:00|60|paid")}
	in.Shop = "South"
	wants(t, dump(makeReport(t, "daily", in)), "South: Sales this month ¥160, 25.8% of the target (¥620")
}
