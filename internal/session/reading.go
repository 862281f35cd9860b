package session

import (
	"maps"
	"slices"

	"tallyboard/internal/ingest"
	"tallyboard/internal/table"
)

// Convention is how the values of a column are to be read, beside their type.
type Convention struct {
	Type  table.Type
	Order ingest.Order // of the parts of text dates; "" is found
	Unit  string       // of durations written as numbers; "" is found
}

// SetConvention says how a column of the current log is to be read; its files
// are read again.
func (s *Session) SetConvention(header string, c Convention) {
	s.choose(func(o *ingest.Options) {
		o.Types = with(o.Types, header, c.Type, true)
		o.DateOrders = with(o.DateOrders, header, c.Order, c.Order != "")
		o.Units = with(o.Units, header, c.Unit, c.Unit != "")
	})
}

// SetApart says whether date and time of day stay two columns.
func (s *Session) SetApart(apart bool) {
	s.choose(func(o *ingest.Options) { o.Apart = &apart })
}

// with is a copy of a map in which a key has a value, or is not there.
func with[K comparable, V any](m map[K]V, key K, v V, there bool) map[K]V {
	out := maps.Clone(m)
	if out == nil {
		out = map[K]V{}
	}
	delete(out, key)
	if there {
		out[key] = v
	}
	return out
}

// SetFile changes how one file of the current log is read (sheet, header row,
// area, which table, all sheets) and reads it again.
func (s *Session) SetFile(path string, change func(*ingest.FileOptions)) {
	c := s.Reading(path)
	was := c
	if change(&c); c == was {
		return
	}
	s.choose(func(o *ingest.Options) { o.PerFile = with(o.PerFile, path, c, true) })
}

// Reading is how a file of the current log is read: as was chosen now, else as
// it was remembered, else the zero value.
func (s *Session) Reading(path string) ingest.FileOptions {
	l := s.log()
	if l == nil {
		return ingest.FileOptions{}
	}
	if c, ok := l.choices.PerFile[path]; ok {
		return c
	}
	if i := slices.IndexFunc(l.Files, func(f ingest.File) bool { return f.Path == path }); i >= 0 {
		return l.Files[i].Choice
	}
	return ingest.FileOptions{}
}

// choice is a state of what was chosen for reading a log, and what was
// remembered of it then.
type choice struct {
	options ingest.Options
	headers []string
	layout  *ingest.Layout
}

// choices are the steps that can be taken back, and those taken back.
type choices struct{ past, future []choice }

// choose changes how the current log is read, and reads it again. It can be
// taken back.
func (s *Session) choose(change func(*ingest.Options)) {
	l := s.log()
	if l == nil {
		return
	}
	s.keepStep(l)
	change(&l.choices)
	s.forgetPlace(l)
	s.reread(l, s.undoChoice(l))
}

// keepStep keeps the state from which a step is taken.
func (s *Session) keepStep(l *logState) {
	l.steps.past = append(l.steps.past, s.choiceOf(l))
	l.steps.future = nil
}

func (s *Session) choiceOf(l *logState) choice {
	headers := headersOf(l.Log)
	return choice{l.choices, headers, s.layout.Find(headers)}
}

// UndoReading takes back the last choice of how the current log is read, and
// RedoReading makes it again.
func (s *Session) UndoReading() {
	if l := s.log(); l != nil {
		s.stepReading(l, &l.steps.past, &l.steps.future)
	}
}

// RedoReading is the way back from UndoReading.
func (s *Session) RedoReading() {
	if l := s.log(); l != nil {
		s.stepReading(l, &l.steps.future, &l.steps.past)
	}
}

// CanUndoReading reports whether there is such a choice to take back.
func (s *Session) CanUndoReading() bool { l := s.log(); return l != nil && len(l.steps.past) > 0 }

// CanRedoReading reports whether there is one to take again.
func (s *Session) CanRedoReading() bool { l := s.log(); return l != nil && len(l.steps.future) > 0 }

func (s *Session) stepReading(l *logState, from, to *[]choice) {
	n := len(*from)
	if n == 0 {
		return
	}
	back := (*from)[n-1]
	*from, *to = (*from)[:n-1], append(*to, s.choiceOf(l))
	s.forgetPlace(l)
	if back.layout != nil {
		s.note(wrapLibrary(s.layout.Keep(back.headers, *back.layout)))
	} else {
		s.note(wrapLibrary(s.layout.Forget(back.headers)))
	}
	l.choices = back.options
	s.reread(l, nil)
}

// forgetPlace lets no later file stand where the table of this log was put: its
// place is another now, and is remembered anew under the headers found there.
func (s *Session) forgetPlace(l *logState) {
	headers := headersOf(l.Log)
	if kept := s.layout.Find(headers); kept != nil && kept.Place != nil {
		next := *kept
		next.Place = nil
		s.note(wrapLibrary(s.layout.Keep(headers, next)))
	}
}

// undoChoice takes back a choice of this log, whichever is current then.
func (s *Session) undoChoice(l *logState) func() {
	return func() {
		if i := slices.Index(s.logs, l); i >= 0 {
			s.SetCurrent(i)
			s.UndoReading()
		}
	}
}

// dropStep forgets a choice under which nothing could be read.
func (s *Session) dropStep(l *logState) {
	n := len(l.steps.past)
	if n == 0 {
		return
	}
	was := l.steps.past[n-1]
	l.steps.past = l.steps.past[:n-1]
	l.choices = was.options
	if was.layout != nil {
		s.note(wrapLibrary(s.layout.Keep(was.headers, *was.layout)))
	}
}
