package session

import (
	"maps"
	"reflect"
	"slices"
	"time"

	"tallyboard/internal/kpi"
	"tallyboard/internal/library"
	"tallyboard/internal/logkind"
	"tallyboard/internal/report"
	"tallyboard/internal/rules"
)

// Rules are the shop's own values: standards, targets, rates, cards and
// parameters. They are changed by SetRules only.
func (s *Session) Rules() *rules.Rules { return s.rules }

// SetRules changes the shop's values, keeps them and makes the report anew. A
// change that makes no sense, or that cannot be kept, changes nothing and is
// returned.
func (s *Session) SetRules(change func(*rules.Rules)) error { return s.TypeRules("", change) }

// TypeRules is SetRules while something is being typed: changes of the same
// field that follow each other are undone in one step.
func (s *Session) TypeRules(field string, change func(*rules.Rules)) error {
	next := s.rules.Clone()
	change(next)
	next.Tidy()
	if err := next.Validate(); err != nil {
		return err
	}
	if reflect.DeepEqual(next, s.rules) {
		return nil
	}
	was := s.rules
	if err := s.putRules(next); err != nil {
		return err
	}
	s.rulesUndone = nil
	if field != "" && field == s.rulesField {
		return nil
	}
	s.rulesField, s.rulesPast = field, append(s.rulesPast, was)
	if over := len(s.rulesPast) - KeepSteps; over > 0 {
		s.rulesPast = s.rulesPast[over:]
	}
	return nil
}

func (s *Session) putRules(next *rules.Rules) error {
	if err := s.lib.SetRules(next); err != nil {
		return err
	}
	s.rules = next
	s.rulesChanged()
	return nil
}

// UndoRules takes the last change of the shop's values back, and RedoRules takes
// it again. They do nothing where there is nothing to take back.
func (s *Session) UndoRules() { s.stepRules(&s.rulesPast, &s.rulesUndone) }

// RedoRules makes the change again that UndoRules took back.
func (s *Session) RedoRules() { s.stepRules(&s.rulesUndone, &s.rulesPast) }

func (s *Session) stepRules(from, to *[]*rules.Rules) {
	n := len(*from)
	if n == 0 {
		return
	}
	next, was := (*from)[n-1], s.rules
	if err := s.putRules(next); err != nil {
		s.note(err)
		return
	}
	*from, *to, s.rulesField = (*from)[:n-1], append(*to, was), ""
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
	name := r.Name
	r.Name = "" // it is one of the choices of this computer
	if err := s.SetRules(func(own *rules.Rules) { *own = *r }); err != nil || name == "" {
		return err
	}
	s.SetPrefs(func(p *library.Prefs) { p.Shop = name })
	return nil
}

// ExportRules writes the shop's values to a file.
func (s *Session) ExportRules(path string) error {
	out := s.rules.Clone()
	out.Name = s.prefs.Shop
	err := library.WriteRules(path, out)
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
	names := s.namesIn(logkind.Shop)
	names[s.prefs.Shop] = true
	for _, x := range s.rules.Standards {
		names[x.Shop] = true
	}
	for _, x := range s.rules.Shops {
		names[x.Shop] = true
	}
	for _, t := range s.rules.Targets {
		names[t.Shop] = true
		for _, p := range t.Shops {
			names[p.Name] = true
		}
	}
	delete(names, "")
	return slices.Sorted(maps.Keys(names))
}

// Teams are the teams of the rules; where those have none, the ones that the open
// logs tell of.
func (s *Session) Teams() []rules.Team {
	if len(s.rules.Teams) > 0 {
		return s.rules.Teams
	}
	return report.Teams(s.plainLogs())
}

// AgentNames are the agents that the open logs know, in alphabetical order.
func (s *Session) AgentNames() []string {
	names := s.namesIn(logkind.Agent)
	delete(names, "")
	return slices.Sorted(maps.Keys(names))
}

// namesIn is the values of the columns that play a role in the open logs.
func (s *Session) namesIn(r logkind.Role) map[string]bool {
	names := map[string]bool{}
	for _, l := range s.logs {
		if c := l.Log.Col(r); c != nil && c.Type.Coded() {
			for code := 1; code <= c.Dict.Len(); code++ {
				names[c.Dict.At(uint32(code))] = true
			}
		}
	}
	return names
}

// Today is the day of the clock on the wall.
func Today() rules.Date {
	y, m, d := time.Now().Date()
	return rules.DateOf(float64(time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Unix()))
}
