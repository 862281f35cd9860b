package session

import (
	"context"
	"math"
	"time"

	"tallyboard/internal/derive"
	"tallyboard/internal/document"
	"tallyboard/internal/fault"
	"tallyboard/internal/lang"
	"tallyboard/internal/library"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
	"tallyboard/internal/report"
	"tallyboard/internal/rules"
	"tallyboard/internal/task"
)

// ReportChoice is which report is shown, and over what.
type ReportChoice struct {
	ID      string
	Period  string // CLI grammar; "" is the report's own default
	Compare string // "", "last-year", "none"
	Params  map[string]string
	Rules   *rules.Rules // of the command line; the window takes the session's
}

type reportState struct {
	choice  ReportChoice
	derived derive.Keep // columns that the next report needs, too
	outcome[*document.Document]
}

// ReportChoice is what the report page shows.
func (s *Session) ReportChoice() ReportChoice { return s.report.choice }

// SetReport changes what the report page shows.
func (s *Session) SetReport(change func(*ReportChoice)) {
	was := s.report.choice.ID
	change(&s.report.choice)
	if id := s.report.choice.ID; id != was {
		s.SetPrefs(func(p *library.Prefs) { p.Report = id })
	}
	s.refreshReport()
}

// refreshReport makes the chosen report in the background.
func (s *Session) refreshReport() {
	if len(s.logs) == 0 {
		s.report.outcome = outcome[*document.Document]{}
		s.emit(ReportChanged)
		return
	}
	in := s.reportInput()
	id := s.report.choice.ID
	task.Start(s.runner, "report", s.T("session.reporting", s.T("report."+id)), func(ctx context.Context, _ *task.Progress) (*document.Document, error) {
		return Report(ctx, id, in)
	}, func(d *document.Document, err error) {
		s.report.outcome = outcome[*document.Document]{d, err}
		s.emit(ReportChanged)
		s.tidy()
	})
}

func (s *Session) reportInput() report.Input {
	c := s.report.choice
	var front *logkind.Log
	if l := s.log(); l != nil {
		front = &l.Log.Log
	}
	return report.Input{Logs: s.plainLogs(), Front: front, Engine: s.engine, Lang: s.Lang(), Period: c.Period,
		Compare: c.Compare, Params: c.Params, Shop: s.prefs.Shop, Rules: s.rules, Derived: &s.report.derived, Colours: s.colours}
}

func (s *Session) plainLogs() []*logkind.Log {
	out := make([]*logkind.Log, len(s.logs))
	for i, l := range s.logs {
		out[i] = &l.Log.Log
	}
	return out
}

// Report makes a report, tracing the time.
func Report(ctx context.Context, id string, in report.Input) (*document.Document, error) {
	start := time.Now()
	d, err := report.Build(ctx, id, in)
	rows := 0
	for _, l := range in.Logs {
		rows += l.Table.Rows
	}
	Trace("report", start, rows)
	return d, err
}

// InputFor is the report input of the command line.
func InputFor(logs []*logkind.Log, engine pivot.Engine, l lang.Lang, c ReportChoice) report.Input {
	return report.Input{Logs: logs, Engine: engine, Lang: l, Period: c.Period, Compare: c.Compare, Params: c.Params, Rules: c.Rules, Shop: c.Rules.Clone().Name}
}

// OwnRules are the values that the window on this computer keeps, with the name
// of the shop.
func OwnRules(lib *library.Library) (*rules.Rules, error) {
	prefs, err := lib.Prefs()
	if err != nil {
		return nil, fault.Wrap(err, "library.read")
	}
	r, err := lib.Rules()
	if err != nil {
		return nil, err
	}
	r.Name = prefs.Shop
	return r, nil
}

func readyFor(kinds map[logkind.Kind]bool) map[string]bool {
	out := map[string]bool{}
	for _, r := range report.Catalogue {
		for _, k := range r.Kinds {
			out[r.ID] = out[r.ID] || kinds[k]
		}
	}
	return out
}

// otherPeriod reports whether the report shows its default period, and the
// current log has no rows in it.
func (s *Session) otherPeriod() bool {
	doc, l := s.report.value, s.log()
	if doc == nil || l == nil || s.report.choice.Period != "" {
		return false
	}
	p, err := pivot.ParsePeriod(doc.PeriodID, math.NaN())
	first, last := pivot.Span(l.Col(derive.When(&l.Log.Log)))
	return err == nil && !p.All() && (last < p.From || first >= p.To)
}
