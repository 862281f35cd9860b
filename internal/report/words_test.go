package report

import (
	"strings"
	"testing"

	"tallyboard/internal/lang"
	"tallyboard/internal/logkind"
)

// Latin names and figures stand apart from the Chinese around them, and only
// where they meet it.
func TestChineseStandsApartFromLatin(t *testing.T) {
	for _, tc := range []struct {
		l    lang.Lang
		key  string
		args []any
		want string
	}{
		{lang.ZH, "report.types.lead", []any{"9 通来电", "Technical Support", "50.0%", "3 条"}, "共 9 通来电，最多的是 Technical Support，占 50.0%（3 条）"},
		{lang.ZH, "report.types.lead", []any{"9 通来电", "物流", "50.0%", "3 条"}, "共 9 通来电，最多的是物流，占 50.0%（3 条）"},
		{lang.ZH, "report.find.slow", []any{"Ann", "1分", "2分"}, "Ann 首响慢：平均 1分，其他人 2分"},
		{lang.ZH, "report.regions.lead", []any{"9 通来电", "3", "山东、河南", "50.0%"}, "共 9 通来电，来自 3 个地区，山东、河南合占 50.0%"},
		{lang.ZH, "report.place.sheet", []any{"a", "Sheet1", 3}, "a · Sheet1 第 3 行"},
		{lang.ZH, "report.norows", []any{"calls"}, "“calls”在这段时间没有记录。"},
		{lang.EN, "report.norows", []any{"物流"}, lang.EN.T("report.norows", "物流")},
	} {
		if got := spaced(tc.l, tc.key, tc.args...); got != tc.want {
			t.Errorf("%s: %q, want %q", tc.key, got, tc.want)
		}
	}
}

// A period beside the logs is answered with their dates and a way on.
func TestPeriodWithoutRowsNamesTheDates(t *testing.T) {
	for _, r := range Catalogue {
		in := Input{Logs: []*logkind.Log{sheet("calls", logkind.Inbound, calls)}, Period: "2030-01"}
		if r.ID != "types" && r.ID != "overview" && r.ID != "weekly" {
			continue
		}
		text := dump(makeReport(t, r.ID, in))
		wants(t, text, "There are no rows in this period. The logs hold Mar 2–15, 2026", "choose another period")
		if strings.Contains(text, "0 calls") {
			t.Errorf("%s counts nothing:\n%s", r.ID, text)
		}
	}
}
