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
	s.emit(ViewChanged)
}

// RenameView gives a saved view another name; its place stays.
func (s *Session) RenameView(was, name string) {
	s.note(wrapLibrary(s.lib.RenameView(was, name)))
	s.emit(ViewChanged)
}

// DuplicateView keeps a saved view a second time, under a name.
func (s *Session) DuplicateView(of, name string) {
	vs := s.SavedViews()
	if i := slices.IndexFunc(vs, func(v library.View) bool { return v.Name == of }); i >= 0 {
		v := vs[i]
		v.Name = name
		s.note(wrapLibrary(s.lib.SaveView(v)))
		s.emit(ViewChanged)
	}
}

// DeleteView drops a saved view.
func (s *Session) DeleteView(name string) {
	s.note(wrapLibrary(s.lib.DeleteView(name)))
	s.emit(ViewChanged)
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
func (s *Session) ApplyText(spec string) { s.ApplyView(library.View{Spec: spec}) }

// KeepViews remembers how each open log is looked at, for the next file with
// the same columns.
func (s *Session) keepViews() {
	for _, l := range s.logs {
		if l.view.at > 0 {
			s.note(wrapLibrary(s.lib.KeepLast(headersOf(l.Log), written("", l))))
		}
	}
}

// firstView is how a log was last looked at, else what suits it. Undo leads
// from the first to the second.
func (s *Session) firstView(l *ingest.Log) history {
	h := startView(l)
	last, ok, err := s.lib.Last(headersOf(l))
	s.note(wrapLibrary(err))
	if !ok {
		return h
	}
	if v, err := read(last); err == nil {
		h.push(v)
	}
	return h
}

func written(name string, l *logState) library.View {
	v := l.view.now()
	return library.View{Name: name, Kind: string(l.Kind), Spec: v.Spec.String(), Chart: string(v.Chart), Line: string(v.Line), Shade: v.Shade}
}

func read(v library.View) (View, error) {
	p, err := pivot.ParseSpec(v.Spec)
	return View{Spec: p, Chart: chart.Kind(v.Chart), Line: Line(v.Line), Shade: v.Shade}, err
}

func headersOf(l *ingest.Log) []string {
	out := make([]string, 0, len(l.Columns))
	for _, c := range l.Columns {
		out = append(out, c.Name)
	}
	return out
}
