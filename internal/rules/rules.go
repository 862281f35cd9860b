// Package rules is a shop's own values as plain data: the standard and
// excellent value of each KPI, targets and how they are cut down to shops, days
// and agents, what a compensation may cost and what settling a review earns,
// cards and when they lead to retraining, teams, the numbers D, N, W and G that
// definitions depend on, and how composed reports are put together. What holds
// for all shops may differ for one. One file an idea.
//
// It stands beside kpi in the river. Reports judge by it, the library keeps it;
// it knows neither, and no screen.
package rules

import (
	"slices"

	"tallyboard/internal/kpi"
)

// Rules are all values of a shop. The zero value is the program's defaults.
type Rules struct {
	Schema int    `json:"schema"`         // of the file; see Encode
	Name   string `json:"name,omitempty"` // of the shop, on the cover of reports; in files that go from one computer to another
	Values
	Shops     []ShopValues `json:"shops,omitempty"` // what single shops have of their own
	Standards []Standard   `json:"standards,omitempty"`
	Targets   []Target     `json:"targets,omitempty"`
	Teams     []Team       `json:"teams,omitempty"`
	Cards     []Card       `json:"cards,omitempty"`
	Layouts   []Layout     `json:"layouts,omitempty"` // of composed reports
}

// Clone is a copy that shares nothing with r; that of nil is the defaults.
func (r *Rules) Clone() *Rules {
	if r == nil {
		return &Rules{}
	}
	c := *r
	c.Values = r.Values.clone()
	c.Standards, c.Cards = slices.Clone(r.Standards), slices.Clone(r.Cards)
	c.Shops, c.Teams, c.Layouts = slices.Clone(r.Shops), slices.Clone(r.Teams), slices.Clone(r.Layouts)
	for i := range c.Shops {
		c.Shops[i].Values = c.Shops[i].clone()
	}
	for i := range c.Teams {
		c.Teams[i].Agents = slices.Clone(c.Teams[i].Agents)
	}
	for i := range c.Layouts {
		c.Layouts[i] = c.Layouts[i].clone()
	}
	c.Targets = make([]Target, len(r.Targets))
	for i, t := range r.Targets {
		t.Weekdays = slices.Clone(t.Weekdays)
		t.Spans, t.Shops, t.Agents = slices.Clone(t.Spans), slices.Clone(t.Shops), slices.Clone(t.Agents)
		c.Targets[i] = t
	}
	return &c
}

// Validate gives the first thing that makes no sense, as a *fault.Error.
func (r *Rules) Validate() error {
	for _, check := range []func() error{r.Values.Validate, r.checkShops, r.checkTeams} {
		if err := check(); err != nil {
			return err
		}
	}
	for _, s := range r.Standards {
		if err := s.Validate(); err != nil {
			return err
		}
	}
	for i := range r.Targets {
		if err := r.Targets[i].Validate(); err != nil {
			return err
		}
	}
	for _, c := range r.Cards {
		if err := c.Validate(); err != nil {
			return err
		}
	}
	for _, l := range r.Layouts {
		if err := l.Validate(); err != nil {
			return err
		}
	}
	return nil
}

// amount reports whether v can be a weight or an amount: finite and not below
// zero.
func amount(v float64) bool { return v >= 0 && v <= 1e15 }

// known reports whether there is a KPI with the id.
func known(id string) bool { return kpi.Find(id) != nil }
