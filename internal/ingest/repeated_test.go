package ingest

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// Rows that stand twice are told, whatever the columns are that tell rows apart.
func TestRepeatedRows(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 5))
	word := func(n int) string { return "词" + string(rune('一'+rnd.IntN(n))) }
	forms := map[string]func(i int) string{
		"rising":  func(i int) string { return fmt.Sprint(i / 2) },
		"number":  func(int) string { return fmt.Sprint(rnd.IntN(90)) },
		"words":   func(int) string { return word(90) },
		"few":     func(int) string { return word(3) },
		"mixed":   func(int) string { return []string{word(40), fmt.Sprint(rnd.IntN(40))}[rnd.IntN(2)] },
		"sparse":  func(int) string { return []string{"", word(40)}[rnd.IntN(2)] },
		"unequal": func(i int) string { return fmt.Sprint(1000-i, ".5") },
	}
	names := slices.Sorted(maps.Keys(forms))
	told := 0
	for range 60 {
		var cols []string
		for _, n := range names[:len(names)-1] {
			if rnd.IntN(2) == 0 {
				cols = append(cols, n)
			}
		}
		if len(cols) < 2 {
			cols = []string{"rising", "few"}
		}
		if rnd.IntN(10) == 0 {
			cols = append(cols, "unequal")
		}
		lines := []string{"列" + strings.Join(cols, ",列")}
		seen := map[string]bool{}
		var want []int
		for i := range 200 {
			var cells []string
			for _, n := range cols {
				cells = append(cells, forms[n](i))
			}
			line := strings.Join(cells, ",")
			if rnd.IntN(40) == 0 && i > 0 {
				line = lines[len(lines)-1]
			}
			if seen[line] && strings.Trim(line, ",") != "" {
				want = append(want, i+2)
			}
			seen[line] = true
			lines = append(lines, line)
		}
		if len(want) > 20 || slices.ContainsFunc(lines, func(l string) bool { return strings.Trim(l, ",") == "" }) {
			continue // simply alike
		}
		l := openOne(t, Options{}, csvFile(t, "a.csv", strings.Join(lines, "\n")+"\n"))
		var got []int
		for _, w := range l.Warnings.Items {
			if w.Kind == WarnRepeated {
				got = append(got, w.Row)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%v: rows %v stand twice, want %v", cols, got, want)
		}
		told += len(got)
	}
	if told < 100 {
		t.Errorf("only %d rows stood twice", told)
	}
}
