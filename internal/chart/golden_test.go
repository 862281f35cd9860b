package chart_test

import (
	"os"
	"path/filepath"
	"testing"

	"tallyboard/internal/chart"
	"tallyboard/internal/chart/charttest"
	"tallyboard/internal/golden"
	"tallyboard/internal/lang"
)

// The goldens hold what each sample paints and what of it can be hit.
func TestSamplesLookAsBefore(t *testing.T) {
	for _, s := range charttest.Samples() {
		t.Run(s.Name, func(t *testing.T) {
			got := charttest.Dump(s.Chart.Layout(500, 300, chart.Light, charttest.Fixed{}))
			golden.Check(t, filepath.Join("testdata", s.Name+".txt"), got)
		})
	}
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
