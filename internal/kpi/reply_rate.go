package kpi

import (
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
)

// ReplyRate is the share of receptions that were answered.
var ReplyRate = &KPI{
	ID:     "reply_rate",
	Kinds:  received,
	Needs:  []logkind.Role{logkind.Replied},
	Value:  func(log *logkind.Log) pivot.Value { return ratio(count(Yes(log, logkind.Replied)), count()) },
	Format: share, Better: 1, Standard: 0.95, Excellent: 0.99, MinRows: 20, Weight: 3,
	Counted: logkind.ReplyRate,
}
