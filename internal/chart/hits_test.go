package chart_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"tallyboard/internal/chart"
	"tallyboard/internal/chart/charttest"
	"tallyboard/internal/display"
	"tallyboard/internal/lang"
	"tallyboard/internal/pivot"
)

// Every value that is drawn answers to the pointer with its category and its
// number, and every series can be found in the legend.
func TestEveryMarkAnswers(t *testing.T) {
	for _, s := range charttest.Samples() {
		scene := s.Chart.Layout(800, 480, chart.Light, charttest.Fixed{})
		type ref = chart.Ref
		found := map[ref]*chart.Hit{}
		legend := map[int]bool{}
		for i := range scene.Hits {
			h := &scene.Hits[i]
			if h.Legend {
				legend[h.Ref.Series] = true
			}
			if h.IsMark() {
				found[h.Ref] = h
			}
		}
		drawn := len(s.Chart.Series)
		switch s.Chart.Kind {
		case chart.Scatter, chart.Bullet:
			drawn = 1
		}
		for i := range drawn {
			for j := range s.Chart.Categories {
				series := i
				if s.Chart.Kind == chart.Scatter {
					series = 1
				}
				v := s.Chart.Series[series].Values[j]
				h := found[chart.Ref{Series: series, Category: j}]
				if math.IsNaN(v) || s.Chart.Kind == chart.Map && j == len(s.Chart.Categories)-1 {
					continue // a gap; a category that is on no map
				}
				if h == nil {
					t.Errorf("%s: series %d, category %d does not answer", s.Name, i, j)
					continue
				}
				if h.Title == "" || len(h.Lines) == 0 {
					t.Errorf("%s: series %d, category %d says nothing", s.Name, i, j)
				}
			}
		}
		if len(s.Chart.Series) > 1 && drawn > 1 && s.Chart.Kind != chart.Heat && s.Chart.Kind != chart.Multiples && len(legend) != len(s.Chart.Series) {
			t.Errorf("%s: %d of %d series in the legend", s.Name, len(legend), len(s.Chart.Series))
		}
	}
}

// A pointer on the middle of a mark meets that mark.
func TestMarksAreMetAtTheirMiddle(t *testing.T) {
	for _, s := range charttest.Samples() {
		if s.Chart.Kind == chart.Scatter || s.Chart.Kind == chart.Combo {
			continue // points may lie on each other
		}
		scene := s.Chart.Layout(800, 480, chart.Light, charttest.Fixed{})
		for i := range scene.Hits {
			h := &scene.Hits[i]
			if !h.IsMark() {
				continue
			}
			x, y := h.X+h.W/2, h.Y+h.H/2
			if w := h.Wedge; w != nil {
				sin, cos := math.Sincos((w.From + w.To) / 2)
				r := (w.Inner + w.Outer) / 2
				x, y = w.X+r*sin, w.Y-r*cos
			}
			if got := scene.At(x, y); got == nil || got.Ref != h.Ref && got.IsMark() {
				t.Errorf("%s: at the middle of %v stands %+v", s.Name, h.Ref, got)
			}
		}
	}
}

func TestHiddenSeriesAreNotDrawn(t *testing.T) {
	c := *charttest.Samples()[3].Chart
	c.Series = append([]chart.Series(nil), c.Series...)
	c.Series[0].Hidden = true
	legend := false
	for _, h := range c.Layout(800, 480, chart.Light, charttest.Fixed{}).Hits {
		if h.Ref.Series == 0 && !h.Legend {
			t.Fatal("a hidden series answers")
		}
		legend = legend || h.Legend && h.Ref.Series == 0
	}
	if !legend {
		t.Error("a hidden series cannot be switched on again")
	}
}

func TestSingleKindsTakeTheWhole(t *testing.T) {
	r := run(t, pivot.Spec{Rows: dims("类型"), Cols: dims("week:时间")})
	for _, k := range []chart.Kind{chart.Donut, chart.Pareto, chart.Funnel} {
		c := chart.FromPivot(r, k, lang.ZH)
		sum := 0.0
		for _, v := range c.Series[0].Values {
			sum += v
		}
		if len(c.Series) != 1 || sum != 2000 {
			t.Errorf("%s of types by week: %d series, sum %v", k, len(c.Series), sum)
		}
	}
}

// A week that is not over is not compared with a whole one.
func TestPartialPeriodsAreSaid(t *testing.T) {
	c := charttest.Samples()[0].Chart
	for _, h := range c.Layout(800, 480, chart.Light, charttest.Fixed{}).Hits {
		if !h.IsMark() {
			continue
		}
		said := strings.Contains(strings.Join(h.Lines, " "), "不完整")
		compared := strings.Contains(strings.Join(h.Lines, " "), "比上一期")
		if last := h.Ref.Category == 7; said != last || compared == last && h.Ref.Category > 0 {
			t.Errorf("week %d says %q", h.Ref.Category, h.Lines)
		}
	}
}

func TestBetween(t *testing.T) {
	c := charttest.Samples()[5].Chart
	part := c.Between(10, 19)
	if len(part.Categories) != 10 || part.Categories[0] != c.Categories[10] || part.Series[0].Values[9] != c.Series[0].Values[19] {
		t.Errorf("%q", part.Categories)
	}
	if len(part.Notes) != 1 || part.Notes[0].Ref.Category != 9 {
		t.Errorf("notes %+v", part.Notes)
	}
	if len(c.Between(5, 2).Categories) != 0 {
		t.Error("nothing lies between 5 and 2")
	}
}

func TestMeanMark(t *testing.T) {
	c := &chart.Chart{Series: []chart.Series{{Values: []float64{1, 2, math.NaN(), 6}}}, Categories: []string{"a", "b", "c", "d"}}
	if m, ok := c.MeanMark(lang.EN); !ok || m.Value != 3 || m.Label != "Mean 3" {
		t.Errorf("%+v", m)
	}
	c.Series = append(c.Series, chart.Series{Values: []float64{3, math.NaN(), math.NaN(), 2}})
	for kind, want := range map[chart.Kind]float64{chart.Column: 14. / 5, chart.Stacked: 14. / 3, chart.Area: 14. / 3} {
		c.Kind = kind
		if m, ok := c.MeanMark(lang.EN); !ok || m.Value != want {
			t.Errorf("%s: the mean is %v, want %v", kind, m.Value, want)
		}
	}
}

// Laying out leaves the chart alone, so that window and export may draw the same
// one at once.
func TestLayoutDoesNotChangeTheChart(t *testing.T) {
	for _, s := range append(charttest.Samples(), charttest.Nasty()...) {
		before := fmt.Sprintf("%+v", *s.Chart)
		done := make(chan bool)
		for range 3 {
			go func() {
				s.Chart.Layout(500, 300, chart.Dark, charttest.Fixed{})
				done <- true
			}()
		}
		for range 3 {
			<-done
		}
		if after := fmt.Sprintf("%+v", *s.Chart); after != before {
			t.Errorf("%s is changed: %s", s.Name, after)
		}
	}
}

// An axis that leaves zero out says so; bars and areas never do.
func TestACutAxisIsSaid(t *testing.T) {
	for _, typ := range chart.Catalogue {
		c := &chart.Chart{Kind: typ.ID, Lang: "en", Time: true, Inner: chart.Line, Format: display.Format{Kind: display.Percent, Decimals: 1}, Categories: []string{"浙江", "江苏", "广东", "上海"},
			Times:  []float64{1790640000, 1790726400, 1790812800, 1790899200},
			Series: []chart.Series{{Name: "a", Values: []float64{.91, .93, .92, .95}}, {Name: "b", Values: []float64{.9, .94, .93, .92}}}}
		text := charttest.Dump(c.Layout(800, 480, chart.Light, charttest.Fixed{}))
		said := strings.Contains(text, "does not begin at 0")
		want := typ.ID == chart.Line || typ.ID == chart.Multiples || typ.ID == chart.Scatter
		if said != want {
			t.Errorf("%s: said %v, want %v", typ.ID, said, want)
		}
	}
}

// The words of a reference line stand at the end where fewer values are near.
func TestWordsOfALineKeepOffTheValues(t *testing.T) {
	for _, c := range []struct {
		values []float64
		left   bool
	}{{[]float64{1, 1, 1, 1, 9, 10, 10, 10}, true}, {[]float64{10, 10, 10, 9, 1, 1, 1, 1}, false}, {[]float64{10, 10, 10, 10, 10, 10, 10, 10}, false}} {
		ch := &chart.Chart{Kind: chart.Column, Categories: []string{"1", "2", "3", "4", "5", "6", "7", "8"}, Lang: "en",
			Series: []chart.Series{{Name: "a", Values: c.values}}, Marks: []chart.Mark{{Value: 10, Label: "Target 10"}}}
		for _, p := range ch.Layout(800, 480, chart.Light, charttest.Fixed{}).Prims {
			if l, ok := p.(chart.Label); ok && l.Text == "Target 10" && (l.X < 400) != c.left {
				t.Errorf("%v: the words stand at %.0f", c.values, l.X)
			}
		}
	}
}
