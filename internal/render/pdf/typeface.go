package pdf

import (
	"strings"
	"sync"
	"unicode/utf8"

	"golang.org/x/image/font/sfnt"

	"tallyboard/internal/fault"
	"tallyboard/internal/render/picture"
	"tallyboard/resources"
)

// family is the name of the typeface inside the file.
const family = "noto"

// typeface is the embedded pair, and which characters it has. It measures text
// as the PDF will show it.
type typeface struct {
	files [2][]byte
	fonts *picture.Fonts
	sfnt  *sfnt.Font

	mu  sync.Mutex
	buf sfnt.Buffer
	has map[rune]bool
}

var loaded = sync.OnceValues(func() (*typeface, error) {
	t := &typeface{files: [2][]byte{resources.Font(false), resources.Font(true)}, has: map[rune]bool{}}
	if t.files[0] == nil || t.files[1] == nil {
		return nil, fault.New("render.fonts")
	}
	var err error
	if t.sfnt, err = sfnt.Parse(t.files[0]); err != nil {
		return nil, fault.Wrap(err, "render.fonts")
	}
	if t.fonts, err = picture.NewFonts(t.files[0], t.files[1]); err != nil {
		return nil, fault.Wrap(err, "render.fonts")
	}
	return t, nil
})

func face() (*typeface, error) { return loaded() }

// Width implements chart.Measurer.
func (t *typeface) Width(s string, size float64, bold bool) float64 {
	return t.fonts.Width(t.clean(s), size, bold)
}

// Metrics implements chart.Measurer.
func (t *typeface) Metrics(size float64, bold bool) (ascent, descent float64) {
	return t.fonts.Metrics(size, bold)
}

// clean makes s paintable: characters that no font has become picture.Missing, those
// that only steer others (joiners, variation selectors, control characters) go.
func (t *typeface) clean(s string) string {
	if plain(s) {
		return s
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\n' || r == '\r':
			return ' '
		case t.fonts.Width(string(r), 1, false) == 0:
			return -1
		case !t.writes(r) && !t.fonts.Has(r):
			return picture.Missing
		}
		return r
	}, s)
}

// label is clean for what a PDF says about itself, of which a reader of PDFs
// shows what the typeface writes.
func (t *typeface) label(s string) string {
	s = t.clean(s)
	if plain(s) {
		return s
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	return strings.Map(func(r rune) rune {
		if !t.writes(r) {
			return picture.Missing
		}
		return r
	}, s)
}

// runs calls do with the parts of s that are written, and with each character
// between them that is drawn from its outline.
func (t *typeface) runs(s string, do func(part string, drawn bool)) {
	if plain(s) {
		do(s, false)
		return
	}
	from := 0
	for i, r := range s {
		t.mu.Lock()
		ok := t.writes(r)
		t.mu.Unlock()
		if ok {
			continue
		}
		if from < i {
			do(s[from:i], false)
		}
		from = i + utf8.RuneLen(r)
		do(s[i:from], true)
	}
	if from < len(s) {
		do(s[from:], false)
	}
}

// plain tells whether s is printable ASCII, which every typeface has.
func plain(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}

// writes reports whether a PDF can hold a character as text: the PDF library
// knows those up to U+FFFF. The caller holds the lock.
func (t *typeface) writes(r rune) bool {
	if r > 0xFFFF {
		return false
	}
	ok, known := t.has[r]
	if !known {
		g, err := t.sfnt.GlyphIndex(&t.buf, r)
		ok = err == nil && g != 0
		t.has[r] = ok
	}
	return ok
}
