package data

import (
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"tallyboard/internal/ingest"
	"tallyboard/internal/logkind"
	"tallyboard/internal/session"
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
		seen := map[string]bool{}
		for _, file := range l.Files {
			f.list.Add(f.file(file, !seen[file.Path]))
			seen[file.Path] = true
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

// file shows one file: its name, rows and period, its sheet and header row,
// which can be changed; × takes it out of the log.
func (f *files) file(file ingest.File, first bool) fyne.CanvasObject {
	lg := f.s.Lang()
	rows := []string{f.s.T("shell.rows", number(file.Rows, lg))}
	if n := file.LeftOut.Duplicates; n > 0 {
		rows = append(rows, f.s.T("data.file.overlap", number(n, lg)))
	}
	format := file.Format
	if file.Encoding != "" {
		format += " · " + file.Encoding
	}
	name := filepath.Base(file.Path)
	if !first { // a further sheet of the same file
		name = file.Sheet
	}
	parts := []fyne.CanvasObject{
		widget.NewWords(name, theme.Small, theme.Text).Shrink(60),
		widget.NewWords(strings.Join(rows, " · "), theme.Small, theme.Second).Shrink(60),
	}
	if period := session.FilePeriod(file, lg); period != "" {
		parts = append(parts, widget.NewWords(period, theme.Small, theme.Second).Shrink(60))
	}
	parts = append(parts, widget.NewWords(format, theme.Small, theme.Second).Shrink(60))
	if !first {
		return f.boxed(parts)
	}
	parts[0] = container.NewBorder(nil, nil, nil, widget.NewIconButton(theme.Close, f.s.T("data.file.remove"), func() { f.s.RemoveFile(file.Path) }).Small(), parts[0])
	parts = append(parts, sheetPicker(f.s, file, func(name string) {
		f.s.SetFile(file.Path, func(o *ingest.FileOptions) { *o = ingest.FileOptions{Sheet: name} })
	})...)
	parts = append(parts, tablePicker(f.s, file, func(n int) {
		f.s.SetFile(file.Path, func(o *ingest.FileOptions) {
			*o = ingest.FileOptions{Sheet: file.Sheet, Table: n, AllSheets: o.AllSheets}
		})
	})...)
	parts = append(parts, alikeCheck(f.s, file, f.s.Reading(file.Path).AllSheets, func(on bool) {
		f.s.SetFile(file.Path, func(o *ingest.FileOptions) { o.Sheet, o.AllSheets = file.Sheet, on })
	})...)
	return f.boxed(append(parts, f.header(file)))
}

func (f *files) boxed(parts []fyne.CanvasObject) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(theme.Unit, theme.Gap, theme.Gap+theme.Unit, theme.Unit),
		container.New(layout.NewCustomPaddedVBoxLayout(theme.Unit), parts...))
}

// header offers the rows among which the header is.
func (f *files) header(file ingest.File) fyne.CanvasObject {
	header := widget.NewPicker(f.s.Lang(), func(id string) {
		f.s.SetFile(file.Path, func(o *ingest.FileOptions) { o.Sheet, o.Header, o.HeaderRows = sheetOf(file), rowOf(id), 0 })
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
	return header
}

// headerChoices is how many rows are offered as the header's.
const headerChoices = 12

// noHeader is the choice that there is none.
const noHeader = -1

// sheetOf is the sheet to name in a choice: none where the file has one only.
func sheetOf(file ingest.File) string {
	if len(file.Sheets) > 1 {
		return file.Sheet
	}
	return ""
}

// sheetPicker offers the sheets of a file, where there are several.
func sheetPicker(s commands, file ingest.File, pick func(name string)) []fyne.CanvasObject {
	if len(file.Sheets) < 2 {
		return nil
	}
	p := widget.NewPicker(s.Lang(), pick).SetLabel(s.T("data.sheet"))
	items := make([]widget.PickItem, len(file.Sheets))
	for i, x := range file.Sheets {
		items[i] = widget.PickItem{ID: x.Name, Text: x.Name}
		if x.Hidden {
			items[i].Note = s.T("data.sheet.hidden")
		}
	}
	p.SetItems(items)
	p.SetSelected(file.Sheet)
	return []fyne.CanvasObject{p}
}

// tablePicker offers the tables of a sheet, where there are several.
func tablePicker(s commands, file ingest.File, pick func(n int)) []fyne.CanvasObject {
	if len(file.Tables) < 2 {
		return nil
	}
	p := widget.NewPicker(s.Lang(), func(id string) { pick(rowOf(id)) }).SetLabel(s.T("data.table"))
	items := make([]widget.PickItem, len(file.Tables))
	for i, a := range file.Tables {
		items[i] = widget.PickItem{ID: idOf(i + 1), Text: s.T("data.table.n", i+1), Note: s.T("data.table.note", s.Lang().List(a.Names[:min(3, len(a.Names))]), number(a.Rows, s.Lang()))}
	}
	p.SetItems(items)
	p.SetSelected(idOf(max(file.Table, 1)))
	return []fyne.CanvasObject{p}
}

// alikeCheck offers to read the sheets of the same columns as one log.
func alikeCheck(s commands, file ingest.File, on bool, set func(on bool)) []fyne.CanvasObject {
	if len(file.Alike) == 0 && !on {
		return nil
	}
	return []fyne.CanvasObject{widget.NewCheck(s.T("data.alike", len(file.Alike)+1), on, set)}
}

// pathsOf lists the files of a log, each once.
func pathsOf(l *ingest.Log) []string {
	var out []string
	for _, f := range l.Files {
		if !slices.Contains(out, f.Path) {
			out = append(out, f.Path)
		}
	}
	return out
}
