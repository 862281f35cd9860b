package pivot

import (
	"context"
	"slices"

	"tallyboard/internal/logkind"
)

// Behind lists the table rows behind one cell, ascending.
func (m memory) Behind(ctx context.Context, log *logkind.Log, spec Spec, row, col []Label) ([]int, error) {
	p, err := m.cache.resolve(ctx, log, spec)
	if err != nil {
		return nil, err
	}
	rowTests, ok1, err := p.pathTests(m.cache, p.rows, row, true)
	if err != nil {
		return nil, err
	}
	colTests, ok2, err := p.pathTests(m.cache, p.cols, col, false)
	if err != nil || !ok1 || !ok2 {
		return nil, err
	}
	tests := slices.Concat(p.where, rowTests, colTests)
	parts := make([][]int, workers())
	p.within(func(w, lo, hi int) {
		s := scanner{plan: p}
		for ; lo < hi && ctx.Err() == nil; lo += chunk {
			for _, r := range s.filter(lo, min(chunk, hi-lo), tests, s.rows[:0]) {
				parts[w] = append(parts[w], int(r))
			}
		}
	})
	return slices.Concat(parts...), ctx.Err()
}

// pathTests turns a path into tests; ok is false where no row can be behind it.
func (p *plan) pathTests(k *cache, levels []level, path []Label, isRow bool) (tests []test, ok bool, err error) {
	if len(path) > len(levels) {
		return nil, false, nil
	}
	for d, l := range path {
		c := levels[d].coding
		t := byCode{c.codes, make([]byte, c.n)}
		if l.Other {
			kept, err := p.kept(k, path[:d], isRow)
			if err != nil {
				return nil, false, err
			}
			for code := 1; code < c.n; code++ {
				t.pass[code] = 1
			}
			for _, k := range kept {
				if code, ok := c.find(k); ok {
					t.pass[code] = 0
				}
			}
		} else {
			code, ok := c.find(l)
			if !ok || int(code) >= c.n {
				return nil, false, nil
			}
			t.pass[code] = 1
		}
		tests = append(tests, t)
	}
	return tests, true, nil
}

// kept lists the members below a parent that Top leaves in sight.
func (p *plan) kept(k *cache, parent []Label, isRow bool) (out []Label, err error) {
	c, err := p.comparison(k)
	if err != nil {
		return nil, err
	}
	slim := *p
	if isRow {
		slim.spec.TopCols = 0
	} else {
		slim.spec.Top = 0
	}
	if c == nil { // else time may be on the other axis
		if isRow {
			slim.cols = nil
		} else {
			slim.rows = nil
		}
	}
	_, rows, cols, err := slim.group(c)
	if err != nil {
		return nil, err
	}
	t := rows
	if !isRow {
		t = cols
	}
	for _, m := range t.arrange(nil).axis.Members {
		if n := len(m.Path); m.Kind == Leaf && samePath(m.Path[:n-1], parent) {
			out = append(out, m.Path[n-1])
		}
	}
	return out, nil
}

func samePath(a, b []Label) bool {
	return slices.EqualFunc(a, b, func(x, y Label) bool {
		return x.Text == y.Text && x.Missing == y.Missing && x.Other == y.Other
	})
}
