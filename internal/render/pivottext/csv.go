package pivottext

import (
	"encoding/csv"
	"io"

	"tallyboard/internal/lang"
	"tallyboard/internal/pivot"
)

// CSV writes one line per cell that has rows, with the labels of the cell: row
// dimensions, column dimensions, values; no totals; full precision, UTF-8, \n.
// A blank member is empty; the rest of a top is the language's word for it.
// Where the spec fills time, cells without rows are written too.
func CSV(w io.Writer, r *pivot.Result, l lang.Lang) error {
	out := csv.NewWriter(w)
	head := append(append(axisHead(r.Rows), axisHead(r.Cols)...), valueHead(r)...)
	if err := out.Write(head); err != nil {
		return err
	}
	line := make([]string, 0, len(head))
	for _, i := range r.Rows.Leaves() {
		for _, j := range r.Cols.Leaves() {
			if !shown(r, i, j) {
				continue
			}
			line = line[:0]
			line = appendLabels(line, r.Rows.Members[i].Path, l)
			line = appendLabels(line, r.Cols.Members[j].Path, l)
			for k, v := range r.Values {
				text := r.TextAt(i, j, k)
				if text == "" {
					text = exact(v, r.At(i, j, k))
				}
				line = append(line, text)
			}
			if err := out.Write(line); err != nil {
				return err
			}
		}
	}
	out.Flush()
	return out.Error()
}

func appendLabels(line []string, path []pivot.Label, l lang.Lang) []string {
	for _, m := range path {
		if m.Other {
			line = append(line, l.T("display.other"))
		} else {
			line = append(line, m.Text)
		}
	}
	return line
}
