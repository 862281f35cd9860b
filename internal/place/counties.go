package place

import "strings"

// addCounties enters the names of counties, districts and county-level cities:
// always in full, and short where the short name has two letters and no other
// meaning; names with several meanings count only behind their province or city.
func (x *index) addCounties() {
	province := map[string]string{}
	for _, units := range x.names {
		for _, u := range units {
			if u.City != "" {
				// 吉林 and 海南 are cities of provinces, 朝阳 a city and a district.
				province[u.City] = u.Province
			}
		}
	}
	for _, list := range []string{countiesNorth, countiesEast, countiesSouth, countiesWest} {
		for line := range strings.Lines(strings.TrimSpace(list)) {
			f := strings.Fields(line)
			for _, c := range f[1:] {
				short, full := countyNames(c)
				u := unit{Place{province[f[0]], f[0]}, ofCounty, true}
				x.add(full, u)
				if short != full && len(short) >= len("两字") && !plainWords[short] {
					u.full = false
					x.add(short, u)
				}
			}
		}
	}
}

// countyNames reads one entry of the lists: 萧山, 义乌*, 桐庐+, 浦东/新区, 城区/.
func countyNames(c string) (short, full string) {
	if s, ok := strings.CutSuffix(c, "*"); ok {
		return s, s + "市"
	}
	if s, ok := strings.CutSuffix(c, "+"); ok {
		return s, s + "县"
	}
	if s, ending, ok := strings.Cut(c, "/"); ok {
		if ending == "" {
			return s, s
		}
		return s, s + ending
	}
	return c, c + "区"
}

// plainWords are short names that are everyday words or say nothing without
// their ending.
var plainWords = map[string]bool{
	"城区": true, "矿区": true, "郊区": true, "东区": true, "西区": true, "新城": true, "城中": true, "城东": true, "城西": true, "城北": true, "城关": true,
	"工业园": true, "解放": true, "和平": true, "友好": true, "友谊": true, "前进": true, "东风": true, "红旗": true, "向阳": true, "工农": true, "光明": true,
	"方正": true, "富裕": true, "明水": true, "复兴": true, "平安": true, "互助": true, "合作": true, "同心": true, "资源": true, "公安": true, "通道": true,
	"古城": true, "老城": true, "前锋": true, "站前": true, "大方": true, "博爱": true, "港口": true, "开放": true, "太平": true, "大同": true, "中原": true,
	"天河": true, "白云": true, "南部": true, "高明": true, "安定": true, "文明": true, "共和": true, "同仁": true, "同德": true, "温泉": true, "新市": true,
}
