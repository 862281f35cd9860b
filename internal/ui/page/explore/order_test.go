package explore

import (
	"strings"
	"testing"

	"tallyboard/internal/display"
	"tallyboard/internal/document"
	"tallyboard/internal/pivot"
	"tallyboard/internal/ui/widget"
)

func TestPlacedMembersAreNamedAsFarAsNeedBe(t *testing.T) {
	for _, c := range []struct {
		was, siblings string
		at            int
		want          string
	}{
		{"", "c a b d", 0, "c"},              // c went to the top, the rest follows by itself
		{"", "b c a d", 2, "b c a"},          // a went down two places
		{"c", "c d a b", 1, "c d"},           // d went behind c
		{"c d", "d c a b", 0, "d c"},         // d went before c
		{"c x d", "d c a b", 0, "d x c"},     // x stands below another parent and keeps its place
		{"x y", "b a c", 0, "x y b"},         // another parent has an order already
		{"c d", "c a d b", 2, "c a d"},       // d went down one place
		{"gone", "b a", 0, "gone b"},         // a member that is not in this week's file
		{"a b c", "b c a d", 2, "b c a"},     // a went behind what was named with it
		{"a b c d", "a b c d", 3, "a b c d"}, // back where it was
	} {
		got := strings.Join(placed(strings.Fields(c.was), strings.Fields(c.siblings), c.at), " ")
		if got != c.want {
			t.Errorf("%q put to %d in %q names %q, want %q", c.was, c.at, c.siblings, got, c.want)
		}
	}
}

func TestSortedColumnsShowTheirArrow(t *testing.T) {
	m := shown(t, "--rows kind --rows agent --cols region --value count --value share:yes --sort 'share:yes @ y' --desc", document.Look{}, nil)
	var got []string
	for c := range m.Cols() {
		if m.Header(c).Sort != widget.Unsorted {
			got = append(got, m.sortKey(c))
		}
	}
	if strings.Join(got, "|") != "share:yes @ y" {
		t.Errorf("arrows stand on %q", got)
	}
	m = shown(t, "--rows kind --rows agent --cols region --sort value --desc --order 'agent by count @ x'", document.Look{}, nil)
	if a, b := m.sorts["count"], m.sorts["count @ x"]; a != widget.Descending || b != widget.Ascending {
		t.Errorf("levels that are sorted by two columns show %v and %v", a, b)
	}
	m = shown(t, "--rows kind --sort value --desc --first kind=b", document.Look{}, nil)
	if m.sorts["count"] != widget.Unsorted {
		t.Error("rows in an order by hand are shown as sorted")
	}
}

func TestSubtotalsStandWhereTheyAreWanted(t *testing.T) {
	for _, c := range []struct {
		look document.Look
		want string
	}{
		{document.Look{}, "a=120 Ann=40 Bob=40 Cid=40 b=120 Ann=40 Bob=40 Cid=40 Total=240"},
		{document.Look{Subtotals: document.Below}, "a= Ann=40 Bob=40 Cid=40 a subtotal=120 b= Ann=40 Bob=40 Cid=40 b subtotal=120 Total=240"},
		{document.Look{Subtotals: document.NoSubtotals, NoTotalRow: true}, "a= Ann=40 Bob=40 Cid=40 b= Ann=40 Bob=40 Cid=40"},
	} {
		m := shown(t, "--rows kind --rows agent", c.look, nil)
		var got []string
		for r := range m.Rows() {
			got = append(got, m.Cell(r, 0).Text+"="+m.Cell(r, 1).Text)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%+v shows\n%s, want\n%s", c.look, strings.Join(got, " "), c.want)
		}
	}
	m := shown(t, "--rows kind --rows agent", document.Look{Subtotals: document.Below}, nil)
	m.fold(0)
	if got := m.Cell(0, 1).Text; got != "120" || m.Rows() != 7 {
		t.Errorf("folded the heading says %q above %d lines", got, m.Rows()-1)
	}
	m.foldAll(0, true)
	if m.Rows() != 3 {
		t.Errorf("with all folded there are %d lines", m.Rows())
	}
	m.foldAll(2, false)
	if m.Rows() != 11 {
		t.Errorf("with all open there are %d lines", m.Rows())
	}
}

func TestTotalColumnIsShownOrNot(t *testing.T) {
	with := shown(t, "--rows kind --cols region", document.Look{}, nil)
	without := shown(t, "--rows kind --cols region", document.Look{NoTotalCol: true}, nil)
	if with.Cols() != 4 || without.Cols() != 3 || without.Header(2).Title != "y" {
		t.Errorf("%d columns with a total, %d without", with.Cols(), without.Cols())
	}
}

func TestBarsAboutNothing(t *testing.T) {
	m := shown(t, "--rows agent --cols kind --value 'count - 60 * share:yes'", document.Look{Ground: document.Bars}, nil)
	ann, cid := m.Cell(0, 1), m.Cell(2, 1) // 40 − 60 and 40 − 0
	if ann.Bar != -1 || cid.Bar != 1 || ann.Zero <= 0 || ann.Zero >= 1 || ann.Zero != cid.Zero {
		t.Errorf("bars of %s and %s reach %v and %v from %v", ann.Text, cid.Text, ann.Bar, cid.Bar, ann.Zero)
	}
	if b := shown(t, "--rows agent", document.Look{Ground: document.NoGround}, nil).Cell(0, 1).Bar; b != 0 {
		t.Errorf("without bars there is one of %v", b)
	}
}

func TestCopiedNumbersKeepTheirDigits(t *testing.T) {
	m := shown(t, "--rows agent --value 'count as 万' --value share:yes --value 'count - 100 * share:yes'", document.Look{}, nil)
	if got := m.CopyCell(0, 1) + " " + m.CopyCell(0, 2) + " " + m.CopyCell(0, 3); got != "80 100% -20" {
		t.Errorf("copied are %q", got)
	}
	if got := m.Cell(0, 1).Text; got != "80" { // too few for ten thousands
		t.Errorf("shown is %q", got)
	}
}

func TestGoalsAreReadAsTheyAreTyped(t *testing.T) {
	percent, plain := display.Format{Kind: display.Percent}, display.Format{Kind: display.Count}
	for _, c := range []struct {
		text string
		f    display.Format
		want float64
		ok   bool
	}{
		{"80%", percent, .8, true}, {"80", percent, .8, true}, {"0.8", percent, .8, true}, {"1,200", plain, 1200, true},
		{"1.2万", plain, 12000, true}, {"0:03:21", plain, 201, true}, {"3：21", plain, 201, true}, {" -5 ", plain, -5, true},
		{"", plain, 0, false}, {"abc", plain, 0, false}, {"1:2:3:4", plain, 0, false}, {"NaN", plain, 0, false},
	} {
		got, ok := readGoal(c.text, c.f)
		if ok != c.ok || ok && (got < c.want-1e-9 || got > c.want+1e-9) {
			t.Errorf("%q is read as %v, %v; want %v, %v", c.text, got, ok, c.want, c.ok)
		}
	}
}

func TestSiblingsAreThoseBelowOneParent(t *testing.T) {
	m := shown(t, "--rows kind --rows agent", document.Look{}, nil)
	p := &Page{model: m}
	names := func(list []sibling) string {
		var out []string
		for _, s := range list {
			out = append(out, s.path[len(s.path)-1].Text)
		}
		return strings.Join(out, " ")
	}
	if got := names(p.rowSiblings(m.r.Rows.Members[m.line(5).Member].Path)); got != "Ann Bob Cid" {
		t.Errorf("siblings of an agent are %q", got)
	}
	if got := names(p.rowSiblings(m.r.Rows.Members[m.line(0).Member].Path)); got != "a b" {
		t.Errorf("siblings of a kind are %q", got)
	}
	if movable(m.r.Rows, []pivot.Label{{Other: true}}) || movable(m.r.Rows, nil) {
		t.Error("what has its fixed place can be moved")
	}
}
