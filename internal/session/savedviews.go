package session

import (
	"slices"

	"tallyboard/internal/chart"
	"tallyboard/internal/ingest"
	"tallyboard/internal/library"
	"tallyboard/internal/pivot"
)

// SavedViews lists the views kept by name.
func (s *Session) SavedViews() []library.View {
	vs, err := s.lib.Views()
	s.note(wrapLibrary(err))
	return vs
}

// SaveView keeps the current view under a name.
func (s *Session) SaveView(name string) {
	l := s.log()
	if l == nil {
		return
	}
	s.note(wrapLibrary(s.lib.SaveView(written(name, l))))
	s.drawDashboard()
	s.emit(ViewChanged)
}

// RenameView gives a saved view another name; its place stays, here and on the
// dashboard.
func (s *Session) RenameView(was, name string) {
	if was == name || name == "" {
		return
	}
	s.note(wrapLibrary(s.lib.RenameView(was, name)))
	s.dashboard.rename(was, name)
	s.keepDashboard()
	s.emit(ViewChanged)
}

// DuplicateView keeps a saved view a second time, under a name.
func (s *Session) DuplicateView(of, name string) {
	vs := s.SavedViews()
	if i := indexOfView(vs, of); i >= 0 {
		v := vs[i]
		v.Name = name
		s.note(wrapLibrary(s.lib.SaveView(v)))
		s.emit(ViewChanged)
	}
}

// MoveView puts a saved view at another place of the list.
func (s *Session) MoveView(from, to int) {
	vs := s.SavedViews()
	if from < 0 || to < 0 || from >= len(vs) || to >= len(vs) || from == to {
		return
	}
	v := vs[from]
	s.setViews(slices.Insert(slices.Delete(vs, from, from+1), to, v))
}

// DeleteView drops a saved view and its tile; both can be taken back at once.
func (s *Session) DeleteView(name string) {
	vs, board := s.SavedViews(), s.dashboard.kept
	i := indexOfView(vs, name)
	if i < 0 {
		return
	}
	s.setViews(slices.Delete(slices.Clone(vs), i, i+1))
	s.setDashboard(board.without(name))
	s.Say(func() Notice {
		return Notice{Text: s.T("session.view.deleted", name), Act: s.T("session.undo"), Do: func() {
			s.setViews(vs)
			s.setDashboard(board)
			s.Say(func() Notice { return Notice{Text: s.T("session.view.back", name)} })
		}}
	})
}

func (s *Session) setViews(vs []library.View) {
	s.note(wrapLibrary(s.lib.SetViews(vs)))
	s.emit(ViewChanged)
}

func indexOfView(vs []library.View, name string) int {
	return slices.IndexFunc(vs, func(v library.View) bool { return v.Name == name })
}

// ApplyView looks at the current log through a saved view.
func (s *Session) ApplyView(v library.View) {
	next, err := read(v)
	if err != nil {
		s.note(err)
		return
	}
	s.SetView(func(v *View) { *v = next })
}

// ApplyText looks at the current log through a view in text form.
func (s *Session) ApplyText(text string) {
	next, err := ParseView(text)
	if err != nil {
		s.note(err)
		return
	}
	s.SetView(func(v *View) { *v = next })
}

// keepViews remembers how each open log is looked at, for the next file with
// the same columns. It is written down by the stateKeeper.
func (s *Session) keepViews() {
	for _, l := range s.logs {
		if l.view.turned() {
			s.state.lasts.Keep(headersOf(l.Log), written("", l))
		}
	}
}

// firstView is how a log was last looked at, else what suits it. Undo leads
// from the first to the second.
func (s *Session) firstView(l *ingest.Log) history {
	h := startView(l)
	last, ok := s.state.lasts.Find(headersOf(l))
	if !ok {
		return h
	}
	if v, err := read(last); err == nil && v.String() != h.now().String() {
		h.push(v)
	}
	return h
}

func written(name string, l *logState) library.View {
	v := l.view.now()
	return library.View{Name: name, Kind: string(l.Kind), Spec: v.Spec.String(), Chart: string(v.Chart), Line: string(v.Line), Table: tableText(v.Table), Zoom: v.Zoom, Notes: v.Notes}
}

func read(v library.View) (View, error) {
	p, err := pivot.ParseSpec(v.Spec)
	return View{Spec: p, Chart: chart.Kind(v.Chart), Line: Line(v.Line), Table: lookOf(v.Table), Zoom: v.Zoom, Notes: v.Notes}, err
}

func headersOf(l *ingest.Log) []string {
	out := make([]string, 0, len(l.Columns))
	for _, c := range l.Columns {
		if !c.Ignored && !c.Derived { // a layout is known by the columns of the sheet
			out = append(out, c.Name)
		}
	}
	return out
}
