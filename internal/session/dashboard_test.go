package session

import (
	"fmt"
	"strings"
	"testing"

	"tallyboard/internal/chart"
	"tallyboard/internal/document"
	"tallyboard/internal/fault"
	"tallyboard/internal/lang"
	"tallyboard/internal/library"
)

const orders = "下单时间,商品名称,实付金额\n2026-11-02,床,100\n2026-11-03,柜,200\n"

// boarded is a session with a log and saved views on the dashboard.
func boarded(t *testing.T, dir string) (*Session, *loop) {
	t.Helper()
	s, l := startIn(t, dir)
	opened(t, s, l, write(t, "10月客服.csv", calls))
	for _, v := range []library.View{
		{Name: "每周类型", Spec: "--rows 来电类型 --cols week:来电时间", Chart: "stacked"},
		{Name: "客服", Spec: "--rows 客服 --value count --where 来电时间=2026-11-10"},
		{Name: "金额", Spec: "--rows 商品名称 --value sum:实付金额"},
	} {
		if err := s.lib.SaveView(v); err != nil {
			t.Fatal(err)
		}
		s.AddTile(v.Name)
	}
	s.ShowDashboard(true)
	ready(t, s, l)
	return s, l
}

func ready(t *testing.T, s *Session, l *loop) {
	t.Helper()
	l.until(t, "the tiles", func() bool {
		for _, x := range s.Tiles() {
			if !x.Ready {
				return false
			}
		}
		return len(s.Running()) == 0
	})
}

func tileNames(s *Session) string {
	var names []string
	for _, x := range s.Dashboard().Tiles {
		names = append(names, x.View)
	}
	return strings.Join(names, " ")
}

func TestTilesAreDrawnOnTheCurrentLog(t *testing.T) {
	s, _ := boarded(t, t.TempDir())
	tiles := s.Tiles()
	if tiles[0].Chart == nil || tiles[0].Chart.Kind != chart.Stacked || tiles[0].Result.RowsUsed != 5 || tiles[0].Period != "" {
		t.Errorf("the first tile: %+v", tiles[0])
	}
	if tiles[1].Result.RowsUsed != 2 || !strings.Contains(tiles[1].Period, "11月10日") {
		t.Errorf("the second counts %d rows of %q, want 2 of its own day", tiles[1].Result.RowsUsed, tiles[1].Period)
	}
	if err := tiles[2].Err; !fault.Is(err, "dashboard.missing") || !strings.Contains(fault.Say(err, lang.ZH), "商品名称、实付金额") {
		t.Errorf("columns that are missing are told as %v", err)
	}
}

func TestTileTellsWhichLogHasItsColumns(t *testing.T) {
	s, l := boarded(t, t.TempDir())
	opened(t, s, l, write(t, "订单表.csv", orders))
	for i, x := range s.Logs() {
		if x.Name == "10月客服" {
			s.SetCurrent(i)
		}
	}
	ready(t, s, l)
	if err := s.Tiles()[2].Err; !fault.Is(err, "dashboard.elsewhere") || !strings.Contains(fault.Say(err, lang.ZH), "订单表") {
		t.Errorf("said %v", err)
	}
	for i, x := range s.Logs() {
		if x.Name == "订单表" {
			s.SetCurrent(i)
		}
	}
	ready(t, s, l)
	if x := s.Tiles()[2]; x.Err != nil || x.Result.RowsUsed != 2 {
		t.Errorf("on the log that has the columns: %v", x.Err)
	}
	if x := s.Tiles()[0]; x.Err == nil || x.Result != nil {
		t.Error("the tile of calls still shows the other log")
	}
}

func TestOnePeriodForThePage(t *testing.T) {
	s, l := boarded(t, t.TempDir())
	s.SetDashboardPeriod("2026-W45")
	ready(t, s, l)
	for i, want := range []int{2, 2} {
		if got := s.Tiles()[i].Result.RowsUsed; got != want {
			t.Errorf("tile %d counts %d rows of the week, want %d", i, got, want)
		}
	}
	s.SetDashboardPeriod("")
	ready(t, s, l)
	if a, b := s.Tiles()[0].Result.RowsUsed, s.Tiles()[1].Result.RowsUsed; a != 5 || b != 2 {
		t.Errorf("back at their own periods they count %d and %d", a, b)
	}
}

func TestTilesAreMovedChangedAndTakenOff(t *testing.T) {
	dir := t.TempDir()
	s, l := boarded(t, dir)
	s.MoveTile(2, 0)
	s.MoveTile(0, 9)
	s.ChangeTile(1, func(x *library.Tile) { x.Size, x.Face = library.Wide, library.TableFace })
	ready(t, s, l)
	if got := tileNames(s); got != "金额 每周类型 客服" {
		t.Errorf("order %s", got)
	}
	if x := s.Tiles()[1]; x.Table == nil || x.Size != library.Wide || len(x.Table.Rows) != 3 {
		t.Errorf("the table of the second: %+v", x.Table)
	}
	s.RemoveTile(0)
	if got := tileNames(s); got != "每周类型 客服" {
		t.Errorf("after taking one off: %s", got)
	}
	s.Notice().Do()
	if got := tileNames(s); got != "金额 每周类型 客服" {
		t.Errorf("taken back: %s", got)
	}
	s.RenameView("客服", "每人")
	if got := tileNames(s); got != "金额 每周类型 每人" {
		t.Errorf("after renaming: %s", got)
	}
	s.DeleteView("每人")
	if got := tileNames(s); got != "金额 每周类型" || len(s.SavedViews()) != 2 {
		t.Errorf("after deleting the view: %s", got)
	}
	s.Notice().Do()
	if got := tileNames(s); got != "金额 每周类型 每人" || len(s.SavedViews()) != 3 {
		t.Errorf("deleting taken back: %s", got)
	}
	again, _ := startIn(t, dir)
	if got := tileNames(again); got != "金额 每周类型 每人" || again.Dashboard().Tiles[1].Face != library.TableFace {
		t.Errorf("the next start shows %s", got)
	}
}

// A view that is saved anew changes its tile; what is not in front is not
// computed.
func TestTileFollowsItsView(t *testing.T) {
	s, l := boarded(t, t.TempDir())
	before := s.Tiles()[1].Result
	s.SetView(func(v *View) { v.Spec, v.Chart = s.Tiles()[0].Result.Spec, chart.Line })
	s.SaveView("每周类型")
	ready(t, s, l)
	if x := s.Tiles()[0]; x.Chart.Kind != chart.Line {
		t.Errorf("the tile still shows %s", x.Chart.Kind)
	}
	if s.Tiles()[1].Result != before {
		t.Error("a tile whose view is the same was computed again")
	}
	s.ShowDashboard(false)
	s.SetDashboardPeriod("2026-W45")
	l.until(t, "quiet", func() bool { return len(s.Running()) == 0 })
	if s.Tiles()[1].Result != before {
		t.Error("a page that nobody sees is computed")
	}
	s.OpenTile(1)
	if got := s.View().Spec.String(); !strings.HasPrefix(got, "--rows 客服") {
		t.Errorf("opening a tile shows %s", got)
	}
}

func TestDashboardAsADocument(t *testing.T) {
	s, l := boarded(t, t.TempDir())
	s.ChangeTile(1, func(x *library.Tile) { x.Face = library.TableFace })
	s.ChangeTile(0, func(x *library.Tile) { x.Size = library.Wide })
	ready(t, s, l)
	var got []string
	for _, b := range s.DashboardDocument().Blocks {
		switch b := b.(type) {
		case *document.Chart:
			got = append(got, fmt.Sprintf("chart %s half=%v", b.Chart.Title, b.Half))
		case *document.Table:
			got = append(got, "table "+b.Title)
		case *document.Note:
			got = append(got, "note "+b.Text[:len("金额")])
		}
	}
	if want := "chart 每周类型 half=false; table 客服 · 11月10日; note 金额"; strings.Join(got, "; ") != want {
		t.Errorf("the document holds %s, want %s", strings.Join(got, "; "), want)
	}
}
