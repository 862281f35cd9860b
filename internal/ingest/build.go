package ingest

import (
	"math"
	"strconv"
	"strings"

	"tallyboard/internal/fault"
	"tallyboard/internal/sheet"
	"tallyboard/internal/table"
)

// Kinds of warnings about cells and columns.
const (
	WarnError      = "ingest.error"       // a cell holds an error such as #N/A
	WarnNumber     = "ingest.notnumber"   // a cell of a column of numbers could not be read as one
	WarnTime       = "ingest.nottime"     // … of dates
	WarnClock      = "ingest.notclock"    // … of times of day
	WarnDuration   = "ingest.notduration" // … of durations
	WarnTruth      = "ingest.nottruth"    // … of yes and no
	WarnRounded    = "ingest.rounded"     // long numbers had lost digits before the file was saved
	WarnMonthFirst = "ingest.monthfirst"  // day and month could be the other way round: read as month/day
	WarnDayFirst   = "ingest.dayfirst"    // … as day/month
	WarnYearFirst  = "ingest.yearfirst"   // … as year/month/day
	WarnDateAbove  = "ingest.dateabove"   // a time of day without a date took the date above it
	WarnRelative   = "ingest.relative"    // 昨天 and the like were counted from the day on which the file was saved
	WarnNoHeader   = "ingest.noheader"    // no header was found; columns are called by their letters
	WarnHidden     = "ingest.hidden"      // rows hidden on the sheet count all the same
	WarnNewLayout  = "ingest.newlayout"   // the columns are not those of last time
	WarnTables     = "ingest.tables"      // the sheet holds several tables; one was taken
	WarnUnnamed    = "ingest.unnamed"     // a column with values had no header
	WarnRepeated   = "ingest.repeated"    // a row stands twice in one file; both count
	WarnChanged    = "ingest.changed"     // a later file has the same record with other values; the later counts
	WarnLayout     = "ingest.layout"      // a file lacks a column that others of its log have
)

var notRead = map[table.Type]string{
	table.Number: WarnNumber, table.Time: WarnTime, table.Clock: WarnClock, table.Duration: WarnDuration, table.Bool: WarnTruth,
}

// build makes the typed column under a verdict. Cells that cannot be read
// become missing and are warned of.
func (x *cells) build(v verdict) *table.Column {
	c := &table.Column{Name: x.name, Type: v.typ, Unit: v.unit}
	if v.typ.Coded() {
		x.buildCoded(c, v)
		return c
	}
	c.Nums = x.nums(v)
	if v.typ == table.Time {
		c.DateOnly = dateOnly(c.Nums)
		if v.unsure {
			kind := map[Order]string{MDY: WarnMonthFirst, DMY: WarnDayFirst, YMD: WarnYearFirst}[v.order]
			x.warnColumn(fault.Warning{Kind: kind, Text: x.firstWord()})
		}
	}
	return c
}

// nums gives the numbers of a column; those of a single part that needs no
// reading are shared with the grid.
func (x *cells) nums(v verdict) []float64 {
	if len(x.parts) == 1 && v.typ == table.Number && x.texts() == 0 && x.parts[0].num != nil &&
		x.formed(sheet.FormDate, sheet.FormBool) == 0 {
		return x.parts[0].num
	}
	out := make([]float64, 0, x.rows)
	for k := range x.parts {
		p := &x.parts[k]
		date, saved := nan, nan
		if v.relative != nil && p.code != nil {
			saved = x.savedDay(v, p)
		}
		if p.code == nil || v.clock == nil && saved != saved {
			for i := range p.b.count {
				out = append(out, x.num(v, p, i))
			}
			continue
		}
		for i := 0; i < p.b.count; i++ {
			var n float64
			var ok bool
			if saved == saved {
				n, ok = x.sinceSaved(v, p, i, saved)
			} else {
				n, ok = x.underDate(v, p, i, date)
			}
			if ok {
				out = append(out, n)
				continue
			}
			n = x.num(v, p, i)
			out = append(out, n)
			if n == n {
				date = math.Floor(n/86400) * 86400
			}
		}
	}
	return out
}

// underDate reads a time of day without a date as one of the date above it,
// and says so.
func (x *cells) underDate(v verdict, p *part, i int, date float64) (float64, bool) {
	if v.clock == nil || p.code == nil || date != date {
		return nan, false
	}
	c := v.clock[p.code[i]]
	if c != c {
		return nan, false
	}
	w := fault.Warning{Kind: WarnDateAbove, Text: x.words[p.code[i]-1]}
	x.warnings.Add(p.b.place(w, p.b.storedRow(i), p.col))
	return date + c, true
}

// sinceSaved reads a moment counted from the day on which the file was saved,
// and says so. A time of day alone is one of that day: who writes 昨天 writes no
// 今天 before the times of today.
func (x *cells) sinceSaved(v verdict, p *part, i int, saved float64) (float64, bool) {
	sec := v.relative[p.code[i]]
	if sec != sec && v.clock != nil {
		sec = v.clock[p.code[i]]
	}
	if sec != sec {
		return nan, false
	}
	w := fault.Warning{Kind: WarnRelative, Text: x.words[p.code[i]-1], Args: []any{dayText(saved)}}
	x.warnings.Add(p.b.place(w, p.b.storedRow(i), p.col))
	return saved + sec, true
}

// plainNum is num without a word about what cannot be read.
func (x *cells) plainNum(v verdict, p *part, i int) float64 {
	switch {
	case p.num != nil && p.num[i] == p.num[i]:
		return v.num(p.num[i], p.formAt(i))
	case p.code != nil:
		return v.reading[p.code[i]]
	}
	return nan
}

// num reads cell i of a part.
func (x *cells) num(v verdict, p *part, i int) float64 {
	if p.num != nil && p.num[i] == p.num[i] {
		n := v.num(p.num[i], p.formAt(i))
		if n != n {
			x.warnCell(v, p, i, numberText(p.num[i], p.formAt(i)))
		}
		return n
	}
	if p.code == nil || p.code[i] == 0 {
		return nan
	}
	n := v.reading[p.code[i]]
	if n != n {
		if w := x.words[p.code[i]-1]; !emptyNumber(w) {
			x.warnCell(v, p, i, w)
		}
	}
	return n
}

// warnCell notes that cell i of a part was not understood.
func (x *cells) warnCell(v verdict, p *part, i int, text string) {
	x.warnings.Add(p.b.place(fault.Warning{Kind: notRead[v.typ], Text: text}, p.b.storedRow(i), p.col))
}

// warnColumn notes something about the whole column, at its first part.
func (x *cells) warnColumn(w fault.Warning) {
	for k := range x.parts {
		if p := &x.parts[k]; p.col >= 0 {
			x.warnings.Add(p.b.place(w, -1, p.col))
			return
		}
	}
}

func (x *cells) firstWord() string {
	if len(x.words) == 0 {
		return ""
	}
	return x.words[0]
}

// storedRow is the stored row of the block's i-th data row.
func (b *block) storedRow(i int) int {
	for _, s := range b.rows {
		if n := s.end - s.first; i >= n {
			i -= n
			continue
		}
		return s.first + i
	}
	return -1
}

// buildCoded fills a Text or Bool column.
func (x *cells) buildCoded(c *table.Column, v verdict) {
	words := x.words
	if x.numbers == 0 && len(x.parts) == 1 && x.parts[0].code != nil {
		c.Codes = x.parts[0].code
	} else {
		c.Codes, words = x.codesWithNumbers()
	}
	c.Dict = dictOf(words)
	if v.why.Key == "type.id" || v.why.Key == "type.digits" {
		x.warnRounded()
	}
	if v.reading == nil && v.typ != table.Bool {
		return
	}
	c.Values = make([]float64, len(words)+1)
	for i := range c.Values {
		switch {
		case i < len(v.reading):
			c.Values[i] = v.reading[i]
		case words[i-1] == "1" || words[i-1] == "TRUE":
			c.Values[i] = 1
		case words[i-1] == "0" || words[i-1] == "FALSE":
			c.Values[i] = 0
		default:
			c.Values[i] = nan
		}
	}
	if v.typ == table.Bool {
		x.warnUnclear(c, words)
	}
}

// warnUnclear notes words in a column of truths that are neither yes nor no,
// nor a word for "not known".
func (x *cells) warnUnclear(c *table.Column, words []string) {
	unclear := map[uint32]bool{}
	for i, w := range words {
		if _, _, ok := readTruth(w); !ok && c.Values[i+1] != c.Values[i+1] && !emptyNumber(w) {
			unclear[uint32(i+1)] = true
		}
	}
	if len(unclear) == 0 {
		return
	}
	row := 0
	for k := range x.parts {
		p := &x.parts[k]
		for i := 0; i < p.b.count; i++ {
			if code := c.Codes[row]; unclear[code] {
				x.warnCell(verdict{typ: table.Bool}, p, i, words[code-1])
			}
			row++
		}
	}
}

// warnRounded notes texts such as 2.02E+17 among ids.
func (x *cells) warnRounded() {
	lost := map[uint32]bool{}
	for i, w := range x.words {
		if looksRounded(w) {
			lost[uint32(i+1)] = true
		}
	}
	for k := range x.parts {
		for i, code := range x.parts[k].code {
			if len(lost) > 0 && lost[code] {
				p := &x.parts[k]
				x.warnings.Add(p.b.place(fault.Warning{Kind: WarnRounded, Text: x.words[code-1]}, p.b.storedRow(i), p.col))
			}
		}
	}
}

// codesWithNumbers gives the codes of all parts with numbers turned into text,
// digit for digit.
func (x *cells) codesWithNumbers() (codes []uint32, words []string) {
	words = x.words
	var index map[string]uint32
	if x.numbers > 0 && len(words) > 0 {
		index = make(map[string]uint32, len(words))
		for i, w := range words {
			index[w] = uint32(i + 1)
		}
	}
	var sets [sheet.FormError + 1]*numset
	var to [sheet.FormError + 1][]uint32
	codes = make([]uint32, 0, x.rows)
	for k := range x.parts {
		p := &x.parts[k]
		for i := 0; i < p.b.count; i++ {
			if p.num == nil || p.num[i] != p.num[i] {
				if p.code == nil {
					codes = append(codes, 0)
				} else {
					codes = append(codes, p.code[i])
				}
				continue
			}
			v, f := p.num[i], p.formAt(i)
			set := sets[f]
			if set == nil {
				set = newNumset()
				sets[f], to[f] = set, []uint32{0}
			}
			n, fresh := set.code(v)
			if fresh {
				text := numberText(v, f)
				code, ok := index[text]
				if !ok {
					words = append(words, text)
					code = uint32(len(words))
				}
				to[f] = append(to[f], code)
			}
			if f == sheet.FormGeneral && wasRounded(v) {
				x.warnings.Add(p.b.place(fault.Warning{Kind: WarnRounded, Text: numberText(v, f)}, p.b.storedRow(i), p.col))
			}
			codes = append(codes, to[f][n])
		}
	}
	return codes, words
}

// wasRounded reports whether a whole number has lost digits: spreadsheet
// programs keep fifteen of them, floating-point numbers up to 2⁵³.
func wasRounded(v float64) bool {
	v = math.Abs(v)
	if v < 1e15 || v != math.Trunc(v) {
		return false
	}
	mantissa, _, _ := strings.Cut(strconv.FormatFloat(v, 'e', -1, 64), "e")
	return v > 1<<53 || len(mantissa) <= len("1.")+14
}

// looksRounded reports whether a text is a long number as a spreadsheet
// program shows it, 2.02E+17: its digits are lost.
func looksRounded(w string) bool {
	plus := strings.LastIndexByte(w, '+')
	if plus < 2 || w[plus-1]|0x20 != 'e' || !allDigits(w[plus+1:]) {
		return false
	}
	v, ok := plainNumber(w)
	return ok && v >= 1e11
}

func dateOnly(nums []float64) bool {
	for _, v := range nums {
		if v == v && math.Mod(v, 86400) != 0 {
			return false
		}
	}
	return true
}
