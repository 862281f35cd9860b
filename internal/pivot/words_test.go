package pivot

import (
	"math"
	"testing"

	"tallyboard/internal/lang"
	"tallyboard/internal/table"
)

func TestValueFormat(t *testing.T) {
	for _, c := range []struct {
		name  string
		value ValueInfo
		show  Show
		num   float64
		want  string
	}{
		{"count", ValueInfo{Value: Value{Agg: Count}, Type: table.Number}, AsIs, 12408, "12,408"},
		{"customers", ValueInfo{Value: Value{Agg: Distinct}, Type: table.Number}, AsIs, 12, "12"},
		{"share of count", ValueInfo{Value: Value{Agg: Count}}, RowShare, .729, "72.9%"},
		{"change", ValueInfo{Value: Value{Agg: Count}}, DiffShare, -.041, "−4.1%"},
		{"difference", ValueInfo{Value: Value{Agg: Count}}, Diff, 7, "+7"},
		{"rank", ValueInfo{Value: Value{Agg: Mean}, Type: table.Duration}, Rank, 3, "3"},
		{"index", ValueInfo{Value: Value{Agg: Count}}, Index, 1.234, "1.23"},
		{"solved", ValueInfo{Value: Value{Agg: Share}, Type: table.Number, Ratio: true}, AsIs, .5, "50.0%"},
		{"wait", ValueInfo{Value: Value{Agg: Mean}, Type: table.Duration}, AsIs, 201, "3分21秒"},
		{"last", ValueInfo{Value: Value{Agg: Max}, Type: table.Time}, AsIs, 1790000000, "2026-09-21 14:13:20"},
		{"earliest", ValueInfo{Value: Value{Agg: Min}, Type: table.Clock}, AsIs, 32580, "09:03"},
		{"money", ValueInfo{Value: Value{Agg: Sum}, Type: table.Number, Unit: "¥"}, AsIs, 1902487.15, "¥1,902,487.15"},
		{"dollars", ValueInfo{Value: Value{Agg: Sum}, Type: table.Number, Unit: "$"}, AsIs, 12.5, "$12.50"},
		{"seconds", ValueInfo{Value: Value{Agg: Mean}, Type: table.Number, Unit: "s"}, AsIs, 201, "3分21秒"},
		{"score", ValueInfo{Value: Value{Agg: Mean}, Type: table.Number}, AsIs, 3.4708, "3.47"},
		{"whole sum", ValueInfo{Value: Value{Agg: Sum}, Type: table.Number, Whole: true}, AsIs, 40, "40"},
		{"missing", ValueInfo{Value: Value{Agg: Mean}, Type: table.Number}, AsIs, math.NaN(), "–"},
	} {
		if got := c.value.Format(c.show).Full(c.num, lang.ZH); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestLabelTexts(t *testing.T) {
	week := DimInfo{Dim: Dim{Func: Week}}
	monday := Label{Text: "2026-10-26", Num: 1792972800}
	for _, c := range []struct {
		label Label
		text  string
		full  string
	}{
		{monday, "10月26日–11月1日", "2026年10月26日–11月1日"},
		{Label{Missing: true, Num: math.NaN()}, "(空白)", "(空白)"},
		{Label{Other: true, Num: math.NaN()}, "其他", "其他"},
	} {
		if got := week.Label(c.label, lang.ZH); got != c.text {
			t.Errorf("%q, want %q", got, c.text)
		}
		if got := week.FullLabel(c.label, lang.ZH); got != c.full {
			t.Errorf("in full %q, want %q", got, c.full)
		}
	}
}
