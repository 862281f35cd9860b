package shell

import (
	"path/filepath"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"tallyboard/internal/document"
	"tallyboard/internal/fault"
	"tallyboard/internal/printing"
	"tallyboard/internal/render/page"
	"tallyboard/internal/session"
	"tallyboard/internal/ui/theme"
	"tallyboard/internal/ui/widget"
)

// AskPrint shows how the report, or what Explore shows, will look on paper, and
// asks for printer, copies and pages.
func (sh *Shell) AskPrint() {
	doc, _ := sh.s.Document()
	if sh.front == "explore" {
		doc = sh.s.ViewDocument()
	}
	if doc == nil || sh.front != "reports" && sh.front != "explore" {
		return
	}
	newPreview(sh, doc)
}

// preview is the dialog before printing.
type preview struct {
	sh      *Shell
	doc     *document.Document
	paper   session.Paper
	out     session.Printout
	thumbs  *fyne.Container
	count   *widget.Words
	printer *widget.Picker
	copies  *widget.Field
	pages   *widget.Field
	problem *fyne.Container
	print   *widget.Button
	hide    func()
}

const (
	thumbWidth                  = 220
	previewWidth, previewHeight = 860, 470
	choicesWidth                = 260
)

func newPreview(sh *Shell, doc *document.Document) {
	s := sh.s
	p := &preview{sh: sh, doc: doc, paper: session.Paper{Size: page.A4}}
	p.thumbs = widget.NewFlow(theme.Pad)
	p.count = widget.NewWords("", theme.Body, theme.Second)
	p.printer = widget.NewPicker(s.Lang(), func(string) {})
	p.copies = widget.NewField("", nil)
	p.copies.SetText("1")
	p.pages = widget.NewField(s.T("print.pages.all"), nil)
	for _, f := range []*widget.Field{p.copies, p.pages} {
		f.OnSubmit, f.OnEscape = p.send, sh.escape
	}
	grey := widget.NewCheck(s.T("print.grey"), false, func(on bool) { p.paper.Grey = on; p.layOut() })
	wide := widget.NewCheck(s.T("print.landscape"), false, func(on bool) { p.paper.Wide = on; p.layOut() })
	names := make([]string, len(page.Sizes))
	for i, size := range page.Sizes {
		names[i] = size.Name
	}
	paper := widget.NewSegmented(names, func(i int) { p.paper.Size = page.Sizes[i]; p.layOut() })
	p.problem = container.NewStack()
	row := func(key string, o fyne.CanvasObject) fyne.CanvasObject {
		return widget.NewFieldRow(s.T(key), o, "").LabelWidth(72)
	}
	choices := container.New(layout.NewCustomPaddedVBoxLayout(theme.Gap+theme.Unit), row("print.printer", p.printer), row("print.copies", p.copies),
		row("print.pages", p.pages), row("print.paper", paper), wide, grey, p.count, p.problem)
	body := container.NewBorder(nil, nil, container.New(layout.NewGridWrapLayout(fyne.NewSize(choicesWidth, previewHeight)), choices), nil,
		container.New(layout.NewCustomPaddedLayout(0, 0, theme.Pad, 0), container.NewVScroll(p.thumbs)))
	p.print = widget.NewButton(s.T("print.do"), theme.Print, widget.Primary, p.send)
	p.hide = sh.modal(s.T("print.title"), container.New(layout.NewGridWrapLayout(fyne.NewSize(previewWidth, previewHeight)), body),
		widget.NewButton(s.T("print.pdf"), theme.Save, widget.Plain, p.save), p.print)
	p.print.SetEnabled(false)
	p.layOut()
}

// layOut lays the document out anew for the chosen paper.
func (p *preview) layOut() {
	p.sh.s.LayOut(p.doc, p.paper, func(out session.Printout) {
		p.out = out
		objects := make([]fyne.CanvasObject, len(out.Pages))
		for i, pg := range out.Pages {
			objects[i] = widget.NewPageView(pg, thumbWidth)
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
		p.print.SetEnabled(len(items) > 0)
		p.say(out.Problem)
	})
}

// say shows what is in the way.
func (p *preview) say(err error) {
	p.problem.Objects = nil
	if err != nil {
		p.problem.Objects = []fyne.CanvasObject{widget.NewPara(fault.Say(err, p.sh.s.Lang()), theme.Small, theme.Warning)}
	}
	p.problem.Refresh()
}

func (p *preview) send() {
	only, err := printing.ParsePages(p.pages.Text(), len(p.out.Pages))
	if err != nil {
		p.say(err)
		return
	}
	copies, err := strconv.Atoi(strings.TrimSpace(p.copies.Text()))
	if err != nil || copies < 1 || copies > printing.MostCopies {
		p.copies.Focus()
		return
	}
	p.hide()
	p.sh.s.Print(printing.Job{Title: p.doc.Title, Printer: p.printer.Selected(), Pages: p.out.Pages, Only: only, Copies: copies,
		Paper: p.paper.Size, Wide: p.paper.Wide, Grey: p.paper.Grey})
}

func (p *preview) save() {
	p.hide()
	p.sh.s.SavePages(filepath.Join(p.sh.exportDir(), fileName(strings.Trim(p.doc.Title+" "+p.doc.Period, " "))+".pdf"), p.out)
}
