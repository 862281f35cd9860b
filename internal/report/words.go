package report

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"tallyboard/internal/display"
	"tallyboard/internal/document"
	"tallyboard/internal/kpi"
	"tallyboard/internal/lang"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
)

// begin opens the part of a report that is about one log; it reports whether
// the period has rows. Where several logs share the report each has a heading.
func (v *view) begin(id string, several bool) bool {
	b := v.b
	if several {
		b.heading("about_"+id+"_"+string(v.log().Kind), v.title())
	}
	n := v.rows()
	if n == 0 || n != n {
		v.empty()
		return false
	}
	if b.undrawn = n < fewRows; b.undrawn {
		b.note(document.Warning, "report.fewrows", b.count(n))
	}
	return true
}

// empty says that the log has no rows in the period, and which dates it has.
func (v *view) empty() {
	from, to := pivot.Span(v.log().Col(v.time))
	if from != from {
		v.b.note(document.Neutral, "report.norows", v.log().Name)
		return
	}
	v.b.note(document.Neutral, "report.norows.dates", v.log().Name, v.b.dates(from, to))
}

// missing says which role no log has, so that the person can choose its column.
func (b *Builder) missing(views []*view, role logkind.Role) {
	for _, v := range views {
		b.add(&document.Note{Text: b.t("report.missing", v.log().Name, b.roleName(role)), Tone: document.Warning, Missing: string(role), Log: v.log().Name})
	}
}

// mostChanged is the line whose rows changed most against the period before; ok
// is false where nothing is compared, or where among so many lines one changes
// as much by chance.
func mostChanged(lines []line) (best line, ok bool) {
	size := 0.0
	for _, l := range lines {
		if l.before != l.before {
			return best, false
		}
		if diff := math.Abs(l.n - l.before); diff > size {
			best, size = l, diff
		}
	}
	sum := best.n + best.before
	return best, sum >= fewRows && float64(len(lines))*twoSided(size/math.Sqrt(sum)) < 0.05
}

// join puts two halves of a sentence together, sentence ends it.
func (b *Builder) join(a, c string) string {
	if c == "" {
		return a
	}
	return b.t("report.join", a, c)
}

// versus says how a number stands against the one of the period before.
func (b *Builder) versus(now, before float64) string {
	diff := now - before
	switch {
	case before != before || now != now:
		return ""
	case before == 0 && diff > 0:
		return b.t("report.more.new", b.count(diff))
	case now > tenfold*before && diff > 0:
		return b.t("report.more.far", b.count(diff), b.count(before))
	case diff > 0:
		return b.t("report.more", b.count(diff), display.Change(change(now, before), b.lang))
	case diff < 0:
		return b.t("report.less", b.count(-diff), display.Change(change(now, before), b.lang))
	}
	return b.t("report.same")
}

func (b *Builder) sentence(s string) string { return b.t("report.sentence", s) }

// kpiIs is a KPI and its value inside a sentence: "resolved 72.9%".
func (b *Builder) kpiIs(name, value string) string { return b.t("report.kpiis", inText(name), value) }

// inText is a name of the catalogue as it stands inside a sentence or a title:
// without the capital of its own, unless that is one of several.
func inText(name string) string {
	first, n := utf8.DecodeRuneInString(name)
	if second, _ := utf8.DecodeRuneInString(name[n:]); !unicode.IsLower(second) {
		return name
	}
	return string(unicode.ToLower(first)) + name[n:]
}

// opening is a text of the catalogue at the beginning of a sentence.
func opening(s string) string {
	first, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[n:]
}

// wish names the roles that would make the report say more, so that the person
// can choose their columns.
func (v *view) wish(roles ...logkind.Role) {
	b := v.b
	if b.compact || v.log().Kind != logkind.Inbound && v.log().Kind != logkind.Chat {
		return
	}
	for _, r := range roles {
		if !v.log().Has(r) {
			b.add(&document.Note{Text: b.t("report.wish", v.log().Name, b.roleName(r)), Missing: string(r), Log: v.log().Name})
		}
	}
}

// kpiName is what a KPI is called on the view's log.
func (v *view) kpiName(k *kpi.KPI) string { return v.kpiText("", k) }

// kpiText is a text about a KPI on the view's log: "help", "todo".
func (v *view) kpiText(part string, k *kpi.KPI) string {
	return v.b.t(k.Key(v.b.lang, v.log().Kind, part))
}

// keyOf is the key of a text as the view's kind of log says it: KEY.KIND where
// the catalogue has that.
func (v *view) keyOf(key string) string {
	if own := key + "." + string(v.log().Kind); v.b.lang.Has(own) {
		return own
	}
	return key
}

// seam marks where words were put into a text; it never leaves spaced.
const seam = '\uE000'

// spaced fills words into a text of the catalogue. Chinese stands apart from
// Latin words and figures that were filled in beside it, as from those in the
// text itself; Chinese filled in beside Chinese does not.
func spaced(l lang.Lang, key string, args ...any) string {
	if l != lang.ZH || len(args) == 0 {
		return l.T(key, args...)
	}
	marked := make([]any, len(args))
	for i, a := range args {
		marked[i] = a
		if s, ok := a.(string); ok && s != "" {
			marked[i] = string(seam) + s + string(seam)
		}
	}
	var out strings.Builder
	var last rune
	open, blank := false, false
	for _, r := range l.T(key, marked...) {
		switch {
		case r == seam:
			open = true
			continue
		case r == ' ' && !blank:
			blank = true // a blank of the text itself waits for what follows
			continue
		}
		han := unicode.Is(unicode.Han, r)
		switch wasHan := unicode.Is(unicode.Han, last); {
		case open && (wasHan && latin(r) || latin(last) && han):
			out.WriteByte(' ')
		case blank && !(open && wasHan && han):
			out.WriteByte(' ')
		}
		out.WriteRune(r)
		last, open, blank = r, false, false
	}
	if blank {
		out.WriteByte(' ')
	}
	return out.String()
}

func latin(r rune) bool {
	return unicode.Is(unicode.Latin, r) || unicode.IsDigit(r) || r == '%'
}
