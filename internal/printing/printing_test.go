package printing

import (
	"reflect"
	"testing"

	"tallyboard/internal/fault"
)

func TestParsePages(t *testing.T) {
	for _, c := range []struct {
		text string
		want []int
		bad  bool
	}{
		{"", nil, false},
		{"1-3, 5", []int{0, 1, 2, 4}, false},
		{"2，4、5", []int{1, 3, 4}, false},
		{"7", nil, true},
		{"0", nil, true},
		{"3-2", nil, true},
		{"one", nil, true},
		{"1-", nil, true},
	} {
		got, err := ParsePages(c.text, 6)
		if !reflect.DeepEqual(got, c.want) || fault.Is(err, "printing.pages") != c.bad {
			t.Errorf("ParsePages(%q) = %v, %v", c.text, got, err)
		}
	}
}
