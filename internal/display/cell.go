package display

import (
	"tallyboard/internal/lang"
	"tallyboard/internal/table"
)

// Cell is the text of a table's cell for people: words as they stand, numbers
// with all their digits and without grouping, times without a clock where the
// column has none. A missing value is "".
func Cell(c *table.Column, row int, l lang.Lang) string {
	if c.Type.Coded() {
		return c.Dict.At(c.Codes[row])
	}
	v := c.Nums[row]
	if v != v {
		return ""
	}
	return CellFormat(c).Bare(v, l)
}

// CellFormat is the format of a column's numbers as they stand in rows.
func CellFormat(c *table.Column) Format {
	switch c.Type {
	case table.Time:
		if c.DateOnly {
			return Format{Kind: Date}
		}
		return Format{Kind: DateTime, Seconds: c.Seconds()}
	case table.Clock:
		return Format{Kind: Clock, Seconds: c.Seconds()}
	case table.Duration:
		return Format{Kind: Duration}
	}
	return Format{Kind: Decimal, Decimals: -1}
}
