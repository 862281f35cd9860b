package session

import (
	"tallyboard/internal/document"
)

// PrintPart is what can be printed of a document: all of it, or a chart on a
// page of its own.
type PrintPart struct {
	Text, Note string // for people
	Doc        *document.Document
	Chart      *document.Chart // of the whole document; nil where it is no single chart
	Wide       bool            // looks best on paper turned to landscape
}

// PrintParts lists what can be printed of a report, or of what Explore shows:
// first all that is on the screen.
func (s *Session) PrintParts(doc *document.Document) []PrintPart {
	var charts []PrintPart
	section := ""
	for _, b := range doc.Blocks {
		switch b := b.(type) {
		case *document.Heading:
			section = b.Text
		case *document.Chart:
			text := b.Chart.Title
			if text == "" {
				text = section
			}
			charts = append(charts, PrintPart{Text: text, Note: section, Doc: doc.Alone(b), Chart: b, Wide: true})
		}
	}
	if doc.ID != viewID {
		return append([]PrintPart{{Text: s.T("print.what.all"), Note: doc.Title, Doc: doc}}, charts...)
	}
	table := PrintPart{Text: s.T("print.what.table"), Doc: document.Without[*document.Chart](doc)}
	if len(charts) == 0 {
		return []PrintPart{table}
	}
	charts[0].Text, charts[0].Note = s.T("print.what.chart"), ""
	return []PrintPart{{Text: s.T("print.what.both"), Doc: doc}, charts[0], table}
}
