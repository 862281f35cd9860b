package explore

import (
	"fmt"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"tallyboard/internal/pivot"
	"tallyboard/internal/session"
	"tallyboard/internal/table"
	"tallyboard/internal/ui/theme"
	"tallyboard/internal/ui/widget"
)

// form is a popup that asks what to keep of a column, in one of several ways:
// some of its values, a range of numbers, words that contain something, the
// best few.
type form struct {
	f      *filters
	owner  fyne.CanvasObject
	column string
	was    []pivot.Filter
	pop    *widget.Popup
	body   *fyne.Container
	read   func() ([]pivot.Filter, bool) // what the way in front comes to; false is not ready
	ways   []way
}

// way is one tab of the form.
type way struct {
	title string
	ops   []pivot.Op // of a filter that is edited this way
	show  func(*form)
}

const formWidth = 320

func newForm(f *filters, owner fyne.CanvasObject, column string, t table.Type, was []pivot.Filter) {
	m := &form{f: f, owner: owner, column: column, was: was, body: container.NewStack()}
	values := way{"explore.filter.values", []pivot.Op{pivot.Eq, pivot.Ne}, (*form).values}
	best := way{"explore.filter.best", []pivot.Op{pivot.Best}, (*form).best}
	m.ways = []way{values, {"explore.filter.contains", []pivot.Op{pivot.Contains}, (*form).contains}, best}
	if t != table.Text {
		m.ways = []way{{"explore.filter.range", []pivot.Op{pivot.Ge, pivot.Le, pivot.Gt, pivot.Lt}, (*form).between}, values}
	}
	at := 0
	names := make([]string, len(m.ways))
	for i, w := range m.ways {
		names[i] = f.s.T(w.title)
		for _, op := range w.ops {
			if len(was) > 0 && was[0].Op == op {
				at = i
			}
		}
	}
	tabs := widget.NewSegmented(names, func(i int) { m.turn(i) })
	tabs.SetSelected(at)
	apply := widget.NewButton(f.s.T("explore.filter.apply"), "", widget.Primary, m.apply)
	foot := container.NewHBox(layout.NewSpacer(), apply)
	m.pop = widget.ShowPopup(owner, container.New(layout.NewCustomPaddedLayout(10, 10, 10, 10),
		stacked(container.NewHBox(tabs), container.New(layout.NewCustomPaddedLayout(theme.Gap, theme.Gap, 0, 0), m.body), foot)))
	m.turn(at)
}

// stacked puts a head above a body that takes the room, and a foot below it. Tab
// goes from the one to the next.
func stacked(head, body, foot fyne.CanvasObject) fyne.CanvasObject {
	return container.New(layout.NewBorderLayout(head, foot, nil, nil), head, body, foot)
}

// turn shows another way.
func (m *form) turn(i int) {
	m.read = nil
	m.ways[i].show(m)
}

func (m *form) set(o fyne.CanvasObject) {
	m.body.Objects = []fyne.CanvasObject{o}
	m.body.Refresh()
	m.pop.Refresh()
}

func (m *form) apply() {
	if m.read == nil {
		return
	}
	if next, ok := m.read(); ok {
		m.pop.Close()
		m.f.put(m.was, next)
	}
}

// values lists the column's values, once they are counted.
func (m *form) values() {
	w := pivot.Filter{Column: m.column, Op: pivot.Eq}
	if len(m.was) > 0 && (m.was[0].Op == pivot.Eq || m.was[0].Op == pivot.Ne) {
		w = m.was[0]
	}
	m.f.s.ColumnValues(m.column, pivot.Plain, func(values []session.ValueCount) {
		list := widget.NewValueList(m.f.s.Lang(), listed(values, w, m.f.s.Lang()))
		list.OnEscape = m.pop.Close
		list.OnSubmit = func() {
			if !list.Searching() || list.OnlyFound() {
				m.apply()
			}
		}
		m.read = func() ([]pivot.Filter, bool) {
			next := chosen(values, list.On(), w)
			return next, len(next) == 0 || len(next[0].Values) > 0
		}
		m.set(list)
		m.focus(list.Focusable())
	})
}

// field makes a field that Enter takes over and Escape leaves.
func (m *form) field(hint, value string) *widget.Field {
	f := widget.NewField(hint, nil)
	f.SetText(value)
	f.OnSubmit, f.OnEscape = m.apply, m.pop.Close
	return f
}

// focus gives the keyboard to what is not on the screen yet.
func (m *form) focus(f fyne.Focusable) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(m.owner); c != nil {
		c.Focus(f)
	}
}

func (m *form) lines(o ...fyne.CanvasObject) {
	m.set(container.New(layout.NewGridWrapLayout(fyne.NewSize(formWidth, float32(len(o))*(theme.Control+theme.Gap))),
		container.New(layout.NewCustomPaddedVBoxLayout(theme.Gap), o...)))
}

// between asks for the two ends of a range.
func (m *form) between() {
	lo, hi := ends(m.was)
	least, most := "", ""
	if f := m.f.shelf.known(m.column); f.Min == f.Min && f.Distinct > 0 {
		least, most = m.short(f.Min), m.short(f.Max)
	}
	from, to := m.field(m.f.s.T("explore.filter.from", least), lo), m.field(m.f.s.T("explore.filter.to", most), hi)
	m.read = func() (out []pivot.Filter, ok bool) {
		for _, end := range []struct {
			op   pivot.Op
			text string
		}{{pivot.Ge, from.Text()}, {pivot.Le, to.Text()}} {
			if t := strings.TrimSpace(end.text); t != "" {
				out = append(out, pivot.Filter{Column: m.column, Op: end.op, Values: []string{t}})
			}
		}
		return out, true
	}
	m.lines(from, to)
	m.focus(from.Focusable())
}

// short is a number as it is typed: a time of day or a duration as h:mm:ss.
func (m *form) short(v float64) string {
	if t := m.f.shelf.typeOf(m.column); t == table.Duration || t == table.Clock {
		sec := int(v)
		return fmt.Sprintf("%d:%02d:%02d", sec/3600, sec/60%60, sec%60)
	}
	return strconv.FormatFloat(v, 'g', 6, 64)
}

// contains asks for a part of the words.
func (m *form) contains() {
	word := ""
	if len(m.was) > 0 && m.was[0].Op == pivot.Contains {
		word = strings.Join(m.was[0].Values, " ")
	}
	field := m.field(m.f.s.T("explore.filter.contains.hint"), word)
	m.read = func() ([]pivot.Filter, bool) {
		if field.Text() == "" {
			return nil, true
		}
		return []pivot.Filter{{Column: m.column, Op: pivot.Contains, Values: []string{field.Text()}}}, true
	}
	m.lines(field)
	m.focus(field.Focusable())
}

// usualBest is how many of the best are kept at first.
const usualBest = 10

// best asks how many of the greatest, or of the least, are kept.
func (m *form) best() {
	n, least := usualBest, false
	if len(m.was) > 0 && m.was[0].Op == pivot.Best && len(m.was[0].Values) > 0 {
		if k, err := strconv.Atoi(m.was[0].Values[0]); err == nil {
			n, least = max(k, -k), k < 0
		}
	}
	field := m.field("", strconv.Itoa(n))
	side := widget.NewSegmented([]string{m.f.s.T("explore.filter.most"), m.f.s.T("explore.filter.least")}, nil)
	if least {
		side.SetSelected(1)
	}
	m.read = func() ([]pivot.Filter, bool) {
		k, err := strconv.Atoi(strings.TrimSpace(field.Text()))
		if err != nil || k < 1 {
			return nil, false
		}
		if side.Selected() == 1 {
			k = -k
		}
		f := pivot.Filter{Column: m.column, Op: pivot.Best, Values: []string{strconv.Itoa(k)}}
		if v := m.f.s.View().Spec.Values; len(v) > 0 {
			first := v[0]
			first = first.Bare()
			f.Values = append(f.Values, first.String())
		}
		return []pivot.Filter{f}, true
	}
	m.lines(container.NewHBox(side), field)
	m.focus(field.Focusable())
}
