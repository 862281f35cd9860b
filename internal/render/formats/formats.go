// Package formats is the catalogue of what a document can be saved as, by the
// ending of a file's name. The command line and the window both save by it.
package formats

import (
	"context"
	"io"
	"path/filepath"
	"strings"

	"tallyboard/internal/document"
	"tallyboard/internal/fault"
	"tallyboard/internal/logkind"
	"tallyboard/internal/render/csv"
	"tallyboard/internal/render/json"
	"tallyboard/internal/render/page"
	"tallyboard/internal/render/pdf"
	"tallyboard/internal/render/workbook"
)

// Format is one kind of file.
type Format struct {
	Ending string // with the dot, lower case; the name for people is the key "render.format.xlsx" and so on
	Write  func(ctx context.Context, w io.Writer, doc *document.Document, logs []*logkind.Log) error
}

// Catalogue lists the formats in the order in which they are offered.
var Catalogue = []Format{
	{".xlsx", workbook.Write},
	{".pdf", func(ctx context.Context, w io.Writer, doc *document.Document, _ []*logkind.Log) error {
		return pdf.Write(ctx, w, doc, pdf.Options{Page: page.Options{Turn: true}})
	}},
	{".csv", func(ctx context.Context, w io.Writer, doc *document.Document, _ []*logkind.Log) error {
		return csv.Write(ctx, w, doc)
	}},
	{".json", func(ctx context.Context, w io.Writer, doc *document.Document, _ []*logkind.Log) error {
		return json.Write(ctx, w, doc)
	}},
	{".png", writePNG},
	{".svg", writeSVG},
}

// Of finds the format of a path by its ending; the fault "render.ending" where
// there is none.
func Of(path string) (Format, error) {
	ending := strings.ToLower(filepath.Ext(path))
	for _, f := range Catalogue {
		if f.Ending == ending {
			return f, nil
		}
	}
	return Format{}, fault.New("render.ending", filepath.Base(path), Endings())
}

// Endings lists the endings for people: .xlsx .pdf .csv …
func Endings() string {
	var out []string
	for _, f := range Catalogue {
		out = append(out, f.Ending)
	}
	return strings.Join(out, " ")
}

// Save writes doc to path in the format of its ending. The file is replaced
// only when the new one is complete; logs give the data sheets of a workbook.
func Save(ctx context.Context, path string, doc *document.Document, logs []*logkind.Log) error {
	f, err := Of(path)
	if err != nil {
		return err
	}
	return SaveFile(path, func(w io.Writer) error { return f.Write(ctx, w, doc, logs) })
}
