package settings

import (
	"math"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"tallyboard/internal/derive"
	"tallyboard/internal/display"
	"tallyboard/internal/document"
	"tallyboard/internal/fault"
	"tallyboard/internal/kpi"
	"tallyboard/internal/rules"
	"tallyboard/internal/session"
	"tallyboard/internal/ui/theme"
	"tallyboard/internal/ui/widget"
)

// standards is the part of the page with the values that reports judge by: for
// all shops, or for one of several.
type standards struct {
	s       commands
	shop    string // "" is all
	picker  *widget.Picker
	list    *fyne.Container
	content fyne.CanvasObject
}

func newStandards(s commands) *standards {
	x := &standards{s: s, list: container.NewStack()}
	x.picker = widget.NewPicker(s.Lang(), func(shop string) { x.show(shop) })
	x.content = container.New(layout.NewCustomPaddedVBoxLayout(theme.Pad),
		widget.NewSection(s.T("settings.standards"), s.T("settings.standards.note")), x.picker, x.list)
	x.fill()
	x.show("")
	return x
}

// fill offers the shops that are known; where there is one at most, nothing.
func (x *standards) fill() {
	items := []widget.PickItem{{ID: "", Text: x.s.T("rules.ui.standards.all")}}
	for _, name := range x.s.ShopNames() {
		items = append(items, widget.PickItem{ID: name, Text: name})
	}
	x.picker.SetItems(items)
	x.picker.SetSelected(x.shop)
	x.picker.Hidden = len(items) < 2
}

func (x *standards) show(shop string) {
	x.shop = shop
	x.picker.SetSelected(shop)
	x.list.Objects = []fyne.CanvasObject{standardsOf(x.s, shop)}
	x.list.Refresh()
}

// standardsOf lists the metrics that are judged, each with the value to reach and
// the excellent one. An empty field takes the value for all shops, the
// program's own where there is none.
func standardsOf(s commands, shop string) fyne.CanvasObject {
	head := container.New(&levelsLayout{}, widget.NewWords("", theme.Small, theme.Second),
		widget.NewWords(s.T("settings.standard"), theme.Small, theme.Second),
		widget.NewWords(s.T("settings.excellent"), theme.Small, theme.Second),
		widget.NewWords("", theme.Small, theme.Second))
	wrong := newWrong(s)
	rows := []fyne.CanvasObject{wrong.content, head}
	for _, k := range kpi.Catalogue {
		if k.Better != 0 && k.Standard == k.Standard {
			rows = append(rows, levels(s, shop, k, wrong))
		}
	}
	return container.New(layout.NewCustomPaddedVBoxLayout(theme.Unit), rows...)
}

// levels is the line of one metric.
func levels(s commands, shop string, k *kpi.KPI, wrong *wrong) fyne.CanvasObject {
	usual := kpi.Levels{Standard: k.Standard, Excellent: k.Excellent}
	own, chosen := s.Rules().StandardOf(shop, k.ID)
	if chosen && own.Shop != shop { // that of all shops
		usual, chosen = own.Levels(), false
	}
	standard, excellent := widget.NewField(typed(usual.Standard, k.Format), nil), widget.NewField(typed(usual.Excellent, k.Format), nil)
	if chosen {
		standard.SetText(unlike(float64(own.Standard), usual.Standard, k.Format))
		excellent.SetText(unlike(float64(own.Excellent), usual.Excellent, k.Format))
	}
	changed := func(string) {
		a, ok := read(standard.Text(), usual.Standard, k.Format)
		b, also := read(excellent.Text(), usual.Excellent, k.Format)
		switch {
		case standard.Text() == "" && excellent.Text() == "":
			wrong.say(s.SetRules(func(r *rules.Rules) { r.ResetStandard(shop, k.ID) }))
		case ok && also:
			wrong.say(s.SetRules(func(r *rules.Rules) {
				r.SetStandard(rules.Standard{KPI: k.ID, Shop: shop, Since: session.Today(), Standard: rules.Number(a), Excellent: rules.Number(b)})
			}))
		default:
			wrong.say(fault.New("rules.standard.number"))
		}
	}
	standard.OnChanged, excellent.OnChanged = changed, changed
	unit := map[display.Kind]string{display.Percent: "%", display.Duration: s.T("settings.seconds"), display.Money: "¥"}[k.Format.Kind]
	name := widget.NewWords(s.T("kpi."+k.ID), theme.Body, theme.Text).Shrink(120)
	return container.New(&levelsLayout{}, name, standard, excellent, widget.NewWords(unit, theme.Small, theme.Second))
}

// wrong says what of the values that were typed makes no sense; they are kept
// once they do.
type wrong struct {
	s       commands
	content *fyne.Container
}

func newWrong(s commands) *wrong { return &wrong{s, container.NewStack()} }

func (w *wrong) say(err error) {
	w.content.Objects = nil
	if err != nil {
		w.content.Objects = []fyne.CanvasObject{widget.NewBanner(document.Warning, fault.Say(err, w.s.Lang()), nil)}
	}
	w.content.Refresh()
}

// params are the numbers that definitions depend on.
func params(s commands) fyne.CanvasObject {
	wrong := newWrong(s)
	rows := []fyne.CanvasObject{wrong.content}
	usual := derive.Default()
	for _, name := range rules.ParamNames {
		own := s.Rules().Params
		f := widget.NewField(strconv.Itoa(map[string]int{"D": usual.Days, "N": usual.Times, "W": usual.Window, "G": usual.Gap}[name]), nil)
		if v := own.Get(name); v > 0 {
			f.SetText(strconv.Itoa(v))
		}
		f.OnChanged = func(text string) {
			v, err := 0, error(nil)
			if text = strings.TrimSpace(text); text != "" {
				v, err = strconv.Atoi(text)
			}
			if err != nil {
				wrong.say(fault.New("rules.params", name))
				return
			}
			wrong.say(s.SetRules(func(r *rules.Rules) { r.Params.Put(name, v) }))
		}
		rows = append(rows, widget.NewFieldRow(s.T("param."+name), f, "").LabelWidth(levelName))
	}
	return container.New(layout.NewCustomPaddedVBoxLayout(theme.Unit), rows...)
}

// typed is a value as it is typed: a share in percent, a time in seconds.
func typed(v float64, f display.Format) string {
	if f.Kind == display.Percent {
		v *= 100
	}
	if math.IsNaN(v) {
		return ""
	}
	return strconv.FormatFloat(math.Round(v*1e6)/1e6, 'f', -1, 64)
}

// unlike is a value as it is typed, "" where it is the program's own.
func unlike(v, own float64, f display.Format) string {
	if v == own {
		return ""
	}
	return typed(v, f)
}

// read understands what was typed; nothing is the program's own value.
func read(text string, own float64, f display.Format) (float64, bool) {
	text = strings.TrimSuffix(strings.TrimSpace(text), "%")
	if text == "" {
		return own, true
	}
	v, err := strconv.ParseFloat(text, 64)
	if f.Kind == display.Percent {
		v /= 100
	}
	return v, err == nil && v == v
}

// levelsLayout places a name, two fields and a unit beside each other.
type levelsLayout struct{}

const levelName, levelField, levelUnit = 240, 120, 60

// MinSize implements fyne.Layout.
func (*levelsLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	h := float32(0)
	for _, x := range o {
		h = max(h, x.MinSize().Height)
	}
	return fyne.NewSize(levelName+2*levelField+levelUnit+3*theme.Gap, h)
}

// Layout implements fyne.Layout.
func (*levelsLayout) Layout(o []fyne.CanvasObject, s fyne.Size) {
	x := float32(0)
	for i, w := range []float32{levelName, levelField, levelField, levelUnit} {
		h := o[i].MinSize().Height
		o[i].Move(fyne.NewPos(x, (s.Height-h)/2))
		o[i].Resize(fyne.NewSize(w, h))
		x += w + theme.Gap
	}
}
