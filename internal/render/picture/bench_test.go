package picture

import (
	"image"
	"strings"
	"testing"

	"tallyboard/internal/chart"
	"tallyboard/internal/chart/charttest"
)

// BenchmarkChart lays each sample out and draws it at 1200×600.
func BenchmarkChart(b *testing.B) {
	img := image.NewRGBA(image.Rect(0, 0, 1200, 600))
	for _, s := range append(charttest.Samples(), charttest.Nasty()...) {
		if strings.Contains(s.Name, "-") && !strings.HasSuffix(s.Name, "200") {
			continue
		}
		b.Run("chart="+s.Name, func(b *testing.B) {
			for b.Loop() {
				Draw(img, s.Chart.Layout(1200, 600, chart.Light, Standard()), 1, Standard())
			}
		})
	}
}

// BenchmarkHover asks which mark is under the pointer, all over a chart.
func BenchmarkHover(b *testing.B) {
	for _, s := range append(charttest.Samples(), charttest.Nasty()...) {
		if strings.Contains(s.Name, "-") && !strings.HasSuffix(s.Name, "200") {
			continue
		}
		scene := s.Chart.Layout(1200, 600, chart.Light, Standard())
		b.Run("chart="+s.Name, func(b *testing.B) {
			x := 0.0
			for b.Loop() {
				scene.At(x, 300)
				if x += 7; x > 1200 {
					x = 0
				}
			}
		})
	}
}

// BenchmarkGrid writes a screen of table cells, as the data grid does for each
// frame.
func BenchmarkGrid(b *testing.B) {
	img := image.NewRGBA(image.Rect(0, 0, 1200, 600))
	f := chart.Font{Size: 13, Color: chart.Light.Text}
	words := []string{"浙江省杭州市余杭区文一西路", "12,408", "退款退货", "2026-11-02 09:03", "Technical Support", "¥1,902,487.15"}
	for b.Loop() {
		p := NewPainter(img, 1, Standard())
		p.Fill(0, 0, 1200, 600, chart.Light.Surface)
		for y := 0.0; y < 600; y += 28 {
			for x := 0.0; x < 1200; x += 100 {
				p.Cell(x+8, y, 84, 28, words[int(x/100+y/28)%len(words)], f, 0)
				p.Fill(x, y, 1, 28, chart.Light.Line)
			}
			p.Fill(0, y, 1200, 1, chart.Light.Line)
		}
	}
}
