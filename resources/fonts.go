package resources

import (
	"embed"
	"sync"
)

//go:embed fonts/[NR]*
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

var (
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
