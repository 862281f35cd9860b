// Package display turns values into text in one place for screen, workbook and
// PDF: numbers, 万 and k, percent, money, durations, dates and periods. A
// missing value is always "–".
package display

// Kind is what a number is, for showing it.
type Kind uint8

const (
	Count    Kind = iota // 12,408
	Decimal              // 3.47, Decimals digits
	Percent              // 0.729 → 72.9%
	Money                // ¥1,902,487.15
	Duration             // seconds → 3分21秒 / 3m 21s
	Date                 // seconds since 1970 → 2026-11-02
	DateTime             // → 2026-11-02 09:03
	Clock                // seconds since midnight → 09:03
	Text                 // words, not a number
)

// Format is how the numbers of a column, an axis or a tile are shown.
type Format struct {
	Kind     Kind
	Decimals int    // for Decimal, Percent and Money; −1 is as many as the number needs
	Unit     string // shown behind the number or in the axis title; "" none. A currency sign replaces ¥ for Money
	Signed   bool   // a difference: + and − before it
	Style    Style  // chosen by a person; Auto is as Kind says
	Seconds  bool   // a DateTime or Clock is shown to the second even where it is a whole minute, as others of its column are not
}

// None is the text of a missing value.
const None = "–"
