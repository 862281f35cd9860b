package sheet

import (
	"context"
	"sync"
	"sync/atomic"

	"tallyboard/internal/table"
)

// budget refuses sheets that would take far more memory than their cells
// need, such as one cell in each of many far columns and rows.
type budget struct{ cells, slots atomic.Int64 }

const (
	slackSlots   = 24 << 20 // rows × columns that any sheet may have
	slotsPerCell = 16       // and what each of its cells adds
	columnSlots  = 28       // what a column of a block takes beside its values
)

// spend counts a finished block.
func (b *budget) spend(bl *block) error {
	slots := len(bl.cols) * columnSlots
	for c := range bl.cols {
		slots += cap(bl.cols[c].text) + 2*cap(bl.cols[c].num)
	}
	if len(bl.cols) > maxColumns {
		return errColumns
	}
	if bl.last > maxRow {
		return errDamaged
	}
	if s, n := b.slots.Add(int64(slots)), b.cells.Add(int64(bl.cells)); s > slackSlots+slotsPerCell*n {
		return errTooBig
	}
	return nil
}

// decoder says what the text codes of a column of a block stand for in the
// strings of the grid: the plain ones, and those with localBit. A nil slice
// leaves codes as they are.
type decoder func(bl *block, col int) (plain, local []uint32)

// assemble joins blocks, which it empties, to a grid. Codes that decode to 0
// are blank cells.
func assemble(ctx context.Context, blocks []*block, strings *table.Dict, decode decoder, workers int) (*Grid, error) {
	g := &Grid{Strings: strings}
	rows, cols := numberRows(g, blocks)
	if int64(rows)*int64(cols) > slackSlots {
		cells := 0
		for _, bl := range blocks {
			cells += bl.cells
		}
		if int64(rows)*int64(cols) > slackSlots+slotsPerCell*int64(cells) {
			return nil, errTooBig
		}
	}
	g.Cols = make([]Column, cols)
	var blanked, failed atomic.Bool
	var next atomic.Int64
	var wg sync.WaitGroup
	for range max(1, workers) {
		wg.Go(func() {
			for {
				c := int(next.Add(1)) - 1
				if c >= cols || ctx.Err() != nil || failed.Load() {
					return
				}
				if err := guard(func() error {
					blank, err := joinColumn(&g.Cols[c], c, rows, blocks, decode)
					if blank {
						blanked.Store(true)
					}
					return err
				}); err != nil {
					failed.Store(true)
				}
			}
		})
	}
	wg.Wait()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if failed.Load() {
		return nil, errDamaged
	}
	if !ascending(g.RowNo) {
		g.sortRows()
	}
	if blanked.Load() {
		g.dropBlank()
	}
	g.trim()
	if n := len(g.RowNo); n > 0 {
		g.Blank = int(g.RowNo[n-1]-g.RowNo[0]) + 1 - n
	}
	return g, nil
}

// numberRows gives each stored row its number, now that those of all blocks
// are known.
func numberRows(g *Grid, blocks []*block) (rows, cols int) {
	for _, bl := range blocks {
		rows += len(bl.rowNo)
		cols = max(cols, len(bl.cols))
	}
	g.RowNo = make([]uint32, 0, rows)
	last := uint32(0)
	for _, bl := range blocks {
		at := len(g.RowNo)
		g.RowNo = append(g.RowNo, bl.rowNo...)
		for i := range bl.lead {
			g.RowNo[at+i] += last
		}
		for i := range bl.hiddenLead {
			bl.hidden[i] += last
		}
		g.Hidden = append(g.Hidden, bl.hidden...)
		switch {
		case bl.relative:
			last += bl.last
		case bl.last > 0:
			last = bl.last
		}
	}
	return rows, cols
}

func ascending(s []uint32) bool {
	for i := 1; i < len(s); i++ {
		if s[i] <= s[i-1] {
			return false
		}
	}
	return true
}

// joinColumn copies one column out of all blocks, and frees it there.
func joinColumn(out *Column, c, rows int, blocks []*block, decode decoder) (blanked bool, err error) {
	var form Form
	have, mixed := false, false
	for _, bl := range blocks {
		if c >= len(bl.cols) {
			continue
		}
		k := &bl.cols[c]
		mixed = mixed || k.forms != nil
		if k.any {
			mixed = mixed || have && form != k.form
			have, form = true, k.form
		}
		if k.text != nil && out.Text == nil {
			out.Text = make([]uint32, rows)
		}
		if k.num != nil && out.Num == nil {
			out.Num = make([]float64, rows)
			for i := range out.Num {
				out.Num[i] = nan
			}
		}
	}
	out.AllForm = form
	if mixed {
		out.AllForm, out.Form = FormGeneral, make([]Form, rows)
	}
	at := 0
	for _, bl := range blocks {
		n := len(bl.rowNo)
		if c < len(bl.cols) {
			k := &bl.cols[c]
			s := at + k.start
			plain, local := decode(bl, c)
			b, err := decodeText(out.Text, s, k.text, plain, local)
			if err != nil {
				return false, err
			}
			blanked = blanked || b
			if k.num != nil {
				copy(out.Num[s:], k.num)
			}
			if mixed {
				if k.forms != nil {
					copy(out.Form[s:], k.forms)
				} else {
					for i, v := range k.num {
						if v == v {
							out.Form[s+i] = k.form
						}
					}
				}
			}
			*k = blockCol{}
		}
		at += n
	}
	return blanked, nil
}

func decodeText(out []uint32, s int, text, plain, local []uint32) (blanked bool, err error) {
	if plain == nil && local == nil {
		copy(out[min(s, len(out)):], text)
		return false, nil
	}
	for i, v := range text {
		switch {
		case v == 0:
			continue
		case v&localBit != 0:
			v = local[v&^localBit]
		case plain != nil:
			if int(v) >= len(plain) {
				return false, errDamaged
			}
			v = plain[v]
		}
		if v == 0 {
			blanked = true
		}
		out[s+i] = v
	}
	return blanked, nil
}
