package sample

import (
	"slices"
	"strings"
	"testing"

	"tallyboard/internal/lang"
	"tallyboard/internal/logkind"
)

func TestStoryUnservedProvince(t *testing.T) {
	eachSeed(t, func(t *testing.T, s *Shop) {
		calls, orders := logOf(t, s, logkind.Inbound), logOf(t, s, logkind.Order)
		st := storyOf(t, s, "unserved")
		in := func(l *log, header string) int {
			return len(only(l.rows, func(r []Cell) bool { return strings.HasPrefix(l.text(r, header), st.Values[0]) }))
		}
		if n := in(calls, "客户地区"); n < 120 {
			t.Errorf("%d calls from %s, wanted many", n, st.Values[0])
		}
		if n := in(orders, "收货地址 "); n != 0 {
			t.Errorf("%d orders from %s, wanted none", n, st.Values[0])
		}
		hesitant := storyOf(t, s, "hesitant")
		st = hesitant
		if c, o := in(calls, "客户地区"), in(orders, "收货地址 "); c < 30 || o < 1 || o*5 > c {
			t.Errorf("%s: %d calls and %d orders", st.Values[0], c, o)
		}
	})
}

func TestStorySlowEvenings(t *testing.T) {
	eachSeed(t, func(t *testing.T, s *Shop) {
		l, st := logOf(t, s, logkind.Chat), storyOf(t, s, "slow-evenings")
		mean := func(slow, evening bool) float64 {
			sum, n := 0.0, 0.0
			for _, r := range l.rows {
				if v := l.num(r, "首次响应时长(秒)"); v == v && (l.text(r, "客服昵称") == st.Values[0]) == slow && (l.time(r, "会话开始时间").hour() >= slowFrom) == evening {
					sum, n = sum+v, n+1
				}
			}
			return sum / n
		}
		if evening := mean(true, true); evening < 2.5*mean(true, false) || evening < 2.5*mean(false, true) {
			t.Errorf("evenings %.0f s, days %.0f s, others' evenings %.0f s", evening, mean(true, false), mean(false, true))
		}
		if days, others := mean(true, false), mean(false, false); days > 1.3*others {
			t.Errorf("slow by day too: %.0f s against %.0f s", days, others)
		}
	})
}

func TestStoryBadBatch(t *testing.T) {
	eachSeed(t, func(t *testing.T, s *Shop) {
		l, st := logOf(t, s, logkind.Review), storyOf(t, s, "bad-batch")
		from := stamp(st.From.Unix())
		rows := l.where("商品名称", st.Values[0])
		before := len(only(rows, func(r []Cell) bool { return l.time(r, "评价时间") < from }))
		leaks := len(only(rows, func(r []Cell) bool { return l.time(r, "评价时间") >= from && l.text(r, "原因分类") == "漏水" }))
		if before > 4 || leaks < 15 {
			t.Errorf("%d reviews before, %d leaks after", before, leaks)
		}
		if n := len(l.where("原因分类", "漏水")); n != leaks {
			t.Errorf("%d leaks, %d of the bad batch", n, leaks)
		}
	})
}

func TestStoryReturning(t *testing.T) {
	eachSeed(t, func(t *testing.T, s *Shop) {
		st := storyOf(t, s, "returning")
		chats, calls := logOf(t, s, logkind.Chat), logOf(t, s, logkind.Inbound)
		rows := 0
		for _, who := range st.Values {
			mine := append(chats.where("买家昵称", who), calls.where("客户名称", who)...)
			if len(mine) < 8 {
				t.Errorf("%s came %d times", who, len(mine))
			}
			if a, b := len(chats.where("买家昵称", who)), len(calls.where("客户名称", who)); min(a, b) != 1 {
				t.Errorf("%s: %d chats and %d calls", who, a, b)
			}
			rows += len(mine)
			for _, r := range chats.where("买家昵称", who) {
				if chats.text(r, "解决状态") != "未解决" {
					t.Errorf("%s was helped", who)
				}
			}
		}
		if len(st.Values) != 6 || rows != st.Count {
			t.Errorf("%d customers with %d rows, the story says %d", len(st.Values), rows, st.Count)
		}
	})
}

func TestStorySurge(t *testing.T) {
	eachSeed(t, func(t *testing.T, s *Shop) {
		l, st := logOf(t, s, logkind.Inbound), storyOf(t, s, "surge")
		var byDay [days]int
		for _, r := range l.rows {
			byDay[l.time(r, "通话开始时间").day()]++
		}
		on := stamp(st.From.Unix()).day()
		usual := float64(byDay[on-7]+byDay[on-14]) / 2
		if byDay[on] != st.Count || float64(byDay[on]) < 2*usual {
			t.Errorf("%d calls on the day, the story says %d, usual are %.0f", byDay[on], st.Count, usual)
		}
		if n := byDay[festive.day()]; n >= byDay[on] || float64(n) > 1.7*usual {
			t.Errorf("Double 11 has %d calls", n)
		}
	})
}

func TestStoryUrging(t *testing.T) {
	eachSeed(t, func(t *testing.T, s *Shop) {
		st := storyOf(t, s, "urging")
		calls, orders := logOf(t, s, logkind.Inbound), logOf(t, s, logkind.Order)
		mine, order := calls.where("客户名称", st.Values...), orders.where("买家会员名", st.Values...)
		if len(mine) != 4 || len(order) != 1 {
			t.Fatalf("%d calls and %d orders", len(mine), len(order))
		}
		created := orders.time(order[0], "订单创建时间")
		if first, last := calls.time(mine[0], "通话开始时间"), calls.time(mine[3], "通话开始时间"); first != created+2*minute || last-first >= 30*minute {
			t.Errorf("first urge after %d s, all within %d s", first-created, last-first)
		}
		if orders.text(order[0], "订单关闭原因") != "师傅未按时上门" || orders.text(order[0], "订单备注") != "师傅 20:07 已到门口" {
			t.Errorf("order %v", order[0])
		}
		if got := orders.time(order[0], "取消时间"); got != stamp(st.To.Unix()) || calls.time(mine[3], "通话开始时间") >= got {
			t.Errorf("cancelled at %s", clock(got))
		}
	})
}

func TestStoryDoubleCancel(t *testing.T) {
	eachSeed(t, func(t *testing.T, s *Shop) {
		st := storyOf(t, s, "double-cancel")
		orders, chats := logOf(t, s, logkind.Order), logOf(t, s, logkind.Chat)
		mine := orders.where("买家会员名", st.Values...)
		for _, o := range mine {
			if d := orders.time(o, "取消时间") - orders.time(o, "订单创建时间"); d <= 0 || d >= 10*minute {
				t.Errorf("cancelled after %d s", d)
			}
		}
		if n := len(chats.where("买家昵称", st.Values...)); len(mine) != 2 || n != 5 {
			t.Errorf("%d orders and %d chats", len(mine), n)
		}
	})
}

func TestStoryCostlyCustomer(t *testing.T) {
	eachSeed(t, func(t *testing.T, s *Shop) {
		st := storyOf(t, s, "costly-customer")
		orders, approvals, reviews := logOf(t, s, logkind.Order), logOf(t, s, logkind.Approval), logOf(t, s, logkind.Review)
		o, a := orders.where("买家会员名", st.Values...), approvals.where("买家昵称", st.Values...)
		if len(o) != 1 || len(a) != 1 || orders.num(o[0], "买家实际支付金额") != 100 || approvals.num(a[0], "批准金额(元)") != 50 {
			t.Errorf("orders %v, approvals %v", o, a)
		}
		if n := len(reviews.where("买家昵称", st.Values...)); n != 0 {
			t.Errorf("%d reviews would add to the 50 yuan", n)
		}
	})
}

func TestStoryNeverApplies(t *testing.T) {
	eachSeed(t, func(t *testing.T, s *Shop) {
		st := storyOf(t, s, "never-applies")
		approvals, chats := logOf(t, s, logkind.Approval), logOf(t, s, logkind.Chat)
		applicants := map[string]int{}
		for _, a := range approvals.rows {
			applicants[approvals.text(a, "申请人")]++
		}
		if applicants[st.Values[0]] != 0 || len(applicants) != 11 {
			t.Errorf("applicants %v", applicants)
		}
		if n := len(chats.where("客服昵称", st.Values...)); n < 120 {
			t.Errorf("%s had only %d receptions", st.Values[0], n)
		}
	})
}

func TestStoryCostlyWorker(t *testing.T) {
	eachSeed(t, func(t *testing.T, s *Shop) {
		st := storyOf(t, s, "costly-worker")
		orders, chats, calls := logOf(t, s, logkind.Order), logOf(t, s, logkind.Chat), logOf(t, s, logkind.Inbound)
		per := map[string]float64{}
		for _, w := range loadWords().Workers {
			done := only(orders.where("服务师傅", w.ZH), func(r []Cell) bool { return orders.time(r, "完成时间") != 0 })
			if len(done) < 15 {
				t.Errorf("%s did only %d orders", w.ZH, len(done))
			}
			per[w.ZH] = float64(len(chats.where("服务师傅", w.ZH))+len(calls.where("服务师傅", w.ZH))) / float64(len(done))
		}
		for who, n := range per {
			if who != st.Values[0] && per[st.Values[0]] < 1.8*n {
				t.Errorf("%s costs %.2f contacts an order, %s %.2f", st.Values[0], per[st.Values[0]], who, n)
			}
		}
	})
}

// Every story can be told in both languages and stands in the sheets that it
// names.
func TestStoriesAreTold(t *testing.T) {
	for _, l := range lang.All {
		s := Small(l)
		for _, st := range s.Stories() {
			if !l.Has("sample.story." + st.ID) {
				t.Errorf("%s: no text for story %s", l, st.ID)
			}
			if st.Role == "" {
				continue
			}
			found := false
			for _, row := range logOf(t, s, st.Logs[len(st.Logs)-1]).rows {
				found = found || slices.ContainsFunc(row, func(c Cell) bool { return slices.Contains(st.Values, c.Text) })
			}
			if !found && st.ID != "unserved" && st.ID != "hesitant" {
				t.Errorf("%s: %v of story %s are not in %s", l, st.Values, st.ID, st.Logs[len(st.Logs)-1])
			}
		}
	}
}
