package theme

import (
	"fmt"
	"image/color"
	"math"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"tallyboard/internal/chart"
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

// Every file of the set must be an icon that stays on its square, and every
// name of the program must have a file.
func TestIconsAreDrawings(t *testing.T) {
	files, err := resources.Icons.ReadDir("icons")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		name, ok := strings.CutSuffix(f.Name(), ".svg")
		if !ok || name == "app" {
			continue
		}
		d := Draw(IconName(name))
		if len(d) == 0 {
			t.Errorf("%s draws nothing", name)
		}
		for _, s := range d {
			for _, p := range s.Points {
				if p.X < 1 || p.X > 19 || p.Y < 1 || p.Y > 19 {
					t.Errorf("%s leaves its square at %v", name, p)
				}
			}
		}
	}
}

func TestEveryChartTypeHasAnIcon(t *testing.T) {
	for _, k := range chart.Catalogue {
		if len(Draw(ChartIcon(k.ID))) == 0 {
			t.Errorf("%s has no icon", k.ID)
		}
	}
}

func TestPathsAreReadAsSVG(t *testing.T) {
	for d, want := range map[string]string{
		"M1 2h3v-1z":       "closed 1,2 4,2 4,1",
		"M1 2 3 4 5 6":     "open 1,2 3,4 5,6",
		"m1,2 1-1l.5.5":    "open 1,2 2,1 2.5,1.5",
		"M1 1L2 2M3 3L4 4": "open 1,1 2,2; open 3,3 4,4",
		"M0 0zM2 2h1":      "open 2,2 3,2",
		"M10 10.5v.02":     "open 10,10.5 10,10.52",
	} {
		got, err := parsePath(d)
		if err != nil {
			t.Errorf("%s: %v", d, err)
		}
		if s := say(got); s != want {
			t.Errorf("%s is %s, want %s", d, s, want)
		}
	}
	half, err := parsePath("M0 0A5 5 0 0 1 10 0") // clockwise: over the top
	if err != nil {
		t.Fatal(err)
	}
	pts := half[0].Points
	if mid, end := pts[len(pts)/2], pts[len(pts)-1]; mid.Y > -4 || math.Hypot(end.X-10, end.Y) > 1e-9 {
		t.Errorf("the arc goes through %v to %v", mid, end)
	}
	for _, d := range []string{"M1", "Q1 2 3 4", "M1 x"} {
		if _, err := parsePath(d); err == nil {
			t.Errorf("%s is read", d)
		}
	}
}

func say(d Drawing) string {
	var lines []string
	for _, s := range d {
		l := "open"
		if s.Closed {
			l = "closed"
		}
		for _, p := range s.Points {
			l += fmt.Sprintf(" %g,%g", math.Round(p.X*1e6)/1e6, math.Round(p.Y*1e6)/1e6)
		}
		lines = append(lines, l)
	}
	return strings.Join(lines, "; ")
}

func TestAnUnknownIconIsAMistake(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("no panic")
		}
	}()
	Draw("no-such-icon")
}
