package kpi

import (
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
)

// FirstResponse is the mean time until the agent first answers.
var FirstResponse = &KPI{
	ID:    "first_response",
	Kinds: contacts,
	Needs: []logkind.Role{logkind.FirstResponse},
	Value: func(log *logkind.Log) pivot.Value {
		return inSeconds(log, logkind.FirstResponse, of(pivot.Mean, logkind.FirstResponse))
	},
	Format: duration, Better: -1, Standard: 60, Excellent: 30, MinRows: 10, Weight: 2,
	Counted: logkind.FirstResponse,
}

// FirstResponseMedian is the time within which half of the first answers came.
var FirstResponseMedian = &KPI{
	ID:    "first_response_median",
	Kinds: contacts,
	Needs: []logkind.Role{logkind.FirstResponse},
	Value: func(log *logkind.Log) pivot.Value {
		return inSeconds(log, logkind.FirstResponse, of(pivot.Median, logkind.FirstResponse))
	},
	Format: duration, Better: -1, Standard: 45, Excellent: 20, MinRows: 10,
}

// FirstResponseP90 is the time within which nine of ten first answers came.
var FirstResponseP90 = &KPI{
	ID:    "first_response_p90",
	Kinds: contacts,
	Needs: []logkind.Role{logkind.FirstResponse},
	Value: func(log *logkind.Log) pivot.Value {
		v := of(pivot.Pct, logkind.FirstResponse)
		v.P = 90
		return inSeconds(log, logkind.FirstResponse, v)
	},
	Format: duration, Better: -1, Standard: 150, Excellent: 90, MinRows: 30,
}

// PromptSeconds is the time within which a first answer is prompt.
const PromptSeconds = 30

// FirstResponseWithin is the share of first answers within PromptSeconds.
var FirstResponseWithin = &KPI{
	ID:    "first_response_within",
	Kinds: contacts,
	Needs: []logkind.Role{logkind.FirstResponse},
	Value: func(log *logkind.Log) pivot.Value {
		limit := plain(PromptSeconds / seconds(log.Col(logkind.FirstResponse)))
		return ratio(count(pivot.Filter{Column: At(logkind.FirstResponse), Op: pivot.Le, Values: []string{limit}}),
			of(pivot.Count, logkind.FirstResponse))
	},
	Format: share, Better: 1, Standard: 0.6, Excellent: 0.8, MinRows: 10,
}
