package report

import (
	"cmp"
	"context"
	"slices"

	"tallyboard/internal/chart"
	"tallyboard/internal/document"
	"tallyboard/internal/kpi"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
)

// quality answers what checks of conversations find, and who needs which course.
func quality(_ context.Context, b *Builder) error {
	checks, results := b.views(logkind.Quality), b.views(logkind.Training)
	several := len(checks)+len(results) > 1
	for _, v := range checks {
		v.checks(several)
	}
	for _, v := range results {
		v.courses(several)
	}
	b.cards()
	return nil
}

func (v *view) checks(several bool) {
	b := v.b
	if !v.begin("quality", several) {
		return
	}
	kpis := []*kpi.KPI{kpi.QualityScore, kpi.ProblemRate}
	s := v.counts(logkind.Quality, kpis...)
	var problems *breakdown
	if v.log().Has(logkind.Problem) {
		problems = v.by([]pivot.Dim{dim(logkind.Problem)}, nil, kpi.Problems(v.log()))
		if lines := problems.named(0); len(lines) > 0 {
			s = b.join(s, b.t("report.quality.top", problems.name(lines[0]), b.count(lines[0].n)))
		}
	}
	b.lead(b.sentence(s))
	b.add(&document.Tiles{Tiles: v.tiles(kpis...)})
	if v.log().Has(logkind.Score) && v.time != "" {
		b.addChart(v.past(kpi.QualityScore), true)
	}
	if problems != nil {
		if lines := problems.named(0); len(lines) > 1 {
			b.addChart(problems.bars(chart.Pareto, b.t("report.quality.problems"), lines), true)
		}
	}
	for _, r := range []logkind.Role{logkind.Agent, logkind.Problem, logkind.Checker} {
		p := part{id: "quality", role: r, title: "report.quality.by", kpis: kpis, worst: 1, most: 30}
		if r == logkind.Problem { // checks without a problem are none of its classes
			p.kpis, p.where = kpis[:1], []pivot.Filter{kpi.Problems(v.log())}
		}
		v.table(p)
	}
	v.neededCourses()
}

// neededCourses turns problems into a list of courses: a problem that two
// agents or more share is one for all of them.
func (v *view) neededCourses() {
	b := v.b
	if !v.log().Has(logkind.Agent, logkind.Problem) {
		return
	}
	d := v.by([]pivot.Dim{dim(logkind.Problem), dim(logkind.Agent)}, nil, kpi.Problems(v.log()))
	t := &document.Table{ID: b.id("quality_courses"), Title: b.t("report.quality.courses"), List: true, Columns: []document.Column{
		{Title: b.roleName(logkind.Problem), Format: text, Weight: 2}, {Title: b.counted(logkind.Quality), Format: whole}, {Title: b.t("report.quality.people"), Format: whole}, {Title: b.t("report.quality.who"), Format: text, Weight: 4}}}
	for _, p := range d.named(0) {
		var who []line
		for _, l := range d.named(1) {
			if pathKey(l.path[:1]) == pathKey(p.path) {
				who = append(who, l)
			}
		}
		slices.SortStableFunc(who, func(x, y line) int { return cmp.Compare(y.n, x.n) })
		var names []string
		for _, l := range who {
			names = append(names, b.t("report.quality.times", d.name(l), b.count(l.n)))
		}
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{{Text: d.name(p), Num: nan, Ref: d.ref(p)}, {Num: p.n, Ref: d.ref(p)}, document.Number(float64(len(who))), words(b.lang.List(names))}})
	}
	if len(t.Rows) > 0 {
		b.add(t)
	}
}

func (v *view) courses(several bool) {
	b := v.b
	if !v.begin("training", several) {
		return
	}
	kpis := []*kpi.KPI{kpi.PassRate, kpi.ExamScore}
	s := v.counts(logkind.Training, kpis...)
	b.lead(b.sentence(s))
	b.add(&document.Tiles{Tiles: v.tiles(kpis...)})
	for _, r := range []logkind.Role{logkind.Course, logkind.Agent} {
		v.table(part{id: "training", role: r, title: "report.quality.by", kpis: kpis, worst: 1, most: 30})
	}
	if v.log().Has(logkind.Passed) {
		b.rowList(v, "training_retake", b.t("report.quality.retake"), v.notPassed(), v.time, logkind.Agent, logkind.Course, logkind.Score)
	}
}

// notPassed lists the rows of people who have not passed a course in any later
// row.
func (v *view) notPassed() []int {
	log := v.log()
	agent, course, passed := log.Col(logkind.Agent), log.Col(logkind.Course), log.Col(logkind.Passed)
	rows := v.behind()
	newestFirst(rows, log, v.time)
	seen := map[[2]string]bool{}
	var out []int
	for _, r := range rows {
		key := [2]string{word(agent, r), word(course, r)}
		if !seen[key] && passed.Num(r) == 0 {
			out = append(out, r)
		}
		seen[key] = true
	}
	return out
}
