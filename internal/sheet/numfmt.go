package sheet

import "strings"

// builtinForm is the form of the number formats that have an id and no code,
// with the East Asian ones as Chinese Excel has them (ECMA-376 part 1, 18.8.30).
func builtinForm(id int) Form {
	switch {
	case id == 9 || id == 10:
		return FormPercent
	case id >= 5 && id <= 8, id == 42, id == 44:
		return FormCurrency
	case id >= 14 && id <= 17, id == 22, id >= 27 && id <= 31, id == 36, id >= 50 && id <= 54, id == 57, id == 58:
		return FormDate
	case id >= 18 && id <= 21, id >= 32 && id <= 35, id >= 45 && id <= 47, id == 55, id == 56:
		return FormTime
	}
	return FormGeneral
}

// formOf tells the form of a number format by its code: that of its first
// section which says anything.
func formOf(code string) Form {
	for _, section := range sections(code) {
		if f := sectionForm(section); f != FormGeneral {
			return f
		}
	}
	return FormGeneral
}

// sections cuts a code at the semicolons outside quotes and brackets.
func sections(code string) (out []string) {
	start, quoted, bracket := 0, false, false
	for i := 0; i < len(code); i++ {
		switch c := code[i]; {
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '\\':
			i++
		case c == '[':
			bracket = true
		case c == ']':
			bracket = false
		case c == ';' && !bracket:
			out = append(out, code[start:i])
			start = i + 1
		}
	}
	return append(out, code[min(start, len(code)):])
}

// currencies are the signs that make a number an amount of money.
const currencies = "\u00a5\uffe5$€£₩₽₹฿₫₴₺元円圆"

func sectionForm(s string) Form {
	var day, clock, month, percent, money, digits bool
	r := []rune(s)
	for i := 0; i < len(r); i++ {
		switch c := lower(r[i]); c {
		case '"':
			// Only the literal says that ¥ is money; other words do not matter.
			for i++; i < len(r) && r[i] != '"'; i++ {
				money = money || strings.ContainsRune(currencies, r[i])
			}
		case '\\', '_', '*':
			if i++; i < len(r) && c == '\\' {
				money = money || strings.ContainsRune(currencies, r[i])
			}
		case '[':
			end := i + 1
			for end < len(r) && r[end] != ']' {
				end++
			}
			tag := string(r[i+1 : end])
			i = end
			switch {
			case elapsed(tag):
				clock = true
			case strings.HasPrefix(tag, "$") && !strings.HasPrefix(tag, "$-"):
				money = true
			}
		case 'g':
			if word(r[i:], "general") {
				i += 6
			} else if word(r[i:], "g/通用格式") {
				i += 5
			} else {
				day = true // an era
			}
		case 'a':
			switch {
			case word(r[i:], "am/pm"):
				clock, i = true, i+4
			case word(r[i:], "a/p"):
				clock, i = true, i+2
			case word(r[i:], "aaa"):
				day, i = true, i+2 // a weekday
			}
		case '上':
			if word(r[i:], "上午/下午") {
				clock, i = true, i+4
			}
		case 'e':
			// 0.00E+00 is an exponent, else it is the year.
			if !digits || i+1 == len(r) || r[i+1] != '+' && r[i+1] != '-' {
				day = true
			}
		case 'y', 'd':
			day = true
		case 'b':
			day = day || word(r[i:], "bb") // the Buddhist year
		case 'm':
			if word(r[i:], "mmm") {
				day = true
			}
			month = true
		case 'h', 's':
			clock = true
		case '0', '#', '?':
			digits = true
		case '%':
			percent = true
		default:
			money = money || strings.ContainsRune(currencies, r[i])
		}
	}
	switch {
	case day:
		return FormDate
	case clock:
		return FormTime
	case month: // without hours or seconds: a month
		return FormDate
	case percent:
		return FormPercent
	case money && digits:
		return FormCurrency
	}
	return FormGeneral
}

// elapsed knows the tags [h] [mm] [ss] of durations.
func elapsed(tag string) bool {
	t := strings.ToLower(tag)
	return t != "" && (strings.Trim(t, "h") == "" || strings.Trim(t, "m") == "" || strings.Trim(t, "s") == "")
}

func lower(r rune) rune {
	if r >= 'A' && r <= 'Z' {
		return r + 'a' - 'A'
	}
	return r
}

// word reports whether r begins with w, letter case aside.
func word(r []rune, w string) bool {
	i := 0
	for _, c := range w {
		if i >= len(r) || lower(r[i]) != c {
			return false
		}
		i++
	}
	return true
}
