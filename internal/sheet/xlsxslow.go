package sheet

import (
	"context"

	"golang.org/x/sync/errgroup"
)

// slow reads a sheet in whatever XML says the same: prefixes, single quotes,
// comments, CDATA, rows and cells without addresses or out of order.
func (f *xlsxFile) slow(ctx context.Context, i, limit int, m *meter, aside func() (bool, error)) (*sheetCells, error) {
	x, err := f.src.xml(f.src.part(f.parts[i]), m)
	if err != nil {
		return nil, err
	}
	s := &slowScan{x: x, cells: cells{forms: f.forms, date1904: f.date1904}}
	s.begin()
	eg, ctx := errgroup.WithContext(ctx)
	if aside != nil {
		eg.Go(func() error {
			return guard(func() error {
				for {
					if more, err := aside(); err != nil || !more {
						return err
					}
				}
			})
		})
	}
	eg.Go(func() error { return guard(func() error { return s.sheet(ctx, limit) }) })
	if err := eg.Wait(); err != nil {
		return nil, err
	}
	return &sheetCells{s.blocks, s.merges, s.need}, nil
}

type slowScan struct {
	cells
	x      *xmlScan
	spent  budget
	merges []Range
	rowNo  int
}

func (s *slowScan) sheet(ctx context.Context, limit int) error {
	data, done, rows := false, false, 0
	for {
		t, err := s.x.next()
		if err != nil {
			return err
		}
		if t == xmlEnd {
			if data && !done {
				return errCutOff
			}
			return s.spent.spend(s.block)
		}
		switch name := string(s.x.name); {
		case t == xmlText:
		case name == "sheetData":
			data, done = true, t == xmlClose
		case t == xmlOpen && name == "row" && data && !done:
			if err := s.row(); err != nil {
				return err
			}
			if s.block.open {
				rows++
			}
			if limit > 0 && rows > limit {
				return nil
			}
			if s.rowNo&1023 == 0 && ctx.Err() != nil {
				return ctx.Err()
			}
		case t == xmlOpen && name == "mergeCell":
			addMerge(&s.merges, s.x.attr("ref"))
		}
	}
}

// row reads the row that has just been opened.
func (s *slowScan) row() error {
	no := s.rowNo + 1 // of a row without a number
	if r := s.x.attr("r"); r != nil {
		if no, _ = address(r); no == 0 {
			return errDamaged
		}
	}
	s.rowNo = no
	if err := s.startRow(no, s.x.attrTrue("hidden"), &s.spent); err != nil {
		return err
	}
	for col := -1; ; {
		t, err := s.x.next()
		if err != nil {
			return err
		}
		switch name := string(s.x.name); {
		case t == xmlEnd:
			return errCutOff
		case t == xmlClose && name == "row":
			return nil
		case t == xmlOpen && name == "c":
			col++
			if _, c := address(s.x.attr("r")); c > 0 {
				col = c - 1
			}
			if col >= maxColumns {
				return errColumns
			}
			if err := s.cell(col); err != nil {
				return err
			}
		}
	}
}

// cell reads the cell that has just been opened.
func (s *slowScan) cell(col int) error {
	typ := string(s.x.attr("t"))
	style, _ := address(s.x.attr("s")) // absent means 0
	var text []byte
	inValue := false
	for {
		t, err := s.x.next()
		if err != nil {
			return err
		}
		switch name := string(s.x.name); {
		case t == xmlEnd:
			return errCutOff
		case t == xmlText:
			if inValue {
				text = s.x.appendContent(text)
			}
		case name == "c" && t == xmlClose:
			return nil
		case name == "extLst" && t == xmlOpen:
			if err := s.x.leave(name); err != nil {
				return err
			}
		case name == "v" && t == xmlOpen:
			inValue, text = true, text[:0]
		case name == "v":
			inValue = false
			if err := s.value(col, typ, style, text); err != nil {
				return err
			}
		case name == "is" && t == xmlOpen:
			if s.buf, err = appendRuns(s.buf[:0], s.x, "is"); err != nil {
				return err
			}
			s.text(col, s.buf)
		}
	}
}
