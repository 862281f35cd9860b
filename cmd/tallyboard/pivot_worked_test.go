package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tallyboard/internal/library"
)

// Columns that are worked out are counted like any other, by role or by header,
// on the log that they can be made for; what cannot be made says why.
func TestPivotOfWorkedOutColumns(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	calls := write("calls.csv", "Call time,Customer,Call type,Resolved\n2026-03-02 09:00,ann,Price,Y\n2026-03-02 15:00,ann,Price,Y\n2026-03-03 09:00,bob,Price,N\n2026-03-20 09:00,cid,Delivery,Y\n")
	orders := write("orders.csv", "Order number,Order time,Customer,Amount,Status\n1,2026-03-02 16:00,ann,10,done\n2,2026-03-25 16:00,bob,20,done\n")
	both := []string{"inbound:" + calls, "order:" + orders}
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{calls, "--rows", "@visit_number", "--value", "count"}, "1,3\n2,1\n"},
		{[]string{calls, "--rows", "Visit number", "--value", "count", "--where", "@returned=no"}, "1,2\n2,1\n"},
		{[]string{calls, "--lang", "zh", "--rows", "第几次来访", "--value", "share:@solved_first"}, "1,0.3333333333333333\n2,\n"},
		{[]string{calls, orders, "--kind", both[0], "--kind", both[1], "--rows", "@paid_after", "--value", "count"}, "Yes,2\nNo,2\n"},
		{[]string{calls, orders, "--kind", both[0], "--kind", both[1], "--rows", "@asked_before", "--value", "sum:Amount"}, "Yes,10\nNo,20\n"},
	} {
		out, errs, code := cli(t, append([]string{"pivot", "--format", "csv"}, c.args...)...)
		_, rows, _ := strings.Cut(out, "\n")
		if code != 0 || rows != c.want {
			t.Errorf("%v: %d %q %q", c.args[1:], code, rows, errs)
		}
	}
	for column, want := range map[string]string{"@paid_after": "are missing", "@attempt": "are missing"} {
		if _, errs, code := cli(t, "pivot", calls, "--rows", column); code != exitInput || !strings.Contains(errs, want) {
			t.Errorf("%s: %d %q", column, code, errs)
		}
	}
}

// A column is worked out by the numbers that are asked for: the usual ones, the
// shop's own, or given ones; which they are is said.
func TestPivotByTheShopsNumbers(t *testing.T) {
	t.Setenv("TALLYBOARD_HOME", t.TempDir())
	lib, err := library.Open(os.Getenv("TALLYBOARD_HOME"))
	if err != nil {
		t.Fatal(err)
	}
	own, err := lib.Rules()
	if err != nil {
		t.Fatal(err)
	}
	own.Params.D = 20
	if err := lib.SetRules(own); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "calls.csv")
	if err := os.WriteFile(file, []byte("Call time,Customer,Call type,Resolved\n2026-03-02 09:00,ann,Price,Y\n2026-03-12 15:00,ann,Price,Y\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		flags []string
		want  string // rows by whether the customer returned
		said  string
	}{
		{nil, "No,2\n", "7 days"},
		{[]string{"--rules", "own"}, "Yes,1\nNo,1\n", "20 days"},
		{[]string{"--set", "D=11"}, "Yes,1\nNo,1\n", "11 days"},
		{[]string{"--rules", "own", "--set", "D=9"}, "No,2\n", "9 days"},
	} {
		out, errs, code := cli(t, append([]string{"pivot", file, "--lang", "en", "--format", "csv", "--rows", "@returned"}, c.flags...)...)
		_, rows, _ := strings.Cut(out, "\n")
		if code != 0 || rows != c.want || !strings.Contains(errs, c.said) {
			t.Errorf("%v: %d %q %q, want %q by %s", c.flags, code, rows, errs, c.want, c.said)
		}
	}
	for _, bad := range []string{"D", "D=0", "X=3"} {
		if _, errs, code := cli(t, "pivot", file, "--rows", "@returned", "--set", bad); code != exitUsage || !strings.Contains(errs, "credit") {
			t.Errorf("--set %s: %d %q", bad, code, errs)
		}
	}
}
