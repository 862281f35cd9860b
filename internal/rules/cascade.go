package rules

import "slices"

// Weights gives the weight of each day of the month: that of its weekday times
// the factors of the spans that it lies in.
func (t *Target) Weights() []float64 {
	out := make([]float64, t.Month.Days())
	for i := range out {
		d := t.Month.First() + Date(i)
		out[i] = 1
		if len(t.Weekdays) == 7 {
			out[i] = t.Weekdays[d.Weekday()]
		}
		for _, s := range t.Spans {
			if s.From <= d && d <= s.To {
				out[i] *= s.Factor
			}
		}
	}
	return out
}

// Special reports whether a day lies in a promotion or a season.
func (t *Target) Special(d Date) bool {
	return slices.ContainsFunc(t.Spans, func(s Span) bool { return s.From <= d && d <= s.To })
}

// Part is the part of the total that a shop is to reach; "" is all of the
// target's scope. ok is false for a shop that the target does not name.
func (t *Target) Part(name string) (part float64, ok bool) {
	if name == "" || name == t.Scope.Shop {
		return t.Total, true
	}
	whole := weightOf(t.Shops)
	for _, p := range t.Shops {
		if p.Name == name && whole > 0 {
			return t.Total * p.Weight / whole, true
		}
	}
	return 0, false
}

// Goal is what one agent is to reach.
type Goal struct {
	Agent  string
	Amount float64
}

// ByAgent cuts the part of a shop ("" is all shops) down to agents: to those
// that the target names, by their weights; where it names none, evenly to
// those who work. Without anyone it is empty.
func (t *Target) ByAgent(shop string, working []string) []Goal {
	part, ok := t.Part(shop)
	if !ok {
		return nil
	}
	var out []Goal
	add := func(parts []Part, amount float64) {
		whole := weightOf(parts)
		for _, p := range parts {
			i := slices.IndexFunc(out, func(g Goal) bool { return g.Agent == p.Name })
			if i < 0 {
				i = len(out)
				out = append(out, Goal{Agent: p.Name})
			}
			if whole > 0 {
				out[i].Amount += amount * p.Weight / whole
			}
		}
	}
	switch shops := t.agentShops(); {
	case len(t.Agents) == 0:
		for _, w := range working {
			out = append(out, Goal{w, part / float64(len(working))})
		}
	case len(shops) == 1 && shops[0] == "": // agents work for all shops
		add(t.Agents, part)
	default:
		for _, s := range shops {
			if amount, ok := t.Part(s); ok && (shop == "" || shop == s) {
				add(t.agentsOf(s), amount)
			}
		}
	}
	return out
}

// agentShops lists the shops that agents belong to, in their order.
func (t *Target) agentShops() []string {
	var out []string
	for _, a := range t.Agents {
		if !slices.Contains(out, a.Shop) {
			out = append(out, a.Shop)
		}
	}
	return out
}

func (t *Target) agentsOf(shop string) []Part {
	var out []Part
	for _, a := range t.Agents {
		if a.Shop == shop {
			out = append(out, a)
		}
	}
	return out
}

func weightOf(parts []Part) float64 {
	total := 0.0
	for _, p := range parts {
		total += p.Weight
	}
	return total
}

func sum(v []float64) (total float64) {
	for _, x := range v {
		total += x
	}
	return total
}
