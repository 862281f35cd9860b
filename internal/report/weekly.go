package report

import (
	"context"
	"slices"
	"strings"

	"tallyboard/internal/document"
	"tallyboard/internal/fault"
)

// weeklySections are the sections of the weekly report where the parameter
// "sections" does not choose others.
var weeklySections = []string{"types", "regions", "agents"}

// weekly composes other reports into one: a cover with the sentences that
// matter and the headline tiles, then each section on a page of its own.
func weekly(ctx context.Context, b *Builder) error {
	ids := weeklySections
	if s := b.In.Params["sections"]; s != "" {
		ids = strings.Split(s, ",")
	}
	first := b.Doc
	b.compact = true
	var leads []document.Block
	var pages, lacks []document.Block
	for _, id := range ids {
		r, ok := b.find(strings.TrimSpace(id))
		if !ok || r.ID == "weekly" {
			return fault.New("report.unknown", id)
		}
		if len(b.logs(r.Kinds...)) == 0 {
			continue
		}
		page := *first
		page.Blocks = nil
		b.Doc = &page
		if err := r.Build(ctx, b); err != nil {
			return err
		}
		if len(page.Blocks) == 0 {
			continue
		}
		// What only says what it lacks needs no page.
		if page.Lead() == "" {
			lacks = append(lacks, page.Blocks...)
			continue
		}
		leads = append(leads, &document.Text{Text: page.Lead()})
		pages = append(pages, &document.PageBreak{}, &document.Heading{Level: 1, Text: b.t("report." + r.ID), ID: r.ID})
		pages = append(pages, page.Blocks...)
	}
	b.Doc = first
	v := b.subject()
	b.lead(v.headlineText())
	list := b.findings()
	b.addFindings(list[:min(len(list), 3)])
	if len(list) < 3 {
		b.add(leads[:min(len(leads), 3-len(list))]...)
	}
	b.cover()
	b.add(lacks...)
	b.add(pages...)
	return nil
}

// find gives the report with an id.
func (b *Builder) find(id string) (Report, bool) {
	i := slices.IndexFunc(b.catalogue, func(r Report) bool { return r.ID == id })
	if i < 0 {
		return Report{}, false
	}
	return b.catalogue[i], true
}
