package derive

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"strconv"
	"testing"

	"tallyboard/internal/lang"
	"tallyboard/internal/logkind"
	"tallyboard/internal/table"
)

// What is said of the rows of one log does not depend on whether the rows that
// they are joined with stand in one log or in two, in order or not.
func TestJoinedRowsMayStandInSeveralLogs(t *testing.T) {
	const n, customers = 4000, 150
	for name, shuffled := range map[string]bool{"in order": false, "any order": true} {
		r := rand.New(rand.NewPCG(3, 4))
		log := func(kind logkind.Kind, when logkind.Role) *logkind.Log {
			at, paid, amounts := make([]float64, n), make([]float64, n), make([]float64, n)
			who, agents := make([]string, n), make([]string, n)
			for i := range n {
				at[i], paid[i], amounts[i] = float64(i/2)*day/20, table.Missing, float64(r.IntN(100))
				if shuffled {
					at[i] = math.Floor(r.Float64() * 100 * day)
				}
				if r.IntN(3) > 0 {
					paid[i] = at[i] + float64(r.IntN(9*day))
				}
				if i > 0 && r.IntN(20) == 0 {
					at[i] = table.Missing
				}
				if r.IntN(20) > 0 {
					who[i] = strconv.Itoa(r.IntN(customers))
				}
				agents[i] = fmt.Sprint("agent ", r.IntN(5))
			}
			return &logkind.Log{Kind: kind, Table: table.New(table.NumColumn("t", table.Time, at), table.TextColumn("c", who),
				table.TextColumn("a", agents), table.NumColumn("m", table.Number, amounts), table.NumColumn("p", table.Time, paid)),
				Roles: logkind.Roles{when: "t", logkind.Customer: "c", logkind.Agent: "a", logkind.Amount: "m", logkind.PayTime: "p"}}
		}
		contacts, orders := log(logkind.Inbound, logkind.Time), log(logkind.Order, logkind.OrderTime)
		check := func(of, beside *logkind.Log, roles ...logkind.Role) {
			one, two := complete(t, of, beside), complete(t, of, part(beside, 0, n/3), part(beside, n/3, n))
			for _, role := range roles {
				a, b := one.Col(role), two.Col(role)
				if a == nil || b == nil {
					t.Fatalf("%s: no %s", name, role)
				}
				for i := range n {
					if x, y := said(a, i), said(b, i); x != y {
						t.Errorf("%s: %s of row %d is %s beside one log, %s beside two", name, role, i, x, y)
						break
					}
				}
				if !varies(a) {
					t.Errorf("%s: %s is %s everywhere", name, role, said(a, 0))
				}
			}
		}
		check(contacts, orders, SinceOrder, FirstUrge, OrderedAfter, PaidAfter, CustomerPaid)
		check(orders, contacts, AskedBefore, CreditAgent, OrderContacts, OrderUrged)
	}
}

// complete is the first of some logs with all that can be derived.
func complete(t *testing.T, logs ...*logkind.Log) *logkind.Log {
	t.Helper()
	out, err := Complete(context.Background(), logs, Default(), lang.EN)
	if err != nil {
		t.Fatal(err)
	}
	return out[0]
}

// part is some rows of a log, with dictionaries of their own.
func part(l *logkind.Log, from, to int) *logkind.Log {
	out := *l
	cols := make([]*table.Column, len(l.Table.Cols))
	for k, c := range l.Table.Cols {
		if c.Type.Coded() {
			words := make([]string, 0, to-from)
			for _, code := range c.Codes[from:to] {
				words = append(words, c.Dict.At(code))
			}
			cols[k] = table.TextColumn(c.Name, words)
		} else {
			cols[k] = table.NumColumn(c.Name, c.Type, c.Nums[from:to])
		}
	}
	out.Table = table.New(cols...)
	return &out
}

// said is what a cell says.
func said(c *table.Column, row int) string {
	if c.Type.Coded() {
		return c.Dict.At(c.Codes[row])
	}
	return fmt.Sprint(c.Nums[row])
}

// varies reports whether not all cells say the same.
func varies(c *table.Column) bool {
	for i := range max(len(c.Codes), len(c.Nums)) {
		if said(c, i) != said(c, 0) {
			return true
		}
	}
	return false
}
