package pivot

import (
	"strconv"
	"strings"

	"tallyboard/internal/fault"
)

// ParseDim reads COLUMN or F:COLUMN: "Topic", "week:Date", "band=10:Amount",
// "hour:@time". A header that would be read as something else stands in double
// quotes. Errors are the fault "pivot.dim".
func ParseDim(s string) (Dim, error) {
	d, rest := cutFunc(strings.TrimSpace(s))
	col, ok := word(rest)
	if !ok || col == "" || d.Func == Band && !(d.Width > 0) {
		return Dim{}, fault.New("pivot.dim", s)
	}
	d.Column = col
	return d, nil
}

// String is the text form, which ParseDim reads back.
func (d Dim) String() string {
	special := make([]string, 0, 16)
	if d.Func == Plain {
		for _, f := range Funcs[1:] {
			if strings.HasPrefix(d.Column, string(f)+":") {
				special = append(special, ":")
			}
		}
		if strings.HasPrefix(d.Column, "band=") {
			special = append(special, "=")
		}
	}
	return d.prefix() + quoteIf(d.Column, special...)
}

// prefix is the function with its colon, "" for a plain column.
func (d Dim) prefix() string {
	switch d.Func {
	case Plain:
		return ""
	case Band:
		return "band=" + strconv.FormatFloat(d.Width, 'g', -1, 64) + ":"
	}
	return string(d.Func) + ":"
}

// cutFunc takes a function with its colon off the front of s.
func cutFunc(s string) (Dim, string) {
	if after, ok := strings.CutPrefix(s, "band="); ok {
		if num, rest, ok := strings.Cut(after, ":"); ok {
			if w, err := strconv.ParseFloat(num, 64); err == nil && w > 0 && w <= maxWidth {
				return Dim{Func: Band, Width: w}, rest
			}
		}
	}
	for _, f := range Funcs[1:] {
		if rest, ok := strings.CutPrefix(s, string(f)+":"); ok {
			return Dim{Func: f}, rest
		}
	}
	return Dim{}, s
}

// maxWidth keeps infinity out of bands.
const maxWidth = 1e300
