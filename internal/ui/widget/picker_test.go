package widget

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"tallyboard/internal/lang"
	"tallyboard/internal/ui/theme"
)

func TestSearchFindsByPinyin(t *testing.T) {
	f := newFinder()
	for _, c := range []struct {
		typed, text string
		found       bool
	}{
		{"khlx", "客户类型", true},
		{"szzq", "省/自治区", true},
		{"ddje", "订单（金额）", true},
		{"sq", "省/自治区", false},
		{"kehulx", "客户类型", true},
		{"kehuleixing", "客户类型", true},
		{"lx", "客户类型", true},
		{"lei", "客户类型", true},
		{"kl", "客户类型", false},
		{"cqhf", "重庆回访", true}, // 重 is read chóng
		{"zlwt", "质量问题", true}, // zh by its first letter
		{"zhiliang", "质量问题", true},
		{"类型", "客户类型", true},
		{"TYPE", "Type 1", true},
		{"id", "订单 ID", true},
		{"ddid", "订单 ID", true},
		{"ddbh", "订单金额", false},
		{"1", "一级类型", false},
	} {
		if got := f.rank(c.text, strings.ToLower(c.typed)) > 0; got != c.found {
			t.Errorf("%q finds %q: %v", c.typed, c.text, got)
		}
	}
	if f.rank("类型", "类型") <= f.rank("类型二", "类型") || f.rank("类型二", "类型") <= f.rank("客户类型", "类型") {
		t.Error("the exact text does not come before the beginning, or that before the middle")
	}
}

func openPicker(t *testing.T, items []PickItem) (*Picker, *pickList, *[]string) {
	t.Helper()
	picked := &[]string{}
	p := NewPicker(lang.ZH, func(id string) { *picked = append(*picked, id) })
	p.SetItems(items)
	startApp(t, theme.Light, 700, 560, container.NewWithoutLayout(p))
	p.Move(fyne.NewPos(20, 20))
	p.Resize(p.MinSize())
	test.Tap(p)
	if p.popup == nil {
		t.Fatal("a click does not open the list")
	}
	return p, p.popup.content.(*pickList), picked
}

func texts(l *pickList) (out []string) {
	for _, s := range l.shown {
		if s.heading == "" {
			out = append(out, l.items[s.item].Text)
		}
	}
	return out
}

func TestPickerSearchesAndPicks(t *testing.T) {
	p, l, picked := openPicker(t, sampleItems(true))
	if canvasOf(p).Focused() != fyne.Focusable(l.search) {
		t.Fatal("the search field has not got the keyboard")
	}
	test.Type(l.search, "khlx")
	if got := fmt.Sprint(texts(l)); got != "[客户类型]" {
		t.Fatalf("khlx shows %v", got)
	}
	key(l.search, fyne.KeyReturn)
	if fmt.Sprint(*picked) != "[t2]" || p.Selected() != "t2" || p.popup != nil {
		t.Errorf("Enter picked %v, open %v", *picked, p.popup != nil)
	}
	if canvasOf(p).Focused() != fyne.Focusable(p) {
		t.Error("the keyboard does not come back to the picker")
	}
}

func TestPickerByKeyboardAlone(t *testing.T) {
	p, l, picked := openPicker(t, sampleItems(true))
	key(l.search, fyne.KeyDown, fyne.KeyDown, fyne.KeyUp, fyne.KeyReturn)
	if fmt.Sprint(*picked) != "[t2]" {
		t.Errorf("arrows and Enter picked %v", *picked)
	}
	p.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	key(p.popup.content.(*pickList).search, fyne.KeyEscape)
	if p.popup != nil || len(*picked) != 1 {
		t.Error("Escape does not close the list without picking")
	}
}

func TestPickerWithoutSearchTakesKeys(t *testing.T) {
	p, _, picked := openPicker(t, sampleItems(true)[:3])
	key(p.popup, fyne.KeyDown, fyne.KeyReturn)
	if fmt.Sprint(*picked) != "[t2]" {
		t.Errorf("a short list picked %v", *picked)
	}
}

func TestPickerClicksARow(t *testing.T) {
	p, l, picked := openPicker(t, sampleItems(true))
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(l.list.rows[4])
	test.TapCanvas(canvasOf(p), at.AddXY(30, 10))
	if fmt.Sprint(*picked) != "[time]" {
		t.Errorf("a click on the fifth line picked %v", *picked)
	}
	test.Tap(p)
	test.TapCanvas(canvasOf(p), fyne.NewPos(690, 550))
	if p.popup != nil {
		t.Error("a click outside does not close the list")
	}
}

func TestPickerSaysWhenNothingIsFound(t *testing.T) {
	_, l, _ := openPicker(t, sampleItems(true))
	test.Type(l.search, "没有这个")
	if len(texts(l)) != 0 {
		t.Errorf("found %v", texts(l))
	}
	key(l.search, fyne.KeyReturn) // must not fail on an empty list
}

func TestPopupStaysInTheWindow(t *testing.T) {
	for _, at := range []fyne.Position{{X: 0, Y: 0}, {X: 690, Y: 0}, {X: 0, Y: 540}, {X: 690, Y: 540}, {X: 300, Y: 270}} {
		p, _, _ := openPicker(t, sampleItems(true))
		p.popup.Close()
		p.Move(at)
		p.Open()
		s := canvasOf(p).Size()
		a, b := p.popup.cardAt, p.popup.cardAt.Add(fyne.NewPos(p.popup.card.Width, p.popup.card.Height))
		if a.X < 0 || a.Y < 0 || b.X > s.Width || b.Y > s.Height || p.popup.card.Height < 80 {
			t.Errorf("opened at %v the list stands at %v to %v of %v", at, a, b, s)
		}
		p.popup.Close()
	}
}

func manyItems(n int) []PickItem {
	items := make([]PickItem, n)
	for i := range items {
		items[i] = PickItem{ID: fmt.Sprint(i), Text: fmt.Sprintf("客户昵称%d号", i), Badge: fmt.Sprint(i % 97)}
	}
	return items
}

func BenchmarkPickerOpen(b *testing.B) {
	items := manyItems(10_000)
	p := NewPicker(lang.ZH, nil)
	p.SetItems(items)
	startApp(b, theme.Light, 700, 560, p)
	for b.Loop() {
		p.Open()
		p.popup.Close()
	}
}

func BenchmarkPickerSearch(b *testing.B) {
	p := NewPicker(lang.ZH, nil)
	p.SetItems(manyItems(10_000))
	startApp(b, theme.Light, 700, 560, p)
	p.Open()
	l := p.popup.content.(*pickList)
	for b.Loop() {
		l.filter("khnc9")
	}
}
