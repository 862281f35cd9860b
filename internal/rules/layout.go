package rules

import (
	"slices"

	"tallyboard/internal/fault"
)

// Layout is how a composed report (the weekly, the daily) is put together for
// a shop: its sections in their order.
type Layout struct {
	Report   string    `json:"report"`
	Shop     string    `json:"shop,omitempty"` // "" holds for every shop without one of its own
	Sections []Section `json:"sections"`
}

// Section is a part of a composed report.
type Section struct {
	ID    string `json:"id"`
	Chart string `json:"chart,omitempty"` // the kind of its charts; "" is the usual one
}

// LayoutOf is how a report is put together for a shop: as the shop's own, else
// as that of all shops; nil is the usual.
func (r *Rules) LayoutOf(report, shop string) []Section {
	for _, s := range []string{shop, ""} {
		if i := r.layoutAt(report, s); i >= 0 {
			return r.Layouts[i].Sections
		}
	}
	return nil
}

// SetLayout keeps how a report is put together for a shop; nil is as for all
// shops, of all shops the usual.
func (r *Rules) SetLayout(report, shop string, sections []Section) {
	i := r.layoutAt(report, shop)
	switch {
	case sections == nil && i >= 0:
		r.Layouts = slices.Delete(r.Layouts, i, i+1)
	case sections == nil:
	case i >= 0:
		r.Layouts[i].Sections = sections
	default:
		r.Layouts = append(r.Layouts, Layout{report, shop, sections})
	}
}

func (r *Rules) layoutAt(report, shop string) int {
	return slices.IndexFunc(r.Layouts, func(l Layout) bool { return l.Report == report && l.Shop == shop })
}

func (l Layout) clone() Layout {
	l.Sections = slices.Clone(l.Sections)
	return l
}

// Validate refuses a layout without sections, or with one twice.
func (l Layout) Validate() error {
	if l.Report == "" || len(l.Sections) == 0 {
		return fault.New("rules.layout.empty")
	}
	for i, s := range l.Sections {
		if slices.ContainsFunc(l.Sections[:i], func(o Section) bool { return o.ID == s.ID }) {
			return fault.New("rules.layout.twice", s.ID)
		}
	}
	return nil
}
