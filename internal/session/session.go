// Package session holds the application's state and its commands: open files,
// choose the role of a column, change the view, undo, make a report, export. It
// is the only writer of that state and knows no window. Pages call its commands
// and listen to its events; the command line calls the same functions without a
// Session.
//
// The methods of Session may be called on one goroutine only, that of the user
// interface. Work runs in the background and comes back through the post
// function.
package session

import (
	"context"
	"log/slog"
	"time"

	"tallyboard/internal/chart"
	"tallyboard/internal/document"
	"tallyboard/internal/fault"
	"tallyboard/internal/ingest"
	"tallyboard/internal/lang"
	"tallyboard/internal/library"
	"tallyboard/internal/pivot"
	"tallyboard/internal/rules"
	"tallyboard/internal/task"
)

// Event says which part of the state has changed.
type Event uint8

const (
	LogsChanged      Event = iota // the logs, their kinds, roles or columns
	ViewChanged                   // the spec or the chart of the current log
	ResultChanged                 // the pivot's result, or its error
	RowsChanged                   // the rows behind a figure were found
	RowsFiltered                  // those rows were searched or sorted
	SpotShown                     // a cell of a file is to be shown where it stands
	ReportChanged                 // the report's document, its choices, or its error
	TasksChanged                  // what is running in the background
	PrefsChanged                  // language, theme, recent files
	RowsAhead                     // the first rows of a large file are there, the others are being read
	LoadEnded                     // files were read, or could not be
	DashboardChanged              // the page of tiles, or what one of them came to
	Noted                         // a new notice for the status line
	events
)

// Session is the state of one window.
type Session struct {
	runner *task.Runner
	engine pivot.Engine
	lib    *library.Library
	layout *library.Layouts
	prefs  library.Prefs
	rules  *rules.Rules // the shop's own values
	worked workedOut
	system lang.Lang // language of the system

	logs    []*logState
	current int

	result  outcome[*pivot.Result]
	chart   *chart.Chart   // of result; nil where there is nothing to draw
	colours *chart.Colours // a value keeps its colour through all views
	rows    *Rows

	foldedRows, foldedCols map[string]bool // members of the table of Explore
	spot                   Spot            // the cell last asked for
	report                 reportState
	dashboard              dashboard
	failures               []ingest.Failure
	loading                []string // the files and folders that are being read
	ahead                  *ingest.Peek
	notice                 Notice
	tell                   func() Notice // tells notice anew; nil where there is none
	watcher                *watcher
	state                  *stateKeeper
	tidying                *time.Timer // the next tidying up; nil before the first
	ended                  bool

	rulesPast, rulesUndone []*rules.Rules // for undo and redo
	rulesField             string         // where the last change was typed; "" nowhere

	listeners [events][]func()
}

// outcome is the result of the last background job of its kind.
type outcome[T any] struct {
	value T
	err   error
}

// Notice is one sentence for the status line.
type Notice struct {
	Text string
	Bad  bool
	Path string // of a file that was written, to be opened; "" none
	Act  string // words for Do
	Do   func() // the way on; nil where there is none
	Undo func() // takes back what the sentence tells; nil where it cannot be
}

// New makes a session that keeps settings, views and layouts in lib and delivers
// results by post. What cannot be read from lib becomes a notice, not an error.
func New(lib *library.Library, engine pivot.Engine, system lang.Lang, post func(func())) *Session {
	s := &Session{runner: task.NewRunner(post), engine: engine, lib: lib, system: system, colours: chart.NewColours()}
	lib.Behind(func(err error) { s.Post(func() { s.note(wrapLibrary(err)) }) })
	var err error
	if s.prefs, err = lib.Prefs(); err != nil {
		s.note(fault.Wrap(err, "library.read"))
	}
	if s.layout, err = lib.Layouts(); err != nil {
		s.note(fault.Wrap(err, "library.read"))
	}
	if s.rules, err = lib.Rules(); err != nil {
		s.note(err)
	}
	if s.dashboard.kept.Dashboard, err = lib.Dashboard(); err != nil {
		s.note(fault.Wrap(err, "library.read"))
	}
	s.report.choice = ReportChoice{ID: "overview"}
	if s.prefs.Report != "" {
		s.report.choice.ID = s.prefs.Report
	}
	if err = s.keepState(); err != nil {
		s.note(fault.Wrap(err, "library.read"))
	}
	s.runner.Watch(func() { s.emit(TasksChanged) })
	s.On(LogsChanged, s.drawDashboard)
	s.On(PrefsChanged, s.drawDashboard)
	return s
}

// Close keeps how each log is looked at, cancels all work, and waits for it to
// end. Nothing is left to restore.
func (s *Session) Close() { s.end(library.State{}) }

// Interrupt is Close for a run that the system ends, not its user: the next one
// can restore what is open. After Close it does nothing.
func (s *Session) Interrupt() { s.end(s.open()) }

func (s *Session) end(left library.State) {
	if s.ended {
		return
	}
	s.ended = true
	if s.tidying != nil {
		s.tidying.Stop()
	}
	s.watcher.close()
	s.keepViews()
	if err := s.state.end(left); err != nil {
		slog.Warn("state", "err", err) // nobody is there to be told
	}
	s.lib.Flush()
	s.lib.Behind(nil) // what is saved from now on, nobody would wait for
	s.runner.Close()
}

// On calls fn after every change of the given part of the state.
func (s *Session) On(e Event, fn func()) { s.listeners[e] = append(s.listeners[e], fn) }

func (s *Session) emit(es ...Event) {
	for _, e := range es {
		for _, fn := range s.listeners[e] {
			fn()
		}
	}
}

// Running lists the jobs that run in the background.
func (s *Session) Running() []task.Running { return s.runner.Running() }

// Post runs fn later, on the session's goroutine. It may be called from any
// goroutine.
func (s *Session) Post(fn func()) { s.runner.Post(fn) }

// Work runs work in the background and then done on the session's goroutine. A
// newer Work of the same slot takes its place: the older done is not called.
func (s *Session) Work(slot string, work, done func()) {
	task.Start(s.runner, slot, s.T("session.computing"), func(context.Context, *task.Progress) (struct{}, error) {
		work()
		return struct{}{}, nil
	}, func(_ struct{}, err error) {
		if err != nil {
			s.note(err)
			return
		}
		done()
	})
}

// CancelTask stops a job that Running lists.
func (s *Session) CancelTask(slot string) {
	if slot == "load" {
		s.loaded()
	}
	s.runner.Cancel(slot)
}

// Notice is the newest sentence for the status line.
func (s *Session) Notice() Notice { return s.notice }

// note shows an error as a notice. A nil error shows nothing.
func (s *Session) note(err error) {
	if err != nil {
		s.Say(func() Notice { return Notice{Text: fault.Say(err, s.Lang()), Bad: true} })
	}
}

// Tell shows the error of a page's command that has no better place to be shown.
// A nil error shows nothing.
func (s *Session) Tell(err error) { s.note(err) }

// Say shows the notice that tell returns. tell is called again when the language
// changes, so that the status line keeps up with the window.
func (s *Session) Say(tell func() Notice) {
	s.tell, s.notice = tell, tell()
	s.emit(Noted)
}

// T returns a text of the catalogue in the session's language.
func (s *Session) T(key string, args ...any) string { return s.Lang().T(key, args...) }

// Document is the current report: nil, with the error, where it could not be
// made, and nil before it has been.
func (s *Session) Document() (*document.Document, error) { return s.report.value, s.report.err }
