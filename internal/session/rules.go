package session

import (
	"maps"
	"slices"
	"time"

	"tallyboard/internal/kpi"
	"tallyboard/internal/library"
	"tallyboard/internal/logkind"
	"tallyboard/internal/rules"
)

// Rules are the shop's own values: standards, targets, rates, cards and
// parameters. They are changed by SetRules only.
func (s *Session) Rules() *rules.Rules { return s.rules }

// SetRules changes the shop's values, keeps them and makes the report anew. A
// change that makes no sense, or that cannot be kept, changes nothing and is
// returned.
func (s *Session) SetRules(change func(*rules.Rules)) error {
	next := s.rules.Clone()
	change(next)
	if err := next.Validate(); err != nil {
		return err
	}
	if err := s.lib.SetRules(next); err != nil {
		return err
	}
	s.rules = next
	s.rulesChanged()
	return nil
}

func (s *Session) rulesChanged() {
	s.emit(PrefsChanged)
	s.refreshReport()
	s.emit(ResultChanged)
}

// ImportRules takes all values from a file in place of the shop's own.
func (s *Session) ImportRules(path string) error {
	r, err := library.ReadRules(path)
	if err != nil {
		return err
	}
	return s.SetRules(func(own *rules.Rules) { *own = *r })
}

// ExportRules writes the shop's values to a file.
func (s *Session) ExportRules(path string) error {
	err := library.WriteRules(path, s.rules)
	if err == nil {
		s.Say(func() Notice { return Notice{Text: s.T("session.rules.written", path), Path: path} })
	}
	return err
}

// Standards are the shop's own standard and excellent values by KPI id.
func (s *Session) Standards() kpi.Standards { return s.rules.StandardsOf(s.prefs.Shop) }

// ShopNames are the shops that are known: those of the open logs, of the rules,
// and the one of the cover.
func (s *Session) ShopNames() []string {
	names := map[string]bool{s.prefs.Shop: true}
	for _, l := range s.logs {
		if c := l.Log.Col(logkind.Shop); c != nil && c.Type.Coded() {
			for code := 1; code <= c.Dict.Len(); code++ {
				names[c.Dict.At(uint32(code))] = true
			}
		}
	}
	for _, x := range s.rules.Standards {
		names[x.Shop] = true
	}
	for _, t := range s.rules.Targets {
		for _, p := range t.Shops {
			names[p.Name] = true
		}
	}
	delete(names, "")
	return slices.Sorted(maps.Keys(names))
}

// Today is the day of the clock on the wall.
func Today() rules.Date {
	y, m, d := time.Now().Date()
	return rules.DateOf(float64(time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Unix()))
}
