package report

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"tallyboard/internal/chart"
	"tallyboard/internal/display"
	"tallyboard/internal/document"
	"tallyboard/internal/kpi"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
)

// reviews answers which product or step earns bad reviews, and how they are
// settled.
func reviews(_ context.Context, b *Builder) error {
	logs := b.views(logkind.Review)
	for _, v := range logs {
		v.reviewsOf(len(logs) > 1)
	}
	return nil
}

func (v *view) reviewsOf(several bool) {
	b := v.b
	if !v.begin("reviews", several) {
		return
	}
	kpis := []*kpi.KPI{kpi.ReviewSolved, kpi.ContactLag, kpi.Compensation}
	v.usable(kpis...)
	n := v.rows()
	s := b.t("report.reviews.lead", b.rowsOf(logkind.Review, n))
	if v.compares() {
		s = b.join(s, b.versus(n, v.number(v.before, pivot.Value{Agg: pivot.Count})))
	}
	if r, ok := v.first(logkind.Product, logkind.Category, logkind.Cause); ok {
		d := v.by([]pivot.Dim{dim(r)}, nil)
		if lines := d.named(0); len(lines) > 1 {
			s = b.join(s, b.t("report.reviews.top", d.name(lines[0]), b.count(lines[0].n), b.percentText(ratio(lines[0].n, d.total.n))))
		}
	}
	if k := v.usable(kpi.ReviewSolved); len(k) > 0 {
		text, _ := v.kpiSays(kpi.ReviewSolved)
		s = b.join(s, text)
	}
	b.lead(b.sentence(s))
	b.add(&document.Tiles{Tiles: v.tiles(headline[logkind.Review]...)})
	if r, ok := v.first(logkind.Product, logkind.Category, logkind.Cause); ok && v.time != "" {
		series := dim(r)
		unit, reach := b.pace()
		b.addChart(v.grid(grid{title: b.t("report.reviews.trend", inText(b.roleName(r))), kind: chart.Stacked, format: whole,
			series: &series, top: 6, category: v.timed(unit), span: &reach}), false)
	}
	for _, r := range []logkind.Role{logkind.Product, logkind.Cause, logkind.Rating, logkind.Agent, logkind.Category, logkind.Tool} {
		v.table(part{id: "reviews", role: r, title: "report.reviews.by", better: -1, kpis: kpis, most: 20})
	}
	if !v.log().Has(logkind.Product) {
		b.missing([]*view{v}, logkind.Product)
	}
	v.contactHours()
	v.compensations()
	if v.log().Has(logkind.Resolved) {
		b.rowList(v, "reviews_open", b.t("report.reviews.open"), v.behind(kpi.No(v.log(), logkind.Resolved)),
			v.time, logkind.Customer, logkind.Product, logkind.Rating, logkind.Cause, logkind.Agent, logkind.OrderID)
	}
}

// contactHours shows at which hour of the first contact most reviews are
// settled.
func (v *view) contactHours() {
	b := v.b
	c := v.log().Col(logkind.ContactTime)
	if !isTime(c) || c.DateOnly {
		return
	}
	kpis := v.usable(kpi.ReviewSolved)
	if len(kpis) == 0 {
		return
	}
	// A week has too few reviews for an hour of the day.
	v = v.over(b.recent())
	d := v.by([]pivot.Dim{{Column: kpi.At(logkind.ContactTime), Func: pivot.Hour}}, kpis)
	lines := clockOrder(d.named(0))
	if len(lines) < 2 || d.total.n < 3*float64(len(lines)) {
		return
	}
	b.add(d.tabulate("reviews_hour", b.t("report.about", b.t("report.reviews.hours"), b.spanName(b.recent())), lines, false, d.nameColumn(b.t("report.hours.hour")), d.countColumn(b.counted(logkind.Review)), d.kpiColumn(0)))
}

// grade is what a rating comes to.
type grade uint8

const (
	unrated grade = iota
	goodReview
	neutralReview
	badReview
)

var gradeWords = []struct {
	grade grade
	words []string
}{
	{badReview, []string{"差", "bad", "negative"}},
	{neutralReview, []string{"中", "neutral"}},
	{goodReview, []string{"好", "good", "positive"}},
}

// gradeOf reads the word or the number of a rating: of one to five stars, or
// of −1, 0 and 1 where signed.
func gradeOf(word string, signed bool) grade {
	word = strings.ToLower(strings.TrimSpace(word))
	for _, g := range gradeWords {
		for _, w := range g.words {
			if strings.Contains(word, w) {
				return g.grade
			}
		}
	}
	n, err := strconv.ParseFloat(strings.TrimRight(word, "星级分 star"), 64)
	if !signed {
		n -= 3
	}
	switch {
	case err != nil:
		return unrated
	case n < 0:
		return badReview
	case n == 0:
		return neutralReview
	}
	return goodReview
}

// grades keeps the rows of one grade.
func (v *view) grades(g grade) pivot.Filter {
	f := pivot.Filter{Column: kpi.At(logkind.Rating), Op: pivot.Eq}
	lines := v.by([]pivot.Dim{dim(logkind.Rating)}, nil).named(0)
	signed := slices.ContainsFunc(lines, func(l line) bool { return l.label().Text == "-1" || l.label().Text == "0" })
	for _, l := range lines {
		if gradeOf(l.label().Text, signed) == g {
			f.Values = append(f.Values, l.label().Text)
		}
	}
	if f.Values == nil {
		f.Values = []string{"\x00"}
	}
	return f
}

var money0 = display.Format{Kind: display.Money}
