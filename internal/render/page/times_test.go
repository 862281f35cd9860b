package page_test

import (
	"testing"

	"tallyboard/internal/chart/charttest"
	"tallyboard/internal/display"
	"tallyboard/internal/document"
	"tallyboard/internal/lang"
	"tallyboard/internal/render/page"
)

// In a list too wide for readable type, day and time of day stand under each
// other; in one with room they stay in one line.
func TestTimesOfWideListsStandInTwoLines(t *testing.T) {
	for _, c := range []struct {
		columns int
		size    float64
		whole   bool
	}{{3, 9, true}, {8, 7, false}} {
		list := &document.Table{Title: "List", List: true, Columns: []document.Column{{Title: "Time", Format: display.Format{Kind: display.DateTime, Seconds: true}}}}
		row := document.Row{Cells: []document.Cell{document.Number(1.7e9)}}
		for range c.columns {
			list.Columns = append(list.Columns, document.Column{Title: "Phone", Format: display.Format{Kind: display.Text}})
			row.Cells = append(row.Cells, document.Words("+139****8520"))
		}
		list.Rows = []document.Row{row, row}
		doc := &document.Document{Title: "T", Lang: lang.EN, Blocks: []document.Block{list}}
		pages := page.Layout(doc, page.Options{}, charttest.Fixed{})
		if got := sizes(pages, "2023-11-14"); (len(got) == 0) != c.whole {
			t.Errorf("%d columns: days alone in %v", c.columns, got)
		}
		if got := sizes(pages, "+139****8520"); len(got) == 0 || got[0] < c.size {
			t.Errorf("%d columns: set in %v, want %g", c.columns, got, c.size)
		}
	}
}
