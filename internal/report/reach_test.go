package report

import (
	"testing"

	"tallyboard/internal/document"
	"tallyboard/internal/lang"
)

// Whoever clicks a number sees the rows behind it: no figure of any report of
// the sample shop is dead.
func TestEveryFigureLeadsToRows(t *testing.T) {
	_, logs := sampleShop(t, lang.EN)
	for _, r := range Catalogue {
		doc := makeReport(t, r.ID, Input{Logs: logs})
		figures := 0
		dead := func(kind, name string, v float64, ref *document.Ref) {
			if figures++; v == v && ref == nil {
				t.Errorf("%s: %s %q leads nowhere", r.ID, kind, name)
			}
		}
		for x := range document.Of[*document.Tiles](doc.Blocks) {
			for _, tile := range x.Tiles {
				dead("tile", tile.Label, tile.Value, tile.Ref)
			}
		}
		for x := range document.Of[*document.Chart](doc.Blocks) {
			for i, s := range x.Chart.Series {
				for j, v := range s.Values {
					if v != 0 { // a mark of nothing has no rows
						dead("mark of", x.Chart.Title+" · "+x.Chart.Categories[j], v, at2(x.Refs, i, j))
					}
				}
			}
		}
		for x := range document.Of[*document.Table](doc.Blocks) {
			for _, row := range x.Rows {
				for j, c := range row.Cells {
					if c.Text == "" {
						dead("cell of", x.Title+" · "+x.Columns[j].Title, c.Num, row.Behind(j))
					}
				}
			}
		}
		if figures == 0 {
			t.Errorf("%s has no figures", r.ID)
		}
	}
}

func at2(refs [][]*document.Ref, i, j int) *document.Ref {
	if i >= len(refs) || j >= len(refs[i]) {
		return nil
	}
	return refs[i][j]
}
