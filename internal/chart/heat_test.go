package chart

import "testing"

// A rest that is larger than all others does not make them pale.
func TestShadesLeaveTheRestOut(t *testing.T) {
	c := &Chart{Kind: Heat, Categories: []string{"广东", "河南", "其他"}, Rest: []bool{false, false, true},
		Series: []Series{{Name: "咨询", Values: []float64{4, 9, 400}}, {Name: "其他", Other: true, Values: []float64{70, 80, 90}}}}
	if sh := (&plot{c: c, p: Light}).shades(); sh.lo != 0 || sh.hi != 9 {
		t.Errorf("the scale goes from %v to %v, want 0 to 9", sh.lo, sh.hi)
	}
	c.Rest = []bool{true, true, true}
	if sh := (&plot{c: c, p: Light}).shades(); sh.hi != 400 {
		t.Errorf("with nothing but the rest the scale ends at %v, want 400", sh.hi)
	}
}
