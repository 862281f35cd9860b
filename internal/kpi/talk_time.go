package kpi

import (
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
)

// TalkTime is the mean length of a contact.
var TalkTime = &KPI{
	ID:     "talk_time",
	Kinds:  contacts,
	Needs:  []logkind.Role{"duration"},
	Value:  func(*logkind.Log) pivot.Value { return of(pivot.Mean, "duration") },
	Format: duration, Standard: none, Excellent: none, MinRows: 10,
	Of: "duration", Counted: "duration",
}

// TalkMedian is the length that half of the contacts stay under.
var TalkMedian = &KPI{
	ID:     "talk_median",
	Kinds:  contacts,
	Needs:  []logkind.Role{"duration"},
	Value:  func(*logkind.Log) pivot.Value { return of(pivot.Median, "duration") },
	Format: duration, Standard: none, Excellent: none, MinRows: 10,
	Of: "duration",
}
