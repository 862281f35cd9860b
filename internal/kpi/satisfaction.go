package kpi

import (
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
	"tallyboard/internal/table"
)

// Satisfaction is the share of ratings of at least 4 of 5 among the rated
// contacts; on another scale, of at least four fifths of its top.
var Satisfaction = &KPI{
	ID:    "satisfaction",
	Kinds: contacts,
	Needs: []logkind.Role{logkind.Satisfaction},
	Value: func(log *logkind.Log) pivot.Value {
		return ratio(count(Satisfied(log)), count(Rated(log, logkind.Satisfaction)))
	},
	Format: share, Better: 1, Standard: 0.85, Excellent: 0.95, MinRows: 10, Weight: 2.5,
	Counted: logkind.SatisfactionRate,
}

// RatingMean is the mean rating of the rated contacts, on the log's own scale.
var RatingMean = &KPI{
	ID:     "rating_mean",
	Kinds:  contacts,
	Needs:  []logkind.Role{logkind.Satisfaction},
	Value:  func(*logkind.Log) pivot.Value { return of(pivot.Mean, logkind.Satisfaction) },
	Format: decimal(2), Better: 1, Standard: none, Excellent: none, MinRows: 10,
	Counted: logkind.Satisfaction,
}

// RatedShare is the share of contacts that were rated.
var RatedShare = &KPI{
	ID:    "rated_share",
	Kinds: contacts,
	Needs: []logkind.Role{logkind.Satisfaction},
	Value: func(log *logkind.Log) pivot.Value {
		return ratio(count(Rated(log, logkind.Satisfaction)), count())
	},
	Format: share, Better: 1, Standard: none, Excellent: none, MinRows: 20,
}

// Satisfied keeps the contacts whose rating is good.
func Satisfied(log *logkind.Log) pivot.Filter {
	c := log.Col(logkind.Satisfaction)
	if c == nil || c.Type == table.Bool {
		return Yes(log, logkind.Satisfaction)
	}
	return AtLeast(log, logkind.Satisfaction, 0.8*scaleTop(c))
}

// scaleTop is the best possible rating: 1, 5, 10 or 100.
func scaleTop(c *table.Column) float64 {
	top := greatest(c)
	for _, s := range []float64{1, 5, 10} {
		if top <= s {
			return s
		}
	}
	return 100
}
