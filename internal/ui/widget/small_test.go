package widget

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"tallyboard/internal/document"
	"tallyboard/internal/ui/theme"
)

func TestStatusLineRunsAndCancels(t *testing.T) {
	s := NewStatusLine("停止")
	startApp(t, theme.Light, 900, 40, s)
	clicked, stopped := false, false
	s.Say(document.Good, "已读入 12,408 行", "查看", func() { clicked = true })
	test.Tap(s.link)
	if !clicked || s.Running() || s.cancel.Visible() {
		t.Errorf("link %v, running %v", clicked, s.Running())
	}
	s.Run("正在读取", .5, func() { stopped = true })
	test.Tap(s.cancel)
	if !stopped || !s.Running() {
		t.Error("✕ does not tell")
	}
	s.Done()
	if s.cancel.Visible() || s.Running() {
		t.Error("the job stays when it is done")
	}
}

func TestStatusLineKeepsItsPartsApart(t *testing.T) {
	for _, width := range []float32{1280, 700, 480} {
		s := NewStatusLine("停止")
		startApp(t, theme.Light, width, 40, s)
		s.Say(document.Good, strings.Repeat("已读入 12,408 行 · ", 12), "查看", func() {})
		s.Run("正在读取一个名字特别长的文件 2026年十月客服接待明细(终稿).xlsx", .5, func() {})
		linkEnd := s.link.Position().X + s.link.Size().Width
		for _, o := range test.WidgetRenderer(s).Objects() {
			if txt, ok := o.(*canvas.Text); ok && strings.HasPrefix(txt.Text, "正在") && txt.Position().X < linkEnd {
				t.Errorf("at %v the job at %v lies on the link, which ends at %v", width, txt.Position().X, linkEnd)
			}
		}
	}
}

func TestButtonsWorkByMouseAndKeyboard(t *testing.T) {
	n := 0
	b := NewButton("打开", theme.Open, Primary, func() { n++ })
	startApp(t, theme.Light, 200, 60, container.NewCenter(b))
	test.Tap(b)
	if b.ring() {
		t.Error("a click shows the focus ring")
	}
	key(b, fyne.KeySpace, fyne.KeyReturn, fyne.KeyA)
	if n != 3 {
		t.Errorf("told %d times, want 3", n)
	}
	b.SetEnabled(false)
	test.Tap(b)
	key(b, fyne.KeyReturn)
	if n != 3 {
		t.Error("a button that is off still works")
	}
}

func TestTabReachesEverythingAndShowsWhere(t *testing.T) {
	seg := NewSegmented([]string{"日", "周"}, nil)
	chip := NewChip("本月", "", func() {}, func() {})
	nav := NewNavItem(theme.Home, "开始", func() {})
	off := NewButton("不可用", "", Plain, nil)
	off.Disable()
	startApp(t, theme.Light, 400, 300, container.NewVBox(seg, off, chip, nav))
	c := canvasOf(seg)
	var seen []fyne.Focusable
	for range 4 {
		c.FocusNext()
		seen = append(seen, c.Focused())
	}
	want := []fyne.Focusable{seg, chip, chip.close, nav}
	for i := range want {
		if seen[i] != want[i] {
			t.Errorf("Tab %d reaches %T", i+1, seen[i])
		}
	}
	if !nav.ring() || seg.ring() {
		t.Error("the ring is not where the keyboard is")
	}
}

func TestSegmentedChooses(t *testing.T) {
	var got []int
	s := NewSegmented([]string{"日", "周", "月"}, func(i int) { got = append(got, i) })
	startApp(t, theme.Light, 300, 60, container.NewCenter(s))
	s.Tapped(&fyne.PointEvent{Position: fyne.NewPos(s.segment(0)+8, 10)})
	key(s, fyne.KeyRight, fyne.KeyRight, fyne.KeyLeft)
	if fmt.Sprint(got) != "[1 2 1]" {
		t.Errorf("chose %v", got)
	}
}

func TestCheckTicks(t *testing.T) {
	var got []bool
	c := NewCheck("只看未解决", false, func(on bool) { got = append(got, on) })
	startApp(t, theme.Light, 300, 60, container.NewCenter(c))
	test.Tap(c)
	key(c, fyne.KeySpace)
	c.SetOn(true)
	if fmt.Sprint(got) != "[true false]" || !c.On() {
		t.Errorf("told %v, on %v", got, c.On())
	}
}

func TestChipClosesByKeyboard(t *testing.T) {
	closed := 0
	c := NewChip("本月", "", func() {}, func() { closed++ })
	startApp(t, theme.Light, 300, 60, container.NewCenter(c))
	key(c, fyne.KeyDelete)
	test.Tap(c.close)
	if closed != 2 {
		t.Errorf("closed %d times", closed)
	}
}

func TestTipAppearsAndGoes(t *testing.T) {
	b := NewIconButton(theme.Undo, "撤销", func() {})
	startApp(t, theme.Light, 300, 100, container.NewCenter(b))
	b.MouseIn(&desktop.MouseEvent{})
	tips := tipsOf(b)
	if !tips.shown || tips.text != "撤销" {
		t.Error("no tip")
	}
	b.MouseOut()
	if tips.shown {
		t.Error("the tip stays")
	}
}

func TestTipGoesWhenSomethingCoversIt(t *testing.T) {
	b := NewIconButton(theme.Undo, "撤销", func() {})
	startApp(t, theme.Light, 300, 200, container.NewCenter(b))
	b.MouseIn(&desktop.MouseEvent{})
	tips := tipsOf(b)
	p := DropMenu(b, []MenuItem{{Text: "全部撤销"}})
	if tips.shown {
		t.Error("the tip stays under the menu")
	}
	p.Close()
}

func TestMenuByKeyboardAndMouse(t *testing.T) {
	owner := NewButton("…", "", Plain, nil)
	w := startApp(t, theme.Light, 500, 400, container.NewCenter(owner))
	var did []string
	items := []MenuItem{
		{Text: "浙江", Title: true},
		{Text: "只看这个", Do: func() { did = append(did, "only") }},
		{},
		{Text: "排除", Disabled: true, Do: func() { did = append(did, "off") }},
		{Text: "查看明细", Do: func() { did = append(did, "rows") }},
	}
	p := ShowMenu(owner, fyne.NewPos(480, 390), items)
	key(p, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	p = DropMenu(owner, items)
	m := p.content.(*menu)
	test.Tap(m.lines[0])
	test.Tap(m.lines[3])
	test.Tap(m.lines[1])
	if fmt.Sprint(did) != "[rows only]" {
		t.Errorf("did %v", did)
	}
	if w.Canvas().Overlays().Top() != nil {
		t.Error("the menu stays open")
	}
}

func TestSplitMovesWithinItsParts(t *testing.T) {
	s := NewSplit(false, .5, NewButton("左边", "", Plain, nil), NewButton("右边", "", Plain, nil))
	startApp(t, theme.Light, 600, 100, s)
	moved := 0.
	s.OnMoved = func(v float64) { moved = v }
	s.handle.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(100, 0)})
	if moved < .6 || moved > .7 || s.first.Size().Width < 380 {
		t.Errorf("moved to %v, the first is %v wide", moved, s.first.Size().Width)
	}
	s.handle.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(5000, 0)})
	if s.second.Size().Width < s.second.MinSize().Width-1 {
		t.Error("the second part is squeezed")
	}
}

func TestSplitGivesTheSecondNoMoreThanItCanUse(t *testing.T) {
	s := NewSplit(true, .5, NewButton("图", "", Plain, nil), NewButton("表", "", Plain, nil))
	startApp(t, theme.Light, 300, 609, s)
	heights := func() [2]float32 { return [2]float32{s.first.Size().Height, s.second.Size().Height} }
	for _, c := range []struct {
		useful float32
		want   [2]float32
	}{{0, [2]float32{300, 300}}, {100, [2]float32{500, 100}}, {400, [2]float32{300, 300}}, {1, [2]float32{600 - s.second.MinSize().Height, s.second.MinSize().Height}}, {100, [2]float32{500, 100}}} {
		s.SetUseful(c.useful)
		if got := heights(); got != c.want {
			t.Errorf("a second that can use %v: heights %v, want %v", c.useful, got, c.want)
		}
	}
	s.handle.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(0, -50)})
	if got, want := heights(), [2]float32{450, 150}; got != want {
		t.Errorf("moved up by 50: heights %v, want %v", got, want)
	}
	s.SetUseful(20)
	if got, want := heights(), [2]float32{450, 150}; got != want {
		t.Errorf("what was moved by hand went to %v, want %v", got, want)
	}
}

func TestFlowBreaksLines(t *testing.T) {
	var chips []fyne.CanvasObject
	for range 9 {
		chips = append(chips, NewChip("地区: 浙江", "", nil, nil))
	}
	f := NewFlow(6, chips...)
	startApp(t, theme.Light, 300, 300, container.NewVBox(f))
	w := chips[0].MinSize().Width
	perLine := int((300 + 6) / (w + 6))
	lines := (9 + perLine - 1) / perLine
	if want := float32(lines)*theme.Compact + float32(lines-1)*6; f.MinSize().Height != want {
		t.Errorf("nine chips are %v high, want %v", f.MinSize().Height, want)
	}
	for _, c := range chips {
		if c.Position().X+c.Size().Width > 300 {
			t.Error("a chip stands outside")
		}
	}
}

func TestParaWrapsChinese(t *testing.T) {
	p := NewPara("“10月客服.xlsx” 正在被 Excel 独占打开。请在 Excel 里保存并关闭,然后点重试。", theme.Body, theme.Text)
	startApp(t, theme.Light, 180, 200, container.NewVBox(p))
	if len(p.lines) < 3 {
		t.Errorf("lines %q", p.lines)
	}
	for _, l := range p.lines {
		if textSize(l, theme.Body, false).Width > 181 || strings.ContainsAny(string([]rune(l)[:1]), "。,,") {
			t.Errorf("line %q", l)
		}
	}
}

func TestDialogAnswersAndCloses(t *testing.T) {
	w := startApp(t, theme.Light, 800, 500, NewButton("…", "", Plain, nil))
	field, answers, closed := NewField("名称", nil), 0, 0
	var d *Dialog
	open := func() {
		d = ShowDialog(w.Canvas(), "保存视图", container.NewVBox(NewPara("给这个视图起个名字,以后一点就能打开。", theme.Body, theme.Text), field), "关闭",
			NewButton("取消", "", Plain, func() { d.Close() }), NewButton("保存", "", Primary, func() { answers++; d.Close() }))
		d.OnClosed = func() { closed++ }
	}
	open()
	test.Tap(d.actions[1].(*Button))
	open()
	key(d, fyne.KeyEscape)
	open()
	test.Tap(d.close)
	open()
	test.TapCanvas(w.Canvas(), fyne.NewPos(3, 3)) // beside it: stays
	if answers != 1 || closed != 3 || w.Canvas().Overlays().Top() == nil {
		t.Errorf("%d answers, closed %d times", answers, closed)
	}
	field.OnEscape = d.Close
	field.Focus()
	key(field.entry, fyne.KeyEscape)
	if closed != 4 {
		t.Error("Escape in a field of the dialog does not close it")
	}
}

func TestFieldTells(t *testing.T) {
	typed, sent := "", 0
	f := NewSearchField("搜索", func(w string) { typed = w })
	f.OnSubmit = func() { sent++ }
	startApp(t, theme.Light, 300, 60, container.NewVBox(f))
	f.Focus()
	test.Type(f.entry, "物流")
	key(f.entry, fyne.KeyReturn)
	if typed != "物流" || sent != 1 {
		t.Errorf("typed %q, sent %d times", typed, sent)
	}
	key(f.entry, fyne.KeyEscape)
	if f.Text() != "" || typed != "" {
		t.Error("Escape does not empty a search")
	}
}

// Enter answers a dialog that asks for nothing else, but never what cannot be
// taken back.
func TestDialogIsAnsweredByEnter(t *testing.T) {
	for kind, want := range map[ButtonKind]int{Primary: 1, Danger: 0, Plain: 0} {
		w := startApp(t, theme.Light, 600, 400, NewWords("", theme.Body, theme.Text))
		did := 0
		d := ShowDialog(w.Canvas(), "接着上次看", NewPara("重新打开?", theme.Body, theme.Text), "关闭",
			NewButton("取消", "", Plain, nil), NewButton("打开", "", kind, func() { did++ }))
		if w.Canvas().Focused() != fyne.Focusable(d) {
			t.Fatal("the dialog does not have the keyboard")
		}
		key(d, fyne.KeyReturn)
		if did != want {
			t.Errorf("a button of kind %d is pressed %d times by Enter, want %d", kind, did, want)
		}
		d.Close()
	}
}

// A click on what was made anew meanwhile, as when a result comes between press
// and release, finds no canvas: it opens nothing and breaks nothing.
func TestPopupsOfWhatIsGone(t *testing.T) {
	w := startApp(t, theme.Light, 600, 400, NewWords("", theme.Body, theme.Text))
	for name, open := range map[string]func() *Popup{
		"menu": func() *Popup { return showMenu(nil, []MenuItem{{Text: "排序"}}, fyne.NewPos(5, 5), fyne.Size{}) },
		"popup": func() *Popup {
			return showPopup(nil, NewWords("…", theme.Body, theme.Text), fyne.Position{}, fyne.Size{})
		},
	} {
		p := open()
		if w.Canvas().Overlays().Top() != nil {
			t.Errorf("%s: something is shown", name)
		}
		p.Close()
	}
}
