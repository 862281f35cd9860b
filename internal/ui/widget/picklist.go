package widget

import (
	"sort"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"tallyboard/internal/lang"
	"tallyboard/internal/ui/theme"
)

// pickList is the inside of a picker's popup: a field to search in, and the
// items that answer.
type pickList struct {
	widget.BaseWidget
	items    []PickItem
	find     *finder
	shown    []pickLine
	selected string
	list     *lines
	search   *input
	none     string
	onPick   func(id string)
	onEscape func()
	wide     float32
	badge    float32 // width of the widest badge, so that sketches stand in a column
}

// pickLine is a heading, or an item by its index.
type pickLine struct {
	heading string
	item    int
}

const (
	pickRowTall    float32 = 32
	pickRowTaller  float32 = 44 // with a second line
	pickMostRows           = 10
	searchFromSize         = 8 // with fewer items there is no search field
)

func newPickList(l lang.Lang, items []PickItem, selected string) *pickList {
	p := &pickList{items: items, selected: selected, find: newFinder(), none: l.T("widget.nothing")}
	p.search = newInput(l.T("widget.search"))
	p.search.OnChanged = p.filter
	p.search.onKey = p.typed
	p.list = newLines(p.tall(), func() lineRow { return newPickRow(p) })
	p.ExtendBaseWidget(p)
	p.wide = p.wanted()
	for i, step := 0, max(len(items)/200, 1); i < len(items); i += step {
		if b := items[i].Badge; b != "" {
			p.badge = max(p.badge, textSize(b, theme.Small, false).Width)
		}
	}
	p.filter("")
	return p
}

func (p *pickList) searchable() bool { return len(p.items) >= searchFromSize }

// focus gives the keyboard to the search field.
func (p *pickList) focus(c fyne.Canvas) {
	if c != nil && p.searchable() {
		c.Focus(p.search)
	}
}

// filter shows the items that answer what was typed, the best first.
func (p *pickList) filter(typed string) {
	typed = strings.ToLower(strings.ReplaceAll(strings.TrimSpace(typed), "'", ""))
	p.shown = p.shown[:0]
	if typed == "" {
		p.all()
	} else {
		p.ranked(typed)
	}
	current := -1
	for i, l := range p.shown {
		if l.heading == "" && (current < 0 || typed == "" && p.items[l.item].ID == p.selected) {
			current = i
		}
	}
	p.list.reset(len(p.shown), current)
	p.Refresh()
}

func (p *pickList) all() {
	group := ""
	for i, it := range p.items {
		if it.Group != group {
			if group = it.Group; group != "" {
				p.shown = append(p.shown, pickLine{heading: group})
			}
		}
		p.shown = append(p.shown, pickLine{item: i})
	}
}

func (p *pickList) ranked(typed string) {
	ranks := make([]int, len(p.items))
	for i, it := range p.items {
		r := 3 * p.find.rank(it.Text, typed)
		if r == 0 && it.Also != "" {
			r = min(p.find.rank(it.Also, typed), 2)
		}
		if r == 0 && it.Note != "" && strings.Contains(strings.ToLower(it.Note), typed) {
			r = 1
		}
		if ranks[i] = r; r > 0 {
			p.shown = append(p.shown, pickLine{item: i})
		}
	}
	sort.SliceStable(p.shown, func(a, b int) bool { return ranks[p.shown[a].item] > ranks[p.shown[b].item] })
}

// typed handles the keys that move the choice; the search field passes them on.
func (p *pickList) typed(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyDown:
		p.step(1, 1)
	case fyne.KeyUp:
		p.step(-1, 1)
	case fyne.KeyPageDown:
		p.step(1, p.list.visible()-1)
	case fyne.KeyPageUp:
		p.step(-1, p.list.visible()-1)
	case fyne.KeyHome:
		p.step(-1, len(p.shown))
	case fyne.KeyEnd:
		p.step(1, len(p.shown))
	case fyne.KeyReturn, fyne.KeyEnter:
		p.choose(p.list.current)
	case fyne.KeyEscape:
		if p.onEscape != nil {
			p.onEscape()
		}
	}
}

// step moves the current line n items in a direction, over headings.
func (p *pickList) step(d, n int) {
	current := p.list.current
	for i := current + d; i >= 0 && i < len(p.shown) && n > 0; i += d {
		if p.shown[i].heading == "" {
			current = i
			n--
		}
	}
	p.list.move(current)
}

func (p *pickList) choose(i int) {
	if i < 0 || i >= len(p.shown) || p.shown[i].heading != "" || p.onPick == nil {
		return
	}
	if it := p.items[p.shown[i].item]; !it.Off {
		p.onPick(it.ID)
	}
}

func (p *pickList) tall() float32 {
	for _, it := range p.items {
		if it.Note != "" {
			return pickRowTaller
		}
	}
	return pickRowTall
}

func (p *pickList) head() float32 {
	if p.searchable() {
		return theme.Control + 12
	}
	return 0
}

// Tapped keeps clicks between the rows from closing the popup.
func (p *pickList) Tapped(*fyne.PointEvent) {}

// wanted is the width of the widest item; of very many only some are measured.
func (p *pickList) wanted() float32 {
	w := float32(200)
	step := max(len(p.items)/200, 1)
	for i := 0; i < len(p.items); i += step {
		w = max(w, rowWidth(p.items[i]))
	}
	return min(w, 420)
}

// CreateRenderer implements fyne.Widget.
func (p *pickList) CreateRenderer() fyne.WidgetRenderer {
	none := newText()
	none.Alignment = fyne.TextAlignCenter
	r := &parts{of: p, objects: []fyne.CanvasObject{none, p.list}}
	if p.searchable() {
		r.objects = append(r.objects, p.search)
	}
	r.min = func() fyne.Size {
		n := min(max(len(p.items)+p.headings(), 1), pickMostRows)
		return fyne.NewSize(p.wide+16, p.head()+float32(n)*p.list.tall+8)
	}
	r.update = func() {
		setText(none, p.none, theme.Body, theme.Second, false)
		none.Hidden = len(p.shown) > 0
	}
	r.layout = func(s fyne.Size) {
		place(p.search, 8, 8, s.Width-16, theme.Control)
		place(p.list, 4, p.head()+4, s.Width-6, s.Height-p.head()-8)
		putText(none, p.none, 0, p.head(), s.Width, s.Height-p.head())
	}
	return r.start()
}

func (p *pickList) headings() (n int) {
	group := ""
	for _, it := range p.items {
		if it.Group != group {
			group = it.Group
			n++
		}
	}
	return n
}
