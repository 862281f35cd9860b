package reports

import (
	"maps"
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
	fields := make([]*widget.Field, len(names))
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
				if v := strings.TrimSpace(fields[i].Text()); v != "" {
					c.Params[name] = v
				} else {
					delete(c.Params, name)
				}
			}
		})
	}
	for i, name := range names {
		fields[i] = widget.NewField(s.T("param."+name+".hint"), nil)
		fields[i].SetText(choice.Params[name])
		fields[i].OnSubmit, fields[i].OnEscape = apply, func() { pop.Close() }
		rows = append(rows, widget.NewFieldRow(s.T("param."+name), fields[i], "").LabelWidth(170))
	}
	foot := container.NewHBox(layout.NewSpacer(), widget.NewButton(s.T("shell.ok"), "", widget.Primary, apply))
	box := container.NewBorder(nil, foot, nil, nil, container.New(layout.NewGridWrapLayout(fyne.NewSize(paramsWidth, float32(len(rows))*paramHeight)),
		container.New(layout.NewCustomPaddedVBoxLayout(theme.Gap), rows...)))
	pop = widget.ShowPopup(owner, container.New(layout.NewCustomPaddedLayout(12, 12, 12, 12), box))
}
