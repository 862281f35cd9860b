package report

import (
	"math"

	"tallyboard/internal/display"
	"tallyboard/internal/pivot"
	"tallyboard/internal/table"
)

const day = 86400

var nan = math.NaN()

// span is a stretch of time in seconds, to excluded; the zero span is all time.
type span struct{ from, to float64 }

func (s span) bounded() bool { return s.to > s.from }

func (s span) days() float64 { return (s.to - s.from) / day }

// spanName is a span for people.
func (b *Builder) spanName(s span) string {
	if !s.bounded() {
		return b.t("report.alltime")
	}
	return display.Span(s.from, s.to-day, b.lang, true)
}

// compares reports whether there is a period to compare with.
func (b *Builder) compares() bool { return b.before.bounded() }

func isTime(c *table.Column) bool { return c != nil && c.Type == table.Time }

// reach is the first and the last time in the logs that the report starts
// from, and whether any is known.
func (b *Builder) reach() (from, to float64, ok bool) {
	from, to = math.Inf(1), math.Inf(-1)
	for _, l := range b.logs(b.report.Kinds...) {
		c := l.Col(timeRole(l))
		if c == nil {
			continue
		}
		for _, v := range c.Nums {
			if v < from {
				from = v
			}
			if v > to {
				to = v
			}
		}
	}
	return from, to, from <= to
}

// resolve settles the period and the one before it. Without a wish it is the
// last complete week; all, where the logs do not span two weeks or know no times.
func (b *Builder) resolve() error {
	from, to, ok := b.reach()
	if !ok {
		return nil
	}
	first, last := math.Floor(from/day)*day, math.Floor(to/day)*day
	if b.In.Period == "" {
		monday := last - math.Mod(last/day+3, 7)*day
		if last-monday < 6*day {
			monday -= 7 * day
		}
		if monday >= first {
			b.period = span{monday, monday + 7*day}
			if monday-7*day >= first || true {
				b.before = span{monday - 7*day, monday}
			}
		}
	}
	if b.before.to <= first {
		b.before = span{}
	}
	return nil
}

// pace is the step in which the past of a number is shown, and how far back: as
// many periods as a spark line has points, or all time in days, weeks or months.
func (b *Builder) pace() (pivot.Func, span) {
	p := b.period
	if !p.bounded() {
		from, to, ok := b.reach()
		switch {
		case !ok || to-from <= 31*day:
			return pivot.Day, p
		case to-from <= 200*day:
			return pivot.Week, p
		}
		return pivot.Month, p
	}
	switch d := p.days(); {
	case d <= 2:
		return pivot.Day, span{p.to - sparks*day, p.to}
	case d <= 8:
		return pivot.Week, span{p.to - sparks*7*day, p.to}
	case d <= 31:
		return pivot.Month, span{p.to - sparks*31*day, p.to}
	}
	return pivot.Month, p
}
