package explore

import (
	"fmt"
	"math/rand/v2"
	"os"
	"runtime"
	"strconv"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"tallyboard/internal/chart"
	"tallyboard/internal/document"
	"tallyboard/internal/lang"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
	"tallyboard/internal/render/picture"
	"tallyboard/internal/table"
	"tallyboard/internal/ui/theme"
	"tallyboard/internal/ui/widget"
)

// callLog is a log of a year: types of two levels, agents, regions, customers,
// times, durations.
func callLog(rows int) *logkind.Log {
	r := rand.New(rand.NewPCG(1, uint64(rows)))
	words := func(name string, n int) *table.Column {
		out := make([]string, rows)
		for i := range out {
			out[i] = fmt.Sprintf("%s%d", name, r.IntN(n))
		}
		return table.TextColumn(name, out)
	}
	nums := func(name string, t table.Type, f func(i int) float64) *table.Column {
		out := make([]float64, rows)
		for i := range out {
			out[i] = f(i)
		}
		return table.NumColumn(name, t, out)
	}
	start := float64(time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC).Unix())
	return &logkind.Log{Table: table.New(words("类型", 8), words("子类型", 60), words("客服", 30), words("地区", 31), words("客户", max(rows/5, 1)),
		nums("时间", table.Time, func(i int) float64 { return start + float64(i)*365*86400/float64(rows) }),
		nums("时长", table.Duration, func(int) float64 { return float64(r.IntN(900)) }),
		nums("金额", table.Number, func(int) float64 { return float64(r.IntN(100_000)) / 100 }))}
}

// changes are what dropdowns, headers and filters make of a view.
var changes = []struct{ name, spec string }{
	{"weeks", "--rows 类型 --cols week:时间 --fill-time --sort value --desc"},
	{"tree", "--rows 类型 --rows 子类型 --cols 地区"},
	{"sorted", "--rows 类型 --rows 子类型 --cols 地区 --sort 'value @ 地区3' --desc --first 类型=类型5"},
	{"means", "--rows 客服 --cols month:时间 --value mean:时长 --value 'sum:金额 as 万'"},
	{"customers", "--rows 客户 --value sum:金额 --top 20 --sort value --desc"},
	{"filtered", "--rows 子类型 --cols week:时间 --where 客服=客服3|客服4 --show col%"},
	{"distinct", "--rows 地区 --cols 类型 --value distinct:客户"},
}

// screen is the part of the window that a change repaints.
type screen struct {
	log    *logkind.Log
	engine pivot.Engine
	grid   *widget.Grid
	model  *model
}

func newScreen(tb testing.TB, rows int) *screen {
	tb.Helper()
	test.NewTempApp(tb).Settings().SetTheme(theme.New(theme.Light))
	s := &screen{log: callLog(rows), engine: pivot.Memory(), grid: widget.NewGrid(nil)}
	s.grid.SetPinned(1)
	s.grid.Resize(fyne.NewSize(1080, 300))
	return s
}

// show takes a change all the way: counted, drawn, painted, and the table laid
// out and painted.
func (s *screen) show(tb testing.TB, spec pivot.Spec) {
	tb.Helper()
	r, err := s.engine.Run(tb.Context(), s.log, spec)
	if err != nil {
		tb.Fatal(err)
	}
	scene := chart.FromPivot(r, "", lang.ZH).Layout(1080, 280, chart.Light, picture.Standard())
	picture.Image(scene, 1)
	s.model = newModel(r, lang.ZH, s.model, document.Look{}, nil)
	s.grid.SetModel(s.model)
	s.grid.Paint(1080, 300)
}

func specs(tb testing.TB) []pivot.Spec {
	tb.Helper()
	out := make([]pivot.Spec, len(changes))
	for i, c := range changes {
		var err error
		if out[i], err = pivot.ParseSpec(c.spec); err != nil {
			tb.Fatal(err)
		}
	}
	return out
}

// BenchmarkChange is from a choice in a dropdown to the repainted chart and
// table. TALLYBOARD_BENCH_ROWS=1000000 for a log of a year.
func BenchmarkChange(b *testing.B) {
	rows := 100_000
	if s := os.Getenv("TALLYBOARD_BENCH_ROWS"); s != "" {
		var err error
		if rows, err = strconv.Atoi(s); err != nil {
			b.Fatal(err)
		}
	}
	s := newScreen(b, rows)
	for i, spec := range specs(b) {
		b.Run(fmt.Sprintf("%s/rows=%d", changes[i].name, rows), func(b *testing.B) {
			s.show(b, spec)
			for b.Loop() {
				s.show(b, spec)
			}
		})
	}
}

// A thousand changes leave no more memory in use than a hundred.
func TestAThousandChangesLeaveNothingBehind(t *testing.T) {
	s := newScreen(t, 1000)
	list := specs(t)
	used := func() uint64 {
		runtime.GC()
		runtime.GC() // what the first one finalised
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	var after100 uint64
	for i := range 1000 {
		spec := list[i%len(list)]
		spec.Top = 5 + i%40 // no two in a row are the same
		s.show(t, spec)
		if i == 99 {
			after100 = used()
		}
	}
	const most = 4 << 20
	if now := used(); now > after100+most {
		t.Errorf("after 1,000 changes %d bytes are in use, after 100 it was %d", now, after100)
	}
}
