// Package logkind knows the kinds of customer-service logs and the roles that
// their columns play: names, header synonyms, value tests, and the guess with
// its reason and confidence. One file per kind.
package logkind

import (
	"slices"

	"tallyboard/internal/table"
)

// Kind is the id of a kind of log, such as "inbound".
type Kind string

// The kinds, in the order in which they are offered.
const (
	Inbound  Kind = "inbound"  // one call by a customer
	Outbound Kind = "outbound" // one attempt to reach someone for a matter
	Chat     Kind = "chat"     // one reception of a customer by an agent
	Review   Kind = "review"   // one neutral or negative review and its follow-up
	Approval Kind = "approval" // one request for compensation or an exception
	Order    Kind = "order"    // one order
	Daily    Kind = "daily"    // one agent on one day, already counted
	Quality  Kind = "quality"  // one checked conversation
	Training Kind = "training" // one person's result in a course or exam
	Generic  Kind = "generic"  // anything
)

// Contact reports whether a row of the kind is a contact with a customer.
func (k Kind) Contact() bool { return k == Inbound || k == Outbound || k == Chat }

// Role is what a column means, whatever its header says, such as "agent".
type Role string

// Roles maps each role to the header of the column that plays it.
type Roles map[Role]string

// Log is a table with its meaning: the input of pivots, KPIs and reports.
type Log struct {
	Name  string // for people: the file's name, or the kind's
	Kind  Kind
	Table *table.Table
	Roles Roles
}

// Col gives the column that plays a role, nil where none does. Where the kind
// lets another role stand in (the order time for the time of an order log), it
// gives that role's column.
func (l *Log) Col(r Role) *table.Column {
	if h, ok := l.Roles[r]; ok {
		if c := l.Table.Column(h); c != nil {
			return c
		}
	}
	for _, other := range l.Kind.Info().Instead[r] {
		if h, ok := l.Roles[other]; ok {
			return l.Table.Column(h)
		}
	}
	return nil
}

// Has reports whether every one of the roles is played by a column.
func (l *Log) Has(roles ...Role) bool {
	return !slices.ContainsFunc(roles, func(r Role) bool { return l.Col(r) == nil })
}

// Find resolves a column name as people write it: a header, or @role. It
// returns nil where there is none.
func (l *Log) Find(name string) *table.Column {
	if len(name) > 1 && name[0] == '@' {
		return l.Col(Role(name[1:]))
	}
	return l.Table.Column(name)
}
