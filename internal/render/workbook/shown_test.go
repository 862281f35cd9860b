package workbook

import (
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"tallyboard/internal/chart"
	"tallyboard/internal/display"
	"tallyboard/internal/document"
	"tallyboard/internal/lang"
	"tallyboard/internal/render/rendertest"
	"tallyboard/internal/render/workbook/xl"
)

// The rest of a heat map, greater than anything beside it, is left out of the
// shades, as it is on pages.
func TestRestHasNoShade(t *testing.T) {
	c := &chart.Chart{Kind: chart.Heat, Title: "heat", Categories: []string{"a", "b", "rest"}, Rest: []bool{false, false, true},
		Series: []chart.Series{{Name: "x", Values: []float64{1, 2, 90}}, {Name: "rest", Other: true, Values: []float64{3, 4, 90}}}}
	f := written(t, &document.Document{Title: "t", Lang: lang.EN, Blocks: []document.Block{&document.Chart{Chart: c}}}, 0)
	formats, err := f.GetConditionalFormats(f.GetSheetName(0))
	if err != nil || len(formats) != 1 {
		t.Fatalf("%d shaded areas, want 1; %v", len(formats), err)
	}
	for area := range formats {
		if !strings.HasPrefix(area, "C") || !strings.Contains(area, ":D") || area[1:strings.Index(area, ":")] != area[strings.Index(area, ":D")+2:] {
			t.Errorf("shades over %s, want columns C and D of one row", area)
		}
	}
}

// On paper the header of a table stands again only where the table goes on.
func TestShortTableDoesNotRepeatItsHeader(t *testing.T) {
	doc := &document.Document{Title: "t", Lang: lang.EN, Blocks: []document.Block{
		&document.Table{ID: "x", Columns: []document.Column{{Title: "n", Format: display.Format{Kind: display.Count}}}, Rows: []document.Row{{Cells: []document.Cell{document.Number(1)}}}},
	}}
	for range 6 {
		doc.Blocks = append(doc.Blocks, &document.Chart{Chart: &chart.Chart{Kind: chart.Column, Title: "c", Categories: []string{"a"}, Series: []chart.Series{{Name: "s", Values: []float64{1}}}}})
	}
	for _, n := range written(t, doc, 0).GetDefinedName() {
		if n.Name == "_xlnm.Print_Titles" {
			t.Errorf("%s repeats %s over pages of charts", n.Scope, n.RefersTo)
		}
	}
}

// A log's rows and the part of the report about it have names that tell them
// apart.
func TestDataSheetIsToldFromItsPart(t *testing.T) {
	log := rendertest.Log(3)
	doc := &document.Document{Title: "t", Lang: lang.EN, Blocks: []document.Block{
		&document.Heading{Level: 1, Text: log.Name, ID: "part"}, &document.Text{Text: "words"}}}
	if got := written(t, doc, 0, log).GetSheetList(); !slices.Contains(got, log.Name) || !slices.Contains(got, log.Name+" · data") {
		t.Errorf("sheets %q", got)
	}
}

// A short table moves to the next page whole, and a long one leaves no total or
// note alone on the last page.
func TestTablesEndTogether(t *testing.T) {
	for _, tc := range []struct {
		name             string
		from, start, end int
		want             []int
	}{
		{"a short table", 7, 8, 14, []int{7}},
		{"a long one that just does not fit", 1, 2, 31, []int{11, 21, 27}},
	} {
		s := &sheet{row: tc.end, heights: map[int]float64{}}
		for r := range tc.end + 1 {
			s.heights[r] = 10
		}
		s.togetherTable(tc.from, tc.start, tc.end)
		if got := s.pageStarts(100); !slices.Equal(got, tc.want) {
			t.Errorf("%s: pages begin at %v, want %v", tc.name, got, tc.want)
		}
	}
}

// A run of remarks stays with its heading.
func TestRemarksStayTogether(t *testing.T) {
	f := excelize.NewFile()
	styles, err := xl.NewStyles(f, lang.EN)
	if err != nil {
		t.Fatal(err)
	}
	b := &book{f: f, doc: &document.Document{Lang: lang.EN}, styles: styles, names: newNames()}
	s := b.newSheet("Sheet1", nil)
	s.row = 5
	s.blocks([]document.Block{&document.Heading{Level: 2, Text: "Other logs"}, &document.Text{Text: "one"}, &document.Text{Text: "two"}, &document.Text{Text: "three"}})
	if want := []span{{5, s.row - 1}}; !slices.Equal(s.whole, want) {
		t.Errorf("rows %v stay together, want %v", s.whole, want)
	}
}

// Rows that have units of their own are numbers all the same.
func TestMeasuredCellsAreNumbers(t *testing.T) {
	doc := &document.Document{Title: "t", Lang: lang.EN, Blocks: []document.Block{&document.Table{ID: "x", Columns: []document.Column{{Title: "KPI"}, {Title: "team"}},
		Rows: []document.Row{
			{Cells: []document.Cell{document.Words("resolved"), document.Measured(.814, display.Format{Kind: display.Percent, Decimals: 1}, lang.EN)}},
			{Cells: []document.Cell{document.Words("wait"), document.Measured(85, display.Format{Kind: display.Duration}, lang.EN)}},
		}}}}
	doc.Blocks[0].(*document.Table).Columns[1].Format.Kind = display.Text
	cells := dump(t, written(t, doc, 0))
	for _, want := range []string{`number "0.814" shows "81.4%"`, `shows "0:01:25"`} {
		if !strings.Contains(cells, want) {
			t.Errorf("%s is not in\n%s", want, cells)
		}
	}
}

// A day of hours stands upright on paper, in either language.
func TestHoursFitUprightPaper(t *testing.T) {
	c := &chart.Chart{Kind: chart.Heat, Title: "hours"}
	for range 14 {
		c.Categories = append(c.Categories, "10:00")
	}
	c.Series = []chart.Series{{Name: "Mon", Values: make([]float64, 14)}}
	sum := 0.0
	for _, w := range matrixWidths(matrixOf(c), lang.EN) {
		sum += w
	}
	if sum > 118 {
		t.Errorf("%v characters wide", sum)
	}
}
