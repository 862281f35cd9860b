package report

import (
	"context"
	"slices"

	"tallyboard/internal/chart"
	"tallyboard/internal/document"
)

// weeklyUsual are the sections of the weekly report where nobody chose others,
// and weeklyNever the reports that are none: the cover says what the overview
// says.
var (
	weeklyUsual = []string{"types", "regions", "agents"}
	weeklyNever = []string{"overview", "daily", "weekly"}
)

// weeklyCharts are what the charts of a section can be drawn as, the usual first.
var weeklyCharts = map[string][]chart.Kind{
	"types":       {chart.Pareto, chart.Bar, chart.Column, chart.Donut},
	"regions":     {chart.Bar, chart.Column},
	"review_card": {chart.Column, chart.Line},
	"customers":   {chart.Column, chart.Bar, chart.Line},
	"urging":      {chart.Column, chart.Bar, chart.Line},
	"hours":       {chart.Heat, chart.Line, chart.Stacked},
	"fcr":         {chart.Line, chart.Column},
	"reviews":     {chart.Stacked, chart.Percent, chart.Area, chart.Line},
	"approvals":   {chart.Stacked, chart.Percent, chart.Area, chart.Line},
	"orders":      {chart.Line, chart.Column},
	"workers":     {chart.Bar, chart.Column},
	"value":       {chart.Column, chart.Bar},
	"quality":     {chart.Line, chart.Column},
	"shops":       {chart.Bar, chart.Column},
}

// weeklySections are the other reports, the usual ones first.
func weeklySections(catalogue []Report) []Section {
	var first, rest []Section
	for _, r := range catalogue {
		s := Section{ID: r.ID, Title: "report." + r.ID, Kinds: r.Kinds, Charts: weeklyCharts[r.ID], build: r.Build}
		switch {
		case slices.Contains(weeklyNever, r.ID):
		case slices.Contains(weeklyUsual, r.ID):
			s.Usual = true
			first = append(first, s)
		default:
			rest = append(rest, s)
		}
	}
	return append(first, rest...)
}

// weekly composes other reports into one: a cover with the sentences that
// matter and the headline tiles, then the sections.
func weekly(ctx context.Context, b *Builder) error {
	list, err := b.composed()
	if err != nil {
		return err
	}
	b.compact = true
	var leads []document.Block
	var pages, lacks []document.Block
	for _, c := range list {
		page, err := b.part(ctx, c)
		switch {
		case err != nil:
			return err
		case page == nil || len(page.Blocks) == 0:
			continue
		case page.Lead() == "": // what only says what it lacks needs no page
			lacks = append(lacks, page.Blocks...)
			continue
		}
		leads = append(leads, &document.Text{Text: page.Lead()})
		pages = append(pages, &document.Heading{Level: 1, Text: b.t(c.Title), ID: c.ID})
		pages = append(pages, page.Blocks...)
	}
	v := b.subject()
	b.lead(v.headlineText())
	found := b.findings(b.headlinesNeed()...)
	b.addFindings(found[:min(len(found), 3)])
	if len(found) < 3 {
		b.add(leads[:min(len(leads), 3-len(found))]...)
	}
	b.cover()
	b.add(lacks...)
	b.add(pages...)
	return nil
}
