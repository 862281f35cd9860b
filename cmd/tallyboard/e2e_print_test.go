package main

import (
	"bytes"
	"os"
	"testing"

	"tallyboard/internal/lang"
)

// On the real window the chart of Explore is chosen in the preview alone, and
// saved as a PDF: one page turned to landscape.
func TestPrintsAChartAlone(t *testing.T) {
	if testing.Short() {
		t.Log("left out: the end-to-end test needs a virtual display")
		return
	}
	l := lang.ZH
	p := startProgram(t, words["zh"]["locale"], sampleFiles(t)[0])
	p.awaitTrace("report")
	p.key("ctrl+3")
	p.await(words["zh"]["add filter"])
	p.key("ctrl+p")
	p.click(l.T("print.what.both"))
	p.click(l.T("print.what.chart"))
	p.shot("print-chart")
	p.click(l.T("print.pdf"))
	pdf, err := os.ReadFile(p.awaitFile("*.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	if n := bytes.Count(pdf, []byte("/Type /Page\n")); n != 1 || !bytes.Contains(pdf, []byte("/MediaBox [0 0 841.89 595.28]")) {
		t.Errorf("%d pages, or not in landscape", n)
	}
}
