package data

import (
	"slices"

	"tallyboard/internal/ingest"
	"tallyboard/internal/session"
	"tallyboard/internal/sheet"
	"tallyboard/internal/ui/widget"
)

// placing is the rows of a sheet as they stand in the file, with a frame round
// the table that was found. The person carries its header and its corners, and
// sees at once what would come of it; nothing is read anew before Apply.
type placing struct {
	s    commands
	w    window
	view *placingView

	path  string
	draft ingest.FileOptions
	past  []ingest.FileOptions // drafts before each step
	step  widget.FramePart     // carried last: moves of one part are one step
	peek  *ingest.Peek
	model *rawModel
	err   error
	spot  session.Spot // shown instead of the top of the sheet; the zero Spot shows none
	shown bool
}

func newPlacing(s commands, w window) *placing {
	p := &placing{s: s, w: w}
	p.view = newPlacingView(p)
	return p
}

// show looks at the file that is least sure, or goes on with the one before.
func (p *placing) show(l *ingest.Log) {
	p.shown = true
	if f := p.file(l); f == nil || p.path == "" {
		p.path = leastSure(l).Path
	}
	if p.spot.Path != p.path {
		p.spot = session.Spot{}
	}
	p.draft, p.past, p.step = p.s.Reading(p.path), nil, widget.NoPart
	p.look()
}

// hide forgets what was looked at.
func (p *placing) hide() { p.shown, p.spot = false, session.Spot{} }

// file is the first sheet of the file that is looked at; nil where the log has
// no such file.
func (p *placing) file(l *ingest.Log) *ingest.File {
	if i := slices.IndexFunc(l.Files, func(f ingest.File) bool { return f.Path == p.path }); i >= 0 {
		return &l.Files[i]
	}
	return nil
}

// choose looks at another file of the log.
func (p *placing) choose(path string) {
	p.path, p.peek, p.model = path, nil, nil
	p.view.raw.SetModel(nil)
	if l := p.s.Log(); l != nil {
		p.show(l)
	}
}

// look reads the rows under the draft in the background; the newest look wins.
func (p *placing) look() {
	if p.spot.Row > topRows {
		p.s.LookAround(p.spot, p.took)
		return
	}
	p.s.Look(p.path, p.draft, p.took)
}

// topRows is how far down a cell may stand to be shown together with the header.
const topRows = 400

func (p *placing) took(k *ingest.Peek, err error) {
	if p.err = err; err == nil {
		same := p.peek != nil && p.peek.File.Path == k.File.Path && p.peek.File.Sheet == k.File.Sheet && (p.peek.Log == nil) == (k.Log == nil)
		p.peek = k
		if same && p.model != nil {
			p.model.set(k)
		} else {
			p.model, same = newRawModel(p.s, k), false
		}
		p.view.rows(same)
	}
	p.view.refresh()
}

// propose makes a step from the draft, and looks at what would come of it.
func (p *placing) propose(part widget.FramePart, change func(*ingest.FileOptions)) {
	was := p.draft
	if change(&p.draft); p.draft == was {
		return
	}
	if part == widget.NoPart || part != p.step {
		p.past = append(p.past, was)
	}
	p.step = part
	p.look()
	p.view.refresh()
}

// carried follows a part of the frame that the person moves to a cell.
func (p *placing) carried(part widget.FramePart, at widget.Place) {
	if p.peek == nil || p.model == nil || p.peek.Log == nil {
		return
	}
	row, col := p.model.cell(at)
	k, area := p.peek, p.peek.Area
	p.propose(part, func(o *ingest.FileOptions) {
		switch part {
		case widget.HeadPart:
			o.Header, o.Table = row+max(k.File.HeaderRows, 1)-1, 0
			o.Area.Row1 = min(o.Area.Row1, row)
		case widget.TopLeft:
			p.ownArea(o)
			if row != area.Row1 || o.Area.Row1 > 0 {
				o.Area.Row1 = row
			}
			if col != area.Col1 || o.Area.Col1 > 0 {
				o.Area.Col1 = col
			}
			if o.Header > 0 && o.Header < row {
				o.Header = 0
			}
		case widget.BottomRight:
			p.ownArea(o)
			if !k.More && (row != area.Row2 || o.Area.Row2 > 0) {
				o.Area.Row2 = row
			}
			if col != area.Col2 || o.Area.Col2 > 0 {
				o.Area.Col2 = col
			}
		}
	})
	p.view.frame()
}

// ownArea begins from the table that was taken, where a sheet has several: a
// corner that is moved does not let in what stands beside it.
func (p *placing) ownArea(o *ingest.FileOptions) {
	if len(p.peek.File.Tables) > 1 && o.Area == (sheet.Range{}) {
		o.Area, o.Table = p.peek.Area, 0
	}
}

// setHeaderRows says of how many rows the header is; 0 says that there is none.
func (p *placing) setHeaderRows(n int) {
	if p.peek == nil || p.peek.Log == nil {
		return
	}
	f, area := p.peek.File, p.peek.Area
	p.propose(widget.NoPart, func(o *ingest.FileOptions) {
		first := f.HeaderRow - f.HeaderRows + 1
		switch {
		case n == 0:
			o.Header, o.HeaderRows = -1, 0
			return
		case f.HeaderRow == 0:
			o.Header = area.Row1 + n - 1
		case n > f.HeaderRows && p.named(first-1): // groups stand above
			o.Header = f.HeaderRow
		default:
			o.Header = first + n - 1
		}
		o.HeaderRows = n
	})
}

// named reports whether a row of the sheet has words enough for a header's.
func (p *placing) named(no int) bool {
	i, ok := p.model.at[no]
	if !ok {
		return false
	}
	n := 0
	for _, c := range p.peek.Rows[i].Cells {
		if c != "" {
			n++
		}
	}
	return n > 1
}

// found goes back to what is found without any choice, but for the sheet.
func (p *placing) found() {
	p.propose(widget.NoPart, func(o *ingest.FileOptions) { *o = ingest.FileOptions{Sheet: o.Sheet} })
}

// apply reads the log anew as the draft says.
func (p *placing) apply() {
	draft := p.draft
	p.s.SetFile(p.path, func(o *ingest.FileOptions) { *o = draft })
}

// changed reports whether the draft is another than what the log was read by.
func (p *placing) changed() bool { return p.draft != p.s.Reading(p.path) }

// undo takes back a step of the draft; false where there is none.
func (p *placing) undo() bool {
	n := len(p.past)
	if !p.shown || n == 0 {
		return false
	}
	p.draft, p.past, p.step = p.past[n-1], p.past[:n-1], widget.NoPart
	p.look()
	p.view.refresh()
	return true
}
