package report

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"tallyboard/internal/derive"
	"tallyboard/internal/document"
	"tallyboard/internal/lang"
	"tallyboard/internal/logkind"
	"tallyboard/internal/logkind/logtest"
	"tallyboard/internal/pivot"
)

// sheet builds a log from text; see logtest.Sheet.
func sheet(name string, kind logkind.Kind, text string) *logkind.Log {
	return logtest.Sheet(name, kind, text)
}

// at reads "03-02 10:00" of 2026 or a part of it; "" is missing.
func at(s string) float64 { return logtest.At(s) }

// make builds a report and fails on anything that a person should not see.
func makeReport(t *testing.T, id string, in Input) *document.Document {
	t.Helper()
	if in.Engine == nil {
		in.Engine = pivot.Memory()
	}
	if in.Lang == "" {
		in.Lang = lang.EN
	}
	doc, err := Build(context.Background(), id, in)
	if err != nil {
		t.Fatal(err)
	}
	for _, bad := range doc.Validate() {
		t.Errorf("%s: %s", id, bad)
	}
	checkRefs(t, in, doc)
	return doc
}

// checkRefs follows every figure of a plain count to its rows: there must be as
// many as it says, and for every other figure at least one.
func checkRefs(t *testing.T, in Input, doc *document.Document) {
	t.Helper()
	logs, err := derive.Complete(context.Background(), in.Logs, derive.Default(), in.Lang)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range doc.Figures() {
		i := slices.IndexFunc(logs, func(l *logkind.Log) bool { return l.Name == f.Ref.Log })
		if i < 0 {
			t.Errorf("%s: %s leads to a log %q that there is not", doc.ID, f.Label, f.Ref.Log)
			continue
		}
		rows, err := in.Engine.Behind(context.Background(), logs[i], pivot.Spec{Where: f.Ref.Where}, nil, nil)
		if err != nil {
			t.Errorf("%s: %s: %v", doc.ID, f.Label, err)
		} else if len(rows) == 0 && f.Value > 0 {
			t.Errorf("%s: %s = %v has no rows behind it: %v", doc.ID, f.Label, f.Value, f.Ref.Where)
		}
	}
}

// says checks which words a dumped report has, and which it has not.
func says(t *testing.T, report, got string, has, not []string) {
	t.Helper()
	for _, s := range has {
		if !strings.Contains(got, s) {
			t.Errorf("%s: %q is missing from\n%s", report, s, got)
		}
	}
	for _, s := range not {
		if strings.Contains(got, s) {
			t.Errorf("%s: %q stands in\n%s", report, s, got)
		}
	}
}

// dump is a document as text, for goldens and for reading a failure.
func dump(d *document.Document) string {
	var s strings.Builder
	fmt.Fprintf(&s, "# %s | %s | %s vs %q\n", d.Title, d.Question, d.Period, d.Compared)
	for _, b := range d.Blocks {
		switch b := b.(type) {
		case *document.Heading:
			fmt.Fprintf(&s, "%s %s [%s]\n", strings.Repeat("#", b.Level), b.Text, b.ID)
		case *document.Text:
			fmt.Fprintf(&s, "text lead=%v: %s\n", b.Lead, b.Text)
		case *document.Note:
			fmt.Fprintf(&s, "note tone=%d missing=%q: %s\n", b.Tone, b.Missing, b.Text)
		case *document.PageBreak:
			s.WriteString("-----\n")
		case *document.Tiles:
			for _, x := range b.Tiles {
				fmt.Fprintf(&s, "tile %s: %s (was %s) tone=%d spark=%v\n", x.Label, x.Format.Full(x.Value, d.Lang), x.Format.Full(x.Previous, d.Lang), x.Tone, floats(x.Spark))
			}
		case *document.Chart:
			fmt.Fprintf(&s, "chart %s %q %v\n", b.Chart.Kind, b.Chart.Title, b.Chart.Categories)
			for _, x := range b.Chart.Series {
				fmt.Fprintf(&s, "   %s (%s): %v\n", x.Name, x.Key, floats(x.Values))
			}
		case *document.Table:
			fmt.Fprintf(&s, "table %s %q list=%v\n", b.ID, b.Title, b.List)
			var heads []string
			for _, c := range b.Columns {
				heads = append(heads, c.Title)
			}
			fmt.Fprintf(&s, "   %s\n", strings.Join(heads, " | "))
			for _, r := range b.Rows {
				fmt.Fprintf(&s, "   %s%s\n", strings.Repeat("  ", r.Indent), rowText(b, r, d.Lang))
			}
			if b.Note != "" {
				fmt.Fprintf(&s, "   (%s)\n", b.Note)
			}
		}
	}
	return s.String()
}

// floats are numbers without the last bits, which depend on the order of sums.
func floats(list []float64) string {
	out := make([]string, len(list))
	for i, v := range list {
		out[i] = strconv.FormatFloat(v, 'g', 6, 64)
	}
	return "[" + strings.Join(out, " ") + "]"
}

var marks = map[document.Tone]string{document.Good: " [good]", document.Warning: " [short]", document.Bad: " [bad]"}

func rowText(t *document.Table, r document.Row, l lang.Lang) string {
	var out []string
	for i, c := range r.Cells {
		s := c.Text
		if s == "" {
			s = t.Columns[i].Format.Full(c.Num, l)
		}
		out = append(out, s+marks[c.Tone])
	}
	return strings.Join(out, " | ")
}

func num(n int) string { return strconv.Itoa(n) }

// at0 is the inverse of at.
func at0(t float64) string {
	return time.Unix(int64(t), 0).UTC().Format("01-02 15:04:05")
}
