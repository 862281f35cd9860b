package ingest

import (
	"math"

	"tallyboard/internal/logkind"
	"tallyboard/internal/sheet"
	"tallyboard/internal/table"
)

// verdict is what was decided about a column: its type and conventions, and
// the numeric reading of each word under them.
type verdict struct {
	typ        table.Type
	why        logkind.Reason
	unit       string
	order      Order                             // of dates in text
	unsure     bool                              // the order of day and month was not to be told from the values
	reading    []float64                         // by word code, NaN where a word has none; nil where words are not read
	num        func(float64, sheet.Form) float64 // reads a cell with a number
	clock      []float64                         // in a column of dates: by word code, times of day that stand without a date
	relative   []float64                         // likewise moments counted from the day of the file: 昨天 21:03
	as         string                            // Column.ReadAs
	minutes    bool                              // 03:21 is minutes and seconds
	understood float64                           // share of the values that the type can take
}

const (
	enough   = 0.85 // share of values that must read as a type for the column to have it
	expected = 0.6  // the same where the header speaks of the type too
	probe    = 400  // words tried before all are read
	probeMin = 0.5
)

var nan = math.NaN()

// decide finds the type of a column from its header and all its values.
func decide(x *cells, o columnOptions) verdict {
	h := hintOf(x.name)
	if o.unit != "" {
		h.unit = o.unit
	}
	if o.typ != nil {
		v := force(x, h, *o.typ, o)
		v.why = logkind.Reason{Key: "type.chosen"}
		return v
	}
	if x.rows == x.blanks {
		return verdict{typ: table.Text, why: logkind.Reason{Key: "type.empty"}, understood: 1}
	}
	for _, try := range []func(*cells, hint, columnOptions) (verdict, bool){
		tryTruthForm, tryTime, tryMonths, tryClock, tryID, tryTruth, tryNumber, tryDuration, tryRating, tryProgress,
	} {
		if v, ok := try(x, h, o); ok {
			return v
		}
	}
	return verdict{typ: table.Text, why: logkind.Reason{Key: "type.words"}, understood: 1}
}

// columnOptions are what a person chose for one column.
type columnOptions struct {
	typ   *table.Type
	order Order
	unit  string
}

// need is the share of readable values that a type asks for.
func need(headerAgrees bool) float64 {
	if headerAgrees {
		return expected
	}
	return enough
}

// force reads a column as the type that a person chose.
func force(x *cells, h hint, t table.Type, o columnOptions) verdict {
	h = hint{unit: h.unit}
	var v verdict
	switch t {
	case table.Time:
		h.date = true
		v = timeVerdict(x, h, o)
		h.month = true
		if m := monthVerdict(x, h); m.understood > v.understood {
			v = m
		}
	case table.Clock:
		h.clock = true
		v = clockVerdict(x, h, table.Clock)
	case table.Duration:
		h.duration = true
		v = clockVerdict(x, h, table.Duration)
	case table.Number:
		v = numberVerdict(x, h, true, readNumber)
	case table.Bool:
		v = truthVerdict(x)
	default:
		v = verdict{typ: table.Text}
		if o.unit == Marks {
			v = markVerdict(x)
		}
	}
	v.typ = t
	return v
}

// readWords reads every word once. It gives up, with nil, when the first words
// show that most cannot be read, and where they are when nobody waits any longer.
func readWords(x *cells, must bool, read func(w string, cells int) float64) (reading []float64, good int) {
	reading = make([]float64, len(x.words)+1)
	reading[0] = nan
	tried, ok := 0, 0
	for i, w := range x.words {
		if x.stop.at(i) {
			return reading, 0
		}
		v := read(w, x.count[i+1])
		reading[i+1] = v
		if v == v {
			good += x.count[i+1]
		}
		if i < probe {
			tried += x.count[i+1]
			if v == v || emptyNumber(w) {
				ok += x.count[i+1]
			}
		}
		if i == probe-1 && !must && float64(ok) < probeMin*float64(tried) {
			return nil, 0
		}
	}
	return reading, good
}

// fillers is how many cells hold a word for "no value".
func fillers(x *cells) int {
	n := 0
	for i, w := range x.words {
		if i >= 5000 {
			break
		}
		if x.count[i+1] > 0 && len(w) < 20 && emptyNumber(w) {
			n += x.count[i+1]
		}
	}
	return n
}

// share is the part of a column's values that good of them make, words for
// "no value" not counted.
func (x *cells) share(good int) float64 {
	all := x.rows - x.blanks - fillers(x)
	if all <= 0 {
		return 0
	}
	return float64(good) / float64(all)
}

func (x *cells) formed(forms ...sheet.Form) int {
	n := 0
	for _, f := range forms {
		n += x.forms[f]
	}
	return n
}

// eachNumber calls f for the column's numbers until it returns false.
func (x *cells) eachNumber(f func(v float64, form sheet.Form) bool) {
	for k := range x.parts {
		p := &x.parts[k]
		for i, v := range p.num {
			if v == v && !f(v, p.formAt(i)) {
				return
			}
		}
	}
}
