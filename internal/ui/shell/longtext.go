package shell

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	fynewidget "fyne.io/fyne/v2/widget"

	"tallyboard/internal/ui/theme"
)

const (
	longWidth, longHeight = 720, 440
	// longLine is how many letters fit, capitals too.
	longLine = 80
)

// ShowText shows a long text to read. Only the lines in sight are laid out:
// the licences alone have three thousand.
func (sh *Shell) ShowText(title, text string) {
	lines := wrap(text, longLine)
	list := fynewidget.NewList(func() int { return len(lines) }, func() fyne.CanvasObject {
		t := canvas.NewText("", theme.Color(theme.Text))
		t.TextSize = theme.Small
		return t
	}, func(i fynewidget.ListItemID, o fyne.CanvasObject) {
		t := o.(*canvas.Text)
		t.Text = lines[i]
		t.Refresh()
	})
	list.HideSeparators = true
	list.OnSelected = func(fynewidget.ListItemID) { list.UnselectAll() }
	sh.ShowBox(title, container.New(layout.NewGridWrapLayout(fyne.NewSize(longWidth, longHeight)), list))
}

// wrap breaks lines at spaces so that none is longer than n letters, unless a
// word is.
func wrap(text string, n int) []string {
	var out []string
	for _, line := range strings.Split(text, "\n") {
		for len([]rune(line)) > n {
			head := string([]rune(line)[:n+1])
			cut := strings.LastIndexByte(head, ' ')
			if strings.TrimSpace(head[:max(cut, 0)]) == "" {
				if cut = strings.IndexByte(line[len(head):], ' ') + len(head); cut < len(head) {
					break // one word to the end
				}
			}
			out = append(out, strings.TrimRight(line[:cut], " "))
			line = strings.TrimLeft(line[cut:], " ")
		}
		out = append(out, line)
	}
	return out
}
