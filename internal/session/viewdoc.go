package session

import (
	"tallyboard/internal/chart"
	"tallyboard/internal/document"
)

// ViewDocument is what Explore shows as a document, for export and print; nil
// before there is a result.
func (s *Session) ViewDocument() *document.Document {
	r, l := s.result.value, s.log()
	if r == nil || l == nil {
		return nil
	}
	title := Sentence(r, s.Lang())
	doc := &document.Document{ID: "view", Title: title, Lang: s.Lang(), Shop: s.prefs.Shop, Sources: []string{l.Name},
		Period: PeriodOf(s.Logs()[s.current:s.current+1], s.Lang())}
	doc.Blocks = append(doc.Blocks, &document.Heading{Level: 1, Text: l.Name, ID: "view"})
	if filters := FilterTexts(r.Spec, s.Lang()); len(filters) > 0 {
		doc.Blocks = append(doc.Blocks, &document.Text{Text: s.T("explore.filtered", s.Lang().List(filters))})
	}
	if c := s.Chart(); c != nil {
		c.Title = title // a picture of it stands alone
		doc.Blocks = append(doc.Blocks, &document.Chart{Chart: c})
	}
	t := document.FromPivot(r, s.Lang(), nil)
	t.Title = title
	doc.Blocks = append(doc.Blocks, t)
	return doc
}

// Chart draws the current result; nil before there is one, or where there is
// nothing to draw.
func (s *Session) Chart() *chart.Chart {
	r := s.result.value
	if r == nil || len(r.Rows.Dims)+len(r.Cols.Dims) == 0 {
		return nil
	}
	c := chart.FromPivot(r, s.View().Chart, s.Lang())
	c.Colours = s.colours
	return c
}
