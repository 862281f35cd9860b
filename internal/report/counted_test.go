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

// An order with two rows is one order, whoever counts it.
func TestOrdersOfSeveralRows(t *testing.T) {
	orders := sheet("orders", logkind.Order, `order_time | order_id | customer | worker | amount | status
03-09 10:00 | o1 | a | Shen | 10 | 已完成
03-09 10:00 | o1 | a | Shen | 20 | 已完成
03-10 10:00 | o2 | a | Shen | 30 | 已完成
03-11 10:00 | o3 | b | Tang | 40 | 处理中`)
	for _, tc := range []struct {
		report string
		want   []string
	}{
		{"value", []string{"a | A | 2 | ¥60.00", "b | B | 1 | ¥40.00"}},
		{"workers", []string{"Shen | 2 | 2", "Tang | 1 | 0", "Total | 3 | 2"}},
		{"customers", []string{"Mar 9–11, 2026: 2 customers ordered, 1 of them more than once (50.0%); most orders by a: 2.", "a | 2 | ¥60.00"}},
	} {
		got := dump(makeReport(t, tc.report, Input{Logs: []*logkind.Log{orders}, Period: "2026-03-09..2026-03-12"}))
		for _, want := range tc.want {
			if !strings.Contains(got, want) {
				t.Errorf("%s: %q is missing from\n%s", tc.report, want, got)
			}
		}
	}
}

// The biggest change is the biggest, and told only where it is no chance among
// so many.
func TestMostChanged(t *testing.T) {
	of := func(n, before float64) line { return line{n: n, before: before} }
	crowd := make([]line, 50)
	for i := range crowd {
		crowd[i] = of(60, 60)
	}
	for _, tc := range []struct {
		name  string
		lines []line
		want  float64 // rows now of the line that is told; 0 is none
	}{
		{"clearly more", []line{of(300, 310), of(90, 40)}, 90},
		{"a greater one that may be chance stands before it", []line{of(1000, 1060), of(10, 40)}, 0},
		{"one of two", []line{of(300, 310), of(41, 71)}, 41},
		{"one of fifty-one", append(crowd, of(41, 71)), 0},
		{"too few rows", []line{of(0, 9)}, 0},
		{"nothing to compare with", []line{of(90, nan)}, 0},
		{"no lines", nil, 0},
	} {
		l, ok := mostChanged(tc.lines)
		if ok != (tc.want > 0) || ok && l.n != tc.want {
			t.Errorf("%s: %v of now %v, want %v", tc.name, ok, l.n, tc.want)
		}
	}
}

// A day among days that are as high is growth; alone, and beside one more, it
// is a surge.
func TestDaysBeside(t *testing.T) {
	for _, tc := range []struct {
		days []float64
		i    int
		want float64
	}{
		{[]float64{10, 10, 10, 90, 10, 10, 10}, 3, 10},
		{[]float64{10, 10, 90, 90, 10, 10, 10}, 3, 10},
		{[]float64{5, 10, 80, 85, 90}, 4, 80},
		{[]float64{90, 10, 20, 30}, 0, 20},
		{[]float64{90}, 0, 0},
	} {
		if got := beside(tc.days, tc.i); got != tc.want {
			t.Errorf("beside day %d of %v: %v, want %v", tc.i, tc.days, got, tc.want)
		}
	}
}

// What is missing is named, and nothing that is not.
func TestNamesWhatIsMissing(t *testing.T) {
	for _, tc := range []struct {
		report   string
		kind     logkind.Kind
		rows     string
		has, not []string
	}{
		{"urging", logkind.Inbound, "time | agent\n03-09 10:00 | Li", []string{"Customer"}, []string{"times of day"}},
		{"urging", logkind.Inbound, "time | customer\n03-09 | a", []string{"times of day"}, []string{"\"Customer\""}},
		{"orders", logkind.Order, "order_time | order_id\n03-09 10:00 | o1", []string{`missing="amount"`, `missing="pay_time"`}, nil},
		{"customers", logkind.Inbound, "time | customer\n03-09 10:00 | a\n03-09 10:00 | b", []string{"2 customers, none came more than once"}, []string{"chart"}},
	} {
		got := dump(makeReport(t, tc.report, Input{Logs: []*logkind.Log{sheet("log", tc.kind, tc.rows)}, Period: "all"}))
		says(t, tc.report, got, tc.has, tc.not)
	}
}

// The lowest week is one of seven days: neither the one in which the log begins
// nor the one in which the period does.
func TestHistoryIsOfWholeWeeks(t *testing.T) {
	text := "time | agent\n"
	for _, x := range []struct {
		day  string
		rows int
	}{{"02-27", 1}, {"03-02", 10}, {"03-08", 2}, {"03-09", 20}, {"03-16", 30}, {"03-23", 2}, {"03-25", 9}} {
		text += strings.Repeat(x.day+" | Li\n", x.rows)
	}
	doc := makeReport(t, "agents", Input{Logs: []*logkind.Log{sheet("calls", logkind.Inbound, text)}, Period: "2026-03-25..2026-03-31"})
	got := dump(doc)
	if want := "Li | 9 | 12 | 20.7 | 30\n"; !strings.Contains(got, want) {
		t.Errorf("%q is missing from\n%s", want, got)
	}
	if got := dump(makeReport(t, "agents", Input{Logs: []*logkind.Log{sheet("calls", logkind.Inbound, text)}, Period: "2026-03-16..2026-03-31"})); strings.Contains(got, "history_receptions") {
		t.Errorf("the count of 16 days is set beside counts of weeks:\n%s", got)
	}
	for _, period := range []string{"2026-03-02..2026-03-08", "2026-02-23..2026-03-31"} {
		if got := dump(makeReport(t, "agents", Input{Logs: []*logkind.Log{sheet("calls", logkind.Inbound, text)}, Period: period})); strings.Contains(got, "history") {
			t.Errorf("%s has a history though the log begins with it:\n%s", period, got)
		}
	}
}
