package widget

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"tallyboard/internal/ui/theme"
)

func sampleBars(n int) []TimelineBar {
	var out []TimelineBar
	for i := range n {
		out = append(out, TimelineBar{fmt.Sprintf("10月%d日", i+1), float64(20 + i*37%50)})
	}
	return out
}

// newTestTimeline shows 10 bars, each 40 wide, the first at x = timelineSide.
func newTestTimeline(t *testing.T) (*Timeline, *string) {
	t.Helper()
	line, said := NewTimeline(), new(string)
	line.SetBars(sampleBars(10))
	line.OnChanged = func(a, b int) { *said = fmt.Sprint(a, "-", b) }
	startApp(t, theme.Light, 400+2*timelineSide, 80, container.NewVBox(line))
	return line, said
}

func pull(line *Timeline, from, to float32) {
	e := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
	e.Position = fyne.NewPos(from, 20)
	line.MouseDown(e)
	line.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(to, 20)}})
	line.DragEnd()
}

func TestTimelineRange(t *testing.T) {
	bar := func(i float32) float32 { return timelineSide + i*40 }
	for _, c := range []struct {
		name     string
		from, to int
		do       func(*Timeline)
		want     string
	}{
		{"left end", 0, 9, func(l *Timeline) { pull(l, bar(0), bar(3)) }, "3-9"},
		{"right end", 0, 9, func(l *Timeline) { pull(l, bar(10), bar(6)) }, "0-5"},
		{"left end beyond the right", 2, 4, func(l *Timeline) { pull(l, bar(2), bar(9)) }, "4-4"},
		{"whole", 2, 4, func(l *Timeline) { pull(l, bar(3.5), bar(6.5)) }, "5-7"},
		{"whole to the edge", 2, 4, func(l *Timeline) { pull(l, bar(3.5), bar(30)) }, "7-9"},
		{"new one", 0, 1, func(l *Timeline) { pull(l, bar(8.5), bar(5.5)) }, "5-8"},
		{"click", 0, 9, func(l *Timeline) { test.TapAt(l, fyne.NewPos(bar(4.5), 20)) }, "4-4"},
		{"click again", 4, 4, func(l *Timeline) { test.TapAt(l, fyne.NewPos(bar(4.5), 20)) }, "0-9"},
		{"arrow", 2, 4, func(l *Timeline) { key(l, fyne.KeyRight, fyne.KeyRight, fyne.KeyLeft) }, "3-5"},
		{"longer", 2, 4, func(l *Timeline) { key(l, fyne.KeyPageUp) }, "2-5"},
		{"to the end", 2, 4, func(l *Timeline) { key(l, fyne.KeyEnd) }, "7-9"},
		{"Escape is for the popup around it", 2, 4, func(l *Timeline) { key(l, fyne.KeyEscape) }, ""},
	} {
		line, said := newTestTimeline(t)
		line.SetRange(c.from, c.to)
		c.do(line)
		if *said != c.want {
			t.Errorf("%s: %s, want %s", c.name, *said, c.want)
		}
	}
}

func TestTimelineWithoutBarsDoesNothing(t *testing.T) {
	line, said := newTestTimeline(t)
	line.SetBars(nil)
	pull(line, 50, 200)
	test.TapAt(line, fyne.NewPos(50, 20))
	key(line, fyne.KeyRight)
	if *said != "" {
		t.Errorf("said %s", *said)
	}
}

func TestChipsAreReordered(t *testing.T) {
	var moves []string
	r := NewChipRow(func(from, to int) { moves = append(moves, fmt.Sprint(from, "→", to)) }, NewIconButton(theme.Plus, "", nil))
	chips := []*Chip{NewChip("每周", "", nil, nil), NewChip("一级类型", "", nil, nil), NewChip("地区", "", nil, nil)}
	r.SetChips(chips...)
	startApp(t, theme.Light, 500, 60, container.NewVBox(r))
	carry := func(c *Chip, to *Chip, beyond bool) {
		x := to.Position().X + 4
		if beyond {
			x = to.Position().X + to.Size().Width - 4
		}
		c.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, 10).Subtract(fyne.NewPos(c.Position().X, 0))}, Dragged: fyne.NewDelta(40, 0)})
		c.DragEnd()
	}
	carry(chips[0], chips[2], true)
	carry(chips[2], chips[0], false)
	carry(chips[1], chips[1], false) // back where it was
	tapped := 0
	chips[0].tap = func() { tapped++ }
	chips[0].Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(9, 10)}, Dragged: fyne.NewDelta(2, 0)})
	chips[0].DragEnd()
	if tapped != 1 {
		t.Error("a click with an unsteady hand is lost")
	}
	ctrl := func(c *Chip, k fyne.KeyName) {
		c.TypedShortcut(&desktop.CustomShortcut{KeyName: k, Modifier: fyne.KeyModifierShortcutDefault})
	}
	ctrl(chips[1], fyne.KeyRight)
	ctrl(chips[0], fyne.KeyLeft) // is first already
	if got := fmt.Sprint(moves); got != "[0→2 2→0 1→2]" {
		t.Errorf("moves %s", got)
	}
}
