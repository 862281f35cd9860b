package report

import (
	"testing"

	"tallyboard/internal/logkind"
	"tallyboard/internal/rules"
)

// Ann is in the team that stands beside her name most often, in whichever log;
// who has no team and rows without a name are in none.
func TestTeamsOfLogs(t *testing.T) {
	calls := sheet("calls", logkind.Inbound, `time | agent | team
		03-02 | Ann | Early
		03-03 | Ann | Late
		03-03 | Bob | Late
		03-03 | Cid |
		03-03 |     | Late`)
	chats := sheet("chats", logkind.Chat, `time | agent | team
		03-02 | Ann | Late
		03-02 | Dot | Early`)
	alone := sheet("orders", logkind.Order, "time | amount\n03-02 | 5")
	for _, tc := range []struct {
		name string
		logs []*logkind.Log
		want string
	}{
		{"none", []*logkind.Log{alone}, ""},
		{"one log, and a tie goes by name", []*logkind.Log{calls}, "Late: Bob\nEarly: Ann"},
		{"two logs", []*logkind.Log{calls, chats, alone}, "Late: Ann, Bob\nEarly: Dot"},
	} {
		if got := rules.TeamsText(Teams(tc.logs)); got != tc.want {
			t.Errorf("%s: %q, want %q", tc.name, got, tc.want)
		}
	}
}

// Teams of a column share the common target as those of the rules do, which
// go first.
func TestTargetsOfTeamsInAColumn(t *testing.T) {
	log := sheet("calls", logkind.Inbound, `time | agent | team
		03-01 10:00 | Ann | Early
		03-02 10:00 | Ann | Early
		03-06 10:00 | Bob | Late`)
	r := &rules.Rules{}
	r.SetTarget(rules.Target{Month: on("03-01").Month(), KPI: "receptions", Total: 62})
	in := Input{Logs: []*logkind.Log{log}, Rules: r}
	wants(t, dump(makeReport(t, "daily", in)), "Target for calls by team", "Early | 31 | 2", "Late | 31 | 1")
	r.Teams = []rules.Team{{Name: "All", Agents: []string{"Ann", "Bob"}}}
	wants(t, dump(makeReport(t, "daily", in)), "All | 62 | 3")
}
