package report

import (
	"cmp"
	"slices"

	"tallyboard/internal/logkind"
	"tallyboard/internal/rules"
)

// Teams are the teams that logs tell of in a column, those with most rows first:
// every agent is in the one that stands beside the name most often.
func Teams(logs []*logkind.Log) []rules.Team {
	rows := map[string]map[string]int{} // by agent and team
	size := map[string]int{}            // of teams
	for _, l := range logs {
		agent, team := l.Col(logkind.Agent), l.Col(logkind.Team)
		if agent == nil || team == nil || agent == team || !agent.Type.Coded() || !team.Type.Coded() {
			continue
		}
		teams := team.Dict.Len() + 1
		if teams*(agent.Dict.Len()+1) > mostPairs {
			continue // names of something else
		}
		counts := make([]int, teams*(agent.Dict.Len()+1))
		for i, a := range agent.Codes {
			counts[int(a)*teams+int(team.Codes[i])]++
		}
		for i, n := range counts {
			a, t := agent.Dict.At(uint32(i/teams)), team.Dict.At(uint32(i%teams))
			if n == 0 || a == "" || t == "" {
				continue
			}
			if rows[a] == nil {
				rows[a] = map[string]int{}
			}
			rows[a][t] += n
			size[t] += n
		}
	}
	members := map[string][]string{}
	for a, teams := range rows {
		best := ""
		for t, n := range teams {
			if best == "" || cmp.Or(cmp.Compare(n, teams[best]), cmp.Compare(best, t)) > 0 {
				best = t
			}
		}
		members[best] = append(members[best], a)
	}
	var out []rules.Team
	for t, agents := range members {
		slices.Sort(agents)
		out = append(out, rules.Team{Name: t, Agents: agents})
	}
	slices.SortFunc(out, func(x, y rules.Team) int {
		return cmp.Or(cmp.Compare(size[y.Name], size[x.Name]), cmp.Compare(x.Name, y.Name))
	})
	return out
}

// mostPairs of an agent and a team are counted: a thousand agents in a thousand
// teams.
const mostPairs = 1 << 20
