package rules

import "math"

// Progress is how far an amount of a target is reached on a day, and what the
// days that are left take.
type Progress struct {
	Goal, Done float64
	Due        float64   // what the plan says should be reached by the end of the day
	Left       float64   // still to reach; never below 0
	DaysLeft   int       // days to come that carry weight
	Plan       []float64 // of each day of the month, as planned at first
	Need       []float64 // of each day of the month: what is left, by the weights of the days to come; 0 for days past
	weights    []float64
	past       int
}

// Progress sets what was done in the month up to the end of a day against an
// amount: the total, or the part of a shop or an agent.
func (t *Target) Progress(amount, done float64, until Date) Progress {
	p := Progress{Goal: amount, Done: done, Left: math.Max(0, amount-done), weights: t.Weights()}
	n := len(p.weights)
	p.past = min(max(int(until-t.Month.First())+1, 0), n)
	p.Plan, p.Need = make([]float64, n), make([]float64, n)
	whole, rest := sum(p.weights), sum(p.weights[p.past:])
	for i, w := range p.weights {
		if whole > 0 {
			p.Plan[i] = amount * w / whole
		}
		if i < p.past {
			p.Due += p.Plan[i]
			continue
		}
		if w > 0 {
			p.DaysLeft++
			p.Need[i] = p.Left * w / rest
		}
	}
	return p
}

// Next is what the next day that carries weight takes, and how many days it is
// away; ok is false where no such day is left in the month.
func (p Progress) Next() (need float64, ok bool) {
	for i := p.past; i < len(p.weights); i++ {
		if p.weights[i] > 0 {
			return p.Need[i], true
		}
	}
	return 0, false
}

// Share is the part of the goal that is reached; NaN without a goal.
func (p Progress) Share() float64 {
	if p.Goal == 0 {
		return math.NaN()
	}
	return p.Done / p.Goal
}

// Behind reports whether less is done than the plan says.
func (p Progress) Behind() bool { return p.Done < p.Due*(1-1e-9) }
