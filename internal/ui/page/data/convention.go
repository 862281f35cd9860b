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

// conventions offers the ways in which a column can be read: its type, and for
// text dates which part comes first, for durations of numbers their unit. An id
// is the type, with what is beside it behind a colon.
func conventions(s commands, c ingest.Column) []widget.PickItem {
	var items []widget.PickItem
	add := func(t table.Type, beside, note string) {
		id := t.String()
		if beside != "" {
			id += ":" + beside
		}
		items = append(items, widget.PickItem{ID: id, Text: s.T("type." + t.String()), Note: note, Icon: typeIcons[t]})
	}
	for _, t := range types {
		switch {
		case t == table.Time && c.DateOrder != "":
			for _, o := range orders {
				add(t, string(o), s.T("data.order."+string(o)))
			}
		case t == table.Duration && (c.Type == table.Duration || c.Type == table.Number):
			add(t, "", "")
			for _, u := range units {
				add(t, u, s.T("data.unit."+u))
			}
		default:
			add(t, "", "")
		}
	}
	return items
}

// conventionID is the way in which a column is read now.
func conventionID(c ingest.Column) string {
	if c.Type == table.Time && c.DateOrder != "" {
		return c.Type.String() + ":" + string(c.DateOrder)
	}
	return c.Type.String()
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
