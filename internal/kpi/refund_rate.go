package kpi

import (
	"tallyboard/internal/derive"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
)

// RefundRate is the share of orders with a refund.
var RefundRate = &KPI{
	ID:      "refund_rate",
	Kinds:   orderLogs,
	Needs:   []logkind.Role{derive.IsRefunded},
	Derived: []logkind.Role{derive.IsRefunded},
	Value: func(log *logkind.Log) pivot.Value {
		return ratio(ordersOf(log, Yes(log, derive.IsRefunded)), ordersOf(log))
	},
	Format: share, Better: -1, Standard: 0.1, Excellent: 0.05, MinRows: 20, Weight: 1.5,
	Counted: logkind.RefundRate,
}
