package report

import (
	"strings"
	"testing"

	"tallyboard/internal/document"
	"tallyboard/internal/logkind"
)

// A plug-in that counts customers but no receptions: the sheet is measured by
// its customers and never by its lines.
func TestDailySheetOfCustomers(t *testing.T) {
	log := sheet("daily", logkind.Daily, `time | agent | customers_served | first_response | reply_rate
03-09 | Li | 10 | 20 | 0.9
03-09 | Wu | 30 | 40 | 1
03-10 | Li | 20 | 50 | 0.6
03-11 | Wu | 40 | 30 | 0.8
03-15 | Li | 0  |    |`)
	for _, tc := range []struct {
		report string
		want   []string
	}{
		// (10·20 + 30·40 + 20·50 + 40·30) / 100 = 36 s; (9 + 30 + 12 + 32) / 100
		{"overview", []string{"100 customers", "tile Customers served: 100 ", "tile First response, mean: 36s", "tile Reply rate: 83.0%", "spark=[40 20 40"}},
		{"agents", []string{"2 agents, 100 customers; most by Wu (70 customers)", "Wu | 70 | 70.0% | 88.6%", "Li | 30 | 30.0% | 70.0%"}},
		{"weekly", []string{"tile Customers served: 100 "}},
	} {
		t.Run(tc.report, func(t *testing.T) {
			got := dump(makeReport(t, tc.report, Input{Logs: []*logkind.Log{log}, Period: "2026-03-09..2026-03-15"}))
			for _, want := range tc.want {
				if !strings.Contains(got, want) {
					t.Errorf("%q is missing from\n%s", want, got)
				}
			}
			if strings.Contains(got, "reception") || strings.Contains(got, "5 customers") {
				t.Errorf("lines were counted:\n%s", got)
			}
		})
	}
}

// Weeks in which hardly anybody gave a mark count neither as the lowest nor in
// the mean: the mean never leaves its own range.
func TestHistoryIsOfTheSameWeeks(t *testing.T) {
	text := "time | agent | satisfaction\n"
	week := func(day string, rows int, marks ...string) {
		for i := range rows {
			mark := ""
			if i < len(marks) {
				mark = marks[i]
			}
			text += day + " | Li | " + mark + "\n"
		}
	}
	week("03-02", 10, "5", "5", "5", "5", "1")                          // 4 of 5
	week("03-09", 20, "1")                                              // one mark is none
	week("03-16", 10, "5", "1", "1", "1", "1", "1", "1", "1", "1", "1") // 1 of 10
	week("03-23", 10, "5", "5", "5", "5", "5")
	doc := makeReport(t, "agents", Input{Logs: []*logkind.Log{sheet("calls", logkind.Inbound, text)}, Period: "2026-03-23..2026-03-29"})
	for table := range document.Of[*document.Table](doc.Blocks) {
		if table.ID != "history_satisfaction" {
			continue
		}
		c := table.Rows[0].Cells
		if c[1].Num != 1 || c[2].Num != 0.1 || c[4].Num != 0.8 || c[3].Num != 5.0/15 {
			t.Errorf("now %v, lowest %v, mean %v, highest %v", c[1].Num, c[2].Num, c[3].Num, c[4].Num)
		}
		return
	}
	t.Error("no history of satisfaction")
}
