package explore

import (
	"math"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"tallyboard/internal/pivot"
	"tallyboard/internal/session"
	"tallyboard/internal/table"
	"tallyboard/internal/ui/theme"
	"tallyboard/internal/ui/widget"
)

// values are the chips of what is computed.
func (sh *shelf) values(p pivot.Spec) fyne.CanvasObject {
	vs := counted(p.Values)
	var out []*widget.Chip
	for i, v := range vs {
		var chip *widget.Chip
		var remove func()
		if len(p.Values) > 0 {
			remove = func() {
				sh.change(func(vs []pivot.Value) []pivot.Value { return slices.Delete(vs, i, i+1) })
			}
		}
		chip = widget.NewChip(session.ValueText(v, sh.s.Lang()), theme.TypeNumber, func() { sh.valueMenu(chip, i, v) }, remove)
		sh.spots.set(item("values", i), chip)
		out = append(out, chip)
	}
	var add *widget.IconButton
	add = widget.NewIconButton(theme.Plus, sh.s.T("explore.add"), func() {
		items := slices.Insert(sh.countable(), 1, widget.PickItem{ID: calculate, Text: sh.s.T("explore.calc.new"), Icon: theme.Formula})
		widget.ShowPicker(add, sh.s.Lang(), items, "", func(id string) {
			if id == calculate {
				sh.calculate(add, vs[0], func(v pivot.Value) {
					sh.change(func(vs []pivot.Value) []pivot.Value { return append(counted(vs), v) })
				})
				return
			}
			sh.change(func(vs []pivot.Value) []pivot.Value {
				return append(counted(vs), sh.value(id))
			})
		})
	}).Small()
	sh.spots.set(adding("values"), add)
	return group(sh.word("explore.values"), out, add, func(from, to int) {
		sh.spots.next = item("values", to)
		sh.change(func(vs []pivot.Value) []pivot.Value { return moved(vs, from, to) })
	})
}

// counted is what is computed where nothing is said: rows.
func counted(vs []pivot.Value) []pivot.Value {
	if len(vs) == 0 {
		return []pivot.Value{{Agg: pivot.Count}}
	}
	return vs
}

// rowCount is the item that counts rows.
const rowCount = "\x00count"

func (sh *shelf) change(f func([]pivot.Value) []pivot.Value) {
	sh.s.SetView(func(v *session.View) { v.Spec.Values = f(slices.Clone(v.Spec.Values)) })
}

// value is how a column is first counted: numbers summed, flags as a share,
// words by how many different ones.
func (sh *shelf) value(column string) pivot.Value {
	if column == rowCount {
		return pivot.Value{Agg: pivot.Count}
	}
	if id, ok := strings.CutPrefix(column, metric); ok {
		for _, m := range sh.s.Metrics() {
			if m.ID == id {
				return m.Value
			}
		}
	}
	return pivot.Value{Agg: aggsFor(sh.typeOf(column), sh.rated(column))[0], Column: column}
}

// rated reports whether a number is a rating or another measure of which sums
// mean nothing.
func (sh *shelf) rated(column string) bool {
	c := sh.column(column)
	return c != nil && (c.Role == "satisfaction" || c.Role == "score" || c.Role == "first_response" || c.Role == "avg_response")
}

// aggsFor lists the aggregations that make sense for a type, the usual first.
func aggsFor(t table.Type, rated bool) []pivot.Agg {
	switch {
	case t == table.Bool:
		return []pivot.Agg{pivot.Share, pivot.Count, pivot.Distinct}
	case t == table.Number && !rated:
		return []pivot.Agg{pivot.Sum, pivot.Mean, pivot.Median, pivot.Pct, pivot.Min, pivot.Max, pivot.Std, pivot.Count, pivot.Distinct}
	case t == table.Number || t == table.Duration || t == table.Clock:
		return []pivot.Agg{pivot.Mean, pivot.Median, pivot.Pct, pivot.Sum, pivot.Min, pivot.Max, pivot.Std, pivot.Count, pivot.Distinct}
	case t == table.Time:
		return []pivot.Agg{pivot.Min, pivot.Max, pivot.Count, pivot.Distinct}
	}
	return []pivot.Agg{pivot.Distinct, pivot.Count, pivot.First, pivot.Last}
}

// usualPercentile is the one that response times are judged by.
const usualPercentile = 90

func (sh *shelf) valueMenu(chip *widget.Chip, i int, v pivot.Value) {
	s := sh.s
	put := func(v pivot.Value) {
		sh.change(func(vs []pivot.Value) []pivot.Value {
			if len(vs) == 0 {
				return []pivot.Value{v}
			}
			vs[i] = v
			return vs
		})
	}
	var items []widget.MenuItem
	if v.Column != "" && v.Over == nil && v.Calc == nil {
		for _, a := range aggsFor(sh.typeOf(v.Column), sh.rated(v.Column)) {
			items = append(items, widget.MenuItem{Text: s.T("agg." + string(a)), Checked: a == v.Agg, Do: func() {
				next := pivot.Value{Agg: a, Column: v.Column}
				if a == pivot.Pct {
					next.P = usualPercentile
				}
				put(next)
			}})
		}
		items = append(items, widget.MenuItem{})
	}
	items = append(items, widget.MenuItem{Text: s.T("explore.other"), Icon: theme.Swap, Do: func() {
		widget.ShowPicker(chip, s.Lang(), sh.countable(), v.Column, func(id string) { put(sh.value(id)) })
	}})
	items = append(items, widget.MenuItem{Text: s.T("explore.calc"), Icon: theme.Formula, Do: func() { sh.calculate(chip, v, put) }})
	if v.Over != nil && v.Calc == nil {
		items = append(items, widget.MenuItem{Text: s.T("explore.noper"), Do: func() { next := v; next.Over, next.Name = nil, ""; put(next) }})
	}
	items = append(items, widget.MenuItem{Text: s.T("explore.name"), Icon: theme.Edit, Do: func() {
		sh.w.AskName(s.T("explore.name"), s.T("explore.save.name"), session.ValueText(v, s.Lang()), func(name string) {
			next := v
			next.Name = name
			put(next)
		})
	}})
	widget.DropMenu(chip, append(items, sh.look(chip, i)...))
}

// metric marks the items that are ready-made metrics.
const metric = "\x00kpi:"

// countable is what can be computed: rows, the metrics that the log allows, its
// columns, and those that can be worked out.
func (sh *shelf) countable() []widget.PickItem {
	items := []widget.PickItem{{ID: rowCount, Text: sh.s.T("agg.rows"), Icon: theme.List}}
	for _, m := range sh.s.Metrics() {
		items = append(items, widget.PickItem{ID: metric + m.ID, Text: m.Name, Note: m.Formula, Tip: m.Help, Icon: theme.Star, Group: sh.s.T("explore.metrics")})
	}
	for _, it := range sh.items {
		if it.Group == "" {
			it.Group = sh.s.T("explore.incolumns")
		}
		items = append(items, it)
	}
	return items
}

// widthFor is the width of the bands of a function; 0 for others.
func widthFor(fn pivot.Func, t table.Type, f session.Facts) float64 {
	if fn != pivot.Band {
		return 0
	}
	return bandWidth(t, f)
}

// roundTimes are the seconds that people cut time into.
var roundTimes = []float64{1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200,
	86400, 2 * 86400, 5 * 86400, 7 * 86400, 14 * 86400, 30 * 86400, 90 * 86400}

// bandWidth is a round width that cuts a column's range into about ten bands.
func bandWidth(t table.Type, f session.Facts) float64 {
	if !(f.Max > f.Min) {
		return 0
	}
	raw := (f.Max - f.Min) / 10
	if t == table.Duration {
		for _, w := range roundTimes {
			if w >= raw {
				return w
			}
		}
	}
	unit := math.Pow(10, math.Floor(math.Log10(raw)))
	for _, k := range []float64{1, 2, 5, 10} {
		if k*unit >= raw {
			return k * unit
		}
	}
	return 10 * unit
}
