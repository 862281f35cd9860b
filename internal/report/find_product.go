package report

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"

	"tallyboard/internal/document"
	"tallyboard/internal/kpi"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
)

// badProducts finds products that earn far more bad reviews than their share of
// the orders, or more than before from some day on.
func badProducts(b *Builder) []Finding {
	var out []Finding
	for _, v := range b.views(logkind.Review) {
		r, ok := v.first(logkind.Product, logkind.Category)
		if !ok || v.time == "" {
			continue
		}
		sold := b.soldShares(r)
		product, onDay := dim(r), v.timed(pivot.Day)
		res := v.run(b.recent(), pivot.Spec{Rows: []pivot.Dim{product}, Cols: []pivot.Dim{onDay}, FillTime: true})
		days, members := leaves(res.Cols), leaves(res.Rows)
		for _, i := range members {
			counts, others := make([]float64, len(days)), make([]float64, len(days))
			for j, d := range days {
				counts[j] = float64(res.CountAt(i, d))
				others[j] = float64(res.CountAt(grand(res.Rows), d)) - counts[j]
			}
			l := res.Rows.Members[i].Path[0]
			at, before, after, shift := changePoint(counts)
			if shift > 0.05 || after < 2*before {
				at, shift = 0, 1
			}
			n, rest := sumOf(counts[at:]), sumOf(others[at:])
			// The day was chosen by the data, hence ten times the chance.
			much := 1.0
			if share, ok := sold[l.Text]; ok && n > 2*share*(n+rest) {
				much = 10 * (1 - distuv.Binomial{N: n + rest, P: share}.CDF(n-1))
			}
			// Where every product gets more, the product is not the cause.
			if at > 0 && ratesDiffer(n, sumOf(counts[:at])+1, rest, sumOf(others[:at])+1) > 0.05 {
				shift = 1
			}
			chance := float64(len(members)) * math.Min(shift, much)
			if n < 5 || chance >= unlikely {
				continue
			}
			where := []pivot.Filter{is(product, l)}
			s := b.t("report.find.badshare", b.label(product, l), b.count(n), b.percentText(ratio(n, n+rest)))
			var since pivot.Label
			if at > 0 {
				since = res.Cols.Members[days[at]].Path[0]
				s = b.t("report.find.badproduct", b.label(product, l), b.label(onDay, since), decimal(1).Full(7*before, b.lang), decimal(1).Full(7*after, b.lang))
				where = append(where, pivot.Filter{Column: kpi.At(v.time), Op: pivot.Ge, Values: []string{since.Text}})
			}
			if cause, ok := v.mainCause(is(product, l), since); ok {
				s = b.join(s, b.t("report.find.cause", cause))
			}
			out = append(out, Finding{Text: b.sentence(s), Tone: document.Bad, Ref: &document.Ref{Log: v.log().Name, Where: where},
				effect: math.Min(1, 0.4+ratio(n, n+rest)), chance: chance, cause: "product:" + l.Text})
		}
	}
	return out
}

// soldShares is each product's share of the orders of the weeks until now, in
// the first log of orders that names products.
func (b *Builder) soldShares(r logkind.Role) map[string]float64 {
	out := map[string]float64{}
	logs := with(b.views(logkind.Order), r)
	if len(logs) == 0 {
		return out
	}
	d := logs[0].over(b.recent()).by([]pivot.Dim{dim(r)}, nil)
	for _, l := range d.named(0) {
		out[l.label().Text] = l.n / d.total.n
	}
	return out
}

// mainCause is the reason that most of the rows since a day give.
func (v *view) mainCause(which pivot.Filter, since pivot.Label) (string, bool) {
	if !v.log().Has(logkind.Cause) {
		return "", false
	}
	var from []pivot.Filter
	if since.Text != "" {
		from = append(from, pivot.Filter{Column: kpi.At(v.time), Op: pivot.Ge, Values: []string{since.Text}})
	}
	d := v.over(v.b.recent()).by([]pivot.Dim{dim(logkind.Cause)}, nil, append(from, which)...)
	lines := d.named(0)
	if len(lines) == 0 || lines[0].n < d.total.n/3 {
		return "", false
	}
	return d.name(lines[0]), true
}

// changePoint finds the day from which on a daily rate differs most, with the
// rates before and after it and the chance of such a split in an even stream,
// all days that could have been it taken together. at is 0 where there are too
// few to say.
func changePoint(counts []float64) (at int, before, after, chance float64) {
	const margin = 7 // days on each side
	n, total := float64(len(counts)), sumOf(counts)
	if total < 8 || len(counts) < 3*margin {
		return 0, 0, 0, 1
	}
	left, best := 0.0, 0.0
	for i := 1; i < len(counts); i++ {
		left += counts[i-1]
		if i < margin || len(counts)-i < margin {
			continue
		}
		right := total - left
		if lr := 2 * (logLike(left, float64(i)) + logLike(right, n-float64(i)) - logLike(total, n)); lr > best {
			best, at = lr, i
			before, after = left/float64(i), right/(n-float64(i))
		}
	}
	if at == 0 {
		return 0, 0, 0, 1
	}
	return at, before, after, math.Min(1, (n-2*margin)*distuv.ChiSquared{K: 1}.Survival(best))
}

// logLike is the log likelihood of a count over a stretch at its own rate.
func logLike(count, length float64) float64 {
	if count == 0 {
		return 0
	}
	return count * math.Log(count/length)
}

func sumOf(list []float64) (s float64) {
	for _, x := range list {
		s += x
	}
	return s
}
