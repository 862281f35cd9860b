package kpi

import (
	"tallyboard/internal/derive"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
)

var reviewLogs = []logkind.Kind{logkind.Review}

// Reviews counts neutral and negative reviews.
var Reviews = &KPI{
	ID: "reviews", Kinds: reviewLogs,
	Value:  func(*logkind.Log) pivot.Value { return count() },
	Format: whole, Better: -1, Standard: none, Excellent: none,
}

// ReviewSolved is the share of such reviews that were settled.
var ReviewSolved = &KPI{
	ID: "review_solved", Kinds: reviewLogs,
	Needs:  []logkind.Role{logkind.Resolved},
	Value:  func(log *logkind.Log) pivot.Value { return ratio(count(Yes(log, logkind.Resolved)), count()) },
	Format: share, Better: 1, Standard: 0.5, Excellent: 0.7, MinRows: 10, Weight: 2,
}

// ContactLag is the median time from a review to the first contact about it.
var ContactLag = &KPI{
	ID: "contact_lag", Kinds: reviewLogs,
	Needs:   []logkind.Role{derive.ContactLag},
	Derived: []logkind.Role{derive.ContactLag},
	Value:   func(*logkind.Log) pivot.Value { return of(pivot.Median, derive.ContactLag) },
	Format:  duration, Better: -1, Standard: 24 * 3600, Excellent: 2 * 3600, MinRows: 5, Weight: 1,
}

// Compensation is what settling the reviews cost.
var Compensation = &KPI{
	ID: "compensation", Kinds: reviewLogs,
	Needs:  []logkind.Role{logkind.Cost},
	Value:  func(*logkind.Log) pivot.Value { return of(pivot.Sum, logkind.Cost) },
	Format: money, Better: -1, Standard: none, Excellent: none,
}
