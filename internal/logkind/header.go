package logkind

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"tallyboard/internal/table"
)

// HeaderKey is the form in which a header meets the synonyms: simplified,
// folded, camelCase taken apart, marks and brackets with what they hold
// dropped, no blanks between Chinese letters.
func HeaderKey(h string) string {
	h = splitCamel(h)
	h = simplify.Replace(table.Fold(h))
	var b strings.Builder
	depth := 0
	for _, r := range h {
		switch r {
		case '(', '[', '【', '〔':
			depth++
			continue
		case ')', ']', '】', '〕':
			depth = max(0, depth-1)
			continue
		}
		if depth > 0 {
			continue
		}
		switch {
		case r == '_' || r == '-' || r == '.' || r == '#' || r == ':' || r == '"':
			b.WriteByte(' ')
		case r == '*' || r == '?' || r == '“' || r == '”':
		default:
			b.WriteRune(r)
		}
	}
	return joinHan(strings.Join(strings.Fields(b.String()), " "))
}

// joinHan drops blanks beside Chinese letters: 订单 ID, 客 服.
func joinHan(s string) string {
	r := []rune(s)
	out := r[:0:0]
	for i, c := range r {
		if c == ' ' && i > 0 && i+1 < len(r) && (unicode.Is(unicode.Han, r[i-1]) || unicode.Is(unicode.Han, r[i+1])) {
			continue
		}
		out = append(out, c)
	}
	return string(out)
}

func splitCamel(s string) string {
	var b strings.Builder
	var last rune
	for _, r := range s {
		if unicode.IsUpper(r) && unicode.IsLower(last) {
			b.WriteByte(' ')
		}
		b.WriteRune(r)
		last = r
	}
	return b.String()
}

// headerIndex holds the synonyms of all roles in their key form.
type headerIndex struct {
	words map[string][]Role
	roles []roleWords
}

type roleWords struct {
	info         *RoleInfo
	exact        map[string]float64 // score of each synonym; earlier ones are the better names
	parts, never []string
}

var headers = sync.OnceValue(func() *headerIndex {
	x := &headerIndex{words: map[string][]Role{}}
	for i := range RoleCatalogue {
		info := &RoleCatalogue[i]
		rw := roleWords{info: info, exact: map[string]float64{}}
		for n, w := range info.Words {
			k := HeaderKey(w)
			if rw.exact[k] == 0 {
				x.words[k] = append(x.words[k], info.Role)
				rw.exact[k] = 0.95 - 0.0003*float64(n)
			}
		}
		for _, w := range info.Parts {
			rw.parts = append(rw.parts, HeaderKey(w))
		}
		for _, w := range info.Never {
			rw.never = append(rw.never, HeaderKey(w))
		}
		x.roles = append(x.roles, rw)
	}
	return x
})

// Known reports whether a header is a synonym of any role: the mark of a
// header row.
func Known(header string) bool {
	_, ok := headers().words[HeaderKey(header)]
	return ok
}

// match says how well a header's key suits the role, 0 to 1, and by which word.
func (rw *roleWords) match(key string) (float64, string) {
	if key == "" {
		return 0, ""
	}
	if s := rw.exact[key]; s > 0 {
		return s, key
	}
	for _, n := range rw.never {
		if HasWord(key, n) {
			return 0, ""
		}
	}
	best, by := 0.0, ""
	for _, p := range rw.parts {
		if s := partScore(key, p); s > best {
			best, by = s, p
		}
	}
	return best, by
}

// partScore scores a word within a header: more where it ends the header,
// since Chinese and English both put the head of a name last, and where it
// makes up most of it.
func partScore(key, part string) float64 {
	if !HasWord(key, part) {
		return 0
	}
	s := 0.5 + 0.2*float64(len(part))/float64(len(key))
	if strings.HasSuffix(key, part) {
		s += 0.12
	}
	return s
}

// HasWord reports whether part stands in key: Chinese anywhere, English as
// whole words.
func HasWord(key, part string) bool {
	if part == "" {
		return false
	}
	for from := 0; ; {
		i := strings.Index(key[from:], part)
		if i < 0 {
			return false
		}
		i += from
		if !isASCII(part) || !letterAt(key, i-1) && !letterAt(key, i+len(part)) {
			return true
		}
		from = i + 1
	}
}

func isASCII(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r > unicode.MaxASCII }) < 0
}

func letterAt(s string, i int) bool {
	return i >= 0 && i < len(s) && (s[i] >= 'a' && s[i] <= 'z' || s[i] >= '0' && s[i] <= '9')
}

// simplify maps the traditional letters and words of headers to simplified.
var simplify = strings.NewReplacer(
	"回覆", "回复", "帳", "账", "帐", "账", "號", "号", "員", "员", "負", "负", "責", "责", "買", "买", "賣", "卖", "場", "场",
	"戶", "户", "稱", "称", "問", "问", "題", "题", "類", "类", "別", "别", "來", "来", "電", "电", "話", "话",
	"時", "时", "間", "间", "長", "长", "開", "开", "結", "结", "際", "际", "實", "实", "應", "应", "響", "响",
	"滿", "满", "進", "进", "處", "处", "單", "单", "訂", "订", "編", "编", "總", "总", "額", "额", "價", "价",
	"評", "评", "聯", "联", "絡", "络", "繫", "系", "係", "系", "縣", "县", "區", "区", "審", "审", "請", "请",
	"師", "师", "務", "务", "備", "备", "註", "注", "說", "说", "內", "内", "環", "环", "節", "节", "階", "阶",
	"渠道", "渠道", "產", "产", "屬", "属", "狀", "状", "態", "态", "數", "数", "據", "据", "貨", "货", "親", "亲",
	"課", "课", "訓", "训", "績", "绩", "質", "质", "檢", "检", "錯", "错", "誤", "误", "補", "补", "償", "偿",
	"賠", "赔", "銷", "销", "轉", "转", "達", "达", "統", "统", "計", "计", "項", "项", "連", "连", "線", "线",
	"簡", "简", "訊", "讯", "郵", "邮", "碼", "码", "會", "会", "對", "对", "館", "馆", "組", "组", "團", "团",
	"隊", "队", "門", "门", "業", "业", "覆", "复", "錄", "录", "記", "记", "為", "为", "無", "无", "發", "发",
)

// Names reports whether a header is a synonym of the role.
func (r Role) Names(header string) bool {
	return slices.Contains(headers().words[HeaderKey(header)], r)
}
