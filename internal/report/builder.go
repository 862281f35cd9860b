package report

import (
	"context"
	"math"
	"slices"
	"strconv"

	"tallyboard/internal/chart"
	"tallyboard/internal/derive"
	"tallyboard/internal/display"
	"tallyboard/internal/document"
	"tallyboard/internal/fault"
	"tallyboard/internal/kpi"
	"tallyboard/internal/lang"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
	"tallyboard/internal/rules"
)

// Builder gathers the blocks of one document. Reports take views of the logs
// from it and hand blocks back; it knows period, comparison and language.
type Builder struct {
	In  Input
	Doc *document.Document

	report    Report
	catalogue []Report // that composed reports choose from
	lang      lang.Lang
	ctx       context.Context // of the build that the Builder lives for
	err       error           // the first failure of an engine; ends the build
	period    pivot.Period
	before    pivot.Period // all time where nothing is compared
	skipped   pivot.Period // the period before, where the logs do not reach over it
	span      *[2]float64  // first and last time of the logs, once known
	params    derive.Params
	rules     *rules.Rules    // the shop's own values, with those of the parameters
	fixed     kpi.Standards   // values that the caller set for all shops
	judged    map[string]bool // KPIs that were judged by a standard
	own       map[string]bool // shops that were measured by values of their own among others
	reached   *[]*goal        // targets, once measured
	derived   *derive.Deriver
	narrowed  map[narrowKey]*narrowed
	misfits   []misfit
	shopless  []*logkind.Log // left out, because they do not tell shops apart
	paged     bool           // every shop has a part
	scope     []pivot.Filter // rows of logs with a shop column that count at all
	undrawn   bool           // the part is about too few rows for charts
	compact   bool           // a section of a composed report: what is printed, not what is studied
	viewed    map[int]bool   // logs, by their place, that the report looked at
	ids       map[string]int
	colours   *chart.Colours // a value keeps its colour through the document
}

// build makes a report from the logs that it can start from and those that it
// can join.
func build(ctx context.Context, r Report, in Input) (*document.Document, error) {
	if in.Params["pages"] != "" {
		return buildPages(ctx, r, in)
	}
	b, err := newBuilder(ctx, r, in)
	if err != nil {
		return nil, err
	}
	return b.make()
}

// make fills the document and closes it.
func (b *Builder) make() (*document.Document, error) {
	if err := b.fill(); err != nil {
		return nil, err
	}
	b.close()
	return b.Doc, nil
}

// fill lets the report add its blocks.
func (b *Builder) fill() error {
	b.catalogue = Catalogue
	if from, to, out := b.outside(); out {
		b.note(document.Warning, "report.outside", b.dates(from, to))
		return nil
	}
	b.periodNotes()
	if err := b.report.Build(b.ctx, b); err != nil {
		return err
	}
	if b.err != nil {
		return b.err
	}
	if len(b.Doc.Blocks) == 0 {
		b.note(document.Neutral, "report.empty")
	}
	return nil
}

// close adds what holds for the whole document: the values it used, what was
// left out, and the logs it was made from.
func (b *Builder) close() {
	b.valuesNote()
	b.shopNotes()
	b.outgoingNotes()
	b.misfitNotes()
	for i, l := range b.logs() {
		used, looked := b.viewed[i]
		if !looked {
			used = slices.Contains(b.report.Kinds, l.Kind)
		}
		if used && !slices.Contains(b.Doc.Sources, l.Name) {
			b.Doc.Sources = append(b.Doc.Sources, l.Name)
		}
	}
}

// newBuilder checks the input and settles parameters and periods.
func newBuilder(ctx context.Context, r Report, in Input) (*Builder, error) {
	b := &Builder{In: in, ctx: ctx, report: r, lang: in.Lang, narrowed: map[narrowKey]*narrowed{}, viewed: map[int]bool{}, ids: map[string]int{}, colours: in.Colours}
	if b.colours == nil {
		b.colours = chart.NewColours()
		b.colours.LearnLogs(in.Logs...)
	}
	if len(b.logs(r.Kinds...)) == 0 {
		names := make([]string, len(r.Kinds))
		for i, k := range r.Kinds {
			names[i] = b.kindName(k)
		}
		return nil, fault.New("report.nolog", b.t("report."+r.ID), b.lang.List(names))
	}
	b.In.Logs = nil
	for _, l := range in.Logs {
		fitted, bad := fit(l)
		b.In.Logs = append(b.In.Logs, fitted)
		if slices.Contains(r.Kinds, l.Kind) {
			b.misfits = append(b.misfits, bad...)
		}
	}
	if err := b.settle(); err != nil {
		return nil, err
	}
	if err := b.resolve(); err != nil {
		return nil, err
	}
	if err := b.tellShopsApart(); err != nil {
		return nil, err
	}
	b.Doc = &document.Document{
		ID:       r.ID,
		Title:    b.t("report." + r.ID),
		Question: b.t("report." + r.ID + ".question"),
		Shop:     b.In.Shop,
		Lang:     b.lang,
		Period:   b.spanName(b.period),
		PeriodID: b.period.ID,
	}
	if shop := b.In.Params["shop"]; shop != "" {
		b.Doc.Shop = shop
	}
	if b.compares() {
		b.Doc.Compared = b.spanName(b.before)
	}
	return b, nil
}

// logs lists the logs of the given kinds; none given means all.
func (b *Builder) logs(kinds ...logkind.Kind) []*logkind.Log {
	all := b.In.Logs
	if b.derived != nil {
		all = b.derived.Logs()
	}
	var out []*logkind.Log
	for _, l := range all {
		if len(kinds) == 0 || slices.Contains(kinds, l.Kind) {
			out = append(out, l)
		}
	}
	return out
}

// t is a text of the catalogue. Where its first argument is the number 1 and the
// catalogue has KEY.one, that is taken.
func (b *Builder) t(key string, args ...any) string {
	if len(args) > 0 && args[0] == "1" && b.lang.Has(key+".one") {
		key += ".one"
	}
	return spaced(b.lang, key, args...)
}

// add appends blocks, but for charts of too few rows; a value keeps its colour through all charts.
func (b *Builder) add(blocks ...document.Block) {
	if b.undrawn {
		blocks = slices.DeleteFunc(blocks, func(x document.Block) bool { _, chart := x.(*document.Chart); return chart })
	}
	for c := range document.Of[*document.Chart](blocks) {
		c.Chart.Colours = b.colours
	}
	b.Doc.Blocks = append(b.Doc.Blocks, blocks...)
}

// heading starts a part of the report.
func (b *Builder) heading(id, text string) {
	b.add(&document.Heading{Level: 2, Text: text, ID: b.id(id)})
}

// lead adds the answer of the report, before the remarks that were made just now.
func (b *Builder) lead(text string) {
	blocks := b.Doc.Blocks
	at := len(blocks)
	for at > 0 {
		if _, ok := blocks[at-1].(*document.Note); !ok {
			break
		}
		at--
	}
	b.Doc.Blocks = slices.Insert(blocks, at, document.Block(&document.Text{Text: text, Lead: true}))
}

// note adds a remark.
func (b *Builder) note(tone document.Tone, key string, args ...any) {
	b.add(&document.Note{Text: b.t(key, args...), Tone: tone})
}

// id makes a name unique within the document.
func (b *Builder) id(name string) string {
	b.ids[name]++
	if n := b.ids[name]; n > 1 {
		return name + "_" + strconv.Itoa(n)
	}
	return name
}

// count, percent and the like are numbers inside sentences.
func (b *Builder) count(n float64) string {
	return display.Format{Kind: display.Count}.Full(n, b.lang)
}

func (b *Builder) percentText(v float64) string {
	return display.Format{Kind: display.Percent, Decimals: 1}.Full(v, b.lang)
}

// rowsOf is a number of rows of a kind in words: 12 calls, 1 order.
func (b *Builder) rowsOf(k logkind.Kind, n float64) string {
	return b.t("report.rows."+b.called(k), b.count(n))
}

// called ends the keys of what rows of a kind are called: those of a daily sheet
// stand for the receptions or customers that they have counted.
func (b *Builder) called(k logkind.Kind) string {
	if k != logkind.Daily {
		return string(k)
	}
	for _, l := range b.logs(logkind.Daily) {
		switch derive.Handled(l) {
		case logkind.Receptions:
			return string(k)
		case logkind.CustomersServed:
			return "daily.people"
		}
	}
	return string(logkind.Generic)
}

// roleName is what people call a role, also that of a derived column.
func (b *Builder) roleName(r logkind.Role) string {
	if key := "role." + string(r); b.lang.Has(key) {
		return b.t(key)
	}
	return b.t("derive." + string(r))
}

// kindName is what people call a kind.
func (b *Builder) kindName(k logkind.Kind) string { return b.t("kind." + string(k)) }

// tenfold is the growth from which a share of change says nothing any more.
const tenfold = 10

// change is the relative change from before to now; NaN where there was
// nothing before, or so little that a percentage only startles.
func change(now, before float64) float64 {
	if !(before != 0) || now > tenfold*math.Abs(before) {
		return math.NaN()
	}
	return (now - before) / math.Abs(before)
}
