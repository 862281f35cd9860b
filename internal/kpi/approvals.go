package kpi

import (
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
)

var approvalLogs = []logkind.Kind{logkind.Approval}

// Requests counts requests for compensation or an exception.
var Requests = &KPI{
	ID: "requests", Kinds: approvalLogs,
	Value:  func(*logkind.Log) pivot.Value { return count() },
	Format: whole, Standard: none, Excellent: none,
}

// ApprovedRate is the share of requests that were granted.
var ApprovedRate = &KPI{
	ID: "approved_rate", Kinds: approvalLogs,
	Needs:  []logkind.Role{logkind.Approved},
	Value:  func(log *logkind.Log) pivot.Value { return ratio(count(Yes(log, logkind.Approved)), count()) },
	Format: share, Standard: none, Excellent: none, MinRows: 10,
}

// Requested is the amount asked for.
var Requested = &KPI{
	ID: "requested", Kinds: approvalLogs,
	Needs:  []logkind.Role{logkind.Requested},
	Value:  func(*logkind.Log) pivot.Value { return of(pivot.Sum, logkind.Requested) },
	Format: money, Better: -1, Standard: none, Excellent: none,
}
