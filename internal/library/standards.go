package library

import (
	"math"

	"tallyboard/internal/kpi"
)

const standardsFile = "standards.json"

// levels is kpi.Levels with null where there is none, which JSON has no number
// for.
type levels struct {
	Standard, Excellent *float64
}

// Standards reads the shop's own standard and excellent values.
func (l *Library) Standards() (kpi.Standards, error) {
	var kept map[string]levels
	err := l.load(standardsFile, &kept)
	out := kpi.Standards{}
	for id, v := range kept {
		out[id] = kpi.Levels{Standard: number(v.Standard), Excellent: number(v.Excellent)}
	}
	return out, err
}

// SetStandards keeps them.
func (l *Library) SetStandards(s kpi.Standards) error {
	kept := map[string]levels{}
	for id, v := range s {
		kept[id] = levels{pointer(v.Standard), pointer(v.Excellent)}
	}
	return l.save(standardsFile, kept)
}

func number(p *float64) float64 {
	if p == nil {
		return math.NaN()
	}
	return *p
}

func pointer(v float64) *float64 {
	if v != v {
		return nil
	}
	return &v
}
