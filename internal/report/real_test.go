package report

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tallyboard/internal/document"
	"tallyboard/internal/ingest"
	"tallyboard/internal/lang"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
)

// realSheets are answers that were computed elsewhere from sheets that nobody
// of the project made.
var realSheets = []struct {
	file, report string
	want         []string // cells of a table row, or words of the document
}{
	{"pwc_call_center_raw.xlsx", "agents", []string{"| Jim | 666 |", "| Martha | 638 |", "| Total | 5,000 |", "Answered rate: 81.1%", "Median talk time: 3m 46s", "Resolved: 72.9%"}},
	{"pwc_call_center_raw.xlsx", "types", []string{"Streaming | 1,022 |", "Admin Support | 976 |"}},
	{"pwc_call_center_raw.xlsx", "hours", []string{"Busiest at 13:00 with 594 calls", "9:00 | 547 |", "18:00 | 14 |"}},
	{"pwc_call_center_raw.xlsx", "fcr", []string{`missing="customer"`}},
	{"rwfd_call_center.csv", "regions", []string{"California | 1,203 |", "Texas | 1,162 |", "Total | 10,747 |"}},
	{"rwfd_call_center.csv", "types", []string{"Billing Question | 7,722 |", "Payments | 1,457 |"}},
	{"tmall_order_report.csv", "orders", []string{"24,087 paid (86.0%)", "sales ¥1,902,487.15", "refund rate 20.2%", "2020-02-29 23:53:54 | 20626 | 天津"}},
	{"tmall_order_report.csv", "regions", []string{"Shanghai | 3,353 |", "Guangdong | 2,463 |", "Inner Mongolia | "}},
	{"tmall_order_report.csv", "hours", []string{"Busiest at 21:00 with 2,204 orders"}},
	{"tableau_superstore_zh.xls", "customers", []string{"790 customers ordered", "彭博-10555 | 17", "彭伟-21550 | 14"}},
	{"tableau_superstore_zh.xls", "overview", []string{"16,117,548.24"}},
	{"support_tickets.csv", "agents", []string{"| Agent_005 | 234 |"}},
}

func TestRealSheets(t *testing.T) {
	dir := os.Getenv("TALLYBOARD_REALDATA")
	if dir == "" {
		t.Logf("TALLYBOARD_REALDATA is not set: %d checks left out", len(realSheets))
		return
	}
	logs := map[string][]*logkind.Log{}
	for _, s := range realSheets {
		t.Run(s.file+"/"+s.report, func(t *testing.T) {
			if logs[s.file] == nil {
				read, failures, err := ingest.Open(t.Context(), []string{filepath.Join(dir, s.file)}, ingest.Options{})
				if err != nil || len(failures) > 0 {
					t.Fatal(err, failures)
				}
				for _, r := range read {
					logs[s.file] = append(logs[s.file], &r.Log)
				}
			}
			doc := makeReport(t, s.report, Input{Logs: logs[s.file], Period: "all"})
			got := dump(doc)
			for _, w := range s.want {
				if !strings.Contains(got, w) {
					t.Errorf("%q is not in\n%s", w, got)
				}
			}
		})
	}
	t.Run("exact", func(t *testing.T) {
		in := Input{Logs: logs["pwc_call_center_raw.xlsx"], Engine: pivot.Memory(), Lang: lang.EN, Period: "all"}
		cell(t, makeReport(t, "agents", in), "Martha", "Mean rating", 3.470817)
		cell(t, makeReport(t, "agents", in), "Total", "Answered rate", 0.8108)
		in.Logs = logs["tmall_order_report.csv"]
		cell(t, makeReport(t, "regions", in), "Hubei", "Refund rate", 0.5467)
	})
}

// cell checks the number in the line and the column of any table.
func cell(t *testing.T, doc *document.Document, line, column string, want float64) {
	t.Helper()
	for table := range document.Of[*document.Table](doc.Blocks) {
		for i, c := range table.Columns {
			if c.Title != column {
				continue
			}
			for _, r := range table.Rows {
				if r.Cells[0].Text == line || r.Cells[1].Text == line {
					if got := r.Cells[i].Num; got < want-5e-5 || got > want+5e-5 {
						t.Errorf("%s of %s: got %v, want %v", column, line, got, want)
					}
					return
				}
			}
		}
	}
	t.Errorf("no table has %s of %s", column, line)
}
