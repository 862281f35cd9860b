package report

import (
	"fmt"
	"strings"
	"testing"

	"tallyboard/internal/lang"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
)

// One province whose orders come back is found and named; the same share all
// over is nobody's.
func TestRefundsOfOneRegionAreFound(t *testing.T) {
	orders := func(hubei int) string {
		var s strings.Builder
		s.WriteString("\norder_time | order_id | customer | region | amount | pay_time | refund")
		for i := range 400 {
			region, refund := []string{"湖北", "浙江", "江苏", "广东"}[i%4], 0
			if every := 10; region == "湖北" && i%hubei == 0 || region != "湖北" && i%every == 1 {
				refund = 9
			}
			fmt.Fprintf(&s, "\n03-%02d 10:00 | o%d | c%d | %s | 9 | 03-%02d 11:00 | %d", 1+i%28, i, i, region, 1+i%28, refund)
		}
		return s.String()
	}
	for _, tc := range []struct {
		hubei int
		want  string
	}{
		{8, "Orders of Hubei are refunded far more often: 50.0%, the others 13.3% (100 orders)."}, // every other one
		{40, ""}, // every tenth
	} {
		found, err := Findings(t.Context(), Input{Logs: []*logkind.Log{sheet("orders", logkind.Order, orders(tc.hubei))}, Engine: pivot.Memory(), Lang: lang.EN, Period: "all"})
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, f := range found {
			got += f.Text
			if f.Ref == nil || len(f.Ref.Where) == 0 {
				t.Errorf("%s leads nowhere", f.Text)
			}
		}
		if got != tc.want {
			t.Errorf("every %dth: %q, want %q", tc.hubei, got, tc.want)
		}
	}
}
