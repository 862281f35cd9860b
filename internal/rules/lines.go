package rules

import (
	"strconv"
	"strings"
	"time"
	"unicode"

	"tallyboard/internal/fault"
)

// Lists of weights as people type them, one on a line:
//
//	Ann = 2
//	Bob @ North shop = 1.5
//	11-11 double eleven = 5
//	11-28..11-30 stocktaking = 0
//
// A line without = weighs 1.

// PartsText writes parts, PartsOf reads them.
func PartsText(parts []Part) string {
	var lines []string
	for _, p := range parts {
		name := p.Name
		if p.Shop != "" {
			name += " @ " + p.Shop
		}
		lines = append(lines, name+" = "+plain(p.Weight))
	}
	return strings.Join(lines, "\n")
}

// PartsOf reads one part a line.
func PartsOf(text string) ([]Part, error) {
	var out []Part
	for _, line := range filled(text) {
		name, w, err := weighed(line)
		if err != nil {
			return nil, err
		}
		agent, shop, _ := strings.Cut(name, "@")
		out = append(out, Part{strings.TrimSpace(agent), strings.TrimSpace(shop), w})
	}
	return out, nil
}

// SpansText writes spans with the days of the month's own year in short.
func SpansText(spans []Span, m Month) string {
	var lines []string
	for _, s := range spans {
		line := shortDay(s.From, m)
		if s.To != s.From {
			line += ".." + shortDay(s.To, m)
		}
		if s.Name != "" {
			line += " " + s.Name
		}
		lines = append(lines, line+" = "+plain(s.Factor))
	}
	return strings.Join(lines, "\n")
}

// SpansOf reads one span a line; days without a year lie in the month's.
func SpansOf(text string, m Month) ([]Span, error) {
	var out []Span
	for _, line := range filled(text) {
		rest, w, err := weighed(line)
		if err != nil {
			return nil, err
		}
		// The days end where something stands that is no part of a date.
		end := strings.IndexFunc(rest, func(r rune) bool { return !unicode.IsDigit(r) && !strings.ContainsRune("-./~–至年月日", r) })
		if end < 0 {
			end = len(rest)
		}
		days := strings.NewReplacer("~", "..", "–", "..", "至", "..").Replace(rest[:end])
		first, last, long := strings.Cut(days, "..")
		s := Span{Name: strings.TrimSpace(rest[end:]), Factor: w}
		if s.From, err = dayIn(first, m); err != nil {
			return nil, err
		}
		s.To = s.From
		if long {
			if s.To, err = dayIn(last, m); err != nil {
				return nil, err
			}
		}
		out = append(out, s)
	}
	return out, nil
}

// dayIn reads 11-11, 11/11, 11月11日, 11 or a whole date.
func dayIn(text string, m Month) (Date, error) {
	year := strconv.Itoa(int(m) / 12)
	for _, layout := range []string{"2006-1-2", "2006/1/2", "2006.1.2", "2006-1月2日"} {
		if t, err := time.Parse(layout, year+layout[4:5]+text); err == nil {
			return Date(t.Unix() / 86400), nil
		}
	}
	if n, err := strconv.Atoi(strings.TrimSuffix(text, "日")); err == nil && n >= 1 && n <= m.Days() {
		return m.First() + Date(n-1), nil
	}
	return ParseDate(text)
}

func shortDay(d Date, m Month) string {
	if s := d.String(); len(s) > 5 && int(d.Month())/12 == int(m)/12 {
		return s[5:]
	}
	return d.String()
}

// weighed cuts a line into what it names and its weight.
func weighed(line string) (name string, w float64, err error) {
	line = strings.ReplaceAll(line, "＝", "=")
	i := strings.LastIndexAny(line, "=\t") // a tab: pasted from a sheet
	if i < 0 {
		return strings.TrimSpace(line), 1, nil
	}
	name = strings.TrimSpace(line[:i])
	w, err = strconv.ParseFloat(strings.TrimSpace(line[i+1:]), 64)
	if err != nil {
		return "", 0, fault.Wrap(err, "rules.weight", name)
	}
	return name, w, nil
}

func filled(text string) []string {
	var out []string
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, line)
		}
	}
	return out
}

func plain(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
