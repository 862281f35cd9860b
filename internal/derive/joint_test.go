package derive

import (
	"slices"
	"testing"

	"tallyboard/internal/lang"
	"tallyboard/internal/logkind"
	"tallyboard/internal/table"
)

// chatLog is contactLog as a log of receptions.
func chatLog(when, who, about, solved []string) *logkind.Log {
	l := contactLog(when, who, about, solved)
	l.Name, l.Kind = "chats", logkind.Chat
	return l
}

// a asks by chat at 9:00, calls at 9:20 and 12:00, and asks again by chat on the
// next day at 0:01; b calls once. Alone, the calls know nothing of the chats.
func TestContactsOverAllLogs(t *testing.T) {
	calls := contactLog([]string{"03-02 12:00", "03-02 09:20", "03-02 10:00", ""}, []string{"a", "a", "b", "a"}, []string{"x", "x", "x", "x"}, []string{"y", "y", "y", "y"})
	chats := chatLog([]string{"03-02 09:00", "03-03 00:01", "03-02 23:59"}, []string{"a", "a", ""}, []string{"x", "x", "x"}, nil)
	each, together := Default(), Default()
	together.Joint = true
	for _, tc := range []struct {
		role         logkind.Role
		calls, joint string // of the calls by themselves, and together with the chats
		chats        string // of the chats, together with the calls
	}{
		{VisitStart, "y y y y", "y n y y", "y y y"},
		{VisitNumber, "2 1 1 -", "2 1 1 -", "1 3 -"},
		{Gap, "2h40m0s - - -", "2h40m0s 20m0s - -", "- 12h1m0s -"},
		{DayContacts, "2 2 1 -", "3 3 1 -", "3 1 -"},
		{DayBefore, "0 0 0 -", "0 0 0 -", "0 3 -"},
		{FirstContact, "n y y -", "n n y -", "y n -"},
		{Returned, "n y n -", "y y n -", "y n -"},
		{SolvedFirst, "- n y -", "- - y -", "n - -"},
		{Burst, "1 1 1 -", "1 2 1 -", "1 1 -"},
	} {
		if got := derived(t, each, tc.role, calls, chats); got != tc.calls {
			t.Errorf("%s of the calls alone: got %s, want %s", tc.role, got, tc.calls)
		}
		if got := derived(t, together, tc.role, calls, chats); got != tc.joint {
			t.Errorf("%s of the calls together: got %s, want %s", tc.role, got, tc.joint)
		}
		if got := derived(t, together, tc.role, chats, calls); got != tc.chats {
			t.Errorf("%s of the chats together: got %s, want %s", tc.role, got, tc.chats)
		}
	}
	if got := New([]*logkind.Log{calls, chats}, together, lang.EN).Together(); !slices.Equal(got, []string{"calls", "chats"}) {
		t.Errorf("counted together are %v", got)
	}
	if got := New([]*logkind.Log{calls, chats}, each, lang.EN).Together(); got != nil {
		t.Errorf("by themselves, and yet together: %v", got)
	}
}

// What cannot be counted together is counted by itself: attempts of the shop, a
// log that knows customers otherwise, days beside times of day, one log alone.
func TestContactsThatStayByThemselves(t *testing.T) {
	together := Default()
	together.Joint = true
	calls := func() *logkind.Log {
		return contactLog([]string{"03-02 12:00", "03-02 12:40"}, []string{"a", "a"}, nil, nil)
	}
	outbound := chatLog([]string{"03-02 11:59"}, []string{"a"}, nil, nil)
	outbound.Kind = logkind.Outbound
	byPhone := chatLog([]string{"03-02 11:59"}, []string{"a"}, nil, nil)
	byPhone.Roles = logkind.Roles{logkind.Time: "t", logkind.Phone: "c"}
	dated := chatLog([]string{"03-02"}, []string{"a"}, nil, nil)
	dated.Table.Cols[0].DateOnly = true
	for name, other := range map[string]*logkind.Log{"outbound": outbound, "other customers": byPhone, "days": dated} {
		if got := derived(t, together, VisitNumber, calls(), other); got != "1 2" {
			t.Errorf("%s: %s, want 1 2", name, got)
		}
	}
	if got := derived(t, together, VisitNumber, calls()); got != "1 2" {
		t.Errorf("alone: %s", got)
	}
	// Two logs of days are counted together by days.
	days := calls()
	days.Table.Cols[0].DateOnly = true
	days.Table.Cols[0].Nums = times("03-01", "03-02")
	if got := derived(t, together, DayContacts, days, dated); got != "1 2" {
		t.Errorf("days together: %s, want 1 2", got)
	}
	// Where both logs know the phone but one also knows accounts, the phone joins.
	phones := chatLog([]string{"03-02 11:00"}, []string{"139"}, nil, nil)
	phones.Roles = logkind.Roles{logkind.Time: "t", logkind.Phone: "c"}
	both := contactLog([]string{"03-02 12:00"}, []string{"a"}, nil, nil)
	both.Table = both.Table.With(table.TextColumn("p", []string{"139"}))
	both.Roles[logkind.Phone] = "p"
	if got := derived(t, together, VisitNumber, both, phones); got != "2" {
		t.Errorf("by phone: %s, want 2", got)
	}
}

// Ordered at 11:00 and paid at 15:00, with contacts at 10:00 by Li, 10:30 by Wu
// and 12:00 by Xu.
func TestCredit(t *testing.T) {
	calls := contactLog([]string{"03-02 10:00", "03-02 10:30", "03-02 12:00"}, []string{"a", "a", "a"}, nil, nil)
	calls.Table = calls.Table.With(table.TextColumn("agent", []string{"Li", "Wu", "Xu"}))
	calls.Roles[logkind.Agent] = "agent"
	orders := orderLog([]string{"03-02 11:00", "03-02 09:00", "03-06 00:00"}, []string{"03-02 15:00", "03-02 15:00", "03-06 00:00"}, []string{"a", "a", "a"}, []string{"ok", "ok", "ok"})
	for rule, want := range map[string]string{"last": "Xu Xu -", "first": "Li Li -", "order": "Wu Xu -"} {
		p := Default()
		if !p.Set("credit", rule) {
			t.Errorf("%s is no rule", rule)
		}
		if got := derived(t, p, CreditAgent, orders, calls); got != want {
			t.Errorf("%s: got %s, want %s", rule, got, want)
		}
	}
	if p := Default(); p.Set("credit", "best") || p.Set("contacts", "sometimes") {
		t.Error("words that are no rules are taken")
	}
}
