package explore

import (
	"math"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"tallyboard/internal/chart"
	"tallyboard/internal/pivot"
	"tallyboard/internal/session"
	"tallyboard/internal/ui/theme"
	"tallyboard/internal/ui/widget"
)

// mark answers a click on a mark of the chart with what can be done about it.
func (p *Page) mark(ref chart.Ref, pos fyne.Position) {
	if row, col, value, ok := p.cellAt(ref); ok {
		p.menu(p.chart, pos, row, col, value)
	}
}

// withChart is what can be done with the whole chart.
func (p *Page) withChart() []widget.MenuItem {
	return []widget.MenuItem{
		{Text: p.s.T("explore.copychart"), Icon: theme.Copy, Do: p.copyChart},
		{Text: p.s.T("print.chart"), Icon: theme.Print, Do: func() { p.w.PrintChart(nil) }},
	}
}

// Hidden lists the series that are switched off in the legend, by name.
func (p *Page) Hidden() []string { return p.chart.Hidden() }

// cellMenu answers a right click on a cell of the table.
func (p *Page) cellMenu(at widget.Place, pos fyne.Position) {
	if p.model == nil {
		return
	}
	if at.Row < 0 {
		p.headMenu(at.Col, pos)
		return
	}
	row, col := p.model.paths(at)
	value := 0
	if at.Col > 0 {
		_, value = p.model.at(at.Col)
	}
	p.menu(p.grid, pos, row, col, value, p.rowItems(at.Row)...)
}

// behind shows the rows behind a cell of the table.
func (p *Page) behind(at widget.Place) {
	if at.Row >= 0 && p.model != nil {
		row, col := p.model.paths(at)
		p.s.ShowBehind(p.title(row, col), row, col)
	}
}

func (p *Page) menu(owner fyne.CanvasObject, pos fyne.Position, row, col []pivot.Label, value int, more ...widget.MenuItem) {
	r := p.model.r
	items := []widget.MenuItem{
		{Text: p.title(row, col), Title: true},
		{},
		{Text: p.s.T("explore.behind"), Icon: theme.List, Do: func() { p.s.ShowBehind(p.title(row, col), row, col) }},
	}
	axis, path := r.Rows, row
	if len(row) == 0 {
		axis, path = r.Cols, col
	}
	if only, exclude := filtersFor(axis, path, pivot.Eq), filtersFor(axis, path, pivot.Ne); len(only) > 0 {
		title := axis.PathText(pivot.Member{Path: path}, p.s.Lang())
		words := p.s.T("explore.only")
		if len(row) > 0 && len(col) > 0 {
			words = p.s.T("explore.only.of", title)
		}
		items = append(items,
			widget.MenuItem{Text: words, Icon: theme.Filter, Do: func() { p.drill(title, func() { p.filter(only) }) }},
			widget.MenuItem{Text: p.s.T("explore.exclude"), Icon: theme.Close, Do: func() { p.filter(exclude[len(exclude)-1:]) }})
	}
	if only := filtersFor(r.Cols, col, pivot.Eq); len(row) > 0 && len(only) > 0 {
		title := r.Cols.PathText(pivot.Member{Path: col}, p.s.Lang())
		items = append(items, widget.MenuItem{Text: p.s.T("explore.only.of", title), Icon: theme.Filter,
			Do: func() { p.drill(title, func() { p.filter(only) }) }})
	}
	items = append(items, widget.MenuItem{})
	if now, _ := p.s.ViewPeriod(); !now.All() || inTime(r.Rows, row) || inTime(r.Cols, col) {
		items = append(items,
			widget.MenuItem{Text: p.s.T("explore.why"), Icon: theme.Help, Do: func() { p.why(row, col, value, pivot.Before) }},
			widget.MenuItem{Text: p.s.T("explore.why.year"), Icon: theme.Help, Do: func() { p.why(row, col, value, pivot.YearBefore) }})
	}
	if owner == p.chart {
		items = append(append(items, p.noteItem(row, col, value, false)), p.withChart()...)
	} else {
		items = append(items, widget.MenuItem{Text: p.s.T("explore.copy"), Icon: theme.Copy, Note: "Ctrl+C", Do: p.grid.Copy},
			widget.MenuItem{Text: p.s.T("explore.copytable"), Icon: theme.Copy, Do: p.copyTable},
			widget.MenuItem{Text: p.s.T("table.copypicture"), Icon: theme.Copy, Do: p.copyPicture})
	}
	if len(more) > 0 {
		items = append(append(items, widget.MenuItem{}), more...)
	}
	widget.ShowMenu(owner, pos, items)
}

// inTime reports whether a path leads to one period.
func inTime(a pivot.Axis, path []pivot.Label) bool {
	for i, l := range path {
		if a.Dims[i].Func.Periodic() && !l.Missing {
			return true
		}
	}
	return false
}

// title names a cell: 投诉 · 10月26日–11月1日.
func (p *Page) title(row, col []pivot.Label) string {
	r := p.model.r
	var words []string
	if len(row) > 0 {
		words = append(words, r.Rows.PathText(pivot.Member{Path: row}, p.s.Lang()))
	}
	if len(col) > 0 {
		words = append(words, r.Cols.PathText(pivot.Member{Path: col}, p.s.Lang()))
	}
	if len(words) == 0 {
		return p.s.T("pivot.total")
	}
	return strings.Join(words, " · ")
}

// filtersFor keeps (or drops) the rows of a member, level by level. What a top
// N cut off has no filter of its own.
func filtersFor(a pivot.Axis, path []pivot.Label, op pivot.Op) []pivot.Filter {
	var out []pivot.Filter
	for i, l := range path {
		if l.Other {
			continue
		}
		d := a.Dims[i]
		text := l.Text
		if l.Missing {
			text = ""
		}
		out = append(out, pivot.Filter{Column: d.Column, Func: d.Func, Width: d.Width, Op: op, Values: []string{text}})
	}
	return out
}

// filter adds filters to the view, each in the place of one on the same
// dimension with the same comparison. What keeps one stretch of time becomes the
// period of the view.
func (p *Page) filter(fs []pivot.Filter) {
	p.s.SetView(func(v *session.View) {
		for _, f := range fs {
			if stretch, ok := stretchOf(f); ok {
				v.Spec.Where = p.s.WithPeriod(v.Spec.Where, f.Column, stretch)
				continue
			}
			i := slices.IndexFunc(v.Spec.Where, func(o pivot.Filter) bool {
				return o.Column == f.Column && o.Func == f.Func && o.Op == f.Op
			})
			switch {
			case i < 0:
				v.Spec.Where = append(v.Spec.Where, f)
			case f.Op == pivot.Ne:
				v.Spec.Where[i].Values = append(slices.Clone(v.Spec.Where[i].Values), f.Values...)
			default:
				v.Spec.Where[i] = f
			}
		}
	})
}

// stretchOf is the stretch of time that a filter keeps; ok is false where it
// keeps something else.
func stretchOf(f pivot.Filter) (pivot.Period, bool) {
	if !f.Func.Periodic() || f.Op != pivot.Eq || len(f.Values) != 1 || f.Values[0] == "" {
		return pivot.Period{}, false
	}
	p, err := pivot.ParsePeriod(f.Values[0], math.NaN())
	if err != nil {
		return p, false
	}
	return pivot.PeriodAt(f.Func, p.From), true
}
