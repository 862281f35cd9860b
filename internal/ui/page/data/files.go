package data

import (
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"tallyboard/internal/ingest"
	"tallyboard/internal/logkind"
	"tallyboard/internal/ui/theme"
	"tallyboard/internal/ui/widget"
)

// files lists the logs and the files of the current one.
type files struct {
	s       commands
	content fyne.CanvasObject
	list    *fyne.Container
	scroll  *container.Scroll
	current [2]fyne.CanvasObject // the first and the last line of the current log
}

func newFiles(s commands) *files {
	f := &files{s: s, list: container.New(layout.NewCustomPaddedVBoxLayout(2))}
	f.scroll = container.NewVScroll(container.New(layout.NewCustomPaddedLayout(theme.Gap, theme.Gap, theme.Gap, theme.Gap), f.list))
	f.content = widget.NewPanel(f.scroll, 0)
	return f
}

func (f *files) fill() {
	f.list.Objects = nil
	logs := f.s.Logs()
	kinds := map[logkind.Kind]int{}
	for _, l := range logs {
		kinds[l.Kind]++
	}
	for i, l := range logs {
		item := widget.NewNavItem(theme.Data, "", func() { f.s.SetCurrent(i) })
		note := f.s.T("shell.rows", number(l.Table.Rows, f.s.Lang()))
		if kinds[l.Kind] > 1 { // the kind alone does not tell them apart
			note += " · " + l.Name
		}
		item.SetTexts(l.Kind.Name(f.s.Lang()), note)
		item.SetCurrent(i == f.s.Current())
		f.list.Add(item)
		if i != f.s.Current() {
			continue
		}
		for _, file := range l.Files {
			f.list.Add(f.file(file))
		}
		shut := container.NewHBox(layout.NewSpacer(), widget.NewButton(f.s.T("data.close"), "", widget.Link, func() { f.s.CloseLog(i) }))
		f.list.Add(shut)
		f.current = [2]fyne.CanvasObject{item, shut}
	}
	f.list.Refresh()
	f.reveal()
}

// reveal scrolls no farther than it takes to see the current log.
func (f *files) reveal() {
	high := f.scroll.Size().Height
	if f.current[0] == nil || high <= 0 {
		return
	}
	top, last := f.current[0].Position().Y, f.current[1]
	bottom := last.Position().Y + last.Size().Height + 2*theme.Gap
	y := min(max(f.scroll.Offset.Y, bottom-high), top)
	if y != f.scroll.Offset.Y {
		f.scroll.ScrollToOffset(fyne.NewPos(0, y))
	}
}

// file shows one file: its name, sheet and header row, which can be changed.
func (f *files) file(file ingest.File) fyne.CanvasObject {
	note := file.Format
	if file.Encoding != "" {
		note += " · " + file.Encoding
	}
	parts := []fyne.CanvasObject{
		widget.NewWords(filepath.Base(file.Path), theme.Small, theme.Text).Shrink(60),
		widget.NewWords(note, theme.Small, theme.Second).Shrink(60),
	}
	if len(file.Sheets) > 1 {
		sheet := widget.NewPicker(f.s.Lang(), func(name string) {
			f.s.SetFile(file.Path, func(o *ingest.FileOptions) { *o = ingest.FileOptions{Sheet: name} })
		}).SetLabel(f.s.T("data.sheet"))
		var items []widget.PickItem
		for _, s := range file.Sheets {
			items = append(items, widget.PickItem{ID: s.Name, Text: s.Name})
		}
		sheet.SetItems(items)
		sheet.SetSelected(file.Sheet)
		parts = append(parts, sheet)
	}
	parts = append(parts, f.tables(file)...)
	header := widget.NewPicker(f.s.Lang(), func(id string) {
		f.s.SetFile(file.Path, func(o *ingest.FileOptions) { o.Sheet, o.Header = file.Sheet, rowOf(id) })
	}).SetLabel(f.s.T("data.header"))
	items := []widget.PickItem{{ID: idOf(noHeader), Text: f.s.T("data.header.none")}}
	for r := 1; r <= max(headerChoices, file.HeaderRow); r++ {
		items = append(items, widget.PickItem{ID: idOf(r), Text: f.s.T("data.header.row", r)})
	}
	header.SetItems(items)
	header.SetSelected(idOf(file.HeaderRow))
	if file.HeaderRow == 0 {
		header.SetSelected(idOf(noHeader))
	}
	parts = append(parts, header)
	return container.New(layout.NewCustomPaddedLayout(theme.Unit, theme.Gap, theme.Gap+theme.Unit, theme.Unit),
		container.New(layout.NewCustomPaddedVBoxLayout(theme.Unit), parts...))
}

// headerChoices is how many rows are offered as the header's.
const headerChoices = 12

// noHeader is the choice that there is none.
const noHeader = -1

// tables offers the other tables of a sheet, and to read sheets of the same
// columns together.
func (f *files) tables(file ingest.File) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	if len(file.Tables) > 1 {
		pick := widget.NewPicker(f.s.Lang(), func(id string) {
			f.s.SetFile(file.Path, func(o *ingest.FileOptions) { o.Sheet, o.Header, o.Table = file.Sheet, 0, rowOf(id) })
		}).SetLabel(f.s.T("data.table"))
		items := make([]widget.PickItem, len(file.Tables))
		for i, a := range file.Tables {
			items[i] = widget.PickItem{ID: idOf(i + 1), Text: f.s.T("data.table.n", i+1), Note: f.s.T("data.table.note", f.s.Lang().List(a.Names[:min(3, len(a.Names))]), number(a.Rows, f.s.Lang()))}
		}
		pick.SetItems(items)
		pick.SetSelected(idOf(max(file.Table, 1)))
		out = append(out, pick)
	}
	chosen := f.s.FileChoices(file.Path)
	if len(file.Alike) > 0 || chosen.AllSheets {
		out = append(out, widget.NewCheck(f.s.T("data.alike", len(file.Alike)+1), chosen.AllSheets, func(on bool) {
			f.s.SetFile(file.Path, func(o *ingest.FileOptions) { o.Sheet, o.AllSheets = file.Sheet, on })
		}))
	}
	return out
}
