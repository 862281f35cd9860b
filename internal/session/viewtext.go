package session

import (
	"slices"
	"strconv"
	"strings"

	"tallyboard/internal/chart"
	"tallyboard/internal/document"
	"tallyboard/internal/fault"
	"tallyboard/internal/library"
	"tallyboard/internal/pivot"
)

// String is the text form of a view: that of its Spec, and behind it how it is
// drawn. ParseView reads it back. A remark begins with --note and its words;
// --note-at, --note-of and --note-place belong to the one before them. --zoom-from
// and --zoom-to are the ends of the stretch that the chart shows, once a level.
func (v View) String() string {
	words := []string{v.Spec.String()}
	flag := func(name, value string) {
		if value != "" {
			words = append(words, pivot.Flag(name, value))
		}
	}
	flag("chart", string(v.Chart))
	flag("line", string(v.Line))
	for _, f := range v.Table.Flags() {
		flag(f.Name, f.Value)
	}
	for _, name := range v.Zoom.From {
		words = append(words, pivot.Flag("zoom-from", name))
	}
	for _, name := range v.Zoom.To {
		words = append(words, pivot.Flag("zoom-to", name))
	}
	for _, n := range v.Notes {
		flag("note", n.Text)
		for _, at := range n.At {
			flag("note-at", at)
		}
		flag("note-of", n.Of)
		if n.X != 0 || n.Y != 0 {
			flag("note-place", number3(n.X)+","+number3(n.Y))
		}
	}
	return strings.TrimSpace(strings.Join(words, " "))
}

func number3(v float64) string { return strconv.FormatFloat(v, 'f', 3, 64) }

// ParseView reads the text form of a view. Errors are those of
// pivot.ParseSpec, and "session.viewtext" for a word that is none of its flag's.
func ParseView(text string) (View, error) {
	var v View
	var err error
	v.Spec, err = pivot.ParseWith(text, v.Set)
	if err != nil {
		return View{}, err
	}
	return v, nil
}

// Set applies one flag of the text form that says how a view is drawn, by its
// name without dashes; known is false for those of the Spec and of nothing.
func (v *View) Set(name, value string) (known bool, err error) {
	bad := fault.New("session.viewtext", name, value)
	if strings.HasPrefix(name, "note-") {
		if len(v.Notes) == 0 {
			return true, bad
		}
		if !setNote(&v.Notes[len(v.Notes)-1], name, value) {
			return true, bad
		}
		return true, nil
	}
	switch name {
	case "chart":
		if !slices.ContainsFunc(chart.Catalogue, func(t chart.Type) bool { return string(t.ID) == value }) {
			return true, bad
		}
		v.Chart = chart.Kind(value)
	case "line":
		if _, number := Line(value).Target(); !number && Line(value) != MeanLine && Line(value) != GoalLine {
			return true, bad
		}
		v.Line = Line(value)
	case "zoom-from":
		v.Zoom.From = append(v.Zoom.From, value)
	case "zoom-to":
		v.Zoom.To = append(v.Zoom.To, value)
	case "note":
		v.Notes = append(v.Notes, library.Note{Text: value})
	default:
		known, ok := v.Table.Set(name, value)
		if known && !ok {
			return true, bad
		}
		return known, nil
	}
	return true, nil
}

// tableText is how the table looks, in text form; lookOf reads it back.
func tableText(k document.Look) string {
	var words []string
	for _, f := range k.Flags() {
		words = append(words, pivot.Flag(f.Name, f.Value))
	}
	return strings.Join(words, " ")
}

// lookOf reads how a table looks; what it does not know is left out.
func lookOf(text string) document.Look {
	v, err := ParseView(text)
	if err != nil {
		return document.Look{}
	}
	return v.Table
}

// setNote applies one flag of a remark; false where its value makes no sense.
func setNote(n *library.Note, name, value string) bool {
	switch name {
	case "note-at":
		_, err := pivot.ParseFilter(value)
		n.At = append(n.At, value)
		return err == nil
	case "note-of":
		_, err := pivot.ParseValue(value)
		n.Of = value
		return err == nil
	case "note-place":
		x, y, _ := strings.Cut(value, ",")
		var err, err2 error
		n.X, err = strconv.ParseFloat(x, 64)
		n.Y, err2 = strconv.ParseFloat(y, 64)
		return err == nil && err2 == nil && n.X >= 0 && n.X <= 1 && n.Y >= 0 && n.Y <= 1
	}
	return false
}
