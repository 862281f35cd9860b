package explore

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"tallyboard/internal/lang"
	"tallyboard/internal/pivot"
	"tallyboard/internal/session"
	"tallyboard/internal/table"
	"tallyboard/internal/ui/theme"
	"tallyboard/internal/ui/widget"
)

// units are the units of time that are one click away.
var units = []pivot.Func{pivot.Hour, pivot.Weekday, pivot.Day, pivot.Week, pivot.Month, pivot.Quarter, pivot.Year}

// clock finds the level along time that the units change: the first on the
// columns, else on the rows.
func (sh *shelf) clock(p *pivot.Spec) *pivot.Dim {
	for _, ds := range [][]pivot.Dim{p.Cols, p.Rows} {
		for i := range ds {
			if sh.typeOf(ds[i].Column) == table.Time {
				return &ds[i]
			}
		}
	}
	return nil
}

// unit is the choice of the unit of time; nil where there is no time.
func (sh *shelf) unit(p pivot.Spec) fyne.CanvasObject {
	d := sh.clock(&p)
	if d == nil {
		return nil
	}
	names := make([]string, len(units))
	for i, u := range units {
		names[i] = sh.s.T("unit." + string(u))
	}
	seg := widget.NewSegmented(names, func(i int) {
		sh.s.SetView(func(v *session.View) {
			if d := sh.clock(&v.Spec); d != nil {
				d.Func, d.Width = units[i], 0
				v.Spec.FillTime = true
			}
		})
	})
	seg.SetSelected(slices.Index(units, d.Func))
	sh.spots.set("unit", seg)
	return seg
}

// tops are how many of the greatest are shown one by one.
var tops = []int{0, 5, 10, 20, 50}

// cuttable reports whether the rows can be cut to the greatest few: those of time
// and of bands stand in an order of their own.
func cuttable(p pivot.Spec) bool {
	n := len(p.Rows)
	return n > 0 && slices.Contains([]pivot.Func{pivot.Plain, pivot.City, pivot.Province}, p.Rows[n-1].Func)
}

// top is the choice of how many rows are shown one by one; nil where the rows
// are all shown anyway.
func (sh *shelf) top(p pivot.Spec) fyne.CanvasObject {
	if !cuttable(p) {
		return nil
	}
	pick := widget.NewPicker(sh.s.Lang(), func(id string) {
		n, err := strconv.Atoi(id)
		if err != nil {
			return
		}
		sh.s.SetView(func(v *session.View) {
			v.Spec.Top = n
			if n > 0 && v.Spec.SortBy == "" {
				v.Spec.SortBy, v.Spec.Desc = "value", true
			}
		})
	})
	var items []widget.PickItem
	choices := tops
	if !slices.Contains(choices, p.Top) {
		choices = append(slices.Clone(choices), p.Top)
	}
	for _, n := range choices {
		it := widget.PickItem{ID: strconv.Itoa(n), Text: sh.s.T("explore.top", n), Note: sh.s.T("explore.top.rest")}
		if n == 0 {
			it.Text, it.Note = sh.s.T("explore.top.all"), ""
		}
		items = append(items, it)
	}
	pick.SetItems(items)
	pick.SetSelected(strconv.Itoa(p.Top))
	sh.spots.set("top", pick)
	return pick
}

// compared is the other period that the values are compared with; 0 none.
func compared(p pivot.Spec) byte {
	for _, v := range p.Values {
		if v.Calc != nil && (v.Calc.Op == pivot.Before || v.Calc.Op == pivot.YearBefore) {
			return v.Calc.Op
		}
	}
	return 0
}

// compare is the choice of the period to compare with: it adds the value then,
// the difference and the change; nil where there is no period to go by.
func (sh *shelf) compare(p pivot.Spec) fyne.CanvasObject {
	now, _ := sh.s.ViewPeriod()
	if d := sh.clock(&p); (d == nil || !d.Func.Periodic()) && now.All() && compared(p) == 0 {
		return nil
	}
	pick := widget.NewPicker(sh.s.Lang(), func(id string) {
		sh.change(func(vs []pivot.Value) []pivot.Value { return withPeriod(vs, id[0], sh.s.Lang()) })
	}).SetLabel(sh.s.T("explore.compare"))
	pick.SetItems([]widget.PickItem{
		{ID: "-", Text: sh.s.T("compare.none")},
		{ID: string(pivot.Before), Text: sh.s.T("compare."), Note: sh.s.T("explore.compare.note")},
		{ID: string(pivot.YearBefore), Text: sh.s.T("compare.last-year"), Note: sh.s.T("explore.compare.note")},
	})
	pick.SetSelected("-")
	sh.spots.set("compare", pick)
	if b := compared(p); b != 0 {
		pick.SetSelected(string(b))
	}
	return pick
}

// withPeriod adds the first value in another period, the difference and the
// change; a period that is none takes them away.
func withPeriod(vs []pivot.Value, period byte, l lang.Lang) []pivot.Value {
	vs = slices.DeleteFunc(slices.Clone(vs), func(v pivot.Value) bool {
		return v.Calc != nil && (isThen(v) || v.Calc.Op == '-' && isThen(v.Calc.B))
	})
	if period != pivot.Before && period != pivot.YearBefore {
		return vs
	}
	if len(vs) == 0 {
		vs = []pivot.Value{{Agg: pivot.Count}}
	}
	first := vs[0]
	out := []pivot.Value{first, first.In(period), first.Difference(period), first.Change(period)}
	if first.Name != "" { // names of parts are not kept: what is computed gets its own
		for i, key := range []string{"value.", "value.diff.", "value.change."} {
			out[1+i].Name = l.T(key+string(period), first.Name)
		}
	}
	return append(out, vs[1:]...)
}

func isThen(v pivot.Value) bool {
	return v.Calc != nil && (v.Calc.Op == pivot.Before || v.Calc.Op == pivot.YearBefore)
}

// more drops what is rarely wanted.
func (p *Page) more(owner fyne.CanvasObject) {
	s, v := p.s, p.s.View()
	c := p.chart.Chart()
	lines := c != nil && c.TakesLines()
	_, aimed := v.Line.Target()
	target := widget.MenuItem{Text: s.T("explore.line.aim"), Checked: aimed, Disabled: !lines, Do: func() {
		now := ""
		if aimed {
			now = string(v.Line)
		}
		p.w.AskName(s.T("explore.line.aim"), s.T("explore.line.aim.hint"), now, s.SetTargetLine)
	}}
	line := func(l session.Line) widget.MenuItem {
		key := "explore.line.none"
		if l != session.NoLine {
			key = "explore.line." + string(l)
		}
		goal := s.Goal()
		return widget.MenuItem{Text: s.T(key), Checked: v.Line == l, Disabled: l == session.GoalLine && goal != goal || !lines,
			Do: func() { s.SetView(func(v *session.View) { v.Line = l }) }}
	}
	widget.DropMenu(owner, []widget.MenuItem{
		line(session.NoLine), line(session.MeanLine), line(session.GoalLine), target, {},
		{Text: s.T("explore.filltime"), Checked: v.Spec.FillTime, Do: func() {
			s.SetView(func(v *session.View) { v.Spec.FillTime = !v.Spec.FillTime })
		}},
		{Text: s.T("explore.swap"), Icon: theme.Swap, Do: func() {
			s.SetView(func(v *session.View) {
				v.Spec.Rows, v.Spec.Cols = v.Spec.Cols, v.Spec.Rows
				inOrder(&v.Spec)
			})
		}}, {},
		{Text: s.T("explore.copytable"), Icon: theme.Copy, Do: p.copyTable},
		{Text: s.T("explore.copychart"), Icon: theme.Copy, Do: p.copyChart},
		{Text: s.T("print.chart"), Icon: theme.Print, Disabled: p.chart.Chart() == nil, Do: func() { p.w.PrintChart(nil) }},
	})
}

func (p *Page) copyTable() {
	p.grid.SelectAll()
	p.grid.Copy()
}

func (p *Page) copyChart() {
	if p.chart.Chart() != nil {
		p.w.CopyImage(p.chart.Image(2))
	}
}
