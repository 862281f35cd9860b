package picture

import (
	"os"
	"path/filepath"
	"sync"

	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"

	"tallyboard/resources"
)

// pair is a system typeface by the paths of its two weights.
type pair struct {
	regular, bold string
	index         int // in a collection
}

// systemPairs lists typefaces with Chinese characters first, in order of
// likeness to the embedded one.
func systemPairs() []pair {
	windows := filepath.Join(os.Getenv("WINDIR"), "Fonts")
	if os.Getenv("WINDIR") == "" {
		windows = `C:\Windows\Fonts`
	}
	win := func(regular, bold string) pair {
		return pair{regular: filepath.Join(windows, regular), bold: filepath.Join(windows, bold)}
	}
	return []pair{
		win("msyh.ttc", "msyhbd.ttc"),
		win("msyh.ttf", "msyhbd.ttf"),
		win("simhei.ttf", "simhei.ttf"),
		{"/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc", "/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc", 2},
		{"/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc", "/usr/share/fonts/noto-cjk/NotoSansCJK-Bold.ttc", 2},
		{"/usr/share/fonts/google-noto-cjk/NotoSansCJK-Regular.ttc", "/usr/share/fonts/google-noto-cjk/NotoSansCJK-Bold.ttc", 2},
		{"/usr/share/fonts/truetype/wqy/wqy-microhei.ttc", "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc", 0},
		{"/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc", "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc", 0},
		{"/System/Library/Fonts/Hiragino Sans GB.ttc", "/System/Library/Fonts/Hiragino Sans GB.ttc", 0},
		{"/Library/Fonts/Arial Unicode.ttf", "/Library/Fonts/Arial Unicode.ttf", 0},
		win("segoeui.ttf", "segoeuib.ttf"),
		{"/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", "/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf", 0},
	}
}

// symbolFonts lists fonts with signs that typefaces for text lack.
func symbolFonts() []string {
	windows := filepath.Join(os.Getenv("WINDIR"), "Fonts")
	return []string{
		filepath.Join(windows, "seguisym.ttf"),
		filepath.Join(windows, "seguiemj.ttf"),
		"/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
		"/usr/share/fonts/truetype/ancient-scripts/Symbola_hint.ttf",
		"/System/Library/Fonts/Apple Symbols.ttf",
	}
}

// systemFonts is the first typeface that the system has, else the plain one
// that comes with Go.
func systemFonts() *Fonts {
	for _, p := range systemPairs() {
		r, err := load(p.regular, p.index)
		if err != nil {
			continue
		}
		b, err := load(p.bold, p.index)
		if err != nil {
			b = r
		}
		f := &Fonts{source: filepath.Base(p.regular)}
		f.weights[0].main, f.weights[1].main = r, b
		return f
	}
	f, err := NewFonts(goregular.TTF, gobold.TTF)
	if err != nil {
		panic("picture: the font that comes with Go does not parse: " + err.Error())
	}
	f.source = "Go"
	return f
}

// spareFaces is what there is for characters that the typeface lacks: the
// embedded emoji, and of the system one Chinese font and the fonts of symbols.
// They are read when the first such character is met.
var spareFaces = sync.OnceValue(func() []*face {
	var out []*face
	if b := resources.Symbols(); b != nil {
		if f, err := parse(b, 0); err == nil {
			out = append(out, f)
		}
	}
	for _, p := range systemPairs() {
		if f, err := load(p.regular, p.index); err == nil {
			out = append(out, f)
			break
		}
	}
	for _, path := range symbolFonts() {
		if f, err := load(path, 0); err == nil {
			out = append(out, f)
		}
	}
	return out
})

func load(path string, index int) (*face, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return parse(b, index)
}
