package document

import (
	"math"
	"slices"
	"strings"
	"testing"

	"tallyboard/internal/chart"
	"tallyboard/internal/display"
)

func sample() *Document {
	ref := &Ref{Log: "calls"}
	return &Document{Title: "T", Blocks: []Block{
		&Text{Text: "plain"},
		&Text{Text: "the answer", Lead: true, Ref: ref},
		&Tiles{Tiles: []Tile{{ID: "n", Label: "Contacts", Value: 3, Change: nan, Ref: ref}, {ID: "m", Label: "No way", Value: 4, Change: nan}}},
		&Heading{Level: 1, ID: "a", Text: "A"},
		&Heading{Level: 2, ID: "a1", Text: "A1"},
		&Table{ID: "t", Columns: []Column{{Title: "Type", Format: display.Format{Kind: display.Text}}, {Title: "Count"}},
			Rows: []Row{{Cells: []Cell{Words("Streaming"), {Num: 7, Ref: ref}}}, {Cells: []Cell{Words("Other"), Number(nan)}}}},
		&Heading{Level: 1, ID: "b", Text: "B"},
		&Chart{Chart: &chart.Chart{Categories: []string{"x", "y"}, Series: []chart.Series{{Name: "s", Values: []float64{1, nan}}}}, Refs: [][]*Ref{{nil, ref}}},
	}}
}

func TestSections(t *testing.T) {
	for _, c := range []struct {
		name string
		got  []Section
		want string
	}{
		{"sections", sample().Sections(), "cover:3 a:2 b:1"},
		{"parts", sample().Parts(), "cover:3 a:0 a1:1 b:1"},
		{"empty", (&Document{}).Sections(), ""},
		{"no cover", (&Document{Blocks: []Block{&Heading{Level: 1, ID: "x"}}}).Sections(), "x:0"},
	} {
		var out []string
		for _, s := range c.got {
			out = append(out, s.ID()+":"+string(rune('0'+len(s.Blocks))))
		}
		if got := strings.Join(out, " "); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func TestLeadAndFirst(t *testing.T) {
	d := sample()
	if d.Lead() != "the answer" {
		t.Errorf("lead %q", d.Lead())
	}
	if x, ok := First[*Table](d); !ok || x.ID != "t" {
		t.Errorf("first table %v %v", x, ok)
	}
	if _, ok := First[*Note](d); ok {
		t.Error("a note was found where there is none")
	}
}

func TestFigures(t *testing.T) {
	var got []string
	for _, f := range sample().Figures() {
		got = append(got, f.Section+"/"+f.Label)
		if f.Ref == nil {
			t.Errorf("%s leads nowhere", f.Label)
		}
	}
	want := []string{"cover/the answer", "cover/Contacts", "a/Streaming · Count", "b/s · y"}
	if !slices.Equal(got, want) {
		t.Errorf("figures %q, want %q", got, want)
	}
}

func TestValidate(t *testing.T) {
	if v := sample().Validate(); len(v) > 0 {
		t.Errorf("a good document: %q", v)
	}
	for name, c := range map[string]struct {
		spoil func(*Document)
		want  string
	}{
		"no title":         {func(d *Document) { d.Title = "" }, "no title"},
		"leaked NaN":       {func(d *Document) { d.Blocks[0].(*Text).Text = "rose by NaN%" }, "NaN"},
		"leaked format":    {func(d *Document) { d.Blocks[0].(*Text).Text = "rose by %!d(MISSING)" }, "%!"},
		"leaked key":       {func(d *Document) { d.Blocks[0].(*Text).Text = "‹report.lead›" }, "‹report."},
		"same section":     {func(d *Document) { d.Blocks[6].(*Heading).ID = "a" }, "stands twice"},
		"no table id":      {func(d *Document) { d.Blocks = append(d.Blocks, d.Blocks[5]) }, "stands twice"},
		"short row":        {func(d *Document) { r := &d.Blocks[5].(*Table).Rows[0]; r.Cells = r.Cells[:1] }, "1 cells for 2 columns"},
		"infinite cell":    {func(d *Document) { d.Blocks[5].(*Table).Rows[0].Cells[1].Num = math.Inf(1) }, "infinite"},
		"number in words":  {func(d *Document) { d.Blocks[5].(*Table).Rows[0].Cells[0] = Number(3) }, "column of words"},
		"short series":     {func(d *Document) { d.Blocks[7].(*Chart).Chart.Series[0].Values = nil }, "0 values for 2 categories"},
		"no chart":         {func(d *Document) { d.Blocks[7].(*Chart).Chart = nil }, "no chart"},
		"level of heading": {func(d *Document) { d.Blocks[4].(*Heading).Level = 3 }, "level 3"},
	} {
		d := sample()
		c.spoil(d)
		if v := d.Validate(); len(v) == 0 || !strings.Contains(strings.Join(v, "\n"), c.want) {
			t.Errorf("%s: %q, want something with %q", name, v, c.want)
		}
	}
}

func TestNameOf(t *testing.T) {
	own, line := &Ref{Log: "own"}, &Ref{Log: "line"}
	tab := &Table{Title: "Agents", Columns: []Column{{Title: "Rank"}, {Title: "Agent"}, {Title: "Solved"}, {Title: "Share"}}}
	row := &Row{Cells: []Cell{Number(1), {Text: "Ann", Num: nan, Ref: line}, {Num: 5, Ref: own}, Number(.5)}}
	bare := &Row{Cells: []Cell{Number(1), {Num: nan, Ref: line}, {Num: 5, Ref: own}, Number(.5)}}
	for _, c := range []struct {
		row  *Row
		cell int
		want string
	}{
		{row, 0, "Ann"}, {row, 1, "Ann"}, {row, 2, "Ann · Solved"}, {row, 3, "Ann"},
		{bare, 0, "Agents"}, {bare, 2, "Agents · Solved"},
	} {
		if got := tab.NameOf(c.row, c.cell); got != c.want {
			t.Errorf("cell %d is named %q, want %q", c.cell, got, c.want)
		}
	}
}
