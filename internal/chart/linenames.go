package chart

import (
	"math"
	"sort"
)

// nameRoom is the room at the right end of lines for their names: with it a
// print in grey can be read too, and no eye travels to the legend. It is 0
// where the chart is small or the lines are too many.
func (b *plot) nameRoom(series []int) float64 {
	if len(series) < 2 || len(series) > 8 || b.box.W < 460 || b.box.H < 140 {
		return 0
	}
	w := 0.0
	for _, i := range series {
		w = math.Max(w, b.width(b.c.Series[i].Name, smallSize))
	}
	return math.Min(w, 100) + 10
}

// lineNames writes the names of lines beside their last points, spread a little
// where they crowd; a name that would stand too far off is left to the legend.
func (b *plot) lineNames(f *frame, series []int, room float64) {
	const most = 12 // points from its place
	type end struct {
		series  int
		want, y float64
	}
	var ends []end
	for _, i := range series {
		for j := len(b.c.Categories) - 1; j >= 0; j-- {
			if v := b.c.Series[i].value(j); !math.IsNaN(v) {
				y := f.value.at(v)
				ends = append(ends, end{i, y, y})
				break
			}
		}
	}
	sort.SliceStable(ends, func(i, j int) bool { return ends[i].want < ends[j].want })
	line := b.height(smallSize)
	for range 8 { // neighbours push each other apart
		for k := 1; k < len(ends); k++ {
			if near := line - (ends[k].y - ends[k-1].y); near > 0 {
				ends[k-1].y -= near / 2
				ends[k].y += near / 2
			}
		}
	}
	for _, e := range ends {
		if math.Abs(e.y-e.want) > most {
			continue
		}
		s := Cut(b.m, b.c.Series[e.series].Name, smallSize, false, room-10)
		b.put(Label{X: f.area.X + f.area.W + 4, Y: e.y, Text: s, Font: b.font(smallSize, mix(b.colour(e.series), b.p.Text, .4)), VA: .5})
	}
}
