package display

import (
	"slices"
	"testing"

	"tallyboard/internal/lang"
	"tallyboard/internal/table"
)

// One column is shown in one way: to the second where any of its times is.
func TestCellsOfAColumnLookAlike(t *testing.T) {
	const noon = 19787*86400 + 12*3600 // 2024-03-05
	for _, c := range []struct {
		col  *table.Column
		want []string
	}{
		{table.NumColumn("时间", table.Time, []float64{noon + 60, noon + 61, table.Missing}), []string{"2024-03-05 12:01:00", "2024-03-05 12:01:01", ""}},
		{table.NumColumn("时间", table.Time, []float64{noon + 60, noon + 120}), []string{"2024-03-05 12:01", "2024-03-05 12:02"}},
		{table.NumColumn("时刻", table.Clock, []float64{3600, 3661}), []string{"01:00:00", "01:01:01"}},
		{table.NumColumn("时刻", table.Clock, []float64{3600, 7200}), []string{"01:00", "02:00"}},
		{&table.Column{Name: "日期", Type: table.Time, DateOnly: true, Nums: []float64{19787 * 86400}}, []string{"2024-03-05"}},
	} {
		var got []string
		for i := range c.want {
			got = append(got, Cell(c.col, i, lang.ZH))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.col.Name, got, c.want)
		}
	}
}
