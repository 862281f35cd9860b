package pivot

import (
	"cmp"
	"math"
	"slices"
	"sort"
	"strconv"
	"strings"
	"sync"

	"tallyboard/internal/table"
)

// coding numbers the members of one dimension: a code for each row, 0 for
// blank. Number-like members have ascending codes.
type coding struct {
	codes []uint32
	n     int                          // codes are 0 to n−1
	dict  *table.Dict                  // words, or
	nums  []float64                    // the number behind each code, ascending from nums[1]
	text  func(num float64) string     // its canonical text
	rated []float64                    // numeric reading of words, which then orders them
	next  func(num float64) float64    // the member after, for dimensions that can be filled; nil
	ends  func() (first, last float64) // fixed ends for filling; nil takes those of the data

	unit  Func // of members that are periods, else Plain
	times span // first and last time of the column of periods

	once  sync.Once
	ranks []uint32
}

// label describes a code.
func (c *coding) label(code uint32) Label {
	switch {
	case code == 0:
		return Label{Num: math.NaN(), Missing: true}
	case c.dict != nil:
		return Label{Text: c.dict.At(code), Num: math.NaN()}
	}
	return c.numbered(c.nums[code])
}

// numbered is the label of a number, whether it has a code or not.
func (c *coding) numbered(num float64) Label {
	return Label{Text: c.text(num), Num: num, Partial: c.partial(num)}
}

// partial reports whether the times of the column do not reach over the whole of
// a period.
func (c *coding) partial(num float64) bool {
	return c.unit != Plain && Period{From: num, To: c.next(num)}.Partial(c.times.lo, c.times.hi)
}

// find gives the code of a label that stands for a member.
func (c *coding) find(l Label) (uint32, bool) {
	switch {
	case l.Missing:
		return 0, true
	case c.dict != nil:
		return c.dict.Code(l.Text)
	case l.Num == l.Num:
		at := sort.Search(len(c.nums)-1, func(i int) bool { return c.nums[i+1] >= l.Num })
		if at+1 < len(c.nums) && c.nums[at+1] == l.Num {
			return uint32(at + 1), true
		}
		return 0, false
	}
	for code := 1; code < c.n; code++ {
		if c.text(c.nums[code]) == l.Text {
			return uint32(code), true
		}
	}
	return 0, false
}

// compareWords orders two codes of words by label.
func (c *coding) compareWords(a, b uint32) int {
	if c.rated != nil {
		// Words without a reading stand behind those with one.
		x, y := c.rated[a], c.rated[b]
		if r := cmp.Or(cmp.Compare(b2i(x != x), b2i(y != y)), cmp.Compare(x, y)); r != 0 {
			return r
		}
	}
	return natural(c.dict.At(a), c.dict.At(b))
}

// rank gives for each code its place in the order of labels, for sorting many;
// it is made once.
func (c *coding) rank() []uint32 {
	c.once.Do(func() {
		order := make([]uint32, c.n-1)
		for i := range order {
			order[i] = uint32(i + 1)
		}
		if c.dict != nil {
			slices.SortFunc(order, c.compareWords)
		}
		c.ranks = make([]uint32, c.n)
		for i, code := range order {
			c.ranks[code] = uint32(i)
		}
		c.ranks[0] = uint32(c.n) // blank is last
	})
	return c.ranks
}

// bytes is the memory that the coding holds beside its column.
func (c *coding) bytes(col *table.Column) int {
	n := 8 * len(c.nums)
	if len(col.Codes) == 0 || len(c.codes) > 0 && &c.codes[0] != &col.Codes[0] {
		n += 4 * len(c.codes)
	}
	if c.dict != nil && c.dict != col.Dict {
		n += c.dict.Bytes()
	}
	return n + 4*len(c.ranks)
}

// encode numbers the members of a function of a column; ok is false where the
// function does not fit the column.
func encode(col *table.Column, d Dim) (*coding, bool) {
	switch d.Func {
	case Plain:
		return encodePlain(col), true
	case Hour:
		if col.Type == table.Time || col.Type == table.Clock || col.Type == table.Duration {
			c := encodeNumbers(col.Nums, func(v float64) float64 {
				return math.Floor(v/hour) - 24*math.Floor(v/day)
			}, plainNumber)
			c.next = following
			return c, true
		}
	case Weekday, Day, Week, WeekSun, ISOWeek, Month, Quarter, Year:
		if col.Type == table.Time {
			return encodeDays(col.Nums, d.Func), true
		}
	case Band:
		return encodeBands(col, d.Width)
	case Province, City:
		if col.Type == table.Text {
			return encodePlaces(col, d.Func), true
		}
	}
	return nil, false
}

func encodePlain(col *table.Column) *coding {
	switch col.Type {
	case table.Text:
		return &coding{codes: col.Codes, n: col.Dict.Len() + 1, dict: col.Dict, rated: col.Values}
	case table.Bool:
		// Yes comes before no.
		rated := make([]float64, len(col.Values))
		for i, v := range col.Values {
			rated[i] = -v
		}
		return &coding{codes: col.Codes, n: col.Dict.Len() + 1, dict: col.Dict, rated: rated}
	}
	return encodeNumbers(col.Nums, nil, plainText(col))
}

// plainText writes the values of a column that is a dimension as it stands.
func plainText(col *table.Column) func(float64) string {
	switch col.Type {
	case table.Time:
		if col.DateOnly {
			return func(v float64) string { return periodText(Day, v) }
		}
		return timeText
	case table.Clock:
		return clockText
	}
	return plainNumber
}

func plainNumber(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// timeText is a date with its time of day, and the fraction of a second where
// there is one.
func timeText(v float64) string { return periodText(Day, v) + " " + clockText(v-math.Floor(v/day)*day) }

func clockText(v float64) string {
	whole := math.Floor(v)
	s := civil(whole).Format("15:04:05")
	if part := math.Round((v - whole) * 1e6); part > 0 && part < 1e6 {
		s += "." + strings.TrimRight(strconv.FormatFloat(1e6+part, 'f', 0, 64)[1:], "0")
	}
	return s
}

func following(v float64) float64 { return v + 1 }
