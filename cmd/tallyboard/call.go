package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"tallyboard/internal/fault"
	"tallyboard/internal/ingest"
	"tallyboard/internal/lang"
	"tallyboard/internal/logbook/sample"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
	"tallyboard/internal/session"
)

var errHelp = pflag.ErrHelp

// call is one use of a sub-command: its flags and its files.
type call struct {
	flags          *pflag.FlagSet
	stdout, stderr io.Writer
	lang           lang.Lang

	common struct {
		sheet, password, lang string
		header                int
		kinds, roles          []string
		trace                 bool
	}
	sub subFlags
}

// subFlags are the flags of single sub-commands.
type subFlags struct {
	json                       bool
	rows, cols, values, where  []string
	orders, first              []string
	show, sort, format, period string
	top                        int
	desc, fillTime             bool
	topCols                    int
	out, set                   []string
	compare, rules             string
	sampleRows                 int
	seed                       uint64
	print                      printFlags
}

func newCall(name string, stdout, stderr io.Writer, l lang.Lang) *call {
	c := &call{flags: pflag.NewFlagSet(name, pflag.ContinueOnError), stdout: stdout, stderr: stderr, lang: l}
	c.flags.SetOutput(io.Discard)
	f, o := c.flags, &c.common
	f.StringVar(&o.sheet, "sheet", "", "")
	f.IntVar(&o.header, "header", 0, "")
	f.StringArrayVar(&o.kinds, "kind", nil, "")
	f.StringArrayVar(&o.roles, "role", nil, "")
	f.StringVar(&o.password, "password", "", "")
	f.StringVar(&o.lang, "lang", "", "")
	f.BoolVar(&o.trace, "trace", false, "")
	return c
}

// parse reads the command line of the sub-command.
func (c *call) parse(name string, args []string) error {
	f, s := c.flags, &c.sub
	switch name {
	case "inspect":
		f.BoolVar(&s.json, "json", false, "")
	case "pivot":
		f.StringArrayVar(&s.rows, "rows", nil, "")
		f.StringArrayVar(&s.cols, "cols", nil, "")
		f.StringArrayVar(&s.values, "value", nil, "")
		f.StringArrayVar(&s.where, "where", nil, "")
		f.StringVar(&s.show, "show", "", "")
		f.IntVar(&s.top, "top", 0, "")
		f.StringVar(&s.sort, "sort", "", "")
		f.BoolVar(&s.desc, "desc", false, "")
		f.StringArrayVar(&s.orders, "order", nil, "")
		f.StringArrayVar(&s.first, "first", nil, "")
		f.StringVar(&s.format, "format", "table", "")
		f.StringVar(&s.period, "period", "", "")
		f.BoolVar(&s.fillTime, "fill-time", false, "")
		f.IntVar(&s.topCols, "top-cols", 0, "")
		f.StringArrayVar(&s.set, "set", nil, "")
		f.StringVar(&s.rules, "rules", "", "")
		var err error
		if args, err = undrawn(args); err != nil {
			return err
		}
	case "report":
		f.StringArrayVarP(&s.out, "out", "o", nil, "")
		f.StringVar(&s.period, "period", "", "")
		f.StringVar(&s.compare, "compare", "", "")
		f.StringArrayVar(&s.set, "set", nil, "")
		f.StringVar(&s.rules, "rules", "", "")
		s.print.register(f)
	case "sample":
		f.StringArrayVarP(&s.out, "out", "o", nil, "")
		f.IntVar(&s.sampleRows, "rows", 0, "")
		f.Uint64Var(&s.seed, "seed", sample.SmallSeed, "")
		f.StringVar(&s.format, "format", "xlsx", "")
	case "template":
		f.StringArrayVarP(&s.out, "out", "o", nil, "")
	}
	if err := f.Parse(args); err != nil {
		return err
	}
	if c.common.lang != "" {
		l, ok := lang.Parse(c.common.lang)
		if !ok {
			return fmt.Errorf("--lang %s: zh | en", c.common.lang)
		}
		c.lang = l
	}
	if s.top < 0 {
		return errors.New(c.lang.T("cli.bad.top", s.top))
	}
	if c.common.trace {
		session.TraceTo = c.stderr
	}
	return nil
}

func (c *call) usage(w io.Writer) {
	name := c.flags.Name()
	fmt.Fprintf(w, "%s\n    %s\n\n", c.lang.T("cli."+name+".usage"), c.lang.T("cli."+name))
	choices(w, name, c.lang)
	fmt.Fprintln(w, c.lang.T("cli.help.common"))
}

// options are the ingest options of the common flags.
func (c *call) options() (ingest.Options, error) {
	o := ingest.Options{Sheet: c.common.sheet, Header: c.common.header, Password: c.common.password}
	for _, k := range c.common.kinds {
		kind, file, named := strings.Cut(k, ":")
		if !logkind.Kind(kind).Valid() {
			return o, usageError{c.lang.T("cli.unknown.kind", kind)}
		}
		if !named {
			o.Kind = logkind.Kind(kind)
			continue
		}
		if o.Kinds == nil {
			o.Kinds = map[string]logkind.Kind{}
		}
		o.Kinds[file] = logkind.Kind(kind)
	}
	for _, r := range c.common.roles {
		role, header, ok := strings.Cut(r, "=")
		if !ok {
			return o, usageError{c.lang.T("cli.bad.role", r)}
		}
		if logkind.Role(role).Info() == nil {
			return o, usageError{c.lang.T("cli.unknown.role", role, strings.Join(roleNames(), " "))}
		}
		if o.Roles == nil {
			o.Roles = logkind.Roles{}
		}
		o.Roles[logkind.Role(role)] = header
	}
	return o, nil
}

// load reads the files of the command line. A file among several that cannot
// be read is told and passed over; where none is left, that is the error.
func (c *call) load(ctx context.Context, files []string) ([]*ingest.Log, error) {
	if len(files) == 0 {
		return nil, usageError{c.lang.T("cli.nofile")}
	}
	o, err := c.options()
	if err != nil {
		return nil, err
	}
	got, err := session.Load(ctx, files, o)
	if err != nil {
		return nil, err
	}
	if len(got.Logs) == 0 && len(got.Failures) > 0 {
		return nil, got.Failures[0].Err
	}
	for _, f := range got.Failures {
		fmt.Fprintln(c.stderr, fault.Say(f.Err, c.lang))
	}
	if len(got.Logs) == 0 {
		return nil, fault.New("cli.nothing", strings.Join(files, ", "))
	}
	return got.Logs, has(got.Logs, o.Roles)
}

// has checks that the columns which were given roles stand in one of the logs.
func has(logs []*ingest.Log, roles logkind.Roles) error {
	for _, role := range slices.Sorted(maps.Keys(roles)) {
		header := roles[role]
		if header == "" || slices.ContainsFunc(logs, func(l *ingest.Log) bool { return l.Table.Column(header) != nil }) {
			continue
		}
		return fault.New("pivot.column", header, strings.Join(pivot.Closest(logs[0].Table, header, 3), " | "))
	}
	return nil
}

func roleNames() []string {
	var out []string
	for _, r := range logkind.RoleCatalogue {
		out = append(out, string(r.Role))
	}
	return out
}

// warn tells what is not right with the data; it does not change the status.
func (c *call) warn(logs []*ingest.Log) {
	for _, l := range logs {
		for _, w := range grouped(l.Warnings) {
			fmt.Fprintln(c.stderr, w.text(c.lang))
		}
	}
}

func plain(logs []*ingest.Log) []*logkind.Log {
	out := make([]*logkind.Log, len(logs))
	for i, l := range logs {
		out[i] = &l.Log
	}
	return out
}
