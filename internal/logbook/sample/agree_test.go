package sample

import (
	"math"
	"testing"

	"tallyboard/internal/logkind"
)

// Every log that names an order names one of the order log, of the same
// customer and product, and not before it was placed.
func TestLogsAgreeAboutOrders(t *testing.T) {
	eachSeed(t, func(t *testing.T, s *Shop) {
		orders := logOf(t, s, logkind.Order)
		byID := map[string][]Cell{}
		for _, o := range orders.rows {
			id := orders.text(o, "订单编号")
			if len(id) != 18 || byID[id] != nil {
				t.Fatalf("order id %q: not 18 digits, or twice", id)
			}
			byID[id] = o
		}
		for _, c := range []struct {
			kind                  logkind.Kind
			time, customer, title string
		}{
			{logkind.Inbound, "通话开始时间", "客户名称", "商品名称"},
			{logkind.Outbound, "外呼时间", "客户名称", "商品名称"},
			{logkind.Chat, "会话开始时间", "买家昵称", "商品名称"},
			{logkind.Review, "评价时间", "买家昵称", "商品名称"},
			{logkind.Approval, "申请时间", "买家昵称", "商品名称"},
		} {
			l := logOf(t, s, c.kind)
			linked := 0
			for i, row := range l.rows {
				id := l.text(row, "订单编号")
				if id == "" {
					continue
				}
				linked++
				o := byID[id]
				switch {
				case o == nil:
					t.Fatalf("%s row %d: order %s is not in the order log", c.kind, i, id)
				case l.time(row, c.time) < orders.time(o, "订单创建时间"):
					t.Errorf("%s row %d: before order %s was placed", c.kind, i, id)
				case l.text(row, c.customer) != orders.text(o, "买家会员名"):
					t.Errorf("%s row %d: order %s is another customer's", c.kind, i, id)
				case l.text(row, c.title) != orders.text(o, "宝贝标题 "):
					t.Errorf("%s row %d: order %s is of another product", c.kind, i, id)
				}
			}
			if linked < 20 {
				t.Errorf("%s: only %d rows about an order", c.kind, linked)
			}
		}
	})
}

// Money and time of an order follow each other.
func TestOrdersAreInOrder(t *testing.T) {
	eachSeed(t, func(t *testing.T, s *Shop) {
		l := logOf(t, s, logkind.Order)
		for i, o := range l.rows {
			created, paid := l.time(o, "订单创建时间"), l.time(o, "订单付款时间 ")
			assigned, done, closed := l.time(o, "派单时间"), l.time(o, "完成时间"), l.time(o, "取消时间")
			for what, bad := range map[string]bool{
				"outside the weeks":        !created.inside() || closed >= closing || done >= closing,
				"paid before it was made":  paid != 0 && paid < created,
				"paid amount without time": (l.num(o, "买家实际支付金额") > 0) != (paid != 0),
				"assigned before paid":     assigned != 0 && (paid == 0 || assigned < paid),
				"assigned to nobody":       (assigned != 0) != (l.text(o, "服务师傅") != ""),
				"done before assigned":     done != 0 && (done < paid || done < assigned),
				"done and cancelled":       done != 0 && closed != 0,
				"closed without reason":    (closed != 0) != (l.text(o, "订单关闭原因") != ""),
				"refund above payment":     l.num(o, "退款金额") > l.num(o, "买家实际支付金额"),
			} {
				if bad {
					t.Errorf("order %d (%s): %s", i, l.text(o, "订单编号"), what)
				}
			}
		}
	})
}

// The daily report is a count of the chat log.
func TestDailyCountsTheChats(t *testing.T) {
	eachSeed(t, func(t *testing.T, s *Shop) {
		chats, daily := logOf(t, s, logkind.Chat), logOf(t, s, logkind.Daily)
		type slot struct {
			date  stamp
			agent string
		}
		receptions, customers := map[slot]int{}, map[slot]map[string]bool{}
		for _, c := range chats.rows {
			k := slot{chats.time(c, "会话开始时间").midnight(), chats.text(c, "客服昵称")}
			if customers[k] == nil {
				customers[k] = map[string]bool{}
			}
			receptions[k]++
			customers[k][chats.text(c, "买家昵称")] = true
		}
		sum := 0.0
		for _, d := range daily.rows {
			k := slot{daily.time(d, "日期"), daily.text(d, "客服昵称")}
			if got := int(daily.num(d, "接待量")); got != receptions[k] {
				t.Errorf("%v: %d receptions, the chat log has %d", k, got, receptions[k])
			}
			if got := int(daily.num(d, "接待人数")); got != len(customers[k]) {
				t.Errorf("%v: %d customers, the chat log has %d", k, got, len(customers[k]))
			}
			sum += daily.num(d, "客服销售额")
		}
		if len(daily.rows) != len(receptions) {
			t.Errorf("%d rows for %d days of agents", len(daily.rows), len(receptions))
		}
		total := s.Sheet(logkind.Daily).Total()
		if total[0].Text != "合计" || int(total[2].Num) != len(chats.rows) || math.Abs(total[7].Num-sum) > 0.005 {
			t.Errorf("totals row %v for %d receptions and sales of %.2f", total, len(chats.rows), sum)
		}
	})
}

// Quality checks are of receptions of the agent named, after they took place.
func TestChecksAreOfReceptions(t *testing.T) {
	eachSeed(t, func(t *testing.T, s *Shop) {
		chats, checks := logOf(t, s, logkind.Chat), logOf(t, s, logkind.Quality)
		byID := map[string][]Cell{}
		for _, c := range chats.rows {
			byID[chats.text(c, "会话ID")] = c
		}
		if len(byID) != len(chats.rows) {
			t.Fatalf("%d ids for %d receptions", len(byID), len(chats.rows))
		}
		for _, k := range checks.rows {
			c := byID[checks.text(k, "会话ID")]
			if c == nil || chats.text(c, "客服昵称") != checks.text(k, "客服昵称") || chats.time(c, "会话开始时间") > checks.time(k, "质检日期") {
				t.Errorf("check %v does not fit its reception %v", k, c)
			}
		}
	})
}

// Agents answer only when they are on duty.
func TestAgentsKeepTheirShifts(t *testing.T) {
	words := loadWords()
	late := map[string]bool{}
	for _, a := range words.Agents {
		late[a.ZH] = a.Late
	}
	eachSeed(t, func(t *testing.T, s *Shop) {
		for kind, cols := range map[logkind.Kind][2]string{
			logkind.Inbound: {"通话开始时间", "客服昵称"}, logkind.Chat: {"会话开始时间", "客服昵称"},
		} {
			l := logOf(t, s, kind)
			worked := map[string]map[int]bool{}
			for _, row := range l.rows {
				who, when := l.text(row, cols[1]), l.time(row, cols[0])
				if h := when.hour(); (late[who] && (h < 13 || h >= 22)) || (!late[who] && (h < 8 || h >= 17)) {
					t.Fatalf("%s: %s at %s", kind, who, clock(when))
				}
				if worked[who] == nil {
					worked[who] = map[int]bool{}
				}
				worked[who][when.day()] = true
			}
			for who, on := range worked {
				if len(on) > 40 {
					t.Errorf("%s: %s worked on %d of 56 days", kind, who, len(on))
				}
			}
		}
	})
}

// The first lines of a log are its oldest: people expect an export to be
// sorted, and stories are read in their order.
func TestLogsAreSortedByTime(t *testing.T) {
	eachSeed(t, func(t *testing.T, s *Shop) {
		for kind, header := range map[logkind.Kind]string{
			logkind.Inbound: "通话开始时间", logkind.Outbound: "外呼时间", logkind.Chat: "会话开始时间", logkind.Review: "评价时间",
			logkind.Approval: "申请时间", logkind.Order: "订单创建时间", logkind.Daily: "日期", logkind.Quality: "质检日期", logkind.Training: "考核日期",
		} {
			l, last := logOf(t, s, kind), stamp(0)
			for i, row := range l.rows {
				if at := l.time(row, header); at < last || !at.inside() {
					t.Fatalf("%s row %d: %s after %s", kind, i, clock(at), clock(last))
				} else {
					last = at
				}
			}
		}
	})
}
