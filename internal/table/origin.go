package table

import "sort"

// Origin says for each table row where it stood in its sheet. Rows that follow
// each other in a sheet are one run, so it costs next to nothing.
type Origin struct{ runs []run }

type run struct {
	row    int // first table row of the run
	source int
	number int // sheet row number (1-based) of that row
}

// Place is where one row stands.
type Place struct {
	Source int // index into Table.Sources
	Row    int // sheet row number, 1-based, as the spreadsheet program shows it
}

// Add says that table row `row` (not before any row added so far) stands at
// sheet row `number` of source, and the rows after it on the sheet rows after it.
func (o *Origin) Add(row, source, number int) {
	if n := len(o.runs); n > 0 {
		l := o.runs[n-1]
		if l.source == source && number-l.number == row-l.row {
			return
		}
		if l.row == row {
			o.runs[n-1] = run{row, source, number}
			return
		}
	}
	o.runs = append(o.runs, run{row, source, number})
}

// At finds the place of a table row; the zero Place where nothing is known.
func (o *Origin) At(row int) Place {
	i := sort.Search(len(o.runs), func(i int) bool { return o.runs[i].row > row })
	if i == 0 {
		return Place{}
	}
	r := o.runs[i-1]
	return Place{r.source, r.number + row - r.row}
}
