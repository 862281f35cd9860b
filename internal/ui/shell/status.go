package shell

import (
	"strconv"
	"time"

	"tallyboard/internal/display"
	"tallyboard/internal/document"
	"tallyboard/internal/lang"
)

// busy shows in the status line what has been running for longer than a moment.
type busy struct{ timer *time.Timer }

// ticker is a page that shows the progress of what is running.
type ticker interface{ Tick() }

// watch looks now, and as long as something runs ten times a second again; at
// rest nothing ticks.
func (b *busy) watch(sh *Shell) {
	if t, ok := sh.pages[sh.front].(ticker); ok {
		t.Tick()
	}
	jobs := sh.s.Running()
	if len(jobs) == 0 {
		sh.status.Done()
		return
	}
	j := jobs[0]
	if time.Since(j.Since) >= busyAfter {
		sh.status.Run(j.Name, j.Part, func() { sh.s.CancelTask(j.Slot) })
	}
	if b.timer != nil {
		b.timer.Stop()
	}
	b.timer = time.AfterFunc(100*time.Millisecond, func() { sh.s.Post(func() { b.watch(sh) }) })
}

// showNotice says the newest sentence in the status line.
func (sh *Shell) showNotice() {
	n := sh.s.Notice()
	tone, link := document.Good, ""
	var follow func()
	switch {
	case n.Bad && n.Do == nil && len(sh.s.Failures()) > 0 && len(sh.s.Logs()) > 0:
		tone, link, follow = document.Warning, sh.s.T("shell.look"), sh.showFailures
	case n.Bad:
		tone, link, follow = document.Bad, n.Act, n.Do
	case n.Do != nil:
		tone, link, follow = document.Neutral, n.Act, n.Do
	case n.Path != "":
		link, follow = sh.s.T("shell.openfile"), func() { sh.openOutside(n.Path) }
	case sh.s.Log() != nil && sh.s.Log().Warnings.Total() > 0:
		link, follow = sh.s.T("shell.look"), func() { sh.Go("data") }
	}
	text := n.Text
	if text == "" {
		tone, text = document.Neutral, sh.s.T("shell.ready")
	}
	sh.status.Say(tone, text, link, follow)
	undo := ""
	if n.Undo != nil {
		undo = sh.s.T("session.undo")
	}
	sh.status.Also(undo, n.Undo)
}

func itoa(i int) string { return strconv.Itoa(i) }

func atoi(s string) int {
	i, err := strconv.Atoi(s)
	if err != nil {
		return -1
	}
	return i
}

func count(n int, l lang.Lang) string {
	return display.Format{Kind: display.Count}.Full(float64(n), l)
}
