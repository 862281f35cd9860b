package report

import (
	"cmp"
	"slices"

	"tallyboard/internal/display"
	"tallyboard/internal/document"
	"tallyboard/internal/kpi"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
)

// part is a table of a report: a breakdown by one role.
type part struct {
	id     string // of the table
	role   logkind.Role
	title  string // text key; its argument is the role's name
	counts string // what its rows are called when they are counted; "" calls them as the log does
	of     string // what the table is of, before the title; "" where that is plain
	better int    // whether more rows are good (+1), bad (−1) or neither
	kpis   []*kpi.KPI
	where  []pivot.Filter
	named  bool                      // rows without the role do not count
	most   int                       // lines; 0 is listed
	more   func(*breakdown) []column // further columns; nil is none
	worst  int                       // sorted by this KPI, the worst first, where above 0 (1 is the first KPI)
}

// table adds the table of a part and gives its breakdown; nil where the log
// has no such column or nothing in it.
func (v *view) table(p part) *breakdown {
	b := v.b
	if !v.log().Has(p.role) {
		return nil
	}
	by := dim(p.role)
	if p.role == logkind.Region {
		by, _ = v.region()
	}
	where := p.where
	if p.named {
		where = append(slices.Clone(where), pivot.Filter{Column: kpi.At(p.role), Op: pivot.Ne, Values: []string{""}})
	}
	d := v.by([]pivot.Dim{by}, v.usable(p.kpis...), where...)
	lines := d.named(0)
	if len(lines) == 0 {
		return nil
	}
	shown := d.level(0)
	if p.worst > 0 {
		if i := slices.Index(d.kpis, p.kpis[p.worst-1]); i >= 0 {
			shown = d.byKPI(shown, i)
		}
	}
	var more []column
	if p.more != nil {
		more = p.more(d)
	}
	most := cmp.Or(p.most, listed)
	title := b.t(p.title, inText(b.roleName(p.role)))
	if p.of != "" {
		title = b.t("report.about", p.of, title)
	}
	cols := append(d.standard(b.roleName(p.role), cmp.Or(p.counts, b.counted(v.log().Kind)), p.better), append(more, d.moves()...)...)
	head := len(cols) - len(d.kpis) - len(more) - len(d.moves())
	for i, part := range spread(cols, head) {
		id, name := p.id+"_", title
		if i > 0 {
			id, name = id+"more_", b.t("render.goeson", title)
		}
		t := d.tabulate(id+string(p.role), name, shown[:min(len(shown), kept)], true, part...)
		b.addList(t, len(shown))
		t.Printed = most
	}
	return d
}

// byKPI sorts lines by a KPI, the worst first; those with too few rows for a
// judgement come last.
func (d *breakdown) byKPI(lines []line, i int) []line {
	k := d.kpis[i]
	out := slices.Clone(lines)
	slices.SortStableFunc(out, func(x, y line) int {
		a, b := x.judged(k, i), y.judged(k, i)
		if a != b {
			if a {
				return -1
			}
			return 1
		}
		if !a {
			return 0
		}
		return cmp.Compare(x.vals[i], y.vals[i]) * cmp.Or(k.Better, 1)
	})
	return out
}

// judged reports whether a KPI of a line is computed from enough to say something.
func (l line) judged(k *kpi.KPI, i int) bool {
	return l.vals[i] == l.vals[i] && l.bases[i] >= float64(k.MinRows)
}

// moves is the change of the first KPI against the period before, in its own
// unit; nothing where nothing is compared.
func (d *breakdown) moves() []column {
	if len(d.kpis) == 0 || d.total.was == nil || d.kpis[0].MinRows == 0 || !d.v.ripe(d.kpis[0]) {
		return nil
	}
	k, b := d.kpis[0], d.v.b
	f, scale := signed(k.Format), 1.0
	if f.Kind == display.Percent {
		f, scale = display.Format{Kind: display.Decimal, Decimals: 1, Signed: true, Unit: b.t("report.points")}, 100
	}
	title := b.t("report.move", d.v.kpiName(k))
	return []column{{document.Column{Title: title, Help: b.t("report.change.help", b.spanName(b.before)), Format: f, Signed: k.Better}, func(l line) document.Cell {
		if len(l.was) == 0 || !l.judged(k, 0) {
			return document.Number(nan)
		}
		return document.Number(scale * (l.vals[0] - l.was[0]))
	}}}
}

// counts says how many rows there are of a kind, and the KPIs of the period,
// each with its change where it is computed from enough.
func (v *view) counts(k logkind.Kind, kpis ...*kpi.KPI) string {
	b := v.b
	n := v.rows()
	s := b.rowsOf(k, n)
	if v.compares() && n >= fewRows {
		s = b.join(s, b.versus(n, v.number(v.before, pivot.Value{Agg: pivot.Count})))
	}
	for _, t := range v.tiles(kpis...) {
		if t.Value != t.Value {
			continue
		}
		if n < fewRows {
			t.Change = nan
		}
		s = b.join(s, b.tileText(t))
	}
	return s
}

// kpiSays is a KPI of the whole period in words: "resolved 72.9%"; "" where it
// has no value.
func (v *view) kpiSays(k *kpi.KPI, where ...pivot.Filter) (text string, value float64) {
	value = v.number(v.period, k.On(v.log()), where...)
	if value != value {
		return "", value
	}
	return v.b.kpiIs(v.kpiName(k), k.Format.Full(value, v.b.lang)), value
}
