package ingest

import (
	"slices"
	"strings"

	"tallyboard/internal/fault"
	"tallyboard/internal/sheet"
	"tallyboard/internal/table"
)

// cells is one column of a log before its type is known: what its parts, one
// for each block, hold, with every different text once.
type cells struct {
	name  string
	parts []part
	rows  int

	words []string // different texts, cleaned; code i+1 stands for words[i]
	count []int    // cells with each word

	blanks   int
	numbers  int // cells with a number
	warnings fault.List
	stop     stopped

	forms [sheet.FormError + 1]int // of those, by form
}

// part is the share of one block in a column.
type part struct {
	b    *block
	col  int       // grid column; −1 where the block has no such column
	code []uint32  // into words, 0 none; nil where the part has no text
	num  []float64 // NaN none; nil where the part has no numbers
	form []sheet.Form
	all  sheet.Form
}

func (p *part) formAt(i int) sheet.Form {
	if p.form != nil {
		return p.form[i]
	}
	return p.all
}

// gather collects one column from the blocks. remap is scratch space.
func gather(name string, blocks []*block, cols []int, remap *scratch, stop stopped) *cells {
	x := &cells{name: name, stop: stop}
	in := newInterner(len(blocks) > 1)
	in.stop = stop
	for k, b := range blocks {
		p := part{b: b, col: cols[k]}
		if p.col >= 0 {
			src := &b.grid.Cols[p.col]
			p.all = src.AllForm
			p.num = cut(src.Num, b.rows, b.count)
			p.form = cut(src.Form, b.rows, b.count)
			if b.hasText(src) {
				p.code = in.codes(x.withoutErrors(src, b, p.col), b, remap)
			}
		}
		x.rows += b.count
		x.parts = append(x.parts, p)
	}
	x.words = in.words
	x.dropNone()
	x.count = make([]int, len(x.words)+1)
	for k := range x.parts {
		x.tally(&x.parts[k])
	}
	x.blanks = x.rows - x.numbers
	for _, n := range x.count[1:] {
		x.blanks -= n
	}
	return x
}

// dropNone makes cells with 无 missing, unless the column also says 有, and
// those that are masked whole, ****, unless several lengths of it count stars.
func (x *cells) dropNone() {
	if !slices.Contains(x.words, "有") {
		x.drop(none)
	}
	masks := 0
	for _, w := range x.words {
		if mask(w) {
			masks++
		}
	}
	if masks == 1 && len(x.words) > 1 {
		x.drop(func(w string) bool { return mask(w) && len(w) > len("**") })
	}
}

// drop makes the cells of some words missing.
func (x *cells) drop(gone func(string) bool) {
	for {
		i := slices.IndexFunc(x.words, gone)
		if i < 0 {
			return
		}
		code := uint32(i + 1)
		x.words = slices.Delete(x.words, i, i+1)
		for k := range x.parts {
			for j, c := range x.parts[k].code {
				switch {
				case c == code:
					x.parts[k].code[j] = 0
				case c > code:
					x.parts[k].code[j] = c - 1
				}
			}
		}
	}
}

// mask reports whether a word is nothing but asterisks.
func mask(w string) bool { return w != "" && w[0] == '*' && strings.Trim(w, "*") == "" }

// hasText reports whether any data row of the block has a text in the column.
func (b *block) hasText(src *sheet.Column) bool {
	if src.Text == nil {
		return false
	}
	for _, r := range b.rows {
		for _, code := range src.Text[r.first:r.end] {
			if code != 0 {
				return true
			}
		}
	}
	return false
}

// withoutErrors gives the texts of a grid column with error cells blank, and
// warns of those.
func (x *cells) withoutErrors(src *sheet.Column, b *block, col int) []uint32 {
	if src.Form == nil || !slices.Contains(src.Form, sheet.FormError) {
		return src.Text
	}
	text := slices.Clone(src.Text)
	for _, r := range b.rows {
		for i := r.first; i < r.end; i++ {
			if src.Form[i] == sheet.FormError && text[i] != 0 {
				x.warnings.Add(b.place(fault.Warning{Kind: WarnError, Text: b.grid.Strings.At(text[i])}, i, col))
				text[i] = 0
			}
		}
	}
	return text
}

// tally counts the cells of one part.
func (x *cells) tally(p *part) {
	for _, c := range p.code {
		x.count[c]++
	}
	if p.num == nil {
		return
	}
	n := 0
	if p.form == nil {
		for _, v := range p.num {
			if v == v {
				n++
			}
		}
		x.forms[p.all] += n
	} else {
		for i, v := range p.num {
			if v == v {
				x.forms[p.form[i]]++
				n++
			}
		}
	}
	x.numbers += n
}

// texts is the number of cells with a word.
func (x *cells) texts() int { return x.rows - x.blanks - x.numbers }

// cut takes the given rows out of s, sharing its memory where they are one run.
func cut[T any](s []T, rows []span, n int) []T {
	switch {
	case s == nil:
		return nil
	case len(rows) == 1:
		return s[rows[0].first:rows[0].end:rows[0].end]
	}
	out := make([]T, 0, n)
	for _, r := range rows {
		out = append(out, s[r.first:r.end]...)
	}
	return out
}

// scratch is reused space for renumbering codes, all zero between uses.
type scratch struct{ to []uint32 }

func (s *scratch) of(n int) []uint32 {
	if len(s.to) < n {
		s.to = make([]uint32, n)
	}
	return s.to
}

// interner gives each different cleaned text a number, in order of first
// appearance. Within one block equal grid codes are equal texts, so the texts
// themselves are compared only across blocks, or once cleaning changed one.
type interner struct {
	words []string
	index map[string]uint32 // nil until it is needed
	many  bool
	stop  stopped
}

// stopped says whether nobody waits for a column any longer: what is found out
// about it then is thrown away, and may be cut short. Nil never does.
type stopped func() bool

// at is stopped, asked once in a while in a loop over many rows or words.
func (s stopped) at(i int) bool { return i&0x3fff == 0x3fff && s != nil && s() }

func newInterner(many bool) *interner {
	in := &interner{many: many}
	if many {
		in.index = map[string]uint32{}
	}
	return in
}

const noWord = ^uint32(0) // a grid code that cleans to nothing

// codes renumbers the codes of one grid column for the rows of b.
func (in *interner) codes(text []uint32, b *block, s *scratch) []uint32 {
	to := s.of(b.grid.Strings.Len() + 1)
	out := make([]uint32, b.count)
	var used []uint32
	i := 0
rows:
	for _, r := range b.rows {
		for _, c := range text[r.first:r.end] {
			n := to[c]
			if n == 0 && c != 0 {
				n = in.add(b.grid.Strings.At(c))
				to[c] = n
				used = append(used, c)
				if in.stop.at(len(used)) {
					break rows
				}
			}
			if n != noWord {
				out[i] = n
			}
			i++
		}
	}
	for _, c := range used {
		to[c] = 0
	}
	return out
}

// add numbers one text that its grid code brings for the first time.
func (in *interner) add(raw string) uint32 {
	w := cleanWord(raw)
	if w == "" || missingMark(w) {
		return noWord
	}
	if in.index == nil && len(w) != len(raw) {
		in.index = make(map[string]uint32, len(in.words))
		for i, old := range in.words {
			in.index[old] = uint32(i + 1)
		}
	}
	if in.index != nil {
		if n, ok := in.index[w]; ok {
			return n
		}
	}
	if len(in.words) == cap(in.words) { // append would copy millions of words time and again
		in.words = slices.Grow(in.words, 2*len(in.words)+64)
	}
	in.words = append(in.words, w)
	n := uint32(len(in.words))
	if in.index != nil {
		in.index[w] = n
	}
	return n
}

// dictOf makes a dictionary of different words.
func dictOf(words []string) *table.Dict {
	size := 0
	for _, w := range words {
		size += len(w)
	}
	var arena strings.Builder
	arena.Grow(size)
	off := make([]uint32, 1, len(words)+1)
	for _, w := range words {
		arena.WriteString(w)
		off = append(off, uint32(arena.Len()))
	}
	return table.NewDict(arena.String(), off)
}
