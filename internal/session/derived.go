package session

import (
	"context"
	"maps"
	"slices"

	"tallyboard/internal/derive"
	"tallyboard/internal/fault"
	"tallyboard/internal/kpi"
	"tallyboard/internal/lang"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
	"tallyboard/internal/table"
	"tallyboard/internal/task"
)

// Extra is a column that can be worked out from the others. It is made when
// something first asks for it, in the background.
type Extra struct {
	ID   string // @role, as views write it
	Name string
	Help string // its definition, with the shop's numbers
	Type table.Type
}

// Extras lists what can be worked out for the current log from it and the logs
// beside it.
func (s *Session) Extras() []Extra {
	l := s.log()
	if l == nil {
		return nil
	}
	var out []Extra
	for _, c := range derive.Offers(&l.Log.Log, s.plainLogs()) {
		if !c.Step {
			out = append(out, Extra{kpi.At(c.Role), derive.Title(c.Role, s.Lang()), derive.Help(c.Role, s.rules.For(s.prefs.Shop).Params.Derive(), s.Lang()), c.Type})
		}
	}
	return out
}

// Metric is a KPI as a ready-made value of a view.
type Metric struct {
	ID, Name, Formula, Help string
	Value                   pivot.Value // under its name
}

// Metrics lists the KPIs that the current log allows, those included that stand
// on columns that can be worked out.
func (s *Session) Metrics() []Metric {
	log := s.outlook()
	if log == nil {
		return nil
	}
	var out []Metric
	for _, k := range kpi.Of(log) {
		if !k.Ready(log) {
			continue
		}
		text := func(part string) string { return s.T(k.Key(s.Lang(), log.Kind, part)) }
		m := Metric{k.ID, text(""), text("formula"), text("help"), k.On(log)}
		m.Value.Name = m.Name
		out = append(out, m)
	}
	return out
}

// deriver makes the columns of views: the one of the last report where its logs
// and definitions are the same, so that nothing is made twice, else one of its
// own.
func (s *Session) deriver() *derive.Deriver {
	logs, params, l := s.plainLogs(), s.rules.For(s.prefs.Shop).Params.Derive(), s.Lang()
	if d := s.report.derived.Kept(logs, params, l); d != nil {
		s.worked.keep.Drop()
		return d
	}
	return s.worked.keep.Deriver(logs, params, l)
}

// outlook is the current log as it would be with everything worked out.
func (s *Session) outlook() *logkind.Log {
	x, ok := s.subject()
	if !ok {
		return nil
	}
	now := x.d.Logs()[x.at]
	if w := &s.worked; w.now != now {
		w.now, w.ahead = now, derive.Outlook(now, x.d.Logs(), s.Lang())
	}
	return s.worked.ahead
}

// workedOut is what is kept of derived columns.
type workedOut struct {
	keep       derive.Keep  // the columns of views, where no report has made them
	now, ahead *logkind.Log // an outlook, and what it was made from
	on         *logkind.Log // the log of the current result, with the columns that it needed
}

// subject is a log that is asked about, with what makes its derived columns.
type subject struct {
	log  *logkind.Log // as it was read
	d    *derive.Deriver
	at   int // its place among the deriver's logs
	lang lang.Lang
}

// subject is the current log; ok is false where none is open.
func (s *Session) subject() (x subject, ok bool) {
	l := s.log()
	if l == nil {
		return x, false
	}
	return subject{&l.Log.Log, s.deriver(), s.current, s.Lang()}, true
}

// with is the log with those of the named columns that can be worked out; what
// is not there yet is made. The fault is "derive.none" where that comes to
// nothing, and "derive.unfit" where the logs lack what it is made from.
func (x subject) with(ctx context.Context, p *task.Progress, names []string) (*logkind.Log, error) {
	var roles []logkind.Role
	for _, name := range names {
		if x.log.Find(name) != nil {
			continue
		}
		if c, ok := derive.Find(name, x.lang); ok && !slices.Contains(roles, c.Role) {
			roles = append(roles, c.Role)
		}
	}
	if len(roles) == 0 {
		return x.log, nil
	}
	if !x.d.Logs()[x.at].Has(roles...) {
		if err := x.d.NeedOn(ctx, x.at, p.Set, roles...); err != nil {
			return nil, err
		}
	}
	made, out := x.d.Logs()[x.at], *x.log
	out.Roles = maps.Clone(x.log.Roles)
	if out.Roles == nil {
		out.Roles = logkind.Roles{}
	}
	for _, r := range roles {
		c := made.Col(r)
		if c == nil {
			code := "derive.unfit"
			if slices.ContainsFunc(derive.Offers(x.log, x.d.Logs()), func(c derive.Derived) bool { return c.Role == r }) {
				code = "derive.none"
			}
			return nil, fault.New(code, derive.Title(r, x.lang))
		}
		out.Table = out.Table.With(c)
		out.Roles[r] = c.Name
	}
	return &out, nil
}

// WithDerived is logs[at] with those of the named columns that can be worked out
// from the logs.
func WithDerived(ctx context.Context, logs []*logkind.Log, at int, names []string, p derive.Params, l lang.Lang) (*logkind.Log, error) {
	return subject{logs[at], derive.New(logs, p, l), at, l}.with(ctx, nil, names)
}

// fronts are the headers of the named columns, each once: what a figure is made
// of is read first.
func fronts(log *logkind.Log, names []string) []string {
	var out []string
	for _, name := range names {
		if c := log.Find(name); c != nil && !slices.Contains(out, c.Name) {
			out = append(out, c.Name)
		}
	}
	return out
}
