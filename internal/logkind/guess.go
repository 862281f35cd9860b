package logkind

import (
	"slices"

	"tallyboard/internal/display"
	"tallyboard/internal/lang"
)

// Reason says why something was guessed: a catalogue key and its words.
type Reason struct {
	Key  string // "why.KEY"
	Args []any
}

// Text is the reason as a sentence; "" for the zero Reason.
func (r Reason) Text(l lang.Lang) string {
	if r.Key == "" {
		return ""
	}
	key := "why." + r.Key
	if n := len(r.Args); n > 0 && r.Args[n-1] == 1 && l.Has(key+".one") {
		key += ".one"
	}
	args := slices.Clone(r.Args)
	for i, a := range args {
		if n, ok := a.(int); ok {
			args[i] = display.Format{Kind: display.Count}.Full(float64(n), l)
		}
	}
	return l.T(key, args...)
}

// Candidate is a guess at a kind.
type Candidate struct {
	Kind       Kind
	Confidence float64 // 0 to 1
	Reason     Reason
}

// RoleGuess is a guess at the role of one column.
type RoleGuess struct {
	Role       Role
	Confidence float64 // 0 to 1
	Reason     Reason
}
