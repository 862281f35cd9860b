package derive

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"tallyboard/internal/lang"
	"tallyboard/internal/logkind"
	"tallyboard/internal/table"
)

// Offers lists the columns that can be derived for a log that lies beside other
// logs, without making any. A column may still come to nothing where no two rows
// belong together.
func Offers(log *logkind.Log, logs []*logkind.Log) []Derived {
	var out []Derived
	for _, c := range Catalogue {
		if !log.Has(c.Role) && c.can(log, logs) {
			out = append(out, c)
		}
	}
	return out
}

func (c Derived) can(log *logkind.Log, logs []*logkind.Log) bool {
	return c.Fits(log) && (c.With == nil || c.With(log, logs))
}

// Outlook is a log as it will be once everything was derived: the columns that
// can be derived stand beside the others with their types, but empty, so that
// one can ask what the log will allow. It is not for counting.
func Outlook(log *logkind.Log, logs []*logkind.Log, l lang.Lang) *logkind.Log {
	out := &logkind.Log{Name: log.Name, Kind: log.Kind, Roles: logkind.Roles{}, Table: log.Table.With()}
	maps.Copy(out.Roles, log.Roles)
	for _, c := range Offers(log, logs) {
		col := table.NumColumn("", table.Number, nil)
		switch c.Type {
		case table.Bool:
			col = table.BoolColumn("", l.T("derive.yes"), l.T("derive.no"), nil)
		case table.Text:
			col = table.TextColumn("", nil)
		default:
			col.Type = c.Type
		}
		col.Name = freeName(out.Table, Title(c.Role, l))
		out.Roles[c.Role] = col.Name
		out.Table.Cols = append(out.Table.Cols, col)
	}
	return out
}

// Of is the catalogue's entry of a role.
func Of(r logkind.Role) (c Derived, ok bool) {
	return first(func(c Derived) bool { return c.Role == r })
}

// Find is the catalogue's entry that a column name means: @role, or its header in
// a language.
func Find(name string, l lang.Lang) (c Derived, ok bool) {
	if role, byRole := strings.CutPrefix(name, "@"); byRole {
		return Of(logkind.Role(role))
	}
	key := table.Fold(name)
	return first(func(c Derived) bool { return table.Fold(Title(c.Role, l)) == key })
}

func first(is func(Derived) bool) (c Derived, ok bool) {
	if i := slices.IndexFunc(Catalogue, is); i >= 0 {
		return Catalogue[i], true
	}
	return c, false
}

// Title is the header of a derived column.
func Title(r logkind.Role, l lang.Lang) string { return l.T("derive." + string(r)) }

// Help is the definition of a derived column in words, with its numbers.
func Help(r logkind.Role, p Params, l lang.Lang) string {
	return strings.NewReplacer("{D}", strconv.Itoa(p.Days), "{P}", strconv.Itoa(p.Pay), "{W}", strconv.Itoa(p.Window),
		"{G}", strconv.Itoa(p.Gap)).Replace(l.T("derive." + string(r) + ".help"))
}
