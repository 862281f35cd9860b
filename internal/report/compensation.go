package report

import (
	"cmp"
	"slices"
	"strings"

	"tallyboard/internal/document"
	"tallyboard/internal/kpi"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
	"tallyboard/internal/rules"
)

// cases are the rows of one grade of review, each with the rate of its own day.
type cases struct {
	grade grade
	title string // text key
	where pivot.Filter
}

func (v *view) gradedCases() []cases {
	return []cases{
		{neutralReview, "rules.grade.neutral", v.grades(neutralReview)},
		{badReview, "rules.grade.negative", v.grades(badReview)},
	}
}

// rated gives the versions of rates by the day and the shop of each row, and
// keeps those that were used.
type rated struct {
	v    *view
	on   func(*rules.Rules, rules.Date) rules.Rates
	shop func(row int) string // whose rates hold
	of   map[string]*rules.Rules
	used []usedRates
}

// usedRates is a version; shop is "" where it holds for all shops.
type usedRates struct {
	rules.Rates
	shop string
}

func (v *view) rated(on func(*rules.Rules, rules.Date) rules.Rates) *rated {
	r := &rated{v: v, on: on, of: map[string]*rules.Rules{}, shop: func(int) string { return "" }}
	if c := v.log().Col(logkind.Shop); c != nil && c.Type.Coded() && len(v.b.rules.Shops) > 0 {
		r.shop = func(row int) string { return word(c, row) }
	}
	return r
}

func (r *rated) at(row int, g grade) float64 {
	var day rules.Date
	if c := r.v.log().Col(r.v.time); r.v.time != "" && c.Nums[row] == c.Nums[row] {
		day = rules.DateOf(c.Nums[row])
	}
	shop := r.shop(row)
	if r.of[shop] == nil {
		r.of[shop] = r.v.b.rules.For(shop)
	}
	x := usedRates{Rates: r.on(r.of[shop], day)}
	if x.Rates != r.on(r.v.b.rules, day) {
		x.shop = shop
	}
	if !slices.Contains(r.used, x) {
		r.used = append(r.used, x)
	}
	if g == neutralReview {
		return x.Neutral
	}
	return x.Negative
}

// text is the versions that were used, in words, the oldest first, those of
// single shops last.
func (r *rated) text() string {
	b := r.v.b
	slices.SortFunc(r.used, func(x, y usedRates) int {
		return cmp.Or(cmp.Compare(x.shop, y.shop), cmp.Compare(x.From, y.From))
	})
	var out []string
	for _, x := range r.used {
		n, m := money0.Full(x.Neutral, b.lang), money0.Full(x.Negative, b.lang)
		s := b.t("rules.rates", n, m)
		if x.From != 0 {
			s = b.t("rules.rates.since", n, m, x.From.String())
		}
		if x.shop != "" {
			s = b.t("rules.rates.of", x.shop, s)
		}
		out = append(out, s)
	}
	return strings.Join(out, b.t("rules.used.join"))
}

// compensations sets what the cases cost against the standard of their day,
// lists the cases above it, and adds up the rewards that are due.
func (v *view) compensations() {
	if !v.log().Has(logkind.Rating) {
		return
	}
	list := v.gradedCases()
	if v.log().Has(logkind.Cost) {
		v.againstRates(list)
	}
	if v.log().Has(logkind.Agent, logkind.Resolved) {
		v.rewards(list)
	}
}

func (v *view) againstRates(list []cases) {
	b, cost := v.b, v.log().Col(logkind.Cost)
	r := v.rated((*rules.Rules).CompensationOn)
	t := &document.Table{ID: b.id("reviews_against"), Title: b.t("rules.against.table"), Columns: []document.Column{
		{Title: b.roleName(logkind.Rating), Format: text, Weight: 2}, {Title: b.t("rules.against.paid"), Format: whole}, {Title: b.t("rules.against.cost"), Format: money},
		{Title: b.t("rules.against.allowed"), Help: b.t("rules.against.allowed.help"), Format: money}, {Title: b.t("rules.against.more"), Format: signed(money), Signed: -1}, {Title: b.t("rules.against.over"), Format: whole}}}
	var over []int
	var all [4]float64 // cases, cost, allowed, above
	spent := 0.0
	for _, c := range list {
		var sum [4]float64
		for _, row := range v.behind(c.where) {
			x := cost.Num(row)
			if !(x > 0) {
				continue
			}
			limit := r.at(row, c.grade)
			sum[0], sum[1], sum[2] = sum[0]+1, sum[1]+x, sum[2]+limit
			if x > limit {
				sum[3]++
				spent += x
				over = append(over, row)
			}
		}
		for i := range all {
			all[i] += sum[i]
		}
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{{Text: b.t(c.title), Num: nan, Ref: v.ref(c.where)}, document.Number(sum[0]), document.Number(sum[1]), document.Number(sum[2]), document.Number(sum[1] - sum[2]), document.Number(sum[3])}})
	}
	if all[0] == 0 {
		return
	}
	t.Rows = append(t.Rows, document.Row{Total: true, Cells: []document.Cell{{Text: b.t("rules.target.all"), Num: nan, Ref: v.ref()}, document.Number(all[0]), document.Number(all[1]), document.Number(all[2]), document.Number(all[1] - all[2]), document.Number(all[3])}})
	t.Note = b.t("rules.against.note", r.text())
	b.add(t)
	slices.Sort(over)
	if len(over) > 0 {
		b.note(document.Warning, "rules.against.lead", b.count(float64(len(over))), money.Full(spent, b.lang), r.text())
		b.rowList(v, "reviews_over", b.t("report.reviews.overlist"), over, v.time, logkind.Agent, logkind.Customer, logkind.Product, logkind.Rating, logkind.Cost)
	}
}

// rewards adds up what each agent has earned by settling reviews.
func (v *view) rewards(list []cases) {
	b, log := v.b, v.log()
	agent := log.Col(logkind.Agent)
	if !agent.Type.Coded() {
		return
	}
	solved := kpi.Yes(log, logkind.Resolved)
	r := v.rated((*rules.Rules).RewardOn)
	due, count := map[string]float64{}, make([]map[string]float64, len(list))
	total := 0.0
	for i, c := range list {
		count[i] = map[string]float64{}
		for _, row := range v.behind(c.where, solved) {
			name, x := word(agent, row), r.at(row, c.grade)
			due[name] += x
			count[i][name]++
			total += x
		}
	}
	if total == 0 {
		return
	}
	t := &document.Table{ID: b.id("reviews_reward"), Title: b.t("report.reviews.reward"), Note: b.t("rules.reward.note", r.text()),
		Columns: []document.Column{{Title: b.roleName(logkind.Agent), Format: text, Weight: 2}, {Title: b.counted(logkind.Review), Format: whole},
			{Title: b.t("report.reviews.neutral"), Format: whole}, {Title: b.t("report.reviews.negative"), Format: whole}, {Title: b.t("report.reviews.due"), Format: money}}}
	all := v.by([]pivot.Dim{dim(logkind.Agent)}, nil)
	for _, l := range all.named(0) {
		name := l.label().Text
		cells := []document.Cell{{Text: name, Num: nan, Ref: all.ref(l)}, document.Number(l.n)}
		for i, c := range list {
			cells = append(cells, document.Cell{Num: count[i][name], Ref: all.ref(l, c.where, solved)})
		}
		t.Rows = append(t.Rows, document.Row{Cells: append(cells, document.Number(due[name]))})
	}
	if len(t.Rows) > 1 {
		cells := []document.Cell{{Text: b.t("report.total"), Num: nan, Ref: v.ref()}, {Num: all.total.n, Ref: v.ref()}}
		for i, c := range list {
			sum := 0.0
			for _, n := range count[i] {
				sum += n
			}
			cells = append(cells, document.Cell{Num: sum, Ref: v.ref(c.where, solved)})
		}
		t.Rows = append(t.Rows, document.Row{Total: true, Cells: append(cells, document.Number(total))})
	}
	if len(t.Rows) > 0 {
		b.add(t)
	}
}
