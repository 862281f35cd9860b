package pivot

import (
	"slices"
	"strings"

	"tallyboard/internal/fault"
)

// Order is how the members of one dimension stand, under each parent and on
// whichever axis the dimension is. What Top cut off and blank stay last.
type Order struct {
	Dim   Dim
	First []string // canonical texts of the members that stand first, in this order
	By    string   // what orders the others: as Spec.SortBy, with " @ " naming a member of the other axis; "" leaves it to the Spec
	Desc  bool
}

// ParseOrder reads "DIM by KEY", "DIM by asc KEY" or "DIM by desc KEY". KEY is label, value, or
// the text form or the name of a value, and of these the numbers of all columns
// (rows, for a dimension of the columns) or, as "KEY @ LABEL > LABEL", of one
// member of the other axis; "" is blank there and * what Top cut off. Errors
// are the fault "pivot.order".
func ParseOrder(s string) (Order, error) {
	at := scanTo(s, func(r string) bool { return strings.HasPrefix(r, " by ") })
	d, err := ParseDim(s[:at])
	if at == len(s) || err != nil {
		return Order{}, fault.New("pivot.order", s)
	}
	o := Order{Dim: d, By: strings.TrimSpace(s[at+len(" by "):])}
	if by, ok := strings.CutPrefix(o.By, "asc "); ok {
		o.By = strings.TrimSpace(by)
	} else if by, ok := strings.CutPrefix(o.By, "desc "); ok {
		o.By, o.Desc = strings.TrimSpace(by), true
	}
	if o.By == "" {
		return Order{}, fault.New("pivot.order", s)
	}
	return o, nil
}

// ParseFirst reads "DIM=A|B": the members of a dimension that stand first, in
// the grammar of filters. Errors are the fault "pivot.first".
func ParseFirst(s string) (Order, error) {
	f, err := ParseFilter(s)
	if err != nil || f.Op != Eq {
		return Order{}, fault.New("pivot.first", s)
	}
	return Order{Dim: f.dim(), First: f.Values}, nil
}

// flags are the text forms of an order, by flag.
func (o Order) flags() (first, by string) {
	if len(o.First) > 0 {
		first = Filter{Column: o.Dim.Column, Func: o.Dim.Func, Width: o.Dim.Width, Op: Eq, Values: o.First}.String()
	}
	if o.By != "" {
		by = o.Dim.prefix() + quoteIf(o.Dim.Column, " by")
		if plain := o.Dim.String(); strings.HasSuffix(plain, `"`) {
			by = plain
		}
		by += " by "
		switch {
		case o.Desc:
			by += "desc "
		case strings.HasPrefix(o.By, "asc ") || strings.HasPrefix(o.By, "desc "):
			by += "asc " // else a name that begins so would be taken for it
		}
		by += o.By
	}
	return first, by
}

// OrderOf is the order of a dimension of its own; the zero Order where it has none.
func (s Spec) OrderOf(d Dim) Order {
	if i := slices.IndexFunc(s.Orders, func(o Order) bool { return o.Dim == d }); i >= 0 {
		return s.Orders[i]
	}
	return Order{Dim: d}
}

// SetOrder gives a dimension another order; one that says nothing is taken away.
func (s *Spec) SetOrder(o Order) {
	says := len(o.First) > 0 || o.By != ""
	at := slices.IndexFunc(s.Orders, func(x Order) bool { return x.Dim == o.Dim })
	s.Orders = slices.Clone(s.Orders)
	switch {
	case at < 0 && says:
		s.Orders = append(s.Orders, o)
	case at >= 0 && says:
		s.Orders[at] = o
	case at >= 0:
		s.Orders = slices.Delete(s.Orders, at, at+1)
	}
}

// Tidy drops the orders of dimensions that are on no axis any more, and sorts by
// the first value where that to sort by is none of the values any more.
func (s *Spec) Tidy() {
	s.Orders = slices.DeleteFunc(slices.Clone(s.Orders), func(o Order) bool { return !s.has(o.Dim) })
	s.SortBy = s.tidyKey(s.SortBy)
	for i, o := range s.Orders {
		s.Orders[i].By = s.tidyKey(o.By)
	}
}

func (s *Spec) tidyKey(key string) string {
	if _, _, ok := s.ReadKey(key); ok {
		return key
	}
	_, path, _ := cutPath(key)
	return SortKey("value", path)
}

func (s *Spec) has(d Dim) bool { return slices.Contains(s.Rows, d) || slices.Contains(s.Cols, d) }

// addOrder joins the two halves that flags give of one order.
func (s *Spec) addOrder(o Order) {
	was := s.OrderOf(o.Dim)
	if o.By == "" {
		o.By, o.Desc = was.By, was.Desc
	} else {
		o.First = was.First
	}
	s.SetOrder(o)
}

// SortKey is the key that orders by a value ("value" or a text form) at a member
// of the other axis; the whole axis where the path is empty.
func SortKey(value string, path []Label) string {
	if len(path) == 0 {
		return value
	}
	words := make([]string, len(path))
	for i, l := range path {
		switch {
		case l.Other:
			words[i] = "*"
		case l.Text == "*":
			words[i] = `"*"`
		default:
			words[i] = quoteIf(l.Text, " >", " @")
		}
	}
	return value + " @ " + strings.Join(words, " > ")
}

// cutPath takes the member of the other axis off the end of a key.
func cutPath(key string) (value string, path []Label, ok bool) {
	at := scanTo(key, func(r string) bool { return strings.HasPrefix(r, " @ ") })
	if at == len(key) {
		return key, nil, true
	}
	value, rest := strings.TrimSpace(key[:at]), key[at+len(" @ "):]
	for {
		end := scanTo(rest, func(r string) bool { return strings.HasPrefix(r, " > ") })
		text := strings.TrimSpace(rest[:end])
		l := Label{Other: text == "*"}
		if l.Text, ok = word(text); !ok || text == "" {
			return key, nil, false
		}
		l.Missing = l.Text == ""
		path = append(path, l)
		if end == len(rest) {
			return value, path, true
		}
		rest = rest[end+len(" > "):]
	}
}

// KeyOf is what the members of a row level are sorted by, and which way.
func (s Spec) KeyOf(level int) (key string, desc bool) {
	if level < len(s.Rows) {
		if o := s.OrderOf(s.Rows[level]); o.By != "" {
			return o.By, o.Desc
		}
	}
	return s.SortBy, s.Desc
}

// ReadKey says which value a key sorts by, −1 for the label, and of which member
// of the other axis; ok is false where the Spec has no such value.
func (s Spec) ReadKey(key string) (value int, path []Label, ok bool) {
	key = strings.TrimSpace(key)
	if key == "" || key == "label" {
		return -1, nil, true
	}
	if i := s.valueBy(key); i >= 0 {
		return i, nil, true
	}
	name, path, ok := cutPath(key)
	i := s.valueBy(name)
	return i, path, ok && i >= 0
}

// PlainKey writes a key in one way, so that keys which sort by the same numbers
// are equal: the value by its text form, "label" for names.
func (s Spec) PlainKey(key string) string {
	switch i, path, ok := s.ReadKey(key); {
	case !ok:
		return key
	case i < 0:
		return "label"
	default:
		return SortKey(s.valueText(i), path)
	}
}

func (s Spec) valueText(i int) string {
	if len(s.Values) == 0 {
		return string(Count)
	}
	return s.Values[i].expr()
}

// valueBy finds a value by its text form or name; −1 is none.
func (s Spec) valueBy(by string) int {
	if by == "value" {
		return 0
	}
	if len(s.Values) == 0 {
		if by == string(Count) {
			return 0
		}
		return -1
	}
	if v, err := ParseValue(by); err == nil {
		if i := slices.IndexFunc(s.Values, func(x Value) bool { return x.expr() == v.expr() }); i >= 0 {
			return i
		}
	}
	return slices.IndexFunc(s.Values, func(x Value) bool { return x.Name == by && by != "" })
}
