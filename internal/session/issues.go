package session

import (
	"strconv"

	"tallyboard/internal/display"
	"tallyboard/internal/document"
	"tallyboard/internal/fault"
	"tallyboard/internal/lang"
	"tallyboard/internal/logkind"
)

// ExportIssues writes what is worth a look in the current log, and which rows
// were left out, each with its place, in the background.
func (s *Session) ExportIssues(path string) {
	l := s.log()
	if l == nil {
		return
	}
	s.export(path, s.IssuesDocument(), []*logkind.Log{})
}

// IssuesDocument is the issues of the current log as a table; nil without a log.
func (s *Session) IssuesDocument() *document.Document {
	l := s.log()
	if l == nil {
		return nil
	}
	title := s.T("data.issues.of", l.Name)
	return &document.Document{ID: "issues", Title: title, Lang: s.Lang(), Sources: []string{l.Name},
		Blocks: []document.Block{issuesTable(title, append(append([]fault.Warning{}, l.Warnings.Items...), l.Left.Items...), s.Lang())}}
}

func issuesTable(title string, ws []fault.Warning, l lang.Lang) *document.Table {
	t := &document.Table{ID: "issues", Title: title}
	words := display.Format{Kind: display.Text}
	for _, key := range []string{"session.file", "session.sheet", "session.row", "data.issues.column", "data.issues.text", "data.issues.why"} {
		t.Columns = append(t.Columns, document.Column{Title: l.T(key), Format: words})
	}
	for _, w := range ws {
		row := ""
		if w.Row > 0 {
			row = strconv.Itoa(w.Row)
		}
		var r document.Row
		for _, cell := range []string{w.File, w.Sheet, row, w.Name, w.Text, w.Why(l)} {
			r.Cells = append(r.Cells, document.Words(cell))
		}
		t.Rows = append(t.Rows, r)
	}
	return t
}
