package page

import (
	"strings"
	"testing"
	"unicode/utf8"

	"tallyboard/internal/chart/charttest"
)

var fixed = charttest.Fixed{}

func TestBreak(t *testing.T) {
	// At size 10 a Chinese character is 10 wide, another 5.6.
	for _, c := range []struct {
		name, text string
		width      float64
		want       string
	}{
		{"fits", "本周接待", 40, "本周接待"},
		{"between ideographs", "本周接待量上升", 40, "本周接待|量上升"},
		{"comma not at a start", "本周接待，上升", 40, "本周接|待，上升"},
		{"two closing marks", "他说“好。”然后走了", 50, "他说|“好。”然|后走了"},
		{"opening not at an end", "客服（夜班）很忙", 30, "客服|（夜|班）很|忙"},
		{"words whole", "more contacts than ever", 80, "more contacts|than ever"},
		{"number whole", "共 12,408 次接待", 48, "共|12,408|次接待"},
		{"percent stays", "解决率 72.9%上升", 60, "解决率|72.9%上升"},
		{"long word is cut", "abcdefghijklmnop", 60, "abcdefghij|klmnop"},
		{"newline", "a\nb", 100, "a|b"},
		{"blank lines stay", "a\n\nb", 100, "a||b"},
		{"empty", "", 100, ""},
		{"narrower than a character", "本周", 5, "本|周"},
		{"an arrow stays with its number", "比上期多 24（▲ +96.0%）。", 100, "比上期多 24|（▲ +96.0%）。"},
		{"mixed", "用SaaS系统导出", 50, "用SaaS系|统导出"},
	} {
		if got := strings.Join(Break(c.text, c.width, 10, false, fixed), "|"); got != c.want {
			t.Errorf("%s: Break(%q) = %q, want %q", c.name, c.text, got, c.want)
		}
	}
}

// Whatever the text, nothing is lost but blanks, no line is too wide, and no
// line begins with closing or ends with opening punctuation unless it holds
// nothing else.
func FuzzBreak(f *testing.F) {
	for _, s := range []string{"本周接待 12,408 次。", "(“”)", "a b  c", "\u3000全角空格\u3000", "https://example.com/很长", "𠮷🙂", "。。。。。。。。", "((((((", "a\r\nb"} {
		f.Add(s, 60.0)
	}
	f.Fuzz(func(t *testing.T, s string, width float64) {
		if !utf8.ValidString(s) || width < 1 || width > 1e4 || len(s) > 4000 {
			return
		}
		lines := Break(s, width, 10, false, fixed)
		if got, want := unspaced(strings.Join(lines, "")), unspaced(s); got != want {
			t.Fatalf("lost text: %q became %q", s, lines)
		}
		for i, l := range lines {
			if w := fixed.Width(l, 10, false); w > width+1e-9 && utf8.RuneCountInString(l) > 1 {
				t.Errorf("line %q is %.1f wide, wider than %.1f", l, w, width)
			}
			if i == 0 || len([]rune(l)) < 2 || strings.Contains(s, "\n") {
				continue
			}
			// A unit wider than the line is cut anywhere.
			if first, _ := utf8.DecodeRuneInString(l); strings.ContainsRune("\uff0c。", first) && fits(s, width) {
				t.Errorf("line %q begins with %q", l, first)
			}
		}
	})
}

func fits(s string, width float64) bool {
	for _, u := range units(s) {
		if fixed.Width(strings.TrimRight(u, " \t"), 10, false) > width {
			return false
		}
	}
	return true
}

func unspaced(s string) string {
	return strings.Map(func(r rune) rune {
		if r == ' ' || r == '\t' || r == '\n' || r == '\r' {
			return -1
		}
		return r
	}, s)
}

// A header of two lines leaves no single character over.
func TestBalanced(t *testing.T) {
	for _, c := range []struct {
		text  string
		width float64
		want  string
	}{
		{"在岗人数", 30, "在岗|人数"},
		{"在岗人数", 40, "在岗人数"},
		{"First response mean", 100, "First|response mean"},
	} {
		if got := strings.Join(balanced(c.text, c.width, 10, false, fixed), "|"); got != c.want {
			t.Errorf("%q in %v: %q, want %q", c.text, c.width, got, c.want)
		}
	}
}

// A paragraph does not end with a line of one character or two, where somewhat
// narrower lines can spare some for it.
func TestSettled(t *testing.T) {
	for _, c := range []struct {
		text  string
		width float64
		want  string
	}{
		{"一二三四五六七八九十一二三四五六七八九十次。", 200, "一二三四五六七八九十一二三四五六七|八九十次。"},
		{"一二三四五六七八九十一二三四五六七八九十一二三四五", 200, "一二三四五六七八九十一二三四五六七八九十|一二三四五"},
		{"一二三四五六", 50, "一二三四五|六"}, // no room for better
	} {
		if got := strings.Join(settled(c.text, c.width, 10, false, fixed), "|"); got != c.want {
			t.Errorf("%q in %v: %q, want %q", c.text, c.width, got, c.want)
		}
	}
}
