package place

import (
	"strings"
	"testing"
)

func TestFind(t *testing.T) {
	for _, c := range []struct{ in, province, city string }{
		{"广东省", "广东", ""},
		{"上海", "上海", "上海"},
		{"内蒙古自治区", "内蒙古", ""},
		{"浙江省杭州市余杭区文一西路", "浙江", "杭州"},
		{"杭州", "浙江", "杭州"},
		{"吉林", "吉林", ""},
		{"吉林省吉林市船营区", "吉林", "吉林"},
		{"吉林市", "吉林", "吉林"},
		{"海南", "海南", ""},
		{"青海省海南藏族自治州共和县", "青海", "海南"},
		{"海南州", "青海", "海南"},
		{"湖北恩施州", "湖北", "恩施"},
		{"广西 南宁", "广西", "南宁"},
		{"新疆-伊犁", "新疆", "伊犁"},
		{"北京市朝阳区", "北京", "北京"},
		{"朝阳", "辽宁", "朝阳"},
		{"北京东路1号", "", ""},
		{"中山路", "", ""},
		{"张三,13800000000,浙江省 杭州市", "浙江", "杭州"},
		{"臺灣", "台湾", ""},
		{"廣東省深圳市", "广东", "深圳"},
		{"粤", "广东", ""},
		{"Guangdong", "广东", ""},
		{"香港特别行政区", "香港", "香港"},
		{"中国江苏苏州", "江苏", "苏州"},
		{"California", "", ""},
		{"", "", ""},
	} {
		if p := Find(c.in); p.Province != c.province || p.City != c.city {
			t.Errorf("%q: %q %q, want %q %q", c.in, p.Province, p.City, c.province, c.city)
		}
	}
}

// The numbers are those of the Ministry of Civil Affairs: 34 provinces; 333
// prefecture-level units on the mainland, of them 293 cities, 7 areas, 30
// autonomous prefectures and 3 leagues.
func TestTableIsComplete(t *testing.T) {
	direct := map[string]bool{ // counties that stand directly under a province
		"济源": true, "仙桃": true, "潜江": true, "天门": true, "神农架": true, "五指山": true, "琼海": true, "文昌": true, "万宁": true, "东方": true,
		"定安": true, "屯昌": true, "澄迈": true, "临高": true, "白沙": true, "昌江": true, "乐东": true, "陵水": true, "保亭": true, "琼中": true, "雄安": true,
		"石河子": true, "阿拉尔": true, "图木舒克": true, "五家渠": true, "北屯": true, "铁门关": true, "双河": true, "可克达拉": true, "昆玉": true, "胡杨河": true, "新星": true, "白杨": true,
	}
	provincesSeen, prefectures := map[string]bool{}, map[Place]bool{}
	for _, units := range table().names {
		for _, u := range units {
			provincesSeen[u.Province] = true
			if u.level == ofCity && u.Province != "台湾" && !direct[u.City] {
				prefectures[u.Place] = true
			}
		}
	}
	if len(provincesSeen) != 34 {
		t.Errorf("%d provinces", len(provincesSeen))
	}
	if len(prefectures) != 333 {
		t.Errorf("%d prefecture-level units, want 333", len(prefectures))
	}
}

func TestCountyLists(t *testing.T) {
	for _, list := range []string{countiesNorth, countiesEast, countiesSouth, countiesWest} {
		for line := range strings.Lines(strings.TrimSpace(list)) {
			f := strings.Fields(line)
			p := Find(f[0] + "市")
			if p.Province == "" {
				p = Find(f[0])
			}
			if p.City != f[0] {
				t.Errorf("%s is no city", f[0])
			}
			seen := map[string]bool{}
			for _, c := range f[1:] {
				_, full := countyNames(c)
				if seen[full] {
					t.Errorf("%s has %s twice", f[0], full)
				}
				seen[full] = true
				if got := Find(p.Province + f[0] + full); got != p {
					t.Errorf("%s%s%s lies in %v", p.Province, f[0], full, got)
				}
			}
		}
	}
}

func TestCounties(t *testing.T) {
	for _, c := range []struct{ in, province, city string }{
		{"义乌", "浙江", "金华"}, {"昆山市花桥镇", "江苏", "苏州"}, {"浦东新区张江", "上海", "上海"}, {"余杭区文一西路969号", "浙江", "杭州"}, {"海淀", "北京", "北京"},
		{"朝阳区建国路", "", ""}, {"鼓楼区", "", ""}, {"江苏省鼓楼区", "江苏", ""}, {"南京市鼓楼区", "江苏", "南京"}, {"浙江省义乌市", "浙江", "金华"}, {"广东顺德", "广东", "佛山"},
		{"吉林省公主岭市", "吉林", "长春"}, {"河北区", "天津", "天津"}, {"和平区", "", ""}, {"四川省阿坝州九寨沟县", "四川", "阿坝"}, {"收货地址:浙江省慈溪市观海卫镇", "浙江", "宁波"},
		{"大理市下关", "云南", "大理"}, {"喀什地区莎车县", "新疆", "喀什"}, {"重庆市渝北区", "重庆", "重庆"}, {"沙县", "福建", "三明"}, {"广东中山路1号", "广东", ""}, {"松江河", "", ""}, {"山东东村", "山东", ""}, {"杭州湾", "", ""}, {"福建沙县区", "福建", "三明"},
		{"河南省辉县市", "河南", "新乡"}, {"四川省成都市市中区", "四川", "成都"}, {"海南省海口市龙华区", "海南", "海口"}, {"内蒙古乌海市海南区", "内蒙古", "乌海"},
	} {
		if p := Find(c.in); p.Province != c.province || p.City != c.city {
			t.Errorf("%q: %q %q, want %q %q", c.in, p.Province, p.City, c.province, c.city)
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{"浙江省杭州市余杭区", "粤", "张三 13800000000 上海", "中国", "", "\xff\xfe", "吉林吉林吉林"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if p := Find(s); p.City != "" && p.Province == "" {
			t.Errorf("%q lies in the city %s of no province", s, p.City)
		}
	})
}

func BenchmarkFind(b *testing.B) {
	for b.Loop() {
		Find("浙江省杭州市余杭区文一西路969号")
	}
}

func TestEnglish(t *testing.T) {
	for province, want := range map[string]string{"新疆": "Xinjiang", "内蒙古": "Inner Mongolia", "California": "California"} {
		if got := English(province); got != want {
			t.Errorf("%s: got %s, want %s", province, got, want)
		}
	}
}
