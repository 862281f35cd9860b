package session

import (
	"context"
	"time"

	"tallyboard/internal/ingest"
	"tallyboard/internal/task"
)

// Ahead is the first rows of the first large file of those that are being
// read; nil while nothing large is, or they are not there yet.
func (s *Session) Ahead() *ingest.Peek { return s.ahead }

// headRoom is how many rows above the data a look ahead allows for.
const headRoom = 10

// lookAhead shows the first rows of large files while all of them are read.
func (s *Session) lookAhead(files []string, o ingest.Options) {
	s.ahead = nil
	start := time.Now()
	task.Start(s.runner, "ahead", s.T("session.computing"), func(ctx context.Context, _ *task.Progress) (*ingest.Peek, error) {
		p := ingest.LookAhead(ctx, files, o, lookRows+headRoom)
		return p, ctx.Err()
	}, func(p *ingest.Peek, err error) {
		if err != nil || p == nil || len(s.loading) == 0 {
			return
		}
		Trace("ahead", start, len(p.Rows))
		s.ahead = p
		s.emit(RowsAhead)
	})
}

// loaded ends what Loading and Ahead tell.
func (s *Session) loaded() {
	s.loading, s.ahead = nil, nil
	s.runner.Cancel("ahead")
}
