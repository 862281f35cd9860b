package splice

import (
	"math"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestAppendText(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"plain", "plain"},
		{`a<b>&"c"`, `a&lt;b&gt;&amp;"c"`},
		{"_x0041_", "_x005F_x0041_"},
		{"_x00", "_x00"},
		{"a\x00b\x1b", "ab"},
		{"two\nlines\tand a tab", "two\nlines\tand a tab"},
		{"bad \xff byte", "bad \uFFFD byte"},
		{"🙂𠮷", "🙂𠮷"},
		{"\uFFFE\uFFFF", ""},
	} {
		if got := string(AppendText(nil, c.in)); got != c.want {
			t.Errorf("AppendText(%q) = %q, want %q", c.in, got, c.want)
		}
	}
	long := string(AppendText(nil, strings.Repeat("长", 40000)))
	if n := utf8.RuneCountInString(long); n != 32767 || !strings.HasSuffix(long, "…") {
		t.Errorf("a long text has %d characters and ends in %q", n, long[len(long)-3:])
	}
}

func TestAppendNumberIsExact(t *testing.T) {
	for _, v := range []float64{0, 1, -1, .1, 1.0 / 3, 46328.37708333333, 1e15, 123456789012345678, 1e-7, -2.5e300, math.MaxFloat64, math.SmallestNonzeroFloat64} {
		got := string(AppendNumber(nil, v))
		if back, err := strconv.ParseFloat(got, 64); err != nil || back != v {
			t.Errorf("%v is written as %q", v, got)
		}
	}
}

// Blanks that a reader might drop are marked as part of the text; other texts
// are written the short way.
func TestStringsKeepTheirBlanks(t *testing.T) {
	s := Strings{n: 7}
	for _, c := range []struct {
		in, want string
	}{
		{"张三", "<si><t>张三</t></si>"},
		{"two words", "<si><t>two words</t></si>"},
		{" x", `<si><t xml:space="preserve"> x</t></si>`},
		{"x\u3000", "<si><t xml:space=\"preserve\">x\u3000</t></si>"},
		{"a\nb", "<si><t xml:space=\"preserve\">a\nb</t></si>"},
	} {
		before := 0
		if len(s.xml) > 0 {
			before = len(s.xml[0])
		}
		place := s.Index(c.in)
		if again := s.Index(c.in); again != place || place != s.n-1 {
			t.Errorf("%q stands at %d and %d of %d", c.in, place, again, s.n)
		}
		if got := string(s.xml[0][before:]); got != c.want {
			t.Errorf("%q is written as %s", c.in, got)
		}
	}
}
