package page_test

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"tallyboard/internal/document"
	"tallyboard/internal/ingest"
	"tallyboard/internal/lang"
	"tallyboard/internal/logbook/sample"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
	"tallyboard/internal/render/page"
	"tallyboard/internal/render/picture"
	"tallyboard/internal/report"
)

// sampleLogs reads the sample shop's logs as a person would open them.
func sampleLogs(t *testing.T, l lang.Lang) []*logkind.Log {
	t.Helper()
	paths, err := sample.Small(l).WriteCSV(t.Context(), t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	read, _, err := ingest.Open(t.Context(), paths, ingest.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var out []*logkind.Log
	for _, r := range read {
		out = append(out, &r.Log)
	}
	return out
}

// Every agent has exactly one page after the cover: of all logs together, of
// one alone, and on the page of one agent.
func TestReviewCardsAreAPageEach(t *testing.T) {
	for _, l := range lang.All {
		logs := sampleLogs(t, l)
		sets := map[string][]*logkind.Log{"all": logs}
		for _, log := range logs {
			if log.Has(logkind.Agent) && (log.Kind == logkind.Inbound || log.Kind == logkind.Chat || log.Kind == logkind.Outbound) {
				sets[string(log.Kind)] = []*logkind.Log{log}
			}
		}
		for name, set := range sets {
			for _, period := range []string{"", "last-week", "all"} {
				t.Run(fmt.Sprintf("%s/%s/%s", l, name, period), func(t *testing.T) {
					doc := card(t, set, l, period, "")
					agents := headings(doc)
					if len(agents) < 10 {
						t.Fatalf("%d agents", len(agents))
					}
					if got := len(page.Layout(doc, page.Options{}, picture.Standard())); got != len(agents)+1 {
						t.Errorf("%d pages, want a cover and %d agents", got, len(agents))
					}
					alone := card(t, set, l, period, agents[0])
					if got := len(page.Layout(alone, page.Options{}, picture.Standard())); got != 1 {
						t.Errorf("%s alone takes %d pages", agents[0], got)
					}
				})
			}
		}
	}
}

func card(t *testing.T, logs []*logkind.Log, l lang.Lang, period, agent string) *document.Document {
	t.Helper()
	doc, err := report.Build(context.Background(), "review_card", report.Input{Logs: logs, Engine: pivot.Memory(), Lang: l, Period: period, Params: map[string]string{"agent": agent}})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// headings are the agents that have a page.
func headings(doc *document.Document) []string {
	var out []string
	for h := range document.Of[*document.Heading](doc.Blocks) {
		if h.Level == 1 && !slices.Contains(out, h.Text) {
			out = append(out, h.Text)
		}
	}
	return out
}
