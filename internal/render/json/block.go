package json

import (
	"fmt"

	"tallyboard/internal/document"
	"tallyboard/internal/lang"
)

type heading struct {
	Type  string `json:"type"`
	Level int    `json:"level"`
	ID    string `json:"id"`
	Text  string `json:"text"`
}

type text struct {
	Type string `json:"type"`
	Text string `json:"text"`
	Lead bool   `json:"lead"`
	Tone string `json:"tone,omitempty"`
}

type tiles struct {
	Type  string `json:"type"`
	Tiles []tile `json:"tiles"`
}

type tile struct {
	ID        string   `json:"id"`
	Label     string   `json:"label"`
	Help      string   `json:"help,omitempty"`
	Value     number   `json:"value"`
	Format    string   `json:"format"`
	Unit      string   `json:"unit,omitempty"`
	Shown     string   `json:"shown"`
	Previous  number   `json:"previous"`
	Change    number   `json:"change"`
	ChangeAbs bool     `json:"change_abs"`
	Better    int      `json:"better"`
	Tone      string   `json:"tone,omitempty"`
	Spark     []number `json:"spark,omitempty"`
}

type chartBlock struct {
	Type       string   `json:"type"`
	Kind       string   `json:"kind"`
	Title      string   `json:"title"`
	Unit       string   `json:"unit,omitempty"`
	Format     string   `json:"format"`
	Categories []string `json:"categories"`
	Series     []series `json:"series"`
}

type series struct {
	Name   string   `json:"name"`
	Values []number `json:"values"`
}

type table struct {
	Type    string   `json:"type"`
	ID      string   `json:"id"`
	Title   string   `json:"title"`
	Columns []column `json:"columns"`
	Rows    []row    `json:"rows"`
	Note    string   `json:"note,omitempty"`
	List    bool     `json:"list"`
}

type column struct {
	Title  string `json:"title"`
	Help   string `json:"help,omitempty"`
	Format string `json:"format"`
	Unit   string `json:"unit,omitempty"`
}

type row struct {
	Cells  []any `json:"cells"`
	Indent int   `json:"indent"`
	Total  bool  `json:"total"`
}

type note struct {
	Type    string `json:"type"`
	Text    string `json:"text"`
	Tone    string `json:"tone,omitempty"`
	Missing string `json:"missing,omitempty"`
	Log     string `json:"log,omitempty"`
}

type pageBreak struct {
	Type string `json:"type"`
}

// block is a block as data.
func block(b document.Block, l lang.Lang) any {
	switch b := b.(type) {
	case *document.Heading:
		return heading{"heading", b.Level, b.ID, b.Text}
	case *document.Text:
		return text{"text", b.Text, b.Lead, tones[b.Tone]}
	case *document.Tiles:
		out := tiles{"tiles", []tile{}}
		for _, t := range b.Tiles {
			out.Tiles = append(out.Tiles, tile{t.ID, t.Label, t.Help, number(t.Value), kind(t.Format), t.Format.Unit,
				t.Format.Full(t.Value, l), number(t.Previous), number(t.Change), t.ChangeAbs, t.Better, tones[t.Tone], numbers(t.Spark)})
		}
		return out
	case *document.Chart:
		c := b.Chart
		out := chartBlock{"chart", string(c.Kind), c.Title, c.Unit, kind(c.Format), append([]string{}, c.Categories...), []series{}}
		for _, s := range c.Series {
			out.Series = append(out.Series, series{s.Name, numbers(s.Values)})
		}
		return out
	case *document.Table:
		return tableOf(b.InFull(l))
	case *document.Note:
		return note{"note", b.Text, tones[b.Tone], b.Missing, b.Log}
	case *document.PageBreak:
		return pageBreak{"page_break"}
	}
	panic(fmt.Sprintf("json: a block of type %T", b))
}

func tableOf(t *document.Table) table {
	out := table{Type: "table", ID: t.ID, Title: t.Title, Columns: []column{}, Rows: []row{}, Note: t.Note, List: t.List}
	for _, c := range t.Columns {
		out.Columns = append(out.Columns, column{c.Title, c.Help, kind(c.Format), c.Format.Unit})
	}
	for _, r := range t.Rows {
		x := row{Indent: r.Indent, Total: r.Total, Cells: []any{}}
		for j, c := range r.Cells {
			x.Cells = append(x.Cells, cell(c, t.Columns[j].Format))
		}
		out.Rows = append(out.Rows, x)
	}
	return out
}
