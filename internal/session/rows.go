package session

import (
	"context"

	"tallyboard/internal/document"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
	"tallyboard/internal/task"
)

// Rows is the rows behind one figure.
type Rows struct {
	Title string
	Log   *logkind.Log
	Index []int // rows of Log.Table, ascending
}

// Rows gives the rows that were last asked for.
func (s *Session) Rows() (*Rows, error) { return s.rows.value, s.rows.err }

// ShowBehind finds the rows behind a cell of the current result.
func (s *Session) ShowBehind(title string, row, col []pivot.Label) {
	l := s.log()
	if l == nil {
		return
	}
	log, spec := &l.Log.Log, l.view.now().Spec
	s.findRows(title, log, func(ctx context.Context) ([]int, error) {
		return s.engine.Behind(ctx, log, spec, row, col)
	})
}

// ShowRef finds the rows behind a figure of a report.
func (s *Session) ShowRef(title string, ref *document.Ref) {
	for _, l := range s.logs {
		if l.Name != ref.Log {
			continue
		}
		log := &l.Log.Log
		s.findRows(title, log, func(ctx context.Context) ([]int, error) {
			return s.engine.Behind(ctx, log, pivot.Spec{Where: ref.Where}, nil, nil)
		})
		return
	}
}

// ShowAll shows all rows of the current log.
func (s *Session) ShowAll() { s.ShowBehind("", nil, nil) }

func (s *Session) findRows(title string, log *logkind.Log, find func(context.Context) ([]int, error)) {
	task.Start(s.runner, "rows", s.T("session.computing"), func(ctx context.Context, _ *task.Progress) (*Rows, error) {
		index, err := find(ctx)
		return &Rows{title, log, index}, err
	}, func(r *Rows, err error) {
		s.rows = outcome[*Rows]{r, err}
		s.note(err)
		s.emit(RowsChanged)
	})
}
