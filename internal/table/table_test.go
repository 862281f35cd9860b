package table

import (
	"math"
	"slices"
	"strconv"
	"testing"
	"testing/quick"
)

func TestHeadersAreFoundAsPeopleWriteThem(t *testing.T) {
	tab := New(TextColumn("收货地址", []string{"a"}), TextColumn("Answered (Y/N)", []string{"b"}), TextColumn("ＡＢＣ  id", []string{"c"}))
	for name, want := range map[string]string{
		"收货地址 ":           "收货地址",
		" answered (y/n)": "Answered (Y/N)",
		"Answered （Y/N）":  "Answered (Y/N)",
		"abc ID":          "ＡＢＣ  id",
		"abcid":           "",
		"":                "",
	} {
		got := ""
		if c := tab.Column(name); c != nil {
			got = c.Name
		}
		if got != want {
			t.Errorf("Column(%q) is %q, want %q", name, got, want)
		}
	}
}

func TestTextColumnKeepsEveryWord(t *testing.T) {
	f := func(words []string) bool {
		c := TextColumn("x", words)
		for i, w := range words {
			if c.Dict.At(c.Codes[i]) != w || c.Blank(i) != (w == "") {
				return false
			}
		}
		return c.Len() == len(words)
	}
	if err := quick.Check(f, nil); err != nil {
		t.Error(err)
	}
}

func TestDict(t *testing.T) {
	d := DictOf("甲", "b", "丙丙")
	if d.Len() != 3 || d.At(0) != "" || d.At(3) != "丙丙" {
		t.Errorf("%d words, the third %q", d.Len(), d.At(3))
	}
	if code, ok := d.Code("b"); !ok || code != 2 {
		t.Errorf("b has code %d, %v", code, ok)
	}
	if _, ok := d.Code("not there"); ok {
		t.Error("a word that is not there has a code")
	}
	var none *Dict
	if none.Len() != 0 {
		t.Error("no dictionary has words")
	}
}

// Every word of a dictionary of any size has its code, and no other word has one.
func TestDictFindsEachWord(t *testing.T) {
	for _, n := range []int{0, 1, 2, 3, 5, 6, 1000, 30_000} {
		words := make([]string, n)
		for i := range words {
			words[i] = "w" + strconv.Itoa(i)
		}
		d := DictOf(words...)
		for i, w := range words {
			if code, ok := d.Code(w); !ok || code != uint32(i+1) {
				t.Fatalf("of %d words %s has code %d, %v", n, w, code, ok)
			}
		}
		for i := range 2 * n {
			if code, ok := d.Code("v" + strconv.Itoa(i)); ok || code != 0 {
				t.Fatalf("of %d words v%d, which is none, has code %d", n, i, code)
			}
		}
		if _, ok := d.Code(""); ok {
			t.Errorf("of %d words blank is one", n)
		}
	}
}

// A flag keeps its words and reads as a number; what means neither reads as none.
func TestNumbersOfWords(t *testing.T) {
	c := BoolColumn("解决", "是", "否", []float64{1, 0, math.NaN()})
	if c.Num(0) != 1 || c.Num(1) != 0 || !math.IsNaN(c.Num(2)) || !c.Blank(2) {
		t.Errorf("reads %v %v %v", c.Num(0), c.Num(1), c.Num(2))
	}
	if words := TextColumn("备注", []string{"好"}); !math.IsNaN(words.Num(0)) {
		t.Errorf("a word reads as %v", words.Num(0))
	}
}

func TestWithReplacesInPlaceAndLeavesTheOldTableAlone(t *testing.T) {
	old := New(TextColumn("a", []string{"1", "2"}), TextColumn("b", []string{"3", "4"}))
	next := old.With(TextColumn("a", []string{"5", "6"}), NumColumn("c", Number, []float64{7, 8}))
	var names []string
	for _, c := range next.Cols {
		names = append(names, c.Name)
	}
	if !slices.Equal(names, []string{"a", "b", "c"}) || next.Cols[0].Dict.At(1) != "5" {
		t.Errorf("columns %v, the first starts with %q", names, next.Cols[0].Dict.At(1))
	}
	if len(old.Cols) != 2 || old.Cols[0].Dict.At(1) != "1" {
		t.Error("the old table has changed")
	}
}

func TestOriginNamesTheSheetRow(t *testing.T) {
	var o Origin
	want := map[int]Place{}
	row := 0
	for source, numbers := range [][]int{{2, 3, 4, 7, 8, 20}, {2, 3}, {9}} {
		for _, n := range numbers {
			o.Add(row, source, n)
			want[row] = Place{source, n}
			row++
		}
	}
	for r, p := range want {
		if got := o.At(r); got != p {
			t.Errorf("row %d stands at %v, want %v", r, got, p)
		}
	}
	if len(o.runs) != 5 {
		t.Errorf("%d runs for 5 stretches of rows", len(o.runs))
	}
	if got := (&Origin{}).At(3); got != (Place{}) {
		t.Errorf("without origins a row stands at %v", got)
	}
}

func TestTakeKeepsValuesAndOrigins(t *testing.T) {
	tab := New(TextColumn("w", []string{"a", "b", "c", "d"}), NumColumn("n", Number, []float64{1, 2, 3, 4}))
	tab.Sources = []Source{{File: "x.csv"}}
	for i := range 4 {
		tab.Origin.Add(i, 0, 10+2*i)
	}
	got := tab.Take([]int{3, 1})
	if got.Rows != 2 || got.Cols[0].Dict.At(got.Cols[0].Codes[0]) != "d" || got.Cols[1].Nums[1] != 2 {
		t.Errorf("took %d rows, %v", got.Rows, got.Cols[1].Nums)
	}
	if a, b := got.Origin.At(0).Row, got.Origin.At(1).Row; a != 16 || b != 12 {
		t.Errorf("they stood on rows %d and %d, want 16 and 12", a, b)
	}
}
