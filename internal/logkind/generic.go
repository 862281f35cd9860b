package logkind

// generic takes any sheet; every role is offered, so that a free pivot can
// still speak of @time or @agent.
var generic = &Info{
	Kind:  Generic,
	Roles: allRoles(),
}

func allRoles() []Role {
	var out []Role
	for _, list := range [][]RoleInfo{whoRoles, whenRoles, whatRoles, howRoles, moneyRoles} {
		for _, r := range list {
			out = append(out, r.Role)
		}
	}
	return out
}
