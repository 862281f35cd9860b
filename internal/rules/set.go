package rules

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"tallyboard/internal/kpi"
)

// rateNames are the amounts of money that Set knows.
var rateNames = []string{"neutral", "negative", "reward_neutral", "reward_negative"}

// Knows reports whether Set can change the value with the name: D, N, W, G,
// neutral, negative, reward_neutral, reward_negative, standard.KPI and
// excellent.KPI.
func Knows(name string) bool {
	if level, id, ok := strings.Cut(name, "."); ok {
		return (level == "standard" || level == "excellent") && known(id)
	}
	return slices.Contains(ParamNames, name) || slices.Contains(rateNames, name)
}

// Set changes one value as it is written on the command line: standard and
// excellent values in the unit of the KPI, shares also as 85%. An amount of
// money then holds for all days. ok is false for an unknown name and for a
// value that makes no sense.
func (r *Rules) Set(name, value string) (ok bool) {
	if !Knows(name) {
		return false
	}
	if slices.Contains(ParamNames, name) {
		n, err := strconv.Atoi(value)
		if err != nil || n < 1 {
			return false
		}
		r.Params.Put(name, n)
		for i := range r.Shops {
			r.Shops[i].Params.Put(name, 0)
		}
		return r.Params.Validate() == nil
	}
	v, ok := number(value)
	if !ok || !amount(v) {
		return false
	}
	if level, id, ok := strings.Cut(name, "."); ok {
		r.setLevel(level == "excellent", id, v)
		return true
	}
	grade, reward := strings.CutPrefix(name, "reward_")
	if reward {
		r.Rewards = override(r.Rewards, DefaultReward, grade, v)
	} else {
		r.Compensation = override(r.Compensation, DefaultCompensation, grade, v)
	}
	for i := range r.Shops {
		if reward {
			r.Shops[i].Rewards = nil
		} else {
			r.Shops[i].Compensation = nil
		}
	}
	return true
}

// setLevel changes one of the two values of a KPI for all shops. The other is
// moved along where it would be on the wrong side.
func (r *Rules) setLevel(excellent bool, id string, v float64) {
	k := kpi.Find(id)
	s := Standard{KPI: id, Standard: Number(k.Standard), Excellent: Number(k.Excellent)}
	if i := r.standardAt("", id); i >= 0 {
		s = r.Standards[i]
	}
	move, other := &s.Standard, &s.Excellent
	if excellent {
		move, other = other, move
	}
	*move = Number(v)
	if *other != *other || s.Validate() != nil {
		*other = *move
	}
	r.Standards = slices.DeleteFunc(slices.Clone(r.Standards), func(o Standard) bool { return o.KPI == id })
	r.Standards = append(r.Standards, s)
}

func override(versions []Rates, standard Rates, grade string, v float64) []Rates {
	x := RatesOn(versions, standard, 0)
	x.From = 0
	if grade == "neutral" {
		x.Neutral = v
	} else {
		x.Negative = v
	}
	return []Rates{x}
}

// number reads 20, 0.85 or 85%.
func number(s string) (v float64, ok bool) {
	s, percent := strings.CutSuffix(strings.TrimSpace(s), "%")
	v, err := strconv.ParseFloat(s, 64)
	if percent {
		v /= 100
	}
	return v, err == nil && !math.IsNaN(v) && !math.IsInf(v, 0)
}
