package widget

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"tallyboard/internal/lang"
	"tallyboard/internal/ui/theme"
)

// orderOf is a list as text: the ids in their order, those that are off in
// brackets.
func orderOf(items []OrderItem) string {
	var out []string
	for _, it := range items {
		if it.On {
			out = append(out, it.ID+it.Choice)
		} else {
			out = append(out, "("+it.ID+")")
		}
	}
	return strings.Join(out, " ")
}

func TestOrderList(t *testing.T) {
	said := ""
	list := NewOrderList(lang.EN, []OrderItem{{ID: "a", Text: "A", On: true}, {ID: "b", Text: "B", On: true,
		Choices: []PickItem{{ID: "1", Text: "one"}, {ID: "2", Text: "two"}}, Choice: "1"}, {ID: "c", Text: "C"}}, func(items []OrderItem) { said = orderOf(items) })
	w := test.NewTempWindow(t, list)
	w.Resize(fyne.NewSize(400, 200))
	list.Focus()
	focused := func() *orderRow { return w.Canvas().Focused().(*orderRow) }
	press := func(k fyne.KeyName) { focused().TypedKey(&fyne.KeyEvent{Name: k}) }
	ctrl := func(k fyne.KeyName) {
		focused().TypedShortcut(&desktop.CustomShortcut{KeyName: k, Modifier: fyne.KeyModifierShortcutDefault})
	}
	pull := func(r *orderRow, by float32) {
		r.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(10, theme.Row/2+by)}, Dragged: fyne.NewDelta(0, by)})
		r.DragEnd()
	}
	for _, tc := range []struct {
		name string
		do   func()
		want string
	}{
		{"Space unticks the line of the keyboard", func() { press(fyne.KeySpace) }, "(a) b1 (c)"},
		{"down and Space ticks the next", func() { press(fyne.KeyDown); press(fyne.KeyDown); press(fyne.KeySpace) }, "(a) b1 c"},
		{"Ctrl and up moves it, and it keeps the keyboard", func() { ctrl(fyne.KeyUp) }, "(a) c b1"},
		{"once more", func() { ctrl(fyne.KeyUp) }, "c (a) b1"},
		{"not over the edge", func() { said = "same"; ctrl(fyne.KeyUp) }, "same"},
		{"a drag to the end", func() { pull(list.rows[0], 3*theme.Row) }, "(a) b1 c"},
		{"a drag by one", func() { pull(list.rows[2], -theme.Row) }, "(a) c b1"},
		{"a shaky click is a click", func() { pull(list.rows[0], 2) }, "a c b1"},
		{"another choice", func() { list.rows[2].choice.OnPick("2") }, "a c b2"},
	} {
		tc.do()
		if said != tc.want {
			t.Errorf("%s: got %q, want %q", tc.name, said, tc.want)
		}
	}
}
