package report

import (
	"slices"

	"tallyboard/internal/kpi"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
	"tallyboard/internal/rules"
)

// levels are the values that a KPI of a line is judged by: among shops those of
// the shop.
func (d *breakdown) levels(l line, k *kpi.KPI) kpi.Levels {
	b := d.v.b
	if len(l.path) == 0 || d.dims[0] != dim(logkind.Shop) {
		return b.levels(k)
	}
	shop := l.path[0].Text
	s, ok := b.rules.StandardOf(shop, k.ID)
	if _, fixed := b.fixed[k.ID]; fixed || !ok || s.Shop == "" {
		return b.levels(k)
	}
	b.own[shop] = true
	return s.Levels()
}

// ownNumbers measures the shops again whose definitions have numbers of their
// own: what counts as a return in one shop need not in another.
func (d *breakdown) ownNumbers(lines []line) error {
	b := d.v.b
	for i, l := range lines {
		shop := l.label().Text
		if !b.defines(shop) {
			continue
		}
		own, err := b.only(shop)
		if err != nil {
			return err
		}
		if own.params == b.params { // a parameter holds for all shops
			continue
		}
		views := own.views(d.v.log().Kind)
		at := slices.IndexFunc(views, func(v *view) bool { return v.log().Name == d.v.log().Name })
		if at < 0 {
			continue
		}
		v := views[at]
		v.usable(d.kpis...)
		of := v.by([]pivot.Dim{dim(logkind.Shop)}, d.kpis)
		if own.err != nil {
			return own.err
		}
		if found := of.named(0); len(found) == 1 {
			lines[i] = found[0]
			b.own[shop] = true
		}
	}
	return nil
}

// defines reports whether the definitions of a shop have other numbers than
// those of the report.
func (b *Builder) defines(shop string) bool {
	return b.In.Rules.For(shop).Params != b.rules.Params
}

// ownsValues reports whether a shop has any values of its own.
func (b *Builder) ownsValues(shop string) bool {
	r := b.In.Rules.Clone()
	return slices.ContainsFunc(r.Shops, func(s rules.ShopValues) bool { return s.Shop == shop }) ||
		slices.ContainsFunc(r.Standards, func(s rules.Standard) bool { return s.Shop == shop })
}

// only is a builder of the same report over the same time about one shop.
func (b *Builder) only(shop string) (*Builder, error) {
	in := b.In
	in.Standards, in.Derived = b.fixed, nil
	in.Params = map[string]string{}
	for name, value := range b.In.Params {
		in.Params[name] = value
	}
	in.Params["shop"] = shop
	own, err := newBuilder(b.ctx, b.report, in)
	if err != nil {
		return nil, err
	}
	own.period, own.before = b.period, b.before
	return own, nil
}
