package pivot

import (
	"bytes"
	"context"
	"slices"

	"tallyboard/internal/measure"
)

// gathered is what a scan of all rows comes to, by group.
type gathered struct {
	counts *measure.Counts // rows of each group
	terms  []measure.Acc   // results of the plan's terms
}

func newGathered(terms []*term, groups int) *gathered {
	g := &gathered{counts: measure.NewCounts(groups)}
	for _, t := range terms {
		g.terms = append(g.terms, t.kind.New(groups, t.param))
	}
	return g
}

// merge takes in src, whose group g joins to[g].
func (g *gathered) merge(src *gathered, to []uint32) {
	g.counts.Merge(src.counts, to)
	g.mergeTerms(src, to)
}

func (g *gathered) mergeTerms(src *gathered, to []uint32) {
	for i, t := range src.terms {
		g.terms[i].Merge(t, to)
	}
}

// scan runs over all rows in parallel; the parts of the goroutines are in the
// order of their rows; there is at least one.
func (p *plan) scan(ctx context.Context, groups *grouping) ([]*gathered, error) {
	for _, t := range p.terms {
		if t.param.Ranks != nil && !measure.HistogramFits(groups.n, len(t.param.Ranks)) {
			t.param.Ranks = nil
		}
	}
	parts := make([]*gathered, workers())
	p.within(func(w, lo, hi int) {
		s := scanner{plan: p, groups: groups, into: newGathered(p.terms, groups.n)}
		step := s.chunk
		if o, ok := s.onePass(); ok {
			step = o.chunk
		}
		for ; lo < hi; lo += chunk {
			if lo/chunk%16 == 0 && ctx.Err() != nil {
				return
			}
			step(lo, min(chunk, hi-lo))
		}
		for _, t := range s.into.terms {
			if t, ok := t.(measure.Settler); ok {
				t.Settle()
			}
		}
		parts[w] = s.into
	})
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return slices.DeleteFunc(parts, func(g *gathered) bool { return g == nil }), nil
}

// within runs f in parallel on the rows that the filters may leave.
func (p *plan) within(f func(worker, lo, hi int)) {
	first, end := reach(p.where, p.log.Table.Rows)
	parallel(end-first, func(w, lo, hi int) { f(w, first+lo, first+hi) })
}

// scanner is one goroutine's state; its vectors hold one chunk.
type scanner struct {
	*plan
	groups *grouping
	into   *gathered

	mask     [chunk]byte
	rows     [chunk]uint32
	ids      [chunk]uint32
	termRows [chunk]uint32
	termIDs  [chunk]uint32
	codes    [chunk]uint32
	nums     [chunk]float64
	words    [chunk]int64
	batch    measure.Batch
}

func (s *scanner) chunk(lo, n int) {
	var rows []uint32 // nil is all
	if len(s.where) > 0 {
		rows = s.filter(lo, n, s.where, s.rows[:0])
		if len(rows) == 0 {
			return
		}
		if len(rows) == n {
			rows = nil
		}
	}
	ids := s.groups.ids(lo, rows, s.ids[:n])
	s.batch = measure.Batch{Groups: ids}
	s.into.counts.Add(&s.batch)
	for i, t := range s.terms {
		trows, tids := rows, ids
		if len(t.where) > 0 {
			if trows, tids = s.narrow(lo, rows, ids, t.where); len(trows) == 0 {
				continue
			}
		}
		s.fill(t, lo, n, trows, tids)
		s.into.terms[i].Add(&s.batch)
	}
}

// allRows is the mask of a chunk that keeps every row.
var allRows = bytes.Repeat([]byte{1}, chunk)

// filter lists the rows of a chunk for which all tests hold.
func (s *scanner) filter(lo, n int, tests []test, out []uint32) []uint32 {
	mask := s.mask[:n]
	copy(mask, allRows)
	for _, t := range tests {
		if t.and(mask, lo); bytes.IndexByte(mask, 1) < 0 {
			return nil
		}
	}
	out = out[:n]
	k := 0
	for i, m := range mask {
		out[k] = uint32(lo + i)
		k += int(m)
	}
	return out[:k]
}

// narrow keeps of the rows those that a value counts.
func (s *scanner) narrow(lo int, rows, ids []uint32, tests []test) (outRows, outIDs []uint32) {
	k := 0
	if rows == nil {
		outRows = s.filter(lo, len(ids), tests, s.termRows[:0])
		for i, r := range outRows {
			s.termIDs[i] = ids[int(r)-lo]
		}
		return outRows, s.termIDs[:len(outRows)]
	}
next:
	for i, r := range rows {
		for _, t := range tests {
			if !t.holds(int(r)) {
				continue next
			}
		}
		s.termRows[k], s.termIDs[k] = r, ids[i]
		k++
	}
	return s.termRows[:k], s.termIDs[:k]
}

// fill makes the batch of a term from a chunk, or from the given rows of it.
func (s *scanner) fill(t *term, lo, n int, rows, ids []uint32) {
	b := &s.batch
	*b = measure.Batch{Groups: ids}
	if t.col == nil {
		return
	}
	switch in := t.kind.Input; {
	case in == measure.Codes || t.param.Ranks != nil:
		b.Codes = take(t.codes, &s.codes, lo, n, rows)
	case t.words != nil:
		b.Words = take(t.words, &s.words, lo, n, rows)
	case !t.col.Type.Coded():
		b.Nums = take(t.col.Nums, &s.nums, lo, n, rows)
	case in == measure.Nums:
		codes := take(t.col.Codes, &s.codes, lo, n, rows)
		for i, code := range codes {
			s.nums[i] = t.col.Values[code]
		}
		b.Nums = s.nums[:len(codes)]
	default:
		b.Codes = take(t.col.Codes, &s.codes, lo, n, rows)
	}
	if t.kind.Input == measure.Rows {
		if rows == nil {
			rows = s.termRows[:n]
			for i := range rows {
				rows[i] = uint32(lo + i)
			}
		}
		b.Rows = rows
	}
}

// take gives the values of a chunk as they stand, or copies those of rows.
func take[T any](vals []T, into *[chunk]T, lo, n int, rows []uint32) []T {
	if rows == nil {
		return vals[lo : lo+n]
	}
	for i, r := range rows {
		into[i] = vals[r]
	}
	return into[:len(rows)]
}
