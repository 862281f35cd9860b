package rules

import (
	"reflect"
	"testing"

	"tallyboard/internal/fault"
)

func TestPartsAsTyped(t *testing.T) {
	got, err := PartsOf("Ann = 2\n\n 小王@北店＝1.5 \nBob\nCid\t3\n")
	want := []Part{{"Ann", "", 2}, {"小王", "北店", 1.5}, {"Bob", "", 1}, {"Cid", "", 3}}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Fatalf("%+v, %v", got, err)
	}
	again, err := PartsOf(PartsText(got))
	if err != nil || !reflect.DeepEqual(again, want) {
		t.Errorf("written and read: %+v, %v", again, err)
	}
	if _, err := PartsOf("Ann = much"); !fault.Is(err, "rules.weight") {
		t.Error(err)
	}
}

func TestSpansAsTyped(t *testing.T) {
	m := month(t, "2026-11")
	got, err := SpansOf("11-11 双11 = 5\n11-20..11-25 presale = 0.5\n11月28日 = 0\n29~30 stock taking=0\n2026/12/31=2\n11.11..2026-11-12 x", m)
	want := []Span{{date(t, "2026-11-11"), date(t, "2026-11-11"), "双11", 5}, {date(t, "2026-11-20"), date(t, "2026-11-25"), "presale", .5},
		{date(t, "2026-11-28"), date(t, "2026-11-28"), "", 0}, {date(t, "2026-11-29"), date(t, "2026-11-30"), "stock taking", 0},
		{date(t, "2026-12-31"), date(t, "2026-12-31"), "", 2}, {date(t, "2026-11-11"), date(t, "2026-11-12"), "x", 1}}
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Fatalf("%+v, %v", got, err)
	}
	again, err := SpansOf(SpansText(got, m), m)
	if err != nil || !reflect.DeepEqual(again, want) {
		t.Errorf("written and read: %+v, %v", again, err)
	}
	for _, bad := range []string{"soon = 1", "31 = 1", "11-31 = 1", "= 1"} {
		if s, err := SpansOf(bad, m); !fault.Is(err, "rules.date") {
			t.Errorf("%q: %+v, %v", bad, s, err)
		}
	}
}
