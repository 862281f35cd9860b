package report

import (
	"cmp"
	"math"
	"slices"

	"gonum.org/v1/gonum/stat/distuv"

	"tallyboard/internal/document"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
)

// surge is a day of the period on which far more came in than on usual days.
type surge struct {
	v             *view
	day           pivot.Label
	count, excess float64
	usual         float64 // of that day
	weekly        float64 // of a usual week
	chance        float64
}

// surgeDays finds the days of the period on which far more came in than on
// usual days of the weeks around it, the greatest first.
func (b *Builder) surgeDays() []surge {
	var out []surge
	for _, v := range b.views(logkind.Inbound, logkind.Chat, logkind.Order, logkind.Generic) {
		days, labels := v.daily(b.recent())
		if len(days) < 21 {
			continue
		}
		usual := usualDays(days)
		phi := dispersion(days, usual)
		for i, x := range days {
			if !b.period.Contains(labels[i].Num) || x < 1.5*math.Max(usual[i], beside(days, i)) || x < 20 {
				continue
			}
			p := float64(len(days)) * normalTail((x-usual[i])/math.Sqrt(phi*math.Max(usual[i], 1)))
			if p < unlikely {
				out = append(out, surge{v, labels[i], x, x - usual[i], math.Max(usual[i], 1), 7 * math.Max(1, mean(usual)), p})
			}
		}
	}
	slices.SortStableFunc(out, func(x, y surge) int { return cmp.Compare(y.excess/y.weekly, x.excess/x.weekly) })
	return out
}

// surges tells the surge days in one finding.
func surges(b *Builder) []Finding {
	const told = 3
	list := b.surgeDays()
	if len(list) == 0 {
		return nil
	}
	text := ""
	for _, x := range list[:min(len(list), told)] {
		on := x.v.timed(pivot.Day)
		s := b.t("report.find.surge", b.dayName(on, x.day), b.rowsOf(x.v.log().Kind, x.count), decimal(1).Full(x.count/x.usual, b.lang))
		if name, share, ok := x.v.driver(is(on, x.day), x.excess); ok {
			s = b.t("report.and", s, b.t("report.find.driver", name, b.percentText(share)))
		}
		if text != "" {
			s = b.join(text, s)
		}
		text = s
	}
	top := list[0]
	return []Finding{{Text: b.sentence(text), Tone: document.Warning, Ref: &document.Ref{Log: top.v.log().Name, Where: []pivot.Filter{is(top.v.timed(pivot.Day), top.day)}}, view: top.v.over(b.recent()).along(pivot.Day),
		effect: math.Min(1, 0.3+top.excess/top.weekly), chance: top.chance}}
}

// dayName is a day for people, with its year where the logs hold several.
func (b *Builder) dayName(on pivot.Dim, day pivot.Label) string {
	if first, last := b.reach(); last-first > 300*86400 && day.Num == day.Num {
		return b.dates(day.Num, day.Num)
	}
	return b.label(on, day)
}

// daily counts the rows of each day, days without any included.
func (v *view) daily(p pivot.Period) (days []float64, labels []pivot.Label) {
	if v.time == "" {
		return nil, nil
	}
	r := v.run(p, pivot.Spec{Rows: []pivot.Dim{v.timed(pivot.Day)}, FillTime: true})
	for _, i := range leaves(r.Rows) {
		days = append(days, float64(r.CountAt(i, 0)))
		labels = append(labels, r.Rows.Members[i].Path[0])
	}
	return days, labels
}

// usualDays is for each day the median of the same weekday in the other weeks,
// drawn towards the median of all days where there are few weeks.
func usualDays(days []float64) []float64 {
	all := median(days)
	out := make([]float64, len(days))
	for i := range days {
		var same []float64
		for j := i % 7; j < len(days); j += 7 {
			if j != i {
				same = append(same, days[j])
			}
		}
		k := float64(len(same))
		out[i] = (k*median(same) + all) / (k + 1)
	}
	return out
}

// beside is the median of the days next to one, three on each side: where they
// are as high, business grew and did not surge.
func beside(days []float64, i int) float64 {
	near := slices.Clone(days[max(0, i-3):i])
	return median(append(near, days[i+1:min(len(days), i+4)]...))
}

// dispersion is how much wider than Poisson the days scatter about what is
// usual, at least 1; the widest tenth is left out, so that a surge does not
// hide itself.
func dispersion(days, usual []float64) float64 {
	var z []float64
	for i := range days {
		if usual[i] > 0 {
			z = append(z, (days[i]-usual[i])*(days[i]-usual[i])/usual[i])
		}
	}
	slices.Sort(z)
	z = z[:len(z)-len(z)/10]
	// Without its widest tenth a variance comes out at about 0.63 of its size.
	return math.Max(1, mean(z)/0.63)
}

// driver names the contact type, region or product that made most of an
// excess, where one made a good part of it.
func (v *view) driver(on pivot.Filter, excess float64) (name string, share float64, ok bool) {
	for _, r := range []logkind.Role{logkind.Type3, logkind.Type2, logkind.Type1, logkind.Product, logkind.Region} {
		if !v.log().Has(r) {
			continue
		}
		w := v.over(v.b.recent())
		that, all := w.by([]pivot.Dim{dim(r)}, nil, on), w.by([]pivot.Dim{dim(r)}, nil)
		rest := map[string]float64{}
		for _, l := range all.named(0) {
			rest[l.label().Text] = l.n
		}
		for _, l := range that.named(0) {
			usual := (rest[l.label().Text] - l.n) * ratio(that.total.n-excess, all.total.n-that.total.n)
			if part := (l.n - usual) / excess; part > math.Max(share, 0.4) {
				name, share, ok = that.name(l), math.Min(part, 1), true
			}
		}
		if ok {
			return name, share, true
		}
	}
	return "", 0, false
}

func normalTail(z float64) float64 { return distuv.UnitNormal.Survival(z) }

func mean(list []float64) float64 {
	sum := 0.0
	for _, x := range list {
		sum += x
	}
	return ratio(sum, float64(len(list)))
}

func median(list []float64) float64 {
	if len(list) == 0 {
		return 0
	}
	s := slices.Sorted(slices.Values(list))
	return (s[(len(s)-1)/2] + s[len(s)/2]) / 2
}

// surgeFilters leave out the days of the period that surged, so that what they
// brought is not told a second time.
func (v *view) surgeFilters() []pivot.Filter {
	var out []pivot.Filter
	for _, x := range v.b.surgeDays() {
		if x.v.index == v.index {
			f := is(v.timed(pivot.Day), x.day)
			f.Op = pivot.Ne
			out = append(out, f)
		}
	}
	return out
}
