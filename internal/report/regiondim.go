package report

import (
	"tallyboard/internal/kpi"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
	"tallyboard/internal/place"
	"tallyboard/internal/table"
)

// region is how the log's region column is cut: into provinces where it holds
// Chinese places, else as it stands. ok is false where there is none.
func (v *view) region() (d pivot.Dim, ok bool) {
	c := v.log().Col(logkind.Region)
	if c == nil {
		return d, false
	}
	d = dim(logkind.Region)
	if provinces(c) {
		d = pivot.Dim{Column: kpi.At(logkind.Region), Func: pivot.Province}
	}
	return d, true
}

// provinces reports whether most words of a column name a place in China.
func provinces(c *table.Column) bool {
	if !c.Type.Coded() || c.Dict.Len() == 0 {
		return false
	}
	n, known := min(c.Dict.Len(), 500), 0
	for code := 1; code <= n; code++ {
		if place.Province(c.Dict.At(uint32(code))) != "" {
			known++
		}
	}
	return 2*known > n
}
