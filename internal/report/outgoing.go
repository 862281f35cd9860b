package report

import (
	"slices"
	"strings"

	"tallyboard/internal/document"
	"tallyboard/internal/kpi"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
)

// outgoingWords mark a direction as a call that the shop made.
var outgoingWords = []string{"呼出", "去电", "外呼", "拨出", "outbound", "outgoing"}

// incoming keeps the calls of customers in a log that holds the calls of the shop
// beside them: in those the number that calls is the shop's own. ok is false
// where the log does not tell directions, or holds only one.
func incoming(l *logkind.Log) (f pivot.Filter, ok bool) {
	c := l.Col(logkind.Direction)
	if l.Kind != logkind.Inbound || c == nil || !c.Type.Coded() {
		return f, false
	}
	f = pivot.Filter{Column: kpi.At(logkind.Direction), Op: pivot.Ne}
	for code := 1; code <= c.Dict.Len(); code++ {
		word := c.Dict.At(uint32(code))
		if slices.ContainsFunc(outgoingWords, func(w string) bool { return strings.Contains(strings.ToLower(word), w) }) {
			f.Values = append(f.Values, word)
		}
	}
	return f, len(f.Values) > 0 && len(f.Values) < c.Dict.Len()
}

// outgoingNotes say how many calls of the shop were left out.
func (b *Builder) outgoingNotes() {
	for i, l := range b.logs() {
		f, ok := incoming(l)
		if !ok || !b.viewed[i] {
			continue
		}
		f.Op = pivot.Eq
		r, err := b.In.Engine.Run(b.ctx, l, pivot.Spec{Values: []pivot.Value{{Agg: pivot.Count}}, Where: []pivot.Filter{f}})
		if err != nil {
			b.err = err
			return
		}
		n := r.At(len(r.Rows.Members)-1, len(r.Cols.Members)-1, 0)
		b.note(document.Neutral, "report.outgoing", l.Name, b.count(n))
	}
}
