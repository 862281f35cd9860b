package ingest

import (
	"context"
	"path/filepath"
	"runtime"
	"strings"

	"golang.org/x/sync/errgroup"

	"tallyboard/internal/fault"
	"tallyboard/internal/logkind"
	"tallyboard/internal/table"
	"tallyboard/internal/task"
)

// buildLog makes one log of blocks of one layout.
func buildLog(ctx context.Context, blocks []*block, o Options) (*Log, error) {
	names, cols := columns(blocks)
	if len(blocks) > 1 && !o.KeepDups {
		dropDuplicates(blocks, names, cols, func() bool { return ctx.Err() != nil })
	}
	remembered, change := o.remembered(names)
	log := &Log{Remembered: remembered != nil, Changed: change}
	out, found, told, err := buildColumns(ctx, blocks, names, cols, o, remembered)
	if err != nil {
		return nil, err
	}
	if !o.KeepDups && o.Preview == 0 && dropRepeated(blocks, names, cols, found) {
		return buildLog(ctx, blocks, o) // what is left may be read otherwise; none stands twice now
	}
	log.Table = assemble(blocks, out)
	log.Columns = found
	task.Together(2, func(i int) {
		if i == 0 {
			warnRepeated(blocks, cols, found)
		} else {
			log.understand(blocks, o, remembered)
		}
	})
	for _, b := range blocks {
		log.Warnings.Merge(b.warnings)
		log.Left.Merge(b.gone)
		log.Files = append(log.Files, b.file)
	}
	for i, list := range told {
		log.Warnings.Merge(list)
		log.warnLayout(blocks, cols[i])
	}
	log.tellChange(blocks[0])
	log.Name = logName(blocks)
	log.joinDateAndClock(o.apart(remembered))
	log.addIgnored(blocks)
	log.periods(blocks)
	return log, nil
}

// buildColumns types and builds the columns of a log, several at a time: cols has
// their places in the grids of the blocks. told is what there is to say of each.
func buildColumns(ctx context.Context, blocks []*block, names []string, cols [][]int, o Options, remembered *Layout) (out []*table.Column, found []Column, told []fault.List, err error) {
	out, found, told = make([]*table.Column, len(names)), make([]Column, len(names)), make([]fault.List, len(names))
	stop := func() bool { return ctx.Err() != nil }
	group, gctx := errgroup.WithContext(ctx)
	workers := make(chan *scratch, runtime.GOMAXPROCS(0))
	for range cap(workers) {
		workers <- &scratch{}
	}
	for i, name := range names {
		build := func() error {
			space := <-workers
			defer func() { workers <- space }()
			if gctx.Err() != nil {
				return gctx.Err()
			}
			raw := gather(name, blocks, cols[i], space, stop)
			if err := o.stage(gctx); err != nil {
				return err
			}
			v := decide(raw, o.column(name, remembered))
			if err := o.stage(gctx); err != nil {
				return err
			}
			out[i] = raw.build(v)
			found[i] = profile(raw, out[i], v)
			told[i] = raw.warnings
			return o.stage(gctx)
		}
		group.Go(func() error { return task.Guard(build) })
	}
	return out, found, told, group.Wait()
}

// assemble puts columns and origins together.
func assemble(blocks []*block, cols []*table.Column) *table.Table {
	t := table.New(cols...)
	row := 0
	for k, b := range blocks {
		t.Sources = append(t.Sources, b.source())
		for _, s := range b.rows {
			last := -1
			for r := s.first; r < s.end; r++ {
				if no := int(b.grid.RowNo[r]); no != last+1 || r == s.first {
					t.Origin.Add(row, k, no)
				}
				last = int(b.grid.RowNo[r])
				row++
			}
		}
	}
	t.Rows = row
	return t
}

// warnLayout notes files that lack a column which others of the log have.
func (l *Log) warnLayout(blocks []*block, cols []int) {
	name := ""
	for k, c := range cols {
		if c >= 0 {
			name = blocks[k].names[c]
		}
	}
	for k, c := range cols {
		if c < 0 {
			w := blocks[k].place(fault.Warning{Kind: WarnLayout, Args: []any{name}}, -1, -1)
			w.Name = name
			l.Warnings.Add(w)
		}
	}
}

// logName names a log after its first file, or what the names of all have in
// common.
func logName(blocks []*block) string {
	name := baseName(blocks[0].file.Path)
	common := name
	for _, b := range blocks[1:] {
		other := baseName(b.file.Path)
		n := 0
		for n < len(common) && n < len(other) && common[n] == other[n] {
			n++
		}
		common = strings.ToValidUTF8(common[:n], "")
	}
	if common = strings.TrimRight(common, " -_.0123456789(（"); len([]rune(common)) >= 2 {
		return common
	}
	return name
}

func baseName(path string) string {
	base := filepath.Base(path)
	return strings.TrimSuffix(base, filepath.Ext(base))
}

// column gathers what was chosen for one column, now or earlier.
func (o Options) column(name string, l *Layout) columnOptions {
	var c columnOptions
	if l != nil {
		if t, ok := byName(l.Types, name); ok {
			c.typ = &t
		}
		c.order, _ = byName(l.DateOrders, name)
		c.unit, _ = byName(l.Units, name)
	}
	if t, ok := byName(o.Types, name); ok {
		c.typ = &t
	}
	if d, ok := byName(o.DateOrders, name); ok {
		c.order = d
	}
	if u, ok := byName(o.Units, name); ok {
		c.unit = u
	}
	return c
}

// byName looks up a header as people write it.
func byName[T any](m map[string]T, name string) (v T, ok bool) {
	if v, ok = m[name]; ok || len(m) == 0 {
		return v, ok
	}
	key := table.Fold(name)
	for n, v := range m {
		if table.Fold(n) == key {
			return v, true
		}
	}
	return v, false
}

// understand gives the log its kind and its columns their roles.
func (l *Log) understand(blocks []*block, o Options, kept *Layout) {
	given := blocks[0].kind
	if given == "" && kept != nil {
		given = kept.Kind
	}
	var names []string
	for _, b := range blocks {
		names = append(names, baseName(b.file.Path), b.file.Sheet)
	}
	cands, roles := logkind.Guess(l.Table, given, names...)
	l.Kinds, l.Kind = cands, cands[0].Kind
	l.Roles = logkind.Roles{}
	for i := range l.Columns {
		c := &l.Columns[i]
		if g, ok := roles[c.Name]; ok {
			c.Role, c.RoleReason, c.Confidence = g.Role, g.Reason, g.Confidence
			l.Roles[g.Role] = c.Name
		}
	}
	if kept != nil {
		l.choose(kept.Roles, "role.remembered")
	}
	l.choose(o.Roles, "role.chosen")
}

// choose gives roles to columns as a person chose. A role without a header is
// taken away.
func (l *Log) choose(roles logkind.Roles, why string) {
	for role, header := range roles {
		c := l.Table.Column(header)
		if header != "" && c == nil {
			continue
		}
		for i := range l.Columns {
			col := &l.Columns[i]
			switch {
			case c != nil && col.Name == c.Name:
				if col.Role != role {
					delete(l.Roles, col.Role)
				}
				col.Role, col.RoleReason, col.Confidence = role, logkind.Reason{Key: why}, 1
			case col.Role == role:
				col.Role, col.RoleReason, col.Confidence = "", logkind.Reason{}, 0
			}
		}
		if c == nil {
			delete(l.Roles, role)
		} else {
			l.Roles[role] = c.Name
		}
	}
}

// addIgnored lists the columns that are not in the table, behind the others.
func (l *Log) addIgnored(blocks []*block) {
	for _, b := range blocks {
		for _, c := range b.ignored {
			l.Columns = append(l.Columns, Column{Name: b.names[c], Ignored: true, Min: nan, Max: nan})
		}
	}
}

// periods fills in the first and last time of each file.
func (l *Log) periods(blocks []*block) {
	c := l.Col(logkind.Time)
	if c == nil || c.Type != table.Time {
		return
	}
	row := 0
	for k, b := range blocks {
		f := &l.Files[k]
		for _, v := range c.Nums[row : row+b.count] {
			if v == v {
				if !(f.From <= v) {
					f.From = v
				}
				if !(f.To >= v) {
					f.To = v
				}
			}
		}
		row += b.count
	}
}
