package rules

import (
	"slices"
	"strings"

	"tallyboard/internal/fault"
)

// Team is agents who are counted together.
type Team struct {
	Name   string   `json:"name"`
	Agents []string `json:"agents"`
}

// TeamOf is the team that an agent is in; "" where there is none.
func (r *Rules) TeamOf(agent string) string {
	for _, t := range r.Teams {
		if slices.Contains(t.Agents, agent) {
			return t.Name
		}
	}
	return ""
}

// checkTeams holds that teams have different names and somebody in them, and
// that nobody is in two.
func (r *Rules) checkTeams() error {
	seen := map[string]string{}
	for i, t := range r.Teams {
		switch {
		case t.Name == "":
			return fault.New("rules.team.name")
		case slices.ContainsFunc(r.Teams[:i], func(o Team) bool { return o.Name == t.Name }):
			return fault.New("rules.part.twice", t.Name)
		case len(t.Agents) == 0:
			return fault.New("rules.team.empty", t.Name)
		}
		for _, a := range t.Agents {
			if seen[a] != "" {
				return fault.New("rules.team.twice", a, seen[a], t.Name)
			}
			seen[a] = t.Name
		}
	}
	return nil
}

// TeamsText writes teams one on a line, TeamsOf reads them:
//
//	Early shift: Ann, Bob
//	Late shift: Cid
func TeamsText(teams []Team) string {
	var lines []string
	for _, t := range teams {
		lines = append(lines, t.Name+": "+strings.Join(t.Agents, ", "))
	}
	return strings.Join(lines, "\n")
}

// TeamsOf reads one team a line. Names stand between commas or 、.
func TeamsOf(text string) ([]Team, error) {
	var out []Team
	for _, line := range filled(text) {
		name, agents, ok := strings.Cut(strings.ReplaceAll(line, "：", ":"), ":")
		if !ok {
			return nil, fault.New("rules.team.line", line)
		}
		t := Team{Name: strings.TrimSpace(name)}
		for a := range strings.SplitSeq(strings.NewReplacer("，", ",", "、", ",", ";", ",", "；", ",").Replace(agents), ",") {
			if a = strings.TrimSpace(a); a != "" {
				t.Agents = append(t.Agents, a)
			}
		}
		out = append(out, t)
	}
	return out, nil
}
