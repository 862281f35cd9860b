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

// A record that was exported twice, number and all, counts once and is told; rows
// that are alike without a number, or alike but for it, all count.
func TestRepeatedRecords(t *testing.T) {
	var numbered, plain []string
	for i := range 30 {
		numbered = append(numbered, fmt.Sprintf("s%d,小王,咨询", i))
		plain = append(plain, fmt.Sprintf("小王%d,咨询", i))
	}
	for _, tc := range []struct {
		name, text string
		keep       bool
		rows, left int
	}{
		{"record number", "会话ID,客服,类型\n" + strings.Join(append(numbered, numbered[3], numbered[7]), "\n"), false, 30, 2},
		{"kept on request", "会话ID,客服,类型\n" + strings.Join(append(numbered, numbered[3], numbered[7]), "\n"), true, 32, 0},
		{"one number, another content", "会话ID,客服,类型\n" + strings.Join(append(numbered, "s3,小李,咨询"), "\n"), false, 31, 0},
		{"no number", "客服,类型\n" + strings.Join(append(plain, plain[3]), "\n"), false, 31, 0},
		{"order lines", "订单编号,客服,类型\n" + strings.Join(append(numbered, numbered[3]), "\n"), false, 31, 0},
	} {
		l := openOne(t, Options{KeepDups: tc.keep}, csvFile(t, "a.csv", tc.text+"\n"))
		told := 0
		for _, w := range l.Left.Items {
			if w.Kind == WarnDuplicate {
				told++
			}
		}
		if l.Table.Rows != tc.rows || l.Files[0].LeftOut.Duplicates != tc.left || told != tc.left {
			t.Errorf("%s: %d rows, %d left out, %d told; want %d, %d", tc.name, l.Table.Rows, l.Files[0].LeftOut.Duplicates, told, tc.rows, tc.left)
		}
	}
}
