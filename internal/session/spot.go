package session

import (
	"context"
	"slices"

	"tallyboard/internal/ingest"
	"tallyboard/internal/task"
)

// Spot is a cell, or a row, in its file.
type Spot struct {
	Path, Sheet string
	Row, Col    int    // 1-based; Row 0 is the whole sheet, Col 0 the whole row
	Name        string // header of the column, where Col is not known
}

// Spot is the cell that was last asked for; the zero Spot before that.
func (s *Session) Spot() Spot { return s.spot }

// ShowSpot asks that a cell be shown where it stands in its file. The log that
// the file belongs to becomes the current one.
func (s *Session) ShowSpot(at Spot) {
	holds := func(l *logState) bool { return l != nil && slices.Contains(paths(l.Log), at.Path) }
	if !holds(s.log()) {
		i := slices.IndexFunc(s.logs, holds)
		if i < 0 {
			return
		}
		s.SetCurrent(i)
	}
	s.spot = at
	s.emit(SpotShown)
}

// Look reads the first rows of a file of the current log as they would be read
// under a choice; done is not called where a newer look was asked for.
func (s *Session) Look(path string, c ingest.FileOptions, done func(*ingest.Peek, error)) {
	s.look(path, c, done, func(ctx context.Context, o ingest.Options) (*ingest.Peek, error) {
		return ingest.PeekAt(ctx, path, o, lookRows)
	})
}

// LookAround reads the rows about a spot, as the current choices read them.
func (s *Session) LookAround(at Spot, done func(*ingest.Peek, error)) {
	c := s.Reading(at.Path)
	if at.Sheet != "" {
		c.Sheet = at.Sheet
	}
	s.look(at.Path, c, done, func(ctx context.Context, o ingest.Options) (*ingest.Peek, error) {
		return ingest.PeekAround(ctx, at.Path, o, max(1, at.Row), lookReach)
	})
}

// lookRows is how many rows a look at the top of a sheet shows, and lookReach
// how many on each side of a spot.
const lookRows, lookReach = 500, 500

func (s *Session) look(path string, c ingest.FileOptions, done func(*ingest.Peek, error), read func(context.Context, ingest.Options) (*ingest.Peek, error)) {
	l := s.log()
	if l == nil {
		return
	}
	o := l.choices
	o.PerFile = with(o.PerFile, path, c, true)
	o.Layouts = s.layout.Snapshot()
	task.Start(s.runner, "look", s.T("session.looking"), func(ctx context.Context, p *task.Progress) (*ingest.Peek, error) {
		o.Progress = p.Set
		return read(ctx, o)
	}, done)
}
