package ingest

import (
	"strings"
	"testing"
)

// Rows of sums that no word marks, wherever they stand.
func TestSumRows(t *testing.T) {
	const head = "日期,客服,接待量,金额\n"
	for _, c := range []struct {
		name, text string
		rows       int // of data
		totals     int
	}{
		{"behind each group and at the end", head +
			"11-01,小王,3,10.5\n11-01,小李,4,20\n,,7,30.5\n11-02,小王,5,1\n11-02,小李,6,2\n11-02,小赵,1,3\n,,12,6\n,,19,36.5\n", 5, 3},
		{"only at the end", head + "11-01,小王,3,10.5\n11-01,小李,4,20\n11-02,小王,5,1\n,,12,31.5\n", 3, 1},
		{"zero in one column", head + "11-01,小王,3,0\n11-01,小李,4,0\n,,7,0\n11-02,小王,5,1\n", 3, 1},
		{"all zero is no sum", head + "11-01,小王,0,0\n11-01,小李,0,0\n,,0,0\n11-02,小王,5,1\n", 4, 0},
		{"of one row is none", head + "11-01,小王,3,10\n,,3,10\n11-02,小李,4,20\n", 3, 0},
		{"one column off", head + "11-01,小王,3,10\n11-01,小李,4,20\n,,7,31\n11-02,小李,4,20\n", 4, 0},
		{"with a name it is data", head + "11-01,小王,3,10\n11-01,小李,4,20\n,小赵,7,30\n11-02,小李,4,20\n", 4, 0},
		// 1 + 1 = 2 by chance, where blanks stand for the value above
		{"groups written once", "地区,月份,数量\n湖北,1,1\n,2,1\n,3,2\n湖南,1,5\n,2,4\n", 5, 0},
		{"groups written once, and a sum", "地区,城市,数量,金额\n湖北,武汉,1,10\n,,1,11\n,,2,21\n湖南,长沙,5,3\n,,4,4\n,,13,49\n", 5, 1},
	} {
		b, err := pickTable(File{From: nan, To: nan}, gridOfText(strings.TrimSpace(c.text)), Options{})
		if err != nil {
			t.Fatal(c.name, err)
		}
		if b.count != c.rows || b.file.LeftOut.Totals != c.totals {
			t.Errorf("%s: %d rows and %d sums, want %d and %d", c.name, b.count, b.file.LeftOut.Totals, c.rows, c.totals)
		}
	}
}
