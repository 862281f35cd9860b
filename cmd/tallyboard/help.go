package main

import (
	"fmt"
	"io"

	"tallyboard/internal/display"
	"tallyboard/internal/lang"
	"tallyboard/internal/logbook"
	"tallyboard/internal/report"
)

// help writes how the program is called: every sub-command and common flag.
func help(w io.Writer, l lang.Lang) {
	fmt.Fprintln(w, l.T("cli.help"))
	for _, c := range commands {
		fmt.Fprintf(w, "  %s\n      %s\n", l.T("cli."+c.name+".usage"), l.T("cli."+c.name))
	}
	fmt.Fprintln(w, l.T("cli.help.common"))
}

// choices writes what the arguments of a sub-command may be.
func choices(w io.Writer, name string, l lang.Lang) {
	switch name {
	case "pivot":
		fmt.Fprintln(w, l.T("cli.pivot.words"))
	case "report":
		fmt.Fprintln(w, l.T("cli.report.ids"))
		for _, r := range report.Catalogue {
			choice(w, r.ID, l.T("report."+r.ID+".question"))
		}
	case "template":
		fmt.Fprintln(w, l.T("cli.template.kinds"))
		for _, k := range logbook.Kinds() {
			choice(w, string(k), k.Name(l))
		}
	}
}

func choice(w io.Writer, id, words string) {
	fmt.Fprintf(w, "  %s %s\n", display.Pad(id, 18, false), words)
}
