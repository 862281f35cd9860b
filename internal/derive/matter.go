package derive

import (
	"tallyboard/internal/logkind"
	"tallyboard/internal/table"
)

// firstContact marks the first contact on a matter: the same customer with the
// same type has not been in touch for the D days before.
var firstContact = Derived{
	Role: FirstContact,
	Type: table.Bool,
	Fits: contacts,
	Make: func(w *work) *table.Column {
		return w.marked(w.matterSteps(), [8]uint8{begins: yes, begins | comesBack: yes, goesOn: no, goesOn | comesBack: no})
	},
}

// returned marks the contacts whose customer came back with the same type
// within D days.
var returned = Derived{
	Role: Returned,
	Type: table.Bool,
	Fits: contacts,
	Make: func(w *work) *table.Column {
		return w.marked(w.matterSteps(), [8]uint8{begins: no, begins | comesBack: yes, goesOn: no, goesOn | comesBack: yes})
	},
}

// What a contact is to its matter.
const (
	begins    = 1 << iota
	goesOn    // it follows on another within D days
	comesBack // another follows on it within D days
)

// matterSteps says of each row what it is to its matter; 0 where that is not
// known. One column of it is mostly asked for with the other.
func (w *work) matterSteps() []uint8 {
	if w.steps == nil {
		o, within := w.byCustomer(), float64(w.d.params.Days)*day
		steps := make([]uint8, len(o.rows))
		eachMatter(w, func(g group, last []int32, types []uint32) {
			own := steps[g.from : g.from+len(g.rows)]
			for i, t := range types {
				own[i] = begins
				if prev := last[t]; prev >= 0 && g.at[i]-g.at[prev] <= within {
					own[i] = goesOn
					own[prev] |= comesBack
				}
				last[t] = int32(i)
			}
		})
		w.steps = o.byRow(steps, w.rows())
	}
	return w.steps
}

// solvedFirst is, for first contacts only, whether they were resolved and no
// return followed. Where the log does not say what was resolved, no return is
// enough.
var solvedFirst = Derived{
	Role: SolvedFirst,
	Type: table.Bool,
	Fits: contacts,
	Make: func(w *work) *table.Column {
		log := w.log()
		first, back := log.Col(FirstContact), log.Col(Returned)
		if first == nil {
			first = firstContact.Make(w)
		}
		if back == nil {
			back = returned.Make(w)
		}
		resolved := log.Col(logkind.Resolved)
		out := w.truths()
		stretches(len(out), func(from, to int) {
			for i := from; i < to; i++ {
				if first.Num(i) != 1 {
					continue
				}
				out[i] = no
				if back.Num(i) == 0 && (resolved == nil || resolved.Num(i) == 1) {
					out[i] = yes
				}
			}
		})
		return out.column(w)
	},
}

// eachMatter hands fn each customer's rows in time order, with their types and a
// table of the last of them seen for each type, by its place among them (−1 none
// yet), which it keeps.
func eachMatter(w *work, fn func(g group, last []int32, types []uint32)) {
	o := w.byCustomer()
	types, n := make([]uint32, len(o.rows)), 0
	if c := w.log().Col(logkind.Type1); c != nil && c.Type.Coded() {
		types, n = arranged(c.Codes, o.rows), c.Dict.Len()
	}
	scratch := func() []int32 {
		last := make([]int32, n+1)
		for i := range last {
			last[i] = -1
		}
		return last
	}
	groups(o, scratch, func(last []int32, g group) {
		own := types[g.from : g.from+len(g.rows)]
		fn(g, last, own)
		for _, t := range own {
			last[t] = -1
		}
	})
}
