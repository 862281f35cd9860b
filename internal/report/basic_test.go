package report

import (
	"testing"

	"fmt"
	"tallyboard/internal/logkind"
)

func TestX(t *testing.T) {
	calls := sheet("calls.xlsx", logkind.Inbound, `
time        | agent | customer | region     | type1     | type2  | resolved | satisfaction | duration
03-02 09:00 | Li    | a        | 浙江省杭州市 | Delivery  | Late   | y        | 5            | 60
03-02 09:10 | Li    | b        | 浙江省杭州市 | Delivery  | Lost   | n        | 2            | 120
03-03 10:00 | Wu    | a        | 江苏省      | Refund    |        | y        | 4            | 90
03-09 10:00 | Wu    | a        | 浙江省杭州市 | Delivery  | Late   | y        |              | 30
03-10 11:00 | Li    | b        | 江苏省      | Refund    |        | n        | 3            | 45
03-15 23:59 | Li    | c        |            | Delivery  | Late   | y        | 5            | 15`)
	for _, id := range []string{"types", "regions", "agents", "overview", "hours", "customers", "weekly"} {
		fmt.Println(dump(makeReport(t, id, Input{Logs: []*logkind.Log{calls}})))
	}
}
