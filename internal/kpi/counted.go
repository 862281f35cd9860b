package kpi

import (
	"slices"

	"tallyboard/internal/derive"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
)

// On is how the KPI is computed on a log that it fits: from its rows, or from
// the counts of a daily sheet, means and shares weighted with what they were
// counted from.
func (k *KPI) On(log *logkind.Log) pivot.Value {
	if log.Kind != logkind.Daily {
		return k.Value(log)
	}
	if k.followsOn(log) {
		both := []pivot.Filter{{Column: At(k.Counts.Of), Op: pivot.Ne, Values: []string{""}}, {Column: At(k.Counts.Over), Op: pivot.Ne, Values: []string{""}}}
		return ratio(of(pivot.Sum, k.Counts.Of, both...), of(pivot.Sum, k.Counts.Over, both...))
	}
	if k.sums() {
		return of(pivot.Sum, k.Counted)
	}
	filled := pivot.Filter{Column: At(k.Counted), Op: pivot.Ne, Values: []string{""}}
	v := ratio(of(pivot.Sum, derive.Weighted(k.Counted)), of(pivot.Sum, derive.Weight(log, k.Counted), filled))
	if s := seconds(log.Col(k.Counted)); k.Format == duration && s != 1 {
		return pivot.Value{Calc: &pivot.Calc{Op: '*', A: v, B: pivot.Value{Agg: pivot.Const, P: s}}}
	}
	return v
}

// Base is what the KPI is computed from, to tell whether there is enough of it:
// the rated contacts of a satisfaction, the first contacts of first-contact
// resolution. ok is false where that is simply the rows.
func (k *KPI) Base(log *logkind.Log) (v pivot.Value, ok bool) {
	v = k.On(log)
	if v.Calc != nil {
		v = v.Calc.A
	}
	if v.Over != nil {
		o := *v.Over
		return o, o.Agg == pivot.Distinct || o.Agg == pivot.Count && (o.Column != "" || len(o.Where) > 0)
	}
	switch v.Agg {
	case pivot.Mean, pivot.Median, pivot.Pct:
		return pivot.Value{Agg: pivot.Count, Column: v.Column, Where: v.Where}, true
	}
	return v, false
}

// followsOn reports whether the KPI is the ratio of two counts of a daily sheet:
// where it has both, and none that is ready.
func (k *KPI) followsOn(log *logkind.Log) bool {
	numbers := func(r logkind.Role) bool { c := log.Col(r); return c != nil && !c.Type.Coded() }
	return k.Counts != nil && numbers(k.Counts.Of) && numbers(k.Counts.Over) && (k.Counted == "" || !log.Has(k.Counted))
}

// sums reports whether the counts of a daily sheet are simply added up.
func (k *KPI) sums() bool { return k.Format == whole || k.Format == money }

// DerivedOn are the derived columns that On uses.
func (k *KPI) DerivedOn(log *logkind.Log) []logkind.Role {
	switch {
	case log.Kind != logkind.Daily:
		return k.Derived
	case k.Counted == "" || k.sums() || k.followsOn(log):
		return nil
	}
	return []logkind.Role{derive.Weighted(k.Counted)}
}

// Ready reports whether a log has the derived columns that On cannot do
// without.
func (k *KPI) Ready(log *logkind.Log) bool {
	for _, r := range k.DerivedOn(log) {
		if !slices.Contains(k.Spares, r) && !log.Has(r) {
			return false
		}
	}
	return true
}

func (k *KPI) missingCounted(log *logkind.Log) []logkind.Role {
	if k.followsOn(log) {
		return nil
	}
	if k.Counted == "" {
		return []logkind.Role{k.Counts.Of, k.Counts.Over}
	}
	need := []logkind.Role{k.Counted}
	if !k.sums() {
		need = append(need, derive.Weighted(k.Counted))
	}
	var out []logkind.Role
	for _, r := range need {
		if !log.Has(r) {
			out = append(out, r)
		}
	}
	return out
}
