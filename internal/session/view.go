package session

import (
	"context"
	"slices"
	"time"

	"tallyboard/internal/chart"
	"tallyboard/internal/document"
	"tallyboard/internal/ingest"
	"tallyboard/internal/library"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
	"tallyboard/internal/table"
	"tallyboard/internal/task"
)

// View is how a log is looked at: what is counted and how it is drawn.
type View struct {
	Spec  pivot.Spec
	Chart chart.Kind // "" is chosen from the shape of the result
	Line  Line       // the reference line across the chart
	Table document.Look
	Zoom  library.Zoom // of the chart
	Notes []library.Note
}

// Line is what a reference line stands for, or the number of a target.
type Line string

const (
	NoLine   Line = ""
	MeanLine Line = "mean"     // of what is shown
	GoalLine Line = "standard" // the value to reach, of a KPI
)

// history is the views of one log, for undo and redo.
type history struct {
	views []View
	at    int
}

// KeepSteps is how many steps can be undone.
const KeepSteps = 200

// turned reports whether anything was ever changed.
func (h *history) turned() bool { return len(h.views) > 1 }

func (h *history) now() View { return h.views[h.at] }

func (h *history) push(v View) {
	h.views = append(h.views[:h.at+1:h.at+1], v)
	if over := len(h.views) - KeepSteps; over > 0 {
		h.views = h.views[over:]
	}
	h.at = len(h.views) - 1
}

// View is the view of the current log; the zero View where none is open.
func (s *Session) View() View {
	if l := s.log(); l != nil {
		return l.view.now()
	}
	return View{}
}

// SetView changes the view of the current log; it can be undone.
func (s *Session) SetView(change func(*View)) {
	l := s.log()
	if l == nil {
		return
	}
	v := l.view.now()
	v.Spec, v.Notes = cloneSpec(v.Spec), slices.Clone(v.Notes)
	change(&v)
	v.Spec.Tidy()
	was := l.view.now()
	if v.Zoom.Equal(was.Zoom) && !slices.Equal(slices.Concat(v.Spec.Rows, v.Spec.Cols), slices.Concat(was.Spec.Rows, was.Spec.Cols)) {
		v.Zoom = library.Zoom{} // a stretch of an axis that is there no more
	}
	if v.String() == was.String() {
		return
	}
	l.view.push(v)
	s.turned(was)
}

// turned shows the current view after another. Where only the table looks
// different, or more or less of the chart is seen, nothing is computed.
func (s *Session) turned(was View) {
	now := s.View()
	was.Table, now.Table = document.Look{}, document.Look{}
	was.Zoom, now.Zoom = library.Zoom{}, library.Zoom{}
	if was.String() != now.String() || s.result.value == nil || s.result.err != nil || s.runs("pivot") {
		s.refreshView()
		return
	}
	s.emit(ViewChanged, ResultChanged)
}

// runs reports whether something is under way in a slot.
func (s *Session) runs(slot string) bool {
	return slices.ContainsFunc(s.Running(), func(r task.Running) bool { return r.Slot == slot })
}

// Undo goes back one step of the current log's view.
func (s *Session) Undo() { s.step(-1) }

// Redo takes an undone step again.
func (s *Session) Redo() { s.step(+1) }

// CanUndo reports whether there is a step to take back.
func (s *Session) CanUndo() bool { l := s.log(); return l != nil && l.view.at > 0 }

// CanRedo reports whether there is an undone step to take again.
func (s *Session) CanRedo() bool { l := s.log(); return l != nil && l.view.at < len(l.view.views)-1 }

func (s *Session) step(by int) {
	l := s.log()
	if l == nil || l.view.at+by < 0 || l.view.at+by >= len(l.view.views) {
		return
	}
	was := l.view.now()
	l.view.at += by
	s.turned(was)
}

// Result is the pivot of the current view; nil before the first is there. While
// a newer one is computed the old one stays, so that nothing jumps.
func (s *Session) Result() (*pivot.Result, error) { return s.result.value, s.result.err }

// refreshView computes the current view in the background.
func (s *Session) refreshView() {
	s.emit(ViewChanged)
	l := s.log()
	if l == nil {
		s.runner.Cancel("pivot")
		s.result, s.chart = outcome[*pivot.Result]{}, nil
		s.emit(ResultChanged)
		return
	}
	x, _ := s.subject()
	had := x.d.Logs()[x.at]
	v, lg := l.view.now(), s.Lang()
	start := time.Now()
	task.Start(s.runner, "pivot", s.T("session.computing"), func(ctx context.Context, p *task.Progress) (seen, error) {
		log, err := x.with(ctx, p, v.Spec.Columns())
		if err != nil {
			return seen{}, err
		}
		r, err := s.engine.Run(ctx, log, v.Spec)
		if err != nil {
			return seen{}, err
		}
		now := see(r, v.Chart, lg)
		now.log = log
		return now, nil
	}, func(now seen, err error) {
		Trace("pivot", start, x.log.Table.Rows)
		s.result = outcome[*pivot.Result]{now.result, err}
		s.chart, s.worked.on = now.chart, now.log
		s.emit(ResultChanged)
		if x.d.Logs()[x.at] != had { // columns were made
			s.tidy()
		}
	})
}

func cloneSpec(p pivot.Spec) pivot.Spec {
	p.Rows, p.Cols = slices.Clone(p.Rows), slices.Clone(p.Cols)
	p.Values, p.Where, p.Orders = slices.Clone(p.Values), slices.Clone(p.Where), slices.Clone(p.Orders)
	return p
}

// startView is what a log is first seen through: its types over the weeks, or
// what comes nearest to that.
func startView(l *ingest.Log) history {
	var p pivot.Spec
	if c := firstOf(l, "type1", "reason", "category", "stage", "status", "agent", "region"); c != "" {
		p.Rows = []pivot.Dim{{Column: c}}
		p.Top = 20
		p.SortBy, p.Desc = "value", true
	}
	if t := l.Col("time"); t != nil && t.Type == table.Time {
		along := pivot.Dim{Column: t.Name, Func: unitFor(t)}
		if len(p.Rows) == 0 {
			p.Rows = []pivot.Dim{along}
		} else {
			p.Cols = []pivot.Dim{along}
		}
		p.FillTime = along.Func.Periodic()
	}
	return history{views: []View{{Spec: p}}}
}

// unitFor is the unit of time in which a column is first seen: some periods,
// not one and not too many to read.
func unitFor(c *table.Column) pivot.Func {
	first, last := pivot.Span(c)
	switch days := (last - first) / 86400; {
	case days < 2 && !c.DateOnly:
		return pivot.Hour
	case days < 15:
		return pivot.Day
	case days < 200:
		return pivot.Week
	}
	return pivot.Month
}

// firstOf is the header of the first role that is played, else of the first
// column of few different words.
func firstOf(l *ingest.Log, roles ...logkind.Role) string {
	for _, r := range roles {
		if c := l.Col(r); c != nil {
			return c.Name
		}
	}
	for i, c := range l.Table.Cols {
		if c.Type.Coded() && i < len(l.Columns) && l.Columns[i].Distinct >= 2 && l.Columns[i].Distinct <= 50 {
			return c.Name
		}
	}
	return ""
}
