package derive

import (
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"tallyboard/internal/logkind"
	"tallyboard/internal/place"
	"tallyboard/internal/table"
)

// shop tells shops apart by the files that rows come from: where several files
// of one kind differ in a part of their name that names a shop (南京店来电表.xlsx
// beside 杭州店来电表.xlsx), or in the folder that they lie in. A file that
// stands alone takes a name known from the others.
var shop = Derived{
	Role: logkind.Shop,
	Type: table.Text,
	With: tellsShops,
	Fits: func(log *logkind.Log) bool { return len(log.Table.Sources) > 0 },
	Make: func(w *work) *table.Column {
		names := w.d.shopsOnce.get(func() map[string]string { return shopsOf(w.d.logs) })
		t := w.log().Table
		words := make([]string, len(t.Sources))
		found := false
		for i, s := range t.Sources {
			words[i] = names[path(s)]
			found = found || words[i] != ""
		}
		if !found {
			return nil
		}
		dict, codes := table.TextColumn("", words), make([]uint32, t.Rows)
		for i := range codes {
			if p := t.Origin.At(i); p.Row > 0 {
				codes[i] = dict.Codes[p.Source]
			}
		}
		return &table.Column{Type: table.Text, Codes: codes, Dict: dict.Dict}
	},
}

// shopsOf gives each file of the logs its shop; files that name none are left
// out, and all are where no two differ.
func shopsOf(logs []*logkind.Log) map[string]string {
	files := map[logkind.Kind][]string{}
	var all []string
	for _, log := range logs {
		for _, s := range log.Table.Sources {
			if p := path(s); !slices.Contains(all, p) {
				all = append(all, p)
				files[log.Kind] = append(files[log.Kind], p)
			}
		}
	}
	out := map[string]string{}
	for _, list := range files {
		got := apart(list, stem)
		if got == nil {
			got = apart(list, folder)
		}
		for p, name := range got {
			out[p] = name
		}
	}
	var known []string
	for _, name := range out {
		known = append(known, name)
	}
	// The longest first: 南京一店 before 南京.
	slices.SortFunc(known, func(a, b string) int {
		if len(a) != len(b) {
			return len(b) - len(a)
		}
		return strings.Compare(a, b)
	})
	for _, p := range all {
		if out[p] != "" {
			continue
		}
		for _, name := range known {
			if strings.Contains(table.Fold(stem(p)+" "+folder(p)), table.Fold(name)) {
				out[p] = name
				break
			}
		}
	}
	return out
}

// apart names the shops of files of one kind, by what part of their paths tells
// them apart; nil where that names no two shops.
func apart(files []string, part func(string) string) map[string]string {
	words := make([][]string, len(files))
	count := map[string]int{}
	for i, f := range files {
		words[i] = telling(part(f))
		for _, w := range words[i] {
			count[w]++
		}
	}
	out, shops := map[string]string{}, map[string]bool{}
	for i, f := range files {
		var own []string
		for _, w := range words[i] {
			if count[w] < len(files) || generic.MatchString(w) {
				own = append(own, w)
			}
		}
		if name := strings.Join(own, " "); namesShop(name) {
			out[f], shops[name] = name, true
		}
	}
	if len(shops) < 2 {
		return nil
	}
	return out
}

var (
	// numbered are shops that differ by their number only.
	numbered = regexp.MustCompile(`(?i)\b(shop|store|branch|outlet)[ _#-]*([0-9]{1,3})\b`)
	// dates are years, months, days and runs of digits, with the words beside them.
	dates = regexp.MustCompile(`(?i)[0-9]{1,4}(年|[-./])[0-9]{1,2}(月|[-./]|\b)([0-9]{1,2}日?)?|第?[0-9]{1,4}(年|月|日|周|季度|期)|[0-9]{4,}|\bw(eek)?[ _-]?[0-9]{1,2}\b|\bq[1-4]\b`)
	gaps  = regexp.MustCompile(`[\s_\-—–·.,，、+&#()（）\[\]【】]+`)
	// subjects are what files are about; they name no shop.
	subjects = regexp.MustCompile(`(?i)` + strings.Join([]string{
		"来电表?", "呼入表?", "外呼表?", "在线(接待)?表?", "客服接待", "接待", "咨询", "会话", "聊天", "明细表?", "客服", "线上|线下", "订单表?", "中?差评", "评价", "登记表?", "额度", "申请表?", "质检表?", "培训", "考核表?",
		"绩效", "[日周月年]报表?", "记录表?", "报表", "数据", "导出", "汇总表?", "统计表?", "最新版?", "副本", "上半年|下半年|上旬|中旬|下旬", "工作簿",
		`\b(in|out)bound\b`, `\bcalls?\b`, `\bphone\b`, `\bchats?\b`, `\breceptions?\b`, `\borders?\b`, `\b(bad )?reviews?\b`, `\b(quota )?requests?\b`, `\bquality\b`, `\bchecks?\b`, `\btraining\b`, `\bresults?\b`,
		`\bagents?\b`, `\bdaily\b`, `\bweekly\b`, `\bmonthly\b`, `\blogs?\b`, `\bexport(ed)?\b`, `\breports?\b`, `\bdata\b`, `\blist\b`, `\bcopy\b`, `\bfinal\b`, `\bnew\b`,
		`\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b`, `\b(mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?\b`}, "|"))
	// generic words belong to the name of every shop.
	generic = regexp.MustCompile(`(?i)^(shop|store|branch|outlet|mall)$`)
	digits  = regexp.MustCompile(`^[0-9]+$`)
)

// telling are the words of a file's name that may name a shop: without dates,
// numbers and what the file is about.
func telling(name string) []string {
	name = numbered.ReplaceAllString(strings.ReplaceAll(name, "_", " "), "${1}\x00${2}")
	name = dates.ReplaceAllString(name, " ")
	name = subjects.ReplaceAllString(name, " ")
	var out []string
	for _, w := range gaps.Split(name, -1) {
		if w = strings.ReplaceAll(w, "\x00", " "); w != "" && w != "表" && !digits.MatchString(w) && !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	return out
}

var shopWords = regexp.MustCompile(`(?i)店|旗舰|专营|专卖|商城|门市|\b(shop|store|branch|outlet|mall)|^(天猫|淘宝|京东|拼多多|抖音|快手|小红书|唯品会|tmall|taobao|jd|pinduoduo|pdd|douyin|tiktok|kuaishou|amazon|ebay|shopee|lazada|shopify)`)

// longestPlace is how long the name of a place alone may be to name a shop: a
// sentence that has a place in it does not.
const longestPlace = 6

// namesShop reports whether a word names a shop: it says so, or is a platform or
// a place.
func namesShop(name string) bool {
	if shopWords.MatchString(name) {
		return true
	}
	return name != "" && len([]rune(name)) <= longestPlace && place.Province(name) != ""
}

func path(s table.Source) string {
	if s.Path != "" {
		return s.Path
	}
	return s.File
}

func stem(path string) string {
	base := filepath.Base(path)
	return strings.TrimSuffix(base, filepath.Ext(base))
}

// folder is the name of the folder that a file lies in; "" where its path does
// not say.
func folder(path string) string {
	if dir := filepath.Base(filepath.Dir(path)); dir != "." && dir != string(filepath.Separator) {
		return dir
	}
	return ""
}
