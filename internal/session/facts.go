package session

import (
	"context"
	"math"
	"slices"

	"tallyboard/internal/kpi"
	"tallyboard/internal/logkind"
	"tallyboard/internal/place"
	"tallyboard/internal/table"
	"tallyboard/internal/task"
)

// Facts are what a dropdown tells of a column before it is chosen.
type Facts struct {
	Distinct int
	Blanks   int
	Min, Max float64   // NaN for words
	Spread   []float64 // a small picture of how the values are spread
	Places   bool      // most words name a place in China
}

// facts are the Facts of the columns of a log, as far as they are known.
type facts struct {
	of   map[string]Facts         // by header, and by @role of derived columns
	from map[string]*table.Column // what they were found of
}

// known gives the facts of a column where they were found of it as it is.
func (f *facts) known(name string, c *table.Column) (Facts, bool) {
	if f.from[name] != c {
		return Facts{}, false
	}
	v, ok := f.of[name]
	return v, ok
}

// told are columns by the names under which facts are kept of them: those of
// the file, and those that were worked out so far.
func (x subject) told() map[string]*table.Column {
	out := map[string]*table.Column{}
	for _, c := range x.log.Table.Cols {
		out[c.Name] = c
	}
	made := x.d.Logs()[x.at]
	for r, h := range made.Roles {
		if c := made.Table.Column(h); c != nil && x.log.Find(kpi.At(r)) == nil {
			out[kpi.At(r)] = c
		}
	}
	return out
}

// ColumnFacts finds the facts of the columns of the current log, those that were
// worked out so far included, in the background, and hands them to done by
// header or @role. They are found once.
func (s *Session) ColumnFacts(done func(map[string]Facts)) {
	x, ok := s.subject()
	if !ok {
		return
	}
	l, told := s.log(), x.told()
	missing := map[string]*table.Column{}
	for name, c := range told {
		if _, ok := l.facts.known(name, c); !ok {
			missing[name] = c
		}
	}
	if len(missing) == 0 {
		done(l.facts.of)
		return
	}
	task.Start(s.runner, "sketch", s.T("session.computing"), func(ctx context.Context, _ *task.Progress) (map[string]Facts, error) {
		return factsOf(ctx, missing)
	}, func(found map[string]Facts, err error) {
		if err == nil {
			l.facts.put(found, missing)
			done(l.facts.of)
		}
	})
}

// Prepare works a derived column out and finds its facts, both in the
// background, and then calls done; at once where that was done before. Of other
// columns it calls done at once.
func (s *Session) Prepare(name string, done func(Facts)) {
	x, ok := s.subject()
	if !ok {
		return
	}
	l := s.log()
	if made := x.d.Logs()[x.at].Find(name); made != nil {
		if f, ok := l.facts.known(name, made); ok || x.log.Find(name) != nil {
			done(f)
			return
		}
	}
	task.Start(s.runner, "prepare", s.T("session.computing"), func(ctx context.Context, p *task.Progress) (*logkind.Log, error) {
		log, err := x.with(ctx, p, []string{name})
		if err == nil {
			err = ctx.Err()
		}
		return log, err
	}, func(log *logkind.Log, err error) {
		if err != nil {
			s.note(err)
			return
		}
		c := log.Find(name)
		task.Start(s.runner, "prepare", s.T("session.computing"), func(ctx context.Context, _ *task.Progress) (map[string]Facts, error) {
			return factsOf(ctx, map[string]*table.Column{name: c})
		}, func(found map[string]Facts, err error) {
			if err == nil {
				l.facts.put(found, map[string]*table.Column{name: c})
				done(found[name])
			}
		})
	})
}

func (f *facts) put(found map[string]Facts, of map[string]*table.Column) {
	if f.of == nil {
		f.of, f.from = map[string]Facts{}, map[string]*table.Column{}
	}
	for name, v := range found {
		f.of[name], f.from[name] = v, of[name]
	}
}

func factsOf(ctx context.Context, cols map[string]*table.Column) (map[string]Facts, error) {
	out := map[string]Facts{}
	for name, c := range cols {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		f := Facts{Min: math.NaN(), Max: math.NaN(), Spread: sketch(c, max(1, c.Len()/sketchRows)), Places: places(c)}
		if name[0] == '@' { // of the others the load knows it
			f.count(c)
		}
		out[name] = f
	}
	return out, nil
}

// count finds how many different values a column has, and its ends.
func (f *Facts) count(c *table.Column) {
	if c.Type.Coded() {
		seen := make([]bool, c.Dict.Len()+1)
		for _, code := range c.Codes {
			seen[code] = true
			if code == 0 {
				f.Blanks++
			}
		}
		for _, on := range seen[1:] {
			if on {
				f.Distinct++
			}
		}
		return
	}
	nums := make([]float64, 0, len(c.Nums))
	for _, v := range c.Nums {
		if v == v {
			nums = append(nums, v)
		}
	}
	f.Blanks = len(c.Nums) - len(nums)
	slices.Sort(nums)
	f.Distinct = len(slices.Compact(nums))
	if f.Distinct > 0 {
		f.Min, f.Max = nums[0], nums[f.Distinct-1]
	}
}

// placeWords is how many words of a column are looked at for places.
const placeWords = 500

// places reports whether more than half of the words of a column name a
// province or what lies in one.
func places(c *table.Column) bool {
	if c.Type != table.Text || c.Dict.Len() == 0 {
		return false
	}
	seen, named := 0, 0
	for code := 1; code <= c.Dict.Len(); code += max(1, c.Dict.Len()/placeWords) {
		seen++
		if place.Province(c.Dict.At(uint32(code))) != "" {
			named++
		}
	}
	return named*2 > seen
}
