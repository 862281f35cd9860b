package kpi

import (
	"math"
	"slices"
	"testing"

	"tallyboard/internal/derive"
	"tallyboard/internal/lang"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
	"tallyboard/internal/table"
)

var blank = math.NaN()

// logOf builds a log; roles are the names of the columns.
func logOf(kind logkind.Kind, cols ...*table.Column) *logkind.Log {
	l := &logkind.Log{Name: string(kind), Kind: kind, Table: table.New(cols...), Roles: logkind.Roles{}}
	for _, c := range cols {
		l.Roles[logkind.Role(c.Name)] = c.Name
	}
	return l
}

func text(role logkind.Role, vals ...string) *table.Column {
	return table.TextColumn(string(role), vals)
}

func number(role logkind.Role, vals ...float64) *table.Column {
	return table.NumColumn(string(role), table.Number, vals)
}

func yesNo(role logkind.Role, vals ...float64) *table.Column {
	return table.BoolColumn(string(role), "是", "否", vals)
}

func span(role logkind.Role, vals ...float64) *table.Column {
	return table.NumColumn(string(role), table.Duration, vals)
}

func when(role logkind.Role, hours ...float64) *table.Column {
	secs := make([]float64, len(hours))
	for i, h := range hours {
		secs[i] = 1.7e9 + h*3600
	}
	return table.NumColumn(string(role), table.Time, secs)
}

// A conversation log of eight rows; the last row is blank almost everywhere.
// Customer a: 0 h and 0.25 h (one visit, same type: returned), 200 h (more
// than seven days later: a new matter). b: 1 h, 30 h other type. c: 2 h.
func chats() *logkind.Log {
	return logOf(logkind.Chat,
		when(logkind.Time, 0, 0.25, 200, 1, 30, 2, 3, 4),
		text(logkind.Customer, "a", "a", "a", "b", "b", "c", "d", ""),
		text(logkind.Type1, "投诉", "投诉", "投诉", "咨询", "退款", "咨询", "咨询", ""),
		text(logkind.Stage, "售后", "售后", "售后", "售前", "售后", "售前", "售前", ""),
		yesNo(logkind.Resolved, 1, 1, 1, 0, 1, 1, blank, blank),
		yesNo(logkind.Replied, 1, 1, 1, 1, 0, 1, 1, blank),
		number(logkind.Satisfaction, 5, 4, 3, 1, blank, 4, blank, blank),
		span(logkind.FirstResponse, 10, 20, 30, 40, blank, 60, 80, blank),
		span(logkind.AvgResponse, 10, 20, 30, 40, blank, 60, 80, blank),
		span(logkind.Duration, 60, 120, 180, 240, blank, 300, 600, blank),
		number(logkind.CustomerMsgs, 2, 4, 2, 2, 2, 4, 4, 0),
		number(logkind.AgentMsgs, 4, 4, 2, 3, 0, 6, 6, 0))
}

// Orders of the customers above: b pays within three days of asking, c after
// four, d never.
func orders() *logkind.Log {
	return logOf(logkind.Order,
		text(logkind.OrderID, "1", "2", "3", "3"),
		when(logkind.OrderTime, 10, 50, 5, 5),
		when(logkind.PayTime, 11, 99, blank, blank),
		text(logkind.Customer, "b", "c", "d", "d"),
		number(logkind.Amount, 100, 50, 30, 30),
		number(logkind.Refund, 0, 20, blank, blank))
}

// example is a KPI on rows that can be counted by hand; NaN where there is
// nothing to compute it from.
type example struct {
	kpi  *KPI
	log  *logkind.Log
	want float64
}

// The worked examples of every KPI on each kind of log that tells it apart.
func examples() []example {
	reviews := logOf(logkind.Review, when(logkind.ReviewTime, 0, 0, 0), when(logkind.ContactTime, 2, 4, blank), yesNo(logkind.Resolved, 1, 0, blank), number(logkind.Cost, 5, 10, blank))
	granted := logOf(logkind.Approval, number(logkind.Approved, 10, 0, 15), number(logkind.Requested, 10, 20, 30))
	requests := logOf(logkind.Approval, yesNo(logkind.Approved, 1, 0, 1, 1), number(logkind.Requested, 10, 20, 30, blank))
	outbound := logOf(logkind.Outbound, when(logkind.Time, 0, 1, 2, 3), text(logkind.Matter, "m", "m", "n", "o"), yesNo(logkind.Resolved, 0, 1, 0, 1))
	checks := logOf(logkind.Quality, number(logkind.Score, 80, 90, 100), text(logkind.Problem, "无问题", "慢", ""))
	exams := logOf(logkind.Training, number(logkind.Score, 60, 90), yesNo(logkind.Passed, 0, 1))
	minutes := logOf(logkind.Chat, number(logkind.FirstResponse, 1, 2, 0.25))
	minutes.Table.Cols[0].Unit = "min"
	daily := logOf(logkind.Daily, number(logkind.Receptions, 100, 300, 50), number(logkind.CustomersServed, 90, 200, 40), span(logkind.FirstResponse, 10, 30, blank),
		span(logkind.AvgResponse, 20, 40, 60), number(logkind.AnswerRatio, 1, 2, blank), number(logkind.ReplyRate, 90, 98, 100), number(logkind.SatisfactionRate, 0.9, 0.5, blank),
		number(logkind.ResolutionRate, 0.8, 0.9, 1), number(logkind.Conversion, 50, 25, blank), number(logkind.Inquiries, 10, 30, blank), number(logkind.Sales, 10, 20, blank))
	marked := logOf(logkind.Daily, number(logkind.Receptions, 100, 300, 50), number(logkind.Satisfaction, 4, 5, blank))
	// 0.5 under 退款率(%) is half a percent.
	points := logOf(logkind.Daily, number(logkind.Payers, 100, 300), number(logkind.RefundRate, 0.5, 0.9))
	points.Table.Cols[1].Unit = "pp"
	// Counts of which ratios follow: complaints of receptions, sales of those who
	// paid, those who paid of those who asked. A day that lacks one of two counts
	// for neither.
	counts := logOf(logkind.Daily, number(logkind.Receptions, 100, 300, 50), number(logkind.Complaints, 2, 6, blank), number(logkind.Sales, 900, 300, 500),
		number(logkind.Payers, 6, 4, blank), number(logkind.Inquiries, 10, 30, 5), number(logkind.RefundRate, 50, 0, 100), span(logkind.Duration, 60, 120, blank))
	return []example{
		{RatingMean, marked, 1900.0 / 400},
		{RefundRate, points, 3.2 / 400},
		{Receptions, chats(), 8},
		{Customers, chats(), 4},
		{Visits, chats(), 7},
		{ReplyRate, chats(), 6.0 / 8},
		{FirstResponse, chats(), 40},
		{FirstResponseMedian, chats(), 35},
		{FirstResponseP90, chats(), 70},
		{FirstResponseWithin, chats(), 3.0 / 6},
		{FirstResponse, minutes, 65},
		{FirstResponseWithin, minutes, 1.0 / 3},
		{AvgResponse, chats(), 40},
		{AnswerRatio, chats(), 25.0 / 20},
		{ResolvedRate, chats(), 5.0 / 8},
		{FCR, chats(), 3.0 / 6},
		{ReturnRate, chats(), 1.0 / 6},
		{Satisfaction, chats(), 3.0 / 5},
		{RatingMean, chats(), 17.0 / 5},
		{RatedShare, chats(), 5.0 / 8},
		{ComplaintRate, chats(), 3.0 / 8},
		{TalkTime, chats(), 250},
		{TalkMedian, chats(), 210},
		{Conversion, chats(), 1.0 / 3},
		{Orders, orders(), 3},
		{PaidRate, orders(), 2.0 / 3},
		{Sales, orders(), 150},
		{Sales, logOf(logkind.Order, number(logkind.Amount, 10, 20, blank)), 30}, // nothing tells what was paid
		{OrderValue, orders(), 75},
		{SalesShare, orders(), 100.0 / 150},
		{RefundRate, orders(), 1.0 / 3},
		{Matters, outbound, 3},
		{AttemptsPerMatter, outbound, 4.0 / 3},
		{MattersSolved, outbound, 2.0 / 3},
		{ReachedRate, logOf(logkind.Outbound, yesNo(logkind.Replied, 1, 0, blank, 1)), 2.0 / 4},
		{Reviews, reviews, 3},
		{ReviewSolved, reviews, 1.0 / 3},
		{ContactLag, reviews, 3 * 3600},
		{Compensation, reviews, 15},
		{Requests, requests, 4},
		{ApprovedRate, requests, 0.75},
		{Requested, requests, 60},
		{ApprovedAmount, requests, 40}, // the one without an amount adds nothing
		{ApprovedAmount, granted, 25},
		{QualityScore, checks, 90},
		{ProblemRate, checks, 1.0 / 3},
		{PassRate, exams, 0.5},
		{ExamScore, exams, 75},
		{Receptions, daily, 450},
		{Customers, daily, 330},
		{FirstResponse, daily, (10*100 + 30*300) / 400.0},
		{AvgResponse, daily, (20*100 + 40*300 + 60*50) / 450.0},
		{AnswerRatio, daily, (100 + 600) / 400.0},
		{ReplyRate, daily, (90 + 294 + 50) / 450.0},
		{Satisfaction, daily, (90 + 150) / 400.0},
		{ResolvedRate, daily, (80 + 270 + 50) / 450.0},
		{Conversion, daily, (5 + 7.5) / 40},
		{Sales, daily, 30},
		{ComplaintRate, counts, 8.0 / 400},
		{TalkTime, counts, (60*100 + 120*300) / 400.0},
		{OrderValue, counts, 1200.0 / 10},
		{Conversion, counts, 10.0 / 40},
		{RefundRate, counts, (0.5 * 6) / 10},
	}
}

// on computes a KPI over all rows of a log, beside the orders or chats above.
func on(t *testing.T, k *KPI, log *logkind.Log) (v float64, fits bool) {
	t.Helper()
	logs := []*logkind.Log{log}
	switch log.Kind {
	case logkind.Chat:
		logs = append(logs, orders())
	case logkind.Order:
		logs = append(logs, chats())
	}
	d := derive.New(logs, derive.Default(), lang.EN)
	if err := d.Need(t.Context(), append(k.DerivedOn(log), derive.VisitStart)...); err != nil {
		t.Fatal(err)
	}
	log = d.Logs()[0]
	if !k.Ready(log) || !k.Fits(log) {
		return blank, false
	}
	r, err := pivot.Memory().Run(t.Context(), log, pivot.Spec{Values: []pivot.Value{k.On(log)}})
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Cells) == 0 {
		return blank, true
	}
	return r.At(0, 0, 0), true
}

func TestKPIs(t *testing.T) {
	for _, tc := range examples() {
		t.Run(tc.kpi.ID+"/"+string(tc.log.Kind), func(t *testing.T) {
			got, fits := on(t, tc.kpi, tc.log)
			if !fits {
				t.Fatalf("does not fit, missing %v", tc.kpi.Missing(tc.log))
			}
			if math.Abs(got-tc.want) > 1e-9 || (got != got) != (tc.want != tc.want) {
				t.Errorf("got %v, want %v", got, tc.want)
			}
		})
	}
}

// A KPI that is added to the catalogue needs a worked example, and one of a daily
// sheet where such a sheet can feed it.
func TestEveryKPIHasAnExample(t *testing.T) {
	rows, daily := map[*KPI]bool{}, map[*KPI]bool{}
	for _, tc := range examples() {
		if tc.log.Kind == logkind.Daily {
			daily[tc.kpi] = true
		} else {
			rows[tc.kpi] = true
		}
	}
	for _, k := range Catalogue {
		if !rows[k] {
			t.Errorf("%s has no worked example", k.ID)
		}
		if k.Suits(logkind.Daily) && !daily[k] {
			t.Errorf("%s has no worked example of a daily sheet", k.ID)
		}
	}
}

// Of logs without rows, and of rows without values, nothing is computed: counts
// are nothing or 0, ratios and means are blank, never 0 of 0 as a number.
func TestKPIsOfNothing(t *testing.T) {
	for _, tc := range examples() {
		for name, cut := range map[string]func(*table.Column) *table.Column{
			"no rows": func(c *table.Column) *table.Column {
				out := *c
				out.Codes, out.Nums = out.Codes[:0:0], out.Nums[:0:0]
				return &out
			},
			"blank rows": func(c *table.Column) *table.Column {
				out := *c
				if c.Type.Coded() {
					out.Codes = make([]uint32, len(c.Codes))
					return &out
				}
				out.Nums = make([]float64, len(c.Nums))
				for i := range out.Nums {
					out.Nums[i] = blank
				}
				return &out
			},
		} {
			log := *tc.log
			var cols []*table.Column
			for _, c := range tc.log.Table.Cols {
				cols = append(cols, cut(c))
			}
			log.Table = table.New(cols...)
			got, fits := on(t, tc.kpi, &log)
			if tc.kpi == AttemptsPerMatter && got == 1 { // a row that names no matter is one by itself
				continue
			}
			if counts := tc.kpi.sums(); fits && got == got && (got < 0 || !counts && got != 0) {
				t.Errorf("%s of %s: %v", tc.kpi.ID, name, got)
			}
		}
	}
}

// Ratings stand on the scale of their column, also in words.
func TestSatisfiedOnEveryScale(t *testing.T) {
	words := &table.Column{Name: "satisfaction", Type: table.Text, Codes: []uint32{1, 2, 3, 0}, Dict: table.DictOf("非常满意", "一般", "满意"), Values: []float64{blank, 5, 3, 4}}
	for _, tc := range []struct {
		name string
		col  *table.Column
		want float64
	}{
		{"one to five", number(logkind.Satisfaction, 5, 4, 3, blank), 2.0 / 3},
		{"up to ten", number(logkind.Satisfaction, 10, 8, 7, 5), 0.5},
		{"up to a hundred", number(logkind.Satisfaction, 100, 79, 80, blank), 2.0 / 3},
		{"yes and no", yesNo(logkind.Satisfaction, 1, 0, blank, 1), 2.0 / 3},
		{"words", words, 2.0 / 3},
		{"nobody satisfied", number(logkind.Satisfaction, 1, 2, 3), 0},
		{"nobody rated", number(logkind.Satisfaction, blank, blank), blank},
	} {
		log := logOf(logkind.Inbound, tc.col)
		r, err := pivot.Memory().Run(t.Context(), log, pivot.Spec{Values: []pivot.Value{Satisfaction.On(log)}})
		if err != nil {
			t.Fatal(err)
		}
		if got := r.At(0, 0, 0); math.Abs(got-tc.want) > 1e-9 || (got != got) != (tc.want != tc.want) {
			t.Errorf("%s: got %v, want %v", tc.name, got, tc.want)
		}
	}
}

func TestJudge(t *testing.T) {
	higher, lower := ResolvedRate, FirstResponse // standard 85%, excellent 95%; 60 s, 30 s
	for _, tc := range []struct {
		k    *KPI
		v    float64
		n    int64
		want Verdict
	}{
		{higher, 0.95, 100, Excellent}, {higher, 0.9, 100, Standard}, {higher, 0.85, 100, Standard}, {higher, 0.8, 100, Short}, {higher, 0.7, 100, FarShort},
		{higher, 0.1, 19, Unjudged}, {higher, blank, 100, Unjudged},
		{lower, 30, 100, Excellent}, {lower, 60, 100, Standard}, {lower, 61, 100, Short}, {lower, 91, 100, FarShort},
		{TalkTime, 30, 100, Unjudged},
	} {
		if got := tc.k.Judge(tc.v, tc.n, tc.k.LevelsBy(nil)); got != tc.want {
			t.Errorf("%s %v of %d rows: got %d, want %d", tc.k.ID, tc.v, tc.n, got, tc.want)
		}
	}
	if got := higher.Judge(0.5, 100, higher.LevelsBy(Standards{"resolved_rate": {0.4, 0.5}})); got != Excellent {
		t.Errorf("a shop's own levels do not count: %d", got)
	}
}

func TestCatalogueIsComplete(t *testing.T) {
	var seen []string
	for _, k := range Catalogue {
		if slices.Contains(seen, k.ID) {
			t.Errorf("two KPIs are called %s", k.ID)
		}
		seen = append(seen, k.ID)
		keys := []string{"kpi." + k.ID, "kpi." + k.ID + ".help", "kpi." + k.ID + ".formula"}
		if k.Weight > 0 && !math.IsNaN(k.Standard) && k.Suits(logkind.Inbound) {
			keys = append(keys, "kpi."+k.ID+".todo")
		}
		for _, l := range lang.All {
			for _, key := range keys {
				if !l.Has(key) {
					t.Errorf("%s: no text %s", l, key)
				}
			}
		}
		if k.Better != 0 && !math.IsNaN(k.Standard) && (k.Excellent-k.Standard)*float64(k.Better) <= 0 {
			t.Errorf("%s: excellent is not better than standard", k.ID)
		}
	}
}
