package logfile

import (
	"errors"
	"regexp"
	"strings"

	"tallyboard/internal/fault"
	"tallyboard/internal/task"
)

// Plain is the text of an error without what may come from a sheet: of a fault
// its code and cause, of anything else its words without names of files and
// folders, quotations, and letters beyond English ones. The stack of a panic
// stays, it is the program's own.
func Plain(err error) string {
	var f *fault.Error
	if errors.As(err, &f) {
		s := "fault." + f.Code
		if f.Cause != nil {
			s += " (" + Plain(f.Cause) + ")"
		}
		return s
	}
	text, stack, _ := strings.Cut(err.Error(), "\n")
	if errors.Is(err, task.ErrPanic) {
		return plain(text) + "\n" + stack
	}
	return plain(err.Error())
}

var foreign = []*regexp.Regexp{
	regexp.MustCompile(`"(?:[^"\\]|\\.)*"|“[^”]*”|‘[^’]*’|` + "`[^`]*`"),
	regexp.MustCompile(`(?:\b[A-Za-z]:[\\/]|\\\\|/)[^:"\n]+`),
	regexp.MustCompile(`[^ \n]*[^\x00-\x7F]+[^ \n:]*`),
	regexp.MustCompile(`[^ \n]+\.(?i:xlsx|xlsm|xlsb|xls|csv|tsv|txt|ods|pdf|png|svg|json)\b`),
}

func plain(s string) string {
	for _, r := range foreign {
		s = r.ReplaceAllString(s, "*")
	}
	return s
}
