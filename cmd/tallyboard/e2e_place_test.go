package main

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"tallyboard/internal/lang"
)

// A sheet whose header is taken for another row is dropped; the header is
// dragged with the real pointer, the columns change before anything is applied,
// and a remark leads to its cell.
func TestHeaderIsDraggedInTheWindow(t *testing.T) {
	if testing.Short() {
		t.Log("left out: the end-to-end test needs a virtual display")
		return
	}
	for locale, l := range map[string]lang.Lang{"zh": lang.ZH, "en": lang.EN} {
		t.Run(locale, func(t *testing.T) { dragHeader(t, locale, l) })
	}
}

func dragHeader(t *testing.T, locale string, l lang.Lang) {
	var b strings.Builder
	b.WriteString("agent,shop,type,region\nwho,pieces,stuff,corner\n")
	for i := range 40 {
		n := strconv.Itoa(i)
		if i == 20 {
			n = "plenty"
		}
		b.WriteString("Ann," + n + ",x,east\nBob," + n + ",y,west\n")
	}
	file := filepath.Join(t.TempDir(), "shops.csv")
	if err := os.WriteFile(file, []byte(b.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	p := startProgram(t, words[locale]["locale"])
	p.await(words[locale]["drop"])
	p.drop(file)
	p.awaitTrace("load")
	p.key("ctrl+2")
	p.click(l.T("data.view.sheet"))
	read := func(rows string) string { return l.T("data.raw.note", "4", rows) }
	p.await(read("81"))
	p.shot(locale + "-place-1-found")

	x, y := p.headFoot()
	p.must("xdotool", "mousemove", x, at(y, -12), "sleep", "0.3", "mousedown", "1", "sleep", "0.2",
		"mousemove", x, at(y, -2), "sleep", "0.1", "mousemove", x, at(y, 8), "sleep", "0.1", "mousemove", x, at(y, 16))
	p.await(read("80"))
	p.shot(locale + "-place-2-dragged")
	p.must("xdotool", "mouseup", "1")
	p.click(l.T("data.raw.apply"))
	p.awaitTrace("load")
	p.click(l.T("data.view.columns"))
	p.await("pieces")
	p.shot(locale + "-place-3-applied")

	p.click(l.T("data.row", "43") + " · plenty")
	p.await("B43")
	p.await(l.T("data.spot.open"))
	p.shot(locale + "-place-4-cell")
}

// headFoot is the middle of the line under the header, the longest of the frame.
func (p *program) headFoot() (x, y string) {
	p.t.Helper()
	const accent = 0x2563EB
	was := ""
	found := p.until("the frame at rest", func() string {
		now := longestRun(p.screen(), accent)
		if now != was {
			was = now
			return ""
		}
		return now
	})
	x, y, _ = strings.Cut(found, " ")
	return x, y
}

// at is a pixel so far below another.
func at(y string, below int) string {
	n, err := strconv.Atoi(y)
	if err != nil {
		return y
	}
	return strconv.Itoa(n + below)
}
