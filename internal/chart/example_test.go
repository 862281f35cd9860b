package chart_test

import (
	"fmt"

	"tallyboard/internal/chart"
	"tallyboard/internal/chart/charttest"
)

// A chart is plain data; laid out for a size it is a scene, which any canvas
// paints and which tells what is under the pointer.
func Example() {
	c := &chart.Chart{
		Kind: chart.Bar, Title: "咨询类型", Parts: true, Lang: "zh",
		Categories: []string{"催单", "退款", "咨询"},
		Series:     []chart.Series{{Name: "接待量", Values: []float64{620, 300, 80}}},
	}
	scene := c.Layout(300, 120, chart.Light, charttest.Fixed{})
	hit := scene.At(150, 55)
	fmt.Println(hit.Title, hit.Lines)
	// Output: 催单 [接待量：620 占比：62.0%]
}
