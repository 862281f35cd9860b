package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"tallyboard/internal/document"
	"tallyboard/internal/ingest"
	"tallyboard/internal/library"
	"tallyboard/internal/pivot"
	"tallyboard/internal/report"
	"tallyboard/internal/rules"
	"tallyboard/internal/session"
)

// reportCmd makes a report, writes it to files and prints it.
func reportCmd(ctx context.Context, c *call) error {
	args := c.flags.Args()
	if len(args) == 0 || !report.Known(args[0]) {
		ids := make([]string, len(report.Catalogue))
		for i, r := range report.Catalogue {
			ids[i] = r.ID
		}
		return usageError{c.lang.T("cli.whichreport", strings.Join(ids, " "))}
	}
	if len(c.sub.out) == 0 && !c.sub.print.wanted() {
		return usageError{c.lang.T("cli.noout")}
	}
	if err := c.sub.print.check(c.lang); err != nil {
		return err
	}
	choice := session.ReportChoice{ID: args[0], Period: c.sub.period, Compare: c.sub.compare, Params: map[string]string{}}
	for _, s := range c.sub.set {
		k, v, ok := strings.Cut(s, "=")
		if !ok {
			return usageError{c.lang.T("cli.bad.set", s)}
		}
		choice.Params[k] = v
	}
	if c.sub.rules != "" {
		r, err := rulesFrom(c.sub.rules)
		if err != nil {
			return err
		}
		choice.Rules = r
	}
	logs, err := c.load(ctx, args[1:])
	if err != nil {
		return err
	}
	c.warn(logs)
	doc, err := session.Report(ctx, choice.ID, session.InputFor(plain(logs), pivot.Memory(), c.lang, choice))
	if err != nil {
		return err
	}
	if doc, err = c.sub.print.take(doc); err != nil {
		return err
	}
	fmt.Fprintln(c.stdout, session.Headline(doc))
	for _, path := range c.sub.out {
		if err := c.save(ctx, path, doc, logs); err != nil {
			return err
		}
		if st, err := os.Stat(path); err == nil {
			fmt.Fprintln(c.stdout, c.lang.T("cli.written", path, st.Size()/1024+1))
		}
	}
	if c.sub.print.wanted() {
		return c.print(ctx, doc)
	}
	return nil
}

// ownRules is the word for the values that the window on this computer keeps.
const ownRules = "own"

func rulesFrom(path string) (*rules.Rules, error) {
	if path != ownRules {
		return library.ReadRules(path)
	}
	dir, err := library.Dir()
	if err != nil {
		return nil, err
	}
	lib, err := library.Open(dir)
	if err != nil {
		return nil, err
	}
	return session.OwnRules(lib)
}

// save writes a report to a file; a PDF is laid out for the paper of the flags.
func (c *call) save(ctx context.Context, path string, doc *document.Document, logs []*ingest.Log) error {
	if strings.EqualFold(filepath.Ext(path), ".pdf") {
		return session.SavePDF(ctx, path, doc, session.Pages(doc, c.sub.print.layout()))
	}
	return session.Export(ctx, path, doc, plain(logs))
}
