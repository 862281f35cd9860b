package picture

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"tallyboard/internal/chart"
	"tallyboard/internal/chart/charttest"
)

var gallery = flag.String("gallery", "", "write every sample chart as PNG and SVG to this folder, to be looked at")

// TestGallery writes the sample charts where a person can look at them.
func TestGallery(t *testing.T) {
	if *gallery == "" {
		t.Log("no -gallery folder given: nothing written")
		return
	}
	write := func(name string, s *chart.Scene) {
		f, err := os.Create(filepath.Join(*gallery, name+".png"))
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		if err := PNG(f, s, 1); err != nil {
			t.Fatal(err)
		}
		v, err := os.Create(filepath.Join(*gallery, name+".svg"))
		if err != nil {
			t.Fatal(err)
		}
		defer v.Close()
		if err := SVG(v, s); err != nil {
			t.Fatal(err)
		}
	}
	fonts := Standard()
	for _, s := range charttest.Samples() {
		write(s.Name, s.Chart.Layout(640, 340, chart.Light, fonts))
		write(s.Name+"-dark", s.Chart.Layout(640, 340, chart.Dark, fonts))
		write(s.Name+"-small", s.Chart.Layout(300, 180, chart.Light, fonts))
		write(s.Name+"-large", s.Chart.Layout(1200, 600, chart.Light, fonts))
	}
	for _, s := range append(charttest.Samples(), charttest.Nasty()...) {
		write("tile-"+s.Name, s.Chart.Layout(320, 200, chart.Light, fonts))
		write("tile-dark-"+s.Name, s.Chart.Layout(320, 200, chart.Dark, fonts))
		write("huge-"+s.Name, s.Chart.Layout(2200, 1200, chart.Light, fonts))
		write("huge-dark-"+s.Name, s.Chart.Layout(2200, 1200, chart.Dark, fonts))
	}
}
