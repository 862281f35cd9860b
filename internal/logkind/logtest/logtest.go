// Package logtest writes small logs as text, for worked examples in tests. It
// stands on the floor of logkind and knows nothing above it.
package logtest

import (
	"math"
	"strconv"
	"strings"
	"time"

	"tallyboard/internal/logkind"
	"tallyboard/internal/table"
)

// Sheet builds a log from text: the first line names roles, each further line
// is a row; cells stand between bars, blank cells are missing. Types follow the
// roles: times as "03-02 10:00" of 2026, days only where no cell has a time of
// day; lengths in seconds; truth as y and n; the rest as numbers where every
// cell is one.
func Sheet(name string, kind logkind.Kind, text string) *logkind.Log {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	cells := make([][]string, len(lines))
	for i, l := range lines {
		for c := range strings.SplitSeq(l, "|") {
			cells[i] = append(cells[i], strings.TrimSpace(c))
		}
	}
	log := &logkind.Log{Name: name, Kind: kind, Roles: logkind.Roles{}}
	var cols []*table.Column
	for j, role := range cells[0] {
		var vals []string
		for _, row := range cells[1:] {
			vals = append(vals, row[j])
		}
		cols = append(cols, column(role, vals))
		log.Roles[logkind.Role(role)] = role
	}
	log.Table = table.New(cols...)
	log.Table.Sources = []table.Source{{File: name}}
	return log
}

func column(role string, vals []string) *table.Column {
	nums := make([]float64, len(vals))
	number, truth, clock := true, true, false
	for i, v := range vals {
		nums[i] = math.NaN()
		if v == "" {
			continue
		}
		if f, err := strconv.ParseFloat(v, 64); err == nil {
			nums[i] = f
		} else {
			number = false
		}
		truth = truth && (v == "y" || v == "n")
		clock = clock || strings.Contains(v, ":")
	}
	switch {
	case strings.HasSuffix(role, "time"):
		for i, v := range vals {
			nums[i] = At(v)
		}
		c := table.NumColumn(role, table.Time, nums)
		c.DateOnly = !clock
		return c
	case role == "duration" || strings.HasSuffix(role, "response"):
		return table.NumColumn(role, table.Duration, nums)
	case truth:
		for i, v := range vals {
			nums[i] = map[string]float64{"y": 1, "n": 0, "": math.NaN()}[v]
		}
		return table.BoolColumn(role, "y", "n", nums)
	case number:
		return table.NumColumn(role, table.Number, nums)
	}
	return table.TextColumn(role, vals)
}

// At reads "03-02 10:00:05" of 2026 or a part of it, in seconds since 1970; "" is
// missing.
func At(s string) float64 {
	if s == "" {
		return math.NaN()
	}
	for _, layout := range []string{"01-02 15:04:05", "01-02 15:04", "01-02"} {
		if t, err := time.Parse(layout, s); err == nil {
			return float64(t.AddDate(2026, 0, 0).Unix())
		}
	}
	panic("logtest: no time: " + s)
}
