package session

import (
	"os"
	"path/filepath"
	"testing"

	"tallyboard/internal/ingest"
	"tallyboard/internal/lang"
)

func TestSummaryCountsInWords(t *testing.T) {
	for _, c := range []struct{ cells, en, zh string }{
		{"张三,3\n", "1 row read", "已读入 1 行"},
		{"张三,3\n李四,4\n合计,7\n", "2 rows read · 1 total, blank or repeated row left out", "已读入 2 行 · 1 行合计、空行或重复行未计入"},
		{"张三,3\n\n\n李四,4\n", "2 rows read · 2 total, blank or repeated rows left out", "已读入 2 行 · 2 行合计、空行或重复行未计入"},
	} {
		path := filepath.Join(t.TempDir(), "a.csv")
		if err := os.WriteFile(path, []byte("客服,会话数\n"+c.cells), 0o600); err != nil {
			t.Fatal(err)
		}
		got, err := Load(t.Context(), []string{path}, ingest.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if s := Summary(got.Logs, lang.EN); s != c.en {
			t.Errorf("%q, want %q", s, c.en)
		}
		if s := Summary(got.Logs, lang.ZH); s != c.zh {
			t.Errorf("%q, want %q", s, c.zh)
		}
	}
}
