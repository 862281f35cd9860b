// Package json writes a document as data for other programs: its blocks in
// order with stable field names, numbers as numbers, missing values as null.
package json

import (
	"context"
	"encoding/json"
	"io"
	"math"

	"tallyboard/internal/display"
	"tallyboard/internal/document"
	"tallyboard/internal/lang"
)

// Write writes doc, indented.
func Write(ctx context.Context, w io.Writer, doc *document.Document) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	out := file{
		ID: doc.ID, Title: doc.Title, Question: doc.Question, Shop: doc.Shop, Period: doc.Period,
		Compared: doc.Compared, Lang: doc.Lang, Sources: doc.Sources, Blocks: []any{},
	}
	if out.Sources == nil {
		out.Sources = []string{}
	}
	for _, b := range doc.Blocks {
		out.Blocks = append(out.Blocks, block(b, doc.Lang))
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(out)
}

type file struct {
	ID       string    `json:"id"`
	Title    string    `json:"title"`
	Question string    `json:"question"`
	Shop     string    `json:"shop"`
	Period   string    `json:"period"`
	Compared string    `json:"compared"`
	Lang     lang.Lang `json:"lang"`
	Sources  []string  `json:"sources"`
	Blocks   []any     `json:"blocks"`
}

// number is a JSON number, or null where there is none.
type number float64

func (n number) MarshalJSON() ([]byte, error) {
	if f := float64(n); math.IsNaN(f) || math.IsInf(f, 0) {
		return []byte("null"), nil
	}
	return json.Marshal(float64(n))
}

func numbers(v []float64) []number {
	out := make([]number, len(v))
	for i, x := range v {
		out[i] = number(x)
	}
	return out
}

var kinds = [...]string{"count", "decimal", "percent", "money", "duration", "date", "datetime", "clock", "text"}

func kind(f display.Format) string { return kinds[f.Kind] }

var tones = [...]string{"", "good", "warning", "bad"}

// cell is words as a string, a number as a number, a date as its ISO text.
func cell(c document.Cell, f display.Format) any {
	if c.Text != "" {
		return c.Text
	}
	switch f.Kind {
	case display.Date, display.DateTime, display.Clock:
		if !math.IsNaN(c.Num) {
			return f.Bare(c.Num, lang.EN)
		}
	case display.Text:
		if math.IsNaN(c.Num) {
			return nil
		}
	}
	return number(c.Num)
}
