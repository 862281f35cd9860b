package measure

// Median is the middle value, or the mean of the two in the middle.
var Median = Kind{ID: "median", Input: Nums, Ranked: true, Fits: level, Unit: true,
	New: func(groups int, p Param) Acc { return percentile(groups, .5, p.Ranks) }}
