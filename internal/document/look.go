package document

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"tallyboard/internal/pivot"
)

// Look is how the table of a pivot is laid out and coloured. The zero Look has
// subtotals above what they sum up, both grand totals and bars behind totals.
type Look struct {
	Subtotals  Subtotals
	NoTotalRow bool // no line of grand totals
	NoTotalCol bool // no column of grand totals
	Ground     Ground
	Wrap       bool               // long words go on in further lines instead of being cut
	Freeze     int                // so many columns of numbers stay in sight with the headings
	Widths     map[string]float64 // of columns that a person made wider or narrower, by ColumnKey, in points
	Standards  []Standard

	// Folded and FoldedCols are the members, by PathKey, of which only the sum is
	// seen. They are no part of the text.
	Folded, FoldedCols map[string]bool
}

// Subtotals is where subtotals stand.
type Subtotals string

const (
	Above       Subtotals = ""
	Below       Subtotals = "below"
	NoSubtotals Subtotals = "none"
)

// Ground is what stands behind numbers.
type Ground string

const (
	TotalBars Ground = ""      // bars behind totals, or behind the only column
	Bars      Ground = "bars"  // bars behind every number of a leaf
	Scale     Ground = "scale" // the darker the greater
	NoGround  Ground = "none"
)

// Standard is what a value is to reach: at least Goal, at most where Lower.
type Standard struct {
	Value string // text form, without name and style
	Goal  float64
	Lower bool
}

// Tone is how a number stands against the standard of a value; ok is false
// where the value has none.
func (k Look) Tone(value string, v float64) (t Tone, ok bool) {
	i := slices.IndexFunc(k.Standards, func(s Standard) bool { return s.Value == value })
	if i < 0 {
		return Neutral, false
	}
	switch s := k.Standards[i]; {
	case v != v:
		return Neutral, true
	case v >= s.Goal && !s.Lower, v <= s.Goal && s.Lower:
		return Good, true
	}
	return Bad, true
}

// Judge judges by the standards of the look, and by other where a value has
// none; other may be nil.
func (k Look) Judge(r *pivot.Result, other Judge) Judge {
	if len(k.Standards) == 0 || r.Spec.Show != pivot.AsIs { // shares and ranks have no standard
		if other == nil {
			return func(int, float64, int64) Tone { return Neutral }
		}
		return other
	}
	texts := make([]string, len(r.Values))
	for i, v := range r.Values {
		texts[i] = v.Value.Bare().String()
	}
	return func(value int, v float64, rows int64) Tone {
		if t, ok := k.Tone(texts[value], v); ok {
			return t
		}
		if other == nil {
			return Neutral
		}
		return other(value, v, rows)
	}
}

// WithStandard is the look with a standard in the place of another of the same
// value; without one where s is nil.
func (k Look) WithStandard(value string, s *Standard) Look {
	k.Standards = slices.DeleteFunc(slices.Clone(k.Standards), func(o Standard) bool { return o.Value == value })
	if s != nil {
		k.Standards = append(k.Standards, *s)
	}
	return k
}

// WithWidth is the look with another width of a column; 0 forgets it.
func (k Look) WithWidth(key string, width float64) Look {
	if k.Widths = maps.Clone(k.Widths); k.Widths == nil {
		k.Widths = map[string]float64{}
	}
	k.Widths[key] = width
	if width <= 0 {
		delete(k.Widths, key)
	}
	return k
}

// Flag is one part of a Look in text form, as views are saved and copied.
type Flag struct{ Name, Value string }

// Flags is the text form of a Look, which Set reads back flag by flag.
func (k Look) Flags() (out []Flag) {
	add := func(name, value string) {
		if value != "" {
			out = append(out, Flag{name, value})
		}
	}
	add("subtotals", string(k.Subtotals))
	switch {
	case k.NoTotalRow && k.NoTotalCol:
		add("totals", "none")
	case k.NoTotalRow:
		add("totals", "column")
	case k.NoTotalCol:
		add("totals", "row")
	}
	add("ground", string(k.Ground))
	if k.Wrap {
		add("wrap", "on")
	}
	if k.Freeze > 0 {
		add("freeze", strconv.Itoa(k.Freeze))
	}
	for _, key := range slices.Sorted(maps.Keys(k.Widths)) {
		add("width", strconv.FormatFloat(k.Widths[key], 'f', 0, 64)+" "+key)
	}
	for _, s := range k.Standards {
		op := " >= "
		if s.Lower {
			op = " <= "
		}
		add("standard", s.Value+op+strconv.FormatFloat(s.Goal, 'f', -1, 64))
	}
	return out
}

// Set applies one flag; known is false for those of something else, ok where
// the value makes no sense.
func (k *Look) Set(name, value string) (known, ok bool) {
	switch name {
	case "subtotals":
		k.Subtotals = Subtotals(value)
		return true, k.Subtotals == Below || k.Subtotals == NoSubtotals
	case "totals":
		k.NoTotalRow, k.NoTotalCol = value != "row", value != "column"
		return true, value == "row" || value == "column" || value == "none"
	case "ground":
		k.Ground = Ground(value)
		return true, slices.Contains([]Ground{Bars, Scale, NoGround}, k.Ground)
	case "wrap":
		k.Wrap = true
		return true, value == "on"
	case "freeze":
		n, err := strconv.Atoi(value)
		k.Freeze = n
		return true, err == nil && n > 0
	case "width":
		number, key, _ := strings.Cut(value, " ")
		w, err := strconv.ParseFloat(number, 64)
		if err != nil || !(w > 0 && w < 1e5) || key == "" {
			return true, false
		}
		*k = k.WithWidth(key, w)
		return true, true
	case "standard":
		s, ok := parseStandard(value)
		if ok {
			*k = k.WithStandard(s.Value, &s)
		}
		return true, ok
	}
	return false, false
}

func parseStandard(text string) (s Standard, ok bool) {
	at := max(strings.LastIndex(text, " >= "), strings.LastIndex(text, " <= "))
	if at < 1 {
		return s, false
	}
	goal, err := strconv.ParseFloat(text[at+len(" >= "):], 64)
	if err != nil || goal != goal || goal-goal != 0 {
		return s, false
	}
	return Standard{text[:at], goal, text[at+1] == '<'}, true
}
