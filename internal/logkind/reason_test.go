package logkind

import (
	"testing"

	"tallyboard/internal/lang"
)

func TestReasonOfOneValue(t *testing.T) {
	for want, r := range map[string]Reason{
		`the header is "Shop", 1 value`:               {"role.header.distinct", []any{"Shop", 1}},
		`the header is "Shop", 2 different values`:    {"role.header.distinct", []any{"Shop", 2}},
		`the header is "No", 28,010 different values`: {"role.header.distinct", []any{"No", 28010}},
		`the header contains "Shop", 1 value`:         {"role.word.distinct", []any{"Shop", 1}},
	} {
		if got := r.Text(lang.EN); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	if got, want := (Reason{"role.header.distinct", []any{"店铺", 1}}).Text(lang.ZH), "列名就是“店铺”，1 个不同值"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
