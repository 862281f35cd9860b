package ingest

import (
	"cmp"
	"slices"

	"tallyboard/internal/fault"
)

// Class says what a warning is about.
type Class string

const (
	Unread Class = "unread" // cells that were not understood and count as missing
	Left   Class = "left"   // rows that are not in the log
	Hint   Class = "hint"   // the data is all there, but look here
)

// classes gives the class of every kind of warning that ingest makes.
var classes = map[string]Class{
	WarnNumber: Unread, WarnTime: Unread, WarnClock: Unread, WarnDuration: Unread, WarnTruth: Unread, WarnError: Unread, WarnRounded: Unread,
	WarnAbove: Left, WarnBlank: Left, WarnTotals: Left, WarnHeader: Left, WarnNote: Left, WarnDuplicate: Left, WarnChanged: Left, WarnOutside: Left,
	WarnMonthFirst: Hint, WarnDayFirst: Hint, WarnYearFirst: Hint, WarnUnnamed: Hint, WarnRepeated: Hint, WarnLayout: Hint, WarnDateAbove: Hint, WarnRelative: Hint, WarnNoHeader: Hint, WarnTables: Hint,
	WarnHidden: Hint, WarnNewLayout: Hint, WarnOutsideCols: Hint,
}

// ClassOf gives the class of a kind of warning; Hint for one of another package.
func ClassOf(kind string) Class {
	if c, ok := classes[kind]; ok {
		return c
	}
	return Hint
}

// Problem is the warnings of one kind about one column of one sheet.
type Problem struct {
	Class Class
	Kind  string
	File  string
	Sheet string
	Name  string          // header of the column, "" where rows or the whole sheet are meant
	Count int             // cells or rows
	First []fault.Warning // the first of them, with row and text
}

// firstShown is how many places a Problem keeps.
const firstShown = 20

// Problems groups what was not understood, what was left out and what is worth
// a look, in this order, the most frequent first.
func (l *Log) Problems() []Problem {
	at := map[[4]string]int{}
	var out []Problem
	for _, list := range []fault.List{l.Warnings, l.Left} {
		for _, w := range list.Items {
			k := [4]string{w.Kind, w.File, w.Sheet, w.Name}
			i, ok := at[k]
			if !ok {
				i = len(out)
				at[k] = i
				out = append(out, Problem{Class: ClassOf(w.Kind), Kind: w.Kind, File: w.File, Sheet: w.Sheet, Name: w.Name})
			}
			out[i].Count += w.Count
			if len(out[i].First) < firstShown {
				out[i].First = append(out[i].First, w)
			}
		}
	}
	order := []Class{Unread, Left, Hint}
	slices.SortStableFunc(out, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(slices.Index(order, a.Class), slices.Index(order, b.Class)), cmp.Compare(b.Count, a.Count))
	})
	return out
}

// NotUnderstood is the number of cells that count as missing because they were
// not understood.
func (l *Log) NotUnderstood() (n int) {
	for kind, c := range l.Warnings.Counts {
		if ClassOf(kind) == Unread {
			n += c
		}
	}
	return n
}
