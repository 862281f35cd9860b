package document_test

import (
	"testing"

	"tallyboard/internal/chart"
	"tallyboard/internal/document"
)

// A chart alone says what it shows, of which report, with the remarks above it
// and not those of other charts; the report stays as it was.
func TestChartAloneSaysWhereItIsFrom(t *testing.T) {
	types := &document.Chart{Chart: &chart.Chart{Title: "Contacts by type"}, Half: true}
	hours := &document.Chart{Chart: &chart.Chart{Title: "Contacts by hour"}}
	d := &document.Document{Title: "Weekly", Question: "How was the week?", Period: "2–8 Nov", Sources: []string{"calls"}, Compared: "before", Blocks: []document.Block{
		&document.Text{Text: "far above"},
		&document.Heading{Level: 1, ID: "types", Text: "What is asked?"},
		&document.Text{Text: "about types", Lead: true},
		types,
		&document.Note{Text: "about hours"},
		hours,
	}}
	for _, c := range []struct {
		chart *document.Chart
		above string
	}{{types, "about types"}, {hours, "about hours"}} {
		got := d.Alone(c.chart)
		if got.Title != c.chart.Chart.Title || got.Question != "Weekly · What is asked?" || got.Period != d.Period || len(got.Sources) != 1 {
			t.Errorf("%q is headed %q, %q, %q", c.above, got.Title, got.Question, got.Period)
		}
		if len(got.Blocks) != 2 {
			t.Fatalf("%q: %d blocks", c.above, len(got.Blocks))
		}
		text := ""
		switch b := got.Blocks[0].(type) {
		case *document.Text:
			text = b.Text
		case *document.Note:
			text = b.Text
		}
		if text != c.above {
			t.Errorf("above the chart stands %q, want %q", text, c.above)
		}
		alone, ok := got.Blocks[1].(*document.Chart)
		if !ok || !alone.Fill || alone.Half || alone.Chart.Title != "" {
			t.Errorf("the chart does not fill its page without a second title: %+v", got.Blocks[1])
		}
	}
	if types.Fill || !types.Half || types.Chart.Title == "" || len(d.Blocks) != 6 {
		t.Error("the report was changed")
	}
}

func TestWithoutDropsOneType(t *testing.T) {
	table := &document.Table{ID: "t"}
	d := &document.Document{Title: "T", Blocks: []document.Block{&document.Chart{Chart: &chart.Chart{}}, table}}
	got := document.Without[*document.Chart](d)
	if len(got.Blocks) != 1 || got.Blocks[0] != document.Block(table) || len(d.Blocks) != 2 {
		t.Errorf("left are %v of %v", got.Blocks, d.Blocks)
	}
}
