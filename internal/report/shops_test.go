package report

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"tallyboard/internal/document"
	"tallyboard/internal/fault"
	"tallyboard/internal/lang"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
	"tallyboard/internal/table"
)

// twoShops are calls of two files, orders with a column of shops, and reviews
// that know nothing of shops.
func twoShops() []*logkind.Log {
	calls := sheet("calls", logkind.Inbound, `time | agent | type1
		03-02 10:00 | Li | Delivery
		03-03 10:00 | Li | Refund
		03-03 11:00 | Wu | Refund`)
	calls.Table.Sources = []table.Source{{File: "North Store calls.xlsx"}, {File: "South Store calls.xlsx"}}
	calls.Table.Origin.Add(0, 0, 2)
	calls.Table.Origin.Add(1, 1, 2)
	orders := sheet("orders", logkind.Order, `order_time | shop | amount
		03-02 | North Store | 10
		03-03 | West Store | 20`)
	reviews := sheet("reviews", logkind.Review, `time | product
		03-03 | Kettle`)
	return []*logkind.Log{calls, orders, reviews}
}

func TestReportsByShop(t *testing.T) {
	logs := twoShops()
	in := func(params ...string) Input {
		x := Input{Logs: logs, Engine: pivot.Memory(), Lang: lang.EN, Period: "all", Params: map[string]string{}}
		for i := 0; i < len(params); i += 2 {
			x.Params[params[i]] = params[i+1]
		}
		return x
	}
	one := dump(makeReport(t, "overview", in("shop", "South Store")))
	for _, want := range []string{"2 calls", "\"reviews\" has no column of shops", "told apart by the names of the files"} {
		if !strings.Contains(one, want) {
			t.Errorf("%q is not in\n%s", want, one)
		}
	}
	if strings.Contains(one, "Kettle") || strings.Contains(one, "tile Reviews") {
		t.Errorf("rows of no shop count for one:\n%s", one)
	}
	compared := makeReport(t, "shops", in())
	if !slices.Equal(compared.Sources, []string{"calls", "orders"}) {
		t.Errorf("made from %v; reviews tell no shops apart", compared.Sources)
	}
	both := dump(compared)
	for _, want := range []string{"South Store | 2 | 66.7%", "North Store | 1 | 33.3%", "West Store | 1 | 50.0%"} {
		if !strings.Contains(both, want) {
			t.Errorf("%q is not in\n%s", want, both)
		}
	}
	doc := makeReport(t, "types", in("pages", "shop"))
	if got := sections(doc); !slices.Equal(got, []string{"shop", "shop_2"}) {
		t.Errorf("sections %v", got)
	}
	text := dump(doc)
	if !strings.Contains(doc.Lead(), "2 shops, each on a page of its own: South Store, North Store") || strings.Count(text, "-----") != 2 {
		t.Errorf("not a page for each shop:\n%s", text)
	}
	for _, part := range strings.Split(text, "-----")[1:] {
		if name := strings.Fields(part)[1]; (name == "South") != strings.Contains(part, "2 calls") {
			t.Errorf("the page of %s has the calls of another:\n%s", name, part)
		}
	}
	for _, bad := range [][]string{{"shop", "East Store"}, {"pages", "agent"}} {
		_, err := Build(t.Context(), "types", in(bad...))
		if f := (*fault.Error)(nil); !errors.As(err, &f) {
			t.Errorf("%v: %v, want an error for people", bad, err)
		} else if bad[0] == "shop" && !strings.Contains(f.Error(), "South Store") {
			t.Errorf("%v does not say which shops there are", f)
		}
	}
}

// A composed report by shop has its sections as parts of each shop.
func TestWeeklyByShop(t *testing.T) {
	doc := makeReport(t, "weekly", Input{Logs: twoShops(), Period: "all", Params: map[string]string{"pages": "shop", "sections": "types"}})
	ids := map[string]bool{}
	for h := range document.Of[*document.Heading](doc.Blocks) {
		if ids[h.ID] {
			t.Errorf("two headings %q", h.ID)
		}
		ids[h.ID] = true
	}
	if got := sections(doc); !slices.Equal(got, []string{"shop", "shop_2", "shop_3"}) {
		t.Errorf("sections %v", got)
	}
}
