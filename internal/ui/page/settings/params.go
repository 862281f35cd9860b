package settings

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"tallyboard/internal/derive"
	"tallyboard/internal/fault"
	"tallyboard/internal/rules"
	"tallyboard/internal/ui/theme"
	"tallyboard/internal/ui/widget"
)

// params are the numbers and the rules that definitions depend on: of one shop,
// or of all ("").
func params(s commands, shop string) fyne.CanvasObject {
	usual := derive.Default()
	own := s.Rules().Clone().Own(shop).Params
	all := rules.Params{D: usual.Days, N: usual.Times, W: usual.Window, G: usual.Gap}
	if shop != "" {
		for _, name := range rules.ParamNames {
			if v := s.Rules().Params.Get(name); v > 0 {
				all.Put(name, v)
			}
		}
	}
	var rows []fyne.CanvasObject
	for _, name := range rules.ParamNames {
		wrong := newWrong(s)
		f := widget.NewField(strconv.Itoa(all.Get(name)), nil)
		if v := own.Get(name); v > 0 {
			f.SetText(strconv.Itoa(v))
		}
		f.OnChanged = func(text string) {
			v, err := 0, error(nil)
			if text = strings.TrimSpace(text); text != "" {
				v, err = strconv.Atoi(text)
				if err != nil || v < 1 {
					wrong.say(fault.New("rules.params", name))
					return
				}
			}
			wrong.say(s.TypeRules(name, func(r *rules.Rules) { r.Own(shop).Params.Put(name, v) }))
		}
		rows = append(rows, container.New(layout.NewCustomPaddedVBoxLayout(0), widget.NewFieldRow(s.T("param."+name), f, "").LabelWidth(levelName), wrong.content))
	}
	rows = append(rows,
		words(s, shop, "credit", rules.Credits, func(p *rules.Params) *string { return &p.Credit }),
		words(s, shop, "contacts", rules.Countings, func(p *rules.Params) *string { return &p.Contacts }))
	return container.New(layout.NewCustomPaddedVBoxLayout(theme.Gap), rows...)
}

// words is the choice among a few rules, the first the usual one; a shop may
// also take what holds for all.
func words(s commands, shop, name string, among []string, at func(*rules.Params) *string) fyne.CanvasObject {
	var titles []string
	var ids []string
	if shop != "" {
		titles, ids = []string{s.T("rules.ui.asall")}, []string{""}
	}
	for _, id := range among {
		titles, ids = append(titles, s.T("param."+name+"."+id)), append(ids, id)
	}
	choice := widget.NewSegmented(titles, func(i int) {
		id := ids[i]
		if shop == "" && i == 0 {
			id = "" // the usual needs no word
		}
		// It is one of the words, and what cannot be kept is told at the foot.
		s.Tell(s.SetRules(func(r *rules.Rules) { *at(&r.Own(shop).Params) = id }))
	})
	own := s.Rules().Clone().Own(shop)
	choice.SetSelected(indexOf(*at(&own.Params), ids...))
	return widget.NewFieldRow(s.T("param."+name), choice, s.T("param."+name+".help")).LabelWidth(levelName)
}
