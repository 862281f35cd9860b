package sheet

import (
	"cmp"
	"context"
	"slices"
)

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
	var pools []*pool // texts that stand in the cells, of each goroutine
	for _, b := range cells.blocks {
		if b.local != nil && !slices.Contains(pools, b.local) {
			pools = append(pools, b.local)
		}
	}
	locals := map[*pool][]uint32{}
	for i, p := range pools {
		if p.full || ctx.Err() != nil {
			return nil, cmp.Or(ctx.Err(), errTooBig)
		}
		locals[p] = shared.pool.absorb(p, i < len(pools)-1)
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
