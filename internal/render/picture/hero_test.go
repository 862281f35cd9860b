package picture

import (
	"image"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"tallyboard/internal/chart"
	"tallyboard/internal/chart/charttest"
	"tallyboard/internal/golden"
	"tallyboard/resources"
)

// heroes are the pictures that are kept as pixels; the text goldens of package
// chart hold the rest.
var heroes = map[string]chart.Palette{"stacked": chart.Light, "heat": chart.Dark, "donut": chart.Light, "combo": chart.Paper}

// tolerance is the share of pixels that may differ by more than a little: fonts
// are made afresh on each machine.
const tolerance = .004

func TestHeroes(t *testing.T) {
	if resources.Font(false) == nil {
		t.Log("built without the embedded typeface (make fonts): pictures are not compared")
		return
	}
	for _, s := range charttest.Samples() {
		palette, ok := heroes[s.Name]
		if !ok {
			continue
		}
		got := Image(s.Chart.Layout(480, 280, palette, Standard()), 1)
		file := filepath.Join("testdata", s.Name+".png")
		if golden.Updating() {
			save(t, file, got)
			continue
		}
		if bad := different(got, open(t, file)); bad > tolerance {
			save(t, file+".got", got)
			t.Errorf("%s: %.2f%% of the pixels differ; see %s.got", s.Name, bad*100, file)
		}
	}
}

func different(a, b *image.RGBA) float64 {
	if a.Rect != b.Rect {
		return 1
	}
	n := 0
	for i := 0; i < len(a.Pix); i += 4 {
		for k := range 3 {
			if d := int(a.Pix[i+k]) - int(b.Pix[i+k]); d > 24 || d < -24 {
				n++
				break
			}
		}
	}
	return float64(n) / float64(len(a.Pix)/4)
}

func save(t *testing.T, file string, img image.Image) {
	f, err := os.Create(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, img); err != nil {
		t.Fatal(err)
	}
}

func open(t *testing.T, file string) *image.RGBA {
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	img, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	out := image.NewRGBA(img.Bounds())
	draw.Draw(out, out.Rect, img, image.Point{}, draw.Src)
	return out
}
