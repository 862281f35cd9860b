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
	ID:    "orders",
	Kinds: orderLogs,
	Value: func(log *logkind.Log) pivot.Value {
		if log.Has(logkind.OrderID) {
			return of(pivot.Distinct, logkind.OrderID)
		}
		return count()
	},
	Format: whole, Standard: none, Excellent: none,
}

// PaidRate is the share of orders that were paid.
var PaidRate = &KPI{
	ID:      "paid_rate",
	Kinds:   orderLogs,
	Needs:   []logkind.Role{derive.IsPaid},
	Derived: []logkind.Role{derive.IsPaid},
	Value:   func(log *logkind.Log) pivot.Value { return ratio(count(Yes(log, derive.IsPaid)), count()) },
	Format:  share, Better: 1, Standard: 0.85, Excellent: 0.95, MinRows: 20, Weight: 1,
}
