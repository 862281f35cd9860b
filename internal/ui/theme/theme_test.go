package theme

import (
	"image/color"
	"math"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	fynetheme "fyne.io/fyne/v2/theme"

	"tallyboard/resources"
)

// Text must be readable on every ground it stands on: WCAG 2, 4.5 : 1.
func TestTextIsReadable(t *testing.T) {
	grounds := map[fyne.ThemeColorName][]fyne.ThemeColorName{
		Text:      {Page, Surface, Header, Hover, AccentSoft, GoodSoft, WarningSoft, BadSoft, Bar, BarNegative},
		Second:    {Page, Surface, Header, Hover, AccentSoft},
		Accent:    {Page, Surface, Hover, AccentSoft},
		Good:      {Page, Surface, Hover, GoodSoft, AccentSoft},
		Warning:   {Page, Surface, Hover, WarningSoft, AccentSoft},
		Bad:       {Page, Surface, Hover, BadSoft, AccentSoft},
		OnAccent:  {Accent, AccentHover},
		TipText:   {TipFill},
		TipSecond: {TipFill},
	}
	for name, p := range map[string]palette{"light": light, "dark": dark} {
		for ink, on := range grounds {
			for _, ground := range on {
				if c := contrast(p[ink], p[ground]); c < 4.5 {
					t.Errorf("%s: %s on %s has a contrast of %.2f", name, ink, ground, c)
				}
			}
		}
	}
}

func contrast(a, b color.NRGBA) float64 {
	x, y := luminance(a), luminance(b)
	if x < y {
		x, y = y, x
	}
	return (x + .05) / (y + .05)
}

func luminance(c color.NRGBA) float64 {
	f := func(v uint8) float64 {
		x := float64(v) / 255
		if x <= .04045 {
			return x / 12.92
		}
		return math.Pow((x+.055)/1.055, 2.4)
	}
	return .2126*f(c.R) + .7152*f(c.G) + .0722*f(c.B)
}

func TestPalettesNameTheSameColours(t *testing.T) {
	for name := range light {
		if _, ok := dark[name]; !ok {
			t.Errorf("dark lacks %s", name)
		}
	}
	if len(light) != len(dark) {
		t.Errorf("light has %d colours, dark %d", len(light), len(dark))
	}
	for theirs, ours := range alias {
		if _, ok := light[ours]; !ok {
			t.Errorf("%s stands for %s, which is no colour", theirs, ours)
		}
	}
}

func TestModes(t *testing.T) {
	for _, c := range []struct {
		mode Mode
		v    fyne.ThemeVariant
		dark bool
	}{
		{Light, fynetheme.VariantDark, false}, {Dark, fynetheme.VariantLight, true},
		{System, fynetheme.VariantDark, true}, {System, fynetheme.VariantLight, false},
	} {
		th := New(c.mode)
		if th.IsDark(c.v) != c.dark {
			t.Errorf("%s on variant %d is dark: %v", c.mode, c.v, !c.dark)
		}
		want := light[Page]
		if c.dark {
			want = dark[Page]
		}
		if th.Color(fynetheme.ColorNameBackground, c.v) != color.Color(want) {
			t.Errorf("%s: wrong page colour", c.mode)
		}
	}
}

// Every icon must draw in the asked colour, and every file must be an icon.
func TestIconsDraw(t *testing.T) {
	test.NewTempApp(t)
	files, err := resources.Icons.ReadDir("icons")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		name, ok := strings.CutSuffix(f.Name(), ".svg")
		if !ok || name == "app" {
			continue
		}
		img := canvas.NewImageFromResource(Icon(IconName(name), color.NRGBA{R: 0xC4, G: 0x37, B: 0x2F, A: 0xff}))
		img.Resize(fyne.NewSize(40, 40))
		w := test.NewTempWindow(t, img)
		w.SetPadded(false)
		w.Resize(fyne.NewSize(40, 40))
		got := w.Canvas().Capture()
		inked := 0
		for y := range 40 {
			for x := range 40 {
				if r, g, _, _ := got.At(x, y).RGBA(); r > 0xa000 && g < 0x6000 {
					inked++
				}
			}
		}
		if inked < 15 {
			t.Errorf("%s: only %d points of the colour", name, inked)
		}
	}
}

func TestAnUnknownIconIsAMistake(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("no panic")
		}
	}()
	Icon("no-such-icon", color.NRGBA{A: 255})
}
