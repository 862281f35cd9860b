package fault

import "tallyboard/internal/lang"

// Warning is one thing about the data that a person may want to look at: a
// cell not understood, a row left out, a column ignored. It stands beside the
// numbers and never stops a load.
type Warning struct {
	Kind  string // groups equal warnings; text is the key "warning.KIND"
	File  string
	Sheet string
	Row   int    // sheet row, 1-based; 0 when it is about a whole column or file
	Col   int    // sheet column, 1-based; 0 when it is about a whole row or file
	Name  string // header of the column, "" when unknown
	Text  string // the cell's text as it stands in the file
	Args  []any  // further words of the sentence
	Count int    // how many cells or rows it stands for; at least 1
}

// Why says in one sentence what is the matter.
func (w Warning) Why(l lang.Lang) string { return l.T("warning."+w.Kind, w.Args...) }

// List gathers warnings up to a limit for each kind, and counts all of them.
type List struct {
	Items  []Warning
	Counts map[string]int // by kind: cells or rows, also those over the limit
}

// KeepPerKind is how many warnings of one kind keep their place and text.
const KeepPerKind = 10000

// Add appends w, or only counts it where its kind is full.
func (l *List) Add(w Warning) {
	if w.Count == 0 {
		w.Count = 1
	}
	if l.Counts == nil {
		l.Counts = map[string]int{}
	}
	if l.Counts[w.Kind] < KeepPerKind {
		l.Items = append(l.Items, w)
	}
	l.Counts[w.Kind] += w.Count
}

// Merge adds all of m.
func (l *List) Merge(m List) {
	kept := map[string]int{}
	for _, w := range m.Items {
		l.Add(w)
		kept[w.Kind] += w.Count
	}
	for k, n := range m.Counts {
		if more := n - kept[k]; more > 0 {
			l.Counts[k] += more
		}
	}
}

// Total is the number of cells and rows of all kinds.
func (l *List) Total() (n int) {
	for _, c := range l.Counts {
		n += c
	}
	return n
}
