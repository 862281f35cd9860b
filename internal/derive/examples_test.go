package derive

import (
	"context"
	"strings"
	"testing"

	"tallyboard/internal/lang"
	"tallyboard/internal/logkind"
	"tallyboard/internal/logkind/logtest"
	"tallyboard/internal/table"
)

// Small logs with what is awkward about them. Times go over midnight and the end
// of a month, two rows share a time, one lacks its customer and one its time, and
// the last comes exactly D days after those before it.
const (
	edgeCalls = `
time        | customer | type1 | resolved
02-28 23:59 | a        | x     | n
03-01 00:01 | a        | x     | y
03-01 00:01 | a        | x     | y
03-01 10:00 |          | x     | y
            | a        | x     | y
03-08 00:01 | a        | x     | n`
	dayCalls = `
time  | customer | type1 | resolved
02-28 | a        | x     | n
03-01 | a        | x     | y
03-01 | a        | y     | y`
	attemptsMade = `
time        | matter | customer | resolved
03-31 23:59 | m1     | a        | n
04-01 00:01 | m1     | a        | y
04-01 00:01 | m2     | b        | n
04-02 09:00 |        | c        | y`
	badReviews = `
review_time | contact_time
03-01 23:59 | 03-02 00:01
03-02 10:00 | 03-02 10:00
03-02 10:00 | 03-02 09:00
03-02 10:00 |
            | 03-02 09:00`
	orderBook = `
order_time  | pay_time    | customer | status   | refund | amount | region
03-01 09:00 | 03-01 09:00 | a        | 交易成功 | 0      | 100    | 浙江
03-01 23:59 | 03-02 00:01 | a        | 退款成功 | 20     | 50     | 上海
03-02 00:01 |             | b        | 交易关闭 |        | 30     |
03-02 08:00 |             |          |          |        |        |`
	inquiries = `
time        | customer | agent | region
03-01 08:00 | a        | Li    | 浙江省杭州市
03-01 09:00 | a        | Wu    | 新疆
03-02 00:00 | a        | Xu    |
03-02 00:01 | b        | Li    | 浙江
03-05 00:02 | b        | Wu    | 上海
03-01 10:00 |          | Xu    | 浙江`
	// The first contact is about o1 though a has ordered o2 since; the second is by
	// another customer; the third names o1 before it was placed; the fourth names
	// nothing, and the last an order that is not in the log.
	namedOrders = `
order_time  | order_id | customer
03-01 10:00 | o1       | a
03-02 10:00 | o2       | a`
	namingCalls = `
time        | customer | order_id
03-03 10:00 | a        | o1
03-01 11:00 | z        | o1
03-01 09:00 | a        | o1
03-02 12:00 | a        |
03-04 10:00 | z        | o9`
	countedDays = `
time  | agent | receptions | inquiries | first_response | avg_response | answer_ratio | reply_rate | satisfaction_rate | resolution_rate | conversion | refund_rate | payers | duration | satisfaction
03-31 | Li    | 100        | 10        | 10             | 20           | 1.5          | 90         | 0.9               | 80              | 0.5        | 10          | 20     | 120 | 4.5
04-01 | Wu    | 0          |           | 30             |              | 2            | 100        |                   | 100             | 0.25       | 5           |        | |`
)

// Every derived column on rows that can be counted by hand.
var examples = []struct {
	role logkind.Role
	name string
	kind logkind.Kind
	rows string
	with string // the rows of the log beside it: orders beside contacts, contacts beside orders
	want string
}{
	{VisitStart, "midnight and a tie are one visit; without customer or time a row is one", logkind.Inbound, edgeCalls, "", "y n n y y y"},
	{VisitNumber, "the visits of a", logkind.Inbound, edgeCalls, "", "1 1 1 - - 2"},
	{Gap, "two minutes over the end of the month, none at all, seven days", logkind.Inbound, edgeCalls, "", "- 2m0s 0s - - 168h0m0s"},
	{DayContacts, "by the calendar, not by 24 hours", logkind.Inbound, edgeCalls, "", "1 2 2 - - 1"},
	{DayBefore, "the last of February comes before the first of March", logkind.Inbound, edgeCalls, "", "0 1 1 - - 0"},
	{FirstContact, "exactly D days later is the same matter", logkind.Inbound, edgeCalls, "", "y n n - - n"},
	{Returned, "a tie is a return, and so is exactly D days later", logkind.Inbound, edgeCalls, "", "y y y - - n"},
	{SolvedFirst, "not solved, and came back", logkind.Inbound, edgeCalls, "", "n - - - - -"},
	{Burst, "three within W minutes over midnight", logkind.Inbound, edgeCalls, "", "1 2 3 - - 1"},

	{VisitStart, "days without times: every row", logkind.Inbound, dayCalls, "", "y y y"},
	{VisitNumber, "days without times: every row", logkind.Inbound, dayCalls, "", "1 2 3"},
	{Gap, "days without times", logkind.Inbound, dayCalls, "", "- 24h0m0s 0s"},
	{DayContacts, "days without times", logkind.Inbound, dayCalls, "", "1 2 2"},
	{DayBefore, "days without times", logkind.Inbound, dayCalls, "", "0 1 1"},
	{FirstContact, "another type is another matter", logkind.Inbound, dayCalls, "", "y n y"},
	{Returned, "another type is no return", logkind.Inbound, dayCalls, "", "y n n"},
	{SolvedFirst, "solved and nobody came back", logkind.Inbound, dayCalls, "", "n - y"},
	{Burst, "days without times know none", logkind.Inbound, dayCalls, "", "none"},
	{SinceOrder, "days without times know none", logkind.Inbound, dayCalls, orderBook, "none"},
	{FirstUrge, "days without times know none", logkind.Inbound, dayCalls, orderBook, "none"},

	{VisitNumber, "one row", logkind.Chat, "time | customer\n03-01 10:00 | a", "", "1"},
	{Gap, "one row", logkind.Chat, "time | customer\n03-01 10:00 | a", "", "-"},
	{Returned, "one row", logkind.Chat, "time | customer\n03-01 10:00 | a", "", "n"},
	{SolvedFirst, "one row, nothing says whether it was solved", logkind.Chat, "time | customer\n03-01 10:00 | a", "", "y"},
	{VisitStart, "no row knows its customer", logkind.Chat, "time | customer\n03-01 10:00 |\n03-01 10:01 |", "", "y y"},
	{FirstContact, "no row knows its customer", logkind.Chat, "time | customer\n03-01 10:00 |\n03-01 10:01 |", "", "- -"},
	{VisitNumber, "without a column of customers", logkind.Chat, "time | agent\n03-01 10:00 | Li", "", "none"},

	{Attempt, "over the end of the month; without a matter a row is one", logkind.Outbound, attemptsMade, "", "1 2 1 1"},
	{MatterTries, "on the first attempt", logkind.Outbound, attemptsMade, "", "2 - 1 1"},
	{MatterSolved, "by any attempt", logkind.Outbound, attemptsMade, "", "y - n y"},
	{ContactLag, "over midnight, at once, before the review, never, no review time", logkind.Review, badReviews, "", "2m0s 0s - - -"},

	{IsPaid, "by the time of payment", logkind.Order, orderBook, "", "y y n n"},
	{IsRefunded, "by the money", logkind.Order, orderBook, "", "n y n n"},
	{IsPaid, "one row of an order speaks for all; a row without an order for itself", logkind.Order, "order_time | pay_time | order_id\n03-01 09:00 | 03-01 09:01 | o1\n03-01 09:00 | | o1\n03-01 10:00 | | o2\n03-01 10:00 | | o2\n03-01 11:00 | | \n03-01 11:00 | 03-01 11:00 |", "", "y y n n n y"},
	{IsRefunded, "only where money went back", logkind.Order, "refund\n没有申请退款\n退款成功\n退款关闭\n退款中\n退货退款，退款成功\n无售后或售后取消\n售后处理中，退款待处理\n仅退款\n未退款\n部分退款", "", "n y n n y n n y n y"},
	{IsRefunded, "only where money went back, in English", logkind.Order, "status\npaid\nrefunded\npartially_refunded\nrefund requested\nNot refunded\nreturn rejected\n", "", "n y y n n n"},
	{IsRefunded, "by the status where that tells", logkind.Order, "status\n未发货，退款成功\n已发货，待签收\n已签收", "", "y n n"},
	{IsDone, "not done is not done", logkind.Order, "status\n未完成\n已完成\n未签收\nNot delivered\nDelivered", "", "n y n n y"},
	{IsCancelled, "by the status", logkind.Order, orderBook, "", "n n y n"},
	{IsDone, "a refund is no success", logkind.Order, orderBook, "", "y n n n"},
	{AskedBefore, "at the very moment counts, without a customer does not", logkind.Order, orderBook, inquiries, "y y y n"},
	{CreditAgent, "the last contact up to the payment", logkind.Order, orderBook, inquiries, "Wu Xu Li -"},
	{OrderContacts, "until the next order of the customer", logkind.Order, orderBook, inquiries, "1 1 2 0"},
	{OrderUrged, "to the first contact", logkind.Order, orderBook, inquiries, "0s 1m0s 0s -"},

	{OrderContacts, "who names an order counts there: by anyone, but not before it", logkind.Order, namedOrders, namingCalls, "2 1"},
	{OrderUrged, "the first of those that count", logkind.Order, namedOrders, namingCalls, "1h0m0s 2h0m0s"},
	{OrderContacts, "without customers by the order alone", logkind.Order, "order_time | order_id\n03-01 10:00 | o1\n03-01 10:00 | o2", namingCalls, "2 0"},

	{SinceOrder, "before the first order, at it, a minute after midnight, days later", logkind.Inbound, inquiries, orderBook, "- 0s 1m0s 0s 72h1m0s -"},
	{FirstUrge, "each alone in its window", logkind.Inbound, inquiries, orderBook, "- 0s 1m0s 0s 72h1m0s -"},
	{OrderedAfter, "an order before the contact does not count", logkind.Inbound, inquiries, orderBook, "y y n y n -"},
	{PaidAfter, "ordered before, paid after", logkind.Inbound, inquiries, orderBook, "y y y n n -"},
	{RegionServed, "by the province", logkind.Inbound, inquiries, orderBook, "y n - y y y"},
	{CustomerPaid, "refunds not taken off", logkind.Inbound, inquiries, orderBook, "150 150 150 0 0 -"},
	{CustomerPaid, "without orders", logkind.Inbound, inquiries, "", "none"},
	{RegionServed, "without orders", logkind.Inbound, inquiries, "", "none"},

	{Weighted(logkind.FirstResponse), "seconds × receptions; a day off weighs nothing", logkind.Daily, countedDays, "", "16m40s 0s"},
	{Weighted(logkind.AvgResponse), "a blank stays blank", logkind.Daily, countedDays, "", "33m20s -"},
	{Weighted(logkind.Duration), "a blank stays blank", logkind.Daily, countedDays, "", "3h20m0s -"},
	{Weighted(logkind.AnswerRatio), "answers per question", logkind.Daily, countedDays, "", "150 0"},
	{Weighted(logkind.ReplyRate), "percent become shares", logkind.Daily, countedDays, "", "90 0"},
	{Weighted(logkind.Satisfaction), "marks stay on their scale", logkind.Daily, countedDays, "", "450 -"},
	{Weighted(logkind.SatisfactionRate), "shares stay", logkind.Daily, countedDays, "", "90 -"},
	{Weighted(logkind.ResolutionRate), "percent become shares", logkind.Daily, countedDays, "", "80 0"},
	{Weighted(logkind.Conversion), "by inquiries, not by receptions", logkind.Daily, countedDays, "", "5 -"},
	{Weighted(logkind.RefundRate), "by those who paid", logkind.Daily, countedDays, "", "2 -"},
	{Weighted(logkind.ReplyRate), "by customers, where receptions are not counted", logkind.Daily, "time | customers_served | reply_rate\n03-31 | 20 | 0.5\n04-01 | | 1", "", "10 -"},
}

func TestExamples(t *testing.T) {
	for _, x := range examples {
		t.Run(string(x.role)+"/"+x.name, func(t *testing.T) {
			logs := []*logkind.Log{logtest.Sheet("log", x.kind, x.rows)}
			if x.with != "" {
				beside := logkind.Order
				if x.kind == logkind.Order {
					beside = logkind.Inbound
				}
				logs = append(logs, logtest.Sheet("beside", beside, x.with))
			}
			if got := derived(t, Default(), x.role, logs...); got != x.want {
				t.Errorf("got  %s\nwant %s\nof%s", got, x.want, x.rows)
			}
		})
	}
}

// A column that is added to the catalogue needs an example here. Shops, which
// follow from files, have theirs in TestShopsByFile.
func TestEveryColumnHasAnExample(t *testing.T) {
	has := map[logkind.Role]bool{logkind.Shop: true}
	for _, x := range examples {
		has[x.role] = true
	}
	for _, c := range Catalogue {
		if !has[c.Role] {
			t.Errorf("%s has no worked example", c.Role)
		}
	}
}

// A log of times of day without dates has no moments: nothing that asks for one
// is derived, and nothing fails.
func TestTimesOfDayAloneAreNoMoments(t *testing.T) {
	log := logtest.Sheet("calls", logkind.Inbound, strings.ReplaceAll(edgeCalls, "02-28", "03-01"))
	c := table.NumColumn("time", table.Clock, []float64{3600, 7200, 7200, 0, 86399, 60})
	log.Table.Cols[0] = c
	for _, x := range examples {
		if x.kind != logkind.Inbound || x.role == RegionServed {
			continue
		}
		if got := derived(t, Default(), x.role, log, logtest.Sheet("orders", logkind.Order, orderBook)); got != "none" {
			t.Errorf("%s of times of day: %s", x.role, got)
		}
	}
	if _, err := Complete(context.Background(), []*logkind.Log{log}, Default(), lang.ZH); err != nil {
		t.Error(err)
	}
}
