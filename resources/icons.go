package resources

import "embed"

// Icons holds the icon set: icons/NAME.svg, 20 × 20, drawn with one stroke of
// currentColor; and icons/app.svg, the mark of the program in its own colours.
//
//go:embed icons/*.svg
var Icons embed.FS
