package report

import (
	"math"
	"slices"

	"tallyboard/internal/derive"
	"tallyboard/internal/display"
	"tallyboard/internal/document"
	"tallyboard/internal/pivot"
)

const day = 86400

var nan = math.NaN()

// resolve settles the period and the one it is compared with. Without a wish
// the period is the report's own default. A period before that the logs do not wholly reach over is not compared:
// it would show a rise that is none.
func (b *Builder) resolve() error {
	first, last := b.reach()
	var err error
	if b.In.Period != "" {
		b.period, err = pivot.ParsePeriod(b.In.Period, last)
	} else if b.period, err = b.byDefault(first, last); err == nil && !b.period.All() && b.In.Front != nil {
		if from, to := pivot.Span(b.In.Front.Col(derive.When(b.In.Front))); to < b.period.From || from >= b.period.To {
			b.period, err = b.byDefault(from, to)
		}
	}
	if err != nil || b.period.All() || b.In.Compare == "none" {
		return err
	}
	before := b.period.Previous()
	if b.In.Compare == "last-year" {
		before = b.period.LastYear()
	}
	if last < before.From || first >= before.To || before.Partial(first, last) {
		b.skipped = before
		return nil
	}
	b.before = before
	return nil
}

// byDefault is the report's default period in logs that reach from first to last.
func (b *Builder) byDefault(first, last float64) (pivot.Period, error) {
	switch {
	case b.report.Period == "today" && last == last, b.report.Period == "all":
		return pivot.ParsePeriod(b.report.Period, last)
	case b.report.Period == "last-month":
		return b.usual(first, last, "month", "week")
	}
	return b.usual(first, last, "week", "month")
}

// usual is the last period of the first unit of which every day lies within the
// logs and which has rows, else of the next unit; all time where there is none.
func (b *Builder) usual(first, last float64, units ...string) (pivot.Period, error) {
	if last == last {
		for _, unit := range units {
			p, err := pivot.ParsePeriod("this-"+unit, last)
			if err != nil {
				return p, err
			}
			if p.Partial(first, last) {
				p = p.Previous()
			}
			if !p.Partial(first, last) && b.reaches(p) {
				return p, nil
			}
		}
	}
	return pivot.ParsePeriod("all", last)
}

// reaches reports whether any log that the report starts from has rows in p.
func (b *Builder) reaches(p pivot.Period) bool {
	for _, l := range b.logs(b.report.Kinds...) {
		if c := l.Col(derive.When(l)); c != nil && slices.ContainsFunc(c.Nums, p.Contains) {
			return true
		}
	}
	return false
}

// outside gives the dates of the logs where the period has none of their rows,
// and no log has rows without a date.
func (b *Builder) outside() (from, to float64, out bool) {
	from, to = b.reach()
	if b.period.All() || from != from || b.reaches(b.period) {
		return from, to, false
	}
	for _, l := range b.logs(b.report.Kinds...) {
		if derive.When(l) == "" {
			return from, to, false
		}
	}
	return from, to, true
}

// periodNotes says what the period leaves out or cannot be compared with.
func (b *Builder) periodNotes() {
	first, last := b.reach()
	if b.period.Partial(first, last) && last >= b.period.From && first < b.period.To {
		b.note(document.Neutral, "report.partial", b.dates(math.Max(first, b.period.From), math.Min(last, b.period.To-day)))
	}
	if !b.skipped.All() && last >= b.skipped.From && first < b.skipped.To {
		b.note(document.Neutral, "report.notcompared", b.spanName(b.skipped))
	}
}

// spanName is a period for people.
func (b *Builder) spanName(p pivot.Period) string {
	if !p.All() {
		return b.dates(p.From, p.To-day)
	}
	if first, last := b.reach(); first == first {
		return b.dates(first, last)
	}
	return b.t("report.alltime")
}

func (b *Builder) dates(from, to float64) string { return display.Span(from, to, b.lang, true) }

// compares reports whether there is a period to compare with.
func (b *Builder) compares() bool { return !b.before.All() }

// reach is the first and the last time in the logs that the report starts
// from; NaN where none is known.
func (b *Builder) reach() (first, last float64) {
	if b.span != nil {
		return b.span[0], b.span[1]
	}
	first, last = nan, nan
	for _, l := range b.logs(b.report.Kinds...) {
		from, to := pivot.Span(l.Col(derive.When(l)))
		if from == from && !(first <= from) {
			first = from
		}
		if to == to && !(last >= to) {
			last = to
		}
	}
	b.span = &[2]float64{first, last}
	return first, last
}

// pace is the step in which the past of a number is shown, and how far back: as
// many weeks before a week as a spark line has points; other stretches are cut
// into days, weeks or months.
func (b *Builder) pace() (pivot.Func, pivot.Period) {
	p := b.period
	if p.Unit == pivot.Plain {
		return b.step(31, 200), p
	}
	from := p
	for range sparks - 1 {
		from = from.Previous()
	}
	unit := p.Unit
	if unit == pivot.ISOWeek {
		unit = pivot.Week
	}
	return unit, pivot.Period{ID: p.ID, From: from.From, To: p.To}
}

// timeline is the step in which the period itself is drawn.
func (v *view) timeline() pivot.Dim { return v.timed(v.b.step(62, 400)) }

// step is days where the period is up to so many days long, weeks up to so many
// more, months beyond.
func (b *Builder) step(days, weeks float64) pivot.Func {
	length := b.period.To - b.period.From
	if b.period.All() {
		first, last := b.reach()
		length = last - first
	}
	switch {
	case !(length > days*day):
		return pivot.Day
	case length <= weeks*day:
		return pivot.Week
	}
	return pivot.Month
}
