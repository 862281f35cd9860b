package session

import (
	"maps"
	"math"
	"slices"

	"tallyboard/internal/chart"
	"tallyboard/internal/display"
	"tallyboard/internal/document"
	"tallyboard/internal/kpi"
	"tallyboard/internal/pivot"
)

// viewID is the id of the document of what Explore shows.
const viewID = "view"

// ViewDocument is what Explore shows as a document, for export and print; nil
// before there is a result. Hidden are the series that the legend has switched
// off.
func (s *Session) ViewDocument(hidden ...string) *document.Document {
	r, l := s.result.value, s.log()
	if r == nil || l == nil {
		return nil
	}
	title := Sentence(r, s.Lang())
	doc := &document.Document{ID: viewID, Title: title, Lang: s.Lang(), Shop: s.prefs.Shop, Sources: []string{l.Name},
		Period: PeriodOf(s.Logs()[s.current:s.current+1], s.Lang())}
	now, kept := pivot.PeriodOf(&l.Log.Log, r.Spec.Where)
	if !now.All() {
		doc.Period = display.Span(now.From, now.To-1, s.Lang(), true)
	}
	doc.Blocks = append(doc.Blocks, &document.Heading{Level: 1, Text: l.Name, ID: viewID})
	if filters := FilterTexts(pivot.Spec{Where: kept}, s.Lang()); len(filters) > 0 {
		doc.Blocks = append(doc.Blocks, &document.Text{Text: s.T("explore.filtered", s.Lang().List(filters))})
	}
	if c := s.Chart(); c != nil {
		c.Title = title // a picture of it stands alone
		if z := s.Zoomed(); z != "" {
			c.Title += " · " + z
		}
		c.Series = slices.Clone(c.Series)
		for i := range c.Series {
			c.Series[i].Hidden = c.Series[i].Hidden || slices.Contains(hidden, c.Series[i].Name)
		}
		doc.Blocks = append(doc.Blocks, &document.Chart{Chart: c})
	}
	v := l.view.now()
	v.Table.Folded, v.Table.FoldedCols = s.foldedRows, s.foldedCols
	t := document.FromPivot(r, s.Lang(), v.Table, judgeOf(s.judges(l, v)))
	t.Title = title
	doc.Blocks = append(doc.Blocks, t)
	return doc
}

// SetFolded remembers which members of the table are folded, by
// document.PathKey, for what is exported and printed.
func (s *Session) SetFolded(rows, cols map[string]bool) {
	s.foldedRows, s.foldedCols = maps.Clone(rows), maps.Clone(cols)
}

// Chart draws the current result; nil before there is one, or where there is
// nothing to draw.
func (s *Session) Chart() *chart.Chart {
	l := s.log()
	if s.chart == nil || l == nil || s.result.value == nil {
		return nil
	}
	return s.dress(s.chart, s.result.value, l, l.view.now())
}

// dress gives a drawn result what belongs to its view: colours, the reference
// line, the remarks.
func (s *Session) dress(drawn *chart.Chart, r *pivot.Result, l *logState, v View) *chart.Chart {
	c := *drawn
	c.Colours = s.colours
	if m, ok := s.line(&c, l, v); ok {
		c.Marks = []chart.Mark{m}
	}
	c.Notes = notesOn(&c, r, v.Notes)
	if from, to, ok := stretch(&c, r, v.Zoom); ok {
		return c.Between(from, to)
	}
	return &c
}

// Goal is the standard value of the KPI that is looked at first; NaN where it
// is none, or shown as something else.
func (s *Session) Goal() float64 { return goalOf(s.Judges()) }

func goalOf(js []*Judge) float64 {
	if len(js) > 0 && js[0] != nil {
		return js[0].Levels.Standard
	}
	return math.NaN()
}

// Judge tells good numbers of a KPI from bad ones.
type Judge struct {
	*kpi.KPI
	Levels kpi.Levels
}

// Verdict judges a number that was computed from so many rows.
func (j *Judge) Verdict(v float64, rows int64) kpi.Verdict { return j.Judge(v, rows, j.Levels) }

// tones are the colours of verdicts; what is up to the standard needs none.
var tones = map[kpi.Verdict]document.Tone{kpi.Excellent: document.Good, kpi.Short: document.Warning, kpi.FarShort: document.Bad}

// TableJudge colours the numbers of the current view by the standards of KPIs.
func (s *Session) TableJudge() document.Judge { return judgeOf(s.Judges()) }

func judgeOf(js []*Judge) document.Judge {
	return func(value int, v float64, rows int64) document.Tone {
		if value >= len(js) || js[value] == nil {
			return document.Neutral
		}
		return tones[js[value].Verdict(v, rows)]
	}
}

// Judges are, for each value of the current view, what it is judged by: nil
// where it is no KPI with a standard value, or shown as something else.
func (s *Session) Judges() []*Judge {
	l := s.log()
	if l == nil {
		return nil
	}
	return s.judges(l, l.view.now())
}

func (s *Session) judges(l *logState, v View) []*Judge {
	if v.Spec.Show != pivot.AsIs {
		return nil
	}
	log := s.outlook()
	known := map[string]*kpi.KPI{}
	for _, k := range kpi.Of(log) {
		if k.Ready(log) {
			known[k.On(log).String()] = k
		}
	}
	out := make([]*Judge, len(v.Spec.Values))
	for i, x := range v.Spec.Values {
		k := known[plainText(x)]
		if k == nil {
			continue
		}
		if levels := k.LevelsBy(s.Standards()); k.Better != 0 && levels.Standard == levels.Standard {
			out[i] = &Judge{k, levels}
		}
	}
	return out
}
