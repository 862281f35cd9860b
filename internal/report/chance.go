package report

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// level is the probability below which something is not taken for chance, when
// one thing is looked at.
const level = 0.01

// certain reports whether a count is too far from what was expected to be
// chance.
func certain(count, expected float64) bool { return poissonTail(count, expected) < level/2 }

// poissonTail is the chance of a count at least as far out as the given one, on
// its side, when expected is the mean.
func poissonTail(count, expected float64) float64 {
	if !(expected > 0) {
		return 1
	}
	p := distuv.Poisson{Lambda: expected}
	if count < expected {
		return p.CDF(count)
	}
	return 1 - p.CDF(count-1)
}

// ratesDiffer is the chance that two counts out of two totals (or over two
// stretches of time) differ at least so much when their rates are the same: the
// exact test of one given their sum, twice its tail.
func ratesDiffer(a, na, b, nb float64) float64 {
	n := a + b
	if n == 0 || na <= 0 || nb <= 0 {
		return 1
	}
	share := na / (na + nb)
	p := distuv.Binomial{N: n, P: share}
	tail := 0.0
	if a < n*share {
		tail = p.CDF(a)
	} else {
		tail = 1 - p.CDF(a-1)
	}
	return math.Min(1, 2*tail)
}

// sharesDiffer is the chance that two shares, a of na and b of nb, differ at
// least so much when they are the same: the two-sided test of two proportions.
func sharesDiffer(a, na, b, nb float64) float64 {
	if na <= 0 || nb <= 0 {
		return 1
	}
	p := (a + b) / (na + nb)
	s := math.Sqrt(p * (1 - p) * (1/na + 1/nb))
	if s == 0 {
		return 1
	}
	return twoSided((a/na - b/nb) / s)
}

// binomialTail is the chance of at least so many of n where each is one with the
// probability share.
func binomialTail(count, n, share float64) float64 {
	if n <= 0 || share <= 0 || share >= 1 {
		return 1
	}
	p := distuv.Binomial{N: n, P: share}
	return math.Min(1, 1-p.CDF(math.Round(count)-1))
}

// meansDiffer is the chance that two means with their standard deviations and
// sizes differ at least so much when they are the same: Welch's test.
func meansDiffer(m1, s1, n1, m2, s2, n2 float64) float64 {
	if n1 < 2 || n2 < 2 {
		return 1
	}
	v1, v2 := s1*s1/n1, s2*s2/n2
	if v1+v2 == 0 {
		return 1
	}
	df := (v1 + v2) * (v1 + v2) / (v1*v1/(n1-1) + v2*v2/(n2-1))
	t := distuv.StudentsT{Mu: 0, Sigma: 1, Nu: df}
	return 2 * t.Survival(math.Abs(m1-m2)/math.Sqrt(v1+v2))
}

func twoSided(z float64) float64 { return 2 * distuv.UnitNormal.Survival(math.Abs(z)) }
