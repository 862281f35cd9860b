package session

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"tallyboard/internal/derive"
	"tallyboard/internal/display"
	"tallyboard/internal/document"
	"tallyboard/internal/fault"
	"tallyboard/internal/lang"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
	"tallyboard/internal/table"
	"tallyboard/internal/task"
)

// Rows is the rows behind one figure, as they are looked at.
type Rows struct {
	Title string
	Log   *logkind.Log
	Front []string // headers of what the figure is made of
	Index []int    // rows of Log.Table, ascending
	Look  RowsLook
	Shown []int // Index searched and sorted
}

// RowsLook is how rows are looked at.
type RowsLook struct {
	Word string // only rows with it in some cell; "" all
	Sort string // header; "" is the order of the files
	Desc bool
}

// Rows gives the rows that were last asked for, nil before that.
func (s *Session) Rows() *Rows { return s.rows }

// ShowBehind finds the rows behind a cell of the current result.
func (s *Session) ShowBehind(title string, row, col []pivot.Label) {
	x, ok := s.subject()
	if !ok {
		return
	}
	spec := s.View().Spec
	s.findRows(title, spec, func(ctx context.Context, p *task.Progress) (*logkind.Log, []int, error) {
		log, err := x.with(ctx, p, spec.Columns())
		if err != nil {
			return nil, nil, err
		}
		index, err := s.engine.Behind(ctx, log, spec, row, col)
		return log, index, err
	})
}

// ShowRef finds the rows behind a figure of a report. Figures may stand on
// derived columns; those are derived here too.
func (s *Session) ShowRef(title string, ref *document.Ref) {
	logs, spec := s.plainLogs(), pivot.Spec{Where: ref.Where}
	at := slices.IndexFunc(logs, func(l *logkind.Log) bool { return l.Name == ref.Log })
	if at < 0 {
		s.note(fault.New("session.logclosed", ref.Log))
		return
	}
	x := subject{logs[at], s.report.derived.Deriver(logs, s.deriveParams(), s.Lang()), at, s.Lang()}
	s.findRows(title, spec, func(ctx context.Context, p *task.Progress) (*logkind.Log, []int, error) {
		log, err := x.with(ctx, p, spec.Columns())
		if err != nil {
			return nil, nil, err
		}
		index, err := s.engine.Behind(ctx, log, spec, nil, nil)
		return log, index, err
	})
}

// Study looks at a figure of a report in its view, which can be undone; ok is
// false where it has none, or its log is closed.
func (s *Session) Study(ref *document.Ref) (ok bool) {
	if ref.View == nil {
		return false
	}
	at := slices.IndexFunc(s.plainLogs(), func(l *logkind.Log) bool { return l.Name == ref.Log })
	if at < 0 {
		return false
	}
	s.SetCurrent(at)
	s.SetView(func(v *View) { *v = View{Spec: cloneSpec(*ref.View)} })
	return true
}

// deriveParams are the shop's numbers with those of the current report.
func (s *Session) deriveParams() derive.Params {
	p := s.rules.For(cmp.Or(s.report.choice.Params["shop"], s.prefs.Shop)).Params.Derive()
	for k, v := range s.report.choice.Params {
		p.Set(k, v)
	}
	return p
}

// ShowAll shows all rows of the current log.
func (s *Session) ShowAll() {
	l := s.log()
	if l == nil {
		return
	}
	log := &l.Log.Log
	s.findRows(log.Name, pivot.Spec{}, func(context.Context, *task.Progress) (*logkind.Log, []int, error) {
		return log, allRows(log.Table.Rows), nil
	})
}

func (s *Session) findRows(title string, spec pivot.Spec, find func(context.Context, *task.Progress) (*logkind.Log, []int, error)) {
	task.Start(s.runner, "rows", s.T("session.computing"), func(ctx context.Context, p *task.Progress) (*Rows, error) {
		log, index, err := find(ctx, p)
		if err != nil {
			return nil, err
		}
		return &Rows{Title: title, Log: log, Front: fronts(log, spec.Columns()), Index: index, Shown: index}, nil
	}, func(r *Rows, err error) {
		if err != nil {
			s.note(err)
			return
		}
		s.rows = r
		s.emit(RowsChanged)
	})
}

// LookAtRows searches and sorts the rows in the background.
func (s *Session) LookAtRows(change func(*RowsLook)) {
	was := s.rows
	if was == nil {
		return
	}
	next := *was
	change(&next.Look)
	lg := s.Lang()
	task.Start(s.runner, "rows", s.T("session.searching"), func(ctx context.Context, _ *task.Progress) (*Rows, error) {
		var err error
		next.Shown, err = search(ctx, next.Log.Table, next.Index, next.Look.Word, lg)
		if c := next.Log.Table.Column(next.Look.Sort); c != nil && err == nil {
			next.Shown = sorted(c, next.Shown, next.Look.Desc)
		}
		return &next, err
	}, func(r *Rows, err error) {
		if err == nil {
			s.rows = r
			s.emit(RowsFiltered)
		}
	})
}

func allRows(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

// search keeps the rows with word in some cell, letter case aside. Words of a
// dictionary are looked at once each.
func search(ctx context.Context, t *table.Table, rows []int, word string, l lang.Lang) ([]int, error) {
	if word == "" {
		return rows, nil
	}
	word = strings.ToLower(word)
	hit := make([][]bool, len(t.Cols))
	for i, c := range t.Cols {
		if !c.Type.Coded() {
			continue
		}
		hit[i] = make([]bool, c.Dict.Len()+1)
		for code := 1; code <= c.Dict.Len(); code++ {
			hit[i][code] = strings.Contains(strings.ToLower(c.Dict.At(uint32(code))), word)
		}
	}
	var out []int
	for n, r := range rows {
		if n%4096 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		for i, c := range t.Cols {
			if hit[i] != nil && hit[i][c.Codes[r]] || hit[i] == nil && strings.Contains(strings.ToLower(display.Cell(c, r, l)), word) {
				out = append(out, r)
				break
			}
		}
	}
	return out, nil
}

// sorted orders rows by a column, blanks last, equals in the order they stood.
func sorted(c *table.Column, rows []int, desc bool) []int {
	out := slices.Clone(rows)
	sign := 1
	if desc {
		sign = -1
	}
	compare := func(a, b int) int { return sign * cmp.Compare(c.Nums[a], c.Nums[b]) }
	if c.Type.Coded() {
		rank := ranks(c.Dict)
		compare = func(a, b int) int { return sign * (rank[c.Codes[a]] - rank[c.Codes[b]]) }
	}
	slices.SortStableFunc(out, func(a, b int) int {
		if x, y := c.Blank(a), c.Blank(b); x || y {
			return cmp.Compare(toInt(x), toInt(y))
		}
		return compare(a, b)
	})
	return out
}

// ranks is the place of each code in the order of its words.
func ranks(d *table.Dict) []int {
	codes := make([]uint32, d.Len())
	for i := range codes {
		codes[i] = uint32(i + 1)
	}
	slices.SortFunc(codes, func(a, b uint32) int { return strings.Compare(d.At(a), d.At(b)) })
	out := make([]int, d.Len()+1)
	for i, c := range codes {
		out[c] = i
	}
	return out
}

func toInt(b bool) int {
	if b {
		return 1
	}
	return 0
}
