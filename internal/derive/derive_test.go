package derive

import (
	"context"
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"tallyboard/internal/lang"
	"tallyboard/internal/logkind"
	"tallyboard/internal/logkind/logtest"
	"tallyboard/internal/table"
)

// at reads "03-02 10:00" of 2026 or a part of it; "" is missing.
func at(s string) float64 { return logtest.At(s) }

func times(s ...string) []float64 {
	out := make([]float64, len(s))
	for i := range s {
		out[i] = at(s[i])
	}
	return out
}

// contactLog has columns customer, type1, resolved and time.
func contactLog(when, who, about, solved []string) *logkind.Log {
	cols := []*table.Column{table.NumColumn("t", table.Time, times(when...)), table.TextColumn("c", who)}
	roles := logkind.Roles{logkind.Time: "t", logkind.Customer: "c"}
	if about != nil {
		cols = append(cols, table.TextColumn("k", about))
		roles[logkind.Type1] = "k"
	}
	if solved != nil {
		vals := make([]float64, len(solved))
		for i, s := range solved {
			vals[i] = map[string]float64{"y": 1, "n": 0, "": math.NaN()}[s]
		}
		cols = append(cols, table.BoolColumn("r", "y", "n", vals))
		roles[logkind.Resolved] = "r"
	}
	return &logkind.Log{Name: "calls", Kind: logkind.Inbound, Table: table.New(cols...), Roles: roles}
}

// derived computes one column of the first log as words: numbers, y and n, "-"
// for missing.
func derived(t *testing.T, p Params, role logkind.Role, logs ...*logkind.Log) string {
	t.Helper()
	d := New(logs, p, lang.EN)
	if err := d.Need(context.Background(), role); err != nil {
		t.Fatal(err)
	}
	c := d.Logs()[0].Col(role)
	if c == nil {
		return "none"
	}
	var out []string
	for i := range c.Len() {
		out = append(out, word(c, i))
	}
	return strings.Join(out, " ")
}

func word(c *table.Column, i int) string {
	switch {
	case c.Blank(i):
		return "-"
	case c.Type == table.Bool:
		return map[float64]string{1: "y", 0: "n"}[c.Num(i)]
	case c.Type == table.Text:
		return c.Dict.At(c.Codes[i])
	case c.Type == table.Duration:
		return time.Duration(c.Nums[i] * 1e9).String()
	}
	return fmtFloat(c.Nums[i])
}

func fmtFloat(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

func TestContacts(t *testing.T) {
	// 30 minutes exactly is a new visit, 29:59 is not; b crosses midnight; the
	// fifth row has no customer, the last no time. Rows are not in time order.
	visits := contactLog(
		[]string{"03-02 10:00", "03-02 09:00", "03-02 10:29:59", "03-02 10:59:59", "03-02 11:00", "03-02 23:59", "03-03 00:01", ""},
		[]string{"a", "a", "a", "a", "", "b", "b", "a"}, nil, nil)
	matters := contactLog(
		[]string{"03-01", "03-04", "03-08 12:00", "03-16 12:00:01", "03-02", "03-02", "03-09", "03-20"},
		[]string{"a", "a", "a", "a", "b", "b", "b", "c"},
		[]string{"x", "y", "x", "x", "x", "", "x", "x"},
		[]string{"y", "y", "y", "n", "y", "y", "", "y"})
	unsolved := contactLog([]string{"03-01 10:00", "03-05 10:00"}, []string{"a", "a"}, nil, nil)
	dates := contactLog([]string{"03-02", "03-02", "03-03"}, []string{"a", "a", "a"}, nil, nil)
	dates.Table.Cols[0].DateOnly = true
	for _, tc := range []struct {
		name string
		log  *logkind.Log
		role logkind.Role
		want string
	}{
		{"visits less than G apart are one", visits, VisitStart, "y y n y y y n y"},
		{"visit numbers in time order", visits, VisitNumber, "2 1 2 3 - 1 1 -"},
		{"gap to the contact before", visits, Gap, "1h0m0s - 29m59s 30m0s - - 2m0s -"},
		{"contacts on the day", visits, DayContacts, "4 4 4 4 - 1 1 -"},
		{"contacts on the day before", visits, DayBefore, "0 0 0 0 - 0 1 -"},
		{"contacts within W minutes", visits, Burst, "1 1 2 2 - 1 2 -"},
		{"dates without clock: a row is a visit", dates, VisitStart, "y y y"},
		{"dates without clock know no bursts", dates, Burst, "none"},
		{"dates without clock count days", dates, DayBefore, "0 0 2"},
		{"matters by customer and type", matters, FirstContact, "y y n y y y n y"},
		{"returns within D days of the same type", matters, Returned, "y n n n y n n n"},
		{"solved the first time", matters, SolvedFirst, "n y - n n y - y"},
		{"without a resolved column no return is enough", unsolved, SolvedFirst, "n -"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			// a's "x" of 03-08 12:00 follows 03-01 by 7.5 days, so D is 8 here.
			p := Default()
			if tc.log == matters {
				p.Days = 8
			}
			if got := derived(t, p, tc.role, tc.log); got != tc.want {
				t.Errorf("%s:\n got %s\nwant %s", tc.role, got, tc.want)
			}
		})
	}
	if got, want := derived(t, Default(), FirstContact, matters), "y y y y y y n y"; got != want {
		t.Errorf("D = 7: exactly 7 days later is a return, 7.5 is not: got %s, want %s", got, want)
	}
}

func TestSourceIsNotChanged(t *testing.T) {
	log := contactLog([]string{"03-02"}, []string{"a"}, nil, nil)
	out, err := Complete(context.Background(), []*logkind.Log{log}, Default(), lang.ZH)
	if err != nil {
		t.Fatal(err)
	}
	if len(log.Table.Cols) != 2 || len(log.Roles) != 2 {
		t.Error("Complete changed the log that it was given")
	}
	if c := out[0].Table.Column("第几次来访"); c == nil || out[0].Col(VisitNumber) != c {
		t.Error("the derived column does not stand under its header and its role")
	}
}

func TestAttempts(t *testing.T) {
	log := &logkind.Log{Kind: logkind.Outbound, Roles: logkind.Roles{logkind.Time: "t", logkind.Matter: "m", logkind.Resolved: "r"},
		Table: table.New(table.NumColumn("t", table.Time, times("03-02 10:00", "03-01 10:00", "03-02 11:00", "03-02 12:00", "03-02 12:00")),
			table.TextColumn("m", []string{"1", "1", "2", "", ""}),
			table.BoolColumn("r", "y", "n", []float64{1, 0, 0, 1, 0}))}
	for role, want := range map[logkind.Role]string{Attempt: "2 1 1 1 1", MatterTries: "- 2 1 1 1", MatterSolved: "- y n y n"} {
		if got := derived(t, Default(), role, log); got != want {
			t.Errorf("%s: got %s, want %s", role, got, want)
		}
	}
}

func orderLog(placed, paid, who, status []string) *logkind.Log {
	return &logkind.Log{Name: "orders", Kind: logkind.Order,
		Roles: logkind.Roles{logkind.OrderTime: "o", logkind.PayTime: "p", logkind.Customer: "c", logkind.Status: "s"},
		Table: table.New(table.NumColumn("o", table.Time, times(placed...)), table.NumColumn("p", table.Time, times(paid...)),
			table.TextColumn("c", who), table.TextColumn("s", status))}
}

func TestOrdersAndContacts(t *testing.T) {
	calls := contactLog([]string{"03-02 10:00", "03-02 12:00", "03-05 12:00", "03-02 10:00", "03-03 10:00"},
		[]string{"a", "a", "a", "b", "z"}, nil, nil)
	calls.Table = calls.Table.With(table.TextColumn("agent", []string{"Li", "Wu", "Li", "Li", "Wu"}))
	calls.Roles[logkind.Agent] = "agent"
	orders := orderLog([]string{"03-02 11:00", "03-06 09:00", "03-05 10:00", "03-02 09:00"}, []string{"03-02 11:05", "", "03-05 10:00", "03-02 09:01"},
		[]string{"a", "a", "b", "d"}, []string{"交易成功", "交易关闭", "已完成", "退款成功"})
	for _, tc := range []struct {
		role logkind.Role
		logs []*logkind.Log
		want string
	}{
		{OrderedAfter, []*logkind.Log{calls, orders}, "y n y y n"},
		{PaidAfter, []*logkind.Log{calls, orders}, "y n n y n"},
		{SinceOrder, []*logkind.Log{calls, orders}, "- 1h0m0s 73h0m0s - -"},
		{PaidAfter, []*logkind.Log{calls}, "none"},
		{IsPaid, []*logkind.Log{orders}, "y n y y"},
		{IsCancelled, []*logkind.Log{orders}, "n y n n"},
		{IsDone, []*logkind.Log{orders}, "y n y n"},
		{IsRefunded, []*logkind.Log{orders}, "n n n y"},
		{AskedBefore, []*logkind.Log{orders, calls}, "y y y n"},
		{CreditAgent, []*logkind.Log{orders, calls}, "Li Li Li -"},
		{OrderContacts, []*logkind.Log{orders, calls}, "2 0 0 0"},
		{OrderUrged, []*logkind.Log{orders, calls}, "1h0m0s - - -"},
	} {
		if got := derived(t, Default(), tc.role, tc.logs...); got != tc.want {
			t.Errorf("%s: got %s, want %s", tc.role, got, tc.want)
		}
	}
	long := Default()
	long.Window = 120
	if got, want := derived(t, long, FirstUrge, calls, orders), "- - 73h0m0s - -"; got != want {
		t.Errorf("the first of the contacts came before the order: got %s, want %s", got, want)
	}
	if got, want := derived(t, Default(), FirstUrge, calls, orders), "- 1h0m0s 73h0m0s - -"; got != want {
		t.Errorf("alone in its window: got %s, want %s", got, want)
	}
	first := Default()
	first.Credit, first.Pay = "first", 7
	if got, want := derived(t, first, CreditAgent, orders, calls), "Li Li Li -"; got != want {
		t.Errorf("credit to the first contact: got %s, want %s", got, want)
	}
}

func TestRegionsAndMoney(t *testing.T) {
	calls := contactLog([]string{"03-02", "03-02", "03-02", "03-02"}, []string{"a", "b", "c", ""}, nil, nil)
	calls.Table = calls.Table.With(table.TextColumn("region", []string{"浙江省杭州市", "新疆", "", "Texas"}))
	calls.Roles[logkind.Region] = "region"
	orders := orderLog([]string{"03-01", "03-01", "03-01"}, []string{"03-01", "03-01", ""}, []string{"a", "a", "b"}, []string{"", "", ""})
	orders.Table = orders.Table.With(table.TextColumn("region", []string{"浙江", "上海", "texas"}), table.NumColumn("m", table.Number, []float64{10, 5, 7}))
	orders.Roles[logkind.Region], orders.Roles[logkind.Amount] = "region", "m"
	for role, want := range map[logkind.Role]string{RegionServed: "y n - y", CustomerPaid: "15 0 0 -"} {
		if got := derived(t, Default(), role, calls, orders); got != want {
			t.Errorf("%s: got %s, want %s", role, got, want)
		}
		if got := derived(t, Default(), role, calls); got != "none" {
			t.Errorf("%s without orders: got %s", role, got)
		}
	}
}

func TestCatalogueIsComplete(t *testing.T) {
	var seen []logkind.Role
	for _, c := range Catalogue {
		if slices.Contains(seen, c.Role) || c.Role.Info() != nil && c.Role != logkind.Shop {
			t.Errorf("the role %s stands twice", c.Role)
		}
		seen = append(seen, c.Role)
		for _, l := range lang.All {
			if key := "derive." + string(c.Role); !l.Has(key) || !l.Has(key+".help") {
				t.Errorf("%s: no text %s or no help", l, key)
			}
		}
	}
}

func TestTimeToContact(t *testing.T) {
	log := func(dateOnly bool) *logkind.Log {
		review := table.NumColumn("r", table.Time, times("03-01 23:59", "03-02 10:00", "03-02 10:00"))
		contact := table.NumColumn("c", table.Time, times("03-02 00:01", "03-02 09:00", ""))
		contact.DateOnly = dateOnly
		return &logkind.Log{Kind: logkind.Review, Table: table.New(review, contact), Roles: logkind.Roles{logkind.ReviewTime: "r", logkind.ContactTime: "c"}}
	}
	if got, want := derived(t, Default(), ContactLag, log(false)), "2m0s - -"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got, want := derived(t, Default(), ContactLag, log(true)), "24h0m0s 0s -"; got != want {
		t.Errorf("days only: got %s, want %s", got, want)
	}
}

// Sorting by parts must come to what a plain stable sort does.
func TestByTimeSortsLikeAStableSort(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for n := range 200 {
		vals := make([]float64, r.IntN(300))
		for i := range vals {
			vals[i] = float64(r.IntN(1+n*n)) / 4
			if r.IntN(10) == 0 {
				vals[i] = math.NaN()
			}
			if n == 199 {
				vals[i] *= 1e12
			}
		}
		var want []int32
		for i, v := range vals {
			if v == v {
				want = append(want, int32(i))
			}
		}
		slices.SortStableFunc(want, func(a, b int32) int { return int(math.Copysign(1, vals[a]-vals[b])) * int(one(vals[a] != vals[b])) })
		if got := byTime(vals); !slices.Equal(got, want) {
			t.Fatalf("%v:\n got %v\nwant %v", vals, got, want)
		}
	}
}

func BenchmarkComplete(b *testing.B) {
	const n, customers = 1_000_000, 120_000
	r := rand.New(rand.NewPCG(1, 2))
	ids := make([]string, customers)
	for i := range ids {
		ids[i] = "客户" + fmtFloat(float64(i))
	}
	column := func(n int) (when []float64, who *table.Column) {
		when, codes := make([]float64, n), make([]uint32, n)
		for i := range when {
			when[i] = at("01-01") + float64(r.IntN(365*day))
			codes[i] = uint32(1 + r.IntN(customers))
		}
		return when, &table.Column{Name: "c", Type: table.Text, Codes: codes, Dict: table.DictOf(ids...)}
	}
	when, who := column(n)
	kinds := make([]uint32, n)
	for i := range kinds {
		kinds[i] = uint32(1 + r.IntN(12))
	}
	calls := &logkind.Log{Kind: logkind.Inbound, Roles: logkind.Roles{logkind.Time: "t", logkind.Customer: "c", logkind.Type1: "k"},
		Table: table.New(table.NumColumn("t", table.Time, when), who,
			&table.Column{Name: "k", Type: table.Text, Codes: kinds, Dict: table.DictOf("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12")})}
	placed, buyers := column(300_000)
	orders := &logkind.Log{Kind: logkind.Order, Roles: logkind.Roles{logkind.OrderTime: "t", logkind.Customer: "c"},
		Table: table.New(table.NumColumn("t", table.Time, placed), buyers)}
	for _, c := range Catalogue {
		b.Run("role="+string(c.Role), func(b *testing.B) {
			for b.Loop() {
				if err := New([]*logkind.Log{calls, orders}, Default(), lang.EN).Need(context.Background(), c.Role); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	b.Run("role=all", func(b *testing.B) {
		for b.Loop() {
			if _, err := Complete(context.Background(), []*logkind.Log{calls, orders}, Default(), lang.EN); err != nil {
				b.Fatal(err)
			}
		}
	})
}
