package explore

import (
	"slices"
	"strings"

	"tallyboard/internal/ingest"
	"tallyboard/internal/pivot"
	"tallyboard/internal/session"
	"tallyboard/internal/table"
	"tallyboard/internal/ui/theme"
	"tallyboard/internal/ui/widget"
)

// columns offers the columns of the current log, and behind them what can be
// worked out from them.
func (sh *shelf) columns() {
	sh.items, sh.extras, sh.facts = nil, nil, nil
	l := sh.s.Log()
	if l == nil {
		return
	}
	for _, c := range l.Columns {
		col := l.Table.Column(c.Name)
		if col == nil {
			continue
		}
		it := widget.PickItem{ID: c.Name, Text: c.Name, Icon: typeIcon(col.Type), Badge: number(c.Distinct, sh.s.Lang())}
		if c.Role != "" && c.Role.Name(sh.s.Lang()) != c.Name {
			it.Note = c.Role.Name(sh.s.Lang())
		}
		it.Note = joined(it.Note, sh.blanks(c.Blanks))
		sh.items = append(sh.items, it)
	}
	sh.extras = sh.s.Extras()
	for _, x := range sh.extras {
		sh.items = append(sh.items, widget.PickItem{ID: x.ID, Text: x.Name, Icon: typeIcon(x.Type), Note: x.Help, Tip: x.Help,
			Group: sh.s.T("explore.derived")})
	}
	sh.learn()
}

// learn tells in the dropdowns what is known of the columns by now; of those
// that are worked out, it is known once they are.
func (sh *shelf) learn() {
	sh.s.ColumnFacts(func(facts map[string]session.Facts) {
		sh.facts = facts
		for i := range sh.items {
			it := &sh.items[i]
			f, ok := facts[it.ID]
			if !ok {
				continue
			}
			it.Spark = f.Spread
			if x := sh.extra(it.ID); x != nil {
				it.Badge, it.Note = number(f.Distinct, sh.s.Lang()), joined(sh.blanks(f.Blanks), x.Help)
			}
		}
	})
}

// blanks says how much of a column is blank; "" where nothing is.
func (sh *shelf) blanks(n int) string {
	if l := sh.s.Log(); n > 0 && l.Table.Rows > 0 {
		return sh.s.T("explore.blanks", max(1, n*100/l.Table.Rows))
	}
	return ""
}

func joined(words ...string) string {
	return strings.Join(slices.DeleteFunc(words, func(s string) bool { return s == "" }), " · ")
}

func typeIcon(t table.Type) theme.IconName {
	return map[table.Type]theme.IconName{table.Text: theme.TypeText, table.Bool: theme.TypeBool, table.Number: theme.TypeNumber,
		table.Time: theme.TypeTime, table.Clock: theme.TypeClock, table.Duration: theme.TypeDuration}[t]
}

// extra is a column that can be worked out, by its id; nil where it is none.
func (sh *shelf) extra(id string) *session.Extra {
	if i := slices.IndexFunc(sh.extras, func(x session.Extra) bool { return x.ID == id }); i >= 0 {
		return &sh.extras[i]
	}
	return nil
}

// column is what the load knows of a column of the file; nil for others.
func (sh *shelf) column(name string) *ingest.Column {
	l := sh.s.Log()
	if l == nil {
		return nil
	}
	if c := l.Find(name); c != nil {
		name = c.Name
	}
	for i := range l.Columns {
		if l.Columns[i].Name == name {
			return &l.Columns[i]
		}
	}
	return nil
}

// known are the facts of a column, as far as they are known.
func (sh *shelf) known(name string) session.Facts {
	c := sh.column(name)
	if c == nil {
		return sh.facts[name]
	}
	f := sh.facts[c.Name]
	f.Distinct, f.Blanks, f.Min, f.Max = c.Distinct, c.Blanks, c.Min, c.Max
	return f
}

func (sh *shelf) typeOf(name string) table.Type {
	if x := sh.extra(name); x != nil {
		return x.Type
	}
	if l := sh.s.Log(); l != nil {
		if c := l.Find(name); c != nil {
			return c.Type
		}
	}
	return table.Text
}

func (sh *shelf) title(name string) string {
	if x := sh.extra(name); x != nil {
		return x.Name
	}
	if l := sh.s.Log(); l != nil {
		if c := l.Find(name); c != nil {
			return c.Name
		}
	}
	return name
}

// dim is how a column is first put on an axis: times by week, numbers in bands
// where there are many.
func (sh *shelf) dim(column string, f session.Facts) pivot.Dim {
	d := pivot.Dim{Column: column}
	switch t := sh.typeOf(column); t {
	case table.Time:
		d.Func = pivot.Week
	case table.Clock:
		d.Func = pivot.Hour
	case table.Number, table.Duration:
		if f.Distinct > 20 {
			d.Func, d.Width = pivot.Band, bandWidth(t, f)
		}
	}
	return d
}

// place puts a column on an axis; one that has to be worked out first is there
// as soon as it is known how its numbers lie.
func (sh *shelf) place(column string, put func(pivot.Dim)) {
	if sh.extra(column) == nil {
		put(sh.dim(column, sh.known(column)))
		return
	}
	sh.s.Prepare(column, func(f session.Facts) { put(sh.dim(column, f)) })
}
