package theme

import (
	"image/color"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// Colours of our own, beside Fyne's names. Each has a value in light and dark.
const (
	Page    fyne.ThemeColorName = fynetheme.ColorNameBackground // behind everything
	Text    fyne.ThemeColorName = fynetheme.ColorNameForeground
	Accent  fyne.ThemeColorName = fynetheme.ColorNamePrimary
	Surface fyne.ThemeColorName = "surface" // cards, tables, popups
	Line    fyne.ThemeColorName = "line"    // hairlines
	Edge    fyne.ThemeColorName = "edge"    // outlines of controls, a little stronger than Line
	Second  fyne.ThemeColorName = "second"  // second text
	Faint   fyne.ThemeColorName = "faint"   // decoration only, never text to be read
	Good    fyne.ThemeColorName = "good"
	Warning fyne.ThemeColorName = fynetheme.ColorNameWarning
	Bad     fyne.ThemeColorName = "bad"

	OnAccent    fyne.ThemeColorName = "on-accent"    // text on Accent
	AccentSoft  fyne.ThemeColorName = "accent-soft"  // the chosen thing, selections
	AccentHover fyne.ThemeColorName = "accent-hover" // an accent button under the pointer
	GoodSoft    fyne.ThemeColorName = "good-soft"
	WarningSoft fyne.ThemeColorName = "warning-soft"
	BadSoft     fyne.ThemeColorName = "bad-soft"
	Hover       fyne.ThemeColorName = "hover-solid" // a row or quiet button under the pointer
	Header      fyne.ThemeColorName = "header"      // header cells of grids
	Bar         fyne.ThemeColorName = "bar"         // data bars
	BarNegative fyne.ThemeColorName = "bar-negative"
	Ring        fyne.ThemeColorName = "ring" // around what has the keyboard
	TipFill     fyne.ThemeColorName = "tip-fill"
	TipText     fyne.ThemeColorName = "tip-text"
	TipSecond   fyne.ThemeColorName = "tip-second"
	Shade       fyne.ThemeColorName = "shade" // the faint shadow under popups
	Scrim       fyne.ThemeColorName = "scrim" // over the window behind a dialog
)

func rgb(hex uint32) color.NRGBA {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 0xff}
}

func rgba(hex uint32, a uint8) color.NRGBA { c := rgb(hex); c.A = a; return c }

type palette map[fyne.ThemeColorName]color.NRGBA

var light = palette{
	Page: rgb(0xF6F7F9), Surface: rgb(0xFFFFFF), Line: rgb(0xE4E7EC), Edge: rgb(0xCDD3DC),
	Text: rgb(0x1D2433), Second: rgb(0x5B6475), Faint: rgb(0xA3ABB8),
	Accent: rgb(0x2563EB), OnAccent: rgb(0xFFFFFF), AccentSoft: rgb(0xEAF1FE), AccentHover: rgb(0x1D54CF),
	Good: rgb(0x147A53), GoodSoft: rgb(0xE6F4EE),
	Warning: rgb(0xA3560A), WarningSoft: rgb(0xFDF3E4),
	Bad: rgb(0xC4372F), BadSoft: rgb(0xFCEBEA),
	Hover: rgb(0xF0F2F5), Header: rgb(0xF6F7F9), Bar: rgb(0xD3E0FA), BarNegative: rgb(0xF6D9D6),
	Ring: rgba(0x2563EB, 0x99), Shade: rgba(0x101828, 0x22), Scrim: rgba(0x101828, 0x55),
	TipFill: rgb(0x1D2433), TipText: rgb(0xFFFFFF), TipSecond: rgb(0xC3CAD6),
}

var dark = palette{
	Page: rgb(0x14171C), Surface: rgb(0x1C2027), Line: rgb(0x2C323C), Edge: rgb(0x3F4753),
	Text: rgb(0xE8EBF0), Second: rgb(0x9AA4B2), Faint: rgb(0x606A79),
	Accent: rgb(0x6C9BFF), OnAccent: rgb(0x0E1420), AccentSoft: rgb(0x22304D), AccentHover: rgb(0x8AB0FF),
	Good: rgb(0x46B98A), GoodSoft: rgb(0x18322B),
	Warning: rgb(0xE0A458), WarningSoft: rgb(0x352A1A),
	Bad: rgb(0xEE7B73), BadSoft: rgb(0x3A2224),
	Hover: rgb(0x262B34), Header: rgb(0x20252D), Bar: rgb(0x2B3F66), BarNegative: rgb(0x4D2D2F),
	Ring: rgba(0x6C9BFF, 0xAA), Shade: rgba(0x000000, 0x66), Scrim: rgba(0x000000, 0x88),
	TipFill: rgb(0x343B47), TipText: rgb(0xF4F6F9), TipSecond: rgb(0xB6BECB),
}

// alias maps Fyne's names to ours, for the few widgets that are Fyne's own.
var alias = map[fyne.ThemeColorName]fyne.ThemeColorName{
	fynetheme.ColorNameButton:              Surface,
	fynetheme.ColorNameDisabledButton:      Page,
	fynetheme.ColorNameDisabled:            Faint,
	fynetheme.ColorNameError:               Bad,
	fynetheme.ColorNameSuccess:             Good,
	fynetheme.ColorNameFocus:               AccentSoft,
	fynetheme.ColorNameForegroundOnError:   OnAccent,
	fynetheme.ColorNameForegroundOnPrimary: OnAccent,
	fynetheme.ColorNameForegroundOnSuccess: OnAccent,
	fynetheme.ColorNameForegroundOnWarning: OnAccent,
	fynetheme.ColorNameHeaderBackground:    Header,
	fynetheme.ColorNameHover:               Hover,
	fynetheme.ColorNameHyperlink:           Accent,
	fynetheme.ColorNameInputBackground:     Surface,
	fynetheme.ColorNameInputBorder:         Edge,
	fynetheme.ColorNameMenuBackground:      Surface,
	fynetheme.ColorNameOverlayBackground:   Surface,
	fynetheme.ColorNamePlaceHolder:         Second,
	fynetheme.ColorNamePressed:             AccentSoft,
	fynetheme.ColorNameScrollBar:           Faint,
	fynetheme.ColorNameScrollBarBackground: Page,
	fynetheme.ColorNameSelection:           AccentSoft,
	fynetheme.ColorNameSeparator:           Line,
	fynetheme.ColorNameShadow:              Shade,
}
