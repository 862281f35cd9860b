package report

import (
	"cmp"
	"context"
	"math"
	"slices"

	"tallyboard/internal/derive"
	"tallyboard/internal/document"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
)

// Finding is one thing that a good analyst would say about the logs.
type Finding struct {
	ID   string // of the finder
	Text string
	Tone document.Tone
	Ref  *document.Ref // the rows behind it

	effect float64 // how much it matters, 0 to 1
	chance float64 // of data like these where nothing is the matter, for all that was looked at
	cause  string  // findings of one cause are one finding
	view   *pivot.Spec
}

// finder looks for one kind of finding. It gives only what chance does not
// explain, looking at everything it tried.
type finder struct {
	id   string
	find func(*Builder) []Finding
}

// finders are all kinds of findings. The order settles which of two findings of
// one cause is told: the earlier.
var finders = []finder{
	{"surge", surges},
	{"badproduct", badProducts},
	{"slowagent", slowAgents},
	{"unserved", unservedRegions},
	{"returning", returningCustomers},
	{"worker", costlyWorkers},
	{"applicant", applicants},
	{"change", changes},
	{"weakagent", weakAgents},
	{"orderrate", ordersApart},
	{"overpaid", overpaid},
	{"blanks", blanks},
}

// Limits of findings: how many are told, and how unlikely by chance each must
// be, everything that its finder tried taken together.
const (
	mostFindings = 7
	unlikely     = 0.0002
)

// lookBack is how many days up to the end of the period findings about lasting
// conditions take in: a week alone holds too few rows of one agent or region.
const lookBack = 56

// Findings looks for what stands out in the logs, the weightiest first.
func Findings(ctx context.Context, in Input) ([]Finding, error) {
	b, err := newBuilder(ctx, Report{ID: "overview", Kinds: allKinds}, in)
	if err != nil {
		return nil, err
	}
	out := b.findings()
	return out, b.err
}

// findings are ranked by effect times certainty. What the later finders need, and
// the next part of the report, is derived while the first of them look: some
// keep one core busy only.
func (b *Builder) findings(next ...logkind.Role) []Finding {
	var all []Finding
	told := map[string]bool{}
	b.meanwhile(append(b.findersNeed(), next...), func() {
		for _, f := range finders {
			for _, x := range f.find(b) {
				if x.chance >= unlikely || x.cause != "" && told[x.cause] {
					continue
				}
				x.ID = f.id
				b.study(&x)
				told[x.cause] = true
				all = append(all, x)
			}
		}
	})
	score := func(f Finding) float64 { return f.effect * math.Min(1, -math.Log10(math.Max(f.chance, 1e-12))/8) }
	slices.SortStableFunc(all, func(x, y Finding) int { return cmp.Compare(score(y), score(x)) })
	return all[:min(len(all), mostFindings)]
}

// findersNeed are the derived columns that findings in orders are made from.
func (b *Builder) findersNeed() []logkind.Role {
	var out []logkind.Role
	for _, v := range b.views(logkind.Order) {
		if v.log().Has(logkind.Worker) {
			out = append(out, derive.OrderContacts)
		}
		for _, r := range orderRates {
			out = append(out, r.kpi.DerivedOn(v.log())...)
		}
	}
	return out
}

// ofPeriod are the findings that tell of the report's own period; the others are
// about lasting conditions.
var ofPeriod = []string{"surge", "change", "blanks"}

// addFindings adds the findings as paragraphs, and says where they take in more
// than the period of the report.
func (b *Builder) addFindings(list []Finding) {
	lasting := false
	for _, f := range list {
		b.add(&document.Text{Text: f.Text, Tone: f.Tone, Ref: f.Ref})
		lasting = lasting || !slices.Contains(ofPeriod, f.ID)
	}
	if from, _ := b.reach(); lasting && b.recent().From < b.period.From {
		b.note(document.Neutral, "report.findings.reach", b.dates(math.Max(from, b.recent().From), b.period.To-day))
	}
}

// recent is the stretch that findings about lasting conditions take in.
func (b *Builder) recent() pivot.Period {
	if b.period.All() {
		return b.period
	}
	return pivot.Period{ID: "recent", From: math.Min(b.period.From, b.period.To-lookBack*day), To: b.period.To}
}

// names joins the first few names in a sentence.
func (b *Builder) names(list []string) string {
	const most = 3
	if len(list) > most {
		return b.t("report.andmore", b.lang.List(list[:most]), b.count(float64(len(list))))
	}
	return b.lang.List(list)
}
