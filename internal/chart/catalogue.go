package chart

import (
	"tallyboard/internal/lang"
	"tallyboard/internal/pivot"
)

// Type is one chart type of the Catalogue.
type Type struct {
	ID Kind
	// suits says whether the chart's data can be drawn this way without lying:
	// shapes of another kind, negative parts, values that do not add up.
	suits func(c *Chart) bool
	draw  func(b *plot)
	// needs says whether a result has what the type is for; nil takes any.
	needs func(r *pivot.Result) bool
	// single says that the type draws one member's worth of each value: the
	// other side of a result goes in as a whole.
	single bool
	// pairs says that several series make one mark, as in a Scatter.
	pairs bool
	// legend says that the series are named above the drawing.
	legend bool
	// several says that the type shows nothing of one series alone.
	several bool
	// lines says that reference lines are drawn across the values.
	lines bool
	// across says that the categories stand from left to right in their order.
	across bool
}

// Title is the name of the type for people.
func (t Type) Title(l lang.Lang) string { return l.T("chart.kind." + string(t.ID)) }

// Catalogue lists the chart types in the order in which they are offered.
var Catalogue = []Type{
	columnType,
	stackedType,
	barType,
	lineType,
	heatType,
	paretoType,
	donutType,
	areaType,
	percentType,
	comboType,
	multiplesType,
	scatterType,
	bulletType,
	funnelType,
	calendarType,
	mapType,
}

// find gives the type of an id, the first of the Catalogue where there is none.
func find(k Kind) Type {
	for _, t := range Catalogue {
		if t.ID == k {
			return t
		}
	}
	return Catalogue[0]
}
