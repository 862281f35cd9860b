package workbook

import (
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

func TestSheetNames(t *testing.T) {
	n := newNames()
	for _, c := range []struct{ title, want string }{
		{"地区分析", "地区分析"},
		{"地区分析", "地区分析 (2)"},
		{"a/b\\c:d*e?f[g]", "a b c d e f g"},
		{"A/B\\C:D*E?F[G]", "A B C D E F G (2)"},
		{"'quoted'", "quoted"},
		{"History", "History_"},
		{"", "_"},
		{"???", "_ (2)"},
		{strings.Repeat("名", 40), strings.Repeat("名", 31)},
		{strings.Repeat("名", 40), strings.Repeat("名", 27) + " (2)"},
		{strings.Repeat("😀", 20), strings.Repeat("😀", 15)},
	} {
		if got := n.sheet(c.title); got != c.want {
			t.Errorf("sheet(%q) = %q, want %q", c.title, got, c.want)
		}
	}
}

// Whatever the title, Excel takes the name, and no two are the same to it.
func FuzzSheetNames(f *testing.F) {
	for _, s := range []string{"a", "A", "'", "history", "[x]", "\x00", "名名名", "😀", strings.Repeat("x", 50)} {
		f.Add(s, s+" (2)")
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		n := newNames()
		x, y := n.sheet(a), n.sheet(b)
		if strings.EqualFold(x, y) {
			t.Errorf("%q and %q are the same", x, y)
		}
		for _, s := range []string{x, y} {
			if s == "" || strings.ContainsAny(s, `[]:*?/\`) || len(utf16.Encode([]rune(s))) > 31 || s[0] == '\'' || s[len(s)-1] == '\'' {
				t.Errorf("illegal name %q", s)
			}
			if utf8.ValidString(a) && utf8.ValidString(b) {
				file := excelize.NewFile()
				if _, err := file.NewSheet(s); err != nil {
					t.Errorf("%q: %v", s, err)
				}
				file.Close()
			}
		}
	})
}

func TestTableNames(t *testing.T) {
	n := newNames()
	for _, c := range []struct{ id, want string }{
		{"types", "t_types"}, {"Types", "t_Types_2"}, {"a b-c", "t_a_b_c"}, {"类型", "t_类型"}, {"", "t_"},
	} {
		if got := n.table(c.id); got != c.want {
			t.Errorf("table(%q) = %q, want %q", c.id, got, c.want)
		}
	}
}

func TestHeadersAreUnique(t *testing.T) {
	n := newNames()
	for i, c := range []struct{ title, want string }{
		{"Amount", "Amount"}, {"amount", "amount 2"}, {"", "#3"}, {" ", "#4"}, {"two\nlines", "two lines"},
	} {
		if got := n.header(c.title, i+1); got != c.want {
			t.Errorf("header(%q) = %q, want %q", c.title, got, c.want)
		}
	}
}
