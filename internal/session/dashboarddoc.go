package session

import (
	"tallyboard/internal/document"
	"tallyboard/internal/fault"
	"tallyboard/internal/library"
	"tallyboard/internal/logkind"
)

// tallChart is the height of a tall tile on paper, where a small one takes what
// its kind needs, in points on a page 500 points wide.
const tallChart = 330

// DashboardDocument is the dashboard as a document, for export and print; nil
// before its tiles are there.
func (s *Session) DashboardDocument() *document.Document {
	l, tiles := s.log(), s.Tiles()
	if l == nil || len(tiles) == 0 {
		return nil
	}
	doc := &document.Document{ID: "dashboard", Title: s.T("dashboard.title"), Lang: s.Lang(), Shop: s.prefs.Shop, Sources: []string{l.Name},
		Period: PeriodOf(s.Logs()[s.current:s.current+1], s.Lang())}
	if period := tiles[0].Period; s.dashboard.kept.Period != "" && period != "" {
		doc.Period = period
	}
	doc.Blocks = append(doc.Blocks, &document.Heading{Level: 1, Text: l.Name, ID: "dashboard"})
	for _, t := range tiles {
		if b := s.tileBlock(t); b != nil {
			doc.Blocks = append(doc.Blocks, b)
		}
	}
	return doc
}

// tileBlock is what a tile shows, as a block; nil before it is computed.
func (s *Session) tileBlock(t TileResult) document.Block {
	title := t.View
	if t.Period != "" && s.dashboard.kept.Period == "" {
		title += " · " + t.Period
	}
	switch {
	case t.Err != nil:
		return &document.Note{Text: s.Lang().T("dashboard.cannot", t.View, fault.Say(t.Err, s.Lang())), Tone: document.Warning}
	case t.Result == nil:
		return nil
	case t.Table != nil:
		b := *t.Table
		b.Title = title
		return &b
	}
	t.Chart.Title = title
	b := &document.Chart{ID: t.View, Chart: t.Chart, Half: t.Size == library.Small}
	if t.Size == library.Tall {
		b.Height = tallChart
	}
	return b
}

// ExportDashboard writes the dashboard in the background.
func (s *Session) ExportDashboard(path string) {
	if doc := s.DashboardDocument(); doc != nil {
		s.export(path, doc, []*logkind.Log{&s.log().Log.Log})
	}
}
