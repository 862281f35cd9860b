package widget

import (
	"image"
	"strconv"
	"testing"
)

// typed is a table of words and numbers under headings, one a column.
type typed struct{ numbered }

func (typed) Cols() int   { return 2 }
func (typed) Levels() int { return 1 }
func (typed) Group(_, c int) GroupView {
	return GroupView{Title: "kind", Key: strconv.Itoa(c)}
}
func (typed) Header(c int) HeaderView {
	return HeaderView{Title: "title", Right: c == 1, Width: 200}
}
func (t typed) Cell(r, c int) CellView {
	return CellView{Text: t.numbered.Cell(r, c).Text, Right: c == 1}
}

// A heading over one column stands where the title under it does.
func TestHeadingsStandOverTheirColumn(t *testing.T) {
	g := NewGrid(typed{})
	pic := g.Picture(1)
	for c, right := range []bool{false, true} {
		heading, title := inkIn(pic, c*200, 3, int(groupHeight)-3), inkIn(pic, c*200, int(groupHeight)+3, int(g.headHeight())-3)
		edge := func(r image.Rectangle) int {
			if right {
				return r.Max.X
			}
			return r.Min.X
		}
		if d := edge(heading) - edge(title); heading.Empty() || d < -3 || d > 3 {
			t.Errorf("column %d: the heading covers %v, the title %v", c, heading, title)
		}
	}
}

// inkIn is what the words between two heights of a column of 200 pixels cover.
func inkIn(pic image.Image, left, top, bottom int) image.Rectangle {
	ground := pic.At(left+100, top)
	var out image.Rectangle
	for y := top; y < bottom; y++ {
		for x := left + 2; x < left+198; x++ {
			if pic.At(x, y) != ground {
				out = out.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	return out
}
