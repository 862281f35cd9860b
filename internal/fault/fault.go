// Package fault is errors for people: a code for the program, a sentence and a
// way on for the person, the cause for the log. And warnings about data: what
// was not understood, with its file, sheet, row, column and text.
package fault

import (
	"errors"
	"fmt"
	"strings"

	"tallyboard/internal/lang"
)

// Error is a failure that a person can do something about. Its texts are the
// catalogue keys "fault.CODE" (what happened and where) and "fault.CODE.hint"
// (the way on), both filled with Args.
type Error struct {
	Code  string
	Args  []any
	Cause error // for the log, never shown; may be nil
}

// New makes an Error. Its texts must be in the catalogue.
func New(code string, args ...any) *Error { return &Error{Code: code, Args: args} }

// Wrap is New with the cause for the log.
func Wrap(cause error, code string, args ...any) *Error {
	return &Error{Code: code, Args: args, Cause: cause}
}

// Error is for logs; people are shown Text.
func (e *Error) Error() string {
	s := "fault." + e.Code + ": " + e.Sentence(lang.EN)
	if e.Cause != nil {
		s += " (" + e.Cause.Error() + ")"
	}
	return s
}

// Unwrap is the cause.
func (e *Error) Unwrap() error { return e.Cause }

// Sentence says what happened and where.
func (e *Error) Sentence(l lang.Lang) string { return cutExtra(l.T("fault."+e.Code, e.Args...)) }

// Hint says what to do about it; "" where there is nothing to say.
func (e *Error) Hint(l lang.Lang) string {
	if key := "fault." + e.Code + ".hint"; l.Has(key) {
		s := l.T(key)
		if len(e.Args) > 0 {
			s = fmt.Sprintf(s, e.Args...)
		}
		return cutExtra(s)
	}
	return ""
}

// Text is sentence and hint together.
func (e *Error) Text(l lang.Lang) string {
	if h := e.Hint(l); h != "" {
		if l == lang.ZH {
			return e.Sentence(l) + h
		}
		return e.Sentence(l) + " " + h
	}
	return e.Sentence(l)
}

// Say gives the plain text of any error: its own where it is an Error, and one
// that names the log file for everything else.
func Say(err error, l lang.Lang) string {
	var e *Error
	if errors.As(err, &e) {
		return e.Text(l)
	}
	first, _, _ := strings.Cut(err.Error(), "\n") // a panic's stack is for the log
	return l.T("fault.internal", first)
}

// Is reports whether err is an Error with the code.
func Is(err error, code string) bool {
	var e *Error
	return errors.As(err, &e) && e.Code == code
}

// cutExtra drops fmt's complaint about arguments that a text does not use: the
// two languages, and sentence and hint, take what they need of them.
func cutExtra(s string) string {
	for i := 0; i+8 <= len(s); i++ {
		if s[i:i+8] == "%!(EXTRA" {
			return s[:i]
		}
	}
	return s
}
