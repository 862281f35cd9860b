package explore

import (
	"slices"

	"tallyboard/internal/lang"
	"tallyboard/internal/pivot"
)

// label names a member of the table; a period that the rows reach over only in
// part is marked.
func label(d pivot.DimInfo, m pivot.Label, l lang.Lang) string {
	name := d.Label(m, l)
	if m.Partial {
		return l.T("explore.partial.mark", name)
	}
	return name
}

// partial says which periods of a result the rows reach over only in part; ""
// where there are none.
func partial(r *pivot.Result, l lang.Lang) string {
	var names []string
	for _, a := range []pivot.Axis{r.Rows, r.Cols} {
		for _, i := range a.Leaves() {
			for k, m := range a.Members[i].Path {
				if name := a.Dims[k].Label(m, l); m.Partial && !slices.Contains(names, name) {
					names = append(names, name)
				}
			}
		}
	}
	if len(names) == 0 {
		return ""
	}
	return l.T("explore.partial", l.List(names))
}
