package session

import (
	"bufio"
	"bytes"
	"context"
	"encoding/csv"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/simplifiedchinese"

	"tallyboard/internal/chart"
	"tallyboard/internal/ingest"
	"tallyboard/internal/lang"
	"tallyboard/internal/logbook/sample"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
	"tallyboard/internal/render/picture"
	"tallyboard/internal/report"
)

// benchRows is the number of rows of the big log; TALLYBOARD_BENCH_ROWS=1000000
// for the targets of a year.
func benchRows(b *testing.B) int {
	b.Helper()
	if s := os.Getenv("TALLYBOARD_BENCH_ROWS"); s != "" {
		n, err := strconv.Atoi(s)
		if err != nil {
			b.Fatal(err)
		}
		return n
	}
	return 100_000
}

func bigLog(b *testing.B, write func(*sample.Shop, context.Context, string) ([]string, error)) string {
	b.Helper()
	shop := sample.Generate(sample.SmallSeed, benchRows(b), lang.ZH)
	files, err := write(shop, b.Context(), b.TempDir())
	if err != nil {
		b.Fatal(err)
	}
	return files[0]
}

// BenchmarkFirstChart is what a person waits for: from the drop to the first
// chart, laid out and painted. In turn with each reading a peer reads the same
// file: excelize's raw row iterator, encoding/csv with coded texts and parsed
// numbers and dates, or this program the same file in UTF-8. The figures are
// medians: in ms, and how many times longer the peer takes.
func BenchmarkFirstChart(b *testing.B) {
	for _, c := range []struct {
		name, than string
		path       func(*testing.B) string
		peer       func(*testing.B, string)
	}{
		{"xlsx", "x-excelize-raw", func(b *testing.B) string { return bigLog(b, (*sample.Shop).Write) }, excelizeRaw},
		{"csv", "x-encoding/csv", func(b *testing.B) string { return bigLog(b, (*sample.Shop).WriteCSV) }, standardCSV},
		{"gbk", "x-UTF-8", inGBK, func(b *testing.B, path string) { firstChart(b, path+".utf8") }},
	} {
		b.Run(c.name+"/rows="+strconv.Itoa(benchRows(b)), func(b *testing.B) {
			path := c.path(b)
			var ours, theirs []time.Duration
			for b.Loop() {
				ours = append(ours, timed(func() { firstChart(b, path) }))
				b.StopTimer()
				theirs = append(theirs, timed(func() { c.peer(b, path) }))
				b.StartTimer()
			}
			b.ReportMetric(median(ours)*1000, "ms-median")
			b.ReportMetric(median(theirs)/median(ours), c.than)
		})
	}
}

func timed(f func()) time.Duration {
	runtime.GC() // each begins with a clean heap
	start := time.Now()
	f()
	return time.Since(start)
}

// median is in seconds.
func median(t []time.Duration) float64 {
	slices.Sort(t)
	return t[len(t)/2].Seconds()
}

// inGBK writes the big log as csv in GBK, and beside it the same in UTF-8.
func inGBK(b *testing.B) string {
	utf8 := bigLog(b, (*sample.Shop).WriteCSV)
	text, err := os.ReadFile(utf8)
	if err != nil {
		b.Fatal(err)
	}
	text = bytes.TrimPrefix(text, []byte("\uFEFF"))
	gbk, err := simplifiedchinese.GBK.NewEncoder().Bytes(text)
	if err != nil {
		b.Fatal(err)
	}
	path := filepath.Join(b.TempDir(), "gbk.csv")
	for name, data := range map[string][]byte{path: gbk, path + ".utf8": text} {
		if err := os.WriteFile(name, data, 0o600); err != nil {
			b.Fatal(err)
		}
	}
	return path
}

func firstChart(b *testing.B, path string) {
	got, err := Load(b.Context(), []string{path}, ingest.Options{})
	if err != nil || len(got.Logs) != 1 {
		b.Fatalf("%d logs, %v", len(got.Logs), err)
	}
	log := got.Logs[0]
	h := startView(log)
	r, err := pivot.Memory().Run(b.Context(), &log.Log, h.now().Spec)
	if err != nil {
		b.Fatal(err)
	}
	scene := chart.FromPivot(r, "", lang.ZH).Layout(1200, 600, chart.Light, picture.Standard())
	picture.Image(scene, 1)
}

// excelizeRaw reads every row of the first sheet as raw strings.
func excelizeRaw(b *testing.B, path string) {
	f, err := excelize.OpenFile(path, excelize.Options{RawCellValue: true})
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	rows, err := f.Rows(f.GetSheetName(0))
	if err != nil {
		b.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		if _, err := rows.Columns(excelize.Options{RawCellValue: true}); err != nil {
			b.Fatal(err)
		}
	}
}

// standardCSV comes as far as typed columns with the standard library: texts
// coded by a map, numbers and dates parsed.
func standardCSV(b *testing.B, path string) {
	f, err := os.Open(path)
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	r := csv.NewReader(bufio.NewReaderSize(f, 1<<20))
	r.ReuseRecord, r.FieldsPerRecord = true, -1
	type column struct {
		codes map[string]uint32
		text  []uint32
		nums  []float64
	}
	var cols []column
	for {
		record, err := r.Read()
		if err == io.EOF {
			return
		}
		if err != nil {
			b.Fatal(err)
		}
		for len(cols) < len(record) {
			cols = append(cols, column{codes: map[string]uint32{}})
		}
		for i, v := range record {
			c := &cols[i]
			n, err := strconv.ParseFloat(v, 64)
			if err != nil && len(v) >= len("2006-01-02") && v[0]-'0' <= 9 && v[4] == '-' {
				var t time.Time
				if t, err = time.Parse(time.DateTime, v); err == nil {
					n = float64(t.Unix())
				}
			}
			c.nums = append(c.nums, n)
			if err == nil {
				c.text = append(c.text, 0)
				continue
			}
			code, ok := c.codes[v]
			if !ok {
				code = uint32(len(c.codes) + 1)
				c.codes[strings.Clone(v)] = code
			}
			c.text = append(c.text, code)
		}
	}
}

// BenchmarkReports makes each report over a big call log.
func BenchmarkReports(b *testing.B) {
	got, err := Load(b.Context(), []string{bigLog(b, (*sample.Shop).WriteCSV)}, ingest.Options{})
	if err != nil {
		b.Fatal(err)
	}
	log := &got.Logs[0].Log
	for _, r := range report.Catalogue {
		in := report.Input{Logs: plainOf(log), Engine: pivot.Memory(), Lang: lang.ZH}
		if _, err := report.Build(b.Context(), r.ID, in); err != nil {
			continue // needs other logs
		}
		b.Run(r.ID+"/rows="+strconv.Itoa(log.Table.Rows), func(b *testing.B) {
			for b.Loop() {
				if _, err := report.Build(b.Context(), r.ID, in); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func plainOf(l *logkind.Log) []*logkind.Log { return []*logkind.Log{l} }
