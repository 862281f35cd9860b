// Package kpi defines the metrics of customer service: definition, formula,
// unit, direction, the roles that a metric needs, its standard and excellent
// values, and the smallest sample that it may be judged on. There is one file
// per KPI. Every KPI is computed from rows, as a ratio of sums and never as a
// mean of means. The package says what to pivot and counts nothing itself.
package kpi

import (
	"math"
	"slices"

	"tallyboard/internal/display"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
)

// KPI is one metric. Its name is the catalogue key "kpi.ID", its definition
// "kpi.ID.help", its formula "kpi.ID.formula".
type KPI struct {
	ID        string
	Kinds     []logkind.Kind
	Needs     []logkind.Role
	Value     func(log *logkind.Log) pivot.Value // how to compute it on a log that has what it needs
	Format    display.Format
	Better    int     // +1 higher is better, −1 lower is better, 0 neither
	Standard  float64 // NaN where there is none
	Excellent float64
	MinRows   int // with fewer rows it is not judged

	Any     []logkind.Role              // beside Needs, at least one of these is needed
	Only    func(log *logkind.Log) bool // a further condition on the log; nil is none
	Derived []logkind.Role              // derived columns that Value uses, to be added first
	Spares  []logkind.Role              // those of Derived that Value can do without
	Counted logkind.Role                // the column of a daily sheet that already holds it
	Counts  *Counts                     // where a daily sheet has no such column, the two that it is the ratio of; nil is none
	Weight  float64                     // how much it matters beside others; 0 is another view of a KPI that counts already, neither ranked nor urgent
}

// Counts are two counts of a daily sheet of which a KPI is the ratio.
type Counts struct{ Of, Over logkind.Role }

// Standards are a shop's own standard and excellent values by KPI id.
type Standards map[string]Levels

// Levels are the two values that a KPI is judged against; NaN is none.
type Levels struct{ Standard, Excellent float64 }

// Find returns the KPI with an id, or nil.
func Find(id string) *KPI {
	i := slices.IndexFunc(Catalogue, func(k *KPI) bool { return k.ID == id })
	if i < 0 {
		return nil
	}
	return Catalogue[i]
}

// Of lists the KPIs that fit a log, in catalogue order.
func Of(log *logkind.Log) []*KPI {
	var out []*KPI
	for _, k := range Catalogue {
		if k.Fits(log) {
			out = append(out, k)
		}
	}
	return out
}

// Fits reports whether the log is of a kind that the KPI is about and has the
// columns that it needs. A log of no known kind counts as contacts.
func (k *KPI) Fits(log *logkind.Log) bool {
	return k.Suits(log.Kind) && len(k.Missing(log)) == 0 && (k.Only == nil || log.Kind == logkind.Daily || k.Only(log))
}

// Suits reports whether the KPI is about logs of a kind.
func (k *KPI) Suits(kind logkind.Kind) bool {
	switch kind {
	case logkind.Daily:
		return k.Counted != "" || k.Counts != nil
	case logkind.Generic:
		return slices.ContainsFunc(k.Kinds, logkind.Kind.Contact)
	}
	return slices.Contains(k.Kinds, kind)
}

// Missing lists the roles that the log would still need.
func (k *KPI) Missing(log *logkind.Log) []logkind.Role {
	var out []logkind.Role
	if log.Kind == logkind.Daily {
		return k.missingCounted(log)
	}
	for _, r := range k.Needs {
		if !log.Has(r) {
			out = append(out, r)
		}
	}
	has := func(r logkind.Role) bool { return log.Has(r) }
	if len(k.Any) > 0 && !slices.ContainsFunc(k.Any, has) {
		out = append(out, k.Any[0])
	}
	return out
}

// LevelsBy are the levels to judge by: the shop's own where it has set them, else
// the defaults.
func (k *KPI) LevelsBy(own Standards) Levels {
	if l, ok := own[k.ID]; ok {
		return l
	}
	return Levels{k.Standard, k.Excellent}
}

// Verdict is how a value stands against its levels.
type Verdict uint8

const (
	Unjudged  Verdict = iota // no levels, no value, or too few rows
	Excellent                // as good as the excellent value, or better
	Standard                 // at least the standard value
	Short                    // short of the standard
	FarShort                 // short of it by more than the excellent value is above it
)

// Judge compares a value computed from n rows with the levels.
func (k *KPI) Judge(v float64, n int64, l Levels) Verdict {
	if k.Better == 0 || math.IsNaN(v) || math.IsNaN(l.Standard) || n < int64(k.MinRows) {
		return Unjudged
	}
	b := float64(k.Better)
	v, std, exc := v*b, l.Standard*b, l.Excellent*b
	switch {
	case exc == exc && v >= exc:
		return Excellent
	case v >= std:
		return Standard
	case exc == exc && v < std-(exc-std):
		return FarShort
	}
	return Short
}

// Gap is how far a value falls short of the standard, as a multiple of the
// distance from standard to excellent: negative where the value is better, NaN
// where the KPI has no direction or no such distance.
func (k *KPI) Gap(v float64, l Levels) float64 {
	way := math.Abs(l.Excellent - l.Standard)
	if k.Better == 0 || way == 0 {
		return math.NaN()
	}
	return (l.Standard - v) * float64(k.Better) / way
}

// none is the level of a KPI without one.
var none = math.NaN()

// contacts are the kinds whose rows are receptions.
var contacts = []logkind.Kind{logkind.Inbound, logkind.Outbound, logkind.Chat}

// received are the kinds whose rows are contacts that customers made. An
// attempt to reach somebody is not judged by them: it is no visit, seldom
// settles its matter alone, and one about a complaint is none itself.
var received = []logkind.Kind{logkind.Inbound, logkind.Chat}

var (
	whole    = display.Format{Kind: display.Count}
	share    = display.Format{Kind: display.Percent, Decimals: 1}
	money    = display.Format{Kind: display.Money, Decimals: 2}
	duration = display.Format{Kind: display.Duration}
)

func decimal(n int) display.Format { return display.Format{Kind: display.Decimal, Decimals: n} }
