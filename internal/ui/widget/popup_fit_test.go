package widget

import (
	"testing"

	"fyne.io/fyne/v2"

	"tallyboard/internal/ui/theme"
)

// A menu with more lines than there is room for below or above its place covers
// that place: no line may stand outside its card.
func TestTallMenusStayInTheirCard(t *testing.T) {
	b := NewButton("x", "", Plain, nil)
	startApp(t, theme.Light, 600, 500, b)
	var items []MenuItem
	for range 14 {
		items = append(items, MenuItem{Text: "line"})
	}
	m := ShowMenu(b, fyne.NewPos(100, 250), items)
	if want := m.content.MinSize().Height; m.card.Height < want {
		t.Errorf("the card is %v high, the lines need %v", m.card.Height, want)
	}
	if m.cardAt.Y < 0 || m.cardAt.Y+m.card.Height > 500 {
		t.Errorf("the card stands from %v to %v of 500", m.cardAt.Y, m.cardAt.Y+m.card.Height)
	}
}
