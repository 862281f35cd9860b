package widget

import (
	"fmt"
	"image/color"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"tallyboard/internal/chart"
	"tallyboard/internal/document"
	"tallyboard/internal/lang"
	"tallyboard/internal/ui/theme"
	"tallyboard/resources"
)

// TestMain starts the one app of all tests: widgets ask it for sizes and
// colours as soon as they are made.
func TestMain(m *testing.M) {
	tipDelay = 0
	PaintAtOnce()
	test.NewApp().Settings().SetTheme(theme.New(theme.Light))
	os.Exit(m.Run())
}

// startApp returns a window of a size with the content on a Stage.
func startApp(t testing.TB, mode theme.Mode, w, h float32, content fyne.CanvasObject) fyne.Window {
	t.Helper()
	if s := fyne.CurrentApp().Settings(); s.Theme().(*theme.Theme).Mode() != mode {
		s.SetTheme(theme.New(mode))
	}
	win := test.NewTempWindow(t, container.NewWithoutLayout())
	win.SetPadded(false)
	win.SetContent(NewStage(content))
	win.Resize(fyne.NewSize(w, h))
	return win
}

// sampleModel is a small table with everything that a grid can show.
type sampleModel struct {
	zh     bool
	rows   int
	sort   int
	sorted Sort
}

func (m *sampleModel) Rows() int { return m.rows }
func (m *sampleModel) Cols() int { return 7 }
func (m *sampleModel) Header(c int) HeaderView {
	zh := []string{"一级类型", "地区", "接待量", "解决率", "平均首响", "环比", "备注"}
	en := []string{"Type", "Region", "Receptions", "Resolved", "First response", "Change", "Note"}
	h := HeaderView{Title: en[c], Right: c >= 2 && c <= 5}
	if m.zh {
		h.Title = zh[c]
	}
	if c == m.sort {
		h.Sort = m.sorted
	}
	return h
}

func (m *sampleModel) Cell(r, c int) CellView {
	v := CellView{Right: c >= 2 && c <= 5}
	if r == m.rows-1 {
		v.Total = true
	}
	switch c {
	case 0:
		names := []string{"物流", "催发货", "退换货", "质量问题", "尺码咨询"}
		if !m.zh {
			names = []string{"Delivery", "Urging", "Returns", "Quality", "Sizes"}
		}
		v.Text = names[r%5]
		if r%5 == 0 {
			v.Fold = Unfolded
			v.Bold = true
		} else {
			v.Indent = 1
		}
		if v.Total {
			v.Text, v.Fold, v.Indent = "合计", NoFold, 0
			if !m.zh {
				v.Text = "Total"
			}
		}
	case 1:
		v.Text = []string{"浙江", "江苏", "广东", "上海"}[r%4]
		if !m.zh {
			v.Text = []string{"Zhejiang", "Jiangsu", "Guangdong", "Shanghai"}[r%4]
		}
		v.Link = true
	case 2:
		n := 4200 / (r%17 + 1)
		v.Text, v.Bar, v.Link = fmt.Sprintf("%d,%03d", n/1000, n%1000), float64(n)/4200, true
	case 3:
		v.Text = fmt.Sprintf("%.1f%%", 95-float64(r%9)*4.3)
		if r%9 > 5 {
			v.Tone = document.Bad
		} else if r%9 < 2 {
			v.Tone = document.Good
		}
	case 4:
		v.Text = fmt.Sprintf("%d:%02d", r%4, r*7%60)
		v.Fill = color.NRGBA{R: uint8(240 - r%10*18), G: uint8(246 - r%10*12), B: 252, A: 255}
	case 5:
		v.Text = fmt.Sprintf("%+.1f%%", float64(r%11)-5)
		v.Bar, v.Zero = (float64(r%11)-5)/6, .5
	case 6:
		v.Text = "买家说快递三天没有更新,已联系网点并回电,等待派送结果"
		if !m.zh {
			v.Text = "No update from the courier for three days; called the depot, waiting"
		}
		v.Muted = true
	}
	return v
}

// pivotModel is a table with months above weeks above two values.
type pivotModel struct{ sampleModel }

func (m *pivotModel) Cols() int   { return 1 + 2*6 + 1 }
func (m *pivotModel) Levels() int { return 2 }
func (m *pivotModel) Header(c int) HeaderView {
	switch {
	case c == 0:
		return m.sampleModel.Header(0)
	case c == 13:
		return HeaderView{Title: pick(m.zh, "合计", "Total"), Right: true}
	case c%2 == 1:
		return HeaderView{Title: pick(m.zh, "接待量", "Count"), Right: true, Width: 78}
	}
	return HeaderView{Title: pick(m.zh, "解决率", "Resolved"), Right: true, Width: 78}
}
func (m *pivotModel) Group(level, c int) GroupView {
	if c == 0 || c == 13 {
		return GroupView{}
	}
	week := (c - 1) / 2
	if level == 0 {
		month := week / 3
		return GroupView{Title: pick(m.zh, []string{"10月", "11月"}[month], []string{"October", "November"}[month]), Key: fmt.Sprint(month), Fold: Unfolded}
	}
	t := pick(m.zh, fmt.Sprintf("%d日–%d日", week%3*7+1, week%3*7+7), fmt.Sprintf("%d – %d", week%3*7+1, week%3*7+7))
	return GroupView{Title: t, Key: fmt.Sprint(week)}
}
func (m *pivotModel) Cell(r, c int) CellView {
	switch {
	case c == 0:
		return m.sampleModel.Cell(r, 0)
	case c == 13:
		v := m.sampleModel.Cell(r, 2)
		return v
	}
	v := m.sampleModel.Cell(r, 2+(c+1)%2)
	v.Bar = 0
	if c%2 == 1 {
		n, pal := (r*37+c*91)%400, theme.ChartPalette()
		v.Text, v.Fill = fmt.Sprint(n), pal.Shade(float64(n), 0, 400)
		if r == m.rows-1 {
			v.Fill = color.NRGBA{}
		}
	}
	return v
}

func sampleChart(zh bool) *chart.Chart {
	c := &chart.Chart{Kind: chart.Stacked, Title: "每周 × 一级类型 的 接待量", Lang: "zh-Hans", Parts: true, Time: true}
	names := []string{"物流", "催发货", "退换货", "质量问题"}
	if !zh {
		c.Title, c.Lang = "Receptions by week and type", "en"
		names = []string{"Delivery", "Urging", "Returns", "Quality"}
	}
	for w := range 8 {
		c.Categories = append(c.Categories, fmt.Sprintf("10-%02d", w*3+2))
	}
	for i, n := range names {
		s := chart.Series{Name: n}
		for w := range 8 {
			s.Values = append(s.Values, 300+120*math.Sin(float64(w+i*2))+float64(90*i))
		}
		c.Series = append(c.Series, s)
	}
	return c
}

func pick(zh bool, a, b string) string {
	if zh {
		return a
	}
	return b
}

// sampleItems are columns as the pickers of Explore offer them.
func sampleItems(zh bool) []PickItem {
	return []PickItem{
		{ID: "t1", Text: pick(zh, "一级类型", "Type 1"), Note: pick(zh, "来电类型 · 空 12", "call type · 12 blank"), Badge: "14", Icon: theme.TypeText, Group: pick(zh, "类型", "Types"), Spark: []float64{9, 7, 4, 3, 2, 1}},
		{ID: "t2", Text: pick(zh, "客户类型", "Customer type"), Note: pick(zh, "客户", "customer"), Badge: "3", Icon: theme.TypeText, Group: pick(zh, "类型", "Types"), Spark: []float64{9, 4, 1}},
		{ID: "time", Text: pick(zh, "来电时间", "Call time"), Note: pick(zh, "时间 · 10月1日–11月17日", "time · Oct 1 – Nov 17"), Badge: "9,812", Icon: theme.TypeTime, Group: pick(zh, "其他列", "Other columns"), Spark: []float64{3, 4, 6, 5, 4, 7, 2, 3, 5}},
		{ID: "dur", Text: pick(zh, "通话时长", "Duration"), Badge: "431", Icon: theme.TypeDuration, Group: pick(zh, "其他列", "Other columns")},
		{ID: "amt", Text: pick(zh, "订单金额", "Amount"), Badge: "1,204", Icon: theme.TypeNumber, Group: pick(zh, "其他列", "Other columns")},
		{ID: "ok", Text: pick(zh, "是否解决", "Resolved"), Badge: "2", Icon: theme.TypeBool, Group: pick(zh, "其他列", "Other columns")},
		{ID: "agent", Text: pick(zh, "客服", "Agent"), Badge: "8", Icon: theme.Person, Group: pick(zh, "其他列", "Other columns")},
		{ID: "region", Text: pick(zh, "收货地址", "Region"), Badge: "31", Icon: theme.Place, Group: pick(zh, "其他列", "Other columns")},
		{ID: "channel", Text: pick(zh, "渠道", "Channel"), Badge: "4", Icon: theme.TypeText, Group: pick(zh, "其他列", "Other columns")},
	}
}

func samplePicker(zh bool, l lang.Lang) *Picker {
	p := NewPicker(l, nil).SetLabel(pick(zh, "行", "Rows"))
	p.OnClear = func() {}
	p.SetItems(sampleItems(zh))
	p.SetSelected("t1")
	return p
}

// gallery is every small widget in its states.
func gallery(zh bool) fyne.CanvasObject {
	l := lang.EN
	if zh {
		l = lang.ZH
	}
	off := NewButton(pick(zh, "不可用", "Off"), "", Plain, nil)
	off.Disable()
	on := NewIconButton(theme.StarFilled, "", nil)
	on.SetOn(true)
	buttons := NewFlow(8,
		NewButton(pick(zh, "打开文件", "Open files"), theme.Open, Primary, func() {}),
		NewButton(pick(zh, "导出", "Export"), theme.Export, Plain, func() {}),
		NewButton(pick(zh, "打印", "Print"), theme.Print, Quiet, func() {}), off,
		NewButton(pick(zh, "查看", "Show"), "", Link, func() {}),
		NewButton(pick(zh, "全部清除", "Erase all"), theme.Trash, Danger, func() {}),
		NewIconButton(theme.Undo, "", func() {}), NewIconButton(theme.Redo, "", func() {}), on,
		NewSegmented([]string{pick(zh, "日", "Day"), pick(zh, "周", "Week"), pick(zh, "月", "Month")}, nil))
	bare := NewPicker(l, nil).SetHint(pick(zh, "选择列", "Choose a column")).Bare()
	chips := NewChipBar(samplePicker(zh, l), bare,
		NewChip(pick(zh, "本月", "This month"), theme.Filter, func() {}, func() {}).Strong(),
		NewChip(pick(zh, "地区: 浙江, 江苏", "Region: Zhejiang"), "", func() {}, func() {}),
		NewChip(pick(zh, "筛选", "Filter"), theme.Plus, func() {}, nil))
	status := NewStatusLine("")
	status.Say(document.Good, pick(zh, "已读入 12,408 行 · 37 行合计/空行未计入 · 5 个单元格没看懂", "12,408 rows read · 37 left out · 5 cells not understood"), pick(zh, "查看", "Show"), func() {})
	status.Run(pick(zh, "正在读取 10月客服.xlsx", "Reading October.xlsx"), .62, func() {})
	home := NewNavItem(theme.Home, pick(zh, "开始", "Start"), func() {})
	data := NewNavItem(theme.Data, pick(zh, "数据", "Data"), func() {})
	data.SetCurrent(true)
	data.SetBadge("3")
	explore := NewNavItem(theme.Explore, pick(zh, "分析", "Explore"), func() {})
	report := NewNavItem("", "", func() {})
	report.SetTexts(pick(zh, "咨询类型", "Contact types"), pick(zh, "大家都在问什么?", "What do people ask about?"))
	nav := NewCard(container.NewVBox(home, data, explore, report))
	form := NewCard(container.NewVBox(
		NewCheck(pick(zh, "导入后自动打开总览", "Open the overview after a load"), true, nil),
		NewFieldRow(pick(zh, "重复来访间隔", "Return within"), NewSearchField(pick(zh, "搜索列", "Find a column"), nil), pick(zh, "同一客户在这段时间内再次来电,算一次来访。", "Contacts of one customer within this time count once.")),
		NewFieldRow(pick(zh, "主题", "Look"), NewSegmented([]string{pick(zh, "跟随系统", "System"), pick(zh, "浅色", "Light"), pick(zh, "深色", "Dark")}, nil), "")))
	side := container.NewGridWithColumns(3, nav, form,
		NewCard(NewEmptyState(theme.Reports, pick(zh, "还没有数据", "Nothing here yet"), pick(zh, "打开一张客服导出的表格,报表会自动生成。", "Open an exported sheet and the reports appear."), NewButton(pick(zh, "打开文件", "Open files"), theme.Open, Primary, nil))))
	zone := NewDropZone(pick(zh, "把导出的表格拖到这里", "Drop your exported sheets here"), pick(zh, "支持 .xlsx .xls .csv,多个文件或文件夹", ".xlsx .xls .csv, several files or a folder"), func() {},
		NewButton(pick(zh, "打开文件", "Open files"), theme.Open, Primary, func() {}), NewButton(pick(zh, "看看示例店铺", "Try the sample shop"), "", Plain, func() {}))
	banner := NewBanner(document.Bad, pick(zh, "“10月客服.xlsx” 正在被 Excel 独占打开。请在 Excel 里保存并关闭,然后点 重试。", "“October.xlsx” is locked by Excel. Save and close it there, then press Try again."), func() {}, NewButton(pick(zh, "重试", "Try again"), "", Plain, func() {}))
	warn := NewBanner(document.Warning, pick(zh, "“时间”列里有 5 个单元格没看懂。", "5 cells of the column Time were not understood."), nil, NewButton(pick(zh, "查看", "Show"), "", Link, func() {}))
	return container.NewBorder(nil, status, nil, nil, container.NewPadded(container.NewVBox(
		NewHeading(pick(zh, "总览看板", "Overview"), pick(zh, "这一周发生了什么?", "What happened this week?"), NewButton(pick(zh, "导出", "Export"), theme.Export, Plain, func() {})),
		buttons, chips, banner, warn, side, container.NewStack(zone))))
}

// TestGallery renders the widgets in both languages and both modes. Set
// TALLYBOARD_GALLERY to a folder to keep and look at the pictures.
func TestGallery(t *testing.T) {
	dir := os.Getenv("TALLYBOARD_GALLERY")
	if dir == "" {
		dir = t.TempDir()
	}
	for _, mode := range []theme.Mode{theme.Light, theme.Dark} {
		for _, zh := range []bool{true, false} {
			name := fmt.Sprintf("%s-%s", mode, pick(zh, "zh", "en"))
			t.Run(name, func(t *testing.T) {
				w := startApp(t, mode, 1180, 1000, container.NewStack(canvas.NewRectangle(color.Transparent)))
				w.SetContent(NewStage(gallery(zh)))
				shoot(t, w, filepath.Join(dir, "small-"+name+".png"))
				g := NewGrid(&sampleModel{zh: zh, rows: 200, sort: 2, sorted: Descending})
				g.OnSort = func(int) {}
				g.SetPinned(1)
				v := NewChartView()
				v.SetChart(sampleChart(zh))
				w.SetContent(NewStage(NewSplit(true, .5, NewTightCard(v), NewTightCard(g))))
				g.Select(Range{Place{2, 1}, Place{4, 3}})
				test.MoveMouse(w.Canvas(), fyne.NewPos(330, 380))
				shoot(t, w, filepath.Join(dir, "large-"+name+".png"))
				pg := NewGrid(&pivotModel{sampleModel{zh: zh, rows: 16}})
				pg.SetPinned(1)
				line := NewTimeline()
				line.SetBars(sampleBars(42))
				line.SetRange(12, 25)
				l := lang.All[map[bool]int{true: 0, false: 1}[zh]]
				values := NewValueList(l, sampleValues())
				row := NewChipRow(func(int, int) {}, NewIconButton(theme.Plus, "", nil).Small())
				row.SetChips(NewChip(pick(zh, "每周", "Week"), theme.TypeTime, nil, func() {}), NewChip(pick(zh, "一级类型", "Type"), theme.TypeText, nil, func() {}), NewChip(pick(zh, "地区", "Region"), theme.Place, nil, func() {}))
				row.drag(row.chips[0], fyne.NewPos(200, 10))
				side := container.NewGridWrap(fyne.NewSize(320, 400), NewCard(values))
				w.SetContent(NewStage(container.NewBorder(container.NewVBox(row, NewCard(line)), nil, side, nil, NewTightCard(pg))))
				row.drag(row.chips[0], fyne.NewPos(200, 10))
				values.list.rows[2].(*valueRow).MouseIn(nil)
				shoot(t, w, filepath.Join(dir, "pivot-"+name+".png"))
				vp := ShowValueList(row.chips[1], l, sampleValues(), func([]bool) {})
				shoot(t, w, filepath.Join(dir, "values-"+name+".png"))
				vp.Close()
				ShowDialog(w.Canvas(), pick(zh, "保存视图", "Save the view"), container.NewVBox(
					NewPara(pick(zh, "给这个视图起个名字,以后一点就能打开。", "Give the view a name to open it with one click."), theme.Body, theme.Text), NewField(pick(zh, "名称", "Name"), nil)), "",
					NewButton(pick(zh, "取消", "Cancel"), "", Plain, nil), NewButton(pick(zh, "保存", "Save"), "", Primary, nil))
				shoot(t, w, filepath.Join(dir, "dialog-"+name+".png"))
				w.Canvas().Overlays().Top().(*Dialog).Close()
				p := samplePicker(zh, lang.All[map[bool]int{true: 0, false: 1}[zh]])
				w.SetContent(NewStage(container.NewWithoutLayout(p)))
				p.Move(fyne.NewPos(40, 40))
				p.Resize(p.MinSize())
				p.Open()
				shoot(t, w, filepath.Join(dir, "picker-"+name+".png"))
			})
		}
	}
}

// TestGalleryOfIcons shows every icon at the sizes of a normal and a dense
// screen.
func TestGalleryOfIcons(t *testing.T) {
	dir := os.Getenv("TALLYBOARD_GALLERY")
	if dir == "" {
		dir = t.TempDir()
	}
	files, err := resources.Icons.ReadDir("icons")
	if err != nil {
		t.Fatal(err)
	}
	var all []fyne.CanvasObject
	for _, f := range files {
		name, ok := strings.CutSuffix(f.Name(), ".svg")
		if !ok || name == "app" {
			continue
		}
		small, large := NewIcon(theme.IconName(name), theme.Text), NewIcon(theme.IconName(name), theme.Accent)
		all = append(all, container.NewHBox(container.NewGridWrap(fyne.NewSquareSize(18), small),
			container.NewGridWrap(fyne.NewSquareSize(40), large), container.NewGridWrap(fyne.NewSize(96, 20), NewWords(name, theme.Small, theme.Second))))
	}
	w := startApp(t, theme.Light, 1100, 700, NewFlow(8, all...))
	shoot(t, w, filepath.Join(dir, "icons.png"))
}

// shoot writes what a window shows and fails where it is blank.
func shoot(t *testing.T, w fyne.Window, path string) {
	t.Helper()
	img := w.Canvas().Capture()
	first, same := img.At(0, 0), true
	b := img.Bounds()
	for y := b.Min.Y; y < b.Max.Y && same; y += 3 {
		for x := b.Min.X; x < b.Max.X; x += 3 {
			if img.At(x, y) != first {
				same = false
				break
			}
		}
	}
	if same {
		t.Errorf("%s: the picture is blank", filepath.Base(path))
	}
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := png.Encode(f, img); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}
