package report

import (
	"tallyboard/internal/display"
	"tallyboard/internal/document"
	"tallyboard/internal/kpi"
	"tallyboard/internal/pivot"
)

// sparks is how many periods a spark line looks back, the present one included.
const sparks = 8

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
	now := values(v.run(v.period, withBases))
	before := make([]float64, len(now))
	for i := range before {
		before[i] = nan
	}
	if v.compares() {
		before = values(v.run(v.before, spec))
	}
	lines, names := v.sparkLines(spec)
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

// sparkLines runs the values over the periods up to the present one; over days
// or months where the report covers all time.
func (v *view) sparkLines(spec pivot.Spec) (lines [][]float64, names []string) {
	if v.time == "" {
		return nil, nil
	}
	unit, reach := v.b.pace()
	spec.Rows = []pivot.Dim{{Column: kpi.At(v.time), Func: unit}}
	spec.FillTime = true
	r := v.run(reach, spec)
	lines = make([][]float64, len(spec.Values))
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
	return lines, v.b.labels(spec.Rows[0], labels)
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
