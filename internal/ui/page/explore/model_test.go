package explore

import (
	"context"
	"testing"

	"fyne.io/fyne/v2/test"

	"tallyboard/internal/document"
	"tallyboard/internal/lang"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
	"tallyboard/internal/session"
	"tallyboard/internal/table"
	"tallyboard/internal/ui/theme"
	"tallyboard/internal/ui/widget"
)

func shown(t *testing.T, spec string, look document.Look, judge document.Judge) *model {
	t.Helper()
	var kind, agent, region []string
	var yes []float64
	for i := range 240 {
		kind = append(kind, []string{"a", "b"}[i%2])
		agent = append(agent, []string{"Ann", "Bob", "Cid"}[i%3])
		region = append(region, []string{"x", "y"}[i/120])
		yes = append(yes, []float64{1, 1, 0}[i%3])
	}
	log := &logkind.Log{Table: table.New(table.TextColumn("kind", kind), table.TextColumn("agent", agent),
		table.TextColumn("region", region), table.BoolColumn("yes", "Y", "N", yes))}
	s, err := pivot.ParseSpec(spec)
	if err != nil {
		t.Fatal(err)
	}
	r, err := pivot.Memory().Run(context.Background(), log, s)
	if err != nil {
		t.Fatal(err)
	}
	return newModel(r, lang.EN, nil, look, judge)
}

func first(m *model) []string {
	var out []string
	for r := range m.Rows() {
		out = append(out, m.Cell(r, 0).Text)
	}
	return out
}

func TestFoldingHidesWhatIsBelow(t *testing.T) {
	m := shown(t, "--rows kind --rows agent", document.Look{}, nil)
	all := len(first(m))
	if all != 2*4+1 {
		t.Fatalf("two kinds of three agents make %d lines", all)
	}
	m.fold(0)
	if got := len(first(m)); got != all-3 {
		t.Errorf("folded there are %d lines, want %d", got, all-3)
	}
	if m.Cell(0, 0).Fold != widget.Folded {
		t.Error("the folded line does not say so")
	}
	m.fold(0)
	if got := len(first(m)); got != all {
		t.Errorf("unfolded there are %d lines, want %d", got, all)
	}
}

func TestHeadingsFoldToTheirTotal(t *testing.T) {
	m := shown(t, "--rows kind --cols region --cols agent", document.Look{}, nil)
	if m.Levels() != 1 {
		t.Fatalf("%d levels of headings", m.Levels())
	}
	all := m.Cols()
	g := m.Group(0, 1)
	if g.Title != "x" || g.Fold != widget.Unfolded || m.Group(0, 2).Key != g.Key {
		t.Errorf("the first heading is %+v", g)
	}
	m.foldGroup(0, 1)
	if got := m.Cols(); got != all-3 {
		t.Errorf("folded there are %d columns, want %d", got, all-3)
	}
	if h := m.Header(1); h.Title != lang.EN.T("pivot.total") {
		t.Errorf("the folded heading shows column %q", h.Title)
	}
	if got := m.Cell(0, 1).Text; got != "60" {
		t.Errorf("region x of kind a has %s rows, want 60", got)
	}
}

func TestNumbersAreJudgedAndShaded(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.Light))
	tests := func(_ int, v float64, _ int64) document.Tone {
		if v > .9 {
			return document.Good
		}
		return document.Bad
	}
	m := shown(t, "--rows agent --value share:yes", document.Look{Ground: document.Scale}, tests)
	if c := m.Cell(0, 1); c.Tone != document.Good || c.Fill.A != 255 {
		t.Errorf("Ann's 100%% is shown as %+v", c)
	}
	if c := m.Cell(2, 1); c.Tone != document.Bad {
		t.Errorf("Cid's 0%% is shown as %+v", c)
	}
}

func TestComparedValuesGoAsAWhole(t *testing.T) {
	count := pivot.Value{Agg: pivot.Count, Name: "Calls"}
	vs := withPeriod([]pivot.Value{count}, pivot.Before, lang.EN)
	if len(vs) != 4 || compared(pivot.Spec{Values: vs}) != pivot.Before {
		t.Fatalf("compared there are %d values", len(vs))
	}
	if got := session.ValueText(vs[3], lang.EN); got != "Calls change" {
		t.Errorf("the change is called %q", got)
	}
	if back := withPeriod(vs, '-', lang.EN); len(back) != 1 || back[0].Name != "Calls" {
		t.Errorf("without a period %v is left", back)
	}
	for _, v := range vs {
		spec := pivot.Spec{Values: []pivot.Value{v}}
		again, err := pivot.ParseSpec(spec.String())
		if err != nil || again.String() != spec.String() {
			t.Errorf("%s does not come back from its text: %v", spec.String(), err)
		}
	}
}

func TestDraggedLevelsKeepTheOthersInOrder(t *testing.T) {
	for _, c := range []struct {
		from, to int
		want     string
	}{{0, 2, "bca"}, {2, 0, "cab"}, {1, 2, "acb"}} {
		got := ""
		for _, x := range moved([]string{"a", "b", "c"}, c.from, c.to) {
			got += x
		}
		if got != c.want {
			t.Errorf("%d to %d gives %s, want %s", c.from, c.to, got, c.want)
		}
	}
}

func TestTickedValuesMakeTheShorterFilter(t *testing.T) {
	values := []session.ValueCount{{Text: "a"}, {Text: "b"}, {Text: ""}}
	w := pivot.Filter{Column: "x"}
	for _, c := range []struct {
		on   []bool
		want string
	}{{[]bool{true, true, false}, "x!="}, {[]bool{true, false, false}, "x=a"}} {
		if got := chosen(values, c.on, w); len(got) != 1 || got[0].String() != c.want {
			t.Errorf("%v makes %v, want %s", c.on, got, c.want)
		}
	}
	if got := chosen(values, []bool{true, true, true}, w); got != nil {
		t.Errorf("all ticked makes %v", got)
	}
}

// What is folded is seen as lines among their like: it has bars of its own.
func TestFoldedLinesHaveBars(t *testing.T) {
	for _, ground := range []document.Ground{document.TotalBars, document.Bars, document.Scale} {
		m := shown(t, "--rows kind --rows agent --cols region --where agent!=Ann", document.Look{Ground: ground}, nil)
		last := m.Cols() - 1
		if ground == document.Scale {
			last--
		}
		grounded := func() bool { v := m.Cell(0, last); return v.Bar > 0 || v.Fill.A > 0 }
		if grounded() {
			t.Errorf("ground %v: an open line has one", ground)
		}
		m.fold(0)
		if !grounded() {
			t.Errorf("ground %v: a folded line has none", ground)
		}
		if b := m.Cell(0, last).Bar; b > 1 {
			t.Errorf("ground %v: a bar of %v", ground, b)
		}
	}
}
