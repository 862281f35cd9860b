package ingest

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"tallyboard/internal/fault"
	"tallyboard/internal/sheet"
)

// Kinds of warnings about rows that are left out.
const (
	WarnAbove     = "ingest.above"
	WarnBlank     = "ingest.blank"
	WarnTotals    = "ingest.totals"
	WarnHeader    = "ingest.header"
	WarnNote      = "ingest.note"
	WarnDuplicate = "ingest.duplicate"
)

// leaveOut finds the rows of the block that are no data (titles, totals,
// repeated headers, notes), counts them, and keeps the others.
func (b *block) leaveOut(h header, first int) {
	n := b.grid.Rows()
	if b.file.LeftOut.Blank > 0 {
		b.warn(fault.Warning{Kind: WarnBlank, Count: b.file.LeftOut.Blank}, -1, -1)
	}
	for r := 0; r < h.first && r < n; r++ {
		b.drop(r, WarnAbove, &b.file.LeftOut.Above)
	}
	out := map[int]bool{}
	mark := func(rows []int, kind string, count *int) {
		for _, r := range rows {
			if !out[r] {
				out[r] = true
				b.drop(r, kind, count)
			}
		}
	}
	if !h.none() {
		mark(b.repeatedHeaders(h, first), WarnHeader, &b.file.LeftOut.Headers)
	}
	mark(b.totals(first), WarnTotals, &b.file.LeftOut.Totals)
	mark(b.notes(first, out), WarnNote, &b.file.LeftOut.Notes)
	mark(b.sumRows(first, out), WarnTotals, &b.file.LeftOut.Totals)
	b.rows = spans(first, n, out)
}

// spans lists the runs of rows of first … n−1 that are not left out.
func spans(first, n int, out map[int]bool) []span {
	cuts := make([]int, 0, len(out))
	for r := range out {
		cuts = append(cuts, r)
	}
	slices.Sort(cuts)
	var rows []span
	for _, r := range cuts {
		if r > first {
			rows = append(rows, span{first, r})
		}
		first = r + 1
	}
	if first < n {
		rows = append(rows, span{first, n})
	}
	return rows
}

func (b *block) drop(r int, kind string, count *int) {
	*count++
	b.warn(fault.Warning{Kind: kind, Text: rowText(b.grid, r)}, r, -1)
}

// rowText shows the first cells of a row.
func rowText(g *sheet.Grid, r int) string {
	var cells []string
	for c := range g.Cols {
		if s := headerText(cellText(g, r, c)); s != "" {
			cells = append(cells, s)
		}
		if len(cells) == 6 {
			break
		}
	}
	return strings.Join(cells, " | ")
}

// repeatedHeaders finds rows below the header that say it again, where two
// exports were pasted together.
func (b *block) repeatedHeaders(h header, first int) []int {
	g := b.grid
	var rows []int
	for hr := h.first; hr <= h.last; hr++ {
		// The first two worded columns find candidates; all columns confirm.
		var probe []int
		words := 0
		for _, c := range b.cols {
			if t := g.Cols[c].Text; t != nil && t[hr] != 0 {
				words++
				if len(probe) < 2 {
					probe = append(probe, c)
				}
			}
		}
		if words == 0 {
			continue
		}
		for _, p := range probe {
			text := g.Cols[p].Text
			for r := first; r < len(text); r++ {
				if text[r] == text[hr] && b.sameWords(hr, r, words) && !slices.Contains(rows, r) {
					rows = append(rows, r)
				}
			}
		}
	}
	return rows
}

// sameWords reports whether row r has at least 80% of the words of header row
// hr in their columns, and more than one unless there is only one.
func (b *block) sameWords(hr, r, words int) bool {
	same := 0
	for _, c := range b.cols {
		if t := b.grid.Cols[c].Text; t != nil && t[hr] != 0 && t[r] == t[hr] {
			same++
		}
	}
	return same*5 >= words*4
}

// totalWord reports how surely a cell marks a row of totals: 2 by itself, 1
// where the row must also have gaps, 0 not at all.
func totalWord(s string) int {
	s = strings.TrimRight(trim(strings.ToLower(narrow(s))), ":：)]】 ")
	s = strings.TrimLeft(s, "([【 ")
	if s == "" || utf8.RuneCountInString(s) > 24 {
		return 0
	}
	switch strings.ReplaceAll(s, " ", "") {
	case "合计", "总计", "小计", "汇总", "总和", "共计", "累计", "总合计", "合計", "總計", "小計", "彙總", "总汇总", "总数", "合计数", "平均", "平均数", "店铺汇总值", "店铺平均值", "汇总值", "平均值",
		"总平均", "均值", "全店合计", "全店汇总", "店铺合计", "店铺汇总", "total", "totals", "grandtotal", "subtotal", "sub-total", "sum", "overall", "average", "total:", "mean":
		return 2
	}
	for _, end := range []string{"合计", "总计", "小计", "汇总", "合計", "總計", "小計", "汇总值", "平均值", " total", " subtotal", "计数", " count"} {
		if strings.HasSuffix(s, end) {
			return 1
		}
	}
	for _, front := range []string{"合计", "总计", "小计", "共计", "合計", "總計", "total for", "totals for", "grand total", "subtotal"} {
		if strings.HasPrefix(s, front) {
			return 1
		}
	}
	return 0
}

// mayBeTotal is the quick look that spares most words the close one.
func mayBeTotal(s string) bool {
	if isDigit(s[len(s)-1]) {
		return false
	}
	for _, r := range s {
		switch r {
		case '计', '計', '总', '總', '汇', '彙', '和', '数', '值', '均', 't', 'T', 's', 'S', 'm', 'M', 'v', 'V':
			return true
		}
	}
	return false
}

// totals finds rows of totals by their words: the first filled cell of the row
// says 合计 or the like.
func (b *block) totals(first int) []int {
	g := b.grid
	marks := map[uint32]int{}
	for code := uint32(1); int(code) <= g.Strings.Len(); code++ {
		s := g.Strings.At(code)
		if s != "" && len(s) <= 80 && mayBeTotal(s) {
			if w := totalWord(s); w > 0 {
				marks[code] = w
			}
		}
	}
	if len(marks) == 0 {
		return nil
	}
	low, high := uint32(math.MaxUint32), uint32(0)
	for code := range marks {
		low, high = min(low, code), max(high, code)
	}
	var rows []int
	for i, c := range b.cols {
		text := g.Cols[c].Text
		for r := first; r < len(text); r++ {
			code := text[r]
			if code < low || code > high || marks[code] == 0 {
				continue
			}
			if b.isTotals(i, r, marks[code]) && !slices.Contains(rows, r) {
				rows = append(rows, r)
			}
		}
	}
	slices.Sort(rows)
	return rows
}

// isTotals looks at the whole row r whose i-th column holds a word of totals:
// behind it there are numbers and hardly any words.
func (b *block) isTotals(i, r, sure int) bool {
	words, nums, gaps := 0, 0, 0
	for _, c := range b.cols[i+1:] {
		switch classify(b.grid, r, c) {
		case word:
			words++
		case value:
			nums++
		default:
			gaps++
		}
	}
	if sure == 2 {
		return words <= 1 || gaps > words
	}
	return gaps > 0 && words == 0 && nums > 0
}

// noteWords begin rows that speak about the table.
var noteWords = []string{"注:", "注：", "备注:", "备注：", "说明:", "说明：", "数据来源", "制表", "导出时间", "导出人", "统计时间", "统计口径", "以上", "*注", "※", "温馨提示", "Note:", "Notes:", "Source:", "* "}

// notes finds footnotes: rows with a single text, behind the last row of data,
// or anywhere when they begin as notes do.
func (b *block) notes(first int, out map[int]bool) []int {
	if len(b.cols) < 3 {
		return nil
	}
	var rows []int
	for r := b.grid.Rows() - 1; r >= first; r-- {
		if out[r] {
			continue
		}
		text, filled := "", 0
		for _, c := range b.cols {
			if classify(b.grid, r, c) == blank {
				continue
			}
			if filled++; filled > 1 {
				break
			}
			text = cleanWord(cellText(b.grid, r, c))
		}
		if filled > 1 || classOf(text) != word || !b.noteLike(text, r) {
			break
		}
		rows = append(rows, r)
	}
	return rows
}

// noteLike reports whether the only text of a row is a note: a row of data with
// only its first cell filled would be one that somebody has begun to type.
func (b *block) noteLike(text string, r int) bool {
	for _, w := range noteWords {
		if strings.HasPrefix(text, w) {
			return true
		}
	}
	if strings.HasPrefix(text, "共") && strings.ContainsAny(text, "0123456789") || strings.HasPrefix(text, "第") && strings.HasSuffix(text, "页") {
		return true
	}
	gap := r > 0 && b.grid.RowNo[r] > b.grid.RowNo[r-1]+1
	return utf8.RuneCountInString(text) > 12 || gap
}
