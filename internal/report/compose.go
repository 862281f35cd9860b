package report

import (
	"context"
	"slices"
	"strings"

	"tallyboard/internal/chart"
	"tallyboard/internal/document"
	"tallyboard/internal/fault"
	"tallyboard/internal/logkind"
	"tallyboard/internal/rules"
)

// Section is a part that a composed report can have.
type Section struct {
	ID     string
	Title  string         // text key
	Kinds  []logkind.Kind // it needs a log of one of them; nil takes any
	Charts []chart.Kind   // what its charts can be drawn as, the usual first; nil where nothing else fits
	Usual  bool           // the report has it unless it is told otherwise
	build  func(context.Context, *Builder) error
}

// SectionsOf lists what a report can be put together from, in the usual order;
// nil for a report that is not composed.
func SectionsOf(id string) []Section { return sectionsOf(id, Catalogue) }

func sectionsOf(id string, catalogue []Report) []Section {
	switch id {
	case "weekly":
		return weeklySections(catalogue)
	case "daily":
		return dailySections
	}
	return nil
}

// Chosen is a section with what was chosen for it.
type Chosen struct {
	Section
	On    bool
	Chart chart.Kind // of its charts; "" where nothing else fits
}

// Arrange lists the sections of a composed report: those of a layout in its
// order, then the others in the usual order. A nil layout is the usual one.
func Arrange(id string, layout []rules.Section) []Chosen {
	var out, rest []Chosen
	list := SectionsOf(id)
	for _, s := range layout {
		if i := slices.IndexFunc(list, func(o Section) bool { return o.ID == s.ID }); i >= 0 {
			c := Chosen{Section: list[i], On: true, Chart: chart.Kind(s.Chart)}
			if !slices.Contains(c.Charts, c.Chart) {
				c.Chart = c.usualChart()
			}
			out = append(out, c)
		}
	}
	for _, s := range list {
		if !slices.ContainsFunc(out, func(c Chosen) bool { return c.ID == s.ID }) {
			rest = append(rest, Chosen{Section: s, On: layout == nil && s.Usual, Chart: s.usualChart()})
		}
	}
	return append(out, rest...)
}

// LayoutOf is the layout of what was chosen, empty where that is nothing; nil
// where it is the usual.
func LayoutOf(id string, list []Chosen) []rules.Section {
	out, usual := []rules.Section{}, []rules.Section{}
	for _, c := range list {
		if s := (rules.Section{ID: c.ID}); c.On {
			if c.Chart != c.usualChart() {
				s.Chart = string(c.Chart)
			}
			out = append(out, s)
		}
	}
	for _, s := range SectionsOf(id) {
		if s.Usual {
			usual = append(usual, rules.Section{ID: s.ID})
		}
	}
	if slices.Equal(out, usual) {
		return nil
	}
	return out
}

func (s Section) usualChart() chart.Kind {
	if len(s.Charts) == 0 {
		return ""
	}
	return s.Charts[0]
}

// layout reads sections as they are written on the command line: their ids in
// their order, with commas between, each with the kind of its charts behind a
// colon where that is not the usual one: "types:donut,agents".
func layout(text string) []rules.Section {
	var out []rules.Section
	for part := range strings.SplitSeq(text, ",") {
		id, kind, _ := strings.Cut(part, ":")
		out = append(out, rules.Section{ID: strings.TrimSpace(id), Chart: strings.TrimSpace(kind)})
	}
	return out
}

// composed are the sections that the report is to have: by parameter, else as
// the shop keeps it, else the usual ones.
func (b *Builder) composed() ([]Chosen, error) {
	wish := b.rules.LayoutOf(b.report.ID, b.shop())
	if text := b.In.Params["sections"]; text != "" {
		wish = layout(text)
	}
	list := sectionsOf(b.report.ID, b.catalogue)
	if wish == nil {
		var out []Chosen
		for _, s := range list {
			if s.Usual {
				out = append(out, Chosen{Section: s, On: true})
			}
		}
		return out, nil
	}
	out := make([]Chosen, 0, len(wish))
	for _, w := range wish {
		i := slices.IndexFunc(list, func(s Section) bool { return s.ID == w.ID })
		if i < 0 {
			var ids []string
			for _, s := range list {
				ids = append(ids, s.ID)
			}
			return nil, fault.New("report.nosection", w.ID, strings.Join(ids, " "))
		}
		s := list[i]
		if kind := chart.Kind(w.Chart); kind != "" && !slices.Contains(s.Charts, kind) {
			return nil, fault.New("report.nochart", b.t(s.Title), w.Chart)
		}
		out = append(out, Chosen{Section: s, On: true, Chart: chart.Kind(w.Chart)})
	}
	return out, nil
}

// part builds a section by itself and draws its charts as chosen; nil where no
// log is of its kinds.
func (b *Builder) part(ctx context.Context, c Chosen) (*document.Document, error) {
	if len(b.logs(c.Kinds...)) == 0 {
		return nil, nil
	}
	whole := b.Doc
	page := *whole
	page.Blocks = nil
	b.Doc = &page
	defer func() { b.Doc, b.undrawn = whole, false }()
	if err := c.build(ctx, b); err != nil {
		return nil, err
	}
	if c.Chart != "" {
		for x := range document.Of[*document.Chart](page.Blocks) {
			if x.Chart.Kind == c.usualChart() && x.Chart.Can(c.Chart) {
				x.Chart.Kind = c.Chart
			}
		}
	}
	return &page, nil
}
