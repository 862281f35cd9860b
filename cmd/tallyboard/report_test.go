package main

import (
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// reported is a report as other programs read it.
type reported struct {
	Blocks []struct {
		Type    string
		ID      string
		Text    string
		Lead    bool
		List    bool
		Missing string
		Tiles   []struct {
			ID    string
			Value *float64
		}
		Columns []struct{ Title string }
		Rows    []struct{ Cells []any }
	}
}

// reportOf runs the command and reads what it wrote.
func reportOf(t *testing.T, id string, args ...string) reported {
	t.Helper()
	path := filepath.Join(t.TempDir(), "x.json")
	_, errs, code := cli(t, append([]string{"report", id, "-o", path, "--lang", "en"}, args...)...)
	if code != exitDone {
		t.Fatalf("report %s: status %d %s", id, code, errs)
	}
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var out reported
	if err := json.Unmarshal(raw, &out); err != nil {
		t.Fatal(err)
	}
	return out
}

// says reports whether any sentence of the report has the words.
func (r reported) says(words string) bool {
	for _, b := range r.Blocks {
		if strings.Contains(b.Text, words) {
			return true
		}
	}
	return false
}

// cell is the number in the line and the column of the first table that has
// them; NaN where none does.
func (r reported) cell(table, line, column string) float64 {
	for _, b := range r.Blocks {
		if b.Type != "table" || !strings.HasPrefix(b.ID, table) {
			continue
		}
		for j, c := range b.Columns {
			for _, row := range b.Rows {
				if c.Title != column || row.Cells[0] != any(line) && (len(row.Cells) < 2 || row.Cells[1] != any(line)) {
					continue
				}
				if v, ok := row.Cells[j].(float64); ok {
					return v
				}
			}
		}
	}
	return math.NaN()
}

// rows is how many lines a table has, −1 where there is none.
func (r reported) rows(table string) int {
	for _, b := range r.Blocks {
		if b.Type == "table" && b.ID == table {
			return len(b.Rows)
		}
	}
	return -1
}

func (r reported) tile(id string) float64 {
	for _, b := range r.Blocks {
		for _, t := range b.Tiles {
			if t.ID == id && t.Value != nil {
				return *t.Value
			}
		}
	}
	return math.NaN()
}

// Answers of real sheets, computed elsewhere, as reports give them.
func TestReportsOfRealSheets(t *testing.T) {
	dir := os.Getenv("TALLYBOARD_REALDATA")
	if dir == "" {
		t.Log("left out: the reports of real sheets (TALLYBOARD_REALDATA is not set)")
		return
	}
	of := func(id, file string) reported {
		return reportOf(t, id, filepath.Join(dir, file), "--period", "all")
	}
	near := func(what string, got, want float64) {
		t.Helper()
		if math.Abs(got-want) > 5e-5*math.Max(1, math.Abs(want)) || got != got {
			t.Errorf("%s: %v, want %v", what, got, want)
		}
	}

	const pwc = "pwc_call_center_raw.xlsx"
	r := of("agents", pwc)
	near("calls of Jim", r.cell("agents_", "Jim", "Calls"), 666)
	near("mean rating of Martha", r.cell("agents_", "Martha", "Mean rating"), 3.470817)
	near("answered rate of the team", r.cell("agents_", "Total", "Answered rate"), 0.8108)
	near("median talk time", r.tile("talk_median"), 226)
	if r = of("fcr", pwc); r.Blocks[0].Missing != "customer" {
		t.Errorf("first-contact resolution without customers: %+v", r.Blocks[0])
	}

	const tmall = "tmall_order_report.csv"
	r = of("orders", tmall)
	if !r.says("28,010 orders; 24,087 paid (86.0%)") {
		t.Errorf("the answer about orders: %q", r.Blocks[0].Text)
	}
	if n := r.rows("orders_unpaid"); n != 28010-24087 {
		t.Errorf("the list of unpaid orders has %d lines, want %d", n, 28010-24087)
	}
	near("the sheet row of an unpaid order", r.cell("orders_unpaid", "20626", "Row"), 20627)
	r = of("regions", tmall)
	near("orders of Shanghai", r.cell("regions_order", "Shanghai", "Orders"), 3353)
	near("refunds of Hubei", r.cell("regions_order", "Hubei", "Refund rate"), 0.5467)
	if r = of("overview", tmall); !r.says("Hubei") || !r.says("are refunded far more often") {
		t.Errorf("the overview does not find the refunds of Hubei")
	}

	near("calls from California", of("regions", "rwfd_call_center.csv").cell("regions_", "California", "Calls"), 1203)
	near("orders of the best customer", of("customers", "tableau_superstore_zh.xls").cell("buyers", "彭博-10555", "Orders"), 17)

	for _, hours := range []struct {
		file, peak, column string
		n                  float64
	}{{pwc, "13:00", "Calls", 594}, {tmall, "21:00", "Orders", 2204}} {
		r = of("hours", hours.file)
		near("rows at the peak of "+hours.file, r.cell("hours_", hours.peak, hours.column), hours.n)
		if !r.says("Busiest at " + hours.peak) {
			t.Errorf("hours of %s: %q", hours.file, r.Blocks[0].Text)
		}
	}
}

// Each story of the sample shop is found by the report that should find it.
func TestReportsFindTheStoriesOfTheSample(t *testing.T) {
	shop := filepath.Join(t.TempDir(), "shop")
	if _, errs, code := cli(t, "sample", "-o", shop, "--lang", "en"); code != exitDone {
		t.Fatalf("sample: status %d %s", code, errs)
	}
	for _, tc := range []struct{ report, words string }{
		{"overview", "was a surge"},
		{"overview", "answers slowly in the evening"},
		{"regions", "Xinjiang with 327 contacts and 0 orders"},
		{"reviews", "Mist-free humidifier H3"},
		{"workers", "most with Wang Qiang"},
		{"customers", "still unsolved"},
		{"urging", "3 or more times within 30 minutes"},
		{"value", "should not be marketed to now"},
		{"quality", "the most common problem is Slow response"},
	} {
		if r := reportOf(t, tc.report, shop); !r.says(tc.words) {
			t.Errorf("%s does not say %q", tc.report, tc.words)
		}
	}
	r := reportOf(t, "approvals", shop)
	if n := r.cell("approvals_rate", "Sun Li", "Requests"); n != 0 {
		t.Errorf("requests of the agent who never asks: %v", n)
	}
	for list, id := range map[string]string{"returners_inbound": "customers", "unserved": "regions", "urging_inbound": "urging", "lost_chat": "orders",
		"workers_pairs": "workers", "value_avoid": "value", "quality_courses": "quality", "matters_open": "fcr", "reviews_open": "reviews"} {
		if n := reportOf(t, id, shop).rows(list); n < 1 {
			t.Errorf("%s has no list %s to work through", id, list)
		}
	}
}
