package derive

import "tallyboard/internal/table"

// truths is a column of truth in the making: the code of each row, in a byte, so
// that those of a million rows lie in the processor's own memory.
type truths []uint8

// Codes of truths; 0 is not known.
const (
	yes = 1
	no  = 2
)

// truths is a column of which nothing is known yet.
func (w *work) truths() truths { return make(truths, w.rows()) }

// truthOf is the code of yes (1), no (0) or unknown (NaN).
func truthOf(v float64) uint8 {
	switch {
	case v != v:
		return 0
	case v != 0:
		return yes
	}
	return no
}

// column makes the column, with the words of the language.
func (t truths) column(w *work) *table.Column { return w.marked(t, [8]uint8{yes: yes, no: no}) }

// marked makes a column of truth from a mark of each row and what each mark says.
func (w *work) marked(marks []uint8, says [8]uint8) *table.Column {
	c := table.BoolColumn("", w.d.lang.T("derive.yes"), w.d.lang.T("derive.no"), nil)
	c.Codes = make([]uint32, len(marks))
	stretches(len(marks), func(from, to int) {
		for i, m := range marks[from:to] {
			c.Codes[from+i] = uint32(says[m&7])
		}
	})
	return c
}
