package kpi

import (
	"tallyboard/internal/derive"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
)

// Sales is the amount of the orders that were paid, of all orders where the
// log does not tell which were.
var Sales = &KPI{
	ID:      "sales",
	Kinds:   orderLogs,
	Needs:   []logkind.Role{logkind.Amount},
	Derived: []logkind.Role{derive.IsPaid},
	Spares:  []logkind.Role{derive.IsPaid},
	Value:   paidAmount,
	Format:  money, Better: 1, Standard: none, Excellent: none,
	Counted: logkind.Sales,
}

// OrderValue is the paid amount for each paying customer (客单价), for each
// paid order where the log does not know customers.
var OrderValue = &KPI{
	ID:      "order_value",
	Kinds:   orderLogs,
	Needs:   []logkind.Role{logkind.Amount},
	Derived: []logkind.Role{derive.IsPaid},
	Spares:  []logkind.Role{derive.IsPaid},
	Value: func(log *logkind.Log) pivot.Value {
		payers := count(paidOnly(log)...)
		if log.Has(logkind.Customer) || log.Has(logkind.Phone) {
			payers = of(pivot.Distinct, who(log), paidOnly(log)...)
		}
		return ratio(paidAmount(log), payers)
	},
	Format: money, Better: 1, Standard: none, Excellent: none, MinRows: 10, Weight: 1,
	Counts: &Counts{logkind.Sales, logkind.Payers},
}

// SalesShare is the sales after a reception, of all sales (客销占比).
var SalesShare = &KPI{
	ID:      "sales_share",
	Kinds:   orderLogs,
	Needs:   []logkind.Role{logkind.Amount, derive.AskedBefore},
	Derived: []logkind.Role{derive.IsPaid, derive.AskedBefore},
	Spares:  []logkind.Role{derive.IsPaid},
	Value: func(log *logkind.Log) pivot.Value {
		asked := append(paidOnly(log), Yes(log, derive.AskedBefore))
		return ratio(of(pivot.Sum, logkind.Amount, asked...), paidAmount(log))
	},
	Format: share, Better: 1, Standard: 0.3, Excellent: 0.5, MinRows: 20, Weight: 1.5,
}

func paidOnly(log *logkind.Log) []pivot.Filter {
	if !log.Has(derive.IsPaid) {
		return nil
	}
	return []pivot.Filter{Yes(log, derive.IsPaid)}
}

func paidAmount(log *logkind.Log) pivot.Value {
	return of(pivot.Sum, logkind.Amount, paidOnly(log)...)
}
