package report

import (
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
