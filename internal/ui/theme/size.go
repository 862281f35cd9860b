package theme

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// Text sizes, in Fyne units. There are no others.
const (
	Small   float32 = 12 // labels of tiles, small print, badges
	Body    float32 = 13
	Lead    float32 = 15 // headings of parts, leading sentences
	Title   float32 = 20 // headings of pages
	Display float32 = 28 // values of tiles
)

// Distances, on a grid of 4.
const (
	Unit    float32 = 4
	Gap     float32 = 8  // between related things
	Pad     float32 = 16 // inside a card
	Section float32 = 24 // between groups

	Radius  float32 = 6
	Hair    float32 = 1  // hairlines
	Control float32 = 32 // height of buttons, pickers, fields
	Compact float32 = 26 // height of chips and small buttons
	Row     float32 = 28 // height of a row of a list or grid
	IconBox float32 = 18 // icons beside text
)

var sizes = map[fyne.ThemeSizeName]float32{
	fynetheme.SizeNameText:               Body,
	fynetheme.SizeNameCaptionText:        Small,
	fynetheme.SizeNameSubHeadingText:     Lead,
	fynetheme.SizeNameHeadingText:        Title,
	fynetheme.SizeNamePadding:            Unit,
	fynetheme.SizeNameInnerPadding:       6,
	fynetheme.SizeNameInlineIcon:         IconBox,
	fynetheme.SizeNameLineSpacing:        Unit,
	fynetheme.SizeNameScrollBar:          10,
	fynetheme.SizeNameScrollBarSmall:     4,
	fynetheme.SizeNameScrollBarRadius:    3,
	fynetheme.SizeNameSeparatorThickness: Hair,
	fynetheme.SizeNameSplitThickness:     Gap,
	fynetheme.SizeNameInputBorder:        Hair,
	fynetheme.SizeNameInputRadius:        Radius,
	fynetheme.SizeNameSelectionRadius:    Unit,
	fynetheme.SizeNameButtonRadius:       Radius,
	fynetheme.SizeNameCardRadius:         Radius,
	fynetheme.SizeNameDialogRadius:       Radius,
	fynetheme.SizeNamePopupRadius:        Radius,
	fynetheme.SizeNameMenuRadius:         Radius,
	fynetheme.SizeNameModalBlurRadius:    0,
}

// Size implements fyne.Theme.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	if s, ok := sizes[name]; ok {
		return s
	}
	return fynetheme.DefaultTheme().Size(name)
}
