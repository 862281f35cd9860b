package measure

import "math"

// Unit is in which parts of 1 the numbers of a column are whole, and how much
// they come to.
type Unit struct {
	Scale float64 // units in 1: 1, 10, 100, 1000 or 10000; 0 where nothing fits
	Most  float64 // the greatest size of a number
	Total float64 // the sum of all sizes
	Rows  int     // blanks included
}

// UnitOf finds the largest unit that fits all numbers. A number is taken for the
// decimal fraction that it is the nearest to.
func UnitOf(nums []float64) Unit {
	scale, most, total := 1.0, 0.0, 0.0
	for _, v := range nums {
		if v != v {
			continue
		}
		if float64(int64(v)) != v { // what is whole is so in every unit
			for math.Round(v*scale)/scale != v {
				if scale *= 10; scale > 10000 {
					return Unit{Rows: len(nums)}
				}
			}
		}
		size := math.Abs(v)
		if size > most {
			most = size
		}
		total += size
	}
	return Unit{scale, most, total, len(nums)}
}

// Join is the unit of two parts of a column; what is whole in tenths is whole in
// hundredths.
func (u Unit) Join(v Unit) Unit {
	out := Unit{max(u.Scale, v.Scale), max(u.Most, v.Most), u.Total + v.Total, u.Rows + v.Rows}
	if u.Scale == 0 || v.Scale == 0 {
		out.Scale = 0
	}
	return out
}

// Adds reports whether the numbers can be added as integers.
func (u Unit) Adds() bool {
	return u.Scale > 0 && u.Most*u.Scale < 1<<51 && u.Most*u.Scale*float64(u.Rows) < 1<<62
}
