package formats

import (
	"context"
	"io"

	"tallyboard/internal/chart"
	"tallyboard/internal/document"
	"tallyboard/internal/fault"
	"tallyboard/internal/logkind"
	"tallyboard/internal/render/picture"
)

// Size of a chart saved as a picture, in points; a PNG has twice as many
// pixels, so that it is sharp in a chat and on paper.
const (
	pictureW, pictureH = 960, 480
	pictureScale       = 2
)

func writePNG(_ context.Context, w io.Writer, doc *document.Document, _ []*logkind.Log) error {
	s, err := firstChart(doc)
	if err != nil {
		return err
	}
	return picture.PNG(w, s, pictureScale)
}

func writeSVG(_ context.Context, w io.Writer, doc *document.Document, _ []*logkind.Log) error {
	s, err := firstChart(doc)
	if err != nil {
		return err
	}
	return picture.SVG(w, s)
}

func firstChart(doc *document.Document) (*chart.Scene, error) {
	c, ok := document.First[*document.Chart](doc)
	if !ok {
		return nil, fault.New("render.nochart", doc.Title)
	}
	return c.Chart.Layout(pictureW, pictureH, chart.Light, picture.Standard()), nil
}
