package printing

import (
	"testing"

	"golang.org/x/image/font/sfnt"

	"tallyboard/resources"
)

func TestTypefaceIsPrintedUnderItsOwnName(t *testing.T) {
	for _, bold := range []bool{false, true} {
		ttf := resources.Font(bold)
		if ttf == nil {
			t.Log("left out: 1 typeface, which is not built in")
			continue
		}
		f, err := sfnt.Parse(renamed(ttf))
		if err != nil {
			t.Fatal(err)
		}
		name, err := f.Name(nil, sfnt.NameIDFamily)
		if err != nil || name != ownFamily {
			t.Errorf("bold %v: the family is %q, %v", bold, name, err)
		}
		if was, err := sfnt.Parse(ttf); err != nil || was.NumGlyphs() != f.NumGlyphs() {
			t.Errorf("bold %v: letters are lost: %v", bold, err)
		}
	}
	for _, broken := range [][]byte{nil, []byte("no font"), make([]byte, 40)} {
		if renamed(broken) != nil {
			t.Errorf("%d bytes of no font got a name", len(broken))
		}
	}
}

// A table's checksum is the one in the font's directory.
func TestChecksum(t *testing.T) {
	for _, c := range []struct {
		table []byte
		want  uint32
	}{{nil, 0}, {[]byte{0, 0, 0, 1, 0, 0, 0, 2}, 3}, {[]byte{1}, 1 << 24}, {[]byte{255, 255, 255, 255, 0, 0, 0, 2}, 1}} {
		if got := checksum(c.table); got != c.want {
			t.Errorf("checksum(%v) = %d, want %d", c.table, got, c.want)
		}
	}
}
