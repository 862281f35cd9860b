package main

import (
	"context"
	"io"
	"strings"

	"tallyboard/internal/atomicfile"
	"tallyboard/internal/logbook"
	"tallyboard/internal/logkind"
)

// templateCmd writes a fresh log workbook of a kind.
func templateCmd(ctx context.Context, c *call) error {
	args := c.flags.Args()
	if len(args) != 1 || !logkind.Kind(args[0]).Valid() {
		var kinds []string
		for _, k := range logbook.Kinds() {
			kinds = append(kinds, string(k))
		}
		return usageError{c.lang.T("cli.whichkind", strings.Join(kinds, " "))}
	}
	if len(c.sub.out) != 1 {
		return usageError{c.lang.T("cli.noout")}
	}
	return atomicfile.Write(c.sub.out[0], func(w io.Writer) error {
		return logbook.Write(ctx, w, logbook.Options{Kind: logkind.Kind(args[0]), Lang: c.lang})
	})
}
