package session

import (
	"tallyboard/internal/report"
	"tallyboard/internal/rules"
)

// Sections are what the chosen report can be put together from, those that it
// has first and in their order; nil where it is not composed.
func (s *Session) Sections() []report.Chosen {
	id := s.report.choice.ID
	shop := s.report.choice.Params["shop"]
	if shop == "" {
		shop = s.prefs.Shop
	}
	return report.Arrange(id, s.rules.LayoutOf(id, shop))
}

// SetSections keeps what the chosen report is put together from: for the shop
// that it is about, else for all shops.
func (s *Session) SetSections(list []report.Chosen) error {
	id, shop := s.report.choice.ID, s.report.choice.Params["shop"]
	sections := report.LayoutOf(id, list)
	if sections == nil && shop != "" && s.rules.LayoutOf(id, "") != nil {
		sections = usualSections(list) // the usual, though all shops have another
	}
	return s.SetRules(func(r *rules.Rules) {
		if shop == "" && s.prefs.Shop != "" {
			r.SetLayout(id, s.prefs.Shop, nil) // else it would hide what is set now
		}
		r.SetLayout(id, shop, sections)
	})
}

func usualSections(list []report.Chosen) []rules.Section {
	var out []rules.Section
	for _, c := range list {
		if c.On {
			out = append(out, rules.Section{ID: c.ID})
		}
	}
	return out
}

// ResetSections goes back to the usual sections, of one shop to those of all
// shops.
func (s *Session) ResetSections() error {
	id, shop := s.report.choice.ID, s.report.choice.Params["shop"]
	return s.SetRules(func(r *rules.Rules) { r.SetLayout(id, shop, nil) })
}

// OwnSections reports whether the chosen report has sections of its own to go
// back from.
func (s *Session) OwnSections() bool {
	id, shop := s.report.choice.ID, s.report.choice.Params["shop"]
	for _, l := range s.rules.Layouts {
		if l.Report == id && l.Shop == shop {
			return true
		}
	}
	return false
}
