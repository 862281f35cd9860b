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
// most like a log, and the other sheets of its layout.
func pickSheet(ctx context.Context, book *sheet.Book, o Options) (chosen int, alike []int, err error) {
	if len(book.Sheets) == 1 {
		if name := book.Sheets[0].Name; o.Sheet != "" && name != "" && table.Fold(name) != table.Fold(o.Sheet) {
			return 0, nil, fault.New("ingest.nosheet", filepath.Base(book.Path), o.Sheet)
		}
		return 0, nil, nil
	}
	chosen = -1
	score := math.Inf(-1)
	looks := make([]*block, len(book.Sheets))
	for i, s := range book.Sheets {
		g, err := book.Read(ctx, i, firstLook)
		if err != nil {
			if ctx.Err() != nil {
				return 0, nil, ctx.Err()
			}
			continue // another sheet may be whole; if none is, reading the chosen one says why
		}
		if g.Rows() > 0 {
			if looks[i], err = pickTable(File{Sheet: s.Name}, g, Options{}); err != nil {
				return 0, nil, err
			}
		}
		switch {
		case o.Sheet != "":
			if table.Fold(s.Name) == table.Fold(o.Sheet) {
				chosen = i
			}
		case looks[i] != nil:
			if sc := sheetScore(looks[i], s); sc > score {
				chosen, score = i, sc
			}
		}
	}
	if chosen < 0 {
		if o.Sheet != "" {
			return 0, nil, fault.New("ingest.nosheet", filepath.Base(book.Path), o.Sheet)
		}
		return 0, nil, nil
	}
	for i, l := range looks {
		if i != chosen && l != nil && looks[chosen] != nil && !book.Sheets[i].Hidden && equalLayout(looks[chosen], l) {
			alike = append(alike, i)
		}
	}
	return chosen, alike, nil
}

// sheetScore is likeLog with what the sheet's own entry says.
func sheetScore(b *block, info sheet.Info) float64 {
	if info.Hidden {
		return likeLog(b) - 5
	}
	return likeLog(b)
}

// likeLog scores how much a table looks like a log: many rows, several
// columns, headers that are known.
func likeLog(b *block) float64 {
	known := 0
	for _, c := range b.cols {
		if logkind.Known(b.names[c]) {
			known++
		}
	}
	s := math.Log2(float64(b.count)+1) + math.Sqrt(float64(known)) + 0.5*math.Log2(float64(len(b.cols))+1)
	if b.bare {
		s -= 2
	}
	return s
}
