// Package rules is a shop's own values as plain data: the standard and
// excellent value of each KPI, targets and how they are cut down to shops, days
// and agents, what a compensation may cost and what settling a review earns,
// cards and when they lead to retraining, and the numbers D, N, W and G that
// definitions depend on. One file an idea.
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
	Schema       int        `json:"schema"` // of the file; see Encode
	Params       Params     `json:"params,omitzero"`
	Standards    []Standard `json:"standards,omitempty"`
	Targets      []Target   `json:"targets,omitempty"`
	Compensation []Rates    `json:"compensation,omitempty"` // versions of what a case may cost
	Rewards      []Rates    `json:"rewards,omitempty"`      // versions of what settling a case earns
	CardRules    CardRules  `json:"cardRules,omitzero"`
	Cards        []Card     `json:"cards,omitempty"`
}

// Clone is a copy that shares nothing with r; that of nil is the defaults.
func (r *Rules) Clone() *Rules {
	if r == nil {
		return &Rules{}
	}
	c := *r
	c.Standards, c.Compensation = slices.Clone(r.Standards), slices.Clone(r.Compensation)
	c.Rewards, c.Cards = slices.Clone(r.Rewards), slices.Clone(r.Cards)
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
	if err := r.Params.Validate(); err != nil {
		return err
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
	for _, list := range [][]Rates{r.Compensation, r.Rewards} {
		for _, x := range list {
			if err := x.Validate(); err != nil {
				return err
			}
		}
	}
	if err := r.CardRules.Validate(); err != nil {
		return err
	}
	for _, c := range r.Cards {
		if err := c.Validate(); err != nil {
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
