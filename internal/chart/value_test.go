package chart_test

import (
	"math"
	"testing"

	"tallyboard/internal/chart"
	"tallyboard/internal/lang"
	"tallyboard/internal/pivot"
	"tallyboard/internal/table"
)

func TestValueFormat(t *testing.T) {
	for _, c := range []struct {
		name  string
		value pivot.ValueInfo
		show  pivot.Show
		num   float64
		want  string
	}{
		{"count", pivot.ValueInfo{Value: pivot.Value{Agg: pivot.Count}, Type: table.Number}, pivot.AsIs, 12408, "12,408"},
		{"customers", pivot.ValueInfo{Value: pivot.Value{Agg: pivot.Distinct}, Type: table.Text}, pivot.AsIs, 12, "12"},
		{"share of count", pivot.ValueInfo{Value: pivot.Value{Agg: pivot.Count}}, pivot.RowShare, .729, "72.9%"},
		{"change", pivot.ValueInfo{Value: pivot.Value{Agg: pivot.Count}}, pivot.DiffShare, -.041, "−4.1%"},
		{"difference", pivot.ValueInfo{Value: pivot.Value{Agg: pivot.Count}}, pivot.Diff, 7, "+7"},
		{"rank", pivot.ValueInfo{Value: pivot.Value{Agg: pivot.Mean}, Type: table.Duration}, pivot.Rank, 3, "3"},
		{"index", pivot.ValueInfo{Value: pivot.Value{Agg: pivot.Count}}, pivot.Index, 1.234, "1.23"},
		{"solved", pivot.ValueInfo{Value: pivot.Value{Agg: pivot.Share}, Ratio: true}, pivot.AsIs, .5, "50.0%"},
		{"wait", pivot.ValueInfo{Value: pivot.Value{Agg: pivot.Mean}, Type: table.Duration}, pivot.AsIs, 201, "3分21秒"},
		{"last", pivot.ValueInfo{Value: pivot.Value{Agg: pivot.Max}, Type: table.Time}, pivot.AsIs, 1790000000, "2026-09-21 14:13:20"},
		{"earliest", pivot.ValueInfo{Value: pivot.Value{Agg: pivot.Min}, Type: table.Clock}, pivot.AsIs, 32580, "09:03"},
		{"money", pivot.ValueInfo{Value: pivot.Value{Agg: pivot.Sum}, Type: table.Number, Unit: "¥"}, pivot.AsIs, 1902487.15, "¥1,902,487.15"},
		{"score", pivot.ValueInfo{Value: pivot.Value{Agg: pivot.Mean}, Type: table.Number}, pivot.AsIs, 3.4708, "3.47"},
		{"whole sum", pivot.ValueInfo{Value: pivot.Value{Agg: pivot.Sum}, Type: table.Number}, pivot.AsIs, 40, "40"},
		{"missing", pivot.ValueInfo{Value: pivot.Value{Agg: pivot.Mean}, Type: table.Number}, pivot.AsIs, math.NaN(), "–"},
	} {
		r := &pivot.Result{Spec: pivot.Spec{Show: c.show}, Values: []pivot.ValueInfo{c.value}, Cells: []float64{c.num}, Raw: []float64{c.num}}
		if got := chart.ValueFormat(r, 0).Full(c.num, lang.ZH); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestLabelTexts(t *testing.T) {
	week := pivot.DimInfo{Dim: pivot.Dim{Func: pivot.Week}}
	monday := pivot.Label{Text: "2026-10-26", Num: 1792972800}
	for _, c := range []struct {
		label pivot.Label
		text  string
		full  string
	}{
		{monday, "10月26日–11月1日", "2026年10月26日–11月1日"},
		{pivot.Label{Missing: true, Num: math.NaN()}, "(空白)", "(空白)"},
		{pivot.Label{Other: true, Num: math.NaN()}, "其他", "其他"},
	} {
		if got := chart.LabelText(week, c.label, lang.ZH); got != c.text {
			t.Errorf("%q, want %q", got, c.text)
		}
		if got := chart.LabelFull(week, c.label, lang.ZH); got != c.full {
			t.Errorf("in full %q, want %q", got, c.full)
		}
	}
}

// The parts of a ring have the colours of their rank, whoever draws it.
func TestCategoryColours(t *testing.T) {
	c := &chart.Chart{Kind: chart.Donut, Categories: []string{"a", "b", "c", "其他"}, Rest: []bool{false, false, false, true},
		Series: []chart.Series{{Values: []float64{1, 9, 5, 20}}}}
	for i, want := range []int{2, 0, 1} {
		if got := c.CategoryColor(i, chart.Light); got != chart.Light.Series[want] {
			t.Errorf("%s is %v, want colour %d", c.Categories[i], got, want)
		}
	}
	if c.CategoryColor(3, chart.Light) != chart.Light.Other {
		t.Error("the rest is not grey")
	}
}

func TestTypesHaveTitles(t *testing.T) {
	for _, typ := range chart.Catalogue {
		if zh, en := typ.Title(lang.ZH), typ.Title(lang.EN); zh == "" || en == "" || zh == en {
			t.Errorf("%s is called %q and %q", typ.ID, zh, en)
		}
	}
}
