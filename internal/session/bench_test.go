package session

import (
	"context"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

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
// chart, laid out and painted. The xlsx case also reads the same file with
// excelize's raw row iterator in the same run and says how many times longer
// that takes.
func BenchmarkFirstChart(b *testing.B) {
	for _, c := range []struct {
		name  string
		write func(*sample.Shop, context.Context, string) ([]string, error)
	}{{"xlsx", (*sample.Shop).Write}, {"csv", (*sample.Shop).WriteCSV}} {
		b.Run(c.name+"/rows="+strconv.Itoa(benchRows(b)), func(b *testing.B) {
			path := bigLog(b, c.write)
			var ours time.Duration
			for b.Loop() {
				start := time.Now()
				firstChart(b, path)
				ours += time.Since(start)
			}
			ours /= time.Duration(b.N)
			if filepath.Ext(path) == ".xlsx" {
				b.ReportMetric(float64(excelizeRaw(b, path))/float64(ours), "x-excelize-raw")
			}
		})
	}
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
func excelizeRaw(b *testing.B, path string) time.Duration {
	start := time.Now()
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
	return time.Since(start)
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
