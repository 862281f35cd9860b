package session

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"math"
	"os"
	"time"

	"tallyboard/internal/display"
	"tallyboard/internal/ingest"
	"tallyboard/internal/lang"
)

// now is the clock; tests set it.
var now = time.Now

// TraceTo receives a line for each finished stage; nil traces nothing. It is
// set by --trace and by TALLYBOARD_TRACE=1.
var TraceTo io.Writer

func init() {
	if os.Getenv("TALLYBOARD_TRACE") == "1" {
		TraceTo = os.Stderr
	}
}

// Trace writes `trace STAGE ms=… rows=…` for a stage that began at start, and
// the same into the log.
func Trace(stage string, start time.Time, rows int) {
	ms := float64(time.Since(start).Microseconds()) / 1000
	if TraceTo != nil {
		fmt.Fprintf(TraceTo, "trace %s ms=%.1f rows=%d\n", stage, ms, rows)
	}
	slog.Info(stage, "ms", int(ms), "rows", rows)
}

// Loaded is what a load came to: logs, and the files that could not be read.
type Loaded struct {
	Logs     []*ingest.Log
	Failures []ingest.Failure
	aside    string // key of the words for what was closed to make way, "" for nothing
}

// Load reads files and folders into logs, tracing the time.
func Load(ctx context.Context, paths []string, o ingest.Options) (Loaded, error) {
	start := time.Now()
	logs, failures, err := ingest.Open(ctx, paths, o)
	rows := 0
	for _, l := range logs {
		rows += l.Table.Rows
	}
	for _, f := range failures {
		slog.Warn("not read", "err", f.Err)
	}
	Trace("load", start, rows)
	return Loaded{Logs: logs, Failures: failures}, err
}

// read is Load for the window: the values of the logs get their colours, which
// they keep in Explore, on the dashboard and in reports.
func (s *Session) read(ctx context.Context, paths []string, o ingest.Options) (Loaded, error) {
	got, err := Load(ctx, paths, o)
	for _, l := range got.Logs {
		s.colours.LearnLogs(&l.Log)
	}
	return got, err
}

// Summary says in one line what was read, left out and not understood.
func Summary(logs []*ingest.Log, l lang.Lang) string {
	var rows, left, bad int
	for _, g := range logs {
		rows += g.Table.Rows
		for _, f := range g.Files {
			lo := f.LeftOut
			left += lo.Blank + lo.Totals + lo.Headers + lo.Duplicates + lo.Notes + lo.Outside
		}
		bad += g.NotUnderstood()
	}
	s := counted("session.read", rows, l)
	if left > 0 {
		s += " · " + counted("session.leftout", left, l)
	}
	if bad > 0 {
		s += " · " + counted("session.notunderstood", bad, l)
	}
	return s
}

// counted is the text of a key with a number, which may be one of its own kind.
func counted(key string, n int, l lang.Lang) string {
	if n == 1 && l.Has(key+".one") {
		key += ".one"
	}
	return l.T(key, display.Format{Kind: display.Count}.Full(float64(n), l))
}

// PeriodOf says from which day to which day logs reach; "" where no times are known.
func PeriodOf(logs []*ingest.Log, l lang.Lang) string {
	from, to := math.Inf(1), math.Inf(-1)
	for _, g := range logs {
		for _, f := range g.Files {
			if f.From == f.From && f.To == f.To {
				from, to = min(from, f.From), max(to, f.To)
			}
		}
	}
	if from > to {
		return ""
	}
	return display.Span(from, to, l, true)
}

// FilePeriod is the first and last day of one file, "" where it has no times.
func FilePeriod(f ingest.File, l lang.Lang) string {
	return PeriodOf([]*ingest.Log{{Files: []ingest.File{f}}}, l)
}

// sure is the confidence above which a guess is not asked about.
const sure = 0.6

// headerSure is the same of where the header stands.
const headerSure = 0.5

// Confident reports whether the kind of a log and the meaning of its main
// columns were guessed surely enough, or chosen by the user.
func Confident(l *ingest.Log) bool {
	if l.Remembered {
		return true
	}
	for _, f := range l.Files {
		if f.HeaderSure < headerSure {
			return false
		}
	}
	for _, k := range l.Kinds {
		if k.Kind == l.Kind && k.Confidence >= sure {
			return l.Has("time")
		}
	}
	return false
}
