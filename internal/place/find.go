package place

import (
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// Find recognises the place in an address, a place name, or a text with an
// address in it. Names at the start count in long and short form; further in,
// only long forms do, so that 南京东路 or a person's name is not taken for a city.
func Find(s string) Place {
	x := table()
	s = clean(s)
	if p, ok := x.whole[strings.ToLower(s)]; ok {
		return p
	}
	text := []rune(s)
	if p := x.read(text, true); p.Province != "" {
		return p
	}
	for i := 1; i < len(text); i++ {
		if !x.first[text[i]] {
			continue
		}
		atStart := !unicode.Is(unicode.Han, text[i-1])
		if p := x.read(text[i:], atStart); p.Province != "" {
			return p
		}
	}
	return Place{}
}

// read reads province, city and county names one after the other at the start
// of text.
func (x *index) read(text []rune, short bool) (p Place) {
	var last level
	for {
		u, n := x.match(text, p, last, short)
		if n == 0 {
			return p
		}
		p = merge(p, u.Place)
		last = u.level
		text = text[n:]
		for len(text) > 0 && !unicode.Is(unicode.Han, text[0]) {
			text = text[1:]
		}
		if last == ofCounty || p.City != "" && !x.single[p.Province] {
			return p
		}
		short = true
	}
}

// match finds the longest name at the start of text that lies in p and below
// the level already read, with one meaning.
func (x *index) match(text []rune, p Place, above level, short bool) (unit, int) {
	for n := min(x.longs, len(text)); n >= 2; n-- {
		units, ok := x.names[string(text[:n])]
		if !ok {
			continue
		}
		u, ok := choose(units, p, above)
		if !ok || !u.full && (!short || part(u, p, text[n:]) && !x.county(text[n:], u.Place)) {
			continue
		}
		return u, n
	}
	return unit{}, 0
}

// county reports whether text begins with the full name of a county of p: 路
// begins a street's ending in 中山路, but a county in 唐山路北区.
func (x *index) county(text []rune, p Place) bool {
	for n := min(x.longs, len(text)); n >= 2; n-- {
		for _, u := range x.names[string(text[:n])] {
			if u.full && u.level == ofCounty && u.Place == p {
				return true
			}
		}
	}
	return false
}

// choose picks the one meaning of a name within p: the highest level wins, and
// several of that level make the name ambiguous.
func choose(units []unit, p Place, above level) (unit, bool) {
	var best unit
	places := 0
	for _, u := range units {
		if u.level <= above || p.Province != "" && u.Province != p.Province || p.City != "" && u.City != p.City {
			continue
		}
		switch {
		case places == 0 || u.level < best.level:
			best, places = u, 1
		case u.level == best.level && u.Place != best.Place:
			places++
		}
	}
	return best, places == 1
}

func merge(a, b Place) Place {
	if a.Province == "" {
		a.Province = b.Province
	}
	if a.City == "" {
		a.City = b.City
	}
	return a
}

// part reports whether what follows the short name of u makes it part of
// another name: 北京东路, 南京大学, 朝阳区, 河南县, 松江河.
func part(u unit, known Place, rest []rune) bool {
	if len(rest) == 1 && unicode.Is(unicode.Han, rest[0]) && known.Province == "" && u.level > ofProvince {
		return true
	}
	if len(rest) > 0 && strings.ContainsRune("东南西北中", rest[0]) {
		rest = rest[1:]
	}
	if len(rest) == 0 {
		return false
	}
	endings := "路街巷道区县镇乡村里桥站"
	if u.level == ofProvince {
		endings = "路街道区县"
	}
	return strings.ContainsRune(endings, rest[0]) ||
		rest[0] == '大' && len(rest) > 1 && strings.ContainsRune("道街厦学", rest[1])
}

// traditional maps the letters of place names whose traditional form differs.
var traditional = strings.NewReplacer(
	"廣", "广", "東", "东", "臺", "台", "灣", "湾", "蘇", "苏", "龍", "龙", "遼", "辽", "寧", "宁", "陝", "陕", "貴", "贵", "雲", "云",
	"肅", "肃", "門", "门", "慶", "庆", "內", "内", "區", "区", "縣", "县", "蕭", "萧", "長", "长", "陽", "阳", "漢", "汉", "濟", "济",
	"島", "岛", "連", "连", "無", "无", "錫", "锡", "紹", "绍", "興", "兴", "華", "华", "廈", "厦", "濱", "滨", "爾", "尔", "齊", "齐",
	"瀋", "沈", "撫", "抚", "錦", "锦", "營", "营", "蘭", "兰", "銀", "银", "魯", "鲁", "烏", "乌", "維", "维", "壯", "壮", "溫", "温",
	"嶺", "岭", "義", "义", "鎮", "镇", "鹽", "盐", "揚", "扬", "園", "园", "馬", "马", "蕪", "芜", "銅", "铜", "許", "许", "開", "开",
	"鄭", "郑", "離", "离", "張", "张", "邊", "边", "瀾", "澜", "滄", "沧", "雞", "鸡", "麗", "丽", "濰", "潍", "棗", "枣", "萊", "莱",
	"蓮", "莲", "樂", "乐", "綿", "绵", "達", "达", "瀘", "泸", "賓", "宾", "貢", "贡", "廳", "厅", "恆", "恒", "懷", "怀", "婁", "娄",
	"關", "关", "頭", "头", "欽", "钦", "賀", "贺", "來", "来", "畢", "毕", "節", "节", "紅", "红", "麥", "麦", "薩", "萨", "則", "则",
	"寶", "宝", "蔭", "荫", "國", "国",
)

// clean drops what stands before an address without meaning anything.
func clean(s string) string {
	s = width.Narrow.String(strings.TrimSpace(s))
	s = traditional.Replace(s)
	s = strings.TrimLeft(s, " \t\"'[(【:：,，-—*0123456789")
	for _, lead := range []string{"中华人民共和国", "中国大陆", "中国", "China"} {
		if t, ok := strings.CutPrefix(s, lead); ok {
			return strings.TrimLeft(t, " -—,，/·")
		}
	}
	return s
}
