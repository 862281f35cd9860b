package session

import (
	"maps"

	"tallyboard/internal/ingest"
	"tallyboard/internal/table"
)

// Convention is how the values of a column are to be read, beside their type.
type Convention struct {
	Type  table.Type
	Order ingest.Order // of the parts of text dates; "" is found
	Unit  string       // of durations written as numbers; "" is found
}

// SetConvention says how a column of the current log is to be read; its files
// are read again.
func (s *Session) SetConvention(header string, c Convention) {
	l := s.log()
	if l == nil {
		return
	}
	o := &l.choices
	o.Types = with(o.Types, header, c.Type, true)
	o.DateOrders = with(o.DateOrders, header, c.Order, c.Order != "")
	o.Units = with(o.Units, header, c.Unit, c.Unit != "")
	s.Reload()
}

// with is a copy of a map in which a key has a value, or is not there.
func with[V any](m map[string]V, key string, v V, there bool) map[string]V {
	out := maps.Clone(m)
	if out == nil {
		out = map[string]V{}
	}
	delete(out, key)
	if there {
		out[key] = v
	}
	return out
}

// SetFile changes how one file of the current log is read (sheet, header row,
// which table, all sheets) and reads it again.
func (s *Session) SetFile(path string, change func(*ingest.FileOptions)) {
	l := s.log()
	if l == nil {
		return
	}
	f := l.choices.PerFile[path]
	change(&f)
	l.choices.PerFile = with(l.choices.PerFile, path, f, true)
	s.Reload()
}

// FileChoices is what was chosen for a file of the current log.
func (s *Session) FileChoices(path string) ingest.FileOptions {
	if l := s.log(); l != nil {
		return l.choices.PerFile[path]
	}
	return ingest.FileOptions{}
}
