package chart_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tallyboard/internal/chart"
	"tallyboard/internal/chart/charttest"
	"tallyboard/internal/lang"
)

var update = flag.Bool("update", false, "rewrite the goldens")

// The goldens hold what each sample paints and what of it can be hit.
func TestSamplesLookAsBefore(t *testing.T) {
	for _, s := range charttest.Samples() {
		t.Run(s.Name, func(t *testing.T) {
			got := charttest.Dump(s.Chart.Layout(500, 300, chart.Light, charttest.Fixed{}))
			file := filepath.Join("testdata", s.Name+".txt")
			if *update {
				if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				os.WriteFile(file+".got", []byte(got), 0o644)
				t.Errorf("differs from %s: %s; see %s.got, or run with -update", file, firstDifference(got, string(want)), file)
			}
		})
	}
}

func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range g {
		if i >= len(w) {
			return "more lines than before: " + g[i]
		}
		if g[i] != w[i] {
			return "got " + g[i] + ", want " + w[i]
		}
	}
	return "fewer lines than before"
}

func TestCatalogueIsComplete(t *testing.T) {
	seen := map[chart.Kind]bool{}
	for _, typ := range chart.Catalogue {
		if seen[typ.ID] {
			t.Errorf("%s stands twice in the catalogue", typ.ID)
		}
		seen[typ.ID] = true
		if _, err := os.Stat(string(typ.ID) + ".go"); err != nil {
			t.Errorf("%s has no file of its name", typ.ID)
		}
		if _, err := os.Stat(filepath.Join("testdata", string(typ.ID)+".txt")); err != nil {
			t.Errorf("%s has no golden of its name", typ.ID)
		}
		for _, l := range lang.All {
			for _, key := range []string{"chart.kind.", "chart.unsuited."} {
				if !l.Has(key + string(typ.ID)) {
					t.Errorf("%s: no text %s%s", l, key, typ.ID)
				}
			}
		}
	}
}
