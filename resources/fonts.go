package resources

import (
	"embed"
	"sync"
)

//go:embed fonts/[NRS]*
var fonts embed.FS

// Font gives the TrueType file of the embedded typeface, Noto Sans SC; nil
// where the program was built without it (see fonts/README). All callers get
// the same bytes and must not change them.
func Font(bold bool) []byte {
	if bold {
		return boldFont()
	}
	return regularFont()
}

// Symbols gives the TrueType file of the embedded emoji and signs, in one
// colour; nil where the program was built without it. All callers get the same
// bytes and must not change them.
func Symbols() []byte { return symbolFont() }

var (
	symbolFont  = sync.OnceValue(func() []byte { return fontFile("Symbols.ttf") })
	regularFont = sync.OnceValue(func() []byte { return fontFile("NotoSansSC-Regular.ttf") })
	boldFont    = sync.OnceValue(func() []byte { return fontFile("NotoSansSC-Bold.ttf") })
)

// fontFile is nil where the file was not there when the program was built.
func fontFile(name string) []byte {
	b, err := fonts.ReadFile("fonts/" + name)
	if err != nil {
		return nil
	}
	return b
}
