package report

import (
	"slices"
	"testing"

	"tallyboard/internal/lang"
	"tallyboard/internal/pivot"
)

// Hours that follow each other are told as a stretch, two as two.
func TestRunsOfHours(t *testing.T) {
	for _, tc := range []struct {
		l     lang.Lang
		hours []float64
		want  string
	}{
		{lang.EN, []float64{7, 9, 10, 11}, "7:00, 9:00–11:59"},
		{lang.ZH, []float64{9}, "9时"},
		{lang.ZH, []float64{10, 11, 13, 19, 20, 21, 22}, "10时、11时、13时、19时–22时"},
		{lang.ZH, []float64{0, 1, 2, 3, 4, 6, 7}, "0时–4时、6时、7时"},
	} {
		d := &breakdown{v: &view{b: &Builder{lang: tc.l}}, dims: []pivot.Dim{{Func: pivot.Hour}}}
		var list []line
		for _, h := range tc.hours {
			list = append(list, line{path: []pivot.Label{{Text: num(int(h)), Num: h}}})
		}
		if got := d.runs(list); got != tc.want {
			t.Errorf("%v: %q, want %q", tc.hours, got, tc.want)
		}
	}
}

// Hours at which hardly anything comes are closed, but for one alone between
// busy ones.
func TestOpenHours(t *testing.T) {
	for _, tc := range []struct{ counts, open []float64 }{
		{[]float64{0, 0, 0, 500, 500}, []float64{3, 4}},
		{[]float64{20, 1, 30, 500, 449}, []float64{0, 1, 2, 3, 4}},
		{[]float64{20, 1, 1, 500, 478}, []float64{0, 3, 4}},
		{[]float64{1, 500, 498, 1}, []float64{1, 2}},
		{nil, nil},
	} {
		var day []line
		sum := 0.0
		for h, n := range tc.counts {
			day = append(day, line{path: []pivot.Label{{Num: float64(h)}}, n: n})
			sum += n
		}
		var got []float64
		for _, l := range openHours(day, sum) {
			got = append(got, l.label().Num)
		}
		if !slices.Equal(got, tc.open) {
			t.Errorf("of %v open are %v, want %v", tc.counts, got, tc.open)
		}
	}
}
