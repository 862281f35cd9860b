package display

import (
	"math"
	"testing"
	"time"

	"tallyboard/internal/lang"
)

var (
	count    = Format{Kind: Count}
	percent  = Format{Kind: Percent, Decimals: 1}
	money    = Format{Kind: Money, Decimals: 2}
	seconds  = Format{Kind: Duration}
	decimal2 = Format{Kind: Decimal, Decimals: 2}
	asNeeded = Format{Kind: Decimal, Decimals: AsNeeded}
)

func at(s string) float64 {
	t, err := time.Parse("2006-01-02 15:04:05", s)
	if err != nil {
		panic(err)
	}
	return float64(t.Unix())
}

func TestFull(t *testing.T) {
	for _, c := range []struct {
		f        Format
		v        float64
		zh, en   string
		comments string
	}{
		{f: count, v: 12408, zh: "12,408", en: "12,408"},
		{f: count, v: 0, zh: "0", en: "0"},
		{f: count, v: 999.5, zh: "1,000", en: "1,000"},
		{f: count, v: -1234567, zh: "−1,234,567", en: "−1,234,567"},
		{f: count, v: math.NaN(), zh: "–", en: "–"},
		{f: count, v: math.Inf(1), zh: "–", en: "–"},
		{f: decimal2, v: 3.4708, zh: "3.47", en: "3.47"},
		{f: decimal2, v: 2.675, zh: "2.68", en: "2.68", comments: "half up as spreadsheets do, though the bits are below the half"},
		{f: decimal2, v: 1.005, zh: "1.01", en: "1.01"},
		{f: decimal2, v: -.004, zh: "0.00", en: "0.00", comments: "no sign before nothing"},
		{f: asNeeded, v: 3.5, zh: "3.5", en: "3.5"},
		{f: asNeeded, v: .1 + .2, zh: "0.3", en: "0.3"},
		{f: asNeeded, v: 1234567.25, zh: "1,234,567.25", en: "1,234,567.25"},
		{f: Format{Kind: Decimal, Decimals: 1, Unit: "分钟"}, v: 12.34, zh: "12.3分钟", en: "12.3分钟"},
		{f: Format{Kind: Decimal, Decimals: 1, Unit: "min"}, v: 12.34, zh: "12.3 min", en: "12.3 min"},
		{f: Format{Kind: Count, Unit: "次"}, v: math.NaN(), zh: "–", en: "–"},
		{f: percent, v: .729, zh: "72.9%", en: "72.9%"},
		{f: percent, v: 1, zh: "100.0%", en: "100.0%"},
		{f: Format{Kind: Percent}, v: .725, zh: "73%", en: "73%"},
		{f: Format{Kind: Percent, Decimals: 1, Signed: true}, v: .123, zh: "+12.3%", en: "+12.3%"},
		{f: Format{Kind: Count, Signed: true}, v: -5, zh: "−5", en: "−5"},
		{f: Format{Kind: Count, Signed: true}, v: 0, zh: "0", en: "0"},
		{f: money, v: 1902487.15, zh: "¥1,902,487.15", en: "¥1,902,487.15"},
		{f: money, v: -5, zh: "−¥5.00", en: "−¥5.00"},
		{f: Format{Kind: Money, Unit: "$"}, v: 1234, zh: "$1,234", en: "$1,234"},
		{f: Format{Kind: Money, Unit: "元"}, v: 1234, zh: "¥1,234", en: "¥1,234"},
		{f: seconds, v: 201, zh: "3分21秒", en: "3m 21s"},
		{f: seconds, v: 45.4, zh: "45秒", en: "45s"},
		{f: seconds, v: 2.44, zh: "2.4秒", en: "2.4s"},
		{f: seconds, v: 0, zh: "0秒", en: "0s"},
		{f: seconds, v: 59.7, zh: "1分", en: "1m", comments: "not 60 seconds"},
		{f: seconds, v: 3599.8, zh: "1小时", en: "1h", comments: "not 60 minutes"},
		{f: seconds, v: 3725, zh: "1小时2分", en: "1h 2m"},
		{f: seconds, v: 86399, zh: "1天", en: "1d"},
		{f: seconds, v: 187200, zh: "2天4小时", en: "2d 4h"},
		{f: Format{Kind: Duration, Signed: true}, v: -30, zh: "−30秒", en: "−30s"},
		{f: Format{Kind: Date}, v: at("2026-11-02 09:03:00"), zh: "2026-11-02", en: "2026-11-02"},
		{f: Format{Kind: DateTime}, v: at("2026-11-02 09:03:00"), zh: "2026-11-02 09:03", en: "2026-11-02 09:03"},
		{f: Format{Kind: DateTime}, v: at("2026-11-02 09:03:22"), zh: "2026-11-02 09:03:22", en: "2026-11-02 09:03:22"},
		{f: Format{Kind: DateTime}, v: at("1969-12-31 23:59:59"), zh: "1969-12-31 23:59:59", en: "1969-12-31 23:59:59"},
		{f: Format{Kind: Clock}, v: 9*3600 + 180, zh: "09:03", en: "09:03"},
		{f: Format{Kind: Text}, v: 3.5, zh: "3.5", en: "3.5"},
	} {
		if got := c.f.Full(c.v, lang.ZH); got != c.zh {
			t.Errorf("%+v.Full(%v) is %q in Chinese, want %q %s", c.f, c.v, got, c.zh, c.comments)
		}
		if got := c.f.Full(c.v, lang.EN); got != c.en {
			t.Errorf("%+v.Full(%v) is %q in English, want %q %s", c.f, c.v, got, c.en, c.comments)
		}
	}
}

func TestShort(t *testing.T) {
	for _, c := range []struct {
		f      Format
		v      float64
		zh, en string
	}{
		{count, 12408, "1.24万", "12.4k"},
		{count, 1234, "1,234", "1,234"},
		{count, 9999, "9,999", "9,999"},
		{count, 10000, "1万", "10k"},
		{count, 123456, "12.3万", "123k"},
		{count, 1234567, "123万", "1.23M"},
		{count, 99999999, "1亿", "100M"},
		{count, 999999, "100万", "1M"},
		{count, 2.5e8, "2.5亿", "250M"},
		{count, 3.2e9, "32亿", "3.2B"},
		{count, -12408, "−1.24万", "−12.4k"},
		{money, 1902487.15, "¥190万", "¥1.9M"},
		{money, 12.5, "¥12.50", "¥12.50"},
		{money, 22, "¥22", "¥22"},
		{money, 0, "¥0", "¥0"},
		{decimal2, 3.4708, "3.47", "3.47"},
		{decimal2, 345.678, "345.7", "345.7"},
		{decimal2, 3456.78, "3,457", "3,457"},
		{percent, .729, "72.9%", "72.9%"},
		{percent, .5, "50.0%", "50.0%"},
		{seconds, 72, "1分12秒", "1m 12s"},
		{seconds, 201, "3分21秒", "3m 21s"},
		{seconds, 10000, "2小时47分", "2h 47m"},
		{seconds, 0, "0", "0"},
		{count, math.NaN(), "–", "–"},
	} {
		if got := c.f.Short(c.v, lang.ZH); got != c.zh {
			t.Errorf("%+v.Short(%v) is %q in Chinese, want %q", c.f, c.v, got, c.zh)
		}
		if got := c.f.Short(c.v, lang.EN); got != c.en {
			t.Errorf("%+v.Short(%v) is %q in English, want %q", c.f, c.v, got, c.en)
		}
	}
}

// All ticks of an axis are in one unit and have the same number of decimals.
func TestScale(t *testing.T) {
	for _, c := range []struct {
		f              Format
		greatest, tick float64
		l              lang.Lang
		v              float64
		want           string
	}{
		{count, 20000, 5000, lang.ZH, 5000, "0.5万"},
		{count, 20000, 5000, lang.ZH, 10000, "1.0万"},
		{count, 20000, 5000, lang.EN, 5000, "5k"},
		{count, 8000, 2000, lang.ZH, 2000, "2,000"},
		{count, 20000, 5000, lang.ZH, 0, "0"},
		{percent, 1, .25, lang.ZH, .25, "25%"},
		{percent, .05, .005, lang.ZH, .005, "0.5%"},
		{seconds, 90, 15, lang.ZH, 45, "45秒"},
		{seconds, 90, 15, lang.ZH, 75, "1分15秒"},
		{seconds, 2, .5, lang.ZH, .5, "0.5秒"},
		{seconds, 10800, 1800, lang.EN, 5400, "1h 30m"},
		{seconds, 600, 120, lang.EN, 240, "4m"},
		{seconds, 240, 5, lang.ZH, 235, "3分55秒"},
		{money, 40, 10, lang.ZH, 10, "¥10"},
		{Format{Kind: Decimal, Signed: true}, 2, .5, lang.EN, -.5, "−0.5"},
	} {
		if got := c.f.Scale(c.greatest, c.tick, c.l)(c.v); got != c.want {
			t.Errorf("tick %v of %+v up to %v: %q, want %q", c.v, c.f, c.greatest, got, c.want)
		}
	}
}

func TestPasteIsReadBySpreadsheets(t *testing.T) {
	for _, c := range []struct {
		f    Format
		v    float64
		want string
	}{
		{count, -1234567, "-1234567"},
		{percent, .729, "72.9%"},
		{money, 1902487.15, "1902487.15"},
		{seconds, 3725, "1:02:05"},
		{seconds, 59.6, "0:01:00"},
		{Format{Kind: Date}, at("2026-11-02 00:00:00"), "2026-11-02"},
		{count, math.NaN(), ""},
	} {
		if got := c.f.Paste(c.v); got != c.want {
			t.Errorf("%+v.Paste(%v) is %q, want %q", c.f, c.v, got, c.want)
		}
	}
}

func TestLabels(t *testing.T) {
	for _, c := range []struct {
		fn, text       string
		num, width     float64
		zh, en, fullZH string
	}{
		{"hour", "9", 9, 0, "9时", "9:00", "9时"},
		{"weekday", "1", 1, 0, "周一", "Mon", "周一"},
		{"weekday", "7", 7, 0, "周日", "Sun", "周日"},
		{"day", "2026-10-26", at("2026-10-26 00:00:00"), 0, "10月26日", "Oct 26", "2026年10月26日 周一"},
		{"week", "2026-10-26", at("2026-10-26 00:00:00"), 0, "10月26日–11月1日", "Oct 26–Nov 1", "2026年10月26日–11月1日"},
		{"week", "2026-10-05", at("2026-10-05 00:00:00"), 0, "10月5–11日", "Oct 5–11", "2026年10月5–11日"},
		{"week", "2026-12-28", at("2026-12-28 00:00:00"), 0, "12月28日–1月3日", "Dec 28–Jan 3", "2026年12月28日–2027年1月3日"},
		{"isoweek", "2021-W04", at("2021-01-25 00:00:00"), 0, "2021年第4周", "W4 2021", "2021年第4周"},
		{"month", "2021-01", at("2021-01-01 00:00:00"), 0, "2021年1月", "Jan 2021", "2021年1月"},
		{"quarter", "2021-Q1", at("2021-01-01 00:00:00"), 0, "2021年一季度", "Q1 2021", "2021年一季度"},
		{"year", "2021", at("2021-01-01 00:00:00"), 0, "2021年", "2021", "2021年"},
		{"band", "10", 10, 5, "10–15", "10–15", "10–15"},
		{"band", "0.3", .3, .1, "0.3–0.4", "0.3–0.4", "0.3–0.4"},
		{"band", "-10", -10, 10, "−10–0", "−10–0", "−10–0"},
		{"", "Streaming", math.NaN(), 0, "Streaming", "Streaming", "Streaming"},
		{"province", "浙江", math.NaN(), 0, "浙江", "浙江", "浙江"},
	} {
		if got := Label(c.fn, c.text, c.num, c.width, lang.ZH); got != c.zh {
			t.Errorf("%s %s: %q, want %q", c.fn, c.text, got, c.zh)
		}
		if got := Label(c.fn, c.text, c.num, c.width, lang.EN); got != c.en {
			t.Errorf("%s %s: %q, want %q", c.fn, c.text, got, c.en)
		}
		if got := FullLabel(c.fn, c.text, c.num, c.width, lang.ZH); got != c.fullZH {
			t.Errorf("full %s %s: %q, want %q", c.fn, c.text, got, c.fullZH)
		}
	}
}

// An axis over two years names the year; one within a year does not.
func TestLabelsNameTheYearWhereItMatters(t *testing.T) {
	one := Labels("month", []string{"", ""}, []float64{at("2021-01-01 00:00:00"), at("2021-02-01 00:00:00")}, 0, lang.ZH)
	if one[0] != "1月" || one[1] != "2月" {
		t.Errorf("one year: %q", one)
	}
	turn := Labels("week", []string{"", ""}, []float64{at("2020-12-28 00:00:00"), at("2021-01-04 00:00:00")}, 0, lang.ZH)
	if turn[0] != "12月28日–1月3日" || turn[1] != "1月4–10日" {
		t.Errorf("over the turn of the year: %q", turn)
	}
	again := Labels("day", []string{"", ""}, []float64{at("2020-01-05 00:00:00"), at("2021-01-05 00:00:00")}, 0, lang.ZH)
	if again[0] != "2020年1月5日" || again[1] != "2021年1月5日" {
		t.Errorf("the same day again: %q", again)
	}
	two := Labels("month", []string{"", ""}, []float64{at("2020-12-01 00:00:00"), at("2021-01-01 00:00:00")}, 0, lang.EN)
	if two[0] != "Dec 2020" || two[1] != "Jan 2021" {
		t.Errorf("two years: %q", two)
	}
}

func TestChange(t *testing.T) {
	for _, c := range []struct {
		v    float64
		want string
	}{
		{.123, "▲ +12.3%"}, {-.041, "▼ −4.1%"}, {0, "0.0%"}, {-.0001, "0.0%"}, {12.34, "▲ +1,234%"}, {math.NaN(), "–"}, {math.Inf(1), "–"},
	} {
		if got := Change(c.v, lang.ZH); got != c.want {
			t.Errorf("Change(%v) is %q, want %q", c.v, got, c.want)
		}
	}
	if got := ChangeAbs(.012, percent, lang.ZH); got != "▲ +1.2个百分点" {
		t.Errorf("points: %q", got)
	}
	if got := ChangeAbs(-.012, percent, lang.EN); got != "▼ −1.2 pp" {
		t.Errorf("points: %q", got)
	}
	if got := ChangeAbs(-12, seconds, lang.ZH); got != "▼ −12秒" {
		t.Errorf("seconds: %q", got)
	}
}

func TestColumns(t *testing.T) {
	if got := Width("客服A①e\u0301"); got != 7 {
		t.Errorf("Width is %d", got)
	}
	if got := Pad("客服", 6, true) + "|" + Pad("客服", 6, false) + "|"; got != "  客服|客服  |" {
		t.Errorf("Pad: %q", got)
	}
}
