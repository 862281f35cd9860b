package measure

// Last is the last value in row order; its result is a row number, as First's.
var Last = Kind{ID: "last", Input: Rows, Fits: itself, Unit: true,
	New: func(groups int, _ Param) Acc { return &edge{row: make([]uint32, groups), last: true} }}
