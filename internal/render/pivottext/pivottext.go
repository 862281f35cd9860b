// Package pivottext writes pivot results as text: aligned for eyes, CSV and
// JSON for other programs. One file per format. It computes nothing.
package pivottext

import (
	"fmt"
	"io"
	"math"
	"strconv"
	"time"

	"tallyboard/internal/lang"
	"tallyboard/internal/pivot"
	"tallyboard/internal/table"
)

// Format writes a result; people's words in it are of the language.
type Format func(w io.Writer, r *pivot.Result, l lang.Lang) error

// Formats are the formats by the names of the command line.
var Formats = map[string]Format{"table": Table, "csv": CSV, "json": JSON}

// exact is a number of a value in full precision: times as dates, durations in
// seconds, "" for nothing.
func exact(v pivot.ValueInfo, x float64) string {
	switch {
	case math.IsNaN(x):
		return ""
	case v.Type == table.Time:
		return wall(x).Format("2006-01-02 15:04:05.999999")
	case v.Type == table.Clock:
		return wall(x).Format("15:04:05.999999")
	}
	return strconv.FormatFloat(x, 'f', -1, 64)
}

// wall reads seconds since 1970 of local wall time, to the microsecond.
func wall(x float64) time.Time {
	whole := math.Floor(x)
	return time.Unix(int64(whole), int64(math.Round((x-whole)*1e6))*1000).UTC()
}

// axisHead is the titles of an axis in the grammar of the command line.
func axisHead(a pivot.Axis) (out []string) {
	for _, d := range a.Dims {
		out = append(out, d.Dim.String())
	}
	return out
}

// valueHead is the titles of the values: their names, or their text forms.
func valueHead(r *pivot.Result) (out []string) {
	for _, v := range r.Values {
		title := v.Name
		if title == "" {
			title = v.Value.Bare().String()
		}
		out = append(out, title)
	}
	return out
}

// shown reports whether a cell is written: one that has rows, the only one there
// is, or any where periods without rows are wanted.
func shown(r *pivot.Result, row, col int) bool {
	return r.CountAt(row, col) > 0 || r.Spec.FillTime || len(r.Rows.Dims)+len(r.Cols.Dims) == 0
}

// errWriter keeps the first error of many writes.
type errWriter struct {
	w   io.Writer
	err error
}

func (e *errWriter) printf(format string, args ...any) {
	if e.err == nil {
		_, e.err = fmt.Fprintf(e.w, format, args...)
	}
}
