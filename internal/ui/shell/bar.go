package shell

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"tallyboard/internal/ingest"
	"tallyboard/internal/lang"
	"tallyboard/internal/session"
	"tallyboard/internal/ui/theme"
	"tallyboard/internal/ui/widget"
)

// bar is the top of the window: which log is looked at, and the commands.
type bar struct {
	s       *session.Session
	sh      *Shell
	lang    lang.Lang
	content fyne.CanvasObject
	log     *widget.Picker
	side    *widget.Segmented // Explore or the dashboard
	about   *widget.Words
	export  *widget.Button
	print   *widget.Button
}

func newBar(s *session.Session, sh *Shell) *bar {
	b := &bar{s: s, sh: sh, lang: s.Lang()}
	b.log = widget.NewPicker(s.Lang(), func(id string) { s.SetCurrent(atoi(id)) }).SetHint(s.T("shell.nolog"))
	b.about = widget.NewWords("", theme.Body, theme.Second).Shrink(60)
	open := widget.NewButton(s.T("shell.open"), theme.Open, widget.Plain, sh.AskOpen)
	open.SetTip(s.T("shell.open.tip"))
	b.export = widget.NewButton(s.T("shell.export"), theme.Export, widget.Plain, sh.AskExport)
	b.export.SetTip(s.T("shell.export.tip"))
	b.print = widget.NewButton(s.T("shell.print"), theme.Print, widget.Plain, sh.AskPrint)
	b.print.SetTip(s.T("shell.print.tip"))
	right := container.New(layout.NewCustomPaddedHBoxLayout(theme.Gap), open, b.export, b.print)
	b.side = widget.NewSegmented([]string{s.T("explore.tab"), s.T("dashboard.tab")}, func(i int) { sh.Go(sides[i]) })
	left := container.New(layout.NewCustomPaddedHBoxLayout(theme.Gap), b.log, b.side)
	row := container.NewBorder(nil, nil, left, right, container.New(layout.NewCustomPaddedLayout(0, 0, theme.Gap, theme.Gap), b.about))
	line := canvas.NewRectangle(theme.Color(theme.Line))
	line.SetMinSize(fyne.NewSize(1, 1))
	b.content = container.NewStack(widget.NewPanel(container.New(layout.NewCustomPaddedLayout(12, 12, theme.Pad, theme.Pad), row), 0),
		container.NewBorder(nil, line, nil, nil))
	return b
}

// sides are the two pages about views: one made, and those that were kept.
var sides = []string{"explore", "dashboard"}

// changed shows the current log and what can be done.
func (b *bar) changed() {
	logs := b.s.Logs()
	items := make([]widget.PickItem, len(logs))
	for i, l := range logs {
		items[i] = widget.PickItem{ID: itoa(i), Text: l.Kind.Name(b.s.Lang()), Note: l.Name, Icon: theme.Data}
		if items[i].Note == items[i].Text { // a file named like its kind
			items[i].Note = b.s.T("shell.rows", count(l.Table.Rows, b.s.Lang()))
		}
	}
	b.log.SetItems(items)
	on := len(logs) > 0
	b.log.SetEnabled(on)
	if on {
		b.log.SetSelected(itoa(b.s.Current()))
		b.about.SetText(about(b.s, logs[b.s.Current()]))
	} else {
		b.log.SetSelected("")
		b.about.SetText("")
	}
	side := slices.Index(sides, b.sh.front)
	b.side.SetSelected(side)
	b.side.Hidden = side < 0
	paper := on && (b.sh.front == "reports" || side >= 0 || b.sh.front == "rows")
	b.export.SetEnabled(paper || on && b.sh.front == "data")
	b.print.SetEnabled(paper && b.sh.front != "rows")
}

// about says how much of a log there is: 3 个文件 · 12,408 行 · 10月1日–11月17日.
func about(s *session.Session, l *ingest.Log) string {
	text := s.Lang().N("shell.files", len(l.Files)) + " · " + s.T("shell.rows", count(l.Table.Rows, s.Lang()))
	if p := session.PeriodOf([]*ingest.Log{l}, s.Lang()); p != "" {
		text += " · " + p
	}
	return text
}
