package pivot_test

import (
	"slices"
	"testing"

	"tallyboard/internal/pivot"
)

func TestColumnsOfASpec(t *testing.T) {
	for text, want := range map[string][]string{
		"": nil,
		"--rows week:Time --cols Type --value sum:Price --where Region=A": {"Time", "Type", "Price", "Region"},
		"--rows Type --value 'share:Solved / count:Type'":                 {"Type", "Solved"},
		"--value 'count{Agent=Li}' --value 'prev(mean:Wait)'":             {"Agent", "Wait"},
		"--rows @agent --where 'Type^5|sum:Price'":                        {"@agent", "Type", "Price"},
	} {
		p, err := pivot.ParseSpec(text)
		if err != nil {
			t.Errorf("%s: %v", text, err)
			continue
		}
		if got := p.Columns(); !slices.Equal(got, want) {
			t.Errorf("%s reads %q, want %q", text, got, want)
		}
	}
}
