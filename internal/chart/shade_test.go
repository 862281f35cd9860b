package chart

import (
	"math"
	"testing"
)

func TestShadesGrowWithTheNumber(t *testing.T) {
	for name, p := range map[string]*Palette{"light": &Light, "dark": &Dark} {
		if p.Shade(math.NaN(), 0, 9) != p.Surface {
			t.Errorf("%s: no number has a ground", name)
		}
		if p.Shade(0, -5, 9) == p.Shade(9, -5, 9) || p.Shade(-5, -5, 9) == p.Shade(5, -5, 9) {
			t.Errorf("%s: numbers about nothing are not told apart", name)
		}
		for v := 1.0; v < 9; v++ {
			if p.Shade(v, 0, 9) == p.Shade(v+1, 0, 9) {
				t.Errorf("%s: %v and %v have the same ground", name, v, v+1)
			}
		}
	}
}
