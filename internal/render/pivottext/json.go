package pivottext

import (
	"encoding/json"
	"io"
	"math"

	"tallyboard/internal/lang"
	"tallyboard/internal/pivot"
	"tallyboard/internal/table"
)

type jsonResult struct {
	Spec      string        `json:"spec"`
	Rows      []jsonDim     `json:"rows"`
	Cols      []jsonDim     `json:"cols"`
	Values    []jsonValue   `json:"values"`
	Cells     []jsonCell    `json:"cells"`     // leaf × leaf
	Subtotals []jsonCell    `json:"subtotals"` // a subtotal on either side
	Totals    []jsonCell    `json:"totals"`    // a grand total on either side
	RowsUsed  int           `json:"rowsUsed"`
	RowsAll   int           `json:"rowsAll"`
	Warnings  []jsonWarning `json:"warnings"`
}

type jsonDim struct {
	Dim   string `json:"dim"`
	Title string `json:"title"`
	Type  string `json:"type"`
}

type jsonValue struct {
	Value string `json:"value"`
	Title string `json:"title"`
	Type  string `json:"type"`
	Ratio bool   `json:"ratio"`
	Unit  string `json:"unit,omitempty"`
}

// jsonCell has a label for each level; those of totals are shorter. A label is
// a text, null for blank, and {"other": true} for the rest of a top.
type jsonCell struct {
	Row    []any `json:"row"`
	Col    []any `json:"col"`
	Values []any `json:"values"` // numbers (durations in seconds), times and words as text, or null
	Rows   int64 `json:"rows"`   // how many rows are behind it
}

type jsonWarning struct {
	Kind string `json:"kind"`
	Text string `json:"text"`
}

// JSON writes a result with its totals as data, indented.
func JSON(w io.Writer, r *pivot.Result, l lang.Lang) error {
	out := jsonResult{Spec: r.Spec.String(), Rows: jsonDims(r.Rows), Cols: jsonDims(r.Cols),
		Values: []jsonValue{}, Cells: []jsonCell{}, Subtotals: []jsonCell{}, Totals: []jsonCell{},
		RowsUsed: r.RowsUsed, RowsAll: r.RowsAll, Warnings: []jsonWarning{}}
	for i, v := range r.Values {
		out.Values = append(out.Values, jsonValue{valueHead(r)[i], v.Title, v.Type.String(), v.Ratio, v.Unit})
	}
	for _, x := range r.Warnings {
		out.Warnings = append(out.Warnings, jsonWarning{x.Kind, x.Why(l)})
	}
	for i, row := range r.Rows.Members {
		for j, col := range r.Cols.Members {
			if !shown(r, i, j) {
				continue
			}
			c := jsonCell{jsonPath(row.Path), jsonPath(col.Path), jsonValues(r, i, j), r.CountAt(i, j)}
			switch {
			case total(r.Rows, row) || total(r.Cols, col):
				out.Totals = append(out.Totals, c)
			case row.Kind == pivot.Subtotal || col.Kind == pivot.Subtotal:
				out.Subtotals = append(out.Subtotals, c)
			default:
				out.Cells = append(out.Cells, c)
			}
		}
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	return enc.Encode(out)
}

// total reports whether a member sums up an axis; the only member of an axis
// without dimensions is a cell's own.
func total(a pivot.Axis, m pivot.Member) bool { return m.Kind == pivot.Grand && len(a.Dims) > 0 }

func jsonDims(a pivot.Axis) []jsonDim {
	out := []jsonDim{}
	for _, d := range a.Dims {
		out = append(out, jsonDim{d.Dim.String(), d.Title, d.Type.String()})
	}
	return out
}

func jsonPath(path []pivot.Label) []any {
	out := []any{}
	for _, m := range path {
		switch {
		case m.Missing:
			out = append(out, nil)
		case m.Other:
			out = append(out, map[string]bool{"other": true})
		default:
			out = append(out, m.Text)
		}
	}
	return out
}

func jsonValues(r *pivot.Result, row, col int) []any {
	out := []any{}
	for k, v := range r.Values {
		x, words := r.At(row, col, k), r.TextAt(row, col, k)
		switch {
		case words != "":
			out = append(out, words)
		case math.IsNaN(x) || math.IsInf(x, 0):
			out = append(out, nil)
		case v.Type == table.Time || v.Type == table.Clock:
			out = append(out, exact(v, x))
		default:
			out = append(out, x)
		}
	}
	return out
}
