package chart_test

import (
	"strings"
	"testing"

	"tallyboard/internal/chart"
	"tallyboard/internal/chart/charttest"
)

// noteBoxes are the regions of the words of remarks, by place in the list.
func noteBoxes(s *chart.Scene) map[int]chart.Hit {
	out := map[int]chart.Hit{}
	for _, h := range s.Hits {
		if was, ok := out[h.Note]; h.Note > 0 && (!ok || h.W*h.H > was.W*was.H) {
			out[h.Note] = h
		}
	}
	return out
}

// Every type shows a remark at a mark, with its words.
func TestEveryTypeShowsRemarks(t *testing.T) {
	for _, s := range charttest.Samples() {
		c := *s.Chart
		series := 0
		if c.Kind == chart.Scatter {
			series = 1 // the points are those of the upright axis
		}
		c.Notes = []chart.Note{{Ref: chart.Ref{Series: series, Category: 1}, Text: "大促第一天"}}
		scene := c.Layout(800, 480, chart.Light, charttest.Fixed{})
		text := charttest.Dump(scene)
		if !strings.Contains(text, `"大促第一天"`) || noteBoxes(scene)[1].W < 40 {
			t.Errorf("%s: the remark is not written", s.Name)
		}
	}
}

// A remark stands where it was moved to, whole, also at the edge.
func TestRemarksStandWhereTheyWereMoved(t *testing.T) {
	for _, s := range charttest.Samples() {
		for _, at := range [][2]float64{{.5, .5}, {.95, .05}, {.02, .98}} {
			c := *s.Chart
			c.Notes = []chart.Note{{Ref: chart.Ref{Series: -1, Category: 1}, Text: "Holiday", X: at[0], Y: at[1]}}
			scene := c.Layout(800, 480, chart.Light, charttest.Fixed{})
			h := noteBoxes(scene)[1]
			if h.W < 30 {
				t.Errorf("%s: nothing is written at %v", s.Name, at)
				continue
			}
			x, y := (h.X+h.W/2)/800, (h.Y+h.H/2)/480
			if at[0] == .5 && (x < .4 || x > .6 || y < .38 || y > .62) {
				t.Errorf("%s: moved to the middle it stands at %.2f, %.2f", s.Name, x, y)
			}
			if h.X < 0 || h.Y < 0 || h.X+h.W > 800 || h.Y+h.H > 480 {
				t.Errorf("%s: it leaves the picture at %v", s.Name, at)
			}
		}
	}
}

func TestRemarksOfHiddenSeriesAreNotShown(t *testing.T) {
	c := *charttest.Samples()[6].Chart // two lines
	c.Notes = []chart.Note{{Ref: chart.Ref{Series: 1, Category: 1}, Text: "Holiday"}}
	c.Series = append([]chart.Series(nil), c.Series...)
	c.Series[1].Hidden = true
	if len(noteBoxes(c.Layout(800, 480, chart.Light, charttest.Fixed{}))) != 0 {
		t.Error("the remark of a hidden series is shown")
	}
}
