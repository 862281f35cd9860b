package session

import (
	"context"
	"maps"
	"path/filepath"
	"slices"

	"tallyboard/internal/ingest"
	"tallyboard/internal/logkind"
	"tallyboard/internal/task"
)

// load runs ingest in the background and lets put take what it came to.
func (s *Session) load(slot string, paths []string, o ingest.Options, put func(Loaded)) {
	name := filepath.Base(paths[0])
	if len(paths) > 1 {
		name = s.T("session.loading.many", len(paths))
	}
	task.Start(s.runner, slot, name, func(ctx context.Context, p *task.Progress) (Loaded, error) {
		o.Progress = p.Set
		return s.read(ctx, paths, o)
	}, func(got Loaded, err error) {
		s.loaded()
		if err != nil {
			s.note(err)
			s.emit(LoadEnded)
			return
		}
		put(got)
	})
}

// arrived tells everyone about a load; undo, where not nil, takes it back.
func (s *Session) arrived(got Loaded, undo func()) {
	s.tidy()
	s.emit(LogsChanged)
	s.sayLoaded(got, undo)
	s.emit(LoadEnded)
	s.refreshView()
	s.refreshReport()
}

// sayLoaded says in the status line what a load came to.
func (s *Session) sayLoaded(got Loaded, undo func()) {
	if len(got.Logs) == 0 && len(got.Failures) > 0 {
		s.note(got.Failures[0].Err)
		return
	}
	s.Say(func() Notice {
		text := s.Summary(got.Logs)
		if n := len(got.Failures); n > 0 {
			text += " · " + s.Lang().N("session.failed", n)
		}
		if got.aside != "" {
			text += " · " + s.T(got.aside)
		}
		return Notice{Text: text, Bad: len(got.Failures) > 0, Undo: undo}
	})
}

// Reload reads the files of the current log again, with the choices made.
func (s *Session) Reload() {
	if l := s.log(); l != nil {
		s.reread(l, nil)
	}
}

// reread reads the files of a log again; undo takes back the choice for which
// it is read, nil where there is none. The view stays, unless a column that it
// speaks of is gone.
func (s *Session) reread(l *logState, undo func()) {
	o := l.choices
	o.Layouts = s.layout.Snapshot()
	s.load("load", paths(l.Log), o, func(got Loaded) {
		s.failures = got.Failures
		if len(got.Logs) == 0 {
			if undo != nil {
				s.dropStep(l)
			}
			s.arrived(got, nil)
			return
		}
		s.keepViews()
		l.Log = got.Logs[0]
		if len(l.view.now().Spec.Missing(&l.Log.Log)) > 0 {
			l.view = s.firstView(l.Log)
		}
		s.keepLayout(l)
		for _, more := range got.Logs[1:] {
			s.logs = append(s.logs, &logState{Log: more, view: s.firstView(more), choices: ingest.Options{Password: o.Password, PerFile: o.PerFile}})
		}
		s.arrived(got, undo)
	})
}

// keepLayout remembers how a log is read, for every later file with its headers.
func (s *Session) keepLayout(l *logState) {
	roles := maps.Clone(l.Roles)
	for r, h := range l.choices.Roles {
		if _, played := roles[r]; h == "" && !played {
			if roles == nil {
				roles = logkind.Roles{}
			}
			roles[r] = "" // nobody is to play it
		}
	}
	kept := ingest.Layout{Kind: l.Kind, Roles: roles, Types: l.choices.Types, DateOrders: l.choices.DateOrders, Units: l.choices.Units}
	headers := headersOf(l.Log)
	if was := s.layout.Find(headers); was != nil { // what was chosen in earlier runs holds on
		kept.Apart = was.Apart
		kept.Types, kept.DateOrders, kept.Units = over(was.Types, kept.Types), over(was.DateOrders, kept.DateOrders), over(was.Units, kept.Units)
	}
	if l.choices.Apart != nil {
		kept.Apart = *l.choices.Apart
	}
	for _, f := range l.Files {
		if kept.Place == nil {
			kept.Place = ingest.PlaceOf(f.Path, f.Choice)
		}
	}
	s.note(wrapLibrary(s.layout.Keep(headers, kept)))
}

// over is a map with what another has, the other's values where both have one.
func over[V any](under, top map[string]V) map[string]V {
	out := maps.Clone(under)
	if out == nil {
		return top
	}
	maps.Copy(out, top)
	return out
}

// joining is a log that was read anew and has the columns of one that is open.
type joining struct {
	to       *logState
	log      *ingest.Log
	password string
}

// sameColumns finds the open log of the same kind and columns, made of other
// files; nil where there is none.
func (s *Session) sameColumns(l *ingest.Log) *logState {
	mine := slices.Sorted(slices.Values(headersOf(l)))
	for _, o := range s.logs {
		if o.Kind == l.Kind && slices.Equal(mine, slices.Sorted(slices.Values(headersOf(o.Log)))) &&
			!slices.ContainsFunc(paths(l), func(p string) bool { return slices.Contains(paths(o.Log), p) }) {
			return o
		}
	}
	return nil
}

// join reads the files of logs again together with those that belong to them,
// one log after the other. The logs that were open stay as they are, for undo.
func (s *Session) join(list []joining, got Loaded, undo func()) {
	j := list[0]
	o := j.to.choices
	o.Layouts = s.layout.Snapshot()
	if j.password != "" {
		o.Password = j.password
	}
	s.load("load", append(paths(j.to.Log), paths(j.log)...), o, func(both Loaded) {
		if i := slices.Index(s.logs, j.to); i >= 0 && len(both.Logs) > 0 {
			next := *j.to
			next.Log = both.Logs[0]
			s.logs = slices.Clone(s.logs)
			s.logs[i], s.current = &next, i
			for _, l := range both.Logs[1:] { // they had nothing in common after all
				s.logs = append(s.logs, &logState{Log: l, view: s.firstView(l), choices: ingest.Options{Password: o.Password}})
			}
			if k := slices.Index(got.Logs, j.log); k >= 0 {
				got.Logs = slices.Clone(got.Logs)
				got.Logs[k] = both.Logs[0]
			}
		}
		s.failures = append(s.failures, both.Failures...)
		if len(list) > 1 {
			s.join(list[1:], got, undo)
			return
		}
		s.arrived(got, undo)
		if len(s.failures) == 0 {
			s.Say(func() Notice { return Notice{Text: s.T("session.joined", j.to.Name, s.Summary(got.Logs)), Undo: undo} })
		}
	})
}

// RemoveFile takes one file out of the current log, which is read again from
// the others; the last one closes it.
func (s *Session) RemoveFile(path string) {
	l := s.log()
	if l == nil {
		return
	}
	rest := slices.DeleteFunc(paths(l.Log), func(p string) bool { return p == path })
	if len(rest) == 0 {
		s.CloseLog(s.current)
		return
	}
	back := s.backTo()
	o := l.choices
	o.Layouts = s.layout.Snapshot()
	s.load("load", rest, o, func(got Loaded) {
		i := slices.Index(s.logs, l)
		if i < 0 || len(got.Logs) == 0 {
			s.arrived(got, nil)
			return
		}
		next := *l
		next.Log = got.Logs[0]
		s.logs = slices.Clone(s.logs)
		s.logs[i] = &next
		for _, more := range got.Logs[1:] {
			s.logs = append(s.logs, &logState{Log: more, view: s.firstView(more), choices: ingest.Options{Password: o.Password}})
		}
		s.arrived(got, back)
		s.Say(func() Notice {
			return Notice{Text: s.T("session.removed", filepath.Base(path), s.Summary(got.Logs)), Undo: back}
		})
	})
}
