package logbook

// tree is contact types in two or three levels, in order of first appearance.
// The same name may stand under several parents.
type tree struct {
	depth  int
	first  []string
	second map[string][]string    // by first level
	third  map[[2]string][]string // by first and second level
	seen   map[[3]string]bool
}

func newTree(depth int) *tree {
	return &tree{depth: depth, second: map[string][]string{}, third: map[[2]string][]string{}, seen: map[[3]string]bool{}}
}

// add puts a leaf into the tree; levels after an empty one are left away.
func (t *tree) add(leaf [3]string) {
	put := func(key [3]string, add func()) {
		if !t.seen[key] {
			t.seen[key] = true
			add()
		}
	}
	a, b, c := leaf[0], leaf[1], leaf[2]
	if a == "" {
		return
	}
	put([3]string{a}, func() { t.first = append(t.first, a) })
	if b == "" {
		return
	}
	put([3]string{a, b}, func() { t.second[a] = append(t.second[a], b) })
	if c == "" || t.depth < 3 {
		return
	}
	put([3]string{a, b, c}, func() { t.third[[2]string{a, b}] = append(t.third[[2]string{a, b}], c) })
}

// list is one list of words: those of a column, or of one parent in the tree.
type list struct {
	parent string // first level, for lists of the third
	head   string // header of the column, or the name above
	items  []string
}

// key finds the list of a parent: the parent's name, or first and second level.
func (l list) key() string {
	if l.parent != "" {
		return l.parent + "|" + l.head
	}
	return l.head
}

// seconds is a list for each name of the first level.
func (t *tree) seconds() (out []list) {
	for _, a := range t.first {
		out = append(out, list{head: a, items: t.second[a]})
	}
	return out
}

// thirds is a list for each pair of first and second level.
func (t *tree) thirds() (out []list) {
	for _, a := range t.first {
		for _, b := range t.second[a] {
			out = append(out, list{parent: a, head: b, items: t.third[[2]string{a, b}]})
		}
	}
	return out
}
