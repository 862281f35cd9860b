package derive

import "tallyboard/internal/table"

// truths is a column of truth in the making: the code of each row. A million of
// them are half the size of as many numbers.
type truths []uint32

// Codes of truths; 0 is not known.
const (
	yes = 1
	no  = 2
)

// truths is a column of which nothing is known yet.
func (w *work) truths() truths { return make(truths, w.rows()) }

// column makes the column, with the words of the language. It takes t: they must
// not be changed any more.
func (t truths) column(w *work) *table.Column {
	c := table.BoolColumn("", w.d.lang.T("derive.yes"), w.d.lang.T("derive.no"), nil)
	c.Codes = t
	return c
}
