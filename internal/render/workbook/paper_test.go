package workbook

import (
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"tallyboard/internal/document"
	"tallyboard/internal/lang"
	"tallyboard/internal/render/workbook/xl"
)

// Pages begin where nothing is torn apart: a chart that does not fit moves to
// the next page whole, one that no page holds is cut where it must be.
func TestPageStarts(t *testing.T) {
	for _, tc := range []struct {
		name  string
		rows  int
		whole []span
		heads []int
		want  []int
	}{
		{"one page", 10, nil, nil, nil},
		{"full pages", 25, nil, nil, []int{11, 21}},
		{"a chart at the foot", 20, []span{{8, 13}}, nil, []int{8, 18}},
		{"a chart that fits", 20, []span{{5, 10}}, nil, []int{11}},
		{"a chart higher than a page", 30, []span{{3, 25}}, nil, []int{11, 21}},
		{"the header stands again", 30, nil, []int{2}, []int{11, 20, 29}},
		{"that of the last table", 30, nil, []int{2, 15}, []int{11, 21, 30}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			s := &sheet{row: tc.rows, whole: tc.whole, heads: tc.heads, heights: map[int]float64{}}
			for r := 1; r <= tc.rows; r++ {
				s.heights[r] = 10
			}
			if got := s.pageStarts(100); !slices.Equal(got, tc.want) {
				t.Errorf("pages begin at %v, want %v", got, tc.want)
			}
		})
	}
}

// The header of the last table stands again on paper where the table goes on,
// and not over what follows it.
func TestHeaderStandsAgain(t *testing.T) {
	for _, tc := range []struct {
		name   string
		heads  []int
		end    int
		starts []int
		want   bool
	}{
		{"no table", nil, 0, []int{11}, false},
		{"all on one page", []int{2}, 9, nil, false},
		{"the only one goes on", []int{2}, 25, []int{11, 21}, true},
		{"the last one goes on", []int{2, 15}, 25, []int{11, 21}, true},
		{"the first one goes on", []int{2, 15}, 20, []int{11}, false},
		{"a chart follows on a page of its own", []int{2, 15}, 25, []int{11, 21, 27}, false},
	} {
		if got := (&sheet{heads: tc.heads, tableEnd: tc.end}).goesOn(tc.starts); got != tc.want {
			t.Errorf("%s: %v, want %v", tc.name, got, tc.want)
		}
	}
}

// What a sheet is about and the way back stay in view, and the header of the only
// table where it stands near the top.
func TestSheetsScrollUnderTheirTitle(t *testing.T) {
	list := func() *document.Table {
		return &document.Table{Columns: []document.Column{{Title: "Agent"}}, Rows: []document.Row{{Cells: []document.Cell{document.Words("Ann")}}}}
	}
	for _, tc := range []struct {
		name   string
		blocks []document.Block
		over   string // what stands in the last row that stays
	}{
		{"one table", []document.Block{list()}, "Agent"},
		{"several tables", []document.Block{list(), list()}, "← Overview"},
		{"words alone", []document.Block{&document.Text{Text: "All is well."}}, "← Overview"},
	} {
		f := written(t, &document.Document{Title: "T", Lang: lang.EN, Blocks: append([]document.Block{&document.Heading{Level: 1, Text: "Calls"}}, tc.blocks...)}, 0)
		p, err := f.GetPanes("Calls")
		if err != nil || !p.Freeze {
			t.Errorf("%s: nothing stays in view: %+v %v", tc.name, p, err)
			continue
		}
		if got, _ := f.GetCellValue("Calls", cell(firstCol, p.YSplit)); got != tc.over {
			t.Errorf("%s: the last row that stays is %q, want %q", tc.name, got, tc.over)
		}
	}
	if p, _ := written(t, &document.Document{Title: "T", Lang: lang.EN}, 0).GetPanes("Overview"); p.Freeze {
		t.Error("the cover is frozen")
	}
}

// Paper is turned for a wide sheet, unless that stands on one page upright and
// takes two on its side.
func TestWideSheetsLie(t *testing.T) {
	for _, tc := range []struct {
		name        string
		width, rows int
		want        bool
	}{
		{"narrow", 110, 60, false},
		{"wide and short", 135, 20, true},
		{"wide, higher than a page on its side", 135, 50, false},
		{"wide and long", 135, 200, true},
		{"too wide to be read upright", 170, 50, true},
	} {
		s := &sheet{row: tc.rows, heights: map[int]float64{}}
		for range 10 {
			s.widths = append(s.widths, float64(tc.width)/10)
		}
		if got := s.lies(); got != tc.want {
			t.Errorf("%s: %v, want %v", tc.name, got, tc.want)
		}
	}
}

// Words of one table give way where they would push the numbers of the others
// on its sheet apart; what is written in numbers does not.
func TestWordsGiveWayOnAWideSheet(t *testing.T) {
	sentence := strings.Repeat("call them back ", 8)
	words := func(n int) *document.Table {
		out := &document.Table{Rows: []document.Row{{}}}
		for range n {
			out.Columns = append(out.Columns, document.Column{Title: "To do"})
			out.Rows[0].Cells = append(out.Rows[0].Cells, document.Words(sentence))
		}
		return out
	}
	for _, tc := range []struct {
		columns int
		want    float64
	}{{3, mostWide}, {5, lessWide}, {7, leastWords}} {
		styles, err := xl.NewStyles(excelize.NewFile(), lang.EN)
		if err != nil {
			t.Fatal(err)
		}
		b := &book{f: excelize.NewFile(), doc: &document.Document{Lang: lang.EN}, styles: styles, names: newNames()}
		if s := b.newSheet("Sheet1", []document.Block{words(tc.columns)}); s.widths[0] != tc.want || s.err != nil {
			t.Errorf("%d columns of words: %v characters wide, want %v; %v", tc.columns, s.widths[0], tc.want, s.err)
		}
	}
}
