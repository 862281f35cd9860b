package csv

import (
	"bytes"
	"context"
	"encoding/csv"
	"strings"
	"testing"

	"tallyboard/internal/display"
	"tallyboard/internal/document"
	"tallyboard/internal/fault"
	"tallyboard/internal/lang"
	"tallyboard/internal/render/rendertest"
)

func sample() *document.Table {
	f := func(k display.Kind) display.Format { return display.Format{Kind: k, Decimals: 1} }
	return &document.Table{
		Columns: []document.Column{{Title: "客户", Format: f(display.Text)}, {Title: "占比", Format: f(display.Percent)}, {Title: "时长", Format: f(display.Duration)}, {Title: "日期", Format: f(display.Date)}},
		Rows: []document.Row{
			{Cells: []document.Cell{document.Words("=1+1"), document.Number(1.0 / 3), document.Number(201), document.Number(1604361600)}},
			{Cells: []document.Cell{document.Words("a,\"b\"\n行"), document.Number(rendertest.NaN), document.Number(rendertest.NaN), document.Words("未知")}},
			{Cells: []document.Cell{document.Words("+8613800138000"), document.Number(1), document.Number(0), document.Number(rendertest.NaN)}},
		},
	}
}

func TestWriteTable(t *testing.T) {
	var b bytes.Buffer
	if err := WriteTable(context.Background(), &b, sample()); err != nil {
		t.Fatal(err)
	}
	want := "\ufeff客户,占比,时长,日期\n" +
		"'=1+1,0.3333333333333333,201,2020-11-03\n" +
		"\"a,\"\"b\"\"\n行\",,,未知\n" +
		"+8613800138000,1,0,\n"
	if b.String() != want {
		t.Errorf("got\n%q\nwant\n%q", b.String(), want)
	}
}

func TestWriteTakesTheFirstTable(t *testing.T) {
	var b bytes.Buffer
	if err := Write(context.Background(), &b, rendertest.Report(lang.ZH)); err != nil {
		t.Fatal(err)
	}
	recs, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(b.String(), "\ufeff"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if want := len(rendertest.TypeTree(lang.ZH).Rows) + 1; len(recs) != want || recs[1][0] != "物流查询" || recs[1][1] != "3871" {
		t.Errorf("%d lines, second %q; want %d lines of the tree of types", len(recs), recs[1], want)
	}
	if err := Write(context.Background(), &b, &document.Document{Title: "T"}); !fault.Is(err, "render.notable") {
		t.Errorf("a document without table: %v", err)
	}
}
