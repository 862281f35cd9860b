package rules

import (
	"cmp"
	"slices"

	"tallyboard/internal/fault"
)

// Rates is one version of an amount of money by what a review was: what
// settling it may cost, or what an agent earns who settled it.
type Rates struct {
	From     Date    `json:"from,omitzero"` // the first day on which it holds
	Neutral  float64 `json:"neutral"`
	Negative float64 `json:"negative"`
}

// The rates that hold where a shop has none of its own, in yuan.
var (
	DefaultCompensation = Rates{Neutral: 5, Negative: 10}
	DefaultReward       = Rates{Neutral: 3, Negative: 5}
)

// Validate refuses amounts that are none.
func (x Rates) Validate() error {
	if !amount(x.Neutral) || !amount(x.Negative) {
		return fault.New("rules.rates")
	}
	return nil
}

// CompensationOn is what a case of that day may cost.
func (r *Rules) CompensationOn(d Date) Rates {
	return RatesOn(r.Compensation, DefaultCompensation, d)
}

// RewardOn is what settling a case of that day earns.
func (r *Rules) RewardOn(d Date) Rates { return RatesOn(r.Rewards, DefaultReward, d) }

// RatesOn is the version that holds on a day: the newest that began by then,
// the default before the first. A case without a date, 0, has the newest.
func RatesOn(versions []Rates, standard Rates, d Date) Rates {
	best := standard
	for _, v := range versions {
		if (d == 0 || v.From <= d) && v.From >= best.From {
			best = v
		}
	}
	return best
}

// SetRates keeps a version among others, in place of the one of the same day,
// the oldest first.
func SetRates(versions []Rates, x Rates) []Rates {
	out := DropRates(versions, x.From)
	out = append(out, x)
	slices.SortFunc(out, func(a, b Rates) int { return cmp.Compare(a.From, b.From) })
	return out
}

// DropRates takes the version that began on a day away.
func DropRates(versions []Rates, from Date) []Rates {
	return slices.DeleteFunc(slices.Clone(versions), func(v Rates) bool { return v.From == from })
}
