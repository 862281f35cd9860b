package logkind

import (
	"slices"

	"tallyboard/internal/lang"
)

// Info is one entry of the catalogue of kinds. Its name is the key "kind.ID",
// what one row is "kind.ID.row".
type Info struct {
	Kind  Kind
	Own   []Role           // the roles that make the kind what it is
	Roles []Role           // all roles its columns can have, in the order of the columns page
	Marks map[Role]float64 // how much a column with the role speaks for the kind; negative against it
	Words []string         // words in the name of file or sheet, or in headers, that mark the kind
	// Instead says which role stands in for one that no column has: the time of
	// an order log is the order time.
	Instead map[Role][]Role
}

// Catalogue lists the kinds in the order in which they are offered.
var Catalogue = []*Info{inbound, outbound, chat, review, approval, order, dailySheet, quality, training, generic}

// Info gives the catalogue entry of a kind; that of Generic for an unknown one.
func (k Kind) Info() *Info {
	for _, i := range Catalogue {
		if i.Kind == k {
			return i
		}
	}
	return generic
}

// Valid reports whether k is a kind of the catalogue.
func (k Kind) Valid() bool { return k.Info().Kind == k }

// Name is the kind's name for people.
func (k Kind) Name(l lang.Lang) string { return l.T("kind." + string(k)) }

// common are the roles that any log can have.
var common = []Role{Time, Agent, Team, Customer, Phone, Region, Shop, Channel, Category, Product, OrderID, ID, Status, Note}

// with lists own roles first, then others, each once.
func with(own []Role, more ...Role) []Role {
	var out []Role
	for _, r := range slices.Concat(own, more, common) {
		if !slices.Contains(out, r) {
			out = append(out, r)
		}
	}
	return out
}
