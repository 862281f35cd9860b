package page

import (
	"tallyboard/internal/chart"
	"tallyboard/internal/document"
)

// sizeRead is the smallest type in which a table is read without effort.
const sizeRead = 7.0

// turned is o with the paper laid across where o leaves that to the tables and
// at least half of them gain by it.
func (o Options) turned(doc *document.Document, m chart.Measurer) Options {
	if !o.Turn || o.Landscape || o.Endless {
		return o
	}
	wide := o
	wide.Landscape = true
	tables, gain := 0, 0
	for t := range document.Of[*document.Table](doc.Blocks) {
		t = t.Paged(doc.Lang)
		tables++
		upright := o.gridsOn(doc, t, m)
		if len(upright) == 1 && upright[0].size >= sizeRead {
			continue
		}
		across := wide.gridsOn(doc, t, m)
		if len(across) < len(upright) || len(across) == len(upright) && across[0].size > upright[0].size {
			gain++
		}
	}
	if gain > 0 && 2*gain >= tables {
		return wide
	}
	return o
}

// gridsOn are the parts of a table on such paper.
func (o Options) gridsOn(doc *document.Document, t *document.Table, m chart.Measurer) []grid {
	paper := o.filled()
	return newLayout(doc, paper.shrunk(paper.magnification()), m).grids(t)
}

// Wide reports whether pages lie across.
func Wide(pages []*Page) bool { return len(pages) > 0 && pages[0].W > pages[0].H }
