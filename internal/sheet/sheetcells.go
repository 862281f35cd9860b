package sheet

import "context"

// sheetCells is one sheet of a workbook before its texts are looked up.
type sheetCells struct {
	blocks []*block
	merges []Range
	need   int // shared strings that there must be
}

// join looks up the texts of the cells and makes the grid; with limit > 0 only
// of its first rows.
func (cells *sheetCells) join(ctx context.Context, shared *sharedStrings, workers, limit int) (*Grid, error) {
	if cells.need > shared.n {
		return nil, errDamaged // texts are missing
	}
	locals := map[*pool][]uint32{}
	for _, b := range cells.blocks {
		if b.local == nil || locals[b.local] != nil {
			continue
		}
		if b.local.full {
			return nil, errTooBig
		}
		m := make([]uint32, b.local.len()+1)
		for c := 1; c < len(m); c++ {
			m[c] = shared.pool.code([]byte(b.local.at(uint32(c))))
		}
		locals[b.local] = m
	}
	if shared.pool.full {
		return nil, errTooBig
	}
	g, err := assemble(ctx, cells.blocks, shared.pool.dict(), func(b *block, _ int) (plain, local []uint32) {
		return shared.codes, locals[b.local]
	}, workers)
	if err != nil {
		return nil, err
	}
	g.Merges = cells.merges
	if limit > 0 {
		g.head(limit)
	}
	return g, nil
}
