package session

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"tallyboard/internal/ingest"
	"tallyboard/internal/lang"
	"tallyboard/internal/logbook/sample"
	"tallyboard/internal/task"
)

// OpenSample opens the logs of the sample shop, in the language of the window.
// They are written to the library first, so that they are files as any others.
func (s *Session) OpenSample() {
	dir, l := filepath.Join(s.sampleDir(), string(s.Lang())), s.Lang()
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

func (s *Session) sampleDir() string { return filepath.Join(s.lib.Path(), "sample") }

// makeWay closes the logs of the sample shop for logs of one's own, and one's
// own for those of the sample shop: invented figures must never be counted with
// real ones. It gives the key of the words that say so, "" where nothing was closed.
func (s *Session) makeWay(incoming []*ingest.Log) (key string) {
	if len(incoming) == 0 {
		return ""
	}
	invented := !slices.ContainsFunc(incoming, func(l *ingest.Log) bool { return !s.isSample(l) })
	kept := slices.DeleteFunc(slices.Clone(s.logs), func(l *logState) bool { return s.isSample(l.Log) != invented })
	if len(kept) == len(s.logs) {
		return ""
	}
	s.keepViews()
	s.logs, s.current = kept, 0
	if invented {
		return "session.aside.own"
	}
	return "session.aside.sample"
}

// isSample reports whether a log is of the sample shop.
func (s *Session) isSample(l *ingest.Log) bool {
	under := s.sampleDir() + string(filepath.Separator)
	return !slices.ContainsFunc(paths(l), func(p string) bool { return !strings.HasPrefix(p, under) })
}

func writeSample(ctx context.Context, dir string, l lang.Lang) error {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	_, err := sample.Small(l).Write(ctx, dir)
	return err
}
