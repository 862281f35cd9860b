package kpi

import (
	"math"
	"strconv"

	"tallyboard/internal/derive"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
	"tallyboard/internal/table"
)

// At is the text form of a role as a column name.
func At(r logkind.Role) string { return "@" + string(r) }

func count(where ...pivot.Filter) pivot.Value {
	return pivot.Value{Agg: pivot.Count, Where: where}
}

func of(a pivot.Agg, r logkind.Role, where ...pivot.Filter) pivot.Value {
	return pivot.Value{Agg: a, Column: At(r), Where: where}
}

func ratio(a, b pivot.Value) pivot.Value {
	a.Over = &b
	return a
}

// Yes keeps the rows whose column says yes, whatever the words for it are.
func Yes(log *logkind.Log, r logkind.Role) pivot.Filter { return truth(log, r, true) }

// No keeps the rows whose column says no; blanks are neither.
func No(log *logkind.Log, r logkind.Role) pivot.Filter { return truth(log, r, false) }

// truth asks derived columns for true or false, since their words are those of
// the language and a view is read in another one, too.
func truth(log *logkind.Log, r logkind.Role, yes bool) pivot.Filter {
	if _, ok := derive.Of(r); ok {
		return pivot.Filter{Column: At(r), Op: pivot.Eq, Values: []string{strconv.FormatBool(yes)}}
	}
	return readings(log, r, func(v float64) bool { return (v != 0) == yes })
}

// AtLeast keeps the rows whose number, or whose word's reading, is at least v.
func AtLeast(log *logkind.Log, r logkind.Role, v float64) pivot.Filter {
	c := log.Col(r)
	if c == nil || !c.Type.Coded() {
		return pivot.Filter{Column: At(r), Op: pivot.Ge, Values: []string{plain(v)}}
	}
	return readings(log, r, func(x float64) bool { return x >= v })
}

// Rated keeps the rows whose column has a reading at all.
func Rated(log *logkind.Log, r logkind.Role) pivot.Filter {
	c := log.Col(r)
	if c == nil || !c.Type.Coded() || c.Values == nil {
		return pivot.Filter{Column: At(r), Op: pivot.Ne, Values: []string{""}}
	}
	return readings(log, r, func(float64) bool { return true })
}

// readings keeps the rows whose word's numeric reading passes; where no word
// does, it keeps none.
func readings(log *logkind.Log, r logkind.Role, pass func(float64) bool) pivot.Filter {
	f := pivot.Filter{Column: At(r), Op: pivot.Eq}
	c := log.Col(r)
	switch {
	case c == nil:
	case !c.Type.Coded():
		if pass(1) && !pass(0) {
			return pivot.Filter{Column: At(r), Op: pivot.Gt, Values: []string{"0"}}
		}
		f.Values = []string{"0"}
	default:
		for code := 1; code <= c.Dict.Len() && code < len(c.Values); code++ {
			if v := c.Values[code]; v == v && pass(v) {
				f.Values = append(f.Values, c.Dict.At(uint32(code)))
			}
		}
	}
	if len(f.Values) == 0 {
		f.Values = []string{"\x00"} // a text that no cell holds
	}
	return f
}

// inSeconds scales a value of a column of minutes or hours to seconds.
func inSeconds(log *logkind.Log, r logkind.Role, v pivot.Value) pivot.Value {
	s := seconds(log.Col(r))
	if s == 1 {
		return v
	}
	return pivot.Value{Calc: &pivot.Calc{Op: '*', A: v, B: pivot.Value{Agg: pivot.Const, P: s}}}
}

func plain(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// greatest is the largest number of a column, which tells its scale.
func greatest(c *table.Column) float64 {
	top := math.Inf(-1)
	if c.Type.Coded() {
		for _, v := range c.Values {
			top = math.Max(top, orLow(v))
		}
		return top
	}
	for _, v := range c.Nums {
		if v > top {
			top = v
		}
	}
	return top
}

func orLow(v float64) float64 {
	if v != v {
		return math.Inf(-1)
	}
	return v
}

// seconds is how many seconds one unit of a duration column is; a plain number
// without a unit counts as seconds.
func seconds(c *table.Column) float64 {
	if c == nil || c.Type == table.Duration {
		return 1
	}
	switch c.Unit {
	case "min":
		return 60
	case "h":
		return 3600
	case "d":
		return 86400
	case "ms":
		return 0.001
	}
	return 1
}
