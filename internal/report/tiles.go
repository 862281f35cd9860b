package report

import (
	"slices"

	"tallyboard/internal/display"
	"tallyboard/internal/document"
	"tallyboard/internal/kpi"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
)

// sparks is how many periods a spark line looks back, the present one included.
const sparks = 8

// headlinesNeed are the derived columns that the headline of every log is made
// from.
func (b *Builder) headlinesNeed() []logkind.Role {
	var out []logkind.Role
	for _, v := range b.views(b.report.Kinds...) {
		for _, k := range headline[v.log().Kind] {
			if k.Suits(v.log().Kind) {
				out = append(out, k.DerivedOn(v.log())...)
			}
		}
	}
	return out
}

// tiles makes a tile of each KPI that the view allows: value, change against
// the period before, the run of the periods until now, and its tone against
// the standard.
func (v *view) tiles(kpis ...*kpi.KPI) []document.Tile {
	kpis = v.usable(kpis...)
	if len(kpis) == 0 {
		return nil
	}
	spec := pivot.Spec{Values: []pivot.Value{{Agg: pivot.Count}}}
	for _, k := range kpis {
		spec.Values = append(spec.Values, k.On(v.log()))
	}
	bases := make([]int, len(kpis))
	withBases := spec
	for i, k := range kpis {
		if base, ok := k.Base(v.log()); ok {
			withBases.Values = append(withBases.Values[:len(withBases.Values):len(withBases.Values)], base)
			bases[i] = len(withBases.Values) - 1
		}
	}
	ask := []asked{{v.period, withBases}}
	if v.compares() {
		ask = append(ask, asked{v.before, spec})
	}
	if v.time != "" {
		ask = append(ask, v.askSparks(spec))
	}
	results := v.runAll(ask...)
	now, before := values(results[0]), slices.Repeat([]float64{nan}, len(withBases.Values))
	if v.compares() {
		before = values(results[1])
	}
	var lines [][]float64
	var names []string
	if v.time != "" {
		lines, names = v.b.sparkLines(results[len(results)-1])
	}
	var out []document.Tile
	for i, k := range kpis {
		t := v.tile(k, now[i+1], before[i+1], orZero(now[bases[i]]))
		if lines != nil {
			t.Spark, t.SparkNames = lines[i+1], names
		}
		out = append(out, t)
	}
	return out
}

// tile is one KPI, computed from n of what it is about.
func (v *view) tile(k *kpi.KPI, now, before, n float64) document.Tile {
	b := v.b
	if !v.ripe(k) {
		before = nan
	}
	t := document.Tile{
		ID: k.ID, Label: v.kpiName(k), Help: v.kpiText("help", k),
		Value: now, Format: k.Format, Previous: before, Change: nan, Better: k.Better,
		Tone: tone(k.Judge(now, int64(n), b.levels(k))),
	}
	if t.Format.Kind == display.Percent {
		t.ChangeAbs, t.Change = true, now-before
	} else {
		t.Change = change(now, before)
	}
	if now == now {
		t.Ref = v.ref()
	}
	return t
}

// askSparks asks for the values over the periods up to the present one; over days
// or months where the report covers all time.
func (v *view) askSparks(spec pivot.Spec) asked {
	unit, reach := v.b.pace()
	spec.Rows = []pivot.Dim{{Column: kpi.At(v.time), Func: unit}}
	spec.FillTime = true
	return asked{reach, spec}
}

// sparkLines are the values over the periods, and the names of these.
func (b *Builder) sparkLines(r *pivot.Result) (lines [][]float64, names []string) {
	lines = make([][]float64, len(r.Spec.Values))
	var labels []pivot.Label
	for _, i := range r.Rows.Leaves() {
		if len(r.Rows.Members[i].Path) == 0 || r.Rows.Members[i].Path[0].Missing {
			continue
		}
		labels = append(labels, r.Rows.Members[i].Path[0])
		for k := range lines {
			lines[k] = append(lines[k], r.At(i, 0, k))
		}
	}
	if len(labels) < 2 {
		return nil, nil
	}
	return lines, b.labels(r.Spec.Rows[0], labels)
}

// values are the numbers of a result without dimensions.
func values(r *pivot.Result) []float64 {
	out := make([]float64, len(r.Spec.Values))
	for i := range out {
		out[i] = nan
		if len(r.Cells) > i {
			out[i] = r.At(len(r.Rows.Members)-1, len(r.Cols.Members)-1, i)
		}
	}
	return out
}
