package session

import (
	"context"
	"path/filepath"
	"strconv"
	"time"

	"tallyboard/internal/display"
	"tallyboard/internal/document"
	"tallyboard/internal/fault"
	"tallyboard/internal/lang"
	"tallyboard/internal/library"
	"tallyboard/internal/logkind"
	"tallyboard/internal/render/formats"
	"tallyboard/internal/task"
)

// Export writes a document in the format of the path's ending, tracing the time.
func Export(ctx context.Context, path string, doc *document.Document, logs []*logkind.Log) error {
	start := time.Now()
	err := formats.Save(ctx, path, doc, logs)
	Trace("export"+filepath.Ext(path), start, len(doc.Blocks))
	return err
}

// Headline is the answer of a document in one sentence, else its title.
func Headline(doc *document.Document) string {
	for _, b := range doc.Blocks {
		if t, ok := b.(*document.Text); ok && t.Lead {
			return t.Text
		}
	}
	return doc.Title
}

// ExportReport writes the current report in the background.
func (s *Session) ExportReport(path string) { s.export(path, s.report.value, s.plainLogs()) }

// ExportView writes what Explore shows, the chart without the hidden series and
// the table, in the background.
func (s *Session) ExportView(path string, hidden ...string) {
	if doc := s.ViewDocument(hidden...); doc != nil {
		s.export(path, doc, []*logkind.Log{s.worked.on})
	}
}

func (s *Session) export(path string, doc *document.Document, logs []*logkind.Log) {
	if doc == nil {
		return
	}
	task.Start(s.runner, "export", s.T("session.exporting", filepath.Base(path)), func(ctx context.Context, _ *task.Progress) (string, error) {
		return path, Export(ctx, path, doc, logs)
	}, func(path string, err error) {
		if err != nil {
			s.Say(func() Notice {
				return Notice{Text: fault.Say(err, s.Lang()), Bad: true, Act: s.T("shell.retry"), Do: func() { s.export(path, doc, logs) }}
			})
			return
		}
		s.SetPrefs(func(p *library.Prefs) { p.ExportDir = filepath.Dir(path) })
		s.Say(func() Notice { return Notice{Text: s.T("session.exported", path), Path: path} })
	})
}

// ExportRows writes the rows that are looked at, in the background.
func (s *Session) ExportRows(path string) {
	r := s.rows
	if r == nil {
		return
	}
	log := *r.Log
	log.Table = r.Log.Table.Take(r.Shown)
	s.export(path, &document.Document{ID: "rows", Title: r.Title, Lang: s.Lang(), Sources: []string{r.Log.Name},
		Blocks: []document.Block{rowsTable(&log, s.Lang())}}, []*logkind.Log{&log})
}

// rowsTable is the rows of a log as a table, with the place of each.
func rowsTable(log *logkind.Log, l lang.Lang) *document.Table {
	t := &document.Table{ID: "rows", Title: log.Name}
	words := display.Format{Kind: display.Text}
	for _, c := range log.Table.Cols {
		t.Columns = append(t.Columns, document.Column{Title: c.Name, Format: words})
	}
	for _, key := range []string{"session.file", "session.sheet", "session.row"} {
		t.Columns = append(t.Columns, document.Column{Title: l.T(key), Format: words})
	}
	for i := range log.Table.Rows {
		var row document.Row
		for _, c := range log.Table.Cols {
			row.Cells = append(row.Cells, document.Words(display.Cell(c, i, l)))
		}
		p := log.Table.Origin.At(i)
		file, sheet := "", ""
		if p.Source < len(log.Table.Sources) {
			file, sheet = log.Table.Sources[p.Source].File, log.Table.Sources[p.Source].Sheet
		}
		row.Cells = append(row.Cells, document.Words(file), document.Words(sheet), document.Words(strconv.Itoa(p.Row)))
		t.Rows = append(t.Rows, row)
	}
	return t
}
