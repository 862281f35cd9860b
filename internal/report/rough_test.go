package report

import (
	"math"
	"math/rand/v2"
	"testing"

	"tallyboard/internal/fault"
	"tallyboard/internal/lang"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
	"tallyboard/internal/table"
)

// People choose columns of every type for every role. Whatever they choose, a
// report comes out, or a sentence that says what is the matter.
func TestReportsOfRoughLogs(t *testing.T) {
	for seed := range uint64(40) {
		r := rand.New(rand.NewPCG(seed, 3))
		var logs []*logkind.Log
		for _, k := range logkind.Catalogue {
			if r.IntN(4) > 0 {
				logs = append(logs, roughLog(r, k))
			}
		}
		for _, rep := range Catalogue {
			for _, period := range []string{"", "all", "2020-01", "this-month"} {
				in := Input{Logs: logs, Engine: pivot.Memory(), Lang: lang.ZH, Period: period, Compare: []string{"", "last-year", "none"}[seed%3]}
				doc, err := Build(t.Context(), rep.ID, in)
				if fault.Is(err, "report.nolog") || fault.Is(err, "pivot.period.nodate") {
					continue
				}
				if err != nil {
					t.Errorf("seed %d %s: %v", seed, rep.ID, err)
					continue
				}
				for _, bad := range doc.Validate() {
					t.Errorf("seed %d %s: %s", seed, rep.ID, bad)
				}
			}
		}
	}
}

// roughLog gives most roles of a kind a column of any type.
func roughLog(r *rand.Rand, k *logkind.Info) *logkind.Log {
	l := &logkind.Log{Name: string(k.Kind), Kind: k.Kind, Roles: logkind.Roles{}}
	n := []int{0, 1, 2, 30, 300}[r.IntN(5)]
	var cols []*table.Column
	for _, role := range k.Roles {
		if r.IntN(4) == 0 {
			continue
		}
		name := string(role)
		nums := make([]float64, n)
		for i := range nums {
			nums[i] = float64(r.IntN(1 + r.IntN(20)))
			if r.IntN(8) == 0 {
				nums[i] = math.NaN()
			}
		}
		words := make([]string, n)
		for i := range words {
			words[i] = []string{"", "a", "b", "是", "差评", "投诉", "浙江省杭州市", "售前"}[r.IntN(8)]
		}
		var c *table.Column
		switch r.IntN(7) {
		case 0:
			c = table.NumColumn(name, table.Number, nums)
		case 1:
			c = table.NumColumn(name, table.Duration, nums)
		case 2:
			c = table.NumColumn(name, table.Clock, nums)
		case 3:
			c = table.BoolColumn(name, "是", "否", nums)
		case 4:
			for i := range nums {
				nums[i] = at("03-02") + nums[i]*float64(r.IntN(2*day))
			}
			c = table.NumColumn(name, table.Time, nums)
			c.DateOnly = r.IntN(2) == 0
		default:
			c = table.TextColumn(name, words)
		}
		cols = append(cols, c)
		l.Roles[role] = name
	}
	if len(cols) == 0 {
		cols = append(cols, table.TextColumn("x", make([]string, n)))
	}
	l.Table = table.New(cols...)
	return l
}
