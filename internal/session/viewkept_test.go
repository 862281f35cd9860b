package session

import (
	"testing"

	"tallyboard/internal/pivot"
)

// keptViews are views of columns and values that are in no sheet: worked out,
// compared, calculated and styled.
var keptViews = map[string]string{
	"第几次来访":  "--rows @visit_number --value count",
	"解决率":    "--rows 客服 --value '解决率 := share:是否解决 as %' --value '每人 := count / distinct:客户'",
	"首次解决":   "--rows week:来电时间 --value 'share:@solved_first' --where @returned!=true --chart line --fill-time",
	"环比":     "--rows week:来电时间 --cols 来电类型 --value count --value 'prev(count)' --value '涨跌 := count / prev(count) - 1 as %'",
	"占比与前两名": "--rows 来电类型 --value count --show total% --top 2 --sort value --desc --ground bars",
}

// Views of columns that are worked out and of values that are calculated come
// back the next week, in another window, from a tile and from their text, with
// the numbers that the same view has when it is made anew.
func TestViewsOfWorkedOutColumnsAreKept(t *testing.T) {
	dir := t.TempDir()
	s, l := startIn(t, dir)
	this := "来电时间,客服,客户,来电类型,是否解决\n" +
		"2026-11-02 09:00,小王,甲,投诉,是\n2026-11-03 10:00,小王,乙,咨询,否\n2026-11-05 09:00,小李,甲,投诉,是\n"
	next := this + "2026-11-09 09:30,小李,乙,咨询,是\n2026-11-10 11:00,小李,丙,退款,是\n2026-11-11 11:00,小王,甲,投诉,否\n"
	opened(t, s, l, write(t, "calls.csv", this))
	texts := map[string]string{}
	for name, text := range keptViews {
		s.ApplyText(text)
		settled(t, s, l)
		if _, err := s.Result(); err != nil {
			t.Fatalf("%s: %v", text, err)
		}
		s.SaveTile(name)
		texts[name] = s.View().String()
	}
	s.Close()

	again, l2 := startIn(t, dir)
	opened(t, again, l2, write(t, "calls-next.csv", next))
	other, l3 := startIn(t, t.TempDir()) // a colleague's
	opened(t, other, l3, write(t, "calls-theirs.csv", next))
	again.ShowDashboard(true)
	settled(t, again, l2)
	tiles := map[string]TileResult{}
	for _, tile := range again.Tiles() {
		tiles[tile.View] = tile
	}
	for _, v := range again.SavedViews() {
		again.ApplyView(v)
		settled(t, again, l2)
		if got := again.View().String(); got != texts[v.Name] {
			t.Errorf("%s comes back as %s, was %s", v.Name, got, texts[v.Name])
		}
		other.ApplyText(texts[v.Name])
		settled(t, other, l3)
		want, err := other.Result()
		if err != nil || want == nil {
			t.Errorf("%s, pasted elsewhere: %v", texts[v.Name], err)
			continue
		}
		got, err := again.Result()
		if err != nil || !sameNumbers(got, want) {
			t.Errorf("%s: saved and pasted differ, or %v", v.Name, err)
		}
		if tile := tiles[v.Name]; tile.Err != nil || tile.Result == nil || !sameNumbers(tile.Result, want) {
			t.Errorf("%s: its tile shows other numbers, or %v", v.Name, tile.Err)
		}
		if want.RowsUsed == 0 || len(want.Rows.Members) < 2 {
			t.Errorf("%s: shows nothing", v.Name)
		}
	}
	if n := len(again.SavedViews()); n != len(keptViews) {
		t.Errorf("%d views are kept of %d", n, len(keptViews))
	}
}

// sameNumbers reports whether two results have the same members and numbers.
func sameNumbers(a, b *pivot.Result) bool {
	if len(a.Rows.Members) != len(b.Rows.Members) || len(a.Cols.Members) != len(b.Cols.Members) || len(a.Values) != len(b.Values) {
		return false
	}
	for i := range a.Rows.Members {
		for j := range a.Cols.Members {
			for v := range a.Values {
				if x, y := a.At(i, j, v), b.At(i, j, v); x != y && (x == x || y == y) {
					return false
				}
			}
		}
	}
	return true
}
