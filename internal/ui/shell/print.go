package shell

import (
	"slices"

	"tallyboard/internal/document"
	"tallyboard/internal/session"
)

// legend is a page with a chart of which series can be switched off.
type legend interface{ Hidden() []string }

// hidden are the series that are switched off on the page in front.
func (sh *Shell) hidden() []string {
	if p, ok := sh.pages[sh.front].(legend); ok {
		return p.Hidden()
	}
	return nil
}

// printable is what the page in front would print; nil where that is nothing.
func (sh *Shell) printable() *document.Document {
	switch sh.front {
	case "reports":
		// Why there is no report stands on the page itself.
		doc, _ := sh.s.Document()
		return doc
	case "explore":
		return sh.s.ViewDocument(sh.hidden()...)
	case "dashboard":
		return sh.s.DashboardDocument()
	}
	return nil
}

// AskPrint shows how the page in front will look on paper, and asks for printer,
// copies and pages.
func (sh *Shell) AskPrint() { sh.askPrint(func(session.PrintPart) bool { return false }) }

// PrintChart is AskPrint for one chart of the report in front, or, where c is
// nil, for the chart of Explore.
func (sh *Shell) PrintChart(c *document.Chart) {
	sh.askPrint(func(p session.PrintPart) bool { return p.Chart != nil && (c == nil || p.Chart == c) })
}

// PrintTile is AskPrint for the chart of one saved view on the dashboard.
func (sh *Shell) PrintTile(view string) {
	sh.askPrint(func(p session.PrintPart) bool { return p.Chart != nil && p.Chart.ID == view })
}

// askPrint shows the preview with the first part that is wanted, else with all
// that is on the screen.
func (sh *Shell) askPrint(wanted func(session.PrintPart) bool) {
	if doc := sh.printable(); doc != nil {
		parts := sh.s.PrintParts(doc)
		newPreview(sh, parts, max(0, slices.IndexFunc(parts, wanted)))
	}
}
