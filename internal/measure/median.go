package measure

// Median is the middle value, or the mean of the two in the middle.
var Median = Kind{ID: "median", Input: Nums, Fits: level, Unit: true,
	New: func(groups int, _ Param) Acc { return newQuantiles(groups, .5) }}
