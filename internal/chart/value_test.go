package chart

import (
	"testing"

	"tallyboard/internal/display"
	"tallyboard/internal/lang"
	"tallyboard/internal/pivot"
)

// What an axis says beside its numbers is in words of its language; times carry
// their unit in every number.
func TestUnitBesideAnAxis(t *testing.T) {
	plain := display.Format{Kind: display.Decimal}
	for _, c := range []struct {
		unit string
		f    display.Format
		l    lang.Lang
		want string
	}{
		{"s", plain, lang.ZH, "秒"},
		{"s", plain, lang.EN, "s"},
		{"s", display.Format{Kind: display.Duration}, lang.ZH, ""},
		{"kg", plain, lang.ZH, "kg"},
		{"¥", display.Format{Kind: display.Money}, lang.ZH, ""},
	} {
		if got := unit(pivot.ValueInfo{Unit: c.unit}, c.f, c.l); got != c.want {
			t.Errorf("%s as %v in %s is %q, want %q", c.unit, c.f.Kind, c.l, got, c.want)
		}
	}
}
