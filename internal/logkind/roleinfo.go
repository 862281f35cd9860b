package logkind

import (
	"slices"

	"tallyboard/internal/lang"
)

// RoleInfo is one entry of the catalogue of roles. Its name is the key
// "role.ID".
type RoleInfo struct {
	Role  Role
	Group Group
	// Words are header synonyms in simplified Chinese and English, in the form
	// that headerKey makes. Traditional headers are simplified before they meet.
	Words []string
	// Parts are words that, somewhere in a header, hint at the role.
	Parts []string
	// Never are words whose presence in a header excludes the role.
	Never []string
	// Fits says how well the values of a column suit the role, 0 (never) to 1.
	Fits func(*Facts) float64
	// Alone says how sure the values alone make the role, without any help from
	// the header. Nil where values never do.
	Alone func(*Facts) float64
}

// Group bundles roles in a dropdown. Its name is the key "rolegroup.ID".
type Group string

const (
	GroupWho   Group = "who"
	GroupWhen  Group = "when"
	GroupWhat  Group = "what"
	GroupHow   Group = "how"
	GroupMoney Group = "money"
	GroupDaily Group = "daily"
)

// RoleCatalogue lists every role in the order in which it is offered.
var RoleCatalogue = slices.Concat(whoRoles, whenRoles, whatRoles, howRoles, moneyRoles, dailyRoles)

// Groups lists the groups in the order in which they are offered.
var Groups = []Group{GroupWho, GroupWhen, GroupWhat, GroupHow, GroupMoney, GroupDaily}

// Info gives the catalogue entry of a role, nil for an unknown one.
func (r Role) Info() *RoleInfo {
	for i := range RoleCatalogue {
		if RoleCatalogue[i].Role == r {
			return &RoleCatalogue[i]
		}
	}
	return nil
}

// Name is the role's name for people.
func (r Role) Name(l lang.Lang) string { return l.T("role." + string(r)) }
