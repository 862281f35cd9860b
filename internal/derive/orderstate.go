package derive

import (
	"slices"
	"strings"

	"tallyboard/internal/logkind"
	"tallyboard/internal/table"
)

// isPaid is whether an order was paid: as its own column says, else where it
// has a time of payment, else where money was paid, else by its status. Of an
// order with a row for each item, one that says so speaks for all: many exports
// fill in the first only.
var isPaid = Derived{
	Role: IsPaid,
	Type: table.Bool,
	Fits: func(l *logkind.Log) bool { return l.Kind == logkind.Order && paidReading(l) != nil },
	Make: func(w *work) *table.Column {
		paid := w.reads(paidReading(w.log()))
		if ids := w.log().Col(logkind.OrderID); coded(ids) && ids.Dict.Len() < len(paid) {
			any := make([]bool, ids.Dict.Len()+1)
			for i, id := range ids.Codes {
				any[id] = any[id] || paid[i] == yes
			}
			any[0] = false
			for i, id := range ids.Codes {
				if any[id] {
					paid[i] = yes
				}
			}
		}
		return paid.column(w)
	},
}

// isRefunded is whether money of an order was given back.
var isRefunded = Derived{
	Role: IsRefunded,
	Type: table.Bool,
	Fits: func(l *logkind.Log) bool { return l.Kind == logkind.Order && refundReading(l) != nil },
	Make: func(w *work) *table.Column { return w.truth(refundReading(w.log())) },
}

// isCancelled is whether an order was called off, by its status.
var isCancelled = Derived{
	Role: IsCancelled,
	Type: table.Bool,
	Fits: func(l *logkind.Log) bool { return l.Kind == logkind.Order && l.Has(logkind.Status) },
	Make: func(w *work) *table.Column {
		return w.truth(words(w.log().Col(logkind.Status), cancelledWords, nil))
	},
}

// isDone is whether an order came to its end, by its status.
var isDone = Derived{
	Role: IsDone,
	Type: table.Bool,
	Fits: func(l *logkind.Log) bool { return l.Kind == logkind.Order && l.Has(logkind.Status) },
	Make: func(w *work) *table.Column {
		return w.truth(words(w.log().Col(logkind.Status), doneWords, slices.Concat(undoneWords, refundWords, cancelledWords)))
	},
}

// Words of a status column, in the order in which they decide.
var (
	unpaidWords    = []string{"未付", "待付", "未支付", "待支付", "等待买家付款", "unpaid", "awaiting payment", "pending payment"}
	cancelledWords = []string{"取消", "关闭", "關閉", "cancel", "closed", "void"}
	undoneWords    = []string{"未完成", "未成功", "不成功", "未签收", "未收货", "incomplete", "undelivered", "not "}
	refundWords    = []string{"退款", "退货", "退貨", "refund", "return"}
	// Whether money went back: what says that it did not, or that it did; else any
	// mark of a case that was called off or is still open.
	unrefunded = []string{"未退", "没退", "无退", "不退", "非退", "not refunded", "not returned", "unrefunded", "non-refund"}
	refunded   = []string{"退款成功", "退款完成", "退货成功", "退货完成", "已退", "refunded", "returned", "refund success", "refund complete"}
	refundOpen = []string{"无", "未", "没有", "關閉", "关闭", "取消", "拒绝", "驳回", "失败", "撤销", "撤回", "中", "待", "申请", "审核",
		"none", "no ", "not ", "closed", "cancel", "declin", "reject", "denied", "fail", "pending", "request", "progress", "open"}
	doneWords = []string{"完成", "成功", "已签收", "已收货", "complete", "delivered", "done", "success"}
)

// reading tells yes (1), no (0) or unknown (NaN) of a row.
type reading func(row int) float64

func (w *work) truth(r reading) *table.Column { return w.reads(r).column(w) }

// reads is what a reading tells of each row.
func (w *work) reads(r reading) truths {
	out := w.truths()
	stretches(len(out), func(from, to int) {
		for i := from; i < to; i++ {
			out[i] = truthOf(r(i))
		}
	})
	return out
}

func paidReading(l *logkind.Log) reading {
	paid := l.Col(logkind.Paid)
	if paid != nil && paid.Type == table.Bool {
		return func(i int) float64 { return one(paid.Num(i) == 1) }
	}
	if c := l.Col(logkind.PayTime); c != nil {
		return func(i int) float64 { return one(!c.Blank(i)) }
	}
	if paid != nil && !paid.Type.Coded() {
		return func(i int) float64 { return one(paid.Num(i) > 0) }
	}
	if c := l.Col(logkind.Status); c != nil {
		return words(c, nil, slices.Concat(unpaidWords, cancelledWords))
	}
	return nil
}

func refundReading(l *logkind.Log) reading {
	if c := l.Col(logkind.Refund); c != nil {
		if !c.Type.Coded() || c.Values != nil {
			return func(i int) float64 { return one(c.Num(i) > 0) }
		}
		return byWords(c, saysRefunded)
	}
	if c := l.Col(logkind.Status); coded(c) {
		r := byWords(c, saysRefunded)
		for code := range c.Dict.Len() {
			if contains(c.Dict.At(uint32(code+1)), refundWords) {
				return r
			}
		}
	}
	return nil
}

// words reads a column of words: no where one of the words of no occurs in the
// cell, else yes where one of yes does (any word at all, where yes is nil).
// Blank cells are no.
func words(c *table.Column, yes, no []string) reading {
	return byWords(c, func(s string) bool { return !contains(s, no) && (yes == nil || contains(s, yes)) })
}

// byWords reads a column by its words; blank cells are no.
func byWords(c *table.Column, says func(string) bool) reading {
	if !c.Type.Coded() {
		return func(int) float64 { return 0 }
	}
	verdict := make([]float64, c.Dict.Len()+1)
	for code := 1; code < len(verdict); code++ {
		verdict[code] = one(says(c.Dict.At(uint32(code))))
	}
	return func(i int) float64 { return verdict[c.Codes[i]] }
}

// saysRefunded reports whether the word of a state says that money went back.
func saysRefunded(s string) bool {
	switch {
	case contains(s, unrefunded):
		return false
	case contains(s, refunded):
		return true
	}
	return contains(s, refundWords) && !contains(s, refundOpen)
}

func contains(s string, words []string) bool {
	s = strings.ToLower(s)
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

func one(yes bool) float64 {
	if yes {
		return 1
	}
	return 0
}
