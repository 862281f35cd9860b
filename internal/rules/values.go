package rules

import (
	"slices"

	"tallyboard/internal/fault"
)

// Values are what may differ from shop to shop beside standards and targets.
// The zero value is the program's defaults; of a single shop it is what holds
// for all shops.
type Values struct {
	Params       Params    `json:"params,omitzero"`
	Compensation []Rates   `json:"compensation,omitempty"` // versions of what a case may cost
	Rewards      []Rates   `json:"rewards,omitempty"`      // versions of what settling a case earns
	CardRules    CardRules `json:"cardRules,omitzero"`
}

// ShopValues are what one shop has of its own.
type ShopValues struct {
	Shop string `json:"shop"`
	Values
}

func (v Values) clone() Values {
	v.Compensation, v.Rewards = slices.Clone(v.Compensation), slices.Clone(v.Rewards)
	return v
}

// Validate gives the first thing that makes no sense, as a *fault.Error.
func (v *Values) Validate() error {
	if err := v.Params.Validate(); err != nil {
		return err
	}
	for _, list := range [][]Rates{v.Compensation, v.Rewards} {
		for _, x := range list {
			if err := x.Validate(); err != nil {
				return err
			}
		}
	}
	return v.CardRules.Validate()
}

// over is v, and where it has nothing what holds for all shops.
func (v Values) over(all Values) Values {
	for _, name := range ParamNames {
		if v.Params.Get(name) == 0 {
			v.Params.Put(name, all.Params.Get(name))
		}
	}
	if v.Params.Credit == "" {
		v.Params.Credit = all.Params.Credit
	}
	if v.Params.Contacts == "" {
		v.Params.Contacts = all.Params.Contacts
	}
	if len(v.Compensation) == 0 {
		v.Compensation = all.Compensation
	}
	if len(v.Rewards) == 0 {
		v.Rewards = all.Rewards
	}
	if v.CardRules == (CardRules{}) {
		v.CardRules = all.CardRules
	}
	return v
}

// For is the rules as they hold for one shop: its own values, and those of all
// shops where it has none. Its standards and targets are asked for by its name.
func (r *Rules) For(shop string) *Rules {
	c := r.Clone()
	if own := c.ownAt(shop); own >= 0 {
		c.Values = c.Shops[own].over(c.Values).clone()
	}
	return c
}

// Own is what a shop has of its own, to be changed; "" is what holds for all
// shops. Call Tidy after a change.
func (r *Rules) Own(shop string) *Values {
	if shop == "" {
		return &r.Values
	}
	if r.ownAt(shop) < 0 {
		r.Shops = append(r.Shops, ShopValues{Shop: shop})
	}
	return &r.Shops[r.ownAt(shop)].Values
}

// Tidy drops the shops that have nothing of their own any more.
func (r *Rules) Tidy() {
	r.Shops = slices.DeleteFunc(r.Shops, func(s ShopValues) bool { return s.empty() })
}

func (v *Values) empty() bool {
	return v.Params == Params{} && v.CardRules == CardRules{} && len(v.Compensation) == 0 && len(v.Rewards) == 0
}

func (r *Rules) ownAt(shop string) int {
	return slices.IndexFunc(r.Shops, func(s ShopValues) bool { return s.Shop == shop })
}

// checkShops holds that each shop stands there once, by its name.
func (r *Rules) checkShops() error {
	for i := range r.Shops {
		switch s := &r.Shops[i]; {
		case s.Shop == "":
			return fault.New("rules.part.name")
		case r.ownAt(s.Shop) != i:
			return fault.New("rules.part.twice", s.Shop)
		default:
			if err := s.Validate(); err != nil {
				return err
			}
		}
	}
	return nil
}
