package logkind

import "tallyboard/internal/lang"

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
	return l.T("why."+r.Key, r.Args...)
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
