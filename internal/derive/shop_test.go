package derive

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"tallyboard/internal/lang"
	"tallyboard/internal/logkind"
	"tallyboard/internal/table"
)

// logOf is a log with one row of each file.
func logOf(kind logkind.Kind, files ...string) *logkind.Log {
	t := table.New(table.TextColumn("谁", make([]string, len(files))))
	for i, f := range files {
		t.Sources = append(t.Sources, table.Source{File: f, Path: f})
		t.Origin.Add(i, i, 2)
	}
	return &logkind.Log{Name: string(kind), Kind: kind, Table: t}
}

func TestShopsByFile(t *testing.T) {
	for _, tc := range []struct {
		files, want []string // want in the order of the files; nil is no column
	}{
		{[]string{"南京店来电表.xlsx", "杭州店来电表.xlsx"}, []string{"南京店", "杭州店"}},
		{[]string{"南京店.xlsx", "南通店.xlsx"}, []string{"南京店", "南通店"}},
		{[]string{"小熊电器-南京-2026年11月.csv", "小熊电器-杭州-2026年11月.csv"}, []string{"南京", "杭州"}},
		{[]string{"天猫旗舰店_订单_20261101.csv", "天猫旗舰店_订单_20261108.csv", "京东自营_订单_20261101.csv"}, []string{"天猫旗舰店", "天猫旗舰店", "京东自营"}},
		{[]string{"calls Shop 1 2026-11.csv", "calls Shop 2 2026-11.csv"}, []string{"Shop 1", "Shop 2"}},
		{[]string{"North Store - inbound calls.xlsx", "South Store - inbound calls.xlsx"}, []string{"North Store", "South Store"}},
		{[]string{"/logs/一店/来电.xlsx", "/logs/二店/来电.xlsx"}, []string{"一店", "二店"}},
		{[]string{"淘宝.csv", "拼多多.csv", "备份.csv"}, []string{"淘宝", "拼多多", ""}},
		// Months, weeks, agents and copies are no shops; neither is one shop alone.
		{[]string{"来电表2026-10.xlsx", "来电表2026-11.xlsx"}, nil},
		{[]string{"南京店10月.xlsx", "南京店11月.xlsx"}, nil},
		{[]string{"第45周来电.xlsx", "第46周来电.xlsx"}, nil},
		{[]string{"张三.xlsx", "李四.xlsx"}, nil},
		{[]string{"来电表.xlsx", "来电表 (1).xlsx", "来电表 - 副本.xlsx"}, nil},
		{[]string{"October calls.csv", "November calls.csv"}, nil},
		{[]string{"杭州店.xlsx"}, nil},
	} {
		t.Run(fmt.Sprint(tc.files), func(t *testing.T) {
			d := New([]*logkind.Log{logOf(logkind.Inbound, tc.files...)}, Default(), lang.ZH)
			if err := d.Need(t.Context(), logkind.Shop); err != nil {
				t.Fatal(err)
			}
			c := d.Logs()[0].Col(logkind.Shop)
			var got []string
			for i := range tc.files {
				if c != nil {
					got = append(got, c.Dict.At(c.Codes[i]))
				}
			}
			if !slices.Equal(got, tc.want) {
				t.Errorf("%q, want %q", got, tc.want)
			}
		})
	}
}

// A kind with one file takes the shop from the others, a column of the sheet's
// own wins.
func TestShopsOfOneFileAreKnownFromOthers(t *testing.T) {
	logs := []*logkind.Log{logOf(logkind.Inbound, "南京店来电.xlsx", "杭州店来电.xlsx"), logOf(logkind.Order, "订单(南京店).xlsx"), logOf(logkind.Review, "差评.xlsx")}
	got := shopsOf(logs)
	want := map[string]string{"南京店来电.xlsx": "南京店", "杭州店来电.xlsx": "杭州店", "订单(南京店).xlsx": "南京店"}
	if !maps.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	own := logs[0]
	own.Roles = logkind.Roles{logkind.Shop: "谁"}
	d := New(logs, Default(), lang.ZH)
	if err := d.Need(t.Context(), logkind.Shop); err != nil {
		t.Fatal(err)
	}
	if c := d.Logs()[0].Col(logkind.Shop); c.Name != "谁" {
		t.Errorf("the sheet's own column gave way to %q", c.Name)
	}
	if d.Logs()[2].Has(logkind.Shop) {
		t.Error("a file that names no shop has a column of shops")
	}
}
