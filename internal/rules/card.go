package rules

import (
	"cmp"
	"slices"
	"strings"

	"tallyboard/internal/fault"
)

// Colour is how grave a card is.
type Colour string

const (
	Yellow Colour = "yellow"
	Red    Colour = "red"
)

// Card is one card that an agent was given.
type Card struct {
	Agent  string `json:"agent"`
	Date   Date   `json:"date"`
	Colour Colour `json:"colour"`
	Reason string `json:"reason,omitempty"`
}

// Validate refuses a card without agent, day or colour.
func (c Card) Validate() error {
	switch {
	case strings.TrimSpace(c.Agent) == "":
		return fault.New("rules.card.agent")
	case c.Date == 0:
		return fault.New("rules.card.date", c.Agent)
	case c.Colour != Yellow && c.Colour != Red:
		return fault.New("rules.card.colour", c.Agent, string(c.Colour))
	}
	return nil
}

// AddCard enters a card in the register, the newest first.
func (r *Rules) AddCard(c Card) {
	c.Agent, c.Reason = strings.TrimSpace(c.Agent), strings.TrimSpace(c.Reason)
	r.Cards = append(slices.Clone(r.Cards), c)
	slices.SortStableFunc(r.Cards, func(a, b Card) int { return cmp.Compare(b.Date, a.Date) })
}

// DropCard takes a card out of the register.
func (r *Rules) DropCard(c Card) {
	if i := slices.Index(r.Cards, c); i >= 0 {
		r.Cards = slices.Delete(slices.Clone(r.Cards), i, i+1)
	}
}

// Cycle is the stretch over which cards add up.
type Cycle string

const (
	Monthly   Cycle = "month" // the default
	Quarterly Cycle = "quarter"
	Yearly    Cycle = "year"
)

// Cycles lists them, the default first.
var Cycles = []Cycle{Monthly, Quarterly, Yearly}

// CardRules say how many cards within a cycle lead to retraining.
type CardRules struct {
	Yellow int   `json:"yellow,omitempty"` // 0 is the default, 2
	Red    int   `json:"red,omitempty"`    // 0 is the default, 1
	Cycle  Cycle `json:"cycle,omitempty"`
}

// Full is the rules with the defaults filled in.
func (c CardRules) Full() CardRules {
	return CardRules{cmp.Or(c.Yellow, 2), cmp.Or(c.Red, 1), cmp.Or(c.Cycle, Monthly)}
}

// Validate refuses numbers below zero and unknown cycles.
func (c CardRules) Validate() error {
	if c.Yellow < 0 || c.Red < 0 || !slices.Contains(Cycles, c.Full().Cycle) {
		return fault.New("rules.cardrules")
	}
	return nil
}

// Standing is what an agent's cards of a cycle come to.
type Standing struct {
	Agent       string
	Yellow, Red int
	Retrain     bool
	Cards       []Card // the newest first
}

// Cycle is the cycle that a day lies in: from its first day up to the day.
func (r *Rules) Cycle(until Date) (from Date) {
	m := until.Month()
	switch r.CardRules.Full().Cycle {
	case Quarterly:
		m -= m % 3
	case Yearly:
		m -= m % 12
	}
	return m.First()
}

// Standings lists the agents with cards in the cycle of a day, up to that day:
// those to retrain first, then by their cards.
func (r *Rules) Standings(until Date) []Standing {
	from, full := r.Cycle(until), r.CardRules.Full()
	var out []Standing
	for _, c := range r.Cards {
		if c.Date < from || c.Date > until {
			continue
		}
		i := slices.IndexFunc(out, func(s Standing) bool { return s.Agent == c.Agent })
		if i < 0 {
			i = len(out)
			out = append(out, Standing{Agent: c.Agent})
		}
		s := &out[i]
		s.Cards = append(s.Cards, c)
		if c.Colour == Red {
			s.Red++
		} else {
			s.Yellow++
		}
		s.Retrain = s.Yellow >= full.Yellow || s.Red >= full.Red
	}
	for i := range out {
		slices.SortStableFunc(out[i].Cards, func(a, b Card) int { return cmp.Compare(b.Date, a.Date) })
	}
	slices.SortStableFunc(out, func(a, b Standing) int {
		return cmp.Or(cmp.Compare(b.Red, a.Red), cmp.Compare(b.Yellow, a.Yellow), cmp.Compare(a.Agent, b.Agent))
	})
	slices.SortStableFunc(out, func(a, b Standing) int {
		switch {
		case a.Retrain == b.Retrain:
			return 0
		case a.Retrain:
			return -1
		}
		return 1
	})
	return out
}
