package explore

import (
	"fmt"

	"fyne.io/fyne/v2"

	"tallyboard/internal/ui/widget"
)

// spots are the widgets of the head that take the keyboard, by what they are for.
// Every change of the view makes them anew; the keyboard stays where it was.
type spots struct {
	at   map[string]fyne.Focusable
	next string // where the keyboard goes after the change under way; "" stays
}

// set notes what a widget is for.
func (s *spots) set(name string, f fyne.Focusable) {
	if s.at == nil {
		s.at = map[string]fyne.Focusable{}
	}
	s.at[name] = f
}

// item names the i-th chip of a row; behind the last stands what adds one.
func item(row string, i int) string { return fmt.Sprint(row, " ", i) }

func adding(row string) string { return row + " +" }

// holder names what has the keyboard; "" where it is not in the head.
func (s *spots) holder(f fyne.Focusable) string {
	for name, o := range s.at {
		chip, ok := o.(*widget.Chip)
		if f != nil && (o == f || ok && chip.Holds(f)) {
			return name
		}
	}
	return ""
}

// keep makes the head anew by fill and gives the keyboard back to what stands in
// the place of what had it: where that went, to its neighbour.
func (s *spots) keep(c fyne.Canvas, fill func()) {
	var was fyne.Focusable
	if c != nil && c.Overlays().Top() == nil {
		was = c.Focused()
	}
	name := s.holder(was)
	if s.next != "" && name != "" {
		name = s.next
	}
	s.at, s.next = nil, ""
	fill()
	if name == "" {
		return
	}
	var row string
	var i int
	now, ok := s.at[name]
	if _, err := fmt.Sscanf(name, "%s %d", &row, &i); !ok && err == nil {
		for i--; i >= 0 && !ok; i-- {
			now, ok = s.at[item(row, i)]
		}
		if !ok {
			now, ok = s.at[adding(row)]
		}
	}
	if ok {
		widget.HandFocus(c, was, now)
	}
}
