package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"tallyboard/internal/ui/theme"
)

// BoardTile is one tile of a Board: a head with a title, a quiet note and
// things to do, and under it any content. Enter opens it, Delete takes it off,
// a right click or the menu key drops its menu.
type BoardTile struct {
	control
	OnOpen, OnRemove func()
	OnMenu           func(owner fyne.CanvasObject)

	title, note string
	wide, tall  int
	content     fyne.CanvasObject // nil is a tile of a head alone
	actions     []fyne.CanvasObject
	board       *Board
	moved       float32 // how far the pointer went since it was pressed
	cut         bool
}

const (
	boardHead    float32 = 38 // height of a tile's head
	boardHandle  float32 = 24 // room of the sign that it can be dragged
	boardHeadPad float32 = 10
)

// NewBoardTile makes a tile; content may be nil.
func NewBoardTile(title string, content fyne.CanvasObject, actions ...fyne.CanvasObject) *BoardTile {
	t := &BoardTile{title: title, content: content, actions: actions}
	t.tap = func() {
		if t.OnOpen != nil {
			t.OnOpen()
		}
	}
	t.key = t.typed
	t.bind(t)
	return t
}

// SetTexts changes title and note.
func (t *BoardTile) SetTexts(title, note string) {
	if title != t.title || note != t.note {
		t.title, t.note = title, note
		t.Refresh()
	}
}

// SetSpan sets how many columns and rows the tile stands over.
func (t *BoardTile) SetSpan(wide, tall int) {
	if t.wide == wide && t.tall == tall {
		return
	}
	t.wide, t.tall = wide, tall
	if t.board != nil {
		t.board.Refresh()
	}
}

// SetContent changes what is under the head.
func (t *BoardTile) SetContent(o fyne.CanvasObject) {
	if t.content != o {
		t.content = o
		t.Refresh()
	}
}

// Title is what stands in the head.
func (t *BoardTile) Title() string { return t.title }

func (t *BoardTile) typed(e *fyne.KeyEvent) bool {
	switch {
	case (e.Name == fyne.KeyDelete || e.Name == fyne.KeyBackspace) && t.OnRemove != nil:
		t.OnRemove()
	case e.Name == desktop.KeyMenu && t.OnMenu != nil:
		t.OnMenu(t)
	default:
		return false
	}
	return true
}

// TappedSecondary implements fyne.SecondaryTappable.
func (t *BoardTile) TappedSecondary(*fyne.PointEvent) {
	if t.OnMenu != nil {
		t.OnMenu(t)
	}
}

// Dragged implements fyne.Draggable: the tile is moved.
func (t *BoardTile) Dragged(e *fyne.DragEvent) {
	t.moved += abs(e.Dragged.DX) + abs(e.Dragged.DY)
	if t.moved >= unsteady && t.board != nil && t.board.OnMove != nil {
		hideTip(t)
		t.board.hold(t, t.Position().Add(e.Position))
	}
}

// DragEnd implements fyne.Draggable.
func (t *BoardTile) DragEnd() {
	moved := t.moved
	t.moved = 0
	switch {
	case moved < unsteady: // Fyne takes two pixels for a drag
		t.Tapped(&fyne.PointEvent{})
	case t.board != nil && t.board.held >= 0:
		t.board.drop()
	}
}

// TypedShortcut implements fyne.Shortcutable: Ctrl and an arrow move the tile.
func (t *BoardTile) TypedShortcut(s fyne.Shortcut) {
	by := stepOf(s)
	if by == 0 || t.board == nil {
		passOn(t, s)
		return
	}
	at := t.board.index(t)
	t.board.move(at, at+by)
}

// MouseIn implements desktop.Hoverable.
func (t *BoardTile) MouseIn(e *desktop.MouseEvent) {
	t.tip = ""
	if t.cut {
		t.tip = t.title
	}
	t.control.MouseIn(e)
}

// CreateRenderer implements fyne.Widget.
func (t *BoardTile) CreateRenderer() fyne.WidgetRenderer {
	box, ring, handle, title, note := newBox(theme.Radius), newRing(), newIcon(), newText(), newText()
	p := &parts{of: t}
	p.min = func() fyne.Size {
		s := fyne.NewSize(160, boardHead)
		if t.content != nil {
			s.Height += t.content.MinSize().Height
		}
		return s
	}
	p.update = func() {
		p.objects = append(p.objects[:0], box, handle, title, note)
		p.objects = append(p.objects, t.actions...)
		if t.content != nil {
			p.objects = append(p.objects, t.content)
		}
		p.objects = append(p.objects, ring)
		edge := theme.Line
		if t.hovered {
			edge = theme.Edge
		}
		setBox(box, theme.Surface, edge)
		setIcon(handle, theme.Drag, theme.Faint)
		setText(title, t.title, theme.Body, theme.Text, true)
		setText(note, t.note, theme.Small, theme.Second, false)
	}
	p.layout = func(s fyne.Size) {
		place(box, 0, 0, s.Width, s.Height)
		head := min(boardHead, s.Height)
		place(handle, 6, (head-16)/2, 16, 16)
		right := s.Width - theme.Unit
		for i := len(t.actions) - 1; i >= 0; i-- {
			m := t.actions[i].MinSize()
			right -= m.Width
			place(t.actions[i], right, (head-m.Height)/2, m.Width, m.Height)
		}
		room := right - boardHandle - boardHeadPad
		w := min(textSize(t.note, theme.Small, false).Width, room*.5)
		if t.note == "" {
			w = 0
		}
		var wide float32
		wide, t.cut = putText(title, t.title, boardHandle, 0, room-w-theme.Gap, head)
		putText(note, t.note, boardHandle+wide+theme.Gap, 1, room-wide-theme.Gap, head)
		if t.content != nil {
			place(t.content, theme.Hair, head, s.Width-2*theme.Hair, s.Height-head-theme.Hair)
		}
		t.placeRing(ring, s)
	}
	return p.start()
}
