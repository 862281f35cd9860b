package explore

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"tallyboard/internal/display"
	"tallyboard/internal/document"
	"tallyboard/internal/pivot"
	"tallyboard/internal/session"
	"tallyboard/internal/ui/theme"
	"tallyboard/internal/ui/widget"
)

// formatSample is the number that shows what a format looks like, where the
// view has none.
const formatSample = 12408.35

// askFormat asks how the numbers of a value are written; each choice shows the
// total in it.
func (sh *shelf) askFormat(owner fyne.CanvasObject, value int) {
	s := sh.s
	r, _ := s.Result()
	if r == nil || value >= len(r.Values) {
		return
	}
	info := r.Values[value]
	sample := r.At(len(r.Rows.Members)-1, len(r.Cols.Members)-1, value)
	if math.IsNaN(sample) {
		sample = formatSample
	}
	var items []widget.PickItem
	for _, style := range display.Styles {
		x := info
		x.As = style
		items = append(items, widget.PickItem{ID: "f" + string(style), Text: s.T("table.format." + string(style)), Badge: x.Format(r.Spec.Show).Full(sample, s.Lang())})
	}
	widget.ShowPicker(owner, s.Lang(), items, "f"+string(info.As), func(id string) {
		sh.change(func(vs []pivot.Value) []pivot.Value {
			if len(vs) == 0 {
				vs = []pivot.Value{{Agg: pivot.Count}}
			}
			vs[value].As = display.Style(id[1:])
			return vs
		})
	})
}

// askStandard asks what a value is to reach, by which its numbers are coloured.
func (p *Page) askStandard(owner fyne.CanvasObject, value int) {
	s, r := p.s, p.model.r
	if value >= len(r.Values) {
		return
	}
	text := r.Values[value].Value.Bare().String()
	format := r.Values[value].Format(pivot.AsIs)
	look := s.View().Table
	was := document.Standard{Value: text, Goal: math.NaN()}
	if i := slices.IndexFunc(look.Standards, func(o document.Standard) bool { return o.Value == text }); i >= 0 {
		was = look.Standards[i]
	}
	var pop *widget.Popup
	put := func(to *document.Standard) {
		pop.Close()
		p.look(func(k *document.Look) { *k = k.WithStandard(text, to) })
	}
	field := widget.NewField(s.T("table.standard.hint"), nil)
	if was.Goal == was.Goal {
		field.SetText(typed(was.Goal, format))
	}
	side := widget.NewSegmented([]string{s.T("table.standard.higher"), s.T("table.standard.lower")}, nil)
	side.SetSelected(map[bool]int{true: 1}[was.Lower])
	said := widget.NewWords(" ", theme.Small, theme.Bad)
	apply := func() {
		goal, ok := readGoal(field.Text(), format)
		if !ok {
			said.SetText(s.T("table.standard.bad"))
			return
		}
		put(&document.Standard{Value: text, Goal: goal, Lower: side.Selected() == 1})
	}
	field.OnSubmit, field.OnEscape = apply, func() { pop.Close() }
	lines := []fyne.CanvasObject{widget.NewWords(session.ValueText(r.Values[value].Value, s.Lang()), theme.Body, theme.Text), field, side, said}
	if js := s.Judges(); value < len(js) && js[value] != nil {
		lines = append(lines, widget.NewButton(s.T("table.standard.kpi", js[value].Format.Full(js[value].Levels.Standard, s.Lang())), theme.Star, widget.Link, func() { put(nil) }))
	}
	foot := container.NewHBox(widget.NewButton(s.T("table.standard.off"), "", widget.Plain, func() { put(nil) }), layout.NewSpacer(),
		widget.NewButton(s.T("explore.filter.apply"), "", widget.Primary, apply))
	pop = widget.ShowPopup(owner, container.New(layout.NewCustomPaddedLayout(10, 10, 12, 12),
		container.New(layout.NewCustomPaddedVBoxLayout(theme.Gap), append(lines, foot)...)))
	if c := fyne.CurrentApp().Driver().CanvasForObject(owner); c != nil {
		c.Focus(field.Focusable())
	}
}

// typed is a number as it is typed: a share in percent.
func typed(v float64, f display.Format) string {
	if f.Kind == display.Percent {
		return strconv.FormatFloat(math.Round(v*1e8)/1e6, 'f', -1, 64) + "%"
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}

// readGoal reads a number: 120, 1,200, 80%, 1.2万, 0:03:21. Of a share 80 means
// 80%.
func readGoal(text string, f display.Format) (v float64, ok bool) {
	s := strings.NewReplacer(",", "", "，", "", "％", "%", "：", ":", " ", "", "¥", "", "￥", "").Replace(text)
	factor := 1.0
	for suffix, by := range map[string]float64{"%": .01, "万": 1e4, "k": 1e3, "M": 1e6} {
		if rest, cut := strings.CutSuffix(s, suffix); cut {
			s, factor = rest, by
			break
		}
	}
	if parts := strings.Split(s, ":"); len(parts) > 1 && len(parts) < 4 && factor == 1 {
		for _, part := range parts {
			n, err := strconv.ParseFloat(part, 64)
			if err != nil || n < 0 {
				return 0, false
			}
			v = v*60 + n
		}
		return v, true
	}
	v, err := strconv.ParseFloat(s, 64)
	if f.Kind == display.Percent && factor == 1 && v > 1 {
		factor = .01
	}
	return v * factor, err == nil && !math.IsNaN(v) && !math.IsInf(v, 0)
}

// valueItems are what the numbers of a value can look like.
func (p *Page) valueItems(chip fyne.CanvasObject, value int) []widget.MenuItem {
	return []widget.MenuItem{{},
		{Text: p.s.T("table.format"), Icon: theme.TypeNumber, Do: func() { p.shelf.askFormat(chip, value) }},
		{Text: p.s.T("table.standard"), Icon: theme.Check, Do: func() { p.askStandard(chip, value) }}}
}
