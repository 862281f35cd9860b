package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// A report's PDF is for the paper, the scale and the chart that the flags ask
// for; a chart alone lies on one page turned to landscape, unless told not to.
func TestPDFIsWhatTheFlagsAsk(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "calls.csv")
	var b strings.Builder
	b.WriteString("call time,agent,call type,resolved\n")
	for i := range 90 {
		b.WriteString("2026-11-0" + strconv.Itoa(1+i%8) + " 1" + strconv.Itoa(i%9) + ":00," + []string{"Ann,Refund,Y\n", "Bob,Delivery,N\n", "Cid,Invoice,Y\n"}[i%3])
	}
	if err := os.WriteFile(path, []byte(b.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	const upright, wide = "/MediaBox [0 0 595.28 841.89]", "/MediaBox [0 0 841.89 595.28]"
	pages := map[string]int{}
	for _, c := range []struct {
		name, box string
		args      []string
		one       bool
	}{
		{"whole", upright, nil, false},
		{"half", upright, []string{"--scale", "50"}, false},
		{"large", upright, []string{"--scale", "150%"}, false},
		{"chart", wide, []string{"--chart", "1"}, true},
		{"chart upright", upright, []string{"--chart", "1", "--landscape=false"}, true},
		{"large chart", wide, []string{"--chart", "1", "--scale", "150"}, true},
	} {
		out := filepath.Join(dir, c.name+".pdf")
		if _, errs, code := cli(t, append([]string{"report", "overview", path, "-o", out}, c.args...)...); code != exitDone {
			t.Fatalf("%s: status %d %s", c.name, code, errs)
		}
		pdf, err := os.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		pages[c.name] = bytes.Count(pdf, []byte("/Type /Page\n"))
		if !bytes.Contains(pdf, []byte(c.box)) || c.one && pages[c.name] != 1 {
			t.Errorf("%s: %d pages, without %s", c.name, pages[c.name], c.box)
		}
	}
	if pages["half"] > pages["whole"] || pages["whole"] > pages["large"] || pages["half"] == pages["large"] {
		t.Errorf("pages at each scale: %v", pages)
	}
}
