package pivot

import (
	"slices"

	"tallyboard/internal/logkind"
)

// Columns lists the columns that the Spec reads, each once, as they are written
// in it: headers and @roles.
func (s Spec) Columns() []string {
	var out []string
	add := func(name string) {
		if name != "" && !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	for _, d := range slices.Concat(s.Rows, s.Cols) {
		add(d.Column)
	}
	for _, v := range s.Values {
		v.columns(add)
	}
	for _, f := range s.Where {
		f.columns(add)
	}
	return out
}

func (v Value) columns(add func(string)) {
	if v.Calc != nil {
		v.Calc.A.columns(add)
		v.Calc.B.columns(add)
	} else if v.Agg != Ref {
		add(v.Column)
	}
	for _, f := range v.Where {
		f.columns(add)
	}
	if v.Over != nil {
		v.Over.columns(add)
	}
}

func (f Filter) columns(add func(string)) {
	add(f.Column)
	if f.Op == Best && len(f.Values) > 1 {
		if v, err := ParseValue(f.Values[1]); err == nil {
			v.columns(add)
		}
	}
}

// Missing lists the columns that the Spec reads and the log does not have, as
// they are written in the Spec.
func (s Spec) Missing(log *logkind.Log) []string {
	return slices.DeleteFunc(s.Columns(), func(name string) bool { return log.Find(name) != nil })
}
