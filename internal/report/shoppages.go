package report

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"tallyboard/internal/derive"
	"tallyboard/internal/document"
	"tallyboard/internal/fault"
	"tallyboard/internal/kpi"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
)

// tellShopsApart sets the logs up for deriving, with shops by column or by file.
// Where one shop is chosen, logs that do not tell shops apart are left out: what
// they count is not that shop's.
func (b *Builder) tellShopsApart() error {
	b.derived = b.In.Derived.Deriver(b.In.Logs, b.params, b.lang)
	if err := b.derived.Need(b.ctx, logkind.Shop); err != nil {
		return err
	}
	chosen := b.In.Params["shop"]
	if chosen == "" {
		return nil
	}
	var logs []*logkind.Log
	for _, l := range b.derived.Logs() {
		if l.Has(logkind.Shop) {
			logs = append(logs, l)
		} else if slices.Contains(b.report.Kinds, l.Kind) {
			b.shopless = append(b.shopless, l)
		}
	}
	if known := shopNames(logs); !slices.Contains(known, chosen) {
		if len(known) == 0 { // all rows are of one shop, and that is its name
			b.In.Shop, b.In.Params, b.shopless = chosen, maps.Clone(b.In.Params), nil
			delete(b.In.Params, "shop")
			return nil
		}
		return fault.New("report.noshop", chosen, b.lang.List(known[:min(len(known), 10)]))
	}
	b.derived = derive.New(logs, b.params, b.lang)
	b.scope = []pivot.Filter{{Column: kpi.At(logkind.Shop), Op: pivot.Eq, Values: []string{chosen}}}
	return nil
}

// shopNames are the shops of logs, those with most rows first.
func shopNames(logs []*logkind.Log) []string {
	rows := map[string]int{}
	for _, l := range logs {
		c := l.Col(logkind.Shop)
		if c == nil || !c.Type.Coded() {
			continue
		}
		counts := make([]int, c.Dict.Len()+1)
		for _, code := range c.Codes {
			counts[code]++
		}
		for code, n := range counts {
			if code > 0 && n > 0 {
				rows[c.Dict.At(uint32(code))] += n
			}
		}
	}
	return slices.SortedFunc(maps.Keys(rows), func(x, y string) int {
		return cmp.Or(cmp.Compare(rows[y], rows[x]), cmp.Compare(x, y))
	})
}

// shopNotes says by what shops are told apart, and what was left out.
func (b *Builder) shopNotes() {
	byFile := func(l *logkind.Log) bool {
		return slices.ContainsFunc(b.In.Logs, func(o *logkind.Log) bool { return o.Name == l.Name && !o.Has(logkind.Shop) })
	}
	if len(b.scope) > 0 || b.paged || b.report.ID == "shops" {
		if i := slices.IndexFunc(b.logs(b.report.Kinds...), func(l *logkind.Log) bool { return l.Has(logkind.Shop) && byFile(l) }); i >= 0 {
			b.note(document.Neutral, "report.shop.byfile")
		}
	}
	for _, l := range b.shopless {
		b.add(&document.Note{Text: b.t("report.shop.leftout", l.Name), Tone: document.Warning, Missing: string(logkind.Shop), Log: l.Name})
	}
}

// buildPages makes the report of every shop, each beginning a page, as one
// document.
func buildPages(ctx context.Context, r Report, in Input) (*document.Document, error) {
	if in.Params["pages"] != "shop" {
		return nil, fault.New("report.param", "pages", in.Params["pages"])
	}
	in.Params = maps.Clone(in.Params)
	delete(in.Params, "pages")
	whole, err := newBuilder(ctx, r, in)
	if err != nil {
		return nil, err
	}
	names := shopNames(whole.logs(r.Kinds...))
	if in.Params["shop"] != "" || len(names) == 0 {
		if len(names) == 0 {
			whole.missing(whole.views(r.Kinds...), logkind.Shop)
		}
		return whole.make()
	}
	doc := whole.Doc
	whole.paged = true
	wishes := map[string]bool{}
	whole.lead(whole.sentence(whole.t("report.pages.lead", whole.count(float64(len(names))), whole.names(names))))
	whole.compact = true
	if full, _ := whole.foremost(with(whole.views(r.Kinds...), logkind.Shop)); len(names) > 1 {
		full[0].shopsOf(false)
	}
	for _, name := range names {
		in.Params = maps.Clone(in.Params)
		in.Params["shop"] = name
		b, err := newBuilder(ctx, r, in)
		if err != nil {
			return nil, err
		}
		b.ids, b.colours, b.judged, b.own = whole.ids, whole.colours, whole.judged, whole.own
		if b.ownsValues(name) {
			whole.own[name] = true
		}
		if err := b.fill(); err != nil {
			return nil, err
		}
		whole.shopless = b.shopless
		doc.Blocks = append(doc.Blocks, &document.PageBreak{}, &document.Heading{Level: 1, Text: name, ID: whole.id("shop")})
		for _, block := range b.Doc.Blocks {
			switch x := block.(type) {
			case *document.Heading:
				// The shop is the section: what has sections of its own has parts here.
				if x.Level == 1 {
					block = &document.Heading{Level: 2, Text: x.Text, ID: whole.id(x.ID)}
				}
			case *document.Note:
				// What a log lacks it lacks for every shop.
				if x.Missing != "" && wishes[x.Text] {
					continue
				}
				wishes[x.Text] = true
			}
			doc.Blocks = append(doc.Blocks, block)
		}
	}
	whole.close()
	return doc, nil
}
