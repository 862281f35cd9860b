package report

import (
	"cmp"
	"slices"

	"tallyboard/internal/display"
	"tallyboard/internal/document"
	"tallyboard/internal/logkind"
)

// foremost parts the views of a section: a composed report shows the one with
// most rows in full and says of each other what its lead says. A report of its
// own shows all in full.
func (b *Builder) foremost(views []*view) (full, told []*view) {
	if !b.compact || len(views) < 2 {
		return views, nil
	}
	out := slices.Clone(views)
	rows := map[*view]float64{}
	for _, v := range out {
		rows[v] = v.rows()
	}
	slices.SortStableFunc(out, func(x, y *view) int { return cmp.Compare(rows[y], rows[x]) })
	return out[:1], slices.DeleteFunc(out[1:], func(v *view) bool { return !(rows[v] > 0) })
}

// tell adds a line for each view that has no part of its own in the section.
func (b *Builder) tell(views []*view, lead func(*view) string) {
	if len(views) == 0 {
		return
	}
	b.heading("others", b.t("report.otherlogs"))
	for _, v := range views {
		if s := lead(v); s != "" {
			b.add(&document.Text{Text: b.t("report.says", v.title(), s), Ref: v.ref()})
		}
	}
}

// title is what people call the view's log: its kind, and its name where that
// is another.
func (v *view) title() string {
	kind := v.b.kindName(v.log().Kind)
	if v.log().Name == kind {
		return kind
	}
	return v.b.t("report.about", kind, v.log().Name)
}

// onCover are the kinds whose tiles stand on the cover of a composed report, as
// do those of a daily sheet without any log of contacts; the other logs have a
// line each.
var onCover = []logkind.Kind{logkind.Inbound, logkind.Chat, logkind.Generic, logkind.Order}

// What stands on the cover of a composed report of a log: tiles (of one log alone
// twice as many), or numbers in a line.
const (
	mostTiles   = 4
	mostNumbers = 2
)

// cover adds the headline of every log with rows in the period: the tiles of
// what customers and orders did, a line for everything else.
func (b *Builder) cover() {
	var lines []document.Block
	most := mostTiles
	if len(b.logs(onCover...)) <= 1 {
		most *= 2
	}
	for _, v := range b.views(b.report.Kinds...) {
		if n := v.rows(); !(n > 0) {
			continue
		}
		// A daily sheet counts again what the contacts have counted.
		if v.log().Kind == logkind.Daily && len(b.logs(onCover[:3]...)) > 0 {
			continue
		}
		kpis := headline[v.log().Kind]
		front := v.log().Kind == logkind.Daily || slices.Contains(onCover, v.log().Kind)
		if !front {
			kpis = kpis[:min(len(kpis), mostNumbers)]
		}
		tiles := v.tiles(kpis...)
		tiles = tiles[:min(len(tiles), most)]
		switch {
		case len(tiles) == 0:
		case front:
			b.heading("kpi_"+string(v.log().Kind), v.title())
			b.add(&document.Tiles{Tiles: tiles})
		default:
			var numbers []string
			for _, t := range tiles {
				numbers = append(numbers, b.tileText(t))
			}
			lines = append(lines, &document.Text{Text: b.t("report.says", v.title(), b.sentence(opening(b.lang.List(numbers)))), Ref: v.ref()})
		}
	}
	if len(lines) > 0 {
		b.heading("kpi_others", b.t("report.otherlogs"))
		b.add(lines...)
	}
}

// tileText is a tile in words: bad reviews 21 (▲ +23.5%).
func (b *Builder) tileText(t document.Tile) string {
	value := b.kpiIs(t.Label, t.Format.Full(t.Value, b.lang))
	switch {
	case t.Change != t.Change:
		return value
	case t.ChangeAbs:
		return b.t("report.tilechange", value, display.ChangeAbs(t.Change, t.Format, b.lang))
	}
	return b.t("report.tilechange", value, display.Change(t.Change, b.lang))
}

// onPaper is how many lines the tables of a composed report have.
// A team is listed as a whole: nobody is left out of a table of agents.
const (
	onPaper = 10
	team    = 30
)

// lowChart is the height in points of bars that leave room for a table below.
const lowChart = 168

// half is how many members a chart shows that stands on half the width in a
// composed report.
func (v *view) half(n int) int {
	if v.b.compact {
		return n / 2
	}
	return n
}
