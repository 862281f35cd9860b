package kpi

import (
	"slices"
	"strings"

	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
)

// QualityScore is the mean score of the checked conversations.
var QualityScore = &KPI{
	ID: "quality_score", Kinds: []logkind.Kind{logkind.Quality},
	Needs:  []logkind.Role{logkind.Score},
	Value:  func(*logkind.Log) pivot.Value { return of(pivot.Mean, logkind.Score) },
	Format: decimal(1), Better: 1, Standard: 85, Excellent: 95, MinRows: 3, Weight: 2,
}

// ProblemRate is the share of checked conversations with a problem.
var ProblemRate = &KPI{
	ID: "problem_rate", Kinds: []logkind.Kind{logkind.Quality},
	Needs:  []logkind.Role{logkind.Problem},
	Value:  func(log *logkind.Log) pivot.Value { return ratio(count(Problems(log)), count()) },
	Format: share, Better: -1, Standard: 0.2, Excellent: 0.1, MinRows: 10, Weight: 1,
}

// PassRate is the share of passed courses and exams.
var PassRate = &KPI{
	ID: "pass_rate", Kinds: []logkind.Kind{logkind.Training},
	Needs:  []logkind.Role{logkind.Passed},
	Value:  func(log *logkind.Log) pivot.Value { return ratio(count(Yes(log, logkind.Passed)), count()) },
	Format: share, Better: 1, Standard: 0.8, Excellent: 0.95, MinRows: 3, Weight: 1,
}

// ExamScore is the mean score of courses and exams.
var ExamScore = &KPI{
	ID: "exam_score", Kinds: []logkind.Kind{logkind.Training},
	Needs:  []logkind.Role{logkind.Score},
	Value:  func(*logkind.Log) pivot.Value { return of(pivot.Mean, logkind.Score) },
	Format: decimal(1), Better: 1, Standard: 80, Excellent: 90, MinRows: 3,
}

// noProblem are words of a problem column that say that there was none.
var noProblem = []string{"无问题", "没有问题", "无", "没问题", "正常", "合格", "none", "no problem", "no problems", "no issue", "ok", "n/a", "-"}

// Problems keeps the checks that found a problem.
func Problems(log *logkind.Log) pivot.Filter {
	f := pivot.Filter{Column: At(logkind.Problem), Op: pivot.Ne, Values: []string{""}}
	if c := log.Col(logkind.Problem); c != nil && c.Type.Coded() {
		for code := 1; code <= c.Dict.Len(); code++ {
			if w := c.Dict.At(uint32(code)); slices.Contains(noProblem, strings.ToLower(w)) {
				f.Values = append(f.Values, w)
			}
		}
	}
	return f
}
