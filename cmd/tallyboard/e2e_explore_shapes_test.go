package main

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tallyboard/internal/chart"
	"tallyboard/internal/lang"
)

// shape is data that is hard to draw.
type shape struct {
	name  string
	names func(l lang.Lang, i int) string
	count int
	value func(i int) float64
}

var shapes = []shape{
	{"40-categories", short, 40, rising},
	{"200-categories", short, 200, rising},
	{"long-names", long, 12, rising},
	{"negative", short, 12, func(i int) float64 { return float64(i*37%23) - 11 }},
	{"all-negative", short, 8, func(i int) float64 { return -float64(i + 1) }},
	{"all-zero", short, 6, func(int) float64 { return 0 }},
	{"single", short, 1, rising},
}

func rising(i int) float64 { return float64(i%17*i%31 + i + 1) }

func short(l lang.Lang, i int) string {
	if l == lang.EN {
		return fmt.Sprintf("Type %d", i+1)
	}
	return fmt.Sprintf("类型%d", i+1)
}

// long is a name of 40 characters.
func long(l lang.Lang, i int) string {
	s := strings.Repeat("商品质量问题与售后安装服务反馈", 3)
	if l == lang.EN {
		s = "Complaints about delivery and installation service"
	}
	head := fmt.Sprintf("%c%d ", 'A'+i, i+1)
	return head + string([]rune(s)[:40-len([]rune(head))])
}

// draws reports whether a type of chart has something to draw of the shape:
// shares and steps need parts that are more than nothing, a map has provinces.
func (s shape) draws(k chart.Kind) bool {
	switch k {
	case "map":
		return false
	case "donut", "pareto", "funnel", "percent", "area":
		for i := range s.count {
			if s.value(i) < 0 {
				return false
			}
		}
		return s.name != "all-zero"
	case "multiples": // has no room for so many
		return s.count < 100
	}
	return true
}

// columnsOf are the headers of a shape's sheet.
var columnsOf = map[lang.Lang][]string{
	lang.ZH: {"时间", "一级类型", "渠道", "金额", "客服"},
	lang.EN: {"Call time", "Type", "Channel", "Amount", "Agent"},
}

// write makes the sheet: each name in three weeks and two channels.
func (s shape) write(t *testing.T, l lang.Lang) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), s.name+".csv")
	out := [][]string{columnsOf[l]}
	for i := range s.count {
		for week := range 3 {
			for _, channel := range []string{"A", "B"} {
				out = append(out, []string{fmt.Sprintf("2026-10-%02d 10:%02d:00", 5+7*week, i%60), s.names(l, i), channel,
					fmt.Sprint(s.value(i) * float64(week+1)), fmt.Sprintf("agent %d", i%5)})
			}
		}
	}
	f, err := os.Create(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := csv.NewWriter(f).WriteAll(out); err != nil {
		t.Fatal(err)
	}
	return file
}

// TestShapes draws data that is hard to draw with every type of chart that takes
// it; a chart that does not says why. The hardest on one screen, or with
// TALLYBOARD_SESSION=all everything in both languages, light and dark, small and
// large.
func TestShapes(t *testing.T) {
	if testing.Short() {
		t.Log("left out: the end-to-end test needs a virtual display")
		return
	}
	on, kinds, some := screens[:1], []chart.Kind{"bar", "donut"}, []string{"200-categories", "long-names", "negative"}
	if wholeSession() {
		on, kinds, some = append(slices.Clone(on), screens[7]), nil, nil
		for _, c := range chart.Catalogue {
			kinds = append(kinds, c.ID)
		}
	}
	for _, s := range on {
		t.Run(s.String(), func(t *testing.T) {
			s.beside(t)
			h := newHand(t, s.lang, s.desk)
			for _, x := range shapes {
				if some != nil && !slices.Contains(some, x.name) {
					continue
				}
				t.Run(x.name, func(t *testing.T) {
					h.file, h.lines = x.write(t, s.lang), make([][]string, x.count*6)
					h := h.begin(t, "shapes-"+s.String()+"-"+x.name)
					for _, k := range kinds {
						h.pasted(h.shapeView(k) + " --chart " + string(k))
						h.snap(string(k))
						if len(h.all(mark(""))) == 0 && x.draws(k) {
							t.Errorf("%s draws nothing", k)
						}
					}
				})
			}
		})
	}
}

// shapeView is a view of a shape that a type of chart can show.
func (h *hand) shapeView(k chart.Kind) string {
	c := columnsOf[h.l]
	sum := " --value 'sum:" + c[3] + "'"
	switch k {
	case "combo", "scatter", "bullet":
		return "--rows " + c[1] + " --value count" + sum
	case "bar", "donut", "pareto", "funnel", "map":
		return "--rows " + c[1] + sum
	case "calendar":
		return "--rows 'day:" + c[0] + "'" + sum
	case "multiples", "heat":
		return "--rows " + c[1] + " --cols 'week:" + c[0] + "'" + sum
	}
	return "--rows 'week:" + c[0] + "' --cols " + c[1] + sum
}
