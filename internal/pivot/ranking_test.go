package pivot

import (
	"context"
	"fmt"
	"testing"

	"tallyboard/internal/logkind"
	"tallyboard/internal/table"
)

// A member without rows in the column that is sorted by stands where the number
// shown for it belongs: a count of 0 before a count of 1, a sum of nothing last.
func TestNoRowsAreSortedAsTheyAreShown(t *testing.T) {
	log := &logkind.Log{Table: table.New(
		table.TextColumn("Type", []string{"a", "a", "a", "b", "c", "c"}),
		table.TextColumn("Shop", []string{"x", "x", "y", "y", "x", "y"}),
		table.NumColumn("Amount", table.Number, []float64{5, 6, 1, 1, 4, 1}),
	)}
	for text, want := range map[string]string{
		"--sort 'count @ x'":                    "b c a",
		"--sort 'count @ x' --desc":             "a c b",
		"--sort 'distinct:Amount @ x'":          "b c a",
		"--sort 'sum:Amount @ x'":               "c a b",
		"--sort 'sum:Amount @ x' --desc":        "a c b",
		"--order 'Type by desc count @ x'":      "a c b",
		"--order 'Type by asc count @ x'":       "b c a",
		"--sort 'count - 3 * sum:Amount @ x'":   "a c b",
		"--sort 'count @ x' --show col%":        "b c a",
		"--sort 'count @ x' --where Type!=none": "b c a",
	} {
		spec, err := ParseSpec("--rows Type --cols Shop --value count --value sum:Amount --value distinct:Amount --value 'count - 3 * sum:Amount' " + text)
		if err != nil {
			t.Fatal(err)
		}
		res, err := Memory().Run(context.Background(), log, spec)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, i := range res.Rows.Leaves() {
			got += fmt.Sprint(res.Rows.Members[i].Path[0].Text, " ")
		}
		if got != want+" " {
			t.Errorf("%s: rows stand as %s, want %s", text, got, want)
		}
	}
}
