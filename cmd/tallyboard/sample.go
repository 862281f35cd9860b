package main

import (
	"context"
	"fmt"
	"os"

	"tallyboard/internal/lang"
	"tallyboard/internal/logbook/sample"
)

// sampleCmd writes the sample shop's logs.
func sampleCmd(ctx context.Context, c *call) error {
	if len(c.sub.out) != 1 {
		return usageError{c.lang.T("cli.noout")}
	}
	dir := c.sub.out[0]
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	l := c.lang
	if c.common.lang == "" {
		l = lang.ZH // the shop is a Chinese one
	}
	rows := c.sub.sampleRows
	if rows == 0 {
		rows = sample.SmallRows
	}
	shop := sample.Generate(c.sub.seed, rows, l)
	write := shop.Write
	if c.sub.format == "csv" {
		write = shop.WriteCSV
	}
	files, err := write(ctx, dir)
	for _, f := range files {
		fmt.Fprintln(c.stdout, f)
	}
	return err
}
