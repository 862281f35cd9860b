package ingest

import (
	"math"
	"os"
	"slices"
	"strings"
	"time"
)

// relativeDays are the words that chat programs write for the days just gone.
var relativeDays = []struct {
	word string
	days float64
}{
	{"大前天", -3}, {"前天", -2}, {"前日", -2}, {"昨天", -1}, {"昨日", -1}, {"今天", 0}, {"今日", 0}, {"yesterday", -1}, {"today", 0},
}

// readRelative reads 昨天 21:03: the seconds from the first moment of the day on
// which that was written.
func readRelative(s string) (sec float64, ok bool) {
	s = strings.ToLower(trim(narrow(s)))
	for _, r := range relativeDays {
		rest, found := strings.CutPrefix(s, r.word)
		if !found {
			continue
		}
		rest = strings.TrimPrefix(clockFront(rest), "at ")
		if rest == "" {
			return r.days * 86400, true
		}
		c, ok := readClock(rest)
		if !ok || c.sec >= 86400 || c.colons == 0 && !c.worded {
			return 0, false
		}
		return r.days*86400 + c.sec, true
	}
	return 0, false
}

// readRelatives reads the words of a date column that count from the day of the
// file; it gives the number of their cells.
func (v *verdict) readRelatives(x *cells) (cells int) {
	relative := make([]float64, len(v.reading))
	for i := range relative {
		relative[i] = nan
		if i == 0 || v.reading[i] == v.reading[i] {
			continue
		}
		if sec, ok := readRelative(x.words[i-1]); ok {
			relative[i] = sec
			cells += x.count[i]
		}
	}
	if cells > 0 {
		v.relative = relative
	}
	return cells
}

// savedDay is the first moment of the day on which the block's file was saved,
// in wall time: the day that 今天 in it means. NaN where no cell of the file counts
// from it, where it is not known, or where the file has later dates, and so was
// not saved when it was written.
func (x *cells) savedDay(v verdict, p *part) float64 {
	if !slices.ContainsFunc(p.code, func(c uint32) bool { return v.relative[c] == v.relative[c] }) {
		return nan
	}
	st, err := os.Stat(p.b.file.Path)
	if err != nil {
		return nan
	}
	at := st.ModTime()
	_, offset := at.Zone()
	day := math.Floor(float64(at.Unix()+int64(offset))/86400) * 86400
	for i := range p.b.count {
		if sec := x.plainNum(v, p, i); sec >= day+86400 {
			return nan
		}
	}
	return day
}

// dayText names a day as sheets do.
func dayText(sec float64) string { return time.Unix(int64(sec), 0).UTC().Format(time.DateOnly) }
