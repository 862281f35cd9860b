package session

import (
	"context"
	"maps"
	"path/filepath"
	"slices"

	"tallyboard/internal/ingest"
	"tallyboard/internal/library"
	"tallyboard/internal/logkind"
	"tallyboard/internal/table"
	"tallyboard/internal/task"
)

// logState is one open log with what was chosen for it and how it is viewed.
type logState struct {
	*ingest.Log
	choices ingest.Options // overrides made for this log
	view    history

	sketches map[string][]float64 // by header, of sketched
	sketched *table.Table
}

// Logs lists the open logs.
func (s *Session) Logs() []*ingest.Log {
	out := make([]*ingest.Log, len(s.logs))
	for i, l := range s.logs {
		out[i] = l.Log
	}
	return out
}

// Log is the current log, nil where none is open.
func (s *Session) Log() *ingest.Log {
	if l := s.log(); l != nil {
		return l.Log
	}
	return nil
}

func (s *Session) log() *logState {
	if s.current < len(s.logs) {
		return s.logs[s.current]
	}
	return nil
}

// Current is the index of the current log.
func (s *Session) Current() int { return s.current }

// SetCurrent makes another log the current one.
func (s *Session) SetCurrent(i int) {
	if i == s.current || i < 0 || i >= len(s.logs) {
		return
	}
	s.current = i
	s.emit(LogsChanged)
	s.refreshView()
}

// Failures lists the files of the last Open that could not be read.
func (s *Session) Failures() []ingest.Failure { return s.failures }

// Loading lists the files and folders that are being read.
func (s *Session) Loading() []string { return s.loading }

// Open reads files and folders in the background and adds their logs to those
// that are open. Those that are still being read are read with them. password
// is for encrypted workbooks; "" tries none.
func (s *Session) Open(files []string, password string) {
	if len(files) == 0 {
		return
	}
	for _, p := range s.loading {
		if !slices.Contains(files, p) {
			files = append(files[:len(files):len(files)], p)
		}
	}
	s.loading = files
	o := ingest.Options{Password: password, Layouts: s.layout.Snapshot()}
	s.load("load", files, o, func(got Loaded) {
		s.take(got, password)
		if len(got.Logs) > 0 {
			s.remember(files, got.Logs)
		}
	})
}

// take adds logs to those that are open. One that holds the same files as an
// open log takes its place, so that opening a file twice counts nothing twice.
func (s *Session) take(got Loaded, password string) {
	s.failures = got.Failures
	for i, l := range got.Logs {
		at := slices.IndexFunc(s.logs, func(o *logState) bool { return slices.Equal(paths(o.Log), paths(l)) && o.Kind == l.Kind })
		if at < 0 {
			at = len(s.logs)
			s.logs = append(s.logs, nil)
		}
		s.logs[at] = &logState{Log: l, view: s.firstView(l), choices: ingest.Options{Password: password}}
		if i == 0 || prominence(l) < prominence(s.logs[s.current].Log) {
			s.current = at
		}
	}
}

// prominence orders logs by what a shop looks at first: the kinds in the order
// of their catalogue.
func prominence(l *ingest.Log) int {
	return slices.IndexFunc(logkind.Catalogue, func(i *logkind.Info) bool { return i.Kind == l.Kind })
}

// load runs ingest in the background, lets put take what it came to, and tells
// everyone.
func (s *Session) load(slot string, paths []string, o ingest.Options, put func(Loaded)) {
	name := filepath.Base(paths[0])
	if len(paths) > 1 {
		name = s.T("session.loading.many", len(paths))
	}
	task.Start(s.runner, slot, name, func(ctx context.Context, p *task.Progress) (Loaded, error) {
		o.Progress = p.Set
		return Load(ctx, paths, o)
	}, func(got Loaded, err error) {
		s.loading = nil
		if err != nil {
			s.note(err)
			s.emit(LoadEnded)
			return
		}
		put(got)
		s.arrived(got)
	})
}

// arrived tells everyone about a load.
func (s *Session) arrived(got Loaded) {
	s.tidy()
	s.emit(LogsChanged)
	s.sayLoaded(got)
	s.emit(LoadEnded)
	s.refreshView()
	s.refreshReport()
}

// sayLoaded says in the status line what a load came to.
func (s *Session) sayLoaded(got Loaded) {
	if len(got.Logs) == 0 && len(got.Failures) > 0 {
		s.note(got.Failures[0].Err)
		return
	}
	s.Say(func() Notice {
		text := s.Summary(got.Logs)
		if n := len(got.Failures); n > 0 {
			text += " · " + s.Lang().N("session.failed", n)
		}
		return Notice{Text: text, Bad: len(got.Failures) > 0}
	})
}

// Summary says what was read, left out and not understood.
func (s *Session) Summary(logs []*ingest.Log) string { return Summary(logs, s.Lang()) }

// CloseLog takes a log off the list; its files are not touched, and can be
// taken back at once.
func (s *Session) CloseLog(i int) {
	s.keepViews()
	gone := s.logs[i]
	s.logs = slices.Delete(slices.Clone(s.logs), i, i+1)
	if s.current >= i && s.current > 0 {
		s.current--
	}
	s.listed()
	back := func() {
		s.logs = slices.Insert(slices.Clone(s.logs), min(i, len(s.logs)), gone)
		s.current = min(i, len(s.logs)-1)
		s.listed()
		s.Say(func() Notice { return Notice{Text: s.Summary(s.Logs())} })
	}
	s.Say(func() Notice {
		return Notice{Text: s.T("session.closed", gone.Name), Act: s.T("session.undo"), Do: back}
	})
}

// listed tells everyone that the list of logs is another.
func (s *Session) listed() {
	s.emit(LogsChanged)
	s.refreshView()
	s.refreshReport()
}

// SetRole lets the column with this header play a role in the current log, ""
// none. Another column that played it loses it. The choice is remembered for
// every later file with the same headers.
func (s *Session) SetRole(header string, role logkind.Role) {
	l := s.log()
	if l == nil {
		return
	}
	next := *l.Log
	next.Roles = maps.Clone(l.Roles)
	if next.Roles == nil {
		next.Roles = logkind.Roles{}
	}
	for r, h := range next.Roles {
		if h == header {
			delete(next.Roles, r)
		}
	}
	if role != "" {
		next.Roles[role] = header
	}
	next.Columns = slices.Clone(l.Columns)
	for i := range next.Columns {
		c := &next.Columns[i]
		switch {
		case c.Name == header:
			c.Role, c.Confidence, c.RoleReason = role, 1, logkind.Reason{Key: "chosen"}
		case c.Role == role && role != "":
			c.Role, c.RoleReason = "", logkind.Reason{}
		}
	}
	s.replace(l, &next)
}

// SetKind says what kind of log the current one is.
func (s *Session) SetKind(k logkind.Kind) {
	l := s.log()
	if l == nil || l.Kind == k {
		return
	}
	next := *l.Log
	next.Kind = k
	s.replace(l, &next)
}

// replace puts a changed log in the place of l, remembers the choice and tells
// everyone.
func (s *Session) replace(l *logState, next *ingest.Log) {
	l.Log = next
	s.keepLayout(l)
	s.listed()
}

// Reload reads the files of the current log again, with the choices made.
func (s *Session) Reload() {
	l := s.log()
	if l == nil {
		return
	}
	o := l.choices
	o.Layouts, o.Kind, o.Roles = s.layout.Snapshot(), l.Kind, l.Roles
	s.load("load", paths(l.Log), o, func(got Loaded) {
		s.failures = got.Failures
		if len(got.Logs) == 0 {
			return
		}
		l.Log = got.Logs[0]
		s.keepLayout(l)
		for _, more := range got.Logs[1:] {
			s.logs = append(s.logs, &logState{Log: more, view: s.firstView(more)})
		}
	})
}

func (s *Session) keepLayout(l *logState) {
	err := s.layout.Keep(headersOf(l.Log), ingest.Layout{Kind: l.Kind, Roles: l.Roles,
		Types: l.choices.Types, DateOrders: l.choices.DateOrders, Units: l.choices.Units})
	s.note(wrapLibrary(err))
}

func (s *Session) remember(ps []string, logs []*ingest.Log) {
	abs := make([]string, len(ps))
	for i, p := range ps {
		if abs[i] = p; !filepath.IsAbs(p) {
			if a, err := filepath.Abs(p); err == nil {
				abs[i] = a
			}
		}
	}
	r := library.Recent{Paths: abs, Name: filepath.Base(ps[0]), Opened: now()}
	for _, l := range logs {
		r.Rows += l.Table.Rows
	}
	r.Period = PeriodOf(logs, s.Lang())
	if len(ps) > 1 {
		r.Name = s.T("session.recent.many", filepath.Base(ps[0]), len(ps))
	}
	s.prefs.Remember(r)
	s.savePrefs()
}

func paths(l *ingest.Log) []string {
	var out []string
	for _, f := range l.Files {
		if !slices.Contains(out, f.Path) {
			out = append(out, f.Path)
		}
	}
	return out
}
