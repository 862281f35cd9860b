package table

// TextColumn codes strings in order of first appearance; "" is missing.
func TextColumn(name string, vals []string) *Column {
	c := &Column{Name: name, Type: Text, Codes: make([]uint32, len(vals))}
	seen := map[string]uint32{}
	var words []string
	for i, v := range vals {
		if v == "" {
			continue
		}
		code, ok := seen[v]
		if !ok {
			words = append(words, v)
			code = uint32(len(words))
			seen[v] = code
		}
		c.Codes[i] = code
	}
	c.Dict = DictOf(words...)
	return c
}

// BoolColumn builds a Bool column from 1, 0 and NaN, with the words for both.
func BoolColumn(name, yes, no string, vals []float64) *Column {
	c := &Column{Name: name, Type: Bool, Codes: make([]uint32, len(vals)),
		Dict: DictOf(yes, no), Values: []float64{Missing, 1, 0}}
	for i, v := range vals {
		switch {
		case v != v:
		case v != 0:
			c.Codes[i] = 1
		default:
			c.Codes[i] = 2
		}
	}
	return c
}

// NumColumn builds a column of Number, Time, Clock or Duration.
func NumColumn(name string, t Type, vals []float64) *Column {
	if t.Coded() {
		panic("table: NumColumn of a coded type")
	}
	return &Column{Name: name, Type: t, Nums: vals}
}

// New makes a table of columns of equal length, without known origins.
func New(cols ...*Column) *Table {
	t := &Table{Cols: cols}
	for i, c := range cols {
		if i == 0 {
			t.Rows = c.Len()
		}
		if c.Len() != t.Rows {
			panic("table: New: column " + c.Name + " has another number of rows")
		}
	}
	return t
}

// Take returns the given rows of t, in the given order, with their origins.
func (t *Table) Take(rows []int) *Table {
	out := &Table{Rows: len(rows), Sources: t.Sources}
	for _, c := range t.Cols {
		n := *c
		if c.Type.Coded() {
			n.Codes = make([]uint32, len(rows))
			for i, r := range rows {
				n.Codes[i] = c.Codes[r]
			}
		} else {
			n.Nums = make([]float64, len(rows))
			for i, r := range rows {
				n.Nums[i] = c.Nums[r]
			}
		}
		out.Cols = append(out.Cols, &n)
	}
	for i, r := range rows {
		p := t.Origin.At(r)
		out.Origin.Add(i, p.Source, p.Row)
	}
	return out
}
