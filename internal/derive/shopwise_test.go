package derive

import (
	"math/rand/v2"
	"strings"
	"testing"

	"tallyboard/internal/lang"
	"tallyboard/internal/logkind"
	"tallyboard/internal/table"
)

// inShop says which shop each row of a log is of.
func inShop(l *logkind.Log, shops ...string) *logkind.Log {
	out := *l
	out.Table = l.Table.With(table.TextColumn("shop", shops))
	out.Roles = logkind.Roles{logkind.Shop: "shop"}
	for r, h := range l.Roles {
		out.Roles[r] = h
	}
	return &out
}

// a calls two shops in turn, one of them again; b calls one, and once no shop is
// said. What is counted for a shop is what its rows alone would say.
func TestContactsOfEachShopByThemselves(t *testing.T) {
	when := []string{"03-02 10:00", "03-02 10:20", "03-02 10:25", "03-03 09:00", "03-03 09:10", "03-02 10:05", "03-02 10:10"}
	who := []string{"a", "a", "a", "a", "a", "b", "a"}
	about := []string{"x", "x", "x", "x", "x", "x", "x"}
	solved := []string{"n", "y", "y", "y", "n", "y", "y"}
	shops := []string{"North", "South", "North", "South", "South", "South", ""}
	all := inShop(contactLog(when, who, about, solved), shops...)
	for _, role := range jointly {
		together := strings.Fields(derived(t, Default(), role, all))
		for _, shop := range []string{"North", "South", ""} {
			var at []int
			pick := func(words []string) (out []string) {
				for _, i := range at {
					out = append(out, words[i])
				}
				return out
			}
			for i, s := range shops {
				if s == shop {
					at = append(at, i)
				}
			}
			alone := derived(t, Default(), role, contactLog(pick(when), pick(who), pick(about), pick(solved)))
			if got := strings.Join(pick(together), " "); got != alone {
				t.Errorf("%s of shop %q: %s beside others, %s alone", role, shop, got, alone)
			}
		}
	}
	if got := derived(t, Default(), VisitStart, all); got != "y y n y n y y" {
		t.Errorf("visits begin at %s", got)
	}
}

// An order follows a contact with its own shop, where both logs tell shops by the
// same names; where they do not, with any.
func TestOrdersOfEachShop(t *testing.T) {
	calls := contactLog([]string{"03-02 10:00", "03-02 10:20", "03-02 10:00"}, []string{"a", "a", "b"}, nil, nil)
	calls.Table = calls.Table.With(table.TextColumn("agent", []string{"Li", "Wu", "Xu"}))
	calls.Roles[logkind.Agent] = "agent"
	orders := orderLog([]string{"03-02 11:00", "03-02 11:30", "03-02 12:00"}, []string{"03-02 11:00", "03-02 11:30", "03-02 12:00"}, []string{"a", "a", "b"}, []string{"交易成功", "交易成功", "交易成功"})
	asked := inShop(calls, "North", "South", "South")
	for _, tc := range []struct {
		name           string
		calls, orders  *logkind.Log
		paid           string // of the contacts
		agent, follows string // of the orders
	}{
		{"no shops", calls, orders, "y y y", "Wu Wu Xu", "0 0 0"},
		{"the same names", asked, inShop(orders, "north", "NORTH", "North"), "y n n", "Li Li -", "0 0 0"},
		{"one shop of two", asked, inShop(orders, "South", "South", "South"), "n y y", "Wu Wu Xu", "0 0 0"},
		{"other names", asked, inShop(orders, "A", "B", "A"), "y y y", "Wu Wu Xu", "0 0 0"},
		{"orders know no shops", asked, orders, "y y y", "Wu Wu Xu", "0 0 0"},
		{"contacts know no shops", calls, inShop(orders, "North", "South", "North"), "y y y", "Wu Wu Xu", "0 0 0"},
	} {
		if got := derived(t, Default(), PaidAfter, tc.calls, tc.orders); got != tc.paid {
			t.Errorf("%s: paid after %s, want %s", tc.name, got, tc.paid)
		}
		if got := derived(t, Default(), CreditAgent, tc.orders, tc.calls); got != tc.agent {
			t.Errorf("%s: credited to %s, want %s", tc.name, got, tc.agent)
		}
		if got := derived(t, Default(), OrderContacts, tc.orders, tc.calls); got != tc.follows {
			t.Errorf("%s: contacts %s, want %s", tc.name, got, tc.follows)
		}
	}
}

// A contact counts for the customer's last order of its shop.
func TestContactsFollowOrdersOfTheirShop(t *testing.T) {
	orders := inShop(orderLog([]string{"03-02 09:00", "03-02 10:00"}, []string{"", ""}, []string{"a", "a"}, []string{"", ""}), "North", "South")
	calls := inShop(contactLog([]string{"03-02 11:00", "03-02 12:00"}, []string{"a", "a"}, nil, nil), "North", "North")
	if got := derived(t, Default(), OrderContacts, orders, calls); got != "2 0" {
		t.Errorf("contacts of the orders are %s", got)
	}
	calls.Roles = logkind.Roles{logkind.Time: "t", logkind.Customer: "c"} // which shop is not known
	if got := derived(t, Default(), OrderContacts, orders, calls); got != "0 2" {
		t.Errorf("of contacts without a shop: %s", got)
	}
}

// Customers of shops are told apart and found again in another log by their
// codes as they would be by words for each pair.
func TestCrowdsAreToldApartAsByWords(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	column := func(blank string, from []string) *table.Column {
		vals := make([]string, 3000)
		for i := range vals {
			if vals[i] = from[r.IntN(len(from))]; r.IntN(9) == 0 {
				vals[i] = blank
			}
		}
		return table.TextColumn("c", vals)
	}
	log := func(customers, shops []string) *logkind.Log {
		who, shop := column("", customers), column("", shops)
		shop.Name = "shop"
		return &logkind.Log{Kind: logkind.Inbound, Roles: logkind.Roles{logkind.Customer: "c", logkind.Shop: "shop"}, Table: table.New(who, shop)}
	}
	calls := log([]string{"a", "b", "c", "d", "e"}, []string{"North", "north ", "South", "West"})
	orders := log([]string{"e", "x", "c", "a"}, []string{"West", "NORTH"})
	d := New([]*logkind.Log{calls, orders}, Default(), lang.EN)
	var crowds []*crowd
	var words []*table.Column
	for i, l := range d.logs {
		c := l.Col(logkind.Customer)
		crowds = append(crowds, d.work(i).as(c, true))
		words = append(words, d.work(i).inShops(c, true))
	}
	codes, byWords := crowds[0].from(crowds[1]), translate(words[1].Dict, words[0].Dict)
	name := map[uint32]string{0: ""} // of the codes of the calls
	for i, code := range crowds[0].codes {
		if word := words[0].Dict.At(words[0].Codes[i]); name[code] == "" {
			name[code] = word
		} else if name[code] != word {
			t.Fatalf("code %d is both %q and %q", code, name[code], word)
		}
	}
	if len(name) != words[0].Dict.Len()+1 {
		t.Errorf("%d codes of calls, want %d", len(name)-1, words[0].Dict.Len())
	}
	for i, code := range crowds[1].codes {
		want := words[0].Dict.At(byWords[words[1].Codes[i]])
		if got := name[codes[code]]; got != want {
			t.Fatalf("row %d of the orders is %q of the calls, want %q", i, got, want)
		}
	}
}
