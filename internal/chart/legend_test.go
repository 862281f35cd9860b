package chart_test

import (
	"strings"
	"testing"

	"tallyboard/internal/chart"
	"tallyboard/internal/chart/charttest"
)

// A ring without room for names beside it says the shares in its legend.
func TestNarrowRingSaysShares(t *testing.T) {
	c := &chart.Chart{Kind: chart.Donut, Title: "channels", Lang: "en", Parts: true, Categories: []string{"Social media", "Self-service"},
		Series: []chart.Series{{Name: "chats", Values: []float64{30, 10}}}}
	drawn := charttest.Dump(c.Layout(318, 220, chart.Light, charttest.Fixed{}))
	for _, want := range []string{"Social media  75.0%", "Self-service  25.0%"} {
		if !strings.Contains(drawn, want) {
			t.Errorf("%q is not in\n%s", want, drawn)
		}
	}
}

// On the height that NameRoom asks for, the legend names every series and long
// names of categories are whole.
func TestNameRoomHoldsAllNames(t *testing.T) {
	names := []string{"Technical support", "Payment related", "Admin support", "Contract related", "Streaming"}
	c := &chart.Chart{Kind: chart.Stacked, Title: "over time", Lang: "en", Parts: true, Categories: names}
	for _, s := range names {
		c.Series = append(c.Series, chart.Series{Name: s + " x", Values: []float64{1, 2, 3, 4, 5}})
	}
	const w = 320.0
	drawn := charttest.Dump(c.Layout(w, 200+c.NameRoom(w, charttest.Fixed{}), chart.Light, charttest.Fixed{}))
	for _, s := range names {
		if !strings.Contains(drawn, s+" x") || strings.Count(drawn, s) < 2 {
			t.Errorf("%q is cut or left out", s)
		}
	}
}
