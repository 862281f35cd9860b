package widget

import (
	"testing"

	"tallyboard/internal/ui/theme"
)

func TestGridPictureHoldsTheWholeTable(t *testing.T) {
	g := newWorded(t, 40)
	g.scrollBy(30, 200)
	g.Select(rangeOf(2, 1, 4, 3))
	p := g.Picture(2)
	if got, want := p.Bounds().Dx(), 2*500; got != want {
		t.Errorf("the picture is %d wide, want %d", got, want)
	}
	if got, want := p.Bounds().Dy(), int(2*(headerHeight+40*theme.Row)); got != want {
		t.Errorf("the picture is %d high, want %d", got, want)
	}
	white := theme.Color(theme.Surface)
	last := 0
	for x := range 200 { // words in the last row's first cell
		r, gr, b, _ := p.At(x, p.Bounds().Dy()-int(theme.Row)).RGBA()
		if uint8(r>>8) != white.R || uint8(gr>>8) != white.G || uint8(b>>8) != white.B {
			last++
		}
	}
	if last == 0 {
		t.Error("the last row is empty")
	}
	if g.view.left == 0 || g.view.top == 0 {
		t.Error("taking the picture has scrolled the table")
	}
	long := newWorded(t, 1_000_000)
	if h := float32(long.Picture(1).Bounds().Dy()); h > mostPictured {
		t.Errorf("of a million rows the picture is %v high", h)
	}
}
