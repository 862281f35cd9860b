package resources

import (
	"embed"
	"io/fs"
)

//go:embed fonts/[NR]*
var fonts embed.FS

// Font gives the TrueType file of the embedded typeface, Noto Sans SC; nil
// where the program was built without it (see fonts/README).
func Font(bold bool) []byte {
	name := "fonts/NotoSansSC-Regular.ttf"
	if bold {
		name = "fonts/NotoSansSC-Bold.ttf"
	}
	b, err := fonts.ReadFile(name)
	if err != nil {
		return nil
	}
	return b
}

// FontLicence gives the licence text that goes with the embedded typeface; ""
// where there is no such typeface.
func FontLicence() string {
	b, err := fs.ReadFile(fonts, "fonts/NotoSansSC-LICENSE.txt")
	if err != nil {
		return ""
	}
	return string(b)
}
