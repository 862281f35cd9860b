package rules

import (
	"cmp"
	"slices"

	"tallyboard/internal/fault"
)

// Measures are the KPIs that can have a target: those that add up over days,
// shops and agents.
var Measures = []string{"sales", "orders", "receptions", "visits", "matters"}

// Target is what a team is to reach in a month, and the weights by which it is
// cut down to shops, days and agents. A weight counts against the others beside
// it: 2 is twice as much as 1.
type Target struct {
	Month Month  `json:"month"`
	KPI   string `json:"kpi"`
	Scope
	Total    float64   `json:"total"`
	Weekdays []float64 `json:"weekdays,omitempty"` // Monday to Sunday; none is the same for all
	Spans    []Span    `json:"spans,omitempty"`    // promotions and seasons
	Shops    []Part    `json:"shops,omitempty"`    // none is a single shop
	Agents   []Part    `json:"agents,omitempty"`   // none is the same for all who work
}

// Scope is whose target it is: of all shops together where it is zero, else of
// one shop or of one team by itself.
type Scope struct {
	Shop string `json:"shop,omitempty"`
	Team string `json:"team,omitempty"`
}

// Span is a stretch of days that weigh more or less than usual: a promotion, a
// season, holidays (factor 0).
type Span struct {
	From   Date    `json:"from"`
	To     Date    `json:"to"` // included
	Name   string  `json:"name,omitempty"`
	Factor float64 `json:"factor"`
}

// Part is the weight of a shop, or of an agent of a shop.
type Part struct {
	Name   string  `json:"name"`
	Shop   string  `json:"shop,omitempty"` // of an agent, where the target is cut down to shops first
	Weight float64 `json:"weight"`
}

// TargetOf is the target of a KPI in a month; nil where there is none of that
// scope.
func (r *Rules) TargetOf(m Month, id string, of Scope) *Target {
	if i := r.targetAt(m, id, of); i >= 0 {
		return &r.Targets[i]
	}
	return nil
}

// TargetsIn lists the targets of a month in the order of Measures, those of all
// shops before those of one and of teams.
func (r *Rules) TargetsIn(m Month) []*Target {
	var out []*Target
	for _, id := range Measures {
		from := len(out)
		for i := range r.Targets {
			if t := &r.Targets[i]; t.Month == m && t.KPI == id {
				out = append(out, t)
			}
		}
		slices.SortStableFunc(out[from:], func(a, b *Target) int {
			return cmp.Or(cmp.Compare(a.Team, b.Team), cmp.Compare(a.Shop, b.Shop))
		})
	}
	return out
}

// SetTarget keeps a target, in place of the one for the same month, KPI and scope.
func (r *Rules) SetTarget(t Target) {
	if i := r.targetAt(t.Month, t.KPI, t.Scope); i >= 0 {
		r.Targets[i] = t
		return
	}
	r.Targets = append(r.Targets, t)
}

// DropTarget takes the target of a month, KPI and scope away.
func (r *Rules) DropTarget(m Month, id string, of Scope) {
	if i := r.targetAt(m, id, of); i >= 0 {
		r.Targets = slices.Delete(r.Targets, i, i+1)
	}
}

func (r *Rules) targetAt(m Month, id string, of Scope) int {
	return slices.IndexFunc(r.Targets, func(t Target) bool { return t.Month == m && t.KPI == id && t.Scope == of })
}

// Validate refuses a target that cannot be cut down to days, shops and agents.
func (t *Target) Validate() error {
	switch {
	case !slices.Contains(Measures, t.KPI):
		return fault.New("rules.target.kpi", t.KPI)
	case !(amount(t.Total) && t.Total > 0):
		return fault.New("rules.target.total", t.Month)
	case t.Shop != "" && t.Team != "":
		return fault.New("rules.target.scope", t.Shop, t.Team)
	case t.Scope != Scope{} && len(t.Shops) > 0:
		return fault.New("rules.target.noshops", cmp.Or(t.Shop, t.Team))
	case len(t.Weekdays) != 0 && len(t.Weekdays) != 7:
		return fault.New("rules.target.weekdays", t.Month)
	}
	for _, w := range t.Weekdays {
		if !amount(w) {
			return fault.New("rules.weight", t.Month)
		}
	}
	for _, s := range t.Spans {
		switch {
		case s.From > s.To:
			return fault.New("rules.span.order", s.From, s.To)
		case s.To < t.Month.First() || s.From > t.Month.Last():
			return fault.New("rules.span.outside", s.From, s.To, t.Month)
		case !amount(s.Factor):
			return fault.New("rules.weight", s.From)
		}
	}
	if sum(t.Weights()) == 0 {
		return fault.New("rules.target.noday", t.Month)
	}
	if err := checkParts(t.Shops, "rules.target.shops"); err != nil {
		return err
	}
	return t.checkAgents()
}

// checkAgents holds that each agent belongs to a shop of the target, or none
// does, and that in each shop someone has a weight.
func (t *Target) checkAgents() error {
	for _, a := range t.Agents {
		if (a.Shop == "") != (t.Agents[0].Shop == "") {
			return fault.New("rules.agents.mixed")
		}
		if a.Shop != "" && !slices.ContainsFunc(t.Shops, func(p Part) bool { return p.Name == a.Shop }) {
			return fault.New("rules.agents.shop", a.Name, a.Shop)
		}
	}
	for _, shop := range t.agentShops() {
		if err := checkParts(t.agentsOf(shop), "rules.target.agents"); err != nil {
			return err
		}
	}
	return nil
}

// checkParts holds that names are there and different, and that some weight is
// above zero where there are parts at all.
func checkParts(parts []Part, none string) error {
	for i, p := range parts {
		switch {
		case p.Name == "":
			return fault.New("rules.part.name")
		case slices.ContainsFunc(parts[:i], func(o Part) bool { return o.Name == p.Name }):
			return fault.New("rules.part.twice", p.Name)
		case !amount(p.Weight):
			return fault.New("rules.weight", p.Name)
		}
	}
	if len(parts) > 0 && weightOf(parts) == 0 {
		return fault.New(none)
	}
	return nil
}
