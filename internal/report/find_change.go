package report

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/stat/distuv"

	"tallyboard/internal/display"
	"tallyboard/internal/document"
	"tallyboard/internal/kpi"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
	"tallyboard/internal/rules"
)

// changes finds contact types, products and channels, or all contacts together,
// of which there are clearly more or fewer than in the periods before. Days that
// surged are told elsewhere and left out.
func changes(b *Builder) []Finding {
	if !b.compares() || b.period.Unit == pivot.Plain {
		return nil
	}
	var out []Finding
	for _, v := range b.views(logkind.Inbound, logkind.Chat, logkind.Order) {
		if v.time == "" {
			continue
		}
		skip := v.surgeFilters()
		if f, ok := v.changeOf(nil, skip); ok {
			out = append(out, f...)
			continue
		}
		for _, r := range []logkind.Role{logkind.Type3, logkind.Type2, logkind.Type1, logkind.Product, logkind.Channel} {
			if !v.log().Has(r) {
				continue
			}
			d := dim(r)
			if f, ok := v.changeOf(&d, skip); ok {
				out = append(out, f...)
				break
			}
		}
	}
	return out
}

// changeOf tests the members of a dimension (nil: the whole log) in the period
// against the periods before it.
func (v *view) changeOf(by *pivot.Dim, skip []pivot.Filter) (out []Finding, found bool) {
	b := v.b
	unit, reach := b.pace()
	spec := pivot.Spec{Cols: []pivot.Dim{v.timed(unit)}, Where: skip, FillTime: true}
	if by != nil {
		spec.Rows = []pivot.Dim{*by}
	}
	r := v.run(reach, spec)
	periods := leaves(r.Cols)
	if len(periods) < 4 {
		return nil, false
	}
	rows := leaves(r.Rows)
	if by == nil {
		rows = []int{0}
	}
	now := len(periods) - 1
	scale := 1.0
	if days := v.period.To - v.period.From; len(skip) > 0 {
		scale = days / (days - float64(len(skip))*day)
	}
	for _, i := range rows {
		var past []float64
		for _, p := range periods[:now] {
			past = append(past, float64(r.CountAt(i, p)))
		}
		x := float64(r.CountAt(i, periods[now])) * scale
		usual := mean(past)
		// What scatters more than counts do has its own spread.
		spread := math.Sqrt(math.Max(variance(past), usual)) * math.Sqrt(1+1/float64(len(past)))
		diff := x - usual
		if math.Abs(diff) < 0.25*usual || math.Abs(diff) < 10 || spread == 0 {
			continue
		}
		t := distuv.StudentsT{Sigma: 1, Nu: float64(len(past) - 1)}
		chance := float64(len(rows)) * 2 * t.Survival(math.Abs(diff)/spread)
		if chance >= unlikely {
			continue
		}
		name := b.rowsOf(v.log().Kind, math.Round(x))
		where := slices.Clone(skip)
		cause := "change:" + v.log().Name
		if by != nil {
			l := r.Rows.Members[i].Path[0]
			where = append(where, is(*by, l))
			name = b.t("report.find.member", b.label(*by, l), name)
			cause += l.Text
		}
		key := "report.find.more"
		if diff < 0 {
			key = "report.find.less"
		}
		out = append(out, Finding{Text: b.sentence(b.t(key, name, b.count(math.Round(usual)), display.Change(diff/math.Max(usual, 1), b.lang))), Ref: v.ref(where...),
			effect: math.Min(1, math.Abs(diff)/math.Max(float64(r.CountAt(grand(r.Rows), periods[now])), 1)), chance: chance, cause: cause})
	}
	return out, len(out) > 0
}

func variance(list []float64) float64 {
	if len(list) < 2 {
		return 0
	}
	m, s := mean(list), 0.0
	for _, x := range list {
		s += (x - m) * (x - m)
	}
	return s / float64(len(list)-1)
}

// overpaid finds compensation above the standard of bad reviews.
func overpaid(b *Builder) []Finding {
	var out []Finding
	for _, v := range with(b.views(logkind.Review), logkind.Rating, logkind.Cost) {
		w := v.over(b.recent())
		cost := w.log().Col(logkind.Cost)
		n, sum, extra := 0.0, 0.0, 0.0
		r := w.rated((*rules.Rules).CompensationOn)
		for _, x := range w.gradedCases() {
			for _, row := range w.behind(x.where) {
				c, limit := orZero(cost.Num(row)), r.at(row, x.grade)
				sum += c
				if c > limit {
					n, extra = n+1, extra+c-limit
				}
			}
		}
		// It is arithmetic, not a guess; but a few cents over are no finding.
		if n >= 3 && extra > 0.2*sum {
			out = append(out, Finding{Text: b.sentence(b.t("report.find.overpaid", b.count(n), money.Full(extra, b.lang))), Tone: document.Warning, Ref: w.ref(pivot.Filter{Column: kpi.At(logkind.Cost), Op: pivot.Gt, Values: []string{"0"}}),
				effect: math.Min(1, extra/1000+0.2), cause: "overpaid"})
		}
	}
	return out
}

func orZero(v float64) float64 {
	if v != v {
		return 0
	}
	return v
}

// blanks finds columns that should be filled in and mostly are not: what counts
// by them would mislead.
func blanks(b *Builder) []Finding {
	const much = 0.3
	var out []Finding
	for _, v := range b.views(logkind.Inbound, logkind.Chat, logkind.Outbound) {
		n := v.rows()
		if n < 50 {
			continue
		}
		for _, r := range []logkind.Role{logkind.Type1, logkind.Agent, logkind.Customer, logkind.Resolved} {
			if !v.log().Has(r) {
				continue
			}
			f := pivot.Filter{Column: kpi.At(r), Op: pivot.Eq, Values: []string{""}}
			if k := v.rows(f); k > much*n {
				out = append(out, Finding{Text: b.sentence(b.t("report.find.blank", v.log().Name, b.roleName(r), b.percentText(k/n))), Tone: document.Neutral, Ref: v.ref(f), effect: 0.2 * k / n, cause: "blank:" + v.log().Name + string(r)})
			}
		}
	}
	return out
}
