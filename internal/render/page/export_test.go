package page

import (
	"fmt"
	"strings"

	"tallyboard/internal/chart/charttest"
)

// Dump is pages as text: what is painted, charts as their box only.
func Dump(pages []*Page) string {
	var b strings.Builder
	for i, p := range pages {
		fmt.Fprintf(&b, "page %d %.1fx%.1f\n", i+1, p.W, p.H)
		for _, m := range p.Marks {
			fmt.Fprintf(&b, "mark %d %q %.1f\n", m.Level, m.Title, m.Y)
		}
		for _, x := range p.Prims {
			if pic, ok := x.(picture); ok {
				fmt.Fprintf(&b, "chart %.1f,%.1f %.1fx%.1f\n", pic.x, pic.y, pic.scene.W*pic.k, pic.scene.H*pic.k)
				continue
			}
			var r charttest.Recorder
			x.Paint(&r)
			b.WriteString(r.String())
		}
	}
	return b.String()
}
