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
	Make: func(w *work) *table.Column { return w.matterSteps().first.column(w) },
}

// returned marks the contacts whose customer came back with the same type
// within D days.
var returned = Derived{
	Role: Returned,
	Type: table.Bool,
	Fits: contacts,
	Make: func(w *work) *table.Column { return w.matterSteps().back.column(w) },
}

// matterSteps are the contacts on each matter, in time: which begin it, and
// after which the customer came back. One is mostly asked for with the other.
type matterSteps struct{ first, back truths }

func (w *work) matterSteps() matterSteps {
	if w.steps == nil {
		m := matterSteps{w.truths(), w.truths()}
		times, within := w.times(), float64(w.d.params.Days)*day
		eachMatter(w, func(rows []int32, last []int32, types []uint32) {
			for _, r := range rows {
				m.first[r], m.back[r] = yes, no
				if prev := last[types[r]]; prev >= 0 && times[r]-times[prev] <= within {
					m.first[r], m.back[prev] = no, yes
				}
				last[types[r]] = r
			}
		})
		w.steps = &m
	}
	return *w.steps
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
		for i := range out {
			if first.Num(i) != 1 {
				continue
			}
			out[i] = no
			if back.Num(i) == 0 && (resolved == nil || resolved.Num(i) == 1) {
				out[i] = yes
			}
		}
		return out.column(w)
	},
}

// eachMatter hands fn each customer's rows in time order with a table of the
// last row seen for each contact type (−1 none yet), which it keeps.
func eachMatter(w *work, fn func(rows []int32, last []int32, types []uint32)) {
	types, n := make([]uint32, w.rows()), 0
	if c := w.log().Col(logkind.Type1); c != nil && c.Type.Coded() {
		types, n = c.Codes, c.Dict.Len()
	}
	scratch := func() []int32 {
		last := make([]int32, n+1)
		for i := range last {
			last[i] = -1
		}
		return last
	}
	groups(w.byCustomer(), scratch, func(last []int32, rows []int32) {
		fn(rows, last, types)
		for _, r := range rows {
			last[types[r]] = -1
		}
	})
}
