package data

import (
	"strings"

	"tallyboard/internal/ingest"
	"tallyboard/internal/session"
	"tallyboard/internal/table"
	"tallyboard/internal/ui/theme"
	"tallyboard/internal/ui/widget"
)

var types = []table.Type{table.Text, table.Bool, table.Number, table.Time, table.Clock, table.Duration}

var typeIcons = map[table.Type]theme.IconName{table.Text: theme.TypeText, table.Bool: theme.TypeBool, table.Number: theme.TypeNumber,
	table.Time: theme.TypeTime, table.Clock: theme.TypeClock, table.Duration: theme.TypeDuration}

var orders = []ingest.Order{ingest.YMD, ingest.MDY, ingest.DMY}

// units are those in which a duration may be written as a number.
var units = []string{"s", "min", "h"}

// mostMarks is how many different words a column of marks may have.
const mostMarks = 40

// Ids of the choices that are about two columns.
const joined, apart = "joined", "apart"

// conventions offers the ways in which a column can be read: its type, and for
// text dates which part comes first, for durations of numbers their unit, for
// words whether they are marks; and whether a date and its time of day are one.
// An id is the type, with what is beside it behind a colon.
func conventions(s commands, c ingest.Column, pair *ingest.Pair) []widget.PickItem {
	var items []widget.PickItem
	add := func(t table.Type, beside, words string) {
		it := widget.PickItem{ID: t.String(), Text: s.T("type." + t.String()), Icon: typeIcons[t]}
		if beside != "" { // the words stand in the closed dropdown too
			it.ID, it.Note, it.Text = it.ID+":"+beside, it.Text, words
		}
		items = append(items, it)
	}
	if c.Derived {
		return []widget.PickItem{{ID: joined, Text: s.T("data.joined"), Icon: theme.TypeTime}, {ID: apart, Text: s.T("data.apart"), Icon: theme.TypeTime}}
	}
	for _, t := range types {
		switch {
		case t == table.Time && c.DateOrder != "":
			for _, o := range orders {
				add(t, string(o), s.T("data.order."+string(o)))
			}
		case t == table.Duration && c.Type == table.Duration && c.ReadAs != "":
			for _, u := range units {
				add(t, u, s.T("data.unit."+u))
			}
		case t == table.Duration && c.Type == table.Number:
			add(t, "", "")
			for _, u := range units {
				add(t, u, s.T("data.unit."+u))
			}
		case t == table.Text && (c.ReadAs == ingest.Marks || c.Type == table.Text && c.Distinct <= mostMarks):
			add(t, "", "")
			add(t, ingest.Marks, s.T("data.marks"))
		default:
			add(t, "", "")
		}
	}
	if pair != nil && (c.Name == pair.Date || c.Name == pair.Clock) {
		other := pair.Clock
		if c.Name == other {
			other = pair.Date
		}
		items = append(items, widget.PickItem{ID: joined, Text: s.T("data.join", other), Icon: theme.TypeTime})
	}
	return items
}

// conventionID is the way in which a column is read now.
func conventionID(c ingest.Column) string {
	switch {
	case c.Derived:
		return joined
	case c.Type == table.Time && c.DateOrder != "":
		return c.Type.String() + ":" + string(c.DateOrder)
	case c.ReadAs != "":
		return c.Type.String() + ":" + c.ReadAs
	}
	return c.Type.String()
}

// read reads a column in another way.
func read(s commands, c ingest.Column, id string) {
	switch id {
	case conventionID(c):
	case joined, apart:
		s.SetApart(id == apart)
	default:
		s.SetConvention(c.Name, conventionOf(id))
	}
}

func conventionOf(id string) session.Convention {
	name, beside, _ := strings.Cut(id, ":")
	var c session.Convention
	for _, t := range types {
		if t.String() == name {
			c.Type = t
		}
	}
	if c.Type == table.Time {
		c.Order = ingest.Order(beside)
	} else {
		c.Unit = beside
	}
	return c
}
