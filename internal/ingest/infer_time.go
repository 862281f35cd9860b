package ingest

import (
	"cmp"
	"math"
	"slices"
	"time"

	"tallyboard/internal/logkind"
	"tallyboard/internal/sheet"
	"tallyboard/internal/table"
)

// tryTime takes columns of dates: cells with a date's form, dates in text, and
// plain numbers under a header that speaks of dates.
func tryTime(x *cells, h hint, o columnOptions) (verdict, bool) {
	dated := x.formed(sheet.FormDate)
	if dated == 0 && !h.date && !mayBeDates(x) {
		return verdict{}, false
	}
	if h.duration && dated*2 < x.numbers {
		return verdict{}, false
	}
	if h.id && dated == 0 { // 20210305001 and the like, also eight digits
		return verdict{}, false
	}
	v := timeVerdict(x, h, o)
	return v, v.understood >= need(h.date)
}

// mayBeDates looks whether the first words hold a date at all; eight bare
// digits count only under a header that speaks of dates. Times of day may be those
// of today, with 昨天 and dates behind them.
func mayBeDates(x *cells) bool {
	clocks := 0
	for i, w := range x.words {
		if i >= 20 && clocks < i || i >= 2000 {
			break
		}
		if _, ok := readDate(w); ok && !allDigits(w) {
			return true
		}
		if _, ok := readRelative(w); ok {
			return true
		}
		if c, ok := readClock(w); ok && c.colons > 0 {
			clocks++
		}
	}
	return false
}

func timeVerdict(x *cells, h hint, o columnOptions) verdict {
	v := verdict{typ: table.Time, why: logkind.Reason{Key: "type.dates"}}
	v.order, v.unsure = dateOrder(x, o.order)
	var good int
	v.reading, good = readWords(x, true, func(w string, _ int) float64 {
		d, ok := readDate(w)
		if !ok {
			return looseMoment(w, h)
		}
		sec, ok := d.seconds(v.order)
		if !ok {
			return nan
		}
		return sec
	})
	plain := plainMoments(x, h)
	v.num = func(n float64, f sheet.Form) float64 {
		switch {
		case f == sheet.FormDate, f == sheet.FormTime && n >= 366:
			return serialTime(n)
		case f == sheet.FormGeneral && plain != nil:
			return plain(n)
		}
		return nan
	}
	x.eachNumber(func(n float64, f sheet.Form) bool {
		if s := v.num(n, f); s == s {
			good++
		}
		return true
	})
	v.understood = x.share(good)
	if v.understood < 1 {
		good += v.readRelatives(x)
		v.understood = x.share(good)
	}
	if v.understood >= 0.25 && v.understood < 1 {
		good += v.readClocks(x)
		v.understood = x.share(good)
	}
	switch {
	case x.texts() > x.numbers:
		v.why.Key = "type.textdates"
	case x.formed(sheet.FormDate) == 0:
		v.why.Key = "type.plaindates"
	}
	return v
}

// readClocks reads the words of a date column that are times of day only, as
// people type them under a date; it gives the number of their cells.
func (v *verdict) readClocks(x *cells) (cells int) {
	clock := make([]float64, len(v.reading))
	for i := range clock {
		clock[i] = nan
		if i == 0 || v.reading[i] == v.reading[i] {
			continue
		}
		if v.relative != nil && v.relative[i] == v.relative[i] {
			continue
		}
		if c, ok := readClock(x.words[i-1]); ok && c.sec < 86400 && (c.colons > 0 || c.worded) {
			clock[i] = c.sec
			cells += x.count[i]
		}
	}
	if cells > 0 {
		v.clock = clock
	}
	return cells
}

// looseMoment reads digits as a moment under a header of dates: Unix seconds
// or milliseconds.
func looseMoment(w string, h hint) float64 {
	if !h.moment || !allDigits(w) {
		return nan
	}
	if n, ok := plainNumber(w); ok {
		return unixMoment(n)
	}
	return nan
}

// unixMoment reads Unix seconds, milliseconds or microseconds of the years
// 2001 to 2033 as wall time where the program runs.
func unixMoment(n float64) float64 {
	for _, scale := range []float64{1, 1e3, 1e6} {
		if s := n / scale; s >= 1e9 && s < 2e9 {
			_, offset := time.Unix(int64(s), 0).Zone()
			return s + float64(offset)
		}
	}
	return nan
}

// plainMoments says how plain numbers under a header of dates are to be read:
// serial days, 20210305, or Unix time. Nil where they are no moments.
func plainMoments(x *cells, h hint) func(float64) float64 {
	if x.forms[sheet.FormGeneral] == 0 || !h.moment {
		return nil
	}
	readings := []func(float64) float64{
		func(n float64) float64 {
			if n != math.Trunc(n) || n < 19000101 || n > 21991231 {
				return nan
			}
			y, m, d := int(n)/10000, int(n)/100%100, int(n)%100
			if !validDay(y, m, d) {
				return nan
			}
			return float64(daysSince1970(y, m, d)) * 86400
		},
		unixMoment,
		func(n float64) float64 {
			if n < 20000 || n > 80000 { // 1954 to 2119
				return nan
			}
			return serialTime(n)
		},
	}
	for _, read := range readings {
		good, all := 0, 0
		x.eachNumber(func(n float64, f sheet.Form) bool {
			if f == sheet.FormGeneral {
				all++
				if s := read(n); s == s {
					good++
				}
			}
			return all < 1000
		})
		if float64(good) >= enough*float64(all) {
			return read
		}
	}
	return nil
}

// orderTally is how an order of day, month and year suits a column's dates.
type orderTally struct {
	order    Order
	good     int     // cells that are days of the calendar under it
	from, to float64 // the first and last of them
}

// dateOrder decides the order of day, month and year of a column's text dates
// by all of them. An order that makes some of them impossible is out; of those
// left, the one under which the dates lie closest together is taken, since logs
// cover weeks, and a wrong order scatters them over years. unsure is set where
// more than one order remains.
func dateOrder(x *cells, given Order) (o Order, unsure bool) {
	if given != AnyOrder {
		return given, false
	}
	orders := []orderTally{{order: MDY, from: nan, to: nan}, {order: DMY, from: nan, to: nan}, {order: YMD, from: nan, to: nan}}
	open := false
	for i, w := range x.words {
		d, ok := readDate(w)
		if !ok || d.shape == 'y' {
			continue
		}
		open = true
		for k := range orders {
			orders[k].add(d, x.count[i+1])
		}
	}
	if !open {
		return AnyOrder, false
	}
	slices.SortStableFunc(orders, func(a, b orderTally) int { return cmp.Compare(b.good, a.good) })
	best := orders[0]
	for _, t := range orders[1:] {
		if t.good == best.good {
			unsure = true
			if 3*(t.to-t.from) < best.to-best.from {
				best = t
			}
		}
	}
	return best.order, unsure
}

func (t *orderTally) add(d date, cells int) {
	sec, ok := d.seconds(t.order)
	if !ok {
		return
	}
	t.good += cells
	if !(t.from <= sec) {
		t.from = sec
	}
	if !(t.to >= sec) {
		t.to = sec
	}
}
