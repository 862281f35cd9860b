package data

import (
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"tallyboard/internal/document"
	"tallyboard/internal/fault"
	"tallyboard/internal/ingest"
	"tallyboard/internal/ui/theme"
	"tallyboard/internal/ui/widget"
)

// placingView is the widgets of placing: the controls, the raw rows, and below
// them what the rows would be read as.
type placingView struct {
	of      *placing
	content fyne.CanvasObject
	strip   *fyne.Container
	tail    *fyne.Container
	raw     *widget.Grid
	typed   *widget.Grid
	result  *widget.Section
	upper   fyne.CanvasObject
	middle  *fyne.Container
	split   *widget.Split
	heads   *widget.Segmented
	found   *widget.Button
	apply   *widget.Button
}

const rawShare = 0.58

func newPlacingView(p *placing) *placingView {
	v := &placingView{of: p, raw: widget.NewGrid(nil), typed: widget.NewGrid(nil), result: widget.NewSection(p.s.T("data.raw.result"), "")}
	v.raw.SetPinned(beside)
	v.raw.OnFrame = p.carried
	v.heads = widget.NewSegmented([]string{"0", "1", "2", "3"}, p.setHeaderRows)
	v.found = widget.NewButton(p.s.T("data.raw.found"), theme.Undo, widget.Plain, p.found)
	v.apply = widget.NewButton(p.s.T("data.raw.apply"), theme.Check, widget.Primary, p.apply)
	v.strip, v.tail = widget.NewFlow(theme.Gap), container.NewHBox()
	below := container.NewBorder(container.New(layout.NewCustomPaddedLayout(theme.Gap, theme.Unit, theme.Gap, theme.Gap), v.result), nil, nil, nil, v.typed)
	v.upper = container.New(layout.NewCustomPaddedLayout(0, theme.Gap, 0, 0), widget.NewTightCard(v.raw))
	v.split = widget.NewSplit(true, rawShare, v.upper,
		container.New(layout.NewCustomPaddedLayout(theme.Gap, 0, 0, 0), widget.NewTightCard(below)))
	v.middle = container.NewStack(v.split)
	v.content = container.NewBorder(container.New(layout.NewCustomPaddedLayout(0, theme.Gap, 0, 0), v.strip), nil, nil, nil, v.middle)
	return v
}

// rows shows the rows of the newest look; same keeps the place and the widths.
func (v *placingView) rows(same bool) {
	p := v.of
	if same {
		v.raw.Update()
	} else {
		v.raw.SetModel(p.model)
	}
	if p.peek.Log != nil {
		v.typed.SetModel(widget.NewFirstRows(p.peek.Log.Table, previewRows, p.s.Lang()))
	}
	if p.spot.Row > 0 {
		v.middle.Objects = []fyne.CanvasObject{v.upper}
	} else {
		v.middle.Objects = []fyne.CanvasObject{v.split}
	}
	v.middle.Refresh()
	v.split.Refresh() // the upper part may come from standing alone
	v.frame()
	v.reveal(same)
}

// reveal brings the cell that was asked for into sight.
func (v *placingView) reveal(same bool) {
	p := v.of
	if p.spot.Row == 0 || same && p.peek.Log != nil && len(p.past) > 0 {
		return
	}
	at := p.model.place(p.spot.Row, max(p.column(), 1))
	if at.Row < 0 || at.Row >= p.model.Rows() {
		return
	}
	to := at
	if p.column() == 0 {
		to.Col = p.model.Cols() - 1
	}
	v.raw.ScrollToRow(at.Row)
	v.raw.Select(widget.Range{From: to, To: at})
}

// frame draws the frame where the draft puts the table.
func (v *placingView) frame() {
	p := v.of
	if p.model == nil || p.spot.Row > 0 || p.peek.Log == nil || p.peek.Area.Col1 == 0 {
		v.raw.SetFrame(nil)
		return
	}
	k, a := p.peek, p.peek.Area
	rows := k.File.HeaderRows
	if p.draft.Header > 0 { // as it is carried, before the look at it is there
		a.Row1 = p.draft.Header - max(rows, 1) + 1
		rows = max(rows, 1)
	}
	if d := p.draft.Area; d.Row1+d.Col1+d.Row2+d.Col2 > 0 {
		if d.Row1 > 0 && d.Row1 > a.Row1 {
			a.Row1 = d.Row1
		}
		if d.Col1 > 0 {
			a.Col1 = d.Col1
		}
		if d.Col2 > 0 {
			a.Col2 = d.Col2
		}
		if d.Row2 > 0 && !k.More {
			a.Row2 = d.Row2
		}
	}
	from := p.model.place(a.Row1, a.Col1)
	to := p.model.place(max(a.Row2, a.Row1), min(a.Col2, len(k.Columns)))
	to.Row = min(to.Row, p.model.Rows()-1)
	v.raw.SetFrame(&widget.Frame{Table: widget.Range{From: from, To: to}, Open: k.More,
		Head: widget.Range{From: from, To: widget.Place{Row: from.Row + rows - 1, Col: to.Col}}})
}

// refresh brings the controls up to date.
func (v *placingView) refresh() {
	p := v.of
	l := p.s.Log()
	if l == nil {
		return
	}
	if p.spot.Row > 0 {
		v.strip.Objects = p.spotBar()
	} else {
		v.strip.Objects = v.controls(l)
	}
	v.strip.Refresh()
	if p.peek != nil && p.peek.Log != nil {
		n := func(i int) string { return number(i, p.s.Lang()) }
		key := "data.raw.note"
		if p.peek.More {
			key = "data.raw.note.more"
		}
		v.result.SetTexts(p.s.T("data.raw.result"), p.s.T(key, n(len(p.peek.Log.Table.Cols)), n(p.peek.Log.Table.Rows)))
		v.heads.SetSelected(min(p.peek.File.HeaderRows, 3))
	}
	v.found.SetEnabled(p.draft != ingest.FileOptions{Sheet: p.draft.Sheet} || p.peek != nil && p.peek.File.Placed)
	v.apply.SetEnabled(p.changed() && p.err == nil)
}

// controls are what the table is placed by beside the mouse: which file, sheet
// and table, and the rows of the header.
func (v *placingView) controls(l *ingest.Log) []fyne.CanvasObject {
	p := v.of
	var out []fyne.CanvasObject
	if paths := pathsOf(l); len(paths) > 1 {
		pick := widget.NewPicker(p.s.Lang(), p.choose).SetLabel(p.s.T("session.file"))
		items := make([]widget.PickItem, len(paths))
		for i, path := range paths {
			items[i] = widget.PickItem{ID: path, Text: filepath.Base(path)}
		}
		pick.SetItems(items)
		pick.SetSelected(p.path)
		out = append(out, pick)
	}
	if p.peek != nil {
		out = append(out, sheetPicker(p.s, p.peek.File, func(name string) {
			p.propose(widget.NoPart, func(o *ingest.FileOptions) { *o = ingest.FileOptions{Sheet: name} })
		})...)
		out = append(out, tablePicker(p.s, p.peek.File, func(n int) {
			p.propose(widget.NoPart, func(o *ingest.FileOptions) { *o = ingest.FileOptions{Sheet: o.Sheet, Table: n, AllSheets: o.AllSheets} })
		})...)
		out = append(out, alikeCheck(p.s, p.peek.File, p.draft.AllSheets, func(on bool) {
			p.propose(widget.NoPart, func(o *ingest.FileOptions) { o.AllSheets = on })
		})...)
	}
	out = append(out, container.NewHBox(container.NewCenter(widget.NewWords(p.s.T("data.raw.heads"), theme.Body, theme.Second)), v.heads), v.found, v.apply, widget.NewIconButton(theme.Help, p.s.T("data.raw.hint"), nil))
	if p.err != nil {
		out = append(out, widget.NewBanner(document.Bad, fault.Say(p.err, p.s.Lang()), nil))
	}
	return out
}
