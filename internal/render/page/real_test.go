package page_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"tallyboard/internal/ingest"
	"tallyboard/internal/lang"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
	"tallyboard/internal/render/page"
	"tallyboard/internal/render/picture"
	"tallyboard/internal/report"
)

// The weekly report of each real sheet: valid, nothing cut, nothing on top of
// something else.
func TestRealSheets(t *testing.T) {
	dir := os.Getenv("TALLYBOARD_REALDATA")
	if dir == "" {
		t.Log("left out: the real sheets (TALLYBOARD_REALDATA is not set)")
		return
	}
	files, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil {
		t.Fatal(err)
	}
	made := 0
	for _, file := range files {
		if ext := filepath.Ext(file); ext != ".xlsx" && ext != ".csv" && ext != ".xls" {
			continue
		}
		read, _, err := ingest.Open(context.Background(), []string{file}, ingest.Options{})
		if err != nil {
			t.Fatal(err)
		}
		var logs []*logkind.Log
		for _, l := range read {
			logs = append(logs, &l.Log)
		}
		for _, l := range lang.All {
			doc, err := report.Build(context.Background(), "weekly", report.Input{Logs: logs, Engine: pivot.Memory(), Lang: l})
			if err != nil {
				continue // a sheet that is no log
			}
			made++
			for _, v := range doc.Validate() {
				t.Errorf("%s: %s", filepath.Base(file), v)
			}
			m := picture.Standard()
			for i, p := range page.Layout(doc, page.Options{}, m) {
				checkPage(t, p, m, filepath.Base(file), i)
			}
		}
	}
	if made < 6 {
		t.Errorf("only %d weekly reports", made)
	}
}
