package derive

import (
	"sync"
	"testing"

	"tallyboard/internal/lang"
	"tallyboard/internal/logkind"
	"tallyboard/internal/table"
)

func TestColumnsAreDerivedOnce(t *testing.T) {
	calls := &logkind.Log{Kind: logkind.Inbound, Roles: logkind.Roles{logkind.Customer: "c", logkind.Time: "t"},
		Table: table.New(table.TextColumn("c", []string{"a", "a", "b"}), table.NumColumn("t", table.Time, []float64{1e9, 1e9 + 86400, 1e9}))}
	logs := []*logkind.Log{calls}
	var k Keep
	visits := func(p Params, l lang.Lang, logs ...*logkind.Log) *table.Column {
		d := k.Deriver(logs, p, l)
		if err := d.Need(t.Context(), VisitNumber); err != nil {
			t.Error(err)
		}
		return d.Logs()[0].Col(VisitNumber)
	}
	first := visits(Default(), lang.EN, logs...)
	if first == nil || visits(Default(), lang.EN, logs...) != first {
		t.Fatal("the same logs are derived from again")
	}
	other := Default()
	other.Gap = 3000
	if got := visits(other, lang.EN, logs...); got == first || got.Nums[1] != 1 {
		t.Error("another gap between visits changes nothing")
	}
	if visits(Default(), lang.ZH, logs...).Name == first.Name {
		t.Error("another language keeps the header")
	}
	changed := *calls
	changed.Roles = logkind.Roles{logkind.Customer: "c", logkind.Time: "t"}
	if visits(Default(), lang.EN, &changed) == first {
		t.Error("another log has the columns of the one before")
	}
	if calls.Has(VisitNumber) {
		t.Error("the log itself was changed")
	}
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() { visits(Default(), lang.EN, logs...) })
	}
	wait.Wait()
	if d := (*Keep)(nil).Deriver(logs, Default(), lang.EN); len(d.Logs()) != 1 {
		t.Error("without a Keep there is no Deriver")
	}
}
