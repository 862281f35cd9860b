package widget

// boardPlace is where a tile stands on the grid of a Board.
type boardPlace struct{ row, col, wide, tall int }

// places finds room for the tiles one by one, each where it fits first, in n
// columns; what would stay empty behind or under a tile is given to it.
func (b *Board) places(n int) (out []boardPlace, rows int) {
	g := boardGrid{columns: n}
	for _, t := range b.tiles {
		p := boardPlace{wide: min(max(t.wide, 1), n), tall: max(t.tall, 1)}
		for !g.free(p) {
			if p.col++; p.col+p.wide > n {
				p.row, p.col = p.row+1, 0
			}
		}
		g.take(p)
		out = append(out, p)
	}
	rows = len(g.taken)
	if n == 1 {
		return out, rows
	}
	for i := range out {
		p := &out[i]
		for more := (boardPlace{p.row, p.col + p.wide, 1, p.tall}); more.col < n && g.free(more); more.col++ {
			g.take(more)
			p.wide++
		}
	}
	for i := range out {
		p := &out[i]
		for more := (boardPlace{p.row + p.tall, p.col, p.wide, 1}); more.row < rows && g.free(more); more.row++ {
			g.take(more)
			p.tall++
		}
	}
	return out, rows
}

// boardGrid tells which places are taken, by row and column.
type boardGrid struct {
	columns int
	taken   [][]bool
}

func (g *boardGrid) free(p boardPlace) bool {
	for r := p.row; r < min(p.row+p.tall, len(g.taken)); r++ {
		for c := p.col; c < p.col+p.wide; c++ {
			if g.taken[r][c] {
				return false
			}
		}
	}
	return true
}

func (g *boardGrid) take(p boardPlace) {
	for r := p.row; r < p.row+p.tall; r++ {
		for len(g.taken) <= r {
			g.taken = append(g.taken, make([]bool, g.columns))
		}
		for c := p.col; c < p.col+p.wide; c++ {
			g.taken[r][c] = true
		}
	}
}
