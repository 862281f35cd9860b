package settings

import (
	"math"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"tallyboard/internal/display"
	"tallyboard/internal/fault"
	"tallyboard/internal/kpi"
	"tallyboard/internal/rules"
	"tallyboard/internal/session"
	"tallyboard/internal/ui/theme"
	"tallyboard/internal/ui/widget"
)

// standards lists the metrics that are judged, each with the value to reach and
// the excellent one. An empty field takes the value for all shops, the
// program's own where there is none.
func standards(s commands, shop string) fyne.CanvasObject {
	head := container.New(&levelsLayout{}, widget.NewWords("", theme.Small, theme.Second),
		widget.NewWords(s.T("settings.standard"), theme.Small, theme.Second),
		widget.NewWords(s.T("settings.excellent"), theme.Small, theme.Second),
		widget.NewWords("", theme.Small, theme.Second))
	rows := []fyne.CanvasObject{head}
	for _, k := range kpi.Catalogue {
		if k.Better != 0 && k.Standard == k.Standard {
			rows = append(rows, levels(s, shop, k))
		}
	}
	return container.New(layout.NewCustomPaddedVBoxLayout(theme.Unit), rows...)
}

// levels is the line of one metric.
func levels(s commands, shop string, k *kpi.KPI) fyne.CanvasObject {
	wrong := newWrong(s)
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
			wrong.say(s.TypeRules(k.ID, func(r *rules.Rules) { r.ResetStandard(shop, k.ID) }))
		case ok && also:
			wrong.say(s.TypeRules(k.ID, func(r *rules.Rules) {
				r.SetStandard(rules.Standard{KPI: k.ID, Shop: shop, Since: session.Today(), Standard: rules.Number(a), Excellent: rules.Number(b)})
			}))
		default:
			wrong.say(fault.New("rules.standard.number"))
		}
	}
	standard.OnChanged, excellent.OnChanged = changed, changed
	unit := map[display.Kind]string{display.Percent: "%", display.Duration: s.T("settings.seconds"), display.Money: "¥"}[k.Format.Kind]
	name := widget.NewWords(s.T("kpi."+k.ID), theme.Body, theme.Text).Shrink(120)
	return container.New(layout.NewCustomPaddedVBoxLayout(0), container.New(&levelsLayout{}, name, standard, excellent, widget.NewWords(unit, theme.Small, theme.Second)), wrong.content)
}

// wrong says under a field what of the value that was typed makes no sense; it is
// kept once it does.
type wrong struct {
	s       commands
	content *fyne.Container
}

func newWrong(s commands) *wrong {
	w := &wrong{s, container.NewStack()}
	w.content.Hide()
	return w
}

func (w *wrong) say(err error) {
	w.content.Objects = nil
	if err == nil {
		w.content.Hide()
		return
	}
	w.content.Objects = []fyne.CanvasObject{container.New(layout.NewCustomPaddedLayout(2, theme.Gap, levelName+theme.Gap, 0), widget.NewPara(fault.Say(err, w.s.Lang()), theme.Small, theme.Bad))}
	w.content.Show()
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
