package ingest

import (
	"math"
	"testing"
)

func TestReadNumber(t *testing.T) {
	for _, c := range []struct {
		in   string
		v    float64
		unit string
	}{
		{"0", 0, ""}, {"201", 201, ""}, {"-3", -3, ""}, {"+5", 5, ""}, {"1.50", 1.5, ""}, {".5", 0.5, ""}, {"12.", 12, ""}, {"1e3", 1000, ""}, {"2.5E-3", 0.0025, ""},
		{"1,234", 1234, ""}, {"1,234,567.89", 1234567.89, ""}, {"12,3456", 123456, ""}, {"1 234", 1234, ""}, {"１２３", 123, ""}, {"１，２３４．５", 1234.5, ""},
		{"¥12", 12, "¥"}, {"￥1,234.50", 1234.5, "¥"}, {"¥ 12", 12, "¥"}, {"-¥12", -12, "¥"}, {"¥-12", -12, "¥"}, {"12元", 12, "¥"}, {"12.5 元", 12.5, "¥"}, {"RMB 30", 30, "¥"}, {"$1,000", 1000, "$"}, {"NT$500", 500, "NT$"}, {"€5", 5, "€"},
		{"50%", 0.5, "%"}, {"3.5 %", 0.035, "%"}, {"－12％", -0.12, "%"}, {"100%", 1, "%"}, {"5‰", 0.005, "%"},
		{"1.2万", 12000, ""}, {"3万元", 30000, "¥"}, {"1.5亿", 1.5e8, ""}, {"2千", 2000, ""}, {"1.2w", 12000, ""}, {"3k", 3000, ""}, {"5K", 5000, ""},
		{"(12)", -12, ""}, {"（1,200）", -1200, ""}, {"12-", -12, ""}, {"12个", 12, ""}, {"3 件", 3, ""}, {"5次", 5, ""}, {"120人次", 120, ""}, {" 7 ", 7, ""}, {"−4", -4, ""},
	} {
		n, ok := readNumber(c.in)
		if !ok || math.Abs(n.v-c.v) > 1e-12*math.Abs(c.v) || n.unit != c.unit {
			t.Errorf("%q: %v %q %v, want %v %q", c.in, n.v, n.unit, ok, c.v, c.unit)
		}
	}
	for _, in := range []string{"", "-", "007", "00", "1,2", "1,23,456", "12-34", "1.2.3", "abc", "12a", "1e", "一", "5天", "3分", "2021-03-05", "1,,234", "1,234,5678", "--5", "元", "%", "13812345678x", "1:2", "0x10", "Inf", "NaN", "1e9999", "k"} {
		if n, ok := readNumber(in); ok {
			t.Errorf("%q is read as %v", in, n.v)
		}
	}
}

const (
	day = 86400.0
	mar = 18691 * day // 2021-03-05
)

func TestReadDate(t *testing.T) {
	for _, c := range []struct {
		in    string
		order Order
		want  float64
		clock bool
	}{
		{"2021-03-05", AnyOrder, mar, false}, {"2021/3/5", AnyOrder, mar, false}, {"2021.3.5", AnyOrder, mar, false}, {"2021-3-5", AnyOrder, mar, false}, {"20210305", AnyOrder, mar, false},
		{"2021年3月5日", AnyOrder, mar, false}, {"2021年03月05日", AnyOrder, mar, false}, {"2021 年 3 月 5 日", AnyOrder, mar, false}, {"２０２１年３月５日", AnyOrder, mar, false}, {"2021年3月5号", AnyOrder, mar, false}, {"21年3月5日", AnyOrder, mar, false},
		{"2021/3/5 9:03", AnyOrder, mar + 32580, true}, {"2021-03-05 09:03:22", AnyOrder, mar + 32602, true}, {"2021-03-05T09:03:22", AnyOrder, mar + 32602, true}, {"2021-03-05T09:03:22Z", AnyOrder, mar + 32602, true},
		{"2021-03-05T09:03:22.000Z", AnyOrder, mar + 32602, true}, {"2021-03-05 09:03:22.500", AnyOrder, mar + 32602.5, true}, {"2021-03-05T09:03:22.123456+08:00", AnyOrder, mar + 32602.123456, true}, {"2021-03-05T09:03:22+0800", AnyOrder, mar + 32602, true}, {"2021-03-05 09:03:22 UTC", AnyOrder, mar + 32602, true}, {"2021-03-05 09:03:22 GMT+8", AnyOrder, mar + 32602, true},
		{"2021年3月5日 上午9:03", AnyOrder, mar + 32580, true}, {"2021年3月5日 下午9:03", AnyOrder, mar + 32580 + 43200, true}, {"2021/3/5 下午 3:07:08", AnyOrder, mar + 54428, true}, {"2021年3月5日9时3分", AnyOrder, mar + 32580, true}, {"2021年3月5日 9点", AnyOrder, mar + 32400, true}, {"2021年3月5日21时5分7秒", AnyOrder, mar + 75907, true},
		{"2021-03-05 星期五", AnyOrder, mar, false}, {"2021/3/5 周五 9:03", AnyOrder, mar + 32580, true}, {"2021-03-05, 09:03", AnyOrder, mar + 32580, true}, {"202103050903", AnyOrder, mar + 32580, true}, {"20210305090322", AnyOrder, mar + 32602, true},
		{"3/5/21", MDY, mar, false}, {"3/5/2021", MDY, mar, false}, {"03/05/2021 09:03 AM", MDY, mar + 32580, true}, {"3/5/2021 9:03:22 PM", MDY, mar + 32602 + 43200, true}, {"3/5/2021 12:03 AM", MDY, mar + 180, true}, {"3/5/2021 12:03 PM", MDY, mar + 43380, true},
		{"5/3/21", DMY, mar, false}, {"05.03.2021", DMY, mar, false}, {"5-3-2021 9:03", DMY, mar + 32580, true}, {"21/3/5", YMD, mar, false}, {"21-03-05", YMD, mar, false},
		{"5 Mar 2021", AnyOrder, mar, false}, {"Mar 5, 2021", AnyOrder, mar, false}, {"March 5 2021", AnyOrder, mar, false}, {"5-Mar-21", AnyOrder, mar, false}, {"Fri, 5 Mar 2021 09:03:22 GMT", AnyOrder, mar + 32602, true}, {"Sept 5, 2021", AnyOrder, mar + 184*day, false},
	} {
		d, ok := readDate(c.in)
		got, fits := d.seconds(c.order)
		if !ok || !fits || math.Abs(got-c.want) > 1e-6 || d.hasClock != c.clock {
			t.Errorf("%q: %v (%v, %v), want %v", c.in, got, ok, fits, c.want)
		}
	}
	for _, in := range []string{"", "2021", "2021-13-05", "2021-02-30", "20211305", "12345678", "1.2.3", "2024-10-28/2024-11-03", "2021-03", "abc", "192.168.1.1", "9:03", "2021-03-05 25:00", "2021-03-05x", "3月5日", "13812345678", "2021-03-05 09:61", "99/99/99", "2021-03-05 9", "0000-00-00", "1-2-3-4"} {
		if d, ok := readDate(in); ok {
			for _, o := range []Order{YMD, MDY, DMY} {
				if s, fits := d.seconds(o); fits && in != "1.2.3" {
					t.Errorf("%q is read as %s", in, stamp(s))
				}
			}
		}
	}
}

func TestReadClock(t *testing.T) {
	for in, want := range map[string]float64{
		"9:03": 32580, "09:03:22": 32602, "9:03:22.5": 32602.5, "0:00": 0, "23:59:59": 86399, "上午9:03": 32580, "下午9:03": 75780, "下午 3:07": 54420, "9:03 AM": 32580, "9:03PM": 75780,
		"12:00 AM": 0, "12:00 PM": 43200, "上午12:30": 1800, "中午12:30": 45000, "中午11:30": 41400, "中午1:00": 46800, "晚上8:00": 72000, "凌晨1:05": 3900, "凌晨12:05": 300, "9点3分": 32580, "9点": 32400, "9点半": 34200, "21时5分7秒": 75907, "９：０３": 32580, "9:03 上午": 32580, "9:03 p.m.": 75780,
	} {
		if c, ok := readClock(in); !ok || math.Abs(c.sec-want) > 1e-9 {
			t.Errorf("%q: %v %v, want %v", in, c.sec, ok, want)
		}
	}
	for _, in := range []string{"", "9", "9:", "9:99", ":30", "9:03:99", "abc", "9:03 XM", "12:30:45:10", "上午", "9月3分"} {
		if c, ok := readClock(in); ok {
			t.Errorf("%q is read as %s", in, hms(c.sec))
		}
	}
}

func TestReadDuration(t *testing.T) {
	for in, want := range map[string]float64{
		"201秒": 201, "11秒": 11, "3分21秒": 201, "2分30秒": 150, "7小时41分52秒": 27712, "1小时": 3600, "1.5小时": 5400, "1天2小时": 93600, "3分钟": 180, "2h 3m 4s": 7384, "2h3m": 7380, "45s": 45, "90 min": 5400, "1 hour 5 minutes": 3900,
		"3'21\"": 201, "2 days": 172800, "500ms": 0.5, "1时2分3秒": 3723, "１０秒": 10, "1小时零5分": 3900, "30 sec": 30, "1天 02:03:04": 93784, "0秒": 0, "5m": 300,
	} {
		if s, ok := readDuration(in); !ok || math.Abs(s-want) > 1e-9 {
			t.Errorf("%q: %v %v, want %v", in, s, ok, want)
		}
	}
	for _, in := range []string{"", "201", "秒", "3秒2分", "abc", "3x", "5 monkeys", "分3秒", "1..5小时", "3分分"} {
		if s, ok := readDuration(in); ok {
			t.Errorf("%q is read as %v s", in, s)
		}
	}
}

func TestReadRatingAndTruth(t *testing.T) {
	for in, want := range map[string]float64{"★★★": 3, "★★★★☆": 4, "⭐⭐⭐⭐⭐": 5, "非常满意": 5, "满意": 4, "一般": 3, "不满意": 2, "非常不满意": 1, "5星": 5, "4分": 4, "五星": 5, "Very Positive": 5, "Neutral": 3, "好评": 5, "差评": 1, "☆☆☆☆☆": 0, "4 stars": 4, "3.5分": 3.5} {
		if v, ok := readRating(in); !ok || v != want {
			t.Errorf("%q: %v %v, want %v", in, v, ok, want)
		}
	}
	for _, in := range []string{"", "满", "★a", "5", "一般般吧", "******"} {
		if v, ok := readRating(in); ok {
			t.Errorf("%q is rated %v", in, v)
		}
	}
	for in, want := range map[string]float64{"是": 1, "否": 0, "Y": 1, "n": 0, "Yes": 1, "NO": 0, "TRUE": 1, "false": 0, "已解决": 1, "未解决": 0, "已付款": 1, "未付款": 0, "√": 1, "×": 0, "通过": 1, "不通过": 0, "合格": 1, "不合格": 0, "接通": 1, "未接通": 0, "同意": 1, "驳回": 0, "Ｙ": 1, "没解决": 0, "无法解决": 0} {
		if v, neither, ok := readTruth(in); !ok || neither || v != want {
			t.Errorf("%q: %v %v %v, want %v", in, v, neither, ok, want)
		}
	}
	for _, in := range []string{"N/a", "未知", "处理中", "pending"} {
		if _, neither, ok := readTruth(in); !ok || !neither {
			t.Errorf("%q is not taken for neither", in)
		}
	}
	for _, in := range []string{"", "也许吧", "2", "业务咨询", "已经没有问题了"} {
		if v, _, ok := readTruth(in); ok {
			t.Errorf("%q is taken for %v", in, v)
		}
	}
}

func TestCleanWord(t *testing.T) {
	for in, want := range map[string]string{`="202103051234567890"`: "202103051234567890", "'0123": "0123", "\t123": "123", " a ": "a", "\u3000全角\u3000": "全角", "a b": "a b", "\ufeffid": "id", "it's": "it's", `="a""b"`: `a"b`, "": "", "'": "'", "'quoted'": "'quoted'", "x\u200b": "x", "订单\u00a0": "订单"} {
		if got := cleanWord(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestSerials(t *testing.T) {
	for v, want := range map[float64]string{44260: "2021-03-05", 44260.377337962964: "2021-03-05 9:03:22", 1: "1900-01-01", 59: "1900-02-28", 61: "1900-03-01", 25569: "1970-01-01", 45292.999988425924: "2024-01-01 23:59:59"} {
		if got := stamp(serialTime(v)); got != want {
			t.Errorf("%v: %s, want %s", v, got, want)
		}
	}
	if got := serialSpan(0.0026157407407407405); got != 226 {
		t.Errorf("3:46 is %v s", got)
	}
}

func TestWasRounded(t *testing.T) {
	for v, want := range map[float64]bool{202103051234567000: true, 1.23456789012345e17: true, 123456789012345: false, 2.5e15 + 1: false, 1e15: true, 9007199254740991: false} {
		if wasRounded(v) != want {
			t.Errorf("%.0f rounded: %v", v, !want)
		}
	}
}
