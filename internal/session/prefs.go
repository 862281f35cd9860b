package session

import (
	"log/slog"
	"tallyboard/internal/fault"
	"tallyboard/internal/lang"
	"tallyboard/internal/library"
	"tallyboard/internal/rules"
)

// Prefs are the user's choices.
func (s *Session) Prefs() library.Prefs { return s.prefs }

// SetPrefs changes the choices and keeps them.
func (s *Session) SetPrefs(change func(*library.Prefs)) {
	was := s.Lang()
	change(&s.prefs)
	if s.Lang() != was && s.tell != nil {
		s.notice = s.tell()
	}
	s.savePrefs()
	if s.Lang() != was {
		s.refreshView()
		s.refreshReport()
	}
}

// Lang is the language of the window: the chosen one, else the system's.
func (s *Session) Lang() lang.Lang {
	if l, ok := lang.Parse(s.prefs.Lang); ok {
		return l
	}
	return s.system
}

// Library is where things are kept.
func (s *Session) Library() *library.Library { return s.lib }

// Forget erases everything that is kept between runs, and starts afresh.
func (s *Session) Forget() {
	err := s.state.forget(s.lib.Erase)
	s.prefs = library.Prefs{}
	if layout, e := s.lib.Layouts(); e == nil {
		s.layout = layout
	}
	s.rules = &rules.Rules{}
	s.dashboard.kept = board{}
	s.emit(PrefsChanged, DashboardChanged)
	s.note(wrapLibrary(err))
}

func (s *Session) savePrefs() {
	err := s.lib.SetPrefs(s.prefs)
	s.emit(PrefsChanged)
	s.note(wrapLibrary(err))
}

func wrapLibrary(err error) error {
	if err == nil {
		return nil
	}
	err = fault.Wrap(err, "library.write")
	slog.Error("library", "err", err)
	return err
}

// Layouts is for how many kinds of sheets the columns are remembered.
func (s *Session) Layouts() int { return s.layout.Len() }
