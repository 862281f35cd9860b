package main

import (
	"bytes"
	"encoding/json"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// cli runs a command line and gives what it printed and its exit status.
func cli(t *testing.T, args ...string) (out, errs string, code int) {
	t.Helper()
	t.Setenv("LC_ALL", "en_US.UTF-8")
	var stdout, stderr bytes.Buffer
	code = run(t.Context(), args, &stdout, &stderr)
	return stdout.String(), stderr.String(), code
}

func TestExitStatus(t *testing.T) {
	dir := t.TempDir()
	empty := filepath.Join(dir, "empty.csv")
	picture := filepath.Join(dir, "picture.xlsx")
	if err := os.WriteFile(empty, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	sheet := filepath.Join(dir, "sheet.csv")
	if err := os.WriteFile(sheet, []byte("Agent,Amount\nAnn,1\nBob,2\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	var drawn bytes.Buffer
	if err := png.Encode(&drawn, image.NewGray(image.Rect(0, 0, 40, 30))); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(picture, drawn.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name  string
		args  []string
		code  int
		wants string // on stderr
	}{
		{"no file named", []string{"inspect"}, exitUsage, "Name the files"},
		{"no such command or file", []string{"frobnicate"}, exitUsage, "frobnicate"},
		{"no such file for the window", []string{filepath.Join(dir, "gone.xlsx")}, exitInput, "gone.xlsx"},
		{"unknown flag", []string{"pivot", "x.csv", "--colour"}, exitUsage, "colour"},
		{"unknown report", []string{"report", "nonsense", "x.csv", "-o", "y.pdf"}, exitUsage, "weekly"},
		{"no output named", []string{"report", "weekly", "x.csv"}, exitUsage, "-o"},
		{"unknown paper", []string{"report", "weekly", "x.csv", "-o", "y.pdf", "--paper", "B5"}, exitUsage, "A4, A5, Letter"},
		{"a scale that is none", []string{"report", "weekly", "x.csv", "--print", "--scale", "9"}, exitUsage, "50 to 150"},
		{"a chart that is not there", []string{"report", "overview", sheet, "-o", filepath.Join(dir, "y.pdf"), "--chart", "99"}, exitInput, "chart 99"},
		{"no copies", []string{"report", "weekly", "x.csv", "--print", "--copies", "0"}, exitUsage, "1 to 99"},
		{"no such file", []string{"inspect", filepath.Join(dir, "gone.xlsx")}, exitInput, "gone.xlsx"},
		{"empty file", []string{"inspect", empty}, exitInput, "empty.csv"},
		{"picture renamed", []string{"inspect", picture}, exitInput, "picture.xlsx"},
		{"unknown kind", []string{"inspect", empty, "--kind", "diary"}, exitUsage, "diary"},
		{"unknown role", []string{"inspect", empty, "--role", "boss=a"}, exitUsage, "boss"},
		{"a role for no column", []string{"inspect", sheet, "--role", "agent=Clerk"}, exitInput, "Clerk"},
		{"fewer than none", []string{"pivot", sheet, "--top", "-1"}, exitUsage, "--top"},
		{"the chosen language", []string{"inspect", empty, "--lang", "zh"}, exitInput, "是空文件"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, errs, code := cli(t, c.args...)
			if code != c.code || !strings.Contains(errs, c.wants) {
				t.Errorf("status %d, stderr %q; want %d and %q", code, errs, c.code, c.wants)
			}
			if lines := strings.Count(errs, "\n"); code == exitInput && lines != 1 {
				t.Errorf("%d lines of error, want one plain sentence: %q", lines, errs)
			}
			if strings.Contains(errs, "‹") || strings.Contains(errs, "%!") {
				t.Errorf("a text is missing: %q", errs)
			}
		})
	}
}

func TestPivotAnswers(t *testing.T) {
	path := filepath.Join(t.TempDir(), "calls.csv")
	const calls = "time,agent,minutes\n2026-11-02 09:00,Ann,3\n2026-11-03 10:00,Ann,5\n2026-11-09 09:30,Bob,4\n"
	if err := os.WriteFile(path, []byte(calls), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"--rows", "agent", "--value", "count"}, "agent,count\nAnn,2\nBob,1\n"},
		{[]string{"--rows", "week:time", "--value", "sum:minutes"}, "week:time,sum:minutes\n2026-11-02,8\n2026-11-09,4\n"},
		{[]string{"--rows", "hour:time", "--value", "mean:minutes"}, "hour:time,mean:minutes\n9,3.5\n10,5\n"},
		{[]string{"--rows", "agent", "--value", "sum:minutes", "--where", "minutes>=4"}, "agent,sum:minutes\nAnn,5\nBob,4\n"},
		{[]string{"--rows", "agent", "--value", "count", "--period", "2026-W45"}, "agent,count\nAnn,2\n"},
		{[]string{"--rows", "agent", "--value", "count", "--sort", "value"}, "agent,count\nBob,1\nAnn,2\n"},
		{[]string{"--rows", "agent", "--value", "count", "--order", "agent by desc label"}, "agent,count\nBob,1\nAnn,2\n"},
		{[]string{"--rows", "agent", "--value", "count", "--sort", "value", "--first", "agent=Ann"}, "agent,count\nAnn,2\nBob,1\n"},
		// the text of a view, as the window copies it
		{[]string{"--rows", "week:time", "--value", "count", "--fill-time", "--chart", "line", "--line=mean", "--note", "--rows", "--note-at", "week:time=2026-11-09", "--wrap", "on"},
			"week:time,count\n2026-11-02,2\n2026-11-09,1\n"},
	} {
		out, errs, code := cli(t, append([]string{"pivot", path, "--format", "csv"}, c.args...)...)
		if code != exitDone || out != c.want {
			t.Errorf("pivot %s: status %d\n%s%s\nwant\n%s", strings.Join(c.args, " "), code, out, errs, c.want)
		}
	}
	if _, errs, code := cli(t, "pivot", path, "--rows", "agnet"); code != exitInput || !strings.Contains(errs, "agent") {
		t.Errorf("a misspelt column: status %d, %q; want 1 and the closest header", code, errs)
	}
}

func TestSampleReportAndInspect(t *testing.T) {
	dir := t.TempDir()
	if _, errs, code := cli(t, "sample", "-o", filepath.Join(dir, "shop"), "--rows", "400"); code != exitDone {
		t.Fatalf("sample: status %d %s", code, errs)
	}
	outs := []string{"w.json", "w.csv", "w.png", "w.svg"}
	args := []string{"report", "weekly", filepath.Join(dir, "shop"), "--lang", "zh"}
	for _, o := range outs {
		args = append(args, "-o", filepath.Join(dir, o))
	}
	out, errs, code := cli(t, args...)
	if code != exitDone {
		t.Fatalf("report: status %d %s %s", code, out, errs)
	}
	for _, o := range outs {
		if st, err := os.Stat(filepath.Join(dir, o)); err != nil || st.Size() < 100 {
			t.Errorf("%s: %v", o, err)
		}
	}
	out, _, code = cli(t, "inspect", "--json", filepath.Join(dir, "shop"))
	var logs []inspectedLog
	if err := json.Unmarshal([]byte(out), &logs); err != nil || code != exitDone {
		t.Fatalf("inspect --json: status %d, %v", code, err)
	}
	kinds := map[string]int{}
	for _, l := range logs {
		kinds[l.Kind] += l.Rows
	}
	if kinds["inbound"] != 400 || kinds["order"] == 0 || kinds["chat"] == 0 {
		t.Errorf("rows by kind: %v", kinds)
	}
}

// The answers of sheets that were counted independently.
func TestRealSheets(t *testing.T) {
	dir := os.Getenv("TALLYBOARD_REALDATA")
	if dir == "" {
		t.Logf("left out: %d questions to real sheets (TALLYBOARD_REALDATA is not set)", len(realAnswers))
		return
	}
	for _, c := range realAnswers {
		args := append([]string{"pivot", filepath.Join(dir, c.file), "--format", "csv"}, c.args...)
		out, errs, code := cli(t, args...)
		if code != exitDone {
			t.Errorf("%s %s: status %d %s", c.file, strings.Join(c.args, " "), code, errs)
			continue
		}
		for _, want := range c.want {
			if !strings.Contains(out, want) {
				t.Errorf("%s %s: no line %q in\n%.600s", c.file, strings.Join(c.args, " "), strings.TrimSpace(want), out)
			}
		}
	}
}

var realAnswers = []struct {
	file string
	args []string
	want []string
}{
	{"pwc_call_center_raw.xlsx", []string{"--rows", "Topic", "--value", "count"},
		[]string{"\nStreaming,1022\n", "\nTechnical Support,1019\n", "\nPayment related,1007\n", "\nContract related,976\n", "\nAdmin Support,976\n"}},
	{"pwc_call_center_raw.xlsx", []string{"--rows", "hour:Time"}, []string{"\n9,547\n", "\n13,594\n", "\n18,14\n"}},
	{"pwc_call_center_raw.xlsx", []string{"--rows", "week:Date"}, []string{"\n2020-12-28,176\n", "\n2021-01-25,434\n", "\n2021-03-29,112\n"}},
	{"pwc_call_center_raw.xlsx", []string{"--rows", "Agent", "--value", "mean:Satisfaction rating"}, []string{"\nMartha,3.4708"}},
	{"pwc_call_center_raw.xlsx", []string{"--value", "median:AvgTalkDuration"}, []string{"\n226"}},
	{"pwc_call_center_raw.xlsx", []string{"--value", "share:Answered (Y/N)"}, []string{"\n0.8108"}},
	{"rwfd_call_center.csv", []string{"--rows", "reason", "--cols", "channel", "--value", "count"}, []string{"Billing Question,Call-Center,"}},
	{"rwfd_call_center.csv", []string{"--value", "count"}, []string{"\n10747"}},
	{"rwfd_call_center.csv", []string{"--value", "sum:call duration in minutes"}, []string{"\n269358"}},
	{"rwfd_call_center.csv", []string{"--rows", "week:call_timestamp"}, []string{"\n2020-10-12,2551\n"}},
	{"tmall_order_report.csv", []string{"--value", "sum:买家实际支付金额"}, []string{"\n1902487.15"}},
	{"tmall_order_report.csv", []string{"--rows", "收货地址", "--value", "count"}, []string{"\n上海,3353\n", "\n广东省,2463\n"}},
	{"tmall_order_report.csv", []string{"--rows", "hour:订单创建时间"}, []string{"\n21,2204\n", "\n22,2126\n"}},
	{"order-14.1_gbk.csv", []string{"--rows", "month:成交时间", "--value", "count"}, []string{"\n2017-02,982\n"}},
	{"order-14.1_gbk.csv", []string{"--value", "distinct:订单ID"}, []string{"\n918"}},
	{"gov_type_tree_3level.xlsx", []string{"--rows", "一级分类", "--value", "count", "--value", "distinct:二级分类"}, []string{"\n城乡建设,65,10\n"}},
	{"nyc311_small.csv", []string{"--rows", "complaint_type"}, []string{"\nNoise - Residential,149\n"}},
	{"nyc311_small.csv", []string{"--rows", "borough", "--cols", "complaint_type"}, []string{"\nBROOKLYN,HEAT/HOT WATER,31\n"}},
	{"support_tickets.csv", []string{"--value", "p90:first_response_minutes"}, []string{"\n174.34453"}},
	{"support_tickets.csv", []string{"--rows", "agent", "--value", "mean:csat_score"}, []string{"\nAgent_016,3.19444", "\nAgent_013,2.75\n"}},
	{"packt_pvm_sales_53k.xlsx", []string{"--rows", "DimSalesReps", "--value", "sum:Amount", "--where", "Scenario=Actual", "--where", "DimSalesMeasures=OrderQuantity"},
		[]string{"\nBlythe Michael,9606\n", "\nReiter Tsvi,8843\n", "\nValdez Rachel,266\n"}},
	{"customer_call_list.xlsx", []string{"--rows", "Paying Customer"}, nil},
	{"tableau_superstore_zh.xls", []string{"--sheet", "订单", "--rows", "地区", "--value", "count", "--value", "sum:销售额"}, []string{"\n华东,2958,4692464.9"}},
	{"tableau_superstore_zh.xls", []string{"--sheet", "订单", "--value", "sum:销售额"}, []string{"\n16117548.237"}},
	{"tableau_superstore_zh.xls", []string{"--sheet", "订单", "--value", "distinct:客户 ID"}, []string{"\n790"}},
}
