package report

import (
	"math"
	"testing"

	"tallyboard/internal/lang"
)

// Growth from almost nothing is told by the numbers, not by a percentage that
// only startles.
func TestChangesThatStartle(t *testing.T) {
	b := &Builder{lang: lang.EN}
	for _, tc := range []struct {
		now, before float64
		share       float64 // NaN is none
		text        string
	}{
		{12, 10, .2, "2 more than before (▲ +20.0%)"},
		{5, 10, -.5, "5 fewer than before (▼ −50.0%)"},
		{100, 10, 9, "90 more than before (▲ +900.0%)"},
		{10070, 60, math.NaN(), "10,010 more than before (60 then)"},
		{3, 0, math.NaN(), "3 more than before, when there were none"},
		{4, 4, 0, "as many as before"},
	} {
		if got := change(tc.now, tc.before); got != tc.share && (got == got || tc.share == tc.share) {
			t.Errorf("change(%v, %v) = %v, want %v", tc.now, tc.before, got, tc.share)
		}
		if got := b.versus(tc.now, tc.before); got != tc.text {
			t.Errorf("versus(%v, %v) = %q, want %q", tc.now, tc.before, got, tc.text)
		}
	}
}
