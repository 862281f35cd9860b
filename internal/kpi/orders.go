package kpi

import (
	"tallyboard/internal/derive"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
)

var orderLogs = []logkind.Kind{logkind.Order}

// Orders counts orders: different order numbers where there are any, rows
// elsewhere.
var Orders = &KPI{
	ID:     "orders",
	Kinds:  orderLogs,
	Value:  func(log *logkind.Log) pivot.Value { return ordersOf(log) },
	Format: whole, Standard: none, Excellent: none,
}

// PaidRate is the share of orders that were paid.
var PaidRate = &KPI{
	ID:      "paid_rate",
	Kinds:   orderLogs,
	Needs:   []logkind.Role{derive.IsPaid},
	Derived: []logkind.Role{derive.IsPaid},
	Value: func(log *logkind.Log) pivot.Value {
		return ratio(ordersOf(log, Yes(log, derive.IsPaid)), ordersOf(log))
	},
	Format: share, Better: 1, Standard: 0.85, Excellent: 0.95, MinRows: 20, Weight: 1,
}

// ordersOf counts the orders that pass the filters.
func ordersOf(log *logkind.Log, where ...pivot.Filter) pivot.Value {
	if log.Has(logkind.OrderID) {
		return of(pivot.Distinct, logkind.OrderID, where...)
	}
	return count(where...)
}
