package ingest

import (
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"tallyboard/internal/lang"
)

// Every form of a value that real sheets hold, as a column of its own: what it
// is taken for, and its values as they are understood.
func TestFormsOfValues(t *testing.T) {
	for _, c := range []struct{ name, header, cells, want string }{
		{"dates of Excel's kind in text", "来电时间", "2021/3/5 9:03|2021/3/6 21:30", "time 2021-03-05 9:03:00|2021-03-06 21:30:00"},
		{"ISO", "来电时间", "2021-03-05T09:03:22|2021-03-06T10:00:00", "time 2021-03-05 9:03:22|2021-03-06 10:00:00"},
		{"ISO with a zone", "created_date", "2025-04-01T09:03:22.000Z|2025-04-02T00:00:01.000Z", "time 2025-04-01 9:03:22|2025-04-02 0:00:01"},
		{"Chinese with half-days", "来电时间", "2021年3月5日 上午9:03|2021年3月5日 下午9:03", "time 2021-03-05 9:03:00|2021-03-05 21:03:00"},
		{"Chinese without", "日期", "2025年4月1日|2025年4月12日", "time 2025-04-01|2025-04-12"},
		{"American", "Date", "3/5/21|3/25/21", "time 2021-03-05|2021-03-25"},
		{"British", "Date", "5/3/2021|25/3/2021", "time 2021-03-05|2021-03-25"},
		{"eight digits", "日期", "20210305|20210306", "time 2021-03-05|2021-03-06"},
		{"points", "日期", "2025.4.1|2025.4.12", "time 2025-04-01|2025-04-12"},
		{"a year and a month", "统计月份", "2021年3月|2021年12月|2022年1月", "time 2021-03-01|2021-12-01|2022-01-01"},
		{"a year and a month, ISO", "month", "2024-01|2024-02|2024-12", "time 2024-01-01|2024-02-01|2024-12-01"},
		{"a year and a month, sloping", "月份", "2024/1|2024/02|2024/12", "time 2024-01-01|2024-02-01|2024-12-01"},
		{"six digits under a month's header", "年月", "202101|202102|202112", "time 2021-01-01|2021-02-01|2021-12-01"},
		{"six digits under another", "数量", "202101|202102|202112", "number 202101|202102|202112"},
		{"months alone stay words", "月份", "1月|2月|12月", "text 1月|2月|12月"},
		{"Unix milliseconds", "created_at", "1614906202000|1614906203000", "time " + unixStamp(1614906202) + "|" + unixStamp(1614906203)},
		{"times of day alone", "来电时间", "9:03|21:30|13:05:06", "clock 9:03:00|21:30:00|13:05:06"},
		{"times of day in words", "时间", "上午9:03|晚上8:30|9点半", "clock 9:03:00|20:30:00|9:30:00"},
		{"hours, minutes, seconds", "通话时长", "0:03:21|1:00:00", "duration 0:03:21|1:00:00"},
		{"minutes and seconds", "通话时长", "03:21|61:05", "duration 0:03:21|1:01:05"},
		{"worded", "通话时长", "3分21秒|11秒|7小时41分52秒", "duration 0:03:21|0:00:11|7:41:52"},
		{"plain seconds", "通话时长(秒)", "201|30", "number[s] 201|30"},
		{"seconds with their unit", "通话时长", "201秒|30秒", "duration 0:03:21|0:00:30"},
		{"minutes in the header", "时长（分钟）", "3.5|4", "number[min] 3.5|4"},
		{"hours in the header", "resolution_hours", "3.5|48", "number[h] 3.5|48"},
		{"money", "实付金额", "\"¥1,234.50\"|￥12|３元|12.00元", "number[¥] 1234.5|12|3|12"},
		{"ten thousands", "销售额", "1.2万|3万元|500", "number 12000|30000|500"},
		{"percent", "转化率", "50%|3.5%|１００％", "number[%] 0.5|0.035|1"},
		{"commas", "数量", "\"1,234\"|\"12,345,678\"", "number 1234|12345678"},
		{"order numbers", "订单编号", "=\"310123456789012345\"|'310123456789012346|\t310123456789012347", "text 310123456789012345|310123456789012346|310123456789012347"},
		{"order numbers under any header", "凭据", "310123456789012345|310123456789012346", "text 310123456789012345|310123456789012346"},
		{"phone numbers", "联系手机", "13812345678|057188881234|138****5678", "text 13812345678|057188881234|138****5678"},
		{"yes and no", "是否解决", "是|否|是", "bool 是=1|否=0|是=1"},
		{"y and n", "Answered (Y/N)", "Y|N|Y", "bool Y=1|N=0|Y=1"},
		{"true and false", "solved", "TRUE|FALSE|TRUE", "bool TRUE=1|FALSE=0|TRUE=1"},
		{"one and nought", "是否退款", "1|0|1", "bool 1=1|0=0|1=1"},
		{"solved and unsolved", "解决状态", "已解决|未解决|已解决", "bool 已解决=1|未解决=0|已解决=1"},
		{"paid and unpaid", "付款", "已付款|未付款|已付款", "bool 已付款=1|未付款=0|已付款=1"},
		{"neither", "Resolved", "Yes|N/a|No|Yes|No", "bool Yes=1|N/a|No=0|Yes=1|No=0"},
		{"satisfaction in digits", "满意度", "5|4|1", "number 5|4|1"},
		{"satisfaction in stars", "满意度", "★★★★★|★★★|★", "text ★★★★★=5|★★★=3|★=1"},
		{"most gave no mark", "满意度", "未评价|未评价|未评价|未评价|满意|不满意|未评价", "text 未评价|未评价|未评价|未评价|满意=4|不满意=2|未评价"},
		{"a help desk's marks", "Satisfaction Score", "Offered|Unoffered|Good|Bad|Offered|Offered", "text Offered|Unoffered|Good=4|Bad=2|Offered|Offered"},
		{"satisfaction in words", "满意度", "非常满意|满意|一般|不满意|非常不满意", "text 非常满意=5|满意=4|一般=3|不满意=2|非常不满意=1"},
		{"satisfaction with its unit", "满意度评分", "5星|4星|1星", "text 5星=5|4星=4|1星=1"},
		{"ratings in words", "评价类型", "好评|中评|差评", "text 好评=5|中评=3|差评=1"},
		{"ratings in digits", "评价类型", "1|0|-1", "number 1|0|-1"},
		{"marks for nothing among numbers", "金额", "12|-|--|—|/|无|null|3", "number 12|–|–|–|–|–|–|3"},
		{"marks for nothing among words", "备注", "催单|-|--|—|/|无|null|加急", "text 催单|–|–|–|–|–|–|加急"},
		{"marks for nothing among dates", "日期", "2024/1/1|-|/|null|2024/1/3", "time 2024-01-01|–|–|–|2024-01-03"},
		{"masked provinces", "收货省份", "****|浙江省|广东省", "text –|浙江省|广东省"},
	} {
		t.Run(c.name, func(t *testing.T) {
			lines := []string{c.header + ",客服昵称"}
			for i, cell := range strings.Split(c.cells, "|") {
				lines = append(lines, cell+",小"+string(rune('一'+i)))
			}
			l := openOne(t, Options{}, csvFile(t, "a.csv", strings.Join(lines, "\n")+"\n"))
			got := strings.Split(dump(l), "\n")
			typ, _, _ := strings.Cut(strings.TrimPrefix(got[0], l.Table.Cols[0].Name+":"), " | ")
			for i := range got {
				got[i], _, _ = strings.Cut(got[i], " | 小")
			}
			if s := typ + " " + strings.Join(got[1:], "|"); s != c.want {
				t.Errorf("got %s\nwant %s", s, c.want)
			}
			for k, n := range l.Warnings.Counts {
				if ClassOf(k) == Unread {
					t.Errorf("%d × %s", n, k)
				}
			}
		})
	}
}

// Of two files of one layout, one with dates and one as a chat program writes
// them, the column is one of dates, in either order and under any header. A time
// of day among 昨天 and 前天 is one of the day of its own file.
func TestRelativeDaysInOneOfTwoFiles(t *testing.T) {
	for _, header := range []string{"消息时间", "登记"} {
		dates := csvFile(t, "a.csv", header+",客服\n2024/3/2 10:00,小王\n2024/3/3 11:30,小李\n")
		chat := csvFile(t, "b.csv", header+",客服\n21:03,小王\n9:15,小李\n昨天 21:03,小王\n前天 8:05,小李\n")
		saved := time.Date(2024, 3, 5, 22, 30, 0, 0, time.Local)
		if err := os.Chtimes(chat, saved, saved); err != nil {
			t.Fatal(err)
		}
		old := []string{"2024-03-02 10:00:00 | 小王", "2024-03-03 11:30:00 | 小李"}
		told := []string{"2024-03-05 21:03:00 | 小王", "2024-03-05 9:15:00 | 小李", "2024-03-04 21:03:00 | 小王", "2024-03-03 8:05:00 | 小李"}
		for _, c := range []struct{ paths, rows []string }{
			{[]string{dates, chat}, slices.Concat(old, told)},
			{[]string{chat, dates}, slices.Concat(told, old)},
			{[]string{chat}, told},
		} {
			l := openOne(t, Options{}, c.paths...)
			if got, want := dump(l), header+":time | 客服:text\n"+strings.Join(c.rows, "\n"); got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
			if n := l.Warnings.Counts[WarnRelative]; n != len(told) {
				t.Errorf("%d cells are told, want %d", n, len(told))
			}
			if n := l.Columns[0].Distinct; n != len(c.rows) {
				t.Errorf("%d different times, want %d", n, len(c.rows))
			}
		}
	}
}

// 昨天 21:03 counts from the day on which the file was saved, and that is said;
// where the file has later dates it was saved again since, and nothing is guessed.
func TestRelativeDays(t *testing.T) {
	saved := time.Date(2024, 3, 5, 22, 30, 0, 0, time.Local)
	read := func(cells string) *Log {
		t.Helper()
		path := csvFile(t, "a.csv", "消息时间,客服\n"+strings.ReplaceAll(cells, "|", ",小王\n")+",小王\n")
		if err := os.Chtimes(path, saved, saved); err != nil {
			t.Fatal(err)
		}
		return openOne(t, Options{}, path)
	}
	l := read("2024/3/2 10:00|前天 8:05|昨天 21:03|昨日 下午3:00|今天 9:03|yesterday at 9:30 pm|今天")
	want := "消息时间:time | 客服:text\n" + strings.Join([]string{"2024-03-02 10:00:00", "2024-03-03 8:05:00", "2024-03-04 21:03:00", "2024-03-04 15:00:00", "2024-03-05 9:03:00", "2024-03-04 21:30:00", "2024-03-05"}, " | 小王\n") + " | 小王"
	if got := dump(l); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if n := l.Warnings.Counts[WarnRelative]; n != 6 {
		t.Errorf("%d cells are told, want 6", n)
	}
	if s := l.Warnings.Items[0].Why(lang.ZH); !strings.Contains(s, "2024-03-05") {
		t.Errorf("the remark does not name the day: %s", s)
	}
	l = read("2024/3/8 10:00|昨天 21:03|2024/3/9 11:00|2024/3/9 12:00")
	if l.Warnings.Counts[WarnTime] != 1 || l.Warnings.Counts[WarnRelative] != 0 {
		t.Errorf("saved before its last date: %v", l.Warnings.Counts)
	}
}
