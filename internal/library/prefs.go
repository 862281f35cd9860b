package library

import (
	"slices"
	"time"
)

const prefsFile = "prefs.json"

// Prefs are the choices of the user.
type Prefs struct {
	Lang          string   `json:"lang,omitempty"`  // "" follows the system
	Theme         string   `json:"theme,omitempty"` // "light", "dark", "" follows the system
	Width, Height float32  `json:",omitempty"`      // of the window; 0 is the default
	Page          string   `json:"page,omitempty"`  // shown last
	Report        string   `json:"report,omitempty"`
	Recent        []Recent `json:"recent,omitempty"`
	Welcomed      bool     `json:"welcomed,omitempty"`
	ExportDir     string   `json:"exportDir,omitempty"`
	Shop          string   `json:"shop,omitempty"`
}

// Recent is a set of files that was opened together.
type Recent struct {
	Paths  []string  `json:"paths"`
	Name   string    `json:"name"`
	Period string    `json:"period,omitempty"` // for people
	Rows   int       `json:"rows"`
	Opened time.Time `json:"opened"`
}

// KeepRecent is how many recent sets are kept.
const KeepRecent = 12

// Remember puts r in front of the recent sets.
func (p *Prefs) Remember(r Recent) {
	p.Recent = slices.DeleteFunc(slices.Clone(p.Recent), func(o Recent) bool { return slices.Equal(o.Paths, r.Paths) })
	p.Recent = slices.Insert(p.Recent, 0, r)
	p.Recent = p.Recent[:min(len(p.Recent), KeepRecent)]
}

// Prefs reads the choices; what was never chosen is zero.
func (l *Library) Prefs() (p Prefs, err error) {
	err = l.load(prefsFile, &p)
	return p, err
}

// SetPrefs keeps the choices.
func (l *Library) SetPrefs(p Prefs) error { return l.save(prefsFile, p) }
