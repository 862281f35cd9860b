package chart_test

import (
	"fmt"
	"testing"

	"tallyboard/internal/chart"
	"tallyboard/internal/chart/charttest"
	"tallyboard/internal/display"
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

// The axis of a share beside one of counts ends at the whole.
func TestSharesEndAtTheWhole(t *testing.T) {
	c := &chart.Chart{Kind: chart.Combo, Categories: []string{"x", "y", "z"}, Series: []chart.Series{
		{Name: "rows", Values: []float64{202, 337, 161}},
		{Name: "share", Values: []float64{.89, .93, .77}, Second: true, Format: &display.Format{Kind: display.Percent}}}}
	whole := false
	for _, p := range c.Layout(800, 480, chart.Light, charttest.Fixed{}).Prims {
		if l, ok := p.(chart.Label); ok {
			whole = whole || l.Text == "100%"
			if l.Text == "120%" || l.Text == "140%" {
				t.Errorf("the axis goes on to %s", l.Text)
			}
		}
	}
	if !whole {
		t.Error("the axis does not reach the whole")
	}
}
