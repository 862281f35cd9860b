package workbook

import (
	"math"

	"github.com/xuri/excelize/v2"

	"tallyboard/internal/display"
	"tallyboard/internal/document"
)

// cardWide is the least width of a tile in characters.
const cardWide = 19.0

// tiles writes cards side by side: label, value, change, and a spark line.
func (s *sheet) tiles(b *document.Tiles) {
	s.row++
	cards := s.cards(len(b.Tiles))
	for at := 0; at < len(b.Tiles); at += len(cards) {
		for i := at; i < min(at+len(cards), len(b.Tiles)); i++ {
			s.tile(&b.Tiles[i], cards[i-at][0], cards[i-at][1])
		}
		for i, h := range []float64{20, 30, 18, 22, 8} {
			s.height(s.row+i, h)
		}
		s.row += 5
	}
}

// cards deals the columns to groups wide enough for a tile, as even as the
// columns allow, for n tiles in rows of equal length.
func (s *sheet) cards(n int) [][2]int {
	total := s.chars(firstCol, s.last())
	for most := min(max(1, int(total/cardWide)), 6); most > 1; most-- {
		rows := (n + most - 1) / most
		per := max((n+rows-1)/rows, min(3, most)) // one or two tiles are not stretched
		if out := s.deal(per, math.Max(cardWide, .8*total/float64(per))); len(out) == per {
			return out
		}
	}
	return [][2]int{{firstCol, s.last()}}
}

// deal makes up to per groups of columns, each at least so wide.
func (s *sheet) deal(per int, least float64) (out [][2]int) {
	from := firstCol
	for c := firstCol; c <= s.last() && len(out) < per; c++ {
		if s.chars(from, c) < least {
			continue
		}
		// What is too narrow for another card goes to the last one.
		if len(out) == per-1 && c < s.last() && s.chars(c+1, s.last()) < least {
			c = s.last()
		}
		out = append(out, [2]int{from, c})
		from = c + 1
	}
	return out
}

func (s *sheet) tile(t *document.Tile, from, to int) {
	fill := mix(pal.Surface, pal.Accent, .05)
	edge := line{Style: 1, Color: pal.Line}
	if t.Tone != document.Neutral {
		edge = line{Style: 2, Color: toneColor(t.Tone)}
	}
	gap := line{Style: 2, Color: pal.Surface}
	label := look{Size: 9, Color: pal.Second, Fill: fill, Top: edge, Middle: true, Indent: 1, Align: "left"}
	size := 18.0
	if w := display.Width(t.Format.Full(t.Value, s.doc.Lang)); float64(w)*size/9 > s.chars(from, to)-2 {
		size = math.Max(10, math.Floor((s.chars(from, to)-2)*9/float64(w)))
	}
	val := look{Size: size, Bold: true, Fill: fill, Align: "left", Middle: true, Indent: 1, Num: code(t.Format, false)}
	chg := look{Size: 9, Bold: true, Fill: fill, Middle: true, Indent: 1, Color: signColor(t.Change, t.Better), Align: "left"}
	base := look{Fill: fill}
	for i, l := range []look{label, val, chg, base} {
		for c := from; c <= to; c++ {
			if l.Right = (line{}); c == to {
				l.Right = gap
			}
			s.look(c, s.row+i, c, s.row+i, l)
		}
		if i < 3 { // a spark line fills one cell, merged or not
			s.check(s.f.MergeCell(s.name, cell(from, s.row+i), cell(to, s.row+i)))
		}
	}
	s.text(from, s.row, toneMark(t.Tone)+t.Label, label)
	s.number(from, s.row+1, t.Value, t.Format, val)
	text := s.change(t)
	// Columns are counted in characters larger than these.
	if w, room := float64(display.Width(text)), 1.2*(s.chars(from, to)-1); w > room {
		chg.Size = math.Max(7, math.Floor(room*chg.Size/w))
	}
	s.text(from, s.row+2, text, chg)
	s.spark(t, from, s.row+3)
}

// change is the change of a tile with the value before, as text.
func (s *sheet) change(t *document.Tile) string {
	text := ""
	switch {
	case math.IsNaN(t.Change):
	case t.ChangeAbs:
		text = display.ChangeAbs(t.Change, t.Format, s.doc.Lang)
	default:
		text = display.Change(t.Change, s.doc.Lang)
	}
	if !math.IsNaN(t.Previous) {
		if text != "" {
			text += "   "
		}
		text += s.t("render.previous", t.Format.Full(t.Previous, s.doc.Lang))
	}
	return text
}

// spark draws the row of values behind a tile; they stand on the sheet of
// chart data.
func (s *sheet) spark(t *document.Tile, col, row int) {
	if len(t.Spark) < 2 {
		return
	}
	ref, err := s.data.spark(t)
	s.check(err)
	s.check(s.f.AddSparkline(s.name, &excelize.SparklineOptions{Location: []string{cell(col, row)}, Range: []string{ref},
		Type: "line", Last: true, Weight: 1.25, SeriesColor: "#" + hex(pal.Accent), LastColor: "#" + hex(pal.Accent)}))
}
