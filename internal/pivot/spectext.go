package pivot

import (
	"slices"
	"strconv"
	"strings"

	"tallyboard/internal/fault"
)

// String is the text form of the whole view in one line: the flags of the
// command line, quoted as a shell reads them. ParseSpec reads it back.
func (s Spec) String() string {
	var words []string
	flag := func(name, value string) { words = append(words, Flag(name, value)) }
	for _, d := range s.Rows {
		flag("rows", d.String())
	}
	for _, d := range s.Cols {
		flag("cols", d.String())
	}
	for _, v := range s.Values {
		flag("value", v.String())
	}
	for _, f := range s.Where {
		flag("where", f.String())
	}
	if s.Show != AsIs {
		flag("show", string(s.Show))
	}
	if s.Top > 0 {
		flag("top", strconv.Itoa(s.Top))
	}
	if s.TopCols > 0 {
		flag("top-cols", strconv.Itoa(s.TopCols))
	}
	if s.SortBy != "" {
		flag("sort", s.SortBy)
	}
	if s.Desc {
		words = append(words, "--desc")
	}
	for _, o := range s.Orders {
		if !s.has(o.Dim) {
			continue
		}
		first, by := o.flags()
		if first != "" {
			flag("first", first)
		}
		if by != "" {
			flag("order", by)
		}
	}
	if s.FillTime {
		words = append(words, "--fill-time")
	}
	return strings.Join(words, " ")
}

// Flag is one flag of the text form with its value, quoted as a shell reads it.
func Flag(name, value string) string { return "--" + name + " " + shellQuote(value) }

// ParseSpec reads the text form of a view. Errors are the faults of the parts,
// or "pivot.spec" for a word that belongs nowhere.
func ParseSpec(text string) (Spec, error) {
	return ParseWith(text, func(string, string) (bool, error) { return false, nil })
}

// ParseWith is ParseSpec for a text that holds more than a Spec: flags that a
// Spec does not have are offered to more, by name without dashes, and are a
// fault only where it does not know them either.
func ParseWith(text string, more func(name, value string) (known bool, err error)) (Spec, error) {
	words, ok := shellWords(text)
	if !ok {
		return Spec{}, fault.New("pivot.spec", text)
	}
	var s Spec
	for i := 0; i < len(words); i++ {
		name, value, inline := strings.Cut(words[i], "=")
		switch name {
		case "--desc", "--fill-time":
			if inline {
				return Spec{}, fault.New("pivot.spec", words[i])
			}
		default:
			if !inline {
				i++
				if i == len(words) {
					return Spec{}, fault.New("pivot.spec", words[i-1])
				}
				value = words[i]
			}
		}
		name, dashes := strings.CutPrefix(name, "--")
		if !dashes {
			return Spec{}, fault.New("pivot.spec", name)
		}
		known, err := more(name, value)
		if !known && err == nil {
			err = s.Set(name, value)
		}
		if err != nil {
			return Spec{}, err
		}
	}
	return s, s.Check()
}

// Check finds what the parts of a Spec cannot know of each other: an order of a
// dimension that is on no axis, the fault "pivot.order.dim".
func (s Spec) Check() error {
	for _, o := range s.Orders {
		if !s.has(o.Dim) {
			return fault.New("pivot.order.dim", o.Dim.String())
		}
	}
	return nil
}

// Set applies one flag of the text form by its name without dashes: rows, cols,
// value and where add to what is there, order and first to what is known of
// their dimension; show, top, top-cols, sort, desc and
// fill-time replace it. An unknown name is the fault "pivot.spec".
func (s *Spec) Set(name, value string) error {
	switch name {
	case "rows", "cols":
		d, err := ParseDim(value)
		if err != nil {
			return err
		}
		if name == "rows" {
			s.Rows = append(s.Rows, d)
		} else {
			s.Cols = append(s.Cols, d)
		}
	case "value":
		v, err := ParseValue(value)
		if err != nil {
			return err
		}
		s.Values = append(s.Values, v)
	case "where":
		f, err := ParseFilter(value)
		if err != nil {
			return err
		}
		s.Where = append(s.Where, f)
	case "show":
		if Show(value) == AsIs || !slices.Contains(Shows, Show(value)) {
			return fault.New("pivot.show", value, showList())
		}
		s.Show = Show(value)
	case "top", "top-cols":
		n, err := strconv.Atoi(value)
		if err != nil || n < 1 {
			return fault.New("pivot.top", value)
		}
		if name == "top" {
			s.Top = n
		} else {
			s.TopCols = n
		}
	case "sort":
		s.SortBy = value
	case "desc":
		s.Desc = true
	case "order", "first":
		parse := ParseOrder
		if name == "first" {
			parse = ParseFirst
		}
		o, err := parse(value)
		if err != nil {
			return err
		}
		s.addOrder(o)
	case "fill-time":
		s.FillTime = true
	default:
		return fault.New("pivot.spec", name)
	}
	return nil
}

func showList() string {
	var words []string
	for _, s := range Shows[1:] {
		words = append(words, string(s))
	}
	return strings.Join(words, ", ")
}
