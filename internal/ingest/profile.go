package ingest

import (
	"math"
	"slices"

	"tallyboard/internal/table"
)

// mostSamples is how many different values of a column are shown.
const mostSamples = 5

// profile sums up a column for the person who checks it.
func profile(x *cells, c *table.Column, v verdict) Column {
	p := Column{Name: c.Name, Type: c.Type, TypeReason: v.why, Unit: c.Unit, ReadAs: v.as, DateOrder: v.order, Unsure: v.unsure && c.Type == table.Time, Samples: x.samples(), Min: nan, Max: nan}
	if c.Type.Coded() {
		p.Distinct = c.Dict.Len()
		for _, code := range c.Codes {
			if code == 0 {
				p.Blanks++
			}
		}
		return p
	}
	p.Distinct = x.different(c, v)
	for _, n := range c.Nums {
		if n != n {
			p.Blanks++
			continue
		}
		if !(p.Min <= n) {
			p.Min = n
		}
		if !(p.Max >= n) {
			p.Max = n
		}
	}
	return p
}

// different counts the different numbers of a column.
func (x *cells) different(c *table.Column, v verdict) int {
	if n, ok := risingSteps(c.Nums); ok {
		return n
	}
	set := newNumset()
	if x.numbers == 0 && v.relative == nil && v.clock == nil {
		for i, n := range v.reading { // far fewer than the rows
			if n == n && x.count[i] > 0 {
				set.code(n)
			}
		}
		return set.n
	}
	for _, n := range c.Nums {
		if n == n {
			set.code(n)
		}
	}
	return set.n
}

// risingSteps counts the different numbers of a column that never falls, as the
// times of most logs; ok is false for any other.
func risingSteps(nums []float64) (n int, ok bool) {
	last := math.Inf(-1)
	for _, v := range nums {
		switch {
		case v > last:
			last = v
			n++
		case v < last:
			return 0, false
		}
	}
	return n, true
}

// samples gives the first different values as they stand in the file.
func (x *cells) samples() []string {
	var out []string
	if x.texts() >= x.numbers { // words are numbered in order of appearance
		return append(out, x.words[:min(len(x.words), mostSamples)]...)
	}
	for k := range x.parts {
		p := &x.parts[k]
		for i := 0; i < min(p.b.count, 5000) && len(out) < mostSamples; i++ {
			s := ""
			switch {
			case p.num != nil && p.num[i] == p.num[i]:
				s = numberText(p.num[i], p.formAt(i))
			case p.code != nil && p.code[i] != 0:
				s = x.words[p.code[i]-1]
			}
			if s != "" && !slices.Contains(out, s) {
				out = append(out, s)
			}
		}
	}
	return out
}
