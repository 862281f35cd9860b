package ingest

import (
	"context"
	"math"
	"path/filepath"

	"tallyboard/internal/fault"
	"tallyboard/internal/logkind"
	"tallyboard/internal/sheet"
	"tallyboard/internal/table"
)

// firstLook is how many rows of each sheet are read to choose among them.
const firstLook = 300

// pickSheet finds the sheet that a person named, or else the one that looks
// most like a log.
func pickSheet(ctx context.Context, book *sheet.Book, o Options) (int, error) {
	if o.Sheet != "" {
		for i, s := range book.Sheets {
			if table.Fold(s.Name) == table.Fold(o.Sheet) {
				return i, nil
			}
		}
		if len(book.Sheets) != 1 || book.Sheets[0].Name != "" { // text files have no sheets to name
			return 0, fault.New("ingest.nosheet", filepath.Base(book.Path), o.Sheet)
		}
	}
	best, score := 0, math.Inf(-1)
	if len(book.Sheets) == 1 {
		return 0, nil
	}
	for i, s := range book.Sheets {
		g, err := book.Read(ctx, i, firstLook)
		if err != nil {
			if ctx.Err() != nil {
				return 0, ctx.Err()
			}
			continue // another sheet may be whole; if none is, reading the chosen one says why
		}
		if sc := likeLog(g, s, o); sc > score {
			best, score = i, sc
		}
	}
	return best, nil
}

// likeLog scores how much a sheet looks like a log: many rows, several
// columns, headers that are known.
func likeLog(g *sheet.Grid, info sheet.Info, o Options) float64 {
	if g.Rows() == 0 {
		return -10
	}
	b := newBlock(File{Sheet: info.Name}, g, o)
	known := 0
	for _, c := range b.cols {
		if logkind.Known(b.names[c]) {
			known++
		}
	}
	s := math.Log2(float64(b.count)+1) + math.Sqrt(float64(known)) + 0.5*math.Log2(float64(len(b.cols))+1)
	if info.Hidden {
		s -= 5
	}
	if b.bare {
		s -= 2
	}
	return s
}
