package ingest

import (
	"unicode"

	"tallyboard/internal/logkind"
	"tallyboard/internal/table"
)

// joinDateAndClock adds, to a log that keeps date and time of day in two
// columns, one of both together, which then is the log's time. With apart it
// only says which they are.
func (l *Log) joinDateAndClock(apart bool) {
	date := l.Col(logkind.Time)
	if date != nil && (date.Type != table.Time || !date.DateOnly) {
		if date.Type != table.Clock {
			return
		}
		date = nil
	}
	if date == nil {
		date = l.only(func(c *table.Column) bool { return c.Type == table.Time && c.DateOnly })
	}
	clock := l.clockFor(date)
	if date == nil || clock == nil {
		return
	}
	name := date.Name + " + " + clock.Name
	if r := []rune(date.Name); unicode.Is(unicode.Han, r[len(r)-1]) {
		name = date.Name + "+" + clock.Name
	}
	if l.Table.Column(name) != nil {
		return
	}
	if l.Pair = (&Pair{date.Name, clock.Name}); apart {
		return
	}
	both := make([]float64, l.Table.Rows)
	col := Column{Name: name, Type: table.Time, Derived: true, Role: logkind.Time, Confidence: 0.9,
		TypeReason: logkind.Reason{Key: "type.joined", Args: []any{date.Name, clock.Name}},
		RoleReason: logkind.Reason{Key: "type.joined", Args: []any{date.Name, clock.Name}}, Min: nan, Max: nan}
	set := newNumset()
	for i, d := range date.Nums {
		if t := clock.Nums[i]; t == t {
			d += t
		}
		both[i] = d
		if d != d {
			col.Blanks++
			continue
		}
		if _, fresh := set.code(d); fresh && len(col.Samples) < mostSamples {
			col.Samples = append(col.Samples, stamp(d))
		}
		if !(col.Min <= d) {
			col.Min = d
		}
		if !(col.Max >= d) {
			col.Max = d
		}
	}
	col.Distinct = set.n
	l.Table = l.Table.With(table.NumColumn(name, table.Time, both))
	for i := range l.Columns {
		if c := &l.Columns[i]; c.Role == logkind.Time {
			c.Role, c.RoleReason, c.Confidence = "", logkind.Reason{}, 0
		}
	}
	l.Columns = append(l.Columns, col)
	l.Roles[logkind.Time] = name
}

// apart reports whether date and time of day stay two columns.
func (o Options) apart(kept *Layout) bool {
	if o.Apart != nil {
		return *o.Apart
	}
	return kept != nil && kept.Apart
}

// clockFor finds the time of day that belongs to a date: the only such column,
// or the nearest one behind the date.
func (l *Log) clockFor(date *table.Column) *table.Column {
	isClock := func(c *table.Column) bool { return c.Type == table.Clock }
	if c := l.only(isClock); c != nil || date == nil {
		return c
	}
	behind := false
	for _, c := range l.Table.Cols {
		if behind && isClock(c) {
			return c
		}
		behind = behind || c == date
	}
	return nil
}

// only gives the one column for which ok holds, nil where there are none or several.
func (l *Log) only(ok func(*table.Column) bool) *table.Column {
	var one *table.Column
	for _, c := range l.Table.Cols {
		if ok(c) {
			if one != nil {
				return nil
			}
			one = c
		}
	}
	return one
}
