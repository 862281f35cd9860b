package sheet

import (
	"context"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// TestBooks compares files that other programs wrote, in every format, with
// what openpyxl reads from them; testdata/make.py made both.
func TestBooks(t *testing.T) {
	wants, err := filepath.Glob("testdata/books/*.want")
	if err != nil || len(wants) == 0 {
		t.Fatal("no books: ", err)
	}
	for _, want := range wants {
		path := strings.TrimSuffix(want, ".want")
		t.Run(filepath.Base(path), func(t *testing.T) {
			text, err := os.ReadFile(want)
			if err != nil {
				t.Fatal(err)
			}
			b, err := Open(context.Background(), path, Options{})
			if err != nil {
				t.Fatal(err)
			}
			defer b.Close()
			if f := filepath.Ext(path)[1:]; b.Format != f {
				t.Errorf("taken for %s", b.Format)
			}
			at := -1
			cells := map[string]string{}
			check := func() {
				if at < 0 {
					return
				}
				g, err := b.Read(context.Background(), at, 0)
				if err != nil {
					t.Fatal(err)
				}
				compareCells(t, g, cells)
			}
			for line := range strings.Lines(string(text)) {
				line = strings.TrimSuffix(line, "\n")
				if name, ok := strings.CutPrefix(line, "# "); ok {
					check()
					at++
					clear(cells)
					name, hidden := strings.CutSuffix(name, " (hidden)")
					if at >= len(b.Sheets) || b.Sheets[at] != (Info{name, hidden}) {
						t.Fatalf("sheets %v, want %q at %d", b.Sheets, line, at)
					}
					continue
				}
				fields := strings.Split(line, "\t")
				for c, f := range fields[1:] {
					if f != "" {
						cells[fmt.Sprintf("R%sC%d", fields[0], c+1)] = f
					}
				}
			}
			check()
			if at != len(b.Sheets)-1 {
				t.Errorf("%d sheets, want %d", len(b.Sheets), at+1)
			}
		})
	}
}

// compareCells checks that a grid has exactly the given cells.
func compareCells(t *testing.T, g *Grid, want map[string]string) {
	t.Helper()
	n := 0
	for r, no := range g.RowNo {
		for c := range g.Cols {
			text := cellText(g, c, r)
			if text == "" {
				continue
			}
			n++
			at := fmt.Sprintf("R%dC%d", no, c+1)
			k := &g.Cols[c]
			got, form := text, formAt(g, c, r)
			switch {
			case k.Num != nil && k.Num[r] == k.Num[r] && form == FormBool:
				got = map[float64]string{1: "TRUE", 0: "FALSE"}[k.Num[r]]
				// LibreOffice passes truth on as a number.
				if w := map[string]string{"1.0": "TRUE", "0.0": "FALSE"}[want[at]]; w == got {
					continue
				}
			case k.Num != nil && k.Num[r] == k.Num[r]:
				// openpyxl rounds times to microseconds.
				if w, err := strconv.ParseFloat(want[at], 64); err == nil && math.Abs(w-k.Num[r]) <= math.Abs(w)*1e-10 {
					continue
				}
			case k.Form != nil && form == FormError:
				got = "!" + text
			default:
				w := ""
				if json.Unmarshal([]byte(want[at]), &w) == nil && w == text {
					continue
				}
			}
			if got != want[at] {
				t.Errorf("%s: got %q (form %d), want %s", at, got, form, want[at])
			}
		}
	}
	if n != len(want) {
		t.Errorf("%d cells, want %d", n, len(want))
	}
}
