// Package shell is the window around the pages: navigation, the bar with the
// current log and the commands, the status line, shortcuts, drops, dialogs.
// It shows what the session says and passes on what the person wants; it holds
// no state of its own but which page is in front.
package shell

import (
	"os"
	"path/filepath"
	"runtime"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tallyboard/internal/library"
	"tallyboard/internal/session"
	"tallyboard/internal/ui/page/dashboard"
	"tallyboard/internal/ui/page/data"
	"tallyboard/internal/ui/page/explore"
	"tallyboard/internal/ui/page/help"
	"tallyboard/internal/ui/page/reports"
	"tallyboard/internal/ui/page/rows"
	"tallyboard/internal/ui/page/settings"
	"tallyboard/internal/ui/page/start"
	"tallyboard/internal/ui/theme"
	"tallyboard/internal/ui/widget"
)

// Page is one screen. It is made anew when the language changes.
type Page interface {
	Content() fyne.CanvasObject
	// Changed is called after a part of the session's state has changed, on
	// the UI goroutine, whether the page is in front or not.
	Changed(session.Event)
}

// Shell is the window.
type Shell struct {
	app fyne.App
	win fyne.Window
	s   *session.Session

	stage   *widget.Stage
	body    *fyne.Container // holds the page in front
	pages   map[string]Page
	nav     map[string]*widget.NavItem
	bar     *bar
	status  *widget.StatusLine
	front   string
	back    string // the page to return to from the rows behind a figure
	asked   string // the page from which a cell was asked for in its file; "" none
	left    string // the page left for the first rows of a large file; "" none
	busy    busy
	version string
	shown   bool
	welcome func()   // hides the welcome; nil where it is not shown
	modals  []func() // what hides each dialog that is open, the topmost last
}

// names are the pages in the navigation: those above, and those at its foot.
var names = struct{ main, foot []string }{
	main: []string{"start", "data", "explore", "reports"},
	foot: []string{"settings", "help"},
}

var navIcons = map[string]theme.IconName{
	"start": theme.Home, "data": theme.Data, "explore": theme.Explore,
	"reports": theme.Reports, "settings": theme.Settings, "help": theme.Help,
}

// Default and least size of the window, in points.
const (
	defaultWidth, defaultHeight = 1280, 720
	leastWidth, leastHeight     = 960, 600
)

// New makes the window of a session; it is not shown yet.
func New(app fyne.App, s *session.Session, version string) *Shell {
	sh := &Shell{app: app, s: s, front: "start", version: version}
	app.Settings().SetTheme(theme.New(mode(s.Prefs())))
	// The title at the first showing becomes the class of the window on X11,
	// which must be the same in every language.
	sh.win = app.NewWindow("Tallyboard")
	sh.win.SetIcon(theme.AppIcon())
	sh.win.SetPadded(false)
	sh.build()
	size := fyne.NewSize(defaultWidth, defaultHeight)
	if p := s.Prefs(); p.Width >= leastWidth && p.Height >= leastHeight {
		size = fyne.NewSize(p.Width, p.Height)
	}
	sh.win.Resize(size)
	sh.win.CenterOnScreen()
	sh.win.SetOnDropped(func(_ fyne.Position, uris []fyne.URI) { sh.dropped(uris) })
	sh.win.SetCloseIntercept(sh.close)
	for e := session.LogsChanged; e <= session.Noted; e++ {
		s.On(e, func() { sh.changed(e) })
	}
	sh.shortcuts()
	widget.OnBroken(s.Tell)
	return sh
}

// Window is the window itself.
func (sh *Shell) Window() fyne.Window { return sh.win }

// mode is the chosen face; where the system is to choose and cannot, light.
func mode(p library.Prefs) theme.Mode {
	switch {
	case p.Theme != "":
		return theme.Mode(p.Theme)
	case systemTells():
		return theme.System
	}
	return theme.Light
}

// systemTells reports whether the desktop can say if it is light or dark: on
// Linux it is asked over the session bus.
func systemTells() bool {
	if runtime.GOOS != "linux" || os.Getenv("FYNE_THEME") != "" || os.Getenv("DBUS_SESSION_BUS_ADDRESS") != "" {
		return true
	}
	_, err := os.Stat(filepath.Join(os.Getenv("XDG_RUNTIME_DIR"), "bus"))
	return os.Getenv("XDG_RUNTIME_DIR") != "" && err == nil
}

// build makes everything in the window, in the session's language.
func (sh *Shell) build() {
	s := sh.s
	sh.pages = map[string]Page{
		"start":     start.New(s, sh),
		"data":      data.New(s, sh),
		"explore":   explore.New(s, sh),
		"dashboard": dashboard.New(s, sh),
		"reports":   reports.New(s, sh),
		"rows":      rows.New(s, sh),
		"settings":  settings.New(s, sh),
		"help":      help.New(s, sh),
	}
	sh.body = container.NewStack()
	sh.bar = newBar(s, sh)
	sh.status = widget.NewStatusLine(s.T("shell.cancel"))
	root := container.New(&frame{}, sh.navigation(), sh.bar.content, sh.body, sh.status)
	if sh.stage == nil {
		sh.stage = widget.NewStage(root)
		sh.win.SetContent(sh.stage)
	} else {
		sh.stage.SetContent(root)
	}
	sh.title()
	sh.Go(sh.front)
	sh.bar.changed()
	sh.showNotice()
}

func (sh *Shell) navigation() fyne.CanvasObject {
	sh.nav = map[string]*widget.NavItem{}
	items := func(ids []string) []fyne.CanvasObject {
		out := make([]fyne.CanvasObject, len(ids))
		for i, id := range ids {
			sh.nav[id] = widget.NewNavItem(navIcons[id], sh.s.T("nav."+id), func() { sh.Go(id) })
			out[i] = sh.nav[id]
		}
		return out
	}
	foot := items(names.foot)
	foot = append(foot, sh.switches())
	return navPanel(sh.s.T("app.name"), items(names.main), foot)
}

// Go brings a page to the front.
func (sh *Shell) Go(id string) {
	p, ok := sh.pages[id]
	if !ok {
		return
	}
	if id == "rows" && sh.front != "rows" {
		sh.back = sh.front
	}
	if id != sh.front {
		sh.unfocus()
	}
	if id != "data" {
		sh.asked = ""
	}
	sh.front, sh.left = id, ""
	for name, item := range sh.nav {
		item.SetCurrent(name == sh.section(id))
	}
	sh.body.Objects = []fyne.CanvasObject{p.Content()}
	sh.body.Refresh()
	sh.bar.changed()
	sh.s.ShowDashboard(id == "dashboard")
}

// section is the page of the navigation that a page belongs to.
func (sh *Shell) section(id string) string {
	switch id {
	case "rows":
		return sh.section(sh.back)
	case "dashboard":
		return "explore"
	}
	return id
}

// unfocus takes the keys from what is no longer seen; who walks through the
// navigation by keyboard stays there.
func (sh *Shell) unfocus() {
	c := sh.win.Canvas()
	if _, walking := c.Focused().(*widget.NavItem); !walking && c.Overlays().Top() == nil {
		c.Unfocus()
	}
}

// Back returns from the rows behind a figure to where they were asked for.
func (sh *Shell) Back() {
	if sh.front == "rows" {
		sh.Go(sh.back)
	}
}

// CanReturn reports whether the cell that is shown in its file was asked for on
// another page.
func (sh *Shell) CanReturn() bool { return sh.asked != "" }

// Return goes back to that page.
func (sh *Shell) Return() {
	if sh.asked == "" {
		return
	}
	if sh.asked == "rows" { // which are entered as from the page before them
		sh.front = sh.back
	}
	sh.Go(sh.asked)
}

// changed passes an event on.
func (sh *Shell) changed(e session.Event) {
	switch e {
	case session.PrefsChanged:
		sh.prefsChanged()
	case session.RowsChanged:
		defer sh.Go("rows")
	case session.SpotShown:
		if sh.front != "data" {
			sh.asked = sh.front
		}
		defer sh.Go("data")
	case session.LogsChanged:
		defer sh.arrived()
	case session.RowsAhead:
		sh.showAhead()
	case session.LoadEnded:
		sh.loadEnded()
	case session.TasksChanged:
		sh.busy.watch(sh)
		sh.endAhead()
	case session.Noted:
		sh.showNotice()
	}
	for _, p := range sh.pages {
		p.Changed(e)
	}
	sh.bar.changed()
}

// arrived leaves the start page once there is something to see: for the report
// where the guess is sure, for the columns where it is not.
func (sh *Shell) arrived() {
	sh.title()
	l := sh.s.Log()
	if l == nil {
		if sh.front != "settings" && sh.front != "help" {
			sh.Go("start")
		}
		return
	}
	if sh.endAhead(); sh.front != "start" {
		return
	}
	if session.Confident(l) {
		sh.Go("reports")
	} else {
		sh.Go("data")
	}
}

// showAhead shows the first rows of a large file on the start page while the
// others are read.
func (sh *Shell) showAhead() {
	if sh.welcome != nil {
		sh.welcome()
	}
	if sh.front != "start" {
		left := sh.front
		sh.Go("start")
		sh.left = left
	}
}

// endAhead goes back to the page that was left for the first rows.
func (sh *Shell) endAhead() {
	if sh.left != "" && len(sh.s.Loading()) == 0 {
		sh.Go(sh.left)
	}
}

// Started is called once the window is on the screen.
func (sh *Shell) Started() {
	sh.shown = true
	sh.title()
	if p := sh.s.Prefs(); !p.Welcomed && len(p.Recent) == 0 && len(sh.s.Logs()) == 0 {
		sh.Welcome()
	}
}

func (sh *Shell) title() {
	if !sh.shown {
		return
	}
	t := sh.s.T("app.name")
	if l := sh.s.Log(); l != nil {
		t = l.Name + " – " + t
	}
	sh.win.SetTitle(t)
}

// prefsChanged rebuilds the window where the language or the theme is another.
func (sh *Shell) prefsChanged() {
	p := sh.s.Prefs()
	if t, ok := sh.app.Settings().Theme().(*theme.Theme); !ok || t.Mode() != mode(p) {
		sh.app.Settings().SetTheme(theme.New(mode(p)))
		sh.build()
		return
	}
	if sh.bar.lang != sh.s.Lang() {
		sh.build()
	}
}

func (sh *Shell) close() {
	size := sh.win.Canvas().Size()
	sh.s.SetPrefs(func(p *library.Prefs) {
		p.Width, p.Height, p.Page = size.Width, size.Height, sh.front
	})
	sh.s.Close()
	sh.win.Close()
}

// busyAfter is how long something may run before its progress is shown.
const busyAfter = 500 * time.Millisecond
