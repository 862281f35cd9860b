package sample

import (
	"bufio"
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
)

// WriteCSV writes the sheet as CSV: UTF-8 with a byte order mark, so that
// Excel shows Chinese right.
func (s *Sheet) WriteCSV(ctx context.Context, path string) error {
	return replace(ctx, path, func(w io.Writer) error {
		buf := bufio.NewWriterSize(w, 1<<20)
		if _, err := buf.WriteString("\ufeff"); err != nil {
			return err
		}
		out := csv.NewWriter(buf)
		if err := s.lines(ctx, out.Write); err != nil {
			return err
		}
		out.Flush()
		if err := out.Error(); err != nil {
			return err
		}
		return buf.Flush()
	})
}

// lines gives title, header, rows and totals as text.
func (s *Sheet) lines(ctx context.Context, put func([]string) error) error {
	if s.Title != "" {
		if err := put([]string{s.Title}); err != nil {
			return err
		}
	}
	line := make([]string, len(s.Columns))
	for i, c := range s.Columns {
		line[i] = c.Header
	}
	if err := put(line); err != nil {
		return err
	}
	row := func(from []Cell) error {
		for i, c := range from {
			line[i] = s.Columns[i].Format.String(c)
		}
		return put(line)
	}
	n := 0
	for from := range s.Rows() {
		if n++; n%checkEvery == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		if err := row(from); err != nil {
			return err
		}
	}
	if s.total != nil {
		return row(s.total)
	}
	return nil
}

// String is a cell as text, as a platform's CSV export writes it.
func (f Format) String(c Cell) string {
	switch {
	case c.Text != "":
		return c.Text
	case c.Blank():
		return ""
	}
	switch f {
	case Time:
		return clock(stamp(c.Num)).Format("2006-01-02 15:04:05")
	case Date:
		return clock(stamp(c.Num)).Format("2006-01-02")
	case Duration:
		n := int(c.Num)
		return fmt.Sprintf("%d:%02d:%02d", n/3600, n/60%60, n%60)
	case Money:
		return strconv.FormatFloat(c.Num, 'f', 2, 64)
	case Percent:
		return strconv.FormatFloat(c.Num*100, 'f', 2, 64) + "%"
	}
	return strconv.FormatFloat(c.Num, 'f', -1, 64)
}
