package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"text/tabwriter"

	"tallyboard/internal/display"
	"tallyboard/internal/fault"
	"tallyboard/internal/ingest"
	"tallyboard/internal/lang"
	"tallyboard/internal/session"
	"tallyboard/internal/table"
)

// inspect tells what was found in files.
func inspect(ctx context.Context, c *call) error {
	logs, err := c.load(ctx, c.flags.Args())
	if err != nil {
		return err
	}
	if c.sub.json {
		e := json.NewEncoder(c.stdout)
		e.SetIndent("", "  ")
		e.SetEscapeHTML(false)
		return e.Encode(inspection(logs, c.lang))
	}
	for i, l := range logs {
		if i > 0 {
			fmt.Fprintln(c.stdout)
		}
		if err := tell(c.stdout, l, c.lang); err != nil {
			return err
		}
	}
	return nil
}

type inspectedLog struct {
	Name       string            `json:"name"`
	Kind       string            `json:"kind"`
	KindTitle  string            `json:"kindTitle"`
	KindReason string            `json:"kindReason"`
	Confidence float64           `json:"confidence"`
	Rows       int               `json:"rows"`
	Files      []inspectedFile   `json:"files"`
	Columns    []inspectedColumn `json:"columns"`
	Problems   []problem         `json:"problems"`
	Counts     map[string]int    `json:"problemCounts"`
}

type inspectedFile struct {
	Path      string         `json:"path"`
	Format    string         `json:"format"`
	Encoding  string         `json:"encoding,omitempty"`
	Sheet     string         `json:"sheet,omitempty"`
	Sheets    []string       `json:"sheets,omitempty"`
	HeaderRow int            `json:"headerRow"`
	Rows      int            `json:"rows"`
	LeftOut   ingest.LeftOut `json:"leftOut"`
}

type inspectedColumn struct {
	Name       string   `json:"name"`
	Type       string   `json:"type"`
	TypeReason string   `json:"typeReason,omitempty"`
	Role       string   `json:"role,omitempty"`
	RoleReason string   `json:"roleReason,omitempty"`
	Confidence float64  `json:"confidence,omitempty"`
	Blanks     int      `json:"blanks"`
	Distinct   int      `json:"distinct"`
	Min        string   `json:"min,omitempty"`
	Max        string   `json:"max,omitempty"`
	Samples    []string `json:"samples,omitempty"`
}

type problem struct {
	Kind   string `json:"kind"`
	Class  string `json:"class"` // unread, left or hint
	File   string `json:"file"`
	Sheet  string `json:"sheet,omitempty"`
	Row    int    `json:"row,omitempty"`
	Column int    `json:"column,omitempty"`
	Cell   string `json:"cell,omitempty"`
	Name   string `json:"name,omitempty"`
	Text   string `json:"text,omitempty"`
	Why    string `json:"why"`
	Count  int    `json:"count"` // cells or rows that the line stands for
}

func inspection(logs []*ingest.Log, l lang.Lang) []inspectedLog {
	out := make([]inspectedLog, 0, len(logs))
	for _, g := range logs {
		il := inspectedLog{Name: g.Name, Kind: string(g.Kind), KindTitle: l.T("kind." + string(g.Kind)), Rows: g.Table.Rows,
			Counts: map[string]int{}, Problems: []problem{}}
		for _, k := range g.Kinds {
			if k.Kind == g.Kind {
				il.Confidence, il.KindReason = k.Confidence, k.Reason.Text(l)
			}
		}
		for _, f := range g.Files {
			jf := inspectedFile{Path: f.Path, Format: f.Format, Encoding: f.Encoding, Sheet: f.Sheet, HeaderRow: f.HeaderRow, Rows: f.Rows, LeftOut: f.LeftOut}
			for _, s := range f.Sheets {
				jf.Sheets = append(jf.Sheets, s.Name)
			}
			il.Files = append(il.Files, jf)
		}
		for _, c := range g.Columns {
			jc := inspectedColumn{Name: c.Name, Type: c.Type.String(), TypeReason: c.TypeReason.Text(l), Role: string(c.Role),
				RoleReason: c.RoleReason.Text(l), Confidence: c.Confidence, Blanks: c.Blanks, Distinct: c.Distinct, Samples: c.Samples}
			jc.Min, jc.Max = bounds(c, l)
			il.Columns = append(il.Columns, jc)
		}
		for _, list := range []fault.List{g.Warnings, g.Left} {
			for kind, n := range list.Counts {
				il.Counts[kind] += n
			}
			for _, w := range list.Items {
				p := problem{Kind: w.Kind, Class: string(ingest.ClassOf(w.Kind)), File: w.File, Sheet: w.Sheet, Row: w.Row, Column: w.Col, Name: w.Name, Text: w.Text, Why: w.Why(l), Count: w.Count}
				if w.Row > 0 && w.Col > 0 {
					p.Cell = cellName(w.Row, w.Col)
				}
				il.Problems = append(il.Problems, p)
			}
		}
		out = append(out, il)
	}
	return out
}

func bounds(c ingest.Column, l lang.Lang) (lo, hi string) {
	if c.Type.Coded() || c.Min != c.Min {
		return "", ""
	}
	f := display.Format{Kind: display.Decimal, Decimals: 2}
	switch c.Type {
	case table.Time:
		f.Kind = display.DateTime
	case table.Clock:
		f.Kind = display.Clock
	case table.Duration:
		f.Kind = display.Duration
	}
	return f.Full(c.Min, l), f.Full(c.Max, l)
}

// tell writes an inspection for eyes.
func tell(w io.Writer, g *ingest.Log, l lang.Lang) error {
	fmt.Fprintf(w, "%s — %s", g.Name, l.T("kind."+string(g.Kind)))
	for _, k := range g.Kinds {
		if k.Kind == g.Kind {
			if why := k.Reason.Text(l); why != "" {
				fmt.Fprintf(w, " (%s)", why)
			}
		}
	}
	fmt.Fprintf(w, "\n%s\n", session.Summary([]*ingest.Log{g}, l))
	if p := session.PeriodOf([]*ingest.Log{g}, l); p != "" {
		fmt.Fprintln(w, p)
	}
	for _, f := range g.Files {
		fmt.Fprintf(w, "  %s  %s %s %s  %s\n", f.Path, f.Format, f.Encoding, f.Sheet, l.T("cli.headerrow", f.HeaderRow, f.Rows))
	}
	tw := tabwriter.NewWriter(w, 2, 4, 2, ' ', 0)
	for _, c := range g.Columns {
		role := ""
		if c.Role != "" {
			role = l.T("role." + string(c.Role))
		}
		fmt.Fprintf(tw, "  %s\t%s\t%s\t%s\n", c.Name, c.Type, role, c.RoleReason.Text(l))
	}
	if err := tw.Flush(); err != nil {
		return err
	}
	for _, list := range []fault.List{g.Warnings, g.Left} {
		for _, g := range grouped(list) {
			fmt.Fprintln(w, "  ! "+g.text(l))
		}
	}
	return nil
}
