package chart_test

import (
	"strings"
	"testing"

	"tallyboard/internal/chart"
	"tallyboard/internal/chart/charttest"
)

// The value of a point stands where a steep line does not strike it through, and
// the greatest is written also where the axis ends at it.
func TestValuesOfALineStandBesideIt(t *testing.T) {
	c := &chart.Chart{Kind: chart.Line, Lang: "en", Categories: []string{"a", "b", "c", "d", "e"},
		Series: []chart.Series{{Name: "n", Values: []float64{100, 500, 1000, 300, 301}}}}
	s := c.Layout(500, 400, chart.Light, charttest.Fixed{})
	sides := map[string]float64{}
	for _, p := range s.Prims {
		if l, ok := p.(chart.Label); ok && l.X > 60 { // beyond the axis
			sides[l.Text] = l.HA
		}
	}
	for text, want := range map[string]float64{"100": 1, "500": 1, "1,000": 0, "301": .5} {
		if got, ok := sides[text]; !ok || got != want {
			t.Errorf("%s stands at %v of its width (%v), want %v", text, got, ok, want)
		}
	}
}

// The values of a line that runs level at the top of its axis stand under it, not
// in it.
func TestLevelLineIsNotStruckThrough(t *testing.T) {
	c := &chart.Chart{Kind: chart.Line, Title: "orders", Lang: "en", Parts: true, Categories: []string{"Mon", "Tue", "Wed"},
		Series: []chart.Series{{Name: "orders", Values: []float64{40, 40, 40}}}}
	drawn := charttest.Dump(c.Layout(500, 220, chart.Light, charttest.Fixed{}))
	if n := strings.Count(drawn, `"40" 11`); n != 3 {
		t.Errorf("%d of 3 values are written:\n%s", n, drawn)
	}
	for _, line := range strings.Split(drawn, "\n") {
		if strings.Contains(line, `"40" 11`) && !strings.HasSuffix(line, "align 0.5,0") {
			t.Errorf("a value stands beside its point: %s", line)
		}
	}
}
