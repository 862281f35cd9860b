package sheet

import (
	"bytes"
	"context"
	"runtime"
	"strings"

	"tallyboard/internal/table"
)

func (t *textFile) read(ctx context.Context, _, limit int) (*Grid, error) {
	delim, runs := t.delim, t.delim
	if delim == blanks1 || delim == blanks2 {
		delim = '\t'
	}
	workers, size := t.src.opts.workers(), textSize
	if limit > 0 {
		workers, size = 1, lookSize
	}
	scans := make([]*textScan, workers)
	for i := range scans {
		scans[i] = &textScan{delim: delim}
	}
	prepare := func(p *piece) {
		if t.oldMac {
			for i, c := range p.b {
				if c == '\r' {
					p.b[i] = '\n'
				}
			}
		}
		if runs != delim {
			p.b = collapse(p.b, runs)
		}
	}
	whole := func(b []byte) int {
		if t.oldMac {
			return bytes.LastIndexByte(b, '\r') + 1
		}
		return recordsEnd(b, delim)
	}
	var parts []*scanned
	var err error
	if limit > 0 {
		parts, err = t.look(ctx, limit, size, scans[0], prepare, whole)
	} else {
		parts, err = t.parse(ctx, size, scans, prepare, whole)
	}
	if err != nil {
		return nil, err
	}
	g, err := t.join(ctx, parts, scans)
	if err != nil {
		return nil, err
	}
	if limit > 0 {
		g.head(limit)
	}
	return g, nil
}

// look parses pieces one after the other until there are limit rows.
func (t *textFile) look(ctx context.Context, limit, size int, scan *textScan, prepare func(*piece), whole func([]byte) int) (parts []*scanned, err error) {
	rows := 0
	err = cutStream(ctx, t.stream(ctx), size, whole, func(p piece) error {
		prepare(&p)
		part, err := scan.piece(p)
		p.free()
		if err != nil {
			return err
		}
		parts = append(parts, part)
		if rows += len(part.rowNo); rows >= limit {
			return errEnough
		}
		return nil
	})
	if err == errEnough {
		err = nil
	}
	return parts, err
}

// parse is look for all of the text, by several goroutines.
func (t *textFile) parse(ctx context.Context, size int, scans []*textScan, prepare func(*piece), whole func([]byte) int) ([]*scanned, error) {
	var spent budget
	parsers := make([]func(piece) (*scanned, error), len(scans))
	for i, s := range scans {
		parsers[i] = func(p piece) (*scanned, error) {
			defer p.free()
			prepare(&p)
			part, err := s.piece(p)
			if err != nil {
				return nil, err
			}
			return part, spent.spend(part.block)
		}
	}
	return parsePieces(ctx, &pieceStream{cutter: cutter{r: t.stream(ctx), size: size, whole: whole}}, parsers, nil)
}

// join makes the grid: the pools of each column become one, decoded, and the
// columns follow each other in the strings.
func (t *textFile) join(ctx context.Context, parts []*scanned, scans []*textScan) (*Grid, error) {
	enc := t.charset()
	if !t.sure {
		enc = charsetOfPools(scans)
	}
	cols := 0
	for _, s := range scans {
		cols = max(cols, len(s.pools))
	}
	merged, codes, err := mergePools(ctx, scans, cols, enc, t.src.opts.workers())
	if err != nil {
		return nil, err
	}
	dict, base, err := concat(merged)
	if err != nil {
		return nil, err
	}
	if size(parts) > collectFrom {
		runtime.GC()
	}
	for _, m := range codes {
		for c := range m {
			for i := 1; i < len(m[c]); i++ {
				if m[c][i] != 0 {
					m[c][i] += base[c]
				}
			}
		}
	}
	of := map[*block]int{}
	blocks := make([]*block, len(parts))
	records, solid := uint32(0), uint32(0)
	for i, p := range parts {
		blocks[i] = p.block
		for w, s := range scans {
			if s == p.by {
				of[p.block] = w
			}
		}
		if p.solid > 0 {
			solid = records + p.solid
		}
		records += p.last
	}
	g, err := assemble(ctx, blocks, dict, func(bl *block, c int) (plain, local []uint32) {
		if m := codes[of[bl]]; c < len(m) {
			return m[c], nil
		}
		return nil, nil
	}, t.src.opts.workers())
	if err != nil {
		return nil, err
	}
	g.Blank = int(solid) - len(g.RowNo)
	return g, nil
}

// collectFrom is how many cells make it worth to collect garbage before the
// columns are joined: next to nothing holds pointers, so that takes about a
// millisecond, and the pools that are done with would double the peak.
const collectFrom = 4 << 20

func size(parts []*scanned) (cells int) {
	for _, p := range parts {
		cells += p.cells
	}
	return cells
}

// concat puts pools behind each other, and empties the list. Code k of pool c
// becomes base[c]+k.
func concat(pools []*pool) (*table.Dict, []uint32, error) {
	size, n := 0, 1
	for _, p := range pools {
		size += p.arena.Len()
		n += p.len()
		if p.full || size > table.MaxDictBytes {
			return nil, nil, errTooBig
		}
	}
	var b strings.Builder
	b.Grow(size)
	off := make([]uint32, 1, n)
	base := make([]uint32, len(pools))
	for c, p := range pools {
		base[c] = uint32(len(off) - 1)
		at := uint32(b.Len())
		b.WriteString(p.arena.String())
		for _, o := range p.off[1:] {
			off = append(off, at+o)
		}
		pools[c] = nil // its memory is needed
	}
	return table.NewDict(b.String(), off), base, nil
}
