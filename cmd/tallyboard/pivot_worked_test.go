package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
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
