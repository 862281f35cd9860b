package pivot

import (
	"math"
	"slices"

	"tallyboard/internal/fault"
	"tallyboard/internal/logkind"
	"tallyboard/internal/table"
)

// sources is the cells of the rows of now, and of those of other periods.
type sources struct{ now, before, year *cells }

func (s sources) each(f func(c *cells) *cells) sources {
	for _, c := range []**cells{&s.now, &s.before, &s.year} {
		if *c != nil {
			*c = f(*c)
		}
	}
	return s
}

// compare says how rows of other periods are set beside those of now.
type compare struct {
	clock int              // the level along time, counted over rows and columns; −1 compares whole periods
	plans map[byte]*plan   // by period: the same Spec over the other rows
	outer map[int][]uint32 // for coarser periodic levels: their code by that of clock

	warnings []fault.Warning // of periods that the log does not reach over
}

// lost is where a code of another period does not meet one of now.
const lost = math.MaxUint32

// comparison prepares what the formulas ask for, nil where they ask for nothing.
func (p *plan) comparison(k *cache) (*compare, error) {
	var periods []byte
	for _, period := range []byte{Before, YearBefore} {
		if slices.ContainsFunc(p.formulas, func(f formula) bool { return f.uses(period) }) {
			periods = append(periods, period)
		}
	}
	if len(periods) == 0 {
		return nil, nil
	}
	c := &compare{clock: -1, plans: map[byte]*plan{}, outer: map[int][]uint32{}}
	levels := slices.Concat(p.rows, p.cols)
	for i, l := range levels {
		if l.info.Func.Periodic() && (c.clock < 0 || finer(l.info.Func, levels[c.clock].info.Func)) {
			c.clock = i
		}
	}
	for i, l := range levels {
		if i == c.clock || !l.info.Func.Periodic() {
			continue
		}
		if l.info.Title != levels[c.clock].info.Title || !finer(levels[c.clock].info.Func, l.info.Func) {
			return nil, fault.New("pivot.compare.levels", l.info.Dim.String(), levels[c.clock].info.Dim.String())
		}
		to := make([]uint32, levels[c.clock].n)
		for code := 1; code < len(to); code++ {
			to[code], _ = l.find(Label{Num: startOf(l.info.Func, levels[c.clock].nums[code])})
		}
		c.outer[i] = to
	}
	for _, period := range periods {
		spec := p.spec
		spec.Where = p.otherWhere(c, levels, period)
		if spec.Where == nil && c.clock < 0 {
			return nil, fault.New("pivot.compare.period")
		}
		there, err := k.resolve(p.ctx, p.log, spec)
		if err != nil {
			return nil, err
		}
		c.plans[period] = there
	}
	return c, nil
}

// finer reports whether periods of f lie whole within periods of g.
func finer(f, g Func) bool {
	switch f {
	case Day:
		return g != Day
	case Month:
		return g == Quarter || g == Year
	case Quarter:
		return g == Year
	}
	return false
}

// otherWhere is the filters for the rows of another period: where time is on an
// axis those of all times, else those of the period before. It is nil where the
// filters keep no period.
func (p *plan) otherWhere(c *compare, levels []level, period byte) []Filter {
	out := []Filter{}
	if c.clock >= 0 {
		col := levels[c.clock].info.Title
		for _, f := range p.spec.Where {
			if f.Func != Plain || p.log.Find(f.Column).Name != col {
				out = append(out, f)
			}
		}
		return out
	}
	now, rest := PeriodOf(p.log, p.spec.Where)
	if now.All() {
		return nil
	}
	there := now.Previous()
	if period == YearBefore {
		there = now.LastYear()
	}
	first, last := Span(p.log.Find(now.Column))
	for _, x := range []Period{now.Period, there} {
		w := fault.Warning{Kind: "pivot.partial", Name: now.Column, Args: []any{x.ID}, Count: 1}
		if x.Partial(first, last) && !slices.ContainsFunc(c.warnings, func(o fault.Warning) bool { return o.Args[0] == x.ID }) {
			c.warnings = append(c.warnings, w)
		}
	}
	return append(rest, there.Filters(now.Column)...)
}

// Bounded is a period that filters on a time column keep.
type Bounded struct {
	Period
	Column string
}

// PeriodOf finds the whole days that filters on one time column of a log keep,
// and the other filters. It is all time where they do not bound both ends.
func PeriodOf(log *logkind.Log, where []Filter) (now Bounded, rest []Filter) {
	for _, col := range log.Table.Cols {
		if col.Type == table.Time {
			if p, rest := periodOn(log, col, where); !p.All() {
				return Bounded{p, col.Name}, rest
			}
		}
	}
	return now, where
}

func periodOn(log *logkind.Log, col *table.Column, where []Filter) (now Period, rest []Filter) {
	rest = []Filter{}
	from, to := math.Inf(-1), math.Inf(1)
	for _, f := range where {
		one := len(f.Values) == 1 && f.Op != Ne && f.Op != Contains && f.Op != Best
		if f.Func != Plain || !one || log.Find(f.Column) != col {
			rest = append(rest, f)
			continue
		}
		if r, err := rangeTest(col, f); err == nil && len(r.in) == 1 {
			from, to = max(from, r.in[0].lo), min(to, r.in[0].hi)
		}
	}
	if math.IsInf(from, 0) || math.IsInf(to, 0) || from >= to || startOf(Day, from) != from || startOf(Day, to) != to {
		return Period{}, rest
	}
	for _, f := range []Func{ISOWeek, Month, Quarter, Year} {
		if startOf(f, from) == from && shift(f, from, 1) == to {
			return unitPeriod(f, from), rest
		}
	}
	return days(from, to), rest
}

// missing tells, for cells at a pair of depths, whether the other period does not
// exist: before the first time in the log, and for totals over all times.
func (c *compare) missing(rows, cols *tree, i, j int) func(period byte, row, col uint32) bool {
	if c == nil || c.clock < 0 {
		return func(byte, uint32, uint32) bool { return false }
	}
	t, depth, level := rows, i, c.clock
	onRows := level < rows.depth()
	if !onRows {
		t, depth, level = cols, j, c.clock-rows.depth()
	}
	clock := t.levels[level]
	return func(period byte, row, col uint32) bool {
		if depth <= level {
			return true
		}
		node := col
		if onRows {
			node = row
		}
		for d := depth; d > level+1; d-- {
			node = t.tiers[d].parent[node]
		}
		code := t.tiers[level+1].code[node]
		if standing(code) > 0 || int(code) >= clock.n {
			return true
		}
		return !(back(clock.info.Func, clock.nums[code], period) >= clock.nums[1])
	}
}

// codes lists the members of the clock level that have rows now.
func (c *compare) codes(rows, cols *tree) map[uint32]bool {
	out := map[uint32]bool{}
	if c.clock < 0 {
		return out
	}
	t, level := rows, c.clock
	if level >= rows.depth() {
		t, level = cols, level-rows.depth()
	}
	for _, code := range t.tiers[level+1].code {
		if code != 0 {
			out[code] = true
		}
	}
	return out
}

// move makes the plan of another period keep only the rows that land on a period
// of now, and gives what puts their groups there.
func (c *compare) move(there *plan, now map[uint32]bool, period byte) func(codes []uint32) {
	if c.clock < 0 {
		return nil
	}
	clock := slices.Concat(there.rows, there.cols)[c.clock]
	to := c.land(clock, now, period)
	t := byCode{clock.codes, make([]byte, clock.n)}
	for code, lands := range to {
		if lands != lost {
			t.pass[code] = 1
		}
	}
	there.where = append(there.where, t)
	return func(codes []uint32) {
		codes[c.clock] = to[codes[c.clock]]
		for level, outer := range c.outer {
			codes[level] = outer[codes[c.clock]]
		}
	}
}

// land says where each code of the clock level lands: on the code of the period
// that looks back to it, where that has rows now.
func (c *compare) land(clock level, now map[uint32]bool, period byte) []uint32 {
	to := make([]uint32, clock.n)
	for code := range to {
		to[code] = lost
	}
	for code := range now {
		if before, ok := clock.find(Label{Num: back(clock.info.Func, clock.nums[code], period)}); ok {
			to[before] = code
		}
	}
	return to
}

// back is the start of the period that a period is compared with.
func back(f Func, sec float64, period byte) float64 {
	switch {
	case period == Before:
		return shift(f, sec, -1)
	case f == Week || f == WeekSun || f == ISOWeek:
		return shift(f, sec, -52)
	case f == Day && yearBefore(sec) == yearBefore(sec-day):
		return math.NaN() // 29 February: the 28th is looked back to by the 28th
	}
	return yearBefore(sec)
}
