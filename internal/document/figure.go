package document

// Figure is one number of a document that leads to rows.
type Figure struct {
	Section string // id of the section it stands in
	Label   string // tile, row and column, or series and category
	Value   float64
	Ref     *Ref
}

// Figures lists every number that leads to the rows behind it: tiles, table
// cells and marks of charts, in reading order.
func (d *Document) Figures() []Figure {
	var out []Figure
	for _, s := range d.Sections() {
		add := func(label string, v float64, r *Ref) {
			if r != nil {
				out = append(out, Figure{s.ID(), label, v, r})
			}
		}
		for _, b := range s.Blocks {
			switch b := b.(type) {
			case *Text:
				add(b.Text, nan, b.Ref)
			case *Tiles:
				for _, t := range b.Tiles {
					add(t.Label, t.Value, t.Ref)
				}
			case *Chart:
				b.figures(add)
			case *Table:
				b.figures(add)
			}
		}
	}
	return out
}

// Behind is the way to the rows behind a cell: its own, else that of what the
// line is about; nil where neither leads anywhere.
func (r *Row) Behind(cell int) *Ref {
	if r.Cells[cell].Ref != nil {
		return r.Cells[cell].Ref
	}
	for _, c := range r.Cells {
		if c.Ref != nil {
			return c.Ref
		}
	}
	return nil
}

// NameOf says what the rows behind a cell are: the line, and the column where
// the cell has rows of its own that are not the line's.
func (t *Table) NameOf(row *Row, cell int) string {
	line, at := t.Title, -1
	for i, c := range row.Cells {
		if c.Text != "" {
			line, at = c.Text, i
			break
		}
	}
	if cell == at || row.Cells[cell].Ref == nil || cell >= len(t.Columns) {
		return line
	}
	if line == "" {
		return t.Columns[cell].Title
	}
	return line + " · " + t.Columns[cell].Title
}

func (c *Chart) figures(add func(string, float64, *Ref)) {
	for i, refs := range c.Refs {
		for j, r := range refs {
			if i < len(c.Chart.Series) && j < len(c.Chart.Series[i].Values) {
				s := c.Chart.Series[i]
				add(s.Name+" · "+c.Chart.Categories[j], s.Values[j], r)
			}
		}
	}
}

func (t *Table) figures(add func(string, float64, *Ref)) {
	for _, row := range t.Rows {
		name := ""
		if len(row.Cells) > 0 {
			name = row.Cells[0].Text
		}
		for j, c := range row.Cells {
			if j < len(t.Columns) {
				add(name+" · "+t.Columns[j].Title, c.Num, c.Ref)
			}
		}
	}
}
