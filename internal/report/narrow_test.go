package report

import (
	"testing"

	"tallyboard/internal/derive"
	"tallyboard/internal/lang"
	"tallyboard/internal/pivot"
)

// elsewhere is an engine that does not read the tables of this process.
type elsewhere struct{ pivot.Engine }

// What a report says must not depend on whether it asks about a part of the
// table or with a filter on all of it.
func TestNarrowedLogsSayTheSame(t *testing.T) {
	_, logs := sampleShop(t, lang.EN)
	logs, err := derive.Complete(t.Context(), logs, derive.Default(), lang.EN)
	if err != nil {
		t.Fatal(err)
	}
	// Newest first, as many exports are, so that the rows of a period are picked.
	for _, l := range logs[:len(logs)/2] {
		rows := make([]int, l.Table.Rows)
		for i := range rows {
			rows[i] = l.Table.Rows - 1 - i
		}
		l.Table = l.Table.Take(rows)
	}
	for _, r := range Catalogue {
		for _, period := range []string{"", "2026-10", "2026-11-01..2026-11-10"} {
			in := Input{Logs: logs, Lang: lang.EN, Period: period, Engine: pivot.Memory()}
			near, err := Build(t.Context(), r.ID, in)
			if err != nil {
				t.Fatal(err)
			}
			in.Engine = elsewhere{pivot.Memory()}
			far, err := Build(t.Context(), r.ID, in)
			if err != nil {
				t.Fatal(err)
			}
			if a, b := dump(near), dump(far); a != b {
				t.Errorf("%s %q differs: %s", r.ID, period, firstDifference(a, b))
			}
		}
	}
}

func firstDifference(a, b string) string {
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			from := max(0, i-200)
			return a[from:min(len(a), i+100)] + "\n--- against ---\n" + b[from:min(len(b), i+100)]
		}
	}
	return "one is longer"
}
