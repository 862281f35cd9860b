package report

import (
	"context"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"

	"tallyboard/internal/derive"
	"tallyboard/internal/ingest"
	"tallyboard/internal/lang"
	"tallyboard/internal/logbook/sample"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
	"tallyboard/internal/table"
)

// sampleShop reads the sample logs as a person would open them.
func sampleShop(t *testing.T, l lang.Lang) (*sample.Shop, []*logkind.Log) {
	t.Helper()
	shop := sample.Small(l)
	paths, err := shop.WriteCSV(t.Context(), t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	read, failures, err := ingest.Open(t.Context(), paths, ingest.Options{})
	if err != nil || len(failures) > 0 {
		t.Fatal(err, failures)
	}
	var logs []*logkind.Log
	for _, r := range read {
		logs = append(logs, &r.Log)
	}
	return shop, logs
}

// tells is which finder, or which report, should tell each story of the sample
// shop.
var tells = map[string]string{
	"returning": "returning", "unserved": "unserved", "hesitant": "unserved", "slow-evenings": "slowagent", "never-applies": "applicant",
	"costly-worker": "worker", "bad-batch": "badproduct", "surge": "surge",
}

func TestPlantedStoriesAreFound(t *testing.T) {
	for _, l := range lang.All {
		t.Run(string(l), func(t *testing.T) {
			shop, logs := sampleShop(t, l)
			found, err := Findings(t.Context(), Input{Logs: logs, Engine: pivot.Memory(), Lang: l})
			if err != nil {
				t.Fatal(err)
			}
			text := map[string]string{}
			for _, f := range found {
				text[f.ID] += f.Text
			}
			planted := map[string]bool{}
			for _, s := range shop.Stories() {
				id, ok := tells[s.ID]
				if !ok {
					continue
				}
				planted[id] = true
				if text[id] == "" {
					t.Errorf("story %s is not found", s.ID)
					continue
				}
				named := len(s.Values) == 0
				for _, v := range s.Values {
					named = named || strings.Contains(text[id], v)
				}
				if !named {
					t.Errorf("story %s is about %v, the finding says %q", s.ID, s.Values, text[id])
				}
			}
			for id, s := range text {
				if !planted[id] {
					t.Errorf("nobody planted %s: %q", id, s)
				}
			}
		})
	}
}

// Scenes that are no findings stand in the lists of the reports that they
// belong to.
func TestScenesStandInTheirLists(t *testing.T) {
	shop, logs := sampleShop(t, lang.ZH)
	docs := map[string]string{}
	of := func(id string) string {
		if docs[id] == "" {
			docs[id] = dump(makeReport(t, id, Input{Logs: logs, Lang: lang.ZH, Period: "all"}))
		}
		return docs[id]
	}
	for story, report := range map[string]string{"urging": "urging", "returning": "customers", "costly-customer": "value", "costly-worker": "workers", "never-applies": "approvals"} {
		for _, s := range shop.Stories() {
			if s.ID != story {
				continue
			}
			for _, v := range s.Values {
				if !strings.Contains(of(report), v) {
					t.Errorf("story %s: %q does not stand in the report %s", story, v, report)
				}
			}
		}
	}
}

// Every report of the sample shop, in both languages and over several periods:
// nothing that a person should not see, every figure with rows behind it.
func TestEveryReportOfTheSampleShop(t *testing.T) {
	for _, l := range lang.All {
		_, logs := sampleShop(t, l)
		logs, err := derive.Complete(t.Context(), logs, derive.Default(), l)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range Catalogue {
			for _, period := range []string{"", "all", "last-month"} {
				t.Run(string(l)+"/"+r.ID+"/"+period, func(t *testing.T) {
					doc := makeReport(t, r.ID, Input{Logs: logs, Lang: l, Period: period})
					if doc.Lead() == "" {
						t.Error("no answer in one sentence")
					}
					for _, bad := range []string{"‹", "%!", "EXTRA", "MISSING"} {
						if s := dump(doc); strings.Contains(s, bad) {
							t.Errorf("%q leaks into the report:\n%s", bad, s)
						}
					}
				})
			}
		}
	}
}

// Nothing is the matter with random logs, so nothing may be found.
func TestNothingIsFoundInChance(t *testing.T) {
	var wg sync.WaitGroup
	for seed := range uint64(60) {
		wg.Go(func() {
			found, err := Findings(context.Background(), Input{Logs: evenLogs(seed), Engine: pivot.Memory(), Lang: lang.EN})
			if err != nil {
				t.Error(err)
			}
			for _, f := range found {
				t.Errorf("seed %d: %s %s (chance %.2g)", seed, f.ID, f.Text, f.chance)
			}
		})
	}
	wg.Wait()
}

// Shuffling each column breaks what belongs together; only what lies in single
// columns may be found then: a day with many rows, a region without orders, or
// an amount above its limit, which is arithmetic.
func TestShuffledSampleLosesItsStories(t *testing.T) {
	for seed := range uint64(8) {
		_, logs := sampleShop(t, lang.EN)
		r := rand.New(rand.NewPCG(seed, 8))
		for _, l := range logs {
			var cols []*table.Column
			for _, c := range l.Table.Cols {
				rows := r.Perm(l.Table.Rows)
				cols = append(cols, table.New(c).Take(rows).Cols[0])
			}
			l.Table = table.New(cols...)
		}
		found, err := Findings(t.Context(), Input{Logs: logs, Engine: pivot.Memory(), Lang: lang.EN})
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range found {
			switch f.ID {
			case "surge", "unserved", "applicant", "badproduct", "overpaid":
			default:
				t.Errorf("seed %d: found in shuffled logs: %s %s (chance %.2g)", seed, f.ID, f.Text, f.chance)
			}
		}
	}
}

// evenLogs are eight weeks of logs in which everything is drawn evenly.
func evenLogs(seed uint64) []*logkind.Log {
	r := rand.New(rand.NewPCG(seed, 1))
	pick := func(words ...string) func() string { return func() string { return words[r.IntN(len(words))] } }
	customers := make([]string, 900)
	for i := range customers {
		customers[i] = "c" + num(i)
	}
	when := func() string {
		return at0(at("03-02") + float64(r.IntN(56*day)))
	}
	agents, products := pick("Li", "Wu", "Sun", "Ma", "He", "Xu"), pick("p1", "p2", "p3", "p4", "p5")
	regions, workers := pick("浙江省", "江苏省", "广东省", "四川省", "山东省"), pick("w1", "w2", "w3", "w4")
	yes := func(p float64) func() string {
		return func() string {
			if r.Float64() < p {
				return "y"
			}
			return "n"
		}
	}
	amount := func() string { return num(1 + r.IntN(400)) }
	rows := func(n int, header string, cells ...func() string) string {
		var s strings.Builder
		s.WriteString(header + "\n")
		for range n {
			var row []string
			for _, c := range cells {
				row = append(row, c())
			}
			s.WriteString(strings.Join(row, "|") + "\n")
		}
		return s.String()
	}
	return []*logkind.Log{
		sheet("calls", logkind.Inbound, rows(1500, "time|customer|agent|region|type1|type2|product|worker|resolved|first_response|satisfaction", when, pick(customers...), agents, regions,
			pick("咨询", "投诉", "改价"), pick("a", "b", "c", "d", "e", "f"), products, workers, yes(0.8), amount, pick("1", "2", "3", "4", "5", ""))),
		sheet("orders", logkind.Order, rows(700, "order_time|customer|region|product|worker|amount|status", when, pick(customers...), regions, products, workers, amount, pick("交易成功", "交易关闭", "等待买家付款"))),
		sheet("reviews", logkind.Review, rows(60, "review_time|customer|product|agent|rating|reason|resolved|cost", when, pick(customers...), products, agents, pick("中评", "差评"), pick("x", "y2", "z"), yes(0.5), pick("0", "3", "5"))),
		sheet("requests", logkind.Approval, rows(120, "time|applicant|customer|reason|requested|approved", when, agents, pick(customers...), pick("x", "y2"), amount, yes(0.9))),
	}
}
