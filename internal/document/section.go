package document

import "iter"

// Section is a level-1 heading with the blocks under it. The section before
// the first such heading has no heading: it is the cover.
type Section struct {
	Heading *Heading
	Blocks  []Block
}

// ID is the id of the section's heading, "cover" for the part before it.
func (s Section) ID() string {
	if s.Heading == nil {
		return "cover"
	}
	return s.Heading.ID
}

// Title is what the section is called; "" for the cover.
func (s Section) Title() string {
	if s.Heading == nil {
		return ""
	}
	return s.Heading.Text
}

// Sections cuts the blocks at the level-1 headings. The cover is there only
// where it has blocks.
func (d *Document) Sections() []Section { return d.cut(1) }

// Parts cuts the blocks at all headings; what stands before the first one comes
// without a heading.
func (d *Document) Parts() []Section { return d.cut(2) }

func (d *Document) cut(level int) []Section {
	var out []Section
	cur := Section{}
	flush := func() {
		if cur.Heading != nil || len(cur.Blocks) > 0 {
			out = append(out, cur)
		}
	}
	for _, b := range d.Blocks {
		if h, ok := b.(*Heading); ok && h.Level <= level {
			flush()
			cur = Section{Heading: h}
			continue
		}
		cur.Blocks = append(cur.Blocks, b)
	}
	flush()
	return out
}

// Of runs over the blocks of one type, in order: Of[*Table](doc.Blocks).
func Of[T Block](blocks []Block) iter.Seq[T] {
	return func(yield func(T) bool) {
		for _, b := range blocks {
			if t, ok := b.(T); ok && !yield(t) {
				return
			}
		}
	}
}

// First gives the first block of one type; ok is false where there is none.
func First[T Block](d *Document) (t T, ok bool) {
	for t := range Of[T](d.Blocks) {
		return t, true
	}
	return t, false
}

// Lead is the text of the first lead paragraph, the answer in one sentence;
// "" where there is none.
func (d *Document) Lead() string {
	for t := range Of[*Text](d.Blocks) {
		if t.Lead {
			return t.Text
		}
	}
	return ""
}
