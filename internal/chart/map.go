package chart

import (
	"math"
	"strings"

	"tallyboard/internal/lang"
	"tallyboard/internal/pivot"
)

// mapType draws a tile for each province of China, about where it lies, the
// colour telling the value. A tile grid needs no boundaries and gives a small
// province the room of a large one.
var mapType = Type{ID: Map, single: true, suits: hasProvinces, needs: byProvince, draw: drawMap}

// tile is a province on the grid.
type tile struct {
	zh, en      string
	column, row int
}

// tiles are the provinces; zh is the short form that every longer name of the
// province begins with.
var tiles = []tile{
	{"黑龙江", "Heilongjiang", 8, 0},
	{"内蒙古", "Inner Mongolia", 5, 1}, {"辽宁", "Liaoning", 7, 1}, {"吉林", "Jilin", 8, 1},
	{"新疆", "Xinjiang", 0, 2}, {"甘肃", "Gansu", 2, 2}, {"宁夏", "Ningxia", 3, 2}, {"山西", "Shanxi", 4, 2}, {"河北", "Hebei", 5, 2}, {"北京", "Beijing", 6, 2}, {"天津", "Tianjin", 7, 2},
	{"西藏", "Tibet", 0, 3}, {"青海", "Qinghai", 1, 3}, {"陕西", "Shaanxi", 3, 3}, {"河南", "Henan", 4, 3}, {"山东", "Shandong", 5, 3}, {"江苏", "Jiangsu", 6, 3}, {"上海", "Shanghai", 7, 3},
	{"四川", "Sichuan", 2, 4}, {"重庆", "Chongqing", 3, 4}, {"湖北", "Hubei", 4, 4}, {"安徽", "Anhui", 5, 4}, {"浙江", "Zhejiang", 6, 4},
	{"云南", "Yunnan", 2, 5}, {"贵州", "Guizhou", 3, 5}, {"湖南", "Hunan", 4, 5}, {"江西", "Jiangxi", 5, 5}, {"福建", "Fujian", 6, 5}, {"台湾", "Taiwan", 7, 5},
	{"广西", "Guangxi", 3, 6}, {"广东", "Guangdong", 4, 6},
	{"海南", "Hainan", 3, 7}, {"澳门", "Macao", 4, 7}, {"香港", "Hong Kong", 5, 7},
}

// abbreviations are the official ones of the two longest names.
var abbreviations = map[string]string{"黑龙江": "黑", "内蒙古": "蒙"}

const mapColumns, mapRows = 9, 8

// provinceOf finds the tile of a name; −1 where it is no province.
func provinceOf(name string) int {
	for i, t := range tiles {
		if strings.HasPrefix(name, t.zh) || strings.EqualFold(name, t.en) {
			return i
		}
	}
	return -1
}

// hasProvinces reports whether most categories are provinces, each once.
func hasProvinces(c *Chart) bool { return provincesAmong(c.Categories) }

// mostlyProvinces is hasProvinces for the leaves of an axis.
func mostlyProvinces(a pivot.Axis) bool {
	var names []string
	for _, m := range a.Leaves() {
		names = append(names, a.Members[m].Path[0].Text)
	}
	return provincesAmong(names)
}

func provincesAmong(names []string) bool {
	seen := map[int]bool{}
	for _, name := range names {
		i := provinceOf(name)
		if i >= 0 && seen[i] {
			return false
		}
		if i >= 0 {
			seen[i] = true
		}
	}
	return len(seen) > 0 && 2*len(seen) >= len(names)
}

func drawMap(b *plot) {
	c := b.c
	series := c.visible()[0]
	s := &c.Series[series]
	at := map[int]int{} // tile → category
	var off []string
	for j, name := range c.Categories {
		if i := provinceOf(name); i >= 0 {
			at[i] = j
		} else if v := s.value(j); !math.IsNaN(v) && v != 0 {
			off = append(off, name+" "+c.format(series).Short(v, b.l))
		}
	}
	if len(off) > 0 {
		b.foot = append(b.foot, b.l.T("chart.map.off", b.l.List(off)))
	}
	b.footnotes()
	line := b.height(smallSize)
	area := b.box
	key := 0.0
	if area.H > 150 {
		key = line + 12
		area.H -= key
	}
	w, h := area.W/mapColumns, area.H/mapRows
	w, h = math.Min(w, h*1.7), math.Min(h, w*1.2)
	area.X += (area.W - w*mapColumns) / 2
	area.Y += (area.H - h*mapRows) / 2
	area.W, area.H = w*mapColumns, h*mapRows
	b.Plot = area
	sh := b.shadesOf([]int{series})
	f := c.format(series)
	for i, t := range tiles {
		box := Box{area.X + w*float64(t.column) + 1, area.Y + h*float64(t.row) + 1, w - 2, h - 2, Style{Fill: mix(b.p.Line, b.p.Surface, .5), Radius: math.Min(3, h*.1)}}
		name, value, ink := t.name(b.l), "", mix(b.p.Second, b.p.Surface, .3)
		j, ok := at[i]
		if ok && !math.IsNaN(s.value(j)) {
			v := s.value(j)
			box.Style.Fill = sh.colour(v)
			ink, value = on(box.Style.Fill), f.Short(v, b.l)
			b.hit(Hit{X: box.X, Y: box.Y, W: box.W, H: box.H}, series, j)
		}
		b.add(box)
		b.tileText(box, name, value, ink)
	}
	if key > 0 {
		b.colourKey(sh, Box{X: b.box.X, Y: b.box.Y + b.box.H - line, W: b.box.W, H: line})
	}
}

func (t tile) name(l lang.Lang) string {
	if l == lang.ZH {
		return t.zh
	}
	return t.en
}

// tileText writes name and value into a tile as far as they fit, in a smaller
// size rather than not at all.
func (b *plot) tileText(box Box, name, value string, ink colour) {
	const least = 8
	size := float64(smallSize)
	for size > least && (b.width(name, size) > box.W-3 || b.height(size) > box.H) {
		size -= .5
	}
	line := b.height(size)
	if b.width(name, size) > box.W-3 {
		short := abbreviations[name]
		if name = Cut(b.m, name, size, false, box.W-3); len([]rune(name)) < 4 {
			name = short
		}
	}
	x, y := box.X+box.W/2, box.Y+box.H/2
	label := func(s string, y float64) {
		b.put(Label{X: x, Y: y, Text: s, Font: b.font(size, ink), HA: .5, VA: .5})
	}
	switch {
	case box.H < line:
	case value != "" && b.width(value, size) <= box.W-3 && name != "" && box.H >= 2*line:
		label(name, y-line/2)
		label(value, y+line/2)
	default:
		label(name, y)
	}
}
