package ingest

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"tallyboard/internal/logkind"
)

// hint is what a header says about the values under it.
type hint struct {
	id       bool   // digits that stand for something and are not counted
	date     bool   // dates, with or without time of day
	moment   bool   // names a date or time so plainly that even bare numbers are read as such
	month    bool   // months of years
	clock    bool   // times of day
	duration bool   // spans of time
	truth    bool   // yes or no
	unit     string // "s", "min", "h", "d", "ms", "¥", "pp" …; "" unknown
}

func hintOf(header string) hint {
	key := logkind.HeaderKey(header)
	if i := strings.LastIndex(key, "·"); i >= 0 {
		key = key[i+len("·"):]
	}
	h := hint{unit: headerUnit(header, key)}
	h.duration = hasAny(key, durationWords)
	h.date = !h.duration && hasAny(key, dateWords)
	h.moment = h.date && isMoment(key)
	h.month = hasAny(key, monthWords)
	h.clock = !h.duration && (h.date || hasAny(key, clockWords))
	h.truth = hasAny(key, truthWords)
	h.id = isID(header, key)
	return h
}

var (
	durationWords = []string{"时长", "耗时", "用时", "秒数", "响应", "首响", "平响", "时效", "间隔", "平均通话", "平均处理", "平均等待", "停留", "duration", "talk", "wait", "waiting", "elapsed", "length",
		"speed", "handle", "handling", "response", "reply", "queue", "hold", "resolution", "latency", "seconds", "minutes", "hours", "aht", "asa", "avg", "average", "interval"}
	dateWords  = []string{"日期", "时间", "日", "年月日", "date", "time", "timestamp", "datetime", "created", "updated", "at", "day", "dt", "when", "closed", "opened", "on"}
	monthWords = []string{"年月", "月份", "账期", "month", "months", "yearmonth", "period"}
	clockWords = []string{"时间", "时刻", "点", "time", "hour", "clock", "start", "end"}
	truthWords = []string{"是否", "有无", "能否", "is", "has", "resolved", "answered", "replied", "passed", "已解决", "flag", "solved", "y/n"}
	idEnds     = []string{"编号", "单号", "工号", "号码", "账号", "卡号", "序号", "号", "编码", "代码", "条码", "货号", "款号", "手机", "电话", "邮编", "id", "uid", "guid", "uuid", "sku", "代号", "旺旺", "身份证",
		"phone", "mobile", "tel", "telephone", "fax", "zip", "zipcode", "zip code", "postcode", "postal code", "barcode", "code", "key", "ssn", "bin", "bbl", "no", "number", "invoice", "联系方式"}
)

// isMoment reports whether a header is the name of a date or time, and not of
// something counted by the day, such as 今日销售额.
func isMoment(key string) bool {
	for _, w := range []string{"日期", "时间", "年月日", "日", "date", "time", "timestamp", "datetime", "day", "dt", "created", "updated", "at"} {
		front, ok := strings.CutSuffix(key, w)
		if ok && (w[0] >= 0x80 || front == "" || strings.HasSuffix(front, " ")) {
			return !strings.ContainsAny(front, "数量额次率")
		}
	}
	return false
}

func hasAny(key string, words []string) bool {
	for _, w := range words {
		if logkind.HasWord(key, w) {
			return true
		}
	}
	return false
}

// isID reports whether a header says that digits under it are names of things:
// it ends in 编号, ID, phone and the like.
func isID(header, key string) bool {
	for _, e := range idEnds {
		if !strings.HasSuffix(key, e) {
			continue
		}
		front := strings.TrimSuffix(key, e)
		switch e {
		case "号":
			return !unicode.IsDigit(lastRune(front)) // 10月3号
		case "number", "no":
			// Number of calls counts; call number names.
			return front != "" && strings.HasSuffix(front, " ") && !strings.Contains(front, " of ") || e == "no" && front == ""
		}
		if r := lastRune(front); front == "" || !unicode.IsLetter(r) || r > unicode.MaxASCII || e[0] >= 0x80 {
			return true
		}
	}
	for _, w := range []string{"orderid", "customerid", "userid", "productid", "itemid", "shopid", "storeid", "ticketid", "callid", "agentid", "caseid"} {
		if key == w {
			return true
		}
	}
	front, ok := strings.CutSuffix(trim(header), "ID") // CustomerID, but not PAID
	return ok && (front == "" || !unicode.IsUpper(lastRune(front)))
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// headerUnit finds the unit that a header names, in brackets or as a word.
func headerUnit(header, key string) string {
	in := logkind.HeaderKey(bracketed(header))
	for _, u := range headerUnits {
		for _, w := range u.words {
			if in == w || w[0] < 0x80 && len(w) > 2 && logkind.HasWord(key, w) || u.ends && strings.HasSuffix(key, w) && w[0] >= 0x80 {
				return u.unit
			}
		}
	}
	return ""
}

var headerUnits = []struct {
	unit  string
	ends  bool // the words also count at the end of a header without brackets
	words []string
}{
	{"ms", false, []string{"毫秒", "ms", "milliseconds", "millis"}},
	{"s", true, []string{"秒", "秒数", "s", "sec", "secs", "seconds", "单位秒", "单位:秒"}},
	{"min", true, []string{"分钟", "分钟数", "min", "mins", "minutes", "单位分钟", "单位:分钟"}},
	{"h", true, []string{"小时", "小时数", "h", "hr", "hrs", "hours", "单位小时", "单位:小时"}},
	{"d", false, []string{"天", "天数", "days", "单位天"}},
	{"¥", false, []string{"元", "¥", "rmb", "cny", "人民币", "单位元", "单位:元"}},
	{"万元", false, []string{"万元", "单位万元", "单位:万元"}},
	{"$", false, []string{"$", "usd", "dollars"}},
	{"pp", false, []string{"%", "百分比", "percent"}},
}

// bracketed is the text in the last brackets of a header.
func bracketed(s string) string {
	s = narrow(s)
	i := strings.LastIndexAny(s, "([【")
	if i < 0 {
		return ""
	}
	rest := s[i:]
	_, size, _ := cutRune(rest)
	rest = size
	if j := strings.IndexAny(rest, ")]】"); j >= 0 {
		rest = rest[:j]
	}
	return trim(rest)
}
