package sheet

import "math"

// block is some consecutive rows of a sheet while it is being read: a piece
// that one goroutine parses, or simply the next few thousand rows. Rows
// without a value are not stored. Columns are kept apart and sparse, so that a
// few cells far out cost nothing.
type block struct {
	rowNo  []uint32 // of the stored rows
	hidden []uint32 // of the stored rows that are hidden
	cols   []blockCol
	local  *pool // where codes with localBit count; several blocks may share it
	cells  int

	hint int // rows that the block will have, if it is like the one before

	last uint32 // number of the last row met, stored or not
	// lead counts the stored rows at the start whose numbers go on from the
	// last row of the block before, since the file gives none.
	lead       int
	hiddenLead int  // how many of them are hidden
	relative   bool // last, too, goes on from the block before
	open       bool // the present row has a value, so it is stored
	hide       bool // the present row is hidden
}

type blockCol struct {
	start int // stored row of text[0], num[0], forms[0]
	hint  int // values to make room for at once
	text  []uint32
	num   []float64
	form  Form // of the numbers and errors so far; only set where any is
	any   bool
	forms []Form // once there are several
}

const (
	localBit   = 1 << 31
	maxColumns = 16384
	maxRow     = 1 << 24 // of LibreOffice; Excel ends at 1 << 20
	// hintColumns bounds the columns that get room for all rows at once.
	hintColumns = 64
	// maxDense bounds stored rows × columns of one block.
	maxDense = 1 << 21
)

var nan = math.NaN()

// full reports that the block should be followed by another at the next row.
func (b *block) full() bool { return len(b.rowNo)*len(b.cols) > maxDense }

// row begins the row with the given number.
func (b *block) row(no uint32, hidden bool) {
	b.last, b.relative, b.open, b.hide = no, false, false, hidden
}

// nextRow begins a row whose number the file does not give.
func (b *block) nextRow(hidden bool) {
	if len(b.rowNo) == 0 && b.last == 0 {
		b.relative = true
	}
	rel := b.relative
	b.row(b.last+1, hidden)
	b.relative = rel
}

// store gives the present row its place, and returns it.
func (b *block) store() int {
	if !b.open {
		b.open = true
		b.rowNo = append(b.rowNo, b.last)
		if b.hide {
			b.hidden = append(b.hidden, b.last)
		}
		if b.relative {
			b.lead, b.hiddenLead = len(b.rowNo), len(b.hidden)
		}
	}
	return len(b.rowNo) - 1
}

// col finds a column; the caller has checked that c is under maxColumns.
func (b *block) col(c, r int) *blockCol {
	if c >= len(b.cols) {
		b.cols = append(b.cols, make([]blockCol, c+1-len(b.cols))...)
	}
	k := &b.cols[c]
	if k.text == nil && k.num == nil {
		k.start, k.hint = r, 0
		if c < hintColumns {
			k.hint = b.hint
		}
	}
	b.cells++
	return k
}

// setText gives cell c of the present row the string of a code; code 0 is a
// blank cell.
func (b *block) setText(c int, code uint32) {
	if code == 0 {
		return
	}
	r := b.store()
	k := b.col(c, r)
	k.putText(r-k.start, code)
	if k.forms != nil {
		k.putForm(r-k.start, FormGeneral)
	}
}

// setError is setText for the text of an error.
func (b *block) setError(c int, code uint32) {
	if code == 0 {
		return
	}
	r := b.store()
	k := b.col(c, r)
	k.putText(r-k.start, code)
	k.spread(r - k.start)
	k.putForm(r-k.start, FormError)
}

// setNum gives cell c of the present row a number with its form.
func (b *block) setNum(c int, v float64, f Form) {
	r := b.store()
	k := b.col(c, r)
	i := r - k.start
	if i < len(k.num) {
		k.num[i] = v
	} else {
		if k.num == nil {
			k.num = make([]float64, 0, max(k.hint, i+1))
		}
		for len(k.num) < i {
			k.num = append(k.num, nan)
		}
		k.num = append(k.num, v)
	}
	if i < len(k.text) {
		k.text[i] = 0
	}
	if !k.any && k.forms == nil {
		k.any, k.form = true, f
	}
	if k.forms == nil && k.form != f {
		k.spread(i)
	}
	if k.forms != nil {
		k.putForm(i, f)
	}
}

func (k *blockCol) putText(i int, code uint32) {
	if i < len(k.num) {
		k.num[i] = nan
	}
	if i < len(k.text) {
		k.text[i] = code
		return
	}
	if k.text == nil {
		k.text = make([]uint32, 0, max(k.hint, i+1))
	}
	for len(k.text) < i {
		k.text = append(k.text, 0)
	}
	k.text = append(k.text, code)
}

// spread begins to keep the form of each cell: from here on they differ.
func (k *blockCol) spread(i int) {
	if k.forms != nil {
		return
	}
	k.forms = make([]Form, i, i+64)
	for j := range k.forms {
		if j < len(k.num) && k.num[j] == k.num[j] {
			k.forms[j] = k.form
		}
	}
}

func (k *blockCol) putForm(i int, f Form) {
	if i < len(k.forms) {
		k.forms[i] = f
		return
	}
	for len(k.forms) < i {
		k.forms = append(k.forms, FormGeneral)
	}
	k.forms = append(k.forms, f)
}
