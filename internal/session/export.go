package session

import (
	"context"
	"path/filepath"
	"time"

	"tallyboard/internal/document"
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

// ExportView writes what Explore shows, the chart and the table, in the background.
func (s *Session) ExportView(path string) {
	if doc := s.ViewDocument(); doc != nil {
		s.export(path, doc, []*logkind.Log{&s.log().Log.Log})
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
			s.note(err)
			s.notice.Retry = func() { s.export(path, doc, logs) }
			s.emit(Noted)
			return
		}
		s.SetPrefs(func(p *library.Prefs) { p.ExportDir = filepath.Dir(path) })
		s.say(Notice{Text: s.T("session.exported", path), Path: path})
	})
}
