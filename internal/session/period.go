package session

import (
	"tallyboard/internal/display"
	"tallyboard/internal/fault"
	"tallyboard/internal/lang"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
)

// PeriodFilter resolves a period in the command line's grammar against the
// newest date of a log: the filters that keep it, and in a sentence which dates
// it is.
func PeriodFilter(log *logkind.Log, text string, l lang.Lang) ([]pivot.Filter, string, error) {
	col := log.Col(logkind.Time)
	first, last := pivot.Span(col)
	p, err := pivot.ParsePeriod(text, last)
	if err != nil {
		return nil, "", err
	}
	if p.All() {
		return nil, l.T("session.period.all"), nil
	}
	if col == nil {
		return nil, "", fault.New("session.notime", log.Name)
	}
	said := l.T("session.period", text, display.Span(p.From, p.To-1, l, true))
	if p.Partial(first, last) {
		said += l.T("session.period.partial")
	}
	return p.Filters(col.Name), said, nil
}
