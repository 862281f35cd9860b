package widget

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"tallyboard/internal/lang"
	"tallyboard/internal/ui/theme"
)

func sampleValues() []ListValue {
	var out []ListValue
	for i, s := range []string{"浙江", "江苏", "广东", "上海", "北京", "山东", "河南", "湖北", "湖南", "四川", "福建", "(空白)"} {
		out = append(out, ListValue{Text: s, Count: fmt.Sprint(900 / (i + 1)), Share: 1 / float64(i+1), On: i < 3, Muted: i == 11})
	}
	return out
}

func newTestValues(t *testing.T) (*ValueList, *string) {
	t.Helper()
	v := NewValueList(lang.ZH, sampleValues())
	ticks := new(string)
	v.OnChanged = func(on []bool) { *ticks = show(on) }
	startApp(t, theme.Light, 320, 400, v)
	return v, ticks
}

func show(on []bool) (s string) {
	for _, b := range on {
		if b {
			s += "x"
		} else {
			s += "."
		}
	}
	return s
}

func TestValueListTicks(t *testing.T) {
	v, ticks := newTestValues(t)
	for _, c := range []struct {
		do   func()
		want string
	}{
		{func() { test.Tap(v.list.rows[1].(*valueRow)) }, "x.x........."},
		{func() { test.Tap(v.links[2]) }, ".x.xxxxxxxxx"},
		{func() { test.Tap(v.links[1]) }, "............"},
		{func() { test.Type(v.search, "hu"); test.Tap(v.links[0]) }, "......." + "xx..."},
		{func() { v.search.SetText(""); test.Tap(v.links[0]) }, "xxxxxxxxxxxx"},
		{func() {
			v.list.rows[4].(*valueRow).MouseIn(&desktop.MouseEvent{})
			test.Tap(v.list.rows[4].(*valueRow).only)
		}, "....x......."},
		{func() { v.search.SetText("shang"); v.OnlyFound() }, "...x........"},
	} {
		c.do()
		if *ticks != c.want {
			t.Errorf("ticks %s, want %s", *ticks, c.want)
		}
	}
}

func TestValueListByKeyboard(t *testing.T) {
	v, ticks := newTestValues(t)
	done := ""
	v.OnSubmit = func() { done += "enter " }
	v.OnEscape = func() { done += "escape " }
	canvasOf(v).Focus(v.Focusable())
	key(v.search, fyne.KeyDown, fyne.KeyDown)
	test.Type(v.search, " ")
	if *ticks != "x.x........." || v.search.Text != "" {
		t.Errorf("Space on the second line ticks %s and types %q", *ticks, v.search.Text)
	}
	key(v.search, fyne.KeyReturn, fyne.KeyEscape)
	if done != "enter escape " {
		t.Errorf("told %q", done)
	}
}

func TestValuePopupTakesOver(t *testing.T) {
	owner := NewChip("地区", "", nil, nil)
	startApp(t, theme.Light, 500, 560, container.NewVBox(owner))
	got := ""
	open := func() (*Popup, *valuePopup) {
		p := ShowValueList(owner, lang.ZH, sampleValues(), func(on []bool) { got = show(on) })
		return p, p.content.(*valuePopup)
	}
	_, v := open()
	test.Tap(v.list.links[1])
	if !v.apply.Disabled() {
		t.Error("nothing at all can be taken over")
	}
	test.Tap(v.list.list.rows[2].(*valueRow))
	test.Tap(v.apply)
	if got != "..x........." {
		t.Errorf("the button takes over %s", got)
	}
	p, v := open()
	test.Type(v.list.search, "hb")
	key(v.list.search, fyne.KeyReturn)
	if got != ".......x...." || p.canvas != nil {
		t.Errorf("Enter takes over %s", got)
	}
	got = ""
	p, v = open()
	key(v.list.search, fyne.KeyEscape)
	if got != "" || p.canvas != nil {
		t.Error("Escape does not leave it")
	}
}
