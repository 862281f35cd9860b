package session

import (
	"context"
	"slices"
	"strings"
	"time"

	"tallyboard/internal/chart"
	"tallyboard/internal/display"
	"tallyboard/internal/document"
	"tallyboard/internal/fault"
	"tallyboard/internal/ingest"
	"tallyboard/internal/lang"
	"tallyboard/internal/library"
	"tallyboard/internal/pivot"
	"tallyboard/internal/task"
)

// dashboard is the page of tiles and what they came to.
type dashboard struct {
	kept    board
	looking bool // the page is in front: what is not seen is not computed
	drawn   map[string]*TileResult
}

// TileResult is a tile and what its view comes to on the current log.
type TileResult struct {
	library.Tile
	Said   string // what it shows, in a sentence
	Period string // for people; "" all time
	Result *pivot.Result
	Chart  *chart.Chart    // nil where there is nothing to draw
	Table  *document.Table // where it is shown as one
	Err    error
	Ready  bool // false while it is computed

	view View
	key  string // of what it was computed from
	on   *ingest.Log
}

// ShowDashboard says whether the page of tiles is in front, and draws what has
// changed since it was.
func (s *Session) ShowDashboard(on bool) {
	s.dashboard.looking = on
	if on {
		s.drawDashboard()
	}
}

// Tiles are the tiles of the dashboard, as far as they are drawn. While one is
// computed anew the old picture stays, so that nothing jumps.
func (s *Session) Tiles() []TileResult {
	out := make([]TileResult, len(s.dashboard.kept.Tiles))
	l := s.log()
	for i, t := range s.dashboard.kept.Tiles {
		out[i].Tile = t
		got := s.dashboard.drawn[t.View]
		if got == nil || l == nil {
			continue
		}
		out[i] = *got
		out[i].Tile = t
		if got.Chart != nil {
			out[i].Chart = s.dress(got.Chart, got.Result, l, got.view)
		}
	}
	return out
}

// DashboardPeriods lists the periods that the current log reaches over.
func (s *Session) DashboardPeriods() []PeriodChoice {
	l := s.log()
	if l == nil {
		return nil
	}
	first, last := pivot.Span(timeColumn(&l.Log.Log))
	return periodChoices(first, last, s.Lang())
}

// drawDashboard computes the tiles whose view, period, log or language is
// another, in the background, and tells of each as it comes.
func (s *Session) drawDashboard() {
	l := s.log()
	if !s.dashboard.looking || l == nil {
		return
	}
	if s.dashboard.drawn == nil {
		s.dashboard.drawn = map[string]*TileResult{}
	}
	log, lg := l.Log, s.Lang()
	var wanted []*TileResult
	vs := s.SavedViews()
	for _, t := range s.dashboard.kept.Tiles {
		next := &TileResult{on: log}
		if k := indexOfView(vs, t.View); k < 0 {
			next.Err, next.Ready = fault.New("session.noview", t.View), true
		} else if next.view, next.Err = read(vs[k]); next.Err == nil {
			s.wholePeriod(next, log)
		}
		next.Tile = t
		next.key = strings.Join([]string{next.view.String(), string(t.Face), string(lg)}, "\x00")
		was := s.dashboard.drawn[t.View]
		switch {
		case was != nil && was.Ready && was.key == next.key && was.on == next.on:
			continue
		case next.Err != nil:
			next.Ready = true
			s.dashboard.drawn[t.View] = next
			continue
		case was != nil:
			old := *was // its picture stays until the new one is there
			old.Ready = false
			s.dashboard.drawn[t.View] = &old
		}
		wanted = append(wanted, next)
	}
	s.emit(DashboardChanged)
	if len(wanted) == 0 {
		s.runner.Cancel("dashboard")
		return
	}
	s.compute(wanted, log, lg)
}

// wholePeriod puts the period of the page into a view.
func (s *Session) wholePeriod(t *TileResult, log *ingest.Log) {
	text := s.dashboard.kept.Period
	now, rest := pivot.PeriodOf(&log.Log, t.view.Spec.Where)
	if text != "" {
		if now.Column == "" {
			if c := timeColumn(&log.Log); c != nil {
				now.Column = c.Name
			}
		}
		_, last := pivot.Span(log.Table.Column(now.Column))
		p, err := pivot.ParsePeriod(text, last)
		if err != nil {
			t.Err = err
			return
		}
		now.Period = p
		if now.Column != "" {
			t.view.Spec.Where = slices.Concat(rest, p.Filters(now.Column))
		}
	}
	if !now.All() {
		t.Period = display.Span(now.From, now.To-1, s.Lang(), false)
	}
}

// compute runs the views of tiles and hands each over as it is done.
func (s *Session) compute(wanted []*TileResult, log *ingest.Log, lg lang.Lang) {
	x, _ := s.subject()
	others := s.Logs()
	start := time.Now()
	task.Start(s.runner, "dashboard", s.T("dashboard.drawing"), func(ctx context.Context, p *task.Progress) (struct{}, error) {
		for i, t := range wanted {
			p.Set(int64(i), int64(len(wanted)))
			t.run(ctx, s.engine, x, others, lg)
			if ctx.Err() != nil {
				return struct{}{}, ctx.Err()
			}
			s.runner.Post(func() {
				if ctx.Err() == nil { // none newer has been asked for
					s.dashboard.drawn[t.View] = t
					s.emit(DashboardChanged)
				}
			})
		}
		return struct{}{}, nil
	}, func(_ struct{}, err error) {
		Trace("dashboard", start, log.Table.Rows)
		s.note(err)
	})
}

// run computes one tile.
func (t *TileResult) run(ctx context.Context, engine pivot.Engine, x subject, others []*ingest.Log, l lang.Lang) {
	t.Ready = true
	log, err := x.with(ctx, nil, t.view.Spec.Columns())
	if err != nil {
		t.Err = err
		return
	}
	if missing := t.view.Spec.Missing(log); len(missing) > 0 {
		t.Err = lacking(missing, t.view.Spec, others, l)
		return
	}
	r, err := engine.Run(ctx, log, t.view.Spec)
	if err != nil {
		t.Err = err
		return
	}
	now := see(r, t.view.Chart, l)
	t.Result, t.Chart, t.Said = now.result, now.chart, Sentence(r, l)
	if t.Face == library.TableFace || t.Chart == nil {
		t.Table = document.FromPivot(r, l, t.view.Table, nil)
	}
}

// lacking says which columns a log has not, and which open log has them.
func lacking(missing []string, p pivot.Spec, others []*ingest.Log, l lang.Lang) error {
	names := make([]string, len(missing))
	for i, c := range missing {
		names[i] = columnText(c, l)
	}
	for _, o := range others {
		if len(p.Missing(&o.Log)) == 0 {
			return fault.New("dashboard.elsewhere", l.List(names), o.Name)
		}
	}
	return fault.New("dashboard.missing", l.List(names))
}
