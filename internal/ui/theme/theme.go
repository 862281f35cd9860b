// Package theme is the face of the program: its colours in light and dark, its
// sizes, its font and its icons, as a Fyne theme. It knows nothing of widgets,
// pages or data.
package theme

import (
	"image/color"
	"sync"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"tallyboard/resources"
)

// Mode chooses between light and dark.
type Mode string

const (
	System Mode = "system" // as the desktop has it
	Light  Mode = "light"
	Dark   Mode = "dark"
)

// Modes lists the modes in the order in which they are offered.
var Modes = []Mode{System, Light, Dark}

// Theme is the program's Fyne theme.
type Theme struct {
	mode          Mode
	regular, bold fyne.Resource
}

var _ fyne.Theme = (*Theme)(nil)

// fontPair is shared by all themes: Fyne parses a font anew for each resource.
var fontPair = sync.OnceValue(func() [2]fyne.Resource {
	regular, bold := resources.Font(false), resources.Font(true)
	if regular == nil || bold == nil {
		return [2]fyne.Resource{}
	}
	return [2]fyne.Resource{fyne.NewStaticResource("regular.ttf", regular), fyne.NewStaticResource("bold.ttf", bold)}
})

// New makes the theme on the embedded font pair; without it the theme stands
// on Fyne's own font, and HasFonts says so.
func New(mode Mode) *Theme {
	f := fontPair()
	return &Theme{mode: mode, regular: f[0], bold: f[1]}
}

// HasFonts reports whether the embedded font pair is there. Where it is not,
// Chinese text depends on what the system has.
func (t *Theme) HasFonts() bool { return t.regular != nil }

// Mode is the mode that the theme was made for.
func (t *Theme) Mode() Mode { return t.mode }

// IsDark resolves the mode against what the desktop has.
func (t *Theme) IsDark(v fyne.ThemeVariant) bool {
	return t.mode == Dark || t.mode == System && v == fynetheme.VariantDark
}

// Color implements fyne.Theme.
func (t *Theme) Color(name fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	p := light
	if t.IsDark(v) {
		p, v = dark, fynetheme.VariantDark
	} else {
		v = fynetheme.VariantLight
	}
	if ours, ok := alias[name]; ok {
		name = ours
	}
	if c, ok := p[name]; ok {
		return c
	}
	return fynetheme.DefaultTheme().Color(name, v)
}

// Font implements fyne.Theme.
func (t *Theme) Font(s fyne.TextStyle) fyne.Resource {
	switch {
	case s.Symbol || !t.HasFonts():
		return fynetheme.DefaultTheme().Font(s)
	case s.Bold:
		return t.bold
	}
	return t.regular
}

// Icon implements fyne.Theme; our own icons are drawn by Icon.
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource {
	return fynetheme.DefaultTheme().Icon(name)
}

// Color is a colour of the current theme.
func Color(name fyne.ThemeColorName) color.NRGBA {
	return color.NRGBAModel.Convert(fynetheme.Color(name)).(color.NRGBA)
}

// IsDark reports whether the current theme shows itself dark.
func IsDark() bool {
	s := fyne.CurrentApp().Settings()
	if t, ok := s.Theme().(*Theme); ok {
		return t.IsDark(s.ThemeVariant())
	}
	return s.ThemeVariant() == fynetheme.VariantDark
}
