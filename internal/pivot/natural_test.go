package pivot

import (
	"slices"
	"strings"
	"testing"

	"tallyboard/internal/table"
)

func TestNaturalOrder(t *testing.T) {
	want := []string{"2", "10", "a", "a1", "A2", "a02b", "A10", "B", "b", "工单2", "工单10", "投诉"}
	got := slices.Clone(want)
	slices.Reverse(got)
	slices.SortFunc(got, natural)
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func FuzzNatural(f *testing.F) {
	f.Add("a1", "a01", "A")
	f.Add("10", "9", "9a")
	f.Fuzz(func(t *testing.T, a, b, c string) {
		if natural(a, b) != -natural(b, a) || (natural(a, b) == 0) != (a == b) {
			t.Errorf("%q and %q have no order", a, b)
		}
		s := []string{a, b, c}
		slices.SortFunc(s, natural)
		if natural(s[0], s[2]) > 0 {
			t.Errorf("no order among %s", strings.Join(s, " "))
		}
	})
}

// FuzzFolded holds the short cut of searches against what it stands for.
func FuzzFolded(f *testing.F) {
	for _, s := range []string{"a b", "a  b", " a", "a ", "Ab", "投诉 1", "ａ", "，", "", "\u200b", "é"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if isFolded(s) && table.Fold(s) != s {
			t.Errorf("%q is said to be folded, but folds to %q", s, table.Fold(s))
		}
	})
}
