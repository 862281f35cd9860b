package printing

import (
	"testing"

	"tallyboard/internal/fault"
)

func TestScaleAsPeopleWriteIt(t *testing.T) {
	for s, want := range map[string]float64{"fit": 0, "100": 1, "80%": .8, " 50 ％": .5, "150": 1.5, "112.5": 1.125} {
		if got, err := ParseScale(s); err != nil || got != want {
			t.Errorf("%q is %g, %v; want %g", s, got, err, want)
		}
	}
	for _, s := range []string{"", "0", "49", "151", "-80", "abc", "NaN", "%"} {
		if got, err := ParseScale(s); !fault.Is(err, "printing.scale") {
			t.Errorf("%q is %g, %v", s, got, err)
		}
	}
}
