package derive

import (
	"tallyboard/internal/logkind"
	"tallyboard/internal/table"
)

// contactLag is the time from a review to the first contact about it, in whole
// days where one of the two has no time of day. A contact before its review is
// a slip of the pen and gives nothing.
var contactLag = Derived{
	Role: ContactLag,
	Type: table.Duration,
	Fits: func(l *logkind.Log) bool {
		c := l.Col(logkind.ContactTime)
		return l.Kind == logkind.Review && c != nil && c.Type == table.Time && timeOf(l) != nil && timeOf(l) != c
	},
	Make: func(w *work) *table.Column {
		written, contacted := timeOf(w.log()), w.log().Col(logkind.ContactTime)
		out := w.missing()
		for i := range out {
			from, to := written.Nums[i], contacted.Nums[i]
			if written.DateOnly || contacted.DateOnly {
				from, to = dayOf(from), dayOf(to)
			}
			if to >= from {
				out[i] = to - from
			}
		}
		return table.NumColumn("", table.Duration, out)
	},
}
