package report

import (
	"cmp"
	"math"
	"slices"
	"sort"

	"tallyboard/internal/document"
	"tallyboard/internal/kpi"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
	"tallyboard/internal/table"
)

// person is one customer in the period.
type person struct {
	name             string
	visits, contacts float64
	agents           float64 // different agents; NaN where not known
	last             int     // row of the last contact; −1 where not known
}

// people gathers the customers of a period, most visits first. Their last
// contacts are not known yet: nobody asks how a single visit ended.
func (v *view) people(p pivot.Period, who pivot.Dim, visits pivot.Value) []person {
	spec := pivot.Spec{Rows: []pivot.Dim{who}, Values: []pivot.Value{visits}, SortBy: "value", Desc: true}
	agent := v.log().Has(logkind.Agent)
	if agent {
		spec.Values = append(spec.Values, pivot.Value{Agg: pivot.Distinct, Column: kpi.At(logkind.Agent)})
	}
	r := v.run(p, spec)
	out := make([]person, 0, len(r.Rows.Members))
	for _, i := range leaves(r.Rows) {
		x := person{r.Rows.Members[i].Path[0].Text, r.At(i, 0, 0), float64(r.CountAt(i, 0)), nan, -1}
		if agent {
			x.agents = r.At(i, 0, 1)
		}
		out = append(out, x)
	}
	return out
}

// repeaters are the people who came more than once, of a list that has most
// visits first.
func repeaters(list []person) []person {
	return list[:sort.Search(len(list), func(i int) bool { return list[i].visits < 2 })]
}

// unsolved keeps the people whose last contact was not resolved.
func (v *view) unsolved(list []person) []person {
	return slices.DeleteFunc(slices.Clone(list), func(p person) bool { return v.resolved(p) != 0 })
}

// resolved is whether a person's last contact was: 1, 0; NaN where not known.
func (v *view) resolved(p person) float64 {
	c := v.log().Col(logkind.Resolved)
	if c == nil || p.last < 0 {
		return nan
	}
	return c.Num(p.last)
}

// lastRows is each member's last row in a period, by time and not by where it
// stands: many exports have the newest first.
type lastRows struct {
	who  *table.Column
	rows []int32 // of each code, counted from 1; 0 is none
}

func (v *view) lastRows(p pivot.Period, who *table.Column) lastRows {
	if v.time == "" || who == nil || !who.Type.Coded() {
		return lastRows{}
	}
	times := v.log().Col(v.time).Nums
	rows := make([]int32, who.Dict.Len()+1)
	for i, code := range who.Codes {
		if t := times[i]; code != 0 && t == t && p.Contains(t) && (rows[code] == 0 || t >= times[rows[code]-1]) {
			rows[code] = int32(i + 1)
		}
	}
	return lastRows{who, rows}
}

// of is the last row of a member; ok is false where it has none.
func (l lastRows) of(name string) (row int, ok bool) {
	if l.who == nil {
		return 0, false
	}
	code, ok := l.who.Dict.Code(name)
	return int(l.rows[code]) - 1, ok && l.rows[code] > 0
}

// fill tells people when they came last.
func (l lastRows) fill(list []person) {
	for i, p := range list {
		if row, ok := l.of(p.name); ok {
			list[i].last = row
		}
	}
}

// word is the text of a coded column in a row; "" where there is none.
func word(c *table.Column, row int) string {
	if row < 0 || c == nil || !c.Type.Coded() {
		return ""
	}
	return c.Dict.At(c.Codes[row])
}

// newest gives for paths of one or two roles where the newest of the rows
// stands that pass. Of times the day counts.
func (v *view) newest(where []pivot.Filter, paths [][]pivot.Label, roles ...logkind.Role) []document.Place {
	log := v.log()
	keys := make([]func(row int) uint32, len(roles))
	wanted := make(map[[2]uint32]int, len(paths)) // index of the path
	for i, path := range paths {
		var key [2]uint32
		for k, r := range roles {
			key[k] = memberKey(log.Col(r), path[k])
		}
		wanted[key] = i
	}
	for k, r := range roles {
		keys[k] = rowKeys(log.Col(r))
	}
	out, at := make([]document.Place, len(paths)), make([]float64, len(paths))
	times := log.Col(v.time)
	for _, row := range v.behind(where...) {
		var key [2]uint32
		for k, of := range keys {
			key[k] = of(row)
		}
		i, ok := wanted[key]
		if !ok {
			continue
		}
		t := 0.0
		if times != nil {
			t = times.Nums[row]
		}
		if out[i].Row == 0 || cmp.Compare(t, at[i]) > 0 {
			if place := stands(log.Table, row); place.Row > 0 {
				out[i], at[i] = place, t
			}
		}
	}
	return out
}

// rowKeys tells the members of a column apart: words by their codes, times by
// their days.
func rowKeys(c *table.Column) func(row int) uint32 {
	if c.Type.Coded() {
		return func(row int) uint32 { return c.Codes[row] }
	}
	return func(row int) uint32 { return dayKey(c.Nums[row]) }
}

// memberKey is the key of the rows of a member.
func memberKey(c *table.Column, l pivot.Label) uint32 {
	if !c.Type.Coded() {
		return dayKey(l.Num)
	}
	code, _ := c.Dict.Code(l.Text)
	return code
}

// dayKey tells days apart; days before 1970 count on from the other end.
func dayKey(t float64) uint32 {
	if t != t {
		return 1 << 31
	}
	return uint32(int32(math.Floor(t / day)))
}

// paths are those of some members of an axis.
func paths(a pivot.Axis, members []int) [][]pivot.Label {
	out := make([][]pivot.Label, len(members))
	for n, i := range members {
		out[n] = a.Members[i].Path
	}
	return out
}

// foremost are the n items with the greatest numbers (none is NaN), the greatest
// first; equals keep their order. Of a hundred thousand few are wanted: of the
// others only the numbers are sorted.
func foremost[T any](list []T, n int, number func(T) float64) []T {
	if len(list) > n {
		numbers := make([]float64, len(list))
		for i, x := range list {
			numbers[i] = number(x)
		}
		slices.Sort(numbers)
		floor := numbers[len(numbers)-n]
		above, _ := slices.BinarySearchFunc(numbers, floor, func(x, floor float64) int {
			if x > floor {
				return 1
			}
			return -1
		})
		atFloor := n - (len(numbers) - above) // so many of those at the floor
		picked := make([]T, 0, n)
		for _, x := range list {
			switch v := number(x); {
			case v > floor:
				picked = append(picked, x)
			case v == floor && atFloor > 0:
				picked = append(picked, x)
				atFloor--
			}
		}
		list = picked
	}
	list = slices.Clone(list)
	slices.SortStableFunc(list, func(x, y T) int { return cmp.Compare(number(y), number(x)) })
	return list
}
