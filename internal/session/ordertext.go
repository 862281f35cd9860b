package session

import (
	"strings"

	"tallyboard/internal/display"
	"tallyboard/internal/lang"
	"tallyboard/internal/pivot"
)

// KeyText says in words what a key of a Spec sorts by: 名称, 接待量, 华东 的 接待量.
// other is the dimensions of the axis that its member is on.
func KeyText(p pivot.Spec, key string, other []pivot.Dim, l lang.Lang) string {
	i, path, ok := p.ReadKey(key)
	if !ok {
		return key
	}
	if i < 0 {
		return l.T("table.label")
	}
	v := pivot.Value{Agg: pivot.Count}
	if len(p.Values) > 0 {
		v = p.Values[i]
	}
	text := ValueText(v, l)
	if len(path) == 0 {
		return text
	}
	words := make([]string, len(path))
	for i, m := range path {
		words[i] = labelText(other, i, m, l)
	}
	return l.T("table.valuein", strings.Join(words, " · "), text)
}

func labelText(dims []pivot.Dim, i int, m pivot.Label, l lang.Lang) string {
	switch {
	case m.Other:
		return display.Other(l)
	case m.Missing:
		return display.Blank(l)
	case i < len(dims):
		return memberText(dims[i].Is(m), m.Text, l)
	}
	return m.Text
}
