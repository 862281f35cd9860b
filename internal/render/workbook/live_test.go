package workbook

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"tallyboard/internal/document"
	"tallyboard/internal/lang"
	"tallyboard/internal/logkind"
	"tallyboard/internal/render/rendertest"
	"tallyboard/internal/table"
)

// small is a log whose counts are known by hand. 2026-11-04 is a Wednesday.
func small() *logkind.Log {
	const day = 86400
	wed := 1793750400.0
	when := []float64{wed + 3600, wed + 7200, wed - day, wed - 2*day, wed - 3*day, wed - 4*day, math.NaN(), wed - 40*day}
	what := []string{"退货?", "退货?", "=催单", "退货", "<5天", "退货?", "退货?", "退货"}
	t := table.New(table.NumColumn("时间", table.Time, when), table.TextColumn("类型", what),
		table.BoolColumn("解决", "是", "否", []float64{1, 0, 1, math.NaN(), 0, 1, 1, 1}),
		table.NumColumn("金额", table.Number, []float64{10, math.NaN(), 5.5, 1, 2, 3, 100, 4}))
	return &logkind.Log{Name: "小表", Kind: logkind.Inbound, Table: t,
		Roles: logkind.Roles{logkind.Time: "时间", logkind.Type1: "类型", logkind.Resolved: "解决", logkind.Amount: "金额"}}
}

func TestLiveFigures(t *testing.T) {
	f := written(t, &document.Document{Title: "T", Lang: lang.ZH}, 0, small())
	rows, err := f.GetRows("日周月统计", excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	want := map[string][]string{
		"行数":   {"2", "4", "5", "7"},
		"金额":   {"10", "16.5", "18.5", "25.5"},
		"解决率":  {"0.5", "0.6666666666666666", "0.5", "0.6666666666666666"},
		"退货?":  {"2", "2", "2", "3"},
		"=催单":  {"0", "1", "1", "1"},
		"退货":   {"0", "1", "1", "2"},
		"<5天":  {"0", "0", "1", "1"},
		"统计日期": {"46330"},
		"从":    {"46330", "46328", "46327"},
	}
	for _, r := range rows {
		if len(r) < 3 {
			continue
		}
		w, ok := want[r[1]]
		if !ok {
			continue
		}
		delete(want, r[1])
		for i := range w {
			if r[2+i] != w[i] {
				t.Errorf("%s, column %d: %s, want %s", r[1], i, r[2+i], w[i])
			}
		}
	}
	for name := range want {
		t.Errorf("no line %q", name)
	}
}

// A program that recalculates comes to the values that were written.
func TestLiveFormulasGiveTheirValues(t *testing.T) {
	for _, log := range []*logkind.Log{small(), rendertest.Log(300)} {
		f := written(t, &document.Document{Title: "T", Lang: lang.EN}, 0, log)
		const s = "Day, week, month"
		rows, err := f.GetRows(s, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		formulas := 0
		for i, r := range rows {
			for j, raw := range r {
				c := cell(j+1, i+1)
				if formula, _ := f.GetCellFormula(s, c); formula == "" {
					continue
				}
				if strings.ContainsAny(r[1], "?=<") {
					continue // the library that checks here knows no ~ in criteria
				}
				formulas++
				got, err := f.CalcCellValue(s, c, excelize.Options{RawCellValue: true})
				if err != nil {
					t.Fatalf("%s: %v", c, err)
				}
				x, _ := strconv.ParseFloat(got, 64)
				y, _ := strconv.ParseFloat(raw, 64)
				if math.Abs(x-y) > 1e-9 {
					formula, _ := f.GetCellFormula(s, c)
					t.Errorf("%s: =%s gives %s, written was %s", c, formula, got, raw)
				}
			}
		}
		if formulas < 15 {
			t.Errorf("only %d formulas", formulas)
		}
	}
}

func TestPivotTable(t *testing.T) {
	f := written(t, rendertest.Report(lang.ZH), 0, rendertest.Log(30))
	p, err := f.GetPivotTables("数据透视表")
	if err != nil || len(p) != 1 {
		t.Fatalf("%d pivot tables, %v", len(p), err)
	}
	if p[0].DataRange != "来电表 2026-10!A1:H31" || p[0].Rows[0].Data != "客服" || p[0].Columns[0].Data != "是否解决" || p[0].Data[0].Subtotal != "Count" {
		t.Errorf("%+v", p[0])
	}
}

// A column with two roles is counted once.
func TestLiveFiguresCountAColumnOnce(t *testing.T) {
	log := small()
	log.Roles[logkind.Cause] = "类型"
	rows, err := written(t, &document.Document{Title: "T", Lang: lang.ZH}, 0, log).GetRows("日周月统计")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, r := range rows {
		if len(r) > 1 && r[1] == "退货?" {
			n++
		}
	}
	if n != 1 {
		t.Errorf("the type is counted %d times", n)
	}
}
