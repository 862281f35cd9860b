package chart_test

import (
	"fmt"
	"testing"

	"tallyboard/internal/chart"
	"tallyboard/internal/chart/charttest"
	"tallyboard/internal/lang"
)

// A ring of many small parts still shows the greatest of them, and shares of
// nothing are not drawn as an empty frame.
func TestSharesOfManyAndOfNothing(t *testing.T) {
	const many = 200
	c := &chart.Chart{Kind: chart.Donut, Series: []chart.Series{{Name: "rows"}}}
	for i := range many {
		c.Categories = append(c.Categories, fmt.Sprint("type ", i))
		c.Series[0].Values = append(c.Series[0].Values, float64(100+i%7))
	}
	parts := 0
	for _, h := range c.Layout(800, 480, chart.Light, charttest.Fixed{}).Hits {
		if h.Wedge != nil && h.Ref.Category >= 0 {
			parts++
		}
	}
	if parts < 5 {
		t.Errorf("of %d parts %d stand alone", many, parts)
	}
	z := &chart.Chart{Kind: chart.Percent, Lang: "zh", Categories: []string{"x", "y", "z"},
		Series: []chart.Series{{Name: "a", Values: make([]float64, 3)}, {Name: "b", Values: make([]float64, 3)}}}
	says := false
	for _, p := range z.Layout(800, 480, chart.Light, charttest.Fixed{}).Prims {
		if l, ok := p.(chart.Label); ok && l.Text == lang.ZH.T("chart.zero") {
			says = true
		}
	}
	if !says {
		t.Error("shares of nothing do not say so")
	}
}
