package ingest

import (
	"context"
	"math"
	"strings"
	"testing"
	"unicode/utf8"

	"tallyboard/internal/sheet"
	"tallyboard/internal/table"
)

func FuzzReadNumber(f *testing.F) {
	for _, s := range []string{"1,234.50", "¥12", "３.5%", "1.2万", "（12）", "12-", "007", "1e3", "2,0000", "-¥ 5元", "1 234", "%", "1.2.3"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		n, ok := readNumber(s)
		if !ok {
			return
		}
		if math.IsNaN(n.v) || math.IsInf(n.v, 0) {
			t.Fatalf("%q is %v", s, n.v)
		}
		if again, ok := readNumber(numberText(n.v, sheet.FormGeneral)); !ok || again.v != n.v {
			t.Fatalf("%q is %v, which is written %q and read as %v", s, n.v, numberText(n.v, sheet.FormGeneral), again.v)
		}
		if keepsForm(s) && s[0] == '0' {
			t.Fatalf("%q loses its zeros", s)
		}
	})
}

func FuzzReadDate(f *testing.F) {
	for _, s := range []string{"2021/3/5 9:03", "2021-03-05T09:03:22.000Z", "2021年3月5日 上午9:03", "3/5/21", "20210305", "5 Mar 2021", "Fri, 5 Mar 2021 09:03:22 GMT", "21-03-05", "2021-03-05 星期五", "12/31/1999 11:59 PM"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, ok := readDate(s)
		if !ok {
			return
		}
		for _, o := range []Order{YMD, MDY, DMY} {
			sec, ok := d.seconds(o)
			if !ok {
				continue
			}
			if sec < -2208988800 || sec >= 7258118400 { // 1900 to 2199
				t.Fatalf("%q is %v", s, sec)
			}
			again, ok := readDate(stamp(math.Floor(sec)))
			if back, fits := again.seconds(AnyOrder); !ok || !fits || back != math.Floor(sec) {
				t.Fatalf("%q is %s, which is read as %v", s, stamp(sec), back)
			}
		}
	})
}

func FuzzReadMonth(f *testing.F) {
	for _, s := range []string{"2021年3月", "2021-03", "2021/12", "202103", "Mar 2021", "March-2021", "2021 年 3 月份", "昨天 21:03", "today", "前天 下午3:05", "yesterday at 9 pm"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, h := range []hint{{}, {month: true}} {
			if sec, ok := readMonth(s, h); ok && (!strings.HasSuffix(stamp(sec), "-01") || sec < 631152000 || sec > 4133894400) { // 1990 to 2100
				t.Fatalf("%q is %s", s, stamp(sec))
			}
		}
		if sec, ok := readRelative(s); ok && (sec < -3*86400 || sec >= 86400) {
			t.Fatalf("%q is %v s from the day of the file", s, sec)
		}
	})
}

// The quick way for ISO dates says what the general way says.
func FuzzISODate(f *testing.F) {
	for _, s := range []string{"2021-03-05", "2021/3/5 9:03", "2021-03-05T09:03:22", "2021.3.5", "2021-13-05 24:00"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		fast, ok := isoDate(s)
		if !ok {
			return
		}
		slow, rest, ok := dateFront(trim(narrow(s)))
		if rest = clockFront(rest); ok && rest != "" {
			c, read := readClock(rest)
			ok = read
			slow.hasClock, slow.sec = true, c.sec
		}
		if !ok || fast != slow {
			t.Fatalf("%q: %+v, slowly %+v %v", s, fast, slow, ok)
		}
	})
}

func FuzzReadClock(f *testing.F) {
	for _, s := range []string{"9:03", "下午3:07:08.5", "12:00 AM", "9点半", "21时5分7秒", "25:10:00", "03:21", "9:03:22 +08:00"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		c, ok := readClock(s)
		if ok && (c.sec < 0 || c.sec >= 36e6 || c.half && c.sec > 90061 || c.short < 0) {
			t.Fatalf("%q is %+v", s, c)
		}
	})
}

func FuzzReadDuration(f *testing.F) {
	for _, s := range []string{"3分21秒", "201秒", "2h 3m", "1.5小时", "1天 02:03:04", "3'21\"", "1 hour and 5 minutes", "1小时零5分"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if d, ok := readDuration(s); ok && !(d >= 0) {
			t.Fatalf("%q is %v", s, d)
		}
	})
}

func FuzzReadWords(f *testing.F) {
	for _, s := range []string{"是", "未解决", "★★★☆☆", "非常满意", "N/a", "5星", "=\"123\"", "'0123", "\t1 "} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if v, neither, ok := readTruth(s); ok && !neither && v != 0 && v != 1 {
			t.Fatalf("%q is %v", s, v)
		}
		if v, ok := readRating(s); ok && (v < 0 || v > 10) {
			t.Fatalf("%q is rated %v", s, v)
		}
		if w := cleanWord(s); len(w) > len(s) || w != "" && plainEnds(w) && trim(w) != w {
			t.Fatalf("%q is cleaned to %q", s, w)
		}
		_ = totalWord(s)
		_ = hintOf(s)
		_ = classOf(s)
	})
}

// Whatever stands on a sheet, every row is either in the log or counted as
// left out, and every column has a name of its own.
func FuzzTable(f *testing.F) {
	for _, c := range sheetCases {
		f.Add(c.in, 0)
	}
	f.Add("客服,接待人数,,产品,差评\n小王,12,,电饭煲,3\n小李,15,,,\n", 2)
	f.Fuzz(func(t *testing.T, in string, head int) {
		if !utf8.ValidString(in) || len(in) > 4000 {
			return
		}
		g := gridOfText(in)
		if g.Rows() == 0 {
			return
		}
		b, err := pickTable(File{Path: "x.csv", From: nan, To: nan}, g, Options{Header: head % 50})
		if err != nil {
			t.Fatal(err)
		}
		h := findHeader(b.grid, b.left, map[bool]int{true: head % 50}[b.file.Tables == nil])
		lo := b.file.LeftOut
		if n := lo.Above + lo.Headers + lo.Totals + lo.Notes + b.count + h.last - h.first + 1; n != b.grid.Rows() {
			t.Fatalf("%d rows: %+v left out, %d taken, header %+v\n%s", b.grid.Rows(), lo, b.count, h, in)
		}
		l, err := buildLog(context.Background(), []*block{b}, Options{})
		if err != nil {
			t.Fatal(err)
		}
		seen := map[string]bool{}
		for _, c := range l.Table.Cols {
			if key := table.Fold(c.Name); key == "" || seen[key] {
				t.Fatalf("column name %q", c.Name)
			}
			seen[table.Fold(c.Name)] = true
			if c.Len() != l.Table.Rows {
				t.Fatalf("%s has %d of %d rows", c.Name, c.Len(), l.Table.Rows)
			}
		}
	})
}

// gridOfText splits lines at commas, whole numbers as numbers.
func gridOfText(in string) *sheet.Grid {
	var rows [][]any
	var no []uint32
	for i, line := range strings.Split(in, "\n") {
		var row []any
		filled := false
		for _, s := range strings.Split(line, ",") {
			v, ok := plainNumber(s)
			switch {
			case s == "":
				row = append(row, nil)
				continue
			case ok && numberText(v, sheet.FormGeneral) == s && len(s) <= 15:
				row = append(row, v)
			default:
				row = append(row, s)
			}
			filled = true
		}
		if filled && len(row) < 200 {
			rows = append(rows, row)
			no = append(no, uint32(i+1))
		}
	}
	g := gridOf(rows...)
	g.RowNo = no
	return g
}
