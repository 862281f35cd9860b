package rules

import (
	"slices"
	"strconv"
	"strings"

	"tallyboard/internal/derive"
	"tallyboard/internal/fault"
)

// Params are the numbers that definitions depend on; 0 is the default.
type Params struct {
	D int `json:"D,omitempty"` // days within which a return counts, and a payment after a contact
	N int `json:"N,omitempty"` // so many contacts …
	W int `json:"W,omitempty"` // … within so many minutes are urging
	G int `json:"G,omitempty"` // minutes: contacts less than this apart are one visit

	Credit   string `json:"credit,omitempty"`   // which contact an order is credited to: one of Credits
	Contacts string `json:"contacts,omitempty"` // whether a customer's contacts are counted over all logs: one of Countings
}

// Credits and Countings are the words for Credit and Contacts, the usual first.
var (
	Credits   = derive.Credits
	Countings = derive.Countings
)

// ParamNames lists them in the order in which people read them.
var ParamNames = []string{"D", "N", "W", "G"}

// Validate refuses numbers that no shop means.
func (p Params) Validate() error {
	for _, name := range ParamNames {
		if v := *p.at(name); v < 0 || v > 100000 {
			return fault.New("rules.params", name)
		}
	}
	if p.Credit != "" && !slices.Contains(Credits, p.Credit) {
		return fault.New("rules.params.word", "credit", strings.Join(Credits, " / "))
	}
	if p.Contacts != "" && !slices.Contains(Countings, p.Contacts) {
		return fault.New("rules.params.word", "contacts", strings.Join(Countings, " / "))
	}
	return nil
}

// Get is a number by its name; 0 is the default.
func (p *Params) Get(name string) int { return *p.at(name) }

// Put changes a number by its name.
func (p *Params) Put(name string, v int) { *p.at(name) = v }

func (p *Params) at(name string) *int {
	switch name {
	case "D":
		return &p.D
	case "N":
		return &p.N
	case "W":
		return &p.W
	case "G":
		return &p.G
	}
	panic("rules: there is no parameter " + name)
}

// Derive is the numbers as derived columns take them.
func (p Params) Derive() derive.Params {
	out := derive.Default()
	for _, name := range ParamNames {
		if v := *p.at(name); v > 0 {
			out.Set(name, strconv.Itoa(v))
		}
	}
	for name, word := range map[string]string{"credit": p.Credit, "contacts": p.Contacts} {
		if word != "" {
			out.Set(name, word)
		}
	}
	return out
}
