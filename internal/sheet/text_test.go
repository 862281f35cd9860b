package sheet

import (
	"context"
	"encoding/csv"
	"fmt"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
)

func encode(tb testing.TB, enc interface{ Bytes([]byte) ([]byte, error) }, s string) string {
	tb.Helper()
	b, err := enc.Bytes([]byte(s))
	if err != nil {
		tb.Fatal(err)
	}
	return string(b)
}

// grid opens and reads the first sheet of a file in memory.
func grid(tb testing.TB, data string, limit int) (*Book, *Grid) {
	tb.Helper()
	b, err := openBytes([]byte(data), Options{Workers: 2})
	if err != nil {
		tb.Fatal(err)
	}
	g, err := b.Read(context.Background(), 0, limit)
	if err != nil {
		tb.Fatal(err)
	}
	return b, g
}

func TestText(t *testing.T) {
	gbk := simplifiedchinese.GBK.NewEncoder()
	gb := simplifiedchinese.GB18030.NewEncoder()
	big := traditionalchinese.Big5.NewEncoder()
	log := "时间,客服,地区\n2021/3/5 9:03,小雨,浙江省\n2021/3/5 9:04,阿强,广东省\n"
	logWant := "1:时间|客服|地区 2:2021/3/5 9:03|小雨|浙江省 3:2021/3/5 9:04|阿强|广东省"
	trad := "訂單編號,客戶暱稱,縣市\n1,張偉,臺北市\n2,陳大文,高雄市\n"
	tradWant := "1:訂單編號|客戶暱稱|縣市 2:1|張偉|臺北市 3:2|陳大文|高雄市"
	for _, tt := range []struct {
		name, data, format, encoding, want string
		blank                              int
	}{
		{"comma", "a,b\n1,x\n", "csv", "UTF-8", "1:a|b 2:1|x", 0},
		{"tab", "a\tb\n1\tx\n", "tsv", "UTF-8", "1:a|b 2:1|x", 0},
		{"semicolon, decimal commas", "a;b\n1,5;2,5\n3,5;4\n", "csv", "UTF-8", "1:a|b 2:1,5|2,5 3:3,5|4", 0},
		{"semicolon, many decimal commas", "a;b;c\n" + strings.Repeat("1,5;2,5;3,5\n", 300), "csv", "UTF-8", "", 0},
		{"comma, lists with semicolons", "名称,标签\n" + strings.Repeat("甲,x;y;z\n", 300), "csv", "UTF-8", "", 0},
		{"bar", "a|b|c\n1|x|\n", "csv", "UTF-8", "1:a|b|c 2:1|x", 0},
		{"runs of blanks", "姓名   地区    数量\n张 三  New York  12\n李四   广东      7\n", "txt", "UTF-8", "1:姓名|地区|数量 2:张 三|New York|12 3:李四|广东|7", 0},
		{"single blanks", "a b c\n1 2 3\n4 5 6\n", "txt", "UTF-8", "1:a|b|c 2:1|2|3 3:4|5|6", 0},
		{"one column", "客服\n小雨\n阿强\n", "txt", "UTF-8", "1:客服 2:小雨 3:阿强", 0},
		{"prose", "This is a note.\nIt has some words, but no table.\nNone at all\n", "txt", "UTF-8", "1:This is a note. 2:It has some words, but no table. 3:None at all", 0},
		{"title line above", "导出时间:2021-03-05\na,b,c\n1,2,3\n4,5,6\n", "csv", "UTF-8", "1:导出时间:2021-03-05 2:a|b|c 3:1|2|3 4:4|5|6", 0},
		{"sep line", "sep=;\na;b\n1;2\n", "csv", "UTF-8", "1:a|b 2:1|2", 0},
		{"CRLF", "a,b\r\n1,2\r\n", "csv", "UTF-8", "1:a|b 2:1|2", 0},
		{"CR alone", "a,b\r1,2\r3,4", "csv", "UTF-8", "1:a|b 2:1|2 3:3|4", 0},
		{"no newline at the end", "a,b\n1,2", "csv", "UTF-8", "1:a|b 2:1|2", 0},
		{"quotes", "a,b\n\"x,\"\"y\"\"\",\"第一行\n第二行\"\n", "csv", "UTF-8", "1:a|b 2:x,\"y\"|第一行\n第二行", 0},
		{"quotes before CRLF", "\"a\",\"b\"\r\n\"1\",\"2\"\r\n", "csv", "UTF-8", "1:a|b 2:1|2", 0},
		{"a quote inside a field", "尺寸,价\n5\" 屏,10\n6\" 屏,20\n", "csv", "UTF-8", "1:尺寸|价 2:5\" 屏|10 3:6\" 屏|20", 0},
		{"text behind a closing quote", "a,b\n\"x\"y,1\n", "csv", "UTF-8", "1:a|b 2:xy|1", 0},
		{"a quote that never closes", "a,b\n\"x,1\ny,2\n" + strings.Repeat("z,3\n", 40000), "csv", "UTF-8", "", 0},
		{"ids keep their digits", "a,b,c,d,e,f\n0571,1.50,310123456789012345,+5,1e5,-0\n", "csv", "UTF-8", "1:a|b|c|d|e|f 2:'0571|'1.50|'310123456789012345|+5|1e5|'-0", 0},
		{"plain numbers", "a,b,c,d\n-12.5,0,0.25,123456789012345\n", "csv", "UTF-8", "1:a|b|c|d 2:-12.5|0|0.25|1.23456789012345e+14", 0},
		{"formula quoting", "a,b\n=\"0571\",\"=\"\"12\"\"\"\n", "csv", "UTF-8", "1:a|b 2:'0571|'12", 0},
		{"blank lines and lines of separators", "\na,b\n\n,\n1,2\n,\n,\n\n\n", "csv", "UTF-8", "2:a|b 5:1|2", 5},
		{"short and long rows", "a,b,c\n1\n1,2,3,4\n", "csv", "UTF-8", "1:a|b|c 2:1 3:1|2|3|4", 0},
		{"UTF-8 with a mark", "\ufeff" + log, "csv", "UTF-8", logWant, 0},
		{"UTF-8", log, "csv", "UTF-8", logWant, 0},
		{"UTF-8 with a broken character", log + "x,\xe5\xae,y\n", "csv", "UTF-8", logWant + " 4:x|\uFFFD|y", 0},
		{"GBK", encode(t, gbk, log), "csv", "GB18030", logWant, 0},
		{"GBK with bars", encode(t, gbk, strings.ReplaceAll(log+"x,醸|,瓅\n", ",", "|")), "csv", "GB18030", logWant + " 4:x|醸||瓅", 0},
		{"GB18030 with four bytes", encode(t, gb, "姓名,备注\n𠮷田,測試㐀㐁\n王,正常\n"), "csv", "GB18030", "1:姓名|备注 2:𠮷田|測試㐀㐁 3:王|正常", 0},
		{"traditional in GBK", encode(t, gbk, trad), "csv", "GB18030", tradWant, 0},
		{"GBK behind much ASCII", strings.Repeat("1,abc,2024-01-01,33.25\n", 9000) + encode(t, gbk, "2,小雨,浙江省,1\n"), "csv", "GB18030", "", 0},
		{"Big5", encode(t, big, trad), "csv", "Big5", tradWant, 0},
		{"UTF-16LE with a mark", encode(t, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder(), log), "csv", "UTF-16LE", logWant, 0},
		{"UTF-16LE without", encode(t, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewEncoder(), log), "csv", "UTF-16LE", logWant, 0},
		{"UTF-16BE with a mark", encode(t, unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder(), log), "csv", "UTF-16BE", logWant, 0},
		{"UTF-16LE of ASCII", encode(t, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewEncoder(), "a\tb\n1\t2\n"), "tsv", "UTF-16LE", "1:a|b 2:1|2", 0},
		{"Excel's Unicode text", encode(t, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder(), strings.ReplaceAll(log, ",", "\t")), "tsv", "UTF-16LE", logWant, 0},
		{"Windows-1252", encode(t, charmap.Windows1252.NewEncoder(), "Name,City\nZoë,Köln\nRené,Paris\n"), "csv", "Windows-1252", "1:Name|City 2:Zoë|Köln 3:René|Paris", 0},
		{"tabs under the name of a workbook", "客服\t数量\n小雨\t3\n", "tsv", "UTF-8", "1:客服|数量 2:小雨|3", 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			b, g := grid(t, tt.data, 0)
			if b.Format != tt.format || b.Encoding != tt.encoding {
				t.Errorf("taken for %s in %s, want %s in %s", b.Format, b.Encoding, tt.format, tt.encoding)
			}
			if got := show(g); tt.want != "" && got != tt.want {
				t.Errorf("got  %q\nwant %q", got, tt.want)
			}
			if g.Blank != tt.blank {
				t.Errorf("%d blank rows, want %d", g.Blank, tt.blank)
			}
			_, head := grid(t, tt.data, 1)
			if show(head) != strings.Split(show(g), fmt.Sprintf(" %d:", append(g.RowNo, 0)[min(1, len(g.RowNo))]))[0] {
				t.Errorf("first row: %q", show(head))
			}
		})
	}
	_, g := grid(t, strings.Repeat("1,abc,2024-01-01,33.25\n", 9000)+encode(t, gbk, "2,小雨,浙江省,1\n"), 0)
	if got := cellText(g, 1, g.Rows()-1); got != "小雨" {
		t.Errorf("GBK behind ASCII: %q", got)
	}
	_, g = grid(t, "a;b;c\n"+strings.Repeat("1,5;2,5;3,5\n", 300), 0)
	if got := cellText(g, 2, 300); got != "3,5" || len(g.Cols) != 3 {
		t.Errorf("decimal commas: %q, %d columns", got, len(g.Cols))
	}
	_, g = grid(t, "名称,标签\n"+strings.Repeat("甲,x;y;z\n", 300), 0)
	if got := cellText(g, 1, 300); got != "x;y;z" {
		t.Errorf("lists with semicolons: %q", got)
	}
	_, g = grid(t, "a,b\n\"x,1\ny,2\n"+strings.Repeat("z,3\n", 40000), 0)
	if g.Rows() < 40000 {
		t.Errorf("a stray quote swallowed all but %d rows", g.Rows())
	}
}

// What encoding/csv reads, ours reads, whatever the size of the pieces.
func FuzzCSV(f *testing.F) {
	for _, s := range []string{"a,b\n1,2\n", "\"a,\"\"b\",c\n", "a,\"b\nc\",d\r\n1,2,3\n", ",,\n\n,x", "0571,1.5,-0\n", "\"\",\"\"\n", "a,\"b\"\r\n"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if strings.ContainsAny(s, "\x00\r=\t;|") || !strings.Contains(s, "\n") || len(s) > 1<<16 {
			return
		}
		r := csv.NewReader(strings.NewReader(s))
		r.FieldsPerRecord = -1
		want, err := r.ReadAll()
		if err != nil {
			return
		}
		tf := &textFile{src: must(newSource("memory", strings.NewReader(s), int64(len(s)), Options{Workers: 2})), sure: true, delim: ','}
		for _, size := range []int{chunkSize, window} {
			scans := []*textScan{{delim: ','}, {delim: ','}}
			parts, err := tf.parse(context.Background(), size, scans, func(*piece) {}, func(b []byte) int { return recordsEnd(b, ',') })
			if err != nil {
				t.Fatal(err)
			}
			g, err := tf.join(context.Background(), parts, scans)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for r := range g.Rows() {
				for c := range g.Cols {
					got = append(got, cellText(g, c, r))
				}
			}
			var exp []string
			for _, rec := range want {
				if strings.Join(rec, "") == "" {
					continue
				}
				for c := range g.Cols {
					v := ""
					if c < len(rec) {
						v = strings.ToValidUTF8(rec[c], "\uFFFD")
					}
					exp = append(exp, v)
				}
			}
			if len(got) != len(exp) {
				t.Fatalf("%d cells, encoding/csv has %d", len(got), len(exp))
			}
			for i := range got {
				if !sameCell(got[i], exp[i]) {
					t.Fatalf("cell %d: %q, encoding/csv has %q", i, got[i], exp[i])
				}
			}
		}
	})
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}
