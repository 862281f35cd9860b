package derive

import (
	"slices"
	"strings"
	"testing"

	"tallyboard/internal/lang"
	"tallyboard/internal/logkind"
	"tallyboard/internal/table"
)

// shopLogs are contacts, orders and attempts of the same customers.
func shopLogs() []*logkind.Log {
	calls := contactLog([]string{"03-01 10:00", "03-01 10:05", "03-02 10:00", "03-20 09:00"}, []string{"a", "a", "b", "a"}, []string{"x", "x", "y", "x"}, []string{"y", "n", "y", "y"})
	calls.Table = calls.Table.With(table.TextColumn("who", []string{"Li", "Wu", "Li", "Wu"}))
	calls.Roles[logkind.Agent] = "who"
	orders := &logkind.Log{Name: "orders", Kind: logkind.Order, Roles: logkind.Roles{logkind.OrderTime: "t", logkind.Customer: "c", logkind.Amount: "m", logkind.Status: "s"},
		Table: table.New(table.NumColumn("t", table.Time, times("03-01 12:00", "03-03 09:00")), table.TextColumn("c", []string{"a", "b"}),
			table.NumColumn("m", table.Number, []float64{10, 20}), table.TextColumn("s", []string{"已完成", "已取消"}))}
	tries := contactLog([]string{"03-01 10:00", "03-02 10:00"}, []string{"a", "a"}, nil, []string{"n", "y"})
	tries.Kind = logkind.Outbound
	return []*logkind.Log{calls, orders, tries}
}

// What is offered can be made, of the type that was said; nothing else can.
func TestOffersAreKept(t *testing.T) {
	logs := shopLogs()
	for _, beside := range [][]*logkind.Log{logs, logs[:1], logs[1:2], logs[2:]} {
		for i, log := range beside {
			var offered []logkind.Role
			for _, c := range Offers(log, beside) {
				offered = append(offered, c.Role)
			}
			for _, c := range Catalogue {
				d := New(beside, Default(), lang.EN)
				steps := 0
				if err := d.NeedOn(t.Context(), i, func(done, of int64) { steps += int(done * 10 / of) }, c.Role); err != nil {
					t.Fatal(err)
				}
				if steps != 10 {
					t.Errorf("%s: the progress of one column ends at %d tenths", c.Role, steps)
				}
				got := d.Logs()[i].Col(c.Role)
				if slices.Contains(offered, c.Role) != (got != nil) {
					t.Errorf("%s on %s beside %d logs: offered %v, made %v", c.Role, log.Name, len(beside), slices.Contains(offered, c.Role), got != nil)
				}
				if got != nil && got.Type != c.Type {
					t.Errorf("%s is a column of %s, %s was said", c.Role, got.Type, c.Type)
				}
				for k, other := range d.Logs() {
					if k != i && other != beside[k] {
						t.Errorf("%s: another log was changed, too", c.Role)
					}
				}
			}
		}
	}
}

func TestOutlookHasWhatIsOffered(t *testing.T) {
	logs := shopLogs()
	out := Outlook(logs[0], logs, lang.ZH)
	for _, c := range Offers(logs[0], logs) {
		if col := out.Col(c.Role); col == nil || col.Type != c.Type || col.Name != Title(c.Role, lang.ZH) {
			t.Errorf("the outlook has %+v as %s", col, c.Role)
		}
	}
	if logs[0].Has(VisitNumber) || out.Find("c") != logs[0].Find("c") {
		t.Error("the log was changed, or its columns were")
	}
}

func TestColumnsAreFoundByTheirWords(t *testing.T) {
	for name, want := range map[string]logkind.Role{"@visit_number": VisitNumber, "第几次来访": VisitNumber, " 一次解决 ": SolvedFirst, "@agent": "", "客服": ""} {
		if c, ok := Find(name, lang.ZH); c.Role != want || ok != (want != "") {
			t.Errorf("%q means %q", name, c.Role)
		}
	}
}

// A definition says its numbers, those that the shop has chosen.
func TestDefinitionsSayTheirNumbers(t *testing.T) {
	p := Params{Days: 5, Pay: 2, Times: 4, Window: 20, Gap: 45, Credit: "last"}
	for role, want := range map[logkind.Role]string{VisitStart: "45 分钟", Returned: "5 天", SolvedFirst: "5 天", Burst: "20 分钟", PaidAfter: "2 天", CreditAgent: "2 天"} {
		if got := Help(role, p, lang.ZH); !strings.Contains(got, want) {
			t.Errorf("%s: %q does not say %q", role, got, want)
		}
	}
	for _, c := range Catalogue {
		for _, l := range lang.All {
			if got := Help(c.Role, p, l); strings.ContainsAny(got, "{}") {
				t.Errorf("%s: %q has a gap", c.Role, got)
			}
		}
	}
}
