package chart

import (
	"cmp"
	"image/color"
	"runtime"
	"slices"
	"strings"
	"sync"

	"tallyboard/internal/logkind"
	"tallyboard/internal/table"
	"tallyboard/internal/task"
)

// Colours gives every value a colour of its own and keeps it: charts that
// share a Colours show a value in the same colour, whatever stands beside it.
// The values of one dimension are numbered in the order in which they are
// learnt or first drawn. It may be used from several goroutines; nil numbers
// the series of each chart for itself.
type Colours struct {
	mu    sync.Mutex
	index map[string]int // of a key
	next  map[string]int // of a dimension
}

// NewColours makes an assigner without values.
func NewColours() *Colours {
	return &Colours{index: map[string]int{}, next: map[string]int{}}
}

// Key is the colour key of a value of a dimension.
func Key(dimension, value string) string { return dimension + "\x00" + value }

// Learn numbers the values of a dimension in order, the most important first,
// so that they do not depend on which chart is drawn first.
func (c *Colours) Learn(dimension string, values ...string) {
	for _, v := range values {
		c.number(Key(dimension, v))
	}
}

// learnValues is how many values of a column get a colour of their own from its
// whole log; learnWords is the number of different words from which a column
// holds names and numbers that no chart tells apart by colour.
const learnValues, learnWords = 60, 5000

// LearnLogs numbers the values of all columns of words, the most frequent of
// each log first: so a value has its colour whatever is filtered, sorted or
// drawn first, in every chart of these logs.
func (c *Colours) LearnLogs(logs ...*logkind.Log) {
	var cols []*table.Column
	for _, log := range logs {
		for _, col := range log.Table.Cols {
			if n := col.Dict.Len(); col.Type.Coded() && n > 0 && n <= learnWords {
				cols = append(cols, col)
			}
		}
	}
	values, workers := make([][]string, len(cols)), runtime.GOMAXPROCS(0)
	task.Together(workers, func(w int) {
		for i := w; i < len(cols); i += workers {
			values[i] = frequent(cols[i], cols[i].Dict.Len())
		}
	})
	for i, col := range cols {
		c.Learn(col.Name, values[i]...)
	}
}

// frequent lists the commonest values of a column of n different words.
func frequent(col *table.Column, n int) []string {
	counts, more := make([]int, n+1), make([]int, n+1) // in turn: one waits for no write of the other
	for i, code := range col.Codes {
		if i&1 == 0 {
			counts[code]++
		} else {
			more[code]++
		}
	}
	for code, m := range more {
		counts[code] += m
	}
	less := func(a, b int) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(col.Dict.At(uint32(a)), col.Dict.At(uint32(b))))
	}
	// Of a hundred thousand customers a few are wanted: no need to sort the rest.
	var order []int
	for code := 1; code <= n; code++ {
		if len(order) < learnValues || less(code, order[len(order)-1]) < 0 {
			at, _ := slices.BinarySearchFunc(order, code, less)
			order = slices.Insert(order, at, code)
			order = order[:min(len(order), learnValues)]
		}
	}
	out := make([]string, 0, learnValues)
	for _, code := range order {
		out = append(out, col.Dict.At(uint32(code)))
	}
	return out
}

func (c *Colours) number(key string) int {
	c.mu.Lock()
	defer c.mu.Unlock()
	if n, ok := c.index[key]; ok {
		return n
	}
	dim, _, known := strings.Cut(key, "\x00")
	if !known {
		dim = "" // words without a dimension are told apart, too
	}
	n := c.next[dim]
	c.index[key], c.next[dim] = n, n+1
	return n
}

// Color is the colour of a key in a palette.
func (c *Colours) Color(key string, p Palette) color.NRGBA { return p.nth(c.number(key)) }

// nth is the n-th series colour; past the end the same hues come again, lighter
// and then darker.
func (p Palette) nth(n int) color.NRGBA {
	c := p.Series[n%len(p.Series)]
	switch n / len(p.Series) % 3 {
	case 1:
		return mix(c, color.NRGBA{255, 255, 255, 255}, .42)
	case 2:
		return mix(c, color.NRGBA{0, 0, 0, 255}, .34)
	}
	return c
}
