package shell

import (
	"path/filepath"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"tallyboard/internal/fault"
	"tallyboard/internal/printing"
	"tallyboard/internal/render/page"
	"tallyboard/internal/session"
	"tallyboard/internal/ui/theme"
	"tallyboard/internal/ui/widget"
)

// preview is the dialog before printing.
type preview struct {
	sh     *Shell
	parts  []session.PrintPart
	part   session.PrintPart // of them, the one to print
	paper  session.Paper     // as chosen
	out    session.Printout  // as last laid out
	thumbs *fyne.Container
	count  *widget.Words

	printer     *widget.Picker
	copies      *widget.Field
	pages       *widget.Field
	wide        *widget.Check
	scale       *scaleChoice
	problem     *fyne.Container
	print, save *widget.Button
	hide        func()
	bad         error // why the scale that is typed is none
}

const (
	thumbWidth                  = 272      // two side by side
	singleWidth, singleHeight   = 560, 480 // of the only page
	previewWidth, previewHeight = 890, 500
	choicesWidth                = 290
	labelWidth                  = 72
)

func newPreview(sh *Shell, parts []session.PrintPart, at int) {
	s := sh.s
	p := &preview{sh: sh, parts: parts, part: parts[at], paper: session.Paper{Size: page.A4, Wide: parts[at].Wide, Turn: true}}
	p.thumbs = widget.NewFlow(theme.Pad)
	p.count = widget.NewWords("", theme.Body, theme.Second)
	what := widget.NewPicker(s.Lang(), func(id string) { p.choose(atoi(id)) })
	items := make([]widget.PickItem, len(parts))
	for i, x := range parts {
		items[i] = widget.PickItem{ID: itoa(i), Text: x.Text, Note: x.Note}
	}
	what.SetItems(items)
	what.SetSelected(itoa(at))
	p.printer = widget.NewPicker(s.Lang(), func(string) {}).SetHint(s.T("print.printer.none"))
	p.copies = widget.NewField("", nil)
	p.copies.SetText("1")
	p.pages = widget.NewField(s.T("print.pages.all"), nil)
	grey := widget.NewCheck(s.T("print.grey"), false, func(on bool) { p.paper.Grey = on; p.layOut() })
	p.wide = widget.NewCheck(s.T("print.landscape"), p.paper.Wide, func(on bool) { p.paper.Wide, p.paper.Turn = on, false; p.layOut() })
	names := make([]string, len(page.Sizes))
	for i, size := range page.Sizes {
		names[i] = size.Name
	}
	paper := widget.NewSegmented(names, func(i int) { p.paper.Size = page.Sizes[i]; p.layOut() })
	p.scale = newScaleChoice(sh, p.rescale)
	for _, f := range []*widget.Field{p.copies, p.pages, p.scale.own} {
		f.OnSubmit, f.OnEscape = p.send, sh.escape
	}
	p.problem = container.New(layout.NewCustomPaddedVBoxLayout(theme.Gap))
	row := func(key string, o fyne.CanvasObject) fyne.CanvasObject {
		return widget.NewFieldRow(s.T(key), o, "").LabelWidth(labelWidth)
	}
	choices := container.New(layout.NewCustomPaddedVBoxLayout(theme.Gap), row("print.what", what), row("print.printer", p.printer),
		row("print.copies", p.copies), row("print.pages", p.pages), row("print.paper", paper), p.scale.row,
		container.New(layout.NewCustomPaddedHBoxLayout(theme.Pad), p.wide, grey), p.count, p.problem)
	body := container.NewBorder(nil, nil, container.New(layout.NewGridWrapLayout(fyne.NewSize(choicesWidth, previewHeight)), choices), nil,
		container.New(layout.NewCustomPaddedLayout(0, 0, theme.Pad, 0), container.NewVScroll(p.thumbs)))
	p.save = widget.NewButton(s.T("print.pdf"), theme.Save, widget.Plain, p.savePDF)
	p.print = widget.NewButton(s.T("print.do"), theme.Print, widget.Primary, p.send)
	p.hide = sh.modal(s.T("print.title"), container.New(layout.NewGridWrapLayout(fyne.NewSize(previewWidth, previewHeight)), body), p.save, p.print)
	p.layOut()
}

// choose turns to another part, on paper turned as suits it.
func (p *preview) choose(i int) {
	p.part = p.parts[i]
	p.paper.Wide, p.paper.Turn = p.part.Wide, true
	p.pages.SetText("") // they were those of another document
	p.layOut()
}

// rescale lays out at another scale, or says why it cannot.
func (p *preview) rescale(k float64, err error) {
	if p.bad = err; err == nil {
		p.paper.Scale = k
	}
	p.layOut()
}

// ready switches on what can be done with the pages.
func (p *preview) ready(on bool) {
	p.save.SetEnabled(on)
	p.print.SetEnabled(on && len(p.out.Printers) > 0)
}

// layOut lays the document out anew for what is chosen; until that is done
// nothing can be printed.
func (p *preview) layOut() {
	p.ready(false)
	if p.bad != nil {
		p.say(p.bad)
		return
	}
	p.sh.s.LayOut(p.part.Doc, p.paper, func(out session.Printout) {
		p.out = out
		p.wide.SetOn(page.Wide(out.Pages))
		objects := make([]fyne.CanvasObject, len(out.Pages))
		for i, pg := range out.Pages {
			objects[i] = widget.NewPageView(pg, thumb(pg, len(out.Pages)))
		}
		p.thumbs.Objects = objects
		p.thumbs.Refresh()
		p.count.SetText(p.sh.s.Lang().N("print.count", len(out.Pages)))
		items := make([]widget.PickItem, len(out.Printers))
		for i, x := range out.Printers {
			items[i] = widget.PickItem{ID: x.Name, Text: x.Name, Icon: theme.Print}
		}
		p.printer.SetItems(items)
		if p.printer.Selected() == "" && len(items) > 0 {
			p.printer.SetSelected(items[0].ID)
		}
		if p.bad == nil {
			p.say(out.Problem)
			p.ready(true)
		}
	})
}

// thumb is the width at which a page among n is shown: the only one is large.
func thumb(pg *page.Page, n int) float32 {
	if n > 1 {
		return thumbWidth
	}
	return min(singleWidth, singleHeight*float32(pg.W/pg.H))
}

// say shows what is in the way, and what the paper is too narrow for.
func (p *preview) say(err error) {
	p.problem.Objects = nil
	if p.out.Split() {
		split := "print.split"
		if page.Wide(p.out.Pages) {
			split += ".wide"
		}
		p.problem.Add(widget.NewPara(p.sh.s.T(split), theme.Small, theme.Second))
	}
	if err != nil {
		p.problem.Add(widget.NewPara(fault.Say(err, p.sh.s.Lang()), theme.Small, theme.Warning))
	}
	p.problem.Refresh()
}

func (p *preview) send() {
	if p.print.Disabled() {
		return
	}
	only, err := printing.ParsePages(p.pages.Text(), len(p.out.Pages))
	if err != nil {
		p.say(err)
		p.pages.Focus()
		return
	}
	copies, err := strconv.Atoi(strings.TrimSpace(p.copies.Text()))
	if err != nil || copies < 1 || copies > printing.MostCopies {
		p.say(fault.New("printing.copies", printing.MostCopies))
		p.copies.Focus()
		return
	}
	p.hide()
	p.sh.s.Print(printing.Job{Title: p.part.Doc.Title, Printer: p.printer.Selected(), Pages: p.out.Pages, Only: only, Copies: copies,
		Paper: p.paper.Size, Wide: page.Wide(p.out.Pages), Grey: p.paper.Grey, Exact: p.paper.Scale != 0})
}

func (p *preview) savePDF() {
	p.hide()
	doc := p.part.Doc
	p.sh.s.SavePages(filepath.Join(p.sh.exportDir(), fileName(strings.Trim(doc.Title+" "+doc.Period, " "))+".pdf"), p.out)
}
