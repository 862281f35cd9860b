package chart_test

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"tallyboard/internal/chart"
	"tallyboard/internal/chart/charttest"
)

func TestCut(t *testing.T) {
	m := charttest.Fixed{} // a Chinese character is 10 wide at size 10, … is 5.6
	for _, c := range []struct {
		s     string
		width float64
		want  string
	}{
		{"物流催单", 40, "物流催单"},
		{"物流催单", 39, "物流催…"},
		{"物流催单", 16, "物…"},
		{"物流催单", 6, "…"},
		{"物流催单", 5, ""},
		{"late delivery", 36, "late…"},
		{"", 0, ""},
	} {
		if got := chart.Cut(m, c.s, 10, false, c.width); got != c.want {
			t.Errorf("Cut(%q, %g) is %q, want %q", c.s, c.width, got, c.want)
		}
	}
}

func TestWrap(t *testing.T) {
	m := charttest.Fixed{}
	for _, c := range []struct {
		s     string
		width float64
		lines int
		want  string
	}{
		{"物流催单处理", 30, 3, "物流催|单处理"},
		{"物流，催单", 20, 3, "物|流，|催单"},
		{"Technical Support", 60, 2, "Technical|Support"},
		{"10月26日–11月1日", 70, 2, "10月26日–|11月1日"},
		{"一二三四五六七八九", 30, 2, "一二三|四五…"},
		{"", 30, 2, ""},
	} {
		if got := strings.Join(chart.Wrap(m, c.s, 10, c.width, c.lines), "|"); got != c.want {
			t.Errorf("Wrap(%q, %g) is %q, want %q", c.s, c.width, got, c.want)
		}
	}
}

// Lines are no wider than asked, lose nothing that … does not tell, and never
// begin with closing punctuation.
func TestWrapRandomTexts(t *testing.T) {
	m := charttest.Fixed{}
	parts := []string{"客服", "，", "。", "late ", "delivery-", "（", "）", "2026", "年", "“", "”", "%", "x"}
	for seed := range uint64(3000) {
		r := rand.New(rand.NewPCG(seed, 2))
		s := ""
		for range 1 + r.IntN(12) {
			s += parts[r.IntN(len(parts))]
		}
		width := 25 + r.Float64()*120
		lines := chart.Wrap(m, s, 10, width, 20)
		if strip(strings.Join(lines, "")) != strip(s) {
			t.Fatalf("%q became %q", s, lines)
		}
		for i, l := range lines {
			if m.Width(l, 10, false) > width {
				t.Fatalf("%q: the line %q is wider than %g", s, l, width)
			}
			first, _ := utf8.DecodeRuneInString(l)
			// Where a line holds nothing else there is no way round it.
			if i > 0 && strings.ContainsRune("，。）”%", first) && m.Width(lines[i-1], 10, false) < width-40 {
				t.Fatalf("%q: the line %q begins with %c", s, l, first)
			}
		}
	}
}

func strip(s string) string { return strings.ReplaceAll(s, " ", "") }

// Names that stand beside each other in half a page's width are whole: in two
// lines of smaller type, turned clear of the left edge, or in two lines beside
// their bars.
func TestLongNamesAreWhole(t *testing.T) {
	for _, c := range []struct {
		kind  chart.Kind
		w     float64
		names []string
		want  []string
	}{
		{chart.Pareto, 400, []string{"Slow response", "Product knowledge", "Wording", "Wrong record"}, []string{`"response"`, `"Product"`, `"knowledge"`}},
		{chart.Column, 400, []string{"响应慢", "商品知识不熟悉", "用语不规范", "登记错误", "其他"}, []string{`"商品知识"`, `"不熟悉"`}},
		{chart.Column, 300, []string{"9月28日–10月4日", "10月26日–11月1日", "11月2–8日"}, []string{`"10月26日–"`, `"11月1日"`}},
		{chart.Column, 300, []string{"Misunderstanding of it", "Irresponsibility", "Unfriendliness", "Disorganisation", "Rest"}, []string{`"Misunderstanding of it"`, `"Irresponsibility"`}},
		{chart.Bar, 320, []string{"Xiaoman Appliances Flagship Store", "Short"}, []string{`"Xiaoman"`, `"Appliances"`, `"Flagship Store"`}},
	} {
		x := &chart.Chart{Kind: c.kind, Title: "t", Lang: "en", Categories: c.names, Series: []chart.Series{{Name: "n"}}}
		for i := range c.names {
			x.Series[0].Values = append(x.Series[0].Values, float64(9-i))
		}
		drawn := charttest.Dump(x.Layout(c.w, 230+x.NameRoom(c.w, charttest.Fixed{}), chart.Light, charttest.Fixed{}))
		for _, want := range c.want {
			if !strings.Contains(drawn, want) {
				t.Errorf("%s: %s is cut or not broken:\n%s", c.kind, want, drawn)
			}
		}
	}
}
