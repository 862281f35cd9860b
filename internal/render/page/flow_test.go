package page

import (
	"fmt"
	"strings"
	"testing"
)

// trace paginates pieces written as words: "h20" is 20 high, "+" keeps with the
// next, "!" begins a page, "s" may be lower; each page comes out as the pieces on it. A piece
// that begins with r repeats a header H 10 high.
func trace(spec string) string {
	var log [][]string
	head := piece{height: 10}
	pages := map[*Page]int{}
	record := func(name string) func(*Page, float64, float64) {
		return func(p *Page, x, y float64) {
			if _, ok := pages[p]; !ok {
				pages[p] = len(log)
				log = append(log, nil)
			}
			log[pages[p]] = append(log[pages[p]], fmt.Sprintf("%s@%.0f", name, y))
		}
	}
	head.draw = record("H")
	var pieces []piece
	for i, w := range strings.Fields(spec) {
		var h float64
		fmt.Sscanf(strings.Trim(w, "+!rs"), "%g", &h)
		p := piece{height: h, before: 5, keep: strings.Contains(w, "+"), breaks: strings.Contains(w, "!"), draw: record(string(rune('a' + i)))}
		if strings.Contains(w, "s") {
			p.lowest = least * h
			p.shrink = func(h float64) piece {
				lower := p
				lower.height, lower.draw = h, record(fmt.Sprintf("%c=%.0f", 'a'+i, h))
				return lower
			}
		}
		if strings.Contains(w, "r") {
			p.repeat = &head
		}
		pieces = append(pieces, p)
	}
	paginate(pieces, 100, 120, 10, box{x: 0, top: 0, bottom: 100})
	var out []string
	for _, l := range log {
		out = append(out, strings.Join(l, " "))
	}
	return strings.Join(out, " | ")
}

// What fills a page leaves room for what follows on it.
func TestFillLeavesRoomBelow(t *testing.T) {
	for _, tc := range []struct {
		name string
		most float64
		rest []piece
		want float64
	}{
		{"alone", 0, nil, 70},
		{"above a note", 0, []piece{{height: 20, before: 5}}, 45},
		{"above what begins a page", 0, []piece{{height: 20, breaks: true}}, 70},
		{"no higher than is usual", 40, nil, 40},
	} {
		got := 0.0
		pieces := append([]piece{{height: 30}, {height: 10, most: tc.most, fill: func(_ *Page, _, _, h float64) { got = h }}}, tc.rest...)
		for i := range pieces {
			if pieces[i].fill == nil {
				pieces[i].draw = func(*Page, float64, float64) {}
			}
		}
		pages := paginate(pieces, 100, 100, 0, box{bottom: 100})
		if got != tc.want || len(pages) > 1 && !pages[1].begun {
			t.Errorf("%s: %v high on %d pages, want %v", tc.name, got, len(pages), tc.want)
		}
	}
}

func TestPaginate(t *testing.T) {
	for _, c := range []struct{ name, spec, want string }{
		{"space above is left away at the top", "40 40", "a@10 b@55"},
		{"next page", "40 40 40", "a@10 b@55 | c@0"},
		{"a heading goes with what follows", "60 20+ 30", "a@10 | b@0 c@25"},
		{"a chain of keeps", "40 20+ 10+ 40", "a@10 | b@0 c@25 d@40"},
		{"forced break", "20 !20", "a@10 | b@0"},
		{"no blank page before the first", "!20 20", "a@10 b@35"},
		{"header stands again", "60r 20r 20r", "H@10 a@20 | H@0 b@10 c@35"},
		{"a chart gives way a little", "50 40s 20", "a@10 b=35@65 | c@0"},
		{"but not too much", "50 60s", "a@10 | b@0"},
		{"with its heading", "30 10+ 50s", "a@10 b@45 c=40@60"},
		{"higher than a page goes on alone", "20 150 20", "a@10 | b@0 | c@0"},
		{"a group higher than a page is cut", "20+ 60+ 60+ 20", "a@10 b@35 | c@0 d@65"},
		{"does not fit under the cover", "95 10", "a@0 | b@0"},
	} {
		if got := trace(c.spec); got != c.want {
			t.Errorf("%s: %q\n got %s\nwant %s", c.name, c.spec, got, c.want)
		}
	}
}
