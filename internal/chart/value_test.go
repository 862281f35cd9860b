package chart_test

import (
	"testing"

	"tallyboard/internal/chart"
	"tallyboard/internal/lang"
)

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
