package report

import (
	"testing"

	"tallyboard/internal/derive"
	"tallyboard/internal/lang"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
)

// A year of logs takes half a second to derive everything for: a report makes
// what it tells of and nothing else.
func TestOnlyWhatIsNeededIsDerived(t *testing.T) {
	for id, want := range map[string]map[logkind.Role]bool{
		"hours": {derive.Returned: false, derive.PaidAfter: false, derive.Burst: false},
		"types": {derive.Returned: true, derive.PaidAfter: false, derive.Burst: false},
	} {
		var keep derive.Keep
		in := Input{Logs: []*logkind.Log{sheet("calls", logkind.Inbound, calls), sheet("orders", logkind.Order, march)}, Engine: pivot.Memory(), Lang: lang.EN, Period: "all", Derived: &keep}
		b, err := newBuilder(t.Context(), Report{ID: id, Kinds: contactKinds}, in)
		if err != nil {
			t.Fatal(err)
		}
		b.catalogue = Catalogue
		r, _ := reportOf(id)
		if err := r.Build(t.Context(), b); err != nil {
			t.Fatal(err)
		}
		for role, made := range want {
			if got := b.derived.Logs()[0].Has(role); got != made {
				t.Errorf("%s: %s is derived: %v, want %v", id, role, got, made)
			}
		}
	}
}

func reportOf(id string) (Report, bool) {
	for _, r := range Catalogue {
		if r.ID == id {
			return r, true
		}
	}
	return Report{}, false
}
