package settings

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"tallyboard/internal/ui/theme"
	"tallyboard/internal/ui/widget"
)

// tab is one of the parts of the page, of which one is in sight.
type tab struct {
	title   string
	content fyne.CanvasObject
	byShop  bool // it shows the values of one shop or of all
}

// tabs puts the parts behind each other, with the choice above them.
func (p *Page) tabs(list []tab) fyne.CanvasObject {
	titles := make([]string, len(list))
	body := container.NewStack()
	for i, t := range list {
		titles[i] = t.title
		if i > 0 {
			t.content.Hide()
		}
		body.Add(t.content)
	}
	p.shops.Hide()
	row := container.New(layout.NewCustomPaddedHBoxLayout(theme.Gap))
	choice := widget.NewSegmented(titles, func(chosen int) {
		if list[chosen].byShop && len(p.s.ShopNames()) > 0 {
			p.shops.Show()
		} else {
			p.shops.Hide()
		}
		row.Refresh()
		for i, t := range list {
			if i == chosen {
				t.content.Show()
			} else {
				t.content.Hide()
			}
		}
	})
	row.Objects = []fyne.CanvasObject{choice, p.shops}
	head := container.New(layout.NewCustomPaddedLayout(0, theme.Pad, 0, 0),
		container.New(layout.NewCustomPaddedVBoxLayout(theme.Pad), widget.NewHeading(p.s.T("nav.settings"), ""), row))
	return container.New(layout.NewCustomPaddedLayout(theme.Section, theme.Section, theme.Section, theme.Section),
		container.NewBorder(head, nil, nil, nil, body))
}

// form is a part that scrolls and stays narrow enough to be read.
func form(content fyne.CanvasObject) fyne.CanvasObject {
	return container.NewVScroll(container.New(&column{formWidth}, content))
}

// wide is a part that scrolls and takes more room.
func wide(content fyne.CanvasObject) fyne.CanvasObject {
	return container.NewVScroll(container.New(&column{wideWidth}, content))
}
