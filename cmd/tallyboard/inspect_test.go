package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tallyboard/internal/display"
	"tallyboard/internal/ingest"
	"tallyboard/internal/lang"
)

// inspect tells, in both of its forms, what the window's list of problems tells:
// cells not understood, rows left out, and what else is worth a look.
func TestInspectTellsEveryProblem(t *testing.T) {
	path := filepath.Join(t.TempDir(), "来电.csv")
	rows := []string{"十月来电登记", "", "客服,来电时间,通话时长(秒),是否解决"}
	for i := range 12 {
		rows = append(rows, fmt.Sprintf("小王,2024/10/%d 9:03,%d,是", i+1, 60+i))
	}
	rows = append(rows, "客服,来电时间,通话时长(秒),是否解决", "小李,前些天,很久,看情况", "合计,,800,", "注：由系统导出，仅供内部参考")
	if err := os.WriteFile(path, []byte(strings.Join(rows, "\n")+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	logs, _, err := ingest.Open(t.Context(), []string{path}, ingest.Options{})
	if err != nil || len(logs) != 1 {
		t.Fatal(len(logs), err)
	}
	list := logs[0].ProblemTable(lang.EN)
	var want []string
	for r := range list.Rows {
		var cells []string
		for _, c := range list.Cols {
			cells = append(cells, display.Cell(c, r, lang.EN))
		}
		want = append(want, strings.Join(cells, "|"))
	}
	out, errs, code := cli(t, "inspect", "--json", path)
	if code != exitDone {
		t.Fatal(code, errs)
	}
	var told []inspectedLog
	if err := json.Unmarshal([]byte(out), &told); err != nil {
		t.Fatal(err)
	}
	var got []string
	kinds := map[string]int{}
	for _, p := range told[0].Problems {
		row := ""
		if p.Row > 0 {
			row = fmt.Sprint(p.Row)
		}
		got = append(got, strings.Join([]string{lang.EN.T("ingest.class." + p.Class), p.File, p.Sheet, row, p.Name, p.Text, p.Why, fmt.Sprint(p.Count)}, "|"))
		kinds[p.Kind] += p.Count
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	for _, kind := range []string{ingest.WarnAbove, ingest.WarnHeader, ingest.WarnTotals, ingest.WarnNote, ingest.WarnTime, ingest.WarnNumber, ingest.WarnTruth} {
		if kinds[kind] == 0 || kinds[kind] != told[0].Counts[kind] {
			t.Errorf("%s: %d listed, %d counted", kind, kinds[kind], told[0].Counts[kind])
		}
	}
	text, _, _ := cli(t, "inspect", path)
	for _, words := range []string{"合计", "前些天", "十月来电登记"} {
		if !strings.Contains(text, words) {
			t.Errorf("%q is not told in\n%s", words, text)
		}
	}
}
