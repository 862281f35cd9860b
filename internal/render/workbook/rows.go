package workbook

import (
	"iter"
	"math"
	"strconv"

	"tallyboard/internal/display"
	"tallyboard/internal/render/workbook/splice"
)

// rows is the rows of the log as they are put into the sheet.
func (d *dataSheet) rows() splice.Rows {
	return splice.Rows{Cols: len(d.cols), Last: d.to - d.from + 1, Blocks: func(s *splice.Strings) iter.Seq[splice.Block] {
		cols := d.rowColumns(s)
		return func(yield func(splice.Block) bool) {
			for from := d.from; from < d.to; from += splice.BlockRows {
				to := min(from+splice.BlockRows, d.to)
				if !yield(func(b []byte) []byte { return d.appendRows(b, cols, from, to) }) {
					return
				}
			}
		}
	}}
}

// rowColumn is a column as its cells are written.
type rowColumn struct {
	*dataColumn
	splice.Column
	place []uint32 // of codes among the file's strings, the first of which is a header's
}

// rowColumns prepares the columns and adds the strings that the rows use.
func (d *dataSheet) rowColumns(s *splice.Strings) []rowColumn {
	out := make([]rowColumn, len(d.cols))
	for j := range d.cols {
		c := &d.cols[j]
		out[j] = rowColumn{dataColumn: c, Column: splice.NewColumn(j+1, c.style)}
		if !c.Type.Coded() {
			continue
		}
		// Only words of these rows are written: a dictionary may hold others.
		place := make([]uint32, c.Dict.Len()+1)
		for _, code := range c.Codes[d.from:d.to] {
			if code != 0 && place[code] == 0 {
				place[code] = uint32(s.Add(c.Dict.At(code)))
			}
		}
		out[j].place = place
	}
	return out
}

// appendRows writes the rows from up to to of the log as sheet rows.
func (d *dataSheet) appendRows(b []byte, cols []rowColumn, from, to int) []byte {
	var digits [12]byte
	for i := from; i < to; i++ {
		row := strconv.AppendInt(digits[:0], int64(i-d.from+2), 10)
		b = splice.AppendRow(b, row, func(b []byte) []byte {
			for j := range cols {
				b = cols[j].append(b, i, row)
			}
			return b
		})
	}
	return b
}

// append writes the cell of a row; nothing where it is blank.
func (c *rowColumn) append(b []byte, i int, row []byte) []byte {
	if c.Type.Coded() {
		if code := c.Codes[i]; code != 0 {
			return c.Text(b, row, int(c.place[code]))
		}
		return b
	}
	switch v := c.Nums[i]; {
	case math.IsNaN(v):
		return b
	case writable(v, c.kind):
		return c.Number(b, row, value(v, c.kind))
	default:
		return c.Inline(b, row, display.Format{Kind: c.kind}.Bare(v, ""))
	}
}
