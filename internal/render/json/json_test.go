package json

import (
	"bytes"
	"context"
	"encoding/json"
	"testing"

	"tallyboard/internal/golden"
	"tallyboard/internal/lang"
	"tallyboard/internal/render/rendertest"
)

func TestReportIsDataAsBefore(t *testing.T) {
	var b bytes.Buffer
	if err := Write(context.Background(), &b, rendertest.Report(lang.EN)); err != nil {
		t.Fatal(err)
	}
	golden.Check(t, "testdata/report.json", b.String())
}

// Other programs read these names; a change of one breaks them.
func TestFieldsAreStable(t *testing.T) {
	var b bytes.Buffer
	if err := Write(context.Background(), &b, rendertest.Report(lang.ZH)); err != nil {
		t.Fatal(err)
	}
	var d struct {
		ID, Title, Period, Lang string
		Blocks                  []struct {
			Type  string
			Tiles []struct {
				ID       string
				Value    *float64
				Shown    string
				Previous *float64
			}
			Categories []string
			Series     []struct {
				Name   string
				Values []*float64
			}
			Columns []struct{ Title, Format string }
			Rows    []struct {
				Cells  []any
				Total  bool
				Indent int
			}
			List bool
		}
	}
	if err := json.Unmarshal(b.Bytes(), &d); err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, x := range d.Blocks {
		first := !seen[x.Type]
		seen[x.Type] = true
		switch {
		case x.Type == "tiles":
			if v := x.Tiles[1]; v.ID != "fcr" || *v.Value != .729 || v.Shown != "72.9%" {
				t.Errorf("tile fcr is %+v", v)
			}
			if x.Tiles[4].Value != nil || x.Tiles[4].Shown != "–" {
				t.Error("a missing value is not null")
			}
		case x.Type == "chart" && first:
			if len(x.Categories) != 8 || len(x.Series) != 6 || x.Series[5].Values[2] != nil || *x.Series[0].Values[0] != 900 {
				t.Errorf("chart: %d categories, series %+v", len(x.Categories), x.Series)
			}
		case x.Type == "table" && first:
			last := x.Rows[len(x.Rows)-1]
			if x.Rows[0].Cells[0] != "物流查询" || x.Rows[0].Cells[1] != 3871.0 || x.Rows[1].Indent != 1 || x.Rows[1].Cells[3] != nil || !last.Total {
				t.Errorf("table: first %+v, last %+v", x.Rows[0], last)
			}
		}
	}
	for _, typ := range []string{"heading", "text", "tiles", "chart", "table", "note", "page_break"} {
		if !seen[typ] {
			t.Errorf("no block of the type %q", typ)
		}
	}
}
