package document

import "slices"

// Alone is a document of one chart of d, which fills its page: headed by what
// the chart shows, with the report and the section that it comes from, and the
// remarks that stand right above it, such as the filters.
func (d *Document) Alone(c *Chart) *Document {
	out := *d
	out.Blocks, out.Question, out.Compared = nil, "", ""
	if c.Chart.Title != "" && c.Chart.Title != d.Title {
		out.Title, out.Question = c.Chart.Title, d.Title
	}
	section := ""
	var above []Block
	for _, b := range d.Blocks {
		if b == c {
			break
		}
		switch b := b.(type) {
		case *Heading:
			section, above = b.Text, nil
		case *Text, *Note:
			above = append(above, b)
		default:
			above = nil
		}
	}
	if out.Question != "" && section != "" && section != d.Title {
		out.Question += " · " + section
	}
	whole, drawn := *c, *c.Chart
	whole.Chart, whole.Fill, whole.Half = &drawn, true, false
	drawn.Title, drawn.Short = "", "" // it stands above the chart
	out.Blocks = slices.Concat(above, []Block{&whole})
	return &out
}

// Without is d without its blocks of one type: Without[*Chart](d).
func Without[T Block](d *Document) *Document {
	out := *d
	out.Blocks = nil
	for _, b := range d.Blocks {
		if _, drop := b.(T); !drop {
			out.Blocks = append(out.Blocks, b)
		}
	}
	return &out
}
