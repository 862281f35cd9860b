package kpi

import (
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
)

// TalkTime is the mean length of a contact.
var TalkTime = &KPI{
	ID:    "talk_time",
	Kinds: contacts,
	Needs: []logkind.Role{logkind.Duration},
	Value: func(log *logkind.Log) pivot.Value {
		return inSeconds(log, logkind.Duration, of(pivot.Mean, logkind.Duration))
	},
	Format: duration, Standard: none, Excellent: none, MinRows: 10,
	Counted: logkind.Duration,
}

// TalkMedian is the length that half of the contacts stay under.
var TalkMedian = &KPI{
	ID:    "talk_median",
	Kinds: contacts,
	Needs: []logkind.Role{logkind.Duration},
	Value: func(log *logkind.Log) pivot.Value {
		return inSeconds(log, logkind.Duration, of(pivot.Median, logkind.Duration))
	},
	Format: duration, Standard: none, Excellent: none, MinRows: 10,
}
