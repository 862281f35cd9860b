package explore

import (
	"math"
	"slices"

	"fyne.io/fyne/v2"

	"tallyboard/internal/pivot"
	"tallyboard/internal/session"
	"tallyboard/internal/table"
	"tallyboard/internal/ui/theme"
	"tallyboard/internal/ui/widget"
)

// values are the chips of what is computed.
func (sh *shelf) values(p pivot.Spec) fyne.CanvasObject {
	vs := p.Values
	if len(vs) == 0 {
		vs = []pivot.Value{{Agg: pivot.Count}}
	}
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
		out = append(out, chip)
	}
	var add *widget.IconButton
	add = widget.NewIconButton(theme.Plus, sh.s.T("explore.add"), func() {
		items := append([]widget.PickItem{{ID: rowCount, Text: sh.s.T("agg.rows"), Icon: theme.List}}, sh.items...)
		widget.ShowPicker(add, sh.s.Lang(), items, "", func(id string) {
			sh.change(func(vs []pivot.Value) []pivot.Value {
				if len(vs) == 0 {
					vs = []pivot.Value{{Agg: pivot.Count}}
				}
				return append(vs, sh.value(id))
			})
		})
	}).Small()
	return group(sh.word("explore.values"), out, add, func(from, to int) {
		sh.change(func(vs []pivot.Value) []pivot.Value { return moved(vs, from, to) })
	})
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
		all := append([]widget.PickItem{{ID: rowCount, Text: s.T("agg.rows"), Icon: theme.List}}, sh.items...)
		widget.ShowPicker(chip, s.Lang(), all, v.Column, func(id string) { put(sh.value(id)) })
	}})
	if v.Over == nil {
		items = append(items, widget.MenuItem{Text: s.T("explore.per"), Do: func() {
			all := append([]widget.PickItem{{ID: rowCount, Text: s.T("agg.rows"), Icon: theme.List}}, sh.items...)
			widget.ShowPicker(chip, s.Lang(), all, "", func(id string) {
				next, over := v, sh.value(id)
				next.Over = &over
				put(next)
			})
		}})
	} else {
		items = append(items, widget.MenuItem{Text: s.T("explore.noper"), Do: func() { next := v; next.Over = nil; put(next) }})
	}
	widget.DropMenu(chip, items)
}

// bandWidth is a round width that cuts a column's range into about ten bands.
func (sh *shelf) bandWidth(column string, f pivot.Func) float64 {
	c := sh.column(column)
	if f != pivot.Band || c == nil || !(c.Max > c.Min) {
		return 0
	}
	raw := (c.Max - c.Min) / 10
	unit := math.Pow(10, math.Floor(math.Log10(raw)))
	for _, k := range []float64{1, 2, 5, 10} {
		if k*unit >= raw {
			return k * unit
		}
	}
	return 10 * unit
}

// views drops the menu of saved views.
func (sh *shelf) views(owner fyne.CanvasObject) {
	s := sh.s
	items := []widget.MenuItem{{Text: s.T("explore.save"), Icon: theme.Save, Do: func() {
		name := ""
		if r, _ := s.Result(); r != nil {
			name = session.Sentence(r, s.Lang())
		}
		sh.w.AskName(s.T("explore.save"), s.T("explore.save.name"), name, s.SaveView)
	}}}
	saved := s.SavedViews()
	if len(saved) > 0 {
		items = append(items, widget.MenuItem{})
	}
	for _, v := range saved {
		items = append(items, widget.MenuItem{Text: v.Name, Icon: theme.StarFilled, Do: func() { s.ApplyText(v.Spec, v.Chart) }})
	}
	if len(saved) > 0 {
		items = append(items, widget.MenuItem{}, widget.MenuItem{Text: s.T("explore.delete"), Icon: theme.Trash, Danger: true, Do: func() { sh.forget(owner, saved[0].Name) }})
	}
	items = append(items, widget.MenuItem{},
		widget.MenuItem{Text: s.T("explore.copytext"), Icon: theme.Copy, Do: func() { sh.w.Copy(s.View().Spec.String()) }},
		widget.MenuItem{Text: s.T("explore.pastetext"), Icon: theme.Import, Do: func() {
			sh.w.AskName(s.T("explore.pastetext"), s.T("explore.pastetext.hint"), "", func(text string) { s.ApplyText(text, "") })
		}})
	widget.DropMenu(owner, items)
}

// forget asks which saved view to drop.
func (sh *shelf) forget(owner fyne.CanvasObject, first string) {
	var items []widget.PickItem
	for _, v := range sh.s.SavedViews() {
		items = append(items, widget.PickItem{ID: v.Name, Text: v.Name, Icon: theme.Trash})
	}
	widget.ShowPicker(owner, sh.s.Lang(), items, first, sh.s.DeleteView)
}
