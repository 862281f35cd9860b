package kpi

import (
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
)

// Customers counts the different customers served; rows without a customer do
// not count.
var Customers = &KPI{
	ID:     "customers",
	Kinds:  append(contacts[:len(contacts):len(contacts)], logkind.Review, logkind.Order),
	Any:    []logkind.Role{logkind.Customer, logkind.Phone},
	Value:  func(log *logkind.Log) pivot.Value { return of(pivot.Distinct, who(log)) },
	Format: whole, Standard: none, Excellent: none,
	Counted: logkind.CustomersServed,
}

// who is the role that tells customers apart.
func who(log *logkind.Log) logkind.Role {
	if log.Has(logkind.Customer) {
		return logkind.Customer
	}
	return logkind.Phone
}
