package sheet

import "context"

// xlsScan reads the cells of a BIFF8 sheet.
type xlsScan struct {
	cells
	merges  []Range
	hidden  map[int]bool // rows, counted from 0
	spent   budget
	row     int // the present row, counted from 1; 0 before the first
	rows    int // stored so far
	pending int // column of a formula whose text is in the next record; -1 where there is none
}

func (s *xlsScan) sheet(ctx context.Context, book []byte, offset, limit int) error {
	r := biffRecords{b: book, at: offset}
	depth := 0 // charts stand inside the sheet between a BOF and an EOF of their own
	s.pending = -1
	for n := 0; ; n++ {
		if n&8191 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		id, b, ok := r.next()
		if !ok {
			return errCutOff
		}
		switch id {
		case biffBOF:
			depth++
			continue
		case biffEOF:
			if depth--; depth <= 0 {
				return s.spent.spend(s.block)
			}
			continue
		}
		if depth != 1 {
			continue
		}
		if id == biffString && s.pending >= 0 {
			s.formulaText(r.continued(b))
			continue
		}
		if err := s.record(id, b); err != nil {
			return err
		}
		if limit > 0 && s.rows > limit {
			return nil
		}
	}
}

// record stores what a record says; records of other kinds say nothing here.
func (s *xlsScan) record(id int, b []byte) error {
	switch id {
	case biffRow:
		if byteAt(b, 12)&0x20 != 0 {
			s.hidden[le16(b, 0)] = true
		}
		return nil
	case biffMerged:
		for n := 0; n < le16(b, 0) && 10+8*n <= len(b); n++ {
			m := b[2+8*n:]
			s.merges = append(s.merges, Range{le16(m, 0) + 1, le16(m, 4) + 1, le16(m, 2) + 1, le16(m, 6) + 1})
		}
		return nil
	case biffLabelSST, biffNumber, biffRK, biffMulRK, biffLabel, biffRString, biffFormula, biffBoolErr:
	default:
		return nil
	}
	if err := s.toRow(le16(b, 0) + 1); err != nil {
		return err
	}
	col, style := le16(b, 2), le16(b, 4)
	if col >= maxColumns {
		return errColumns
	}
	switch id {
	case biffLabelSST:
		i := le32(b, 6)
		if i > 1<<30 {
			return errDamaged
		}
		s.shared(col, int(i))
	case biffNumber:
		s.number8(col, b, style)
	case biffRK:
		s.num(col, rkNumber(le32(b, 6)), style)
	case biffMulRK:
		for at := 4; at+8 <= len(b) && col < maxColumns; at += 6 {
			s.num(col, rkNumber(le32(b, at+2)), le16(b, at))
			col++
		}
	case biffLabel, biffRString:
		text, _ := biffText(from(b, 8), le16(b, 6))
		s.text(col, []byte(text))
	case biffBoolErr:
		s.boolErr(col, byteAt(b, 6), byteAt(b, 7) != 0)
	case biffFormula:
		s.formula(col, b, style)
	}
	return nil
}

// toRow goes to the row with the given number, counted from 1.
func (s *xlsScan) toRow(no int) error {
	if no == s.row {
		return nil
	}
	if s.block.open {
		s.rows++
	}
	s.row = no
	return s.startRow(no, s.hidden[no-1], &s.spent)
}

func (s *xlsScan) number8(col int, b []byte, style int) {
	if v := leFloat(b, 6); v == v {
		s.num(col, v, style)
	}
}

func (s *xlsScan) boolErr(col int, v byte, isErr bool) {
	if isErr {
		s.block.setError(col, s.local([]byte(errorText(v))))
		return
	}
	s.block.setNum(col, float64(min(v, 1)), FormBool)
}

// formula stores the result that was saved with a formula.
func (s *xlsScan) formula(col int, b []byte, style int) {
	s.pending = -1
	if le16(b, 12) != 0xffff {
		s.number8(col, b, style)
		return
	}
	switch byteAt(b, 6) {
	case 0:
		s.pending = col
	case 1:
		s.boolErr(col, byteAt(b, 8), false)
	case 2:
		s.boolErr(col, byteAt(b, 8), true)
	}
}

func (s *xlsScan) formulaText(segments [][]byte) {
	r := segmentReader{segments: segments}
	n := le16(r.take(2), 0)
	s.buf = r.chars(s.buf[:0], n, byteAt(r.take(1), 0)&1 != 0)
	s.text(s.pending, s.buf)
	s.pending = -1
}
