package widget

import (
	"errors"
	"fmt"
	"image"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"tallyboard/internal/chart"
	"tallyboard/internal/task"
	"tallyboard/internal/ui/theme"
)

func newTestChart(t testing.TB) *ChartView {
	t.Helper()
	v := NewChartView()
	v.SetChart(sampleChart(true))
	startApp(t, theme.Light, 900, 500, v)
	if v.scene == nil || v.pic == nil {
		t.Fatal("the chart was not painted")
	}
	return v
}

// markAt is a point on the mark of a series and a category.
func markAt(t *testing.T, v *ChartView, ref chart.Ref, legend bool) fyne.Position {
	t.Helper()
	for i := range v.scene.Hits {
		if h := &v.scene.Hits[i]; h.Legend == legend && h.Ref.Series == ref.Series && (legend || h.Ref == ref) {
			x, y := middle(h)
			return fyne.NewPos(float32(x), float32(y))
		}
	}
	t.Fatalf("no mark %v", ref)
	return fyne.Position{}
}

func hover(v *ChartView, at fyne.Position) {
	e := &desktop.MouseEvent{}
	e.Position = at
	v.MouseMoved(e)
}

func tap(v *ChartView, at fyne.Position) {
	v.Tapped(&fyne.PointEvent{Position: at, AbsolutePosition: at})
}

func TestChartShowsACardUnderThePointer(t *testing.T) {
	v := newTestChart(t)
	v.OnMark = func(chart.Ref, fyne.Position) {}
	hover(v, markAt(t, v, chart.Ref{Series: 1, Category: 3}, false))
	if v.hit == nil || v.hit.Ref != (chart.Ref{Series: 1, Category: 3}) || v.Cursor() != desktop.PointerCursor {
		t.Fatalf("hit %v", v.hit)
	}
	card := v.hit.Title + fmt.Sprint(v.hit.Lines)
	if v.hit.Title != "10-11" || len(v.hit.Lines) < 2 {
		t.Errorf("the card says %s", card)
	}
	hover(v, fyne.NewPos(2, 2))
	if v.hit != nil || v.Cursor() != desktop.DefaultCursor {
		t.Error("the card stays beside the marks")
	}
}

func TestChartReportsClicks(t *testing.T) {
	v := newTestChart(t)
	var got []chart.Ref
	v.OnMark = func(r chart.Ref, at fyne.Position) { got = append(got, r) }
	menu := 0
	v.OnMenu = func(r *chart.Ref, _ fyne.Position) {
		if r == nil {
			menu++
		}
	}
	tap(v, markAt(t, v, chart.Ref{Series: 2, Category: 5}, false))
	tap(v, fyne.NewPos(1, 1))
	v.TappedSecondary(&fyne.PointEvent{Position: fyne.NewPos(1, 1)})
	key(v, fyne.KeyRight, fyne.KeyLeft, fyne.KeyReturn)
	if len(got) != 2 || got[0] != (chart.Ref{Series: 2, Category: 5}) || menu != 1 {
		t.Errorf("told %v, %d menus", got, menu)
	}
}

func TestChartLegendTogglesAndIsolates(t *testing.T) {
	v := newTestChart(t)
	clock := time.Unix(0, 0)
	v.now = func() time.Time { return clock }
	click := func(series int, after time.Duration) string {
		clock = clock.Add(after)
		tap(v, markAt(t, v, chart.Ref{Series: series}, true))
		return fmt.Sprint(v.Hidden())
	}
	for i, c := range []struct {
		series int
		after  time.Duration
		want   string
	}{
		{1, time.Second, "[催发货]"},
		{1, time.Second, "[]"},
		{2, time.Second, "[退换货]"},
		{2, 100 * time.Millisecond, "[物流 催发货 质量问题]"}, // double click: alone
		{2, time.Second, "[物流 催发货 退换货 质量问题]"},
		{2, 100 * time.Millisecond, "[]"}, // double click on the one that is alone
	} {
		if got := click(c.series, c.after); got != c.want {
			t.Errorf("click %d hides %s, want %s", i+1, got, c.want)
		}
	}
	v.SetHidden([]string{"物流"})
	v.SetChart(sampleChart(true))
	if fmt.Sprint(v.Hidden()) != "[物流]" {
		t.Error("a new chart forgets what was switched off")
	}
}

func TestChartFollowsTheTheme(t *testing.T) {
	v := newTestChart(t)
	before := v.pic.RGBAAt(3, 3)
	fyne.CurrentApp().Settings().SetTheme(theme.New(theme.Dark))
	v.Refresh()
	if after := v.pic.RGBAAt(3, 3); after == before {
		t.Errorf("the ground stays %v in the dark", after)
	}
}

func TestChartCopiesItsPicture(t *testing.T) {
	v := newTestChart(t)
	var img image.Image
	v.OnCopy = func(i image.Image) { img = i }
	v.TypedShortcut(&fyne.ShortcutCopy{})
	if img == nil || img.Bounds().Dx() != 1800 {
		t.Errorf("copied %v", img)
	}
}

func TestChartBrushMarksCategories(t *testing.T) {
	v := newTestChart(t)
	got := ""
	v.OnBrush = func(from, to int) { got = fmt.Sprint(from, "-", to) }
	marks := 0
	v.OnMark = func(chart.Ref, fyne.Position) { marks++ }
	a := markAt(t, v, chart.Ref{Series: 0, Category: 2}, false)
	b := markAt(t, v, chart.Ref{Series: 0, Category: 5}, false)
	drag := func(from, to fyne.Position) {
		d := to.Subtract(from)
		v.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: to}, Dragged: fyne.NewDelta(d.X, d.Y)})
		v.DragEnd()
	}
	drag(b.AddXY(4, 0), a.AddXY(-4, 0))
	if got != "2-5" || marks != 0 {
		t.Errorf("the brush marks %q", got)
	}
	drag(a, a.AddXY(2, 0))
	if marks != 1 {
		t.Error("a click with an unsteady hand is lost")
	}
}

func TestChartRemarksAreClickedAndCarried(t *testing.T) {
	v := newTestChart(t)
	c := *sampleChart(true)
	c.Notes = []chart.Note{{Ref: chart.Ref{Series: 0, Category: 3}, Text: "大促第一天"}}
	v.SetChart(&c)
	var box *chart.Hit
	for i := range v.scene.Hits {
		if h := &v.scene.Hits[i]; h.Note == 1 && (box == nil || h.W > box.W) {
			box = h
		}
	}
	if box == nil {
		t.Fatal("the remark is not shown")
	}
	at := fyne.NewPos(float32(box.X+box.W/2), float32(box.Y+box.H/2))
	said := ""
	v.OnNote = func(i int, _ fyne.Position) { said += fmt.Sprint("note ", i, "; ") }
	v.OnMark = func(chart.Ref, fyne.Position) { said += "mark; " }
	v.OnMenu = func(r *chart.Ref, _ fyne.Position) { said += fmt.Sprint("menu ", r.Series, " ", r.Category, "; ") }
	v.OnBrush = func(int, int) { said += "brush; " }
	v.OnNoteMove = func(i int, x, y float64) { said += fmt.Sprintf("moved %d to %.2f %.2f; ", i, x, y) }
	tap(v, at)
	v.TappedSecondary(&fyne.PointEvent{Position: at})
	drag := func(by fyne.Delta) {
		v.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: at.AddXY(by.DX, by.DY)}, Dragged: by})
		v.DragEnd()
	}
	drag(fyne.NewDelta(2, 1))
	drag(fyne.NewDelta(450-at.X, 250-at.Y))
	if want := "note 0; note 0; note 0; moved 0 to 0.50 0.50; "; said != want {
		t.Errorf("told %q, want %q", said, want)
	}
	// Beside the marks a right click tells the nearest category.
	said = ""
	p := v.scene.Plot
	v.TappedSecondary(&fyne.PointEvent{Position: fyne.NewPos(float32(p.X)+3, float32(p.Y)+2)})
	if said != "menu -1 0; " {
		t.Errorf("beside the marks: %q", said)
	}
}

// A chart whose painting panics, at once or beside the window, is left out and
// told of; the next one is shown.
func TestChartThatPanicsIsToldOf(t *testing.T) {
	v := newTestChart(t)
	var told []error
	was := broken
	OnBroken(func(err error) { told = append(told, err) })
	t.Cleanup(func() { broken = was })
	bad := sampleChart(true)
	bad.Colours, bad.Series[0].Key = new(chart.Colours), "misuse: colours that cannot take a key"
	for _, cost := range []time.Duration{0, time.Second} {
		told, v.work.costs = nil, [2]time.Duration{cost, cost}
		v.SetChart(bad)
		if len(told) != 1 || !errors.Is(told[0], task.ErrPanic) || v.pic != nil || v.scene != nil {
			t.Errorf("painting takes %v: told %v, picture %v", cost, told, v.pic != nil)
		}
		if v.SetChart(sampleChart(true)); v.pic == nil || v.scene == nil || v.work.running {
			t.Errorf("painting takes %v: the next chart is not shown", cost)
		}
	}
}

func BenchmarkChartHover(b *testing.B) {
	many := &chart.Chart{Kind: chart.Heat, Parts: true}
	for j := range 400 {
		many.Categories = append(many.Categories, fmt.Sprint(j))
	}
	for i := range 60 {
		values := make([]float64, 400)
		for j := range values {
			values[j] = float64(i * j % 97)
		}
		many.Series = append(many.Series, chart.Series{Name: fmt.Sprint(i), Values: values})
	}
	for name, c := range map[string]*chart.Chart{"marks=96": sampleChart(true), "marks=24000": many} {
		b.Run(name, func(b *testing.B) {
			v := newTestChart(b)
			v.SetChart(c)
			var at []fyne.Position
			for i := range v.scene.Hits {
				x, y := middle(&v.scene.Hits[i])
				at = append(at, fyne.NewPos(float32(x), float32(y)))
			}
			i := 0
			for b.Loop() {
				hover(v, at[i*7919%len(at)])
				i++
			}
		})
	}
}
