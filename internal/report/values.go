package report

import (
	"maps"
	"slices"
	"strings"

	"tallyboard/internal/derive"
	"tallyboard/internal/fault"
	"tallyboard/internal/kpi"
	"tallyboard/internal/logkind"
	"tallyboard/internal/rules"
)

// settle puts the values together that the report judges and derives by: the
// program's, the shop's own, those of the parameters.
func (b *Builder) settle() error {
	in := b.In
	b.rules = in.Rules.For(b.shop())
	if len(b.rules.Teams) == 0 {
		b.rules.Teams = Teams(in.Logs)
	}
	b.params = b.rules.Params.Derive()
	for _, name := range slices.Sorted(maps.Keys(in.Params)) {
		value := in.Params[name]
		switch {
		case value == "":
			continue
		case rules.Knows(name):
			if !b.rules.Set(name, value) {
				return fault.New("report.param", name, value)
			}
		case strings.HasPrefix(name, "target."):
			if id := strings.TrimPrefix(name, "target."); !slices.Contains(rules.Measures, id) {
				return fault.New("report.param", name, value)
			}
		case !slices.Contains(Params, name):
			return fault.New("report.param", name, value)
		}
		if !b.params.Set(name, value) {
			return fault.New("report.param", name, value)
		}
	}
	b.fixed = in.Standards
	own := b.rules.StandardsOf(b.shop())
	maps.Copy(own, in.Standards)
	b.In.Standards = own
	b.judged, b.own = map[string]bool{}, map[string]bool{}
	return nil
}

// shop is whose values hold: the chosen one of several, else that of the cover.
func (b *Builder) shop() string {
	if s := b.In.Params["shop"]; s != "" {
		return s
	}
	return b.In.Shop
}

// levels are the values that a KPI is judged by; the report then says whose
// they are.
func (b *Builder) levels(k *kpi.KPI) kpi.Levels {
	l := k.LevelsBy(b.In.Standards)
	if l.Standard == l.Standard {
		b.judged[k.ID] = true
	}
	return l
}

// valuesNote says by which standards of the shop's own the report judged, since
// when they hold, and which numbers its definitions used where they are not the
// usual ones.
func (b *Builder) valuesNote() {
	var own []string
	var since rules.Date
	for _, k := range kpi.Catalogue {
		if !b.judged[k.ID] {
			continue
		}
		if _, ok := b.In.Standards[k.ID]; ok {
			own = append(own, b.kpiNames(k)...)
			if s, ok := b.rules.StandardOf(b.shop(), k.ID); ok {
				since = max(since, s.Since)
			}
		}
	}
	var parts []string
	switch {
	case len(own) == 0: // what is usual needs no line
	case since == 0:
		parts = append(parts, b.t("rules.used.own", b.lang.List(own)))
	default:
		parts = append(parts, b.t("rules.used.since", b.lang.List(own), since.Month().String()))
	}
	parts = append(parts, b.ownShops()...)
	if p := b.unusual(); len(p) > 0 {
		parts = append(parts, b.t("rules.used.params", b.lang.List(p)))
	}
	if logs := b.derived.Together(); len(logs) > 0 {
		parts = append(parts, b.t("rules.used.together", b.lang.List(logs)))
	}
	if len(parts) > 0 {
		b.note(0, "rules.used", strings.Join(parts, b.t("rules.used.join")))
	}
}

// kpiNames are what a KPI is called on the logs that the report looked at.
func (b *Builder) kpiNames(k *kpi.KPI) []string {
	var out []string
	for i, l := range b.logs() {
		if name := b.t(k.Key(b.lang, l.Kind, "")); b.viewed[i] && k.Fits(l) && !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}

// ownShops says by what the shops were measured that have values of their own
// among others: "North: Resolved 95.0%, returns within 3 days".
func (b *Builder) ownShops() []string {
	var out []string
	for _, shop := range slices.Sorted(maps.Keys(b.own)) {
		var values []string
		for _, k := range kpi.Catalogue {
			if s, ok := b.rules.StandardOf(shop, k.ID); ok && s.Shop == shop && b.judged[k.ID] && len(b.kpiNames(k)) > 0 {
				values = append(values, b.t("report.kpiis", b.kpiNames(k)[0], k.Format.Full(float64(s.Standard), b.lang)))
			}
		}
		values = append(values, b.unlike(b.In.Rules.For(shop).Params.Derive(), b.params)...)
		if len(values) == 0 {
			out = append(out, b.t("rules.used.shops", shop))
			continue
		}
		out = append(out, b.t("rules.used.shop", shop, b.lang.List(values)))
	}
	return out
}

// unusual are the numbers of the definitions that are not the program's own.
func (b *Builder) unusual() []string { return b.unlike(b.params, derive.Default()) }

// unlike are the numbers of definitions that differ from usual ones.
func (b *Builder) unlike(now, usual derive.Params) []string {
	var out []string
	for _, x := range []struct {
		name       string
		now, usual int
	}{{"D", now.Days, usual.Days}, {"N", now.Times, usual.Times}, {"W", now.Window, usual.Window}, {"G", now.Gap, usual.Gap}} {
		if x.now != x.usual {
			out = append(out, b.t("rules.param.is."+x.name, x.now))
		}
	}
	if now.Credit != usual.Credit && b.logs(logkind.Order) != nil {
		out = append(out, b.t("rules.credit.is."+now.Credit))
	}
	return out
}
