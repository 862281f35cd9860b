package rules

import (
	"encoding/json"
	"math"
	"slices"

	"tallyboard/internal/fault"
	"tallyboard/internal/kpi"
)

// Standard is a shop's own standard and excellent value of a KPI, in the KPI's
// own unit (shares as 0.85, times in seconds).
type Standard struct {
	KPI       string `json:"kpi"`
	Shop      string `json:"shop,omitempty"` // "" holds for every shop without one of its own
	Since     Date   `json:"since,omitzero"` // when it was set
	Standard  Number `json:"standard"`
	Excellent Number `json:"excellent"`
}

// Number is a number that may be missing: NaN, in JSON null.
type Number float64

// MarshalJSON implements json.Marshaler.
func (n Number) MarshalJSON() ([]byte, error) {
	if n != n {
		return []byte("null"), nil
	}
	return json.Marshal(float64(n))
}

// UnmarshalJSON implements json.Unmarshaler.
func (n *Number) UnmarshalJSON(b []byte) error {
	if string(b) == "null" {
		*n = Number(math.NaN())
		return nil
	}
	return json.Unmarshal(b, (*float64)(n))
}

// Levels are the two values as kpi judges by them.
func (s Standard) Levels() kpi.Levels {
	return kpi.Levels{Standard: float64(s.Standard), Excellent: float64(s.Excellent)}
}

// Validate refuses an unknown KPI and an excellent value that is worse than the
// standard.
func (s Standard) Validate() error {
	k := kpi.Find(s.KPI)
	switch {
	case k == nil:
		return fault.New("rules.kpi", s.KPI)
	case s.Standard != s.Standard && s.Excellent == s.Excellent:
		return fault.New("rules.standard.alone")
	case math.IsInf(float64(s.Standard), 0) || math.IsInf(float64(s.Excellent), 0) || s.Standard < 0 || s.Excellent < 0:
		return fault.New("rules.standard.number")
	case k.Better > 0 && s.Excellent < s.Standard:
		return fault.New("rules.standard.order.higher")
	case k.Better < 0 && s.Excellent > s.Standard:
		return fault.New("rules.standard.order.lower")
	}
	return nil
}

// StandardOf is the shop's own value of a KPI: that of the shop, else the one
// for all shops; ok is false where the program's default holds.
func (r *Rules) StandardOf(shop, id string) (own Standard, ok bool) {
	for _, s := range r.Standards {
		if s.KPI == id && (s.Shop == shop || s.Shop == "" && !ok) {
			own, ok = s, true
		}
	}
	return own, ok
}

// StandardsOf are a shop's own values of all KPIs that have one.
func (r *Rules) StandardsOf(shop string) kpi.Standards {
	out := kpi.Standards{}
	for _, s := range r.Standards {
		if own, ok := r.StandardOf(shop, s.KPI); ok {
			out[s.KPI] = own.Levels()
		}
	}
	return out
}

// SetStandard keeps a value, in place of the one for the same shop and KPI.
func (r *Rules) SetStandard(s Standard) {
	if i := r.standardAt(s.Shop, s.KPI); i >= 0 {
		r.Standards[i] = s
		return
	}
	r.Standards = append(r.Standards, s)
}

// ResetStandard takes a shop's own value of a KPI away.
func (r *Rules) ResetStandard(shop, id string) {
	if i := r.standardAt(shop, id); i >= 0 {
		r.Standards = slices.Delete(r.Standards, i, i+1)
	}
}

func (r *Rules) standardAt(shop, id string) int {
	return slices.IndexFunc(r.Standards, func(s Standard) bool { return s.Shop == shop && s.KPI == id })
}
