package reports

import (
	"maps"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"tallyboard/internal/session"
	"tallyboard/internal/ui/theme"
	"tallyboard/internal/ui/widget"
)

// paramsOf lists the parameters of each report that has some beside the shop;
// "param.NAME" is what a field is called.
var paramsOf = map[string][]string{
	"overview":    {"D", "G"},
	"customers":   {"D", "G"},
	"fcr":         {"D", "G"},
	"urging":      {"N", "W"},
	"orders":      {"D"},
	"agents":      {"D", "G"},
	"review_card": {"agent", "D"},
	"daily":       {"target"},
	"value":       {"contact_cost"},
	"reviews":     {"neutral", "negative", "reward_neutral", "reward_negative"},
	"weekly":      {"D"},
}

const paramsWidth, paramHeight = 420, 44

// askParams drops the parameters of the current report; an empty field takes
// what is usual.
func askParams(owner fyne.CanvasObject, s commands) {
	choice := s.ReportChoice()
	names := append([]string{"shop"}, paramsOf[choice.ID]...)
	value := make([]func() string, len(names))
	var rows []fyne.CanvasObject
	var pop *widget.Popup
	apply := func() {
		pop.Close()
		s.SetReport(func(c *session.ReportChoice) {
			c.Params = maps.Clone(c.Params)
			if c.Params == nil {
				c.Params = map[string]string{}
			}
			for i, name := range names {
				if v := strings.TrimSpace(value[i]()); v != "" {
					c.Params[name] = v
				} else {
					delete(c.Params, name)
				}
			}
		})
	}
	for i, name := range names {
		var field fyne.CanvasObject
		if known := knownOf(s, name); len(known) > 0 {
			p := namePicker(s, name, known, choice.Params[name])
			field, value[i] = p, p.Selected
		} else {
			f := widget.NewField(s.T("param."+name+".hint"), nil)
			f.SetText(choice.Params[name])
			f.OnSubmit, f.OnEscape = apply, func() { pop.Close() }
			field, value[i] = f, f.Text
		}
		rows = append(rows, widget.NewFieldRow(s.T("param."+name), field, "").LabelWidth(170))
	}
	foot := container.NewHBox(layout.NewSpacer(), widget.NewButton(s.T("shell.ok"), "", widget.Primary, apply))
	box := container.NewBorder(nil, foot, nil, nil, container.New(layout.NewGridWrapLayout(fyne.NewSize(paramsWidth, float32(len(rows))*paramHeight)),
		container.New(layout.NewCustomPaddedVBoxLayout(theme.Gap), rows...)))
	pop = widget.ShowPopup(owner, container.New(layout.NewCustomPaddedLayout(12, 12, 12, 12), box))
}

// knownOf lists the names that a parameter can be, nil where it is a number or
// nothing is known.
func knownOf(s commands, param string) []string {
	switch param {
	case "shop":
		return s.ShopNames()
	case "agent":
		return s.AgentNames()
	}
	return nil
}

// namePicker chooses one of known names, or all. A name that was chosen before
// and is in no open log can be kept.
func namePicker(s commands, param string, known []string, chosen string) *widget.Picker {
	if chosen != "" && !slices.Contains(known, chosen) {
		known = append(known, chosen)
	}
	items := []widget.PickItem{{Text: s.T("param." + param + ".hint")}}
	for _, n := range known {
		items = append(items, widget.PickItem{ID: n, Text: n})
	}
	var p *widget.Picker
	p = widget.NewPicker(s.Lang(), func(id string) { p.SetSelected(id) })
	p.SetItems(items)
	p.SetSelected(chosen)
	return p
}
