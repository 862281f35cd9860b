package session

import (
	"maps"
	"path/filepath"
	"slices"

	"tallyboard/internal/ingest"
	"tallyboard/internal/library"
	"tallyboard/internal/logkind"
)

// logState is one open log with what was chosen for it and how it is viewed.
type logState struct {
	*ingest.Log
	choices ingest.Options // overrides made for this log
	steps   choices        // of those, to be taken back
	view    history
	facts   facts
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
	if s.otherPeriod() {
		s.refreshReport()
	}
}

// Failures lists the files of the last Open that could not be read.
func (s *Session) Failures() []ingest.Failure { return s.failures }

// DropFailure takes a file off that list: it needs no more thought.
func (s *Session) DropFailure(path string) {
	s.failures = slices.DeleteFunc(slices.Clone(s.failures), func(f ingest.Failure) bool { return f.Path == path })
}

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
	s.lookAhead(files, o)
	s.load("load", files, o, func(got Loaded) { s.opened(files, got, password) })
}

// opened adds what was read to what is open, in one step that can be taken back.
func (s *Session) opened(files []string, got Loaded, password string) {
	back := s.backTo()
	got.aside = s.makeWay(got.Logs)
	more := s.take(got, password)
	switch {
	case len(got.Logs) == 0:
		back = nil
	case len(files) > 0:
		s.remember(readable(files, got.Failures), got.Logs)
	}
	if len(more) > 0 {
		s.join(more, got, back)
		return
	}
	s.arrived(got, back)
}

// backTo takes the session back to the logs that are open now.
func (s *Session) backTo() func() {
	logs, current := slices.Clone(s.logs), s.current
	return func() {
		s.keepViews()
		s.logs, s.current = logs, current
		s.listed()
		s.Say(func() Notice { return Notice{Text: s.Summary(s.Logs())} })
	}
}

// take adds logs to those that are open. One that holds the same files as an
// open log takes its place, so that opening a file twice counts nothing twice;
// one with the columns of an open log is to join it.
func (s *Session) take(got Loaded, password string) (more []joining) {
	s.failures = got.Failures
	for i, l := range got.Logs {
		if to := s.sameColumns(l); to != nil {
			more = append(more, joining{to, l, password})
			continue
		}
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
	return more
}

// prominence orders logs by what a shop looks at first: the kinds in the order
// of their catalogue.
func prominence(l *ingest.Log) int {
	return slices.IndexFunc(logkind.Catalogue, func(i *logkind.Info) bool { return i.Kind == l.Kind })
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
		return Notice{Text: s.T("session.closed", gone.Name), Undo: back}
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
	s.keepStep(l)
	l.choices.Roles = chosenRoles(l.choices.Roles, header, role, l.Roles)
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
			c.Role, c.Confidence, c.RoleReason = role, 1, logkind.Reason{Key: "role.chosen"}
		case c.Role == role && role != "":
			c.Role, c.RoleReason = "", logkind.Reason{}
		}
	}
	s.replace(l, &next)
}

// chosenRoles adds a choice to those made: the column plays the role and no
// other, and a role that it loses is played by none until a person says so.
func chosenRoles(chosen logkind.Roles, header string, role logkind.Role, played logkind.Roles) logkind.Roles {
	out := logkind.Roles{}
	for r, h := range chosen {
		if h != header || h == "" {
			out[r] = h
		}
	}
	for r, h := range played {
		if h == header {
			out[r] = ""
		}
	}
	if role != "" {
		out[role] = header
	}
	return out
}

// SetKind says what kind of log the current one is.
func (s *Session) SetKind(k logkind.Kind) {
	l := s.log()
	if l == nil || l.Kind == k {
		return
	}
	s.keepStep(l)
	l.choices.Kind = k
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

// readable is the files and folders without the files that could not be read.
func readable(ps []string, failed []ingest.Failure) []string {
	return slices.DeleteFunc(slices.Clone(ps), func(p string) bool {
		return slices.ContainsFunc(failed, func(f ingest.Failure) bool { return f.Path == p })
	})
}

// remember lists files and folders among the recent ones.
func (s *Session) remember(ps []string, logs []*ingest.Log) {
	if len(ps) == 0 {
		return
	}
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
