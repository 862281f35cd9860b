package main

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"tallyboard/internal/derive"
	"tallyboard/internal/ingest"
	"tallyboard/internal/lang"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
	"tallyboard/internal/render/pivottext"
	"tallyboard/internal/rules"
	"tallyboard/internal/session"
)

// pivotCmd counts, and prints what it comes to.
func pivotCmd(ctx context.Context, c *call) error {
	spec, err := c.spec()
	if err != nil {
		return err
	}
	write, ok := pivottext.Formats[c.sub.format]
	if !ok {
		return usageError{c.lang.T("cli.unknown.format", c.sub.format)}
	}
	params, err := c.params()
	if err != nil {
		return err
	}
	logs, err := c.load(ctx, c.flags.Args())
	if err != nil {
		return err
	}
	plain := make([]*logkind.Log, len(logs))
	for i, l := range logs {
		plain[i] = &l.Log
	}
	log := bestFor(logs, plain, spec.Columns(), c.lang)
	c.warn([]*ingest.Log{log})
	full, err := session.WithDerived(ctx, plain, slices.Index(logs, log), spec.Columns(), params, c.lang)
	if err != nil {
		return err
	}
	c.defineWorkedOut(log, spec.Columns(), params)
	if n := len(logs); n > 1 {
		fmt.Fprintln(c.stderr, c.lang.T("cli.several", log.Name, n))
	}
	if c.sub.period != "" {
		where, said, err := session.PeriodFilter(&log.Log, c.sub.period, c.lang)
		if err != nil {
			return err
		}
		spec.Where = append(spec.Where, where...)
		fmt.Fprintln(c.stderr, said)
	}
	start := time.Now()
	result, err := pivot.Memory().Run(ctx, full, spec)
	if err != nil {
		return err
	}
	session.Trace("pivot", start, log.Table.Rows)
	for _, w := range result.Warnings {
		fmt.Fprintln(c.stderr, w.Why(c.lang))
	}
	return write(c.stdout, result, c.lang)
}

// params are the numbers by which columns are worked out: the usual ones, those
// of --rules over them, and of --set over these.
func (c *call) params() (derive.Params, error) {
	var own *rules.Rules
	if c.sub.rules != "" {
		var err error
		if own, err = rulesFrom(c.sub.rules); err != nil {
			return derive.Params{}, err
		}
	}
	p := own.For(own.Clone().Name).Params.Derive()
	for _, s := range c.sub.set {
		name, value, ok := strings.Cut(s, "=")
		if !ok || !slices.Contains(derive.ParamNames, name) || !p.Set(name, value) {
			return p, usageError{c.lang.T("cli.bad.define", s, strings.Join(derive.ParamNames, " "))}
		}
	}
	return p, nil
}

// defineWorkedOut says by which definition, with which numbers, each column was
// worked out: the window may count by the shop's own.
func (c *call) defineWorkedOut(log *ingest.Log, names []string, p derive.Params) {
	var said []logkind.Role
	for _, name := range names {
		if d, ok := derive.Find(name, c.lang); ok && log.Find(name) == nil && !slices.Contains(said, d.Role) {
			said = append(said, d.Role)
			fmt.Fprintln(c.stderr, c.lang.T("cli.defined", derive.Title(d.Role, c.lang), derive.Help(d.Role, p, c.lang)))
		}
	}
}

// undrawn takes off the flags that say how the window draws a view, so that the
// text of a view copied there can stand on the command line.
func undrawn(args []string) ([]string, error) {
	var out []string
	var v session.View
	for i := 0; i < len(args); i++ {
		name, flag := strings.CutPrefix(args[i], "--")
		name, value, inline := strings.Cut(name, "=")
		if !inline && i+1 < len(args) {
			value = args[i+1]
		}
		known := false
		if flag {
			var err error
			if known, err = v.Set(name, value); err != nil {
				return nil, err
			}
		}
		switch {
		case !known:
			out = append(out, args[i])
		case !inline:
			i++
		}
	}
	return out, nil
}

// spec reads the pivot from the flags.
func (c *call) spec() (pivot.Spec, error) {
	s := c.sub
	p := pivot.Spec{Show: pivot.Show(s.show), Top: s.top, SortBy: s.sort, Desc: s.desc, TopCols: max(s.topCols, 0), FillTime: s.fillTime}
	if !slices.Contains(pivot.Shows, p.Show) {
		return p, usageError{c.lang.T("cli.unknown.show", s.show)}
	}
	for _, list := range []struct {
		from []string
		to   *[]pivot.Dim
	}{{s.rows, &p.Rows}, {s.cols, &p.Cols}} {
		for _, text := range list.from {
			d, err := pivot.ParseDim(text)
			if err != nil {
				return p, err
			}
			*list.to = append(*list.to, d)
		}
	}
	for _, text := range s.values {
		v, err := pivot.ParseValue(text)
		if err != nil {
			return p, err
		}
		p.Values = append(p.Values, v)
	}
	for _, text := range s.where {
		f, err := pivot.ParseFilter(text)
		if err != nil {
			return p, err
		}
		p.Where = append(p.Where, f)
	}
	for _, list := range []struct {
		name  string
		texts []string
	}{{"first", s.first}, {"order", s.orders}} {
		for _, text := range list.texts {
			if err := p.Set(list.name, text); err != nil {
				return p, err
			}
		}
	}
	return p, p.Check()
}

// bestFor is the log that knows most of the columns, those included that can be
// worked out, the largest of equals.
func bestFor(logs []*ingest.Log, plain []*logkind.Log, names []string, l lang.Lang) *ingest.Log {
	score := func(g *ingest.Log) (n int) {
		offers := derive.Offers(&g.Log, plain)
		for _, name := range names {
			c, ok := derive.Find(name, l)
			if g.Find(name) != nil || ok && slices.ContainsFunc(offers, func(o derive.Derived) bool { return o.Role == c.Role }) {
				n++
			}
		}
		return n
	}
	return slices.MaxFunc(logs, func(a, b *ingest.Log) int {
		if x, y := score(a), score(b); x != y {
			return x - y
		}
		return a.Table.Rows - b.Table.Rows
	})
}
