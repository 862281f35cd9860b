package session

import (
	"context"
	"os"
	"path/filepath"

	"tallyboard/internal/ingest"
	"tallyboard/internal/lang"
	"tallyboard/internal/logbook/sample"
	"tallyboard/internal/task"
)

// OpenSample opens the logs of the sample shop, in the language of the window.
// They are written to the library first, so that they are files as any others.
func (s *Session) OpenSample() {
	dir, l := filepath.Join(s.lib.Path(), "sample", string(s.Lang())), s.Lang()
	layouts := s.layout.Snapshot()
	task.Start(s.runner, "load", s.T("session.sampling"), func(ctx context.Context, p *task.Progress) (Loaded, error) {
		if err := writeSample(ctx, dir, l); err != nil {
			return Loaded{}, err
		}
		return s.read(ctx, []string{dir}, ingest.Options{Layouts: layouts, Progress: p.Set})
	}, func(got Loaded, err error) {
		if err != nil {
			s.note(err)
			return
		}
		s.opened(nil, got, "")
	})
}

func writeSample(ctx context.Context, dir string, l lang.Lang) error {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	_, err := sample.Small(l).Write(ctx, dir)
	return err
}
