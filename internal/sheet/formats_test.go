package sheet

import (
	"bytes"
	"context"
	"crypto/md5"
	"encoding/binary"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/simplifiedchinese"

	"tallyboard/internal/fault"
)

// Ids are unique but for the two that open to the same format.
func TestCatalogue(t *testing.T) {
	seen := map[string]int{}
	for _, f := range catalogue {
		if seen[f.id]++; seen[f.id] > 1 && f.id != "xlsx" {
			t.Errorf("%s stands twice", f.id)
		}
	}
}

func TestHTML(t *testing.T) {
	gbk := encode(t, simplifiedchinese.GBK.NewEncoder(), `<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"></head><body><table><tr><th>客服</th><th>数量</th></tr><tr><td>小雨</td><td>3</td></tr></table>`)
	for _, tt := range []struct{ name, data, want string }{
		{"plain", `<html><body><table border=1><tr><td>a<td>b<tr><td>1<td> x&nbsp;y </table>`, "1:a|b 2:1|x y"},
		{"GBK", gbk, "1:客服|数量 2:小雨|3"},
		{"line breaks and runs of blanks", "<table><tr><td>第一行<br>第二行</td><td>a \n  b</td></tr></table>", "1:第一行\n第二行|a b"},
		{"spans", `<table><tr><td colspan=2>甲</td><td>乙</td></tr><tr><td rowspan="2">丙</td><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>`, "1:甲||乙 2:丙|1|2 3:|3|4"},
		{"ids", `<table><tr><td style="mso-number-format:'\@'">123</td><td x:str>456</td><td>0571</td><td>7</td></tr></table>`, "1:'123|'456|'0571|7"},
		{"two tables", `<table><tr><td>a</td></tr></table><p>注</p><table><tr><td>b</td></tr></table>`, "1:a 3:b"},
		{"nested table", `<table><tr><td>x<table><tr><td>y</td><td>z</td></tr></table></td><td>1</td></tr></table>`, "1:x y z|1"},
		{"script and style", `<table><tr><td>a<script>var x = "<td>no</td>"</script><style>td{}</style></td></tr></table>`, "1:a"},
		{"entities", `<table><tr><td>&lt;A&amp;B&gt; &#20013;</td></tr></table>`, "1:<A&B> 中"},
		{"upper case and no html", "\r\n<TABLE><TR><TD>1</TD></TR></TABLE>", "1:1"},
		{"blank row", `<table><tr><td>a</td></tr><tr><td></td></tr><tr><td>b</td></tr></table>`, "1:a 3:b"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			b, g := grid(t, tt.data, 0)
			if b.Format != "html" {
				t.Errorf("taken for %s", b.Format)
			}
			if got := show(g); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
			checkGrid(t, g)
		})
	}
	_, g := grid(t, `<table><tr><td colspan=2 rowspan=3>甲</td></tr></table>`, 0)
	if !slices.Equal(g.Merges, []Range{{1, 1, 3, 2}}) {
		t.Errorf("merges %v", g.Merges)
	}
}

func TestMHTML(t *testing.T) {
	page := strings.ReplaceAll(`MIME-Version: 1.0
X-Document-Type: Workbook
Content-Type: multipart/related; boundary="----=_NextPart_01"

本文档是“单个文件网页”。

------=_NextPart_01
Content-Location: file:///C:/a/book.htm
Content-Transfer-Encoding: quoted-printable
Content-Type: text/html; charset="gb2312"

<html><frameset><frame src=3D"sheet001.htm"></frameset></html>
------=_NextPart_01
Content-Location: file:///C:/a/sheet001.htm
Content-Transfer-Encoding: quoted-printable
Content-Type: text/html; charset="gb2312"

<html><table width=3D100><tr><td>=BF=CD=B7=FE</td><td>=
12</td></tr></table></html>
------=_NextPart_01--
`, "\n", "\r\n")
	b, g := grid(t, page, 0)
	if got := show(g); got != "1:客服|12" || b.Format != "mhtml" {
		t.Errorf("%s: %q", b.Format, got)
	}
}

const xml2003Book = `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel">
<Styles><Style ss:ID="d"><NumberFormat ss:Format="Short Date"/></Style><Style ss:ID="p"><NumberFormat ss:Format="0.0%"/></Style></Styles>
<Worksheet ss:Name="来电"><Table ss:ExpandedColumnCount="3">
<Row><Cell><Data ss:Type="String">时间</Data></Cell><Cell ss:Index="3"><ss:Data ss:Type="String"><B>粗</B>体</ss:Data></Cell></Row>
<Row ss:Index="4" ss:Hidden="1"><Cell ss:StyleID="d"><Data ss:Type="DateTime">2021-03-05T12:00:00.000</Data></Cell><Cell ss:StyleID="p"><Data ss:Type="Number">0.5</Data><Comment><Data>注</Data></Comment></Cell><Cell ss:MergeAcross="1" ss:MergeDown="1"><Data ss:Type="Boolean">1</Data></Cell><Cell><Data ss:Type="Error">#N/A</Data></Cell></Row>
<Row><Cell><Data ss:Type="DateTime">1899-12-31T06:00:00.000</Data></Cell><Cell ss:StyleID="d"><Data ss:Type="Number">44260</Data></Cell><Cell><Data ss:Type="String"></Data></Cell></Row>
</Table></Worksheet>
<Worksheet ss:Name="隐藏"><Table/><WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet>
</Workbook>`

func TestXML2003(t *testing.T) {
	gbk := encode(t, simplifiedchinese.GBK.NewEncoder(), strings.Replace(xml2003Book, `version="1.0"`, `version="1.0" encoding="gb2312"`, 1))
	for name, data := range map[string]string{"UTF-8": xml2003Book, "GB18030": gbk} {
		b, g := grid(t, data, 0)
		if b.Format != "xml" || b.Encoding != name {
			t.Errorf("taken for %s in %s", b.Format, b.Encoding)
		}
		if !slices.Equal(b.Sheets, []Info{{"来电", false}, {"隐藏", true}}) {
			t.Errorf("sheets %v", b.Sheets)
		}
		if got, want := show(g), "1:时间||粗体 4:44260.5d|0.5%|1?||!#N/A 5:0.25t|44260d"; got != want {
			t.Errorf("got %q, want %q", got, want)
		}
		if !slices.Equal(g.Merges, []Range{{4, 3, 5, 4}}) || !slices.Equal(g.Hidden, []uint32{4}) || g.Blank != 2 {
			t.Errorf("merges %v, hidden %v, blank %d", g.Merges, g.Hidden, g.Blank)
		}
	}
}

// biff builds records.
type biff struct{ b []byte }

func (w *biff) rec(id int, parts ...any) {
	var body bytes.Buffer
	for _, p := range parts {
		if s, ok := p.(string); ok {
			body.WriteString(s)
			continue
		}
		if err := binary.Write(&body, binary.LittleEndian, p); err != nil {
			panic(err)
		}
	}
	w.b = binary.LittleEndian.AppendUint16(w.b, uint16(id))
	w.b = binary.LittleEndian.AppendUint16(w.b, uint16(body.Len()))
	w.b = append(w.b, body.Bytes()...)
}

func wide(s string) string {
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		b = binary.LittleEndian.AppendUint16(b, u)
	}
	return string(b)
}

// xlsBook is a BIFF8 stream with one sheet; filepass, if any, follows the
// first record.
func xlsBook(filepass string) []byte {
	build := func(offset uint32) *biff {
		w := &biff{}
		w.rec(biffBOF, uint16(0x600), uint16(5), make([]byte, 12))
		if filepass != "" {
			w.rec(biffFilePass, filepass)
		}
		w.rec(biffFormat, uint16(164), uint16(10), byte(0), "yyyy-mm-dd")
		w.rec(biffXF, uint16(0), uint16(0), make([]byte, 16))
		w.rec(biffXF, uint16(0), uint16(164), make([]byte, 16))
		w.rec(biffXF, uint16(0), uint16(9), make([]byte, 16))
		w.rec(biffSheet, offset, byte(0), byte(0), byte(2), byte(1), wide("来电"))
		// A text that is cut in two, the rest in another width; one with runs.
		w.rec(biffSST, uint32(3), uint32(3), uint16(2), byte(1), wide("客服"), uint16(6), byte(1), wide("甲b"))
		w.rec(biffContinue, byte(0), "cdef", uint16(2), byte(8|1), uint16(1), wide("乙丙"), make([]byte, 4))
		w.rec(biffEOF)
		return w
	}
	w := build(uint32(len(build(0).b)))
	w.rec(biffBOF, uint16(0x600), uint16(0x10), make([]byte, 12))
	w.rec(biffRow, uint16(2), uint16(0), uint16(5), make([]byte, 6), uint16(0x20), uint16(0))
	w.rec(biffLabelSST, uint16(0), uint16(0), uint16(0), uint32(0))
	w.rec(biffLabelSST, uint16(0), uint16(1), uint16(0), uint32(1))
	w.rec(biffLabelSST, uint16(0), uint16(2), uint16(0), uint32(2))
	w.rec(biffNumber, uint16(2), uint16(0), uint16(1), 44260.5)
	w.rec(biffRK, uint16(2), uint16(1), uint16(2), uint32(50<<2|3))
	w.rec(biffMulRK, uint16(2), uint16(2), uint16(0), uint32(7<<2|2), uint16(0), int32(-7<<2|2), uint16(3))
	w.rec(biffBoolErr, uint16(3), uint16(0), uint16(0), byte(1), byte(0))
	w.rec(biffBoolErr, uint16(3), uint16(1), uint16(0), byte(0x2a), byte(1))
	w.rec(biffFormula, uint16(3), uint16(2), uint16(0), []byte{0, 0, 0, 0, 0, 0, 0xff, 0xff}, make([]byte, 8))
	w.rec(biffString, uint16(2), byte(1), wide("结果"))
	w.rec(biffFormula, uint16(3), uint16(3), uint16(0), math.Float64bits(1.25), make([]byte, 8))
	w.rec(biffLabel, uint16(3), uint16(4), uint16(0), uint16(3), byte(0), "\xe9t\xe9")
	w.rec(biffBOF, uint16(0x600), uint16(0x20), make([]byte, 12)) // a chart inside
	w.rec(biffNumber, uint16(9), uint16(9), uint16(0), 9.0)
	w.rec(biffEOF)
	w.rec(biffMerged, uint16(1), uint16(0), uint16(1), uint16(2), uint16(3))
	w.rec(biffEOF)
	return w.b
}

const xlsWant = "1:客服|甲bcdef|乙丙 3:44260.5d|0.5%|7|-7 4:1?|!#N/A|结果|1.25|été"

func TestXLS(t *testing.T) {
	b, g := grid(t, string(compoundOf([2]string{"Workbook", string(xlsBook(""))})), 0)
	if got := show(g); got != xlsWant {
		t.Errorf("got  %q\nwant %q", got, xlsWant)
	}
	if b.Format != "xls" || !slices.Equal(b.Sheets, []Info{{Name: "来电"}}) {
		t.Errorf("%s %v", b.Format, b.Sheets)
	}
	if !slices.Equal(g.Merges, []Range{{1, 3, 2, 4}}) || !slices.Equal(g.Hidden, []uint32{3}) {
		t.Errorf("merges %v, hidden %v", g.Merges, g.Hidden)
	}
	// So large that the table of sectors needs lists of its own.
	_, g = grid(t, string(compoundOf([2]string{"Other", strings.Repeat("x", 9<<20)}, [2]string{"Workbook", string(xlsBook(""))})), 0)
	if got := show(g); got != xlsWant {
		t.Errorf("in a large file: got %q", got)
	}
	_, head := grid(t, string(compoundOf([2]string{"Workbook", string(xlsBook(""))})), 1)
	if got := show(head); got != "1:客服|甲bcdef|乙丙" {
		t.Errorf("first row: %q", got)
	}
}

// encryptXLS does what Excel 97 does with a password.
func encryptXLS(tb testing.TB, password string) []byte {
	salt := []byte("0123456789abcdef")
	verifier := []byte("fedcba9876543210")
	key := rc4Base(password, salt)
	c, err := rc4Block(key, 0)
	if err != nil {
		tb.Fatal(err)
	}
	sum := md5.Sum(verifier)
	both := append(slices.Clone(verifier), sum[:]...)
	c.XORKeyStream(both, both)
	book := xlsBook("\x01\x00\x01\x00\x01\x00" + string(salt) + string(both))
	// The cipher is its own inverse.
	out, err := rc4Stream(book, key)
	if err != nil {
		tb.Fatal(err)
	}
	return compoundOf([2]string{"Workbook", string(out)})
}

func TestPasswords(t *testing.T) {
	path := filepath.Join(t.TempDir(), "secret.xlsx")
	f := excelize.NewFile()
	if err := f.SetCellStr("Sheet1", "A1", "机密"); err != nil {
		t.Fatal(err)
	}
	if err := f.SaveAs(path, excelize.Options{Password: "密码pw"}); err != nil {
		t.Fatal(err)
	}
	xlsx, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name           string
		data           []byte
		password, code string
		want           string
	}{
		{"xlsx without", xlsx, "", "sheet.password", ""},
		{"xlsx wrong", xlsx, "pw", "sheet.wrongpassword", ""},
		{"xlsx right", xlsx, "密码pw", "", "1:机密"},
		{"xls without", encryptXLS(t, "pw"), "", "sheet.password", ""},
		{"xls wrong", encryptXLS(t, "pw"), "other", "sheet.wrongpassword", ""},
		{"xls right", encryptXLS(t, "pw"), "pw", "", xlsWant},
		{"xls whose structure alone is protected", encryptXLS(t, defaultPassword), "", "", xlsWant},
		{"xls with another cipher", compoundOf([2]string{"Workbook", string(xlsBook("\x01\x00\x02\x00\x02\x00" + strings.Repeat("x", 48)))}), "pw", "sheet.crypt", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			b, err := openBytes(tt.data, Options{Password: tt.password})
			if tt.code != "" {
				checkFault(t, err)
				if !fault.Is(err, tt.code) {
					t.Errorf("got %v, want %s", err, tt.code)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			g, err := b.Read(context.Background(), 0, 0)
			if err != nil {
				t.Fatal(err)
			}
			if got := show(g); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// rec12 is a record of an .xlsb part.
func rec12(id int, parts ...any) string {
	w := &biff{}
	w.rec(0, parts...)
	body := string(w.b[4:])
	head := []byte{byte(id)}
	if id >= 128 {
		head = []byte{byte(id) | 0x80, byte(id >> 7)}
	}
	n := len(body)
	for n >= 128 {
		head = append(head, byte(n)|0x80)
		n >>= 7
	}
	return string(append(head, byte(n))) + body
}

func wide12(s string) string {
	return string(binary.LittleEndian.AppendUint32(nil, uint32(len(utf16.Encode([]rune(s)))))) + wide(s)
}

func xlsbBook(tb testing.TB) []byte {
	cell := func(col, style int) []uint32 { return []uint32{uint32(col), uint32(style)} }
	return zipOf(tb, map[string]string{
		"_rels/.rels":                `<Relationships ` + relNS + `><Relationship Id="rId1" Type="` + relURL + `officeDocument" Target="xl/workbook.bin"/></Relationships>`,
		"xl/_rels/workbook.bin.rels": `<Relationships ` + relNS + `><Relationship Id="rId1" Type="` + relURL + `worksheet" Target="worksheets/sheet1.bin"/><Relationship Id="rId2" Type="` + relURL + `sharedStrings" Target="sharedStrings.bin"/><Relationship Id="rId3" Type="` + relURL + `styles" Target="styles.bin"/></Relationships>`,
		"xl/workbook.bin":            rec12(xlsbBookPr, uint32(1), uint32(0)) + rec12(xlsbSheet, uint32(1), uint32(1), wide12("rId1"), wide12("二进制")),
		"xl/styles.bin": rec12(xlsbNumFmt, uint16(164), wide12(`yyyy"年"m"月"`)) + rec12(xlsbXF, uint16(0), uint16(9), make([]byte, 12)) +
			rec12(xlsbBeginXFs, uint32(2)) + rec12(xlsbXF, uint16(0), uint16(0), make([]byte, 12)) + rec12(xlsbXF, uint16(0), uint16(164), make([]byte, 12)) + rec12(xlsbEndXFs),
		"xl/sharedStrings.bin": rec12(xlsbItem, byte(0), wide12("客服")) + rec12(xlsbItem, byte(0), wide12("小雨")),
		"xl/worksheets/sheet1.bin": rec12(xlsbRow, uint32(0), uint32(0), uint16(0), uint16(0), byte(0)) +
			rec12(xlsbShared, cell(0, 0), uint32(0)) + rec12(xlsbString, cell(2, 0), wide12("内联")) +
			rec12(xlsbRow, uint32(4), uint32(0), uint16(0), byte(0), byte(0x10), byte(0)) +
			rec12(xlsbShared, cell(0, 0), uint32(1)) + rec12(xlsbReal, cell(1, 1), 42798.5) + rec12(xlsbRK, cell(2, 0), uint32(125<<2|3)) +
			rec12(xlsbBool, cell(3, 0), byte(1)) + rec12(xlsbError, cell(4, 0), byte(7)) + rec12(xlsbBlank, cell(5, 0)) +
			rec12(xlsbFmlaString, cell(6, 0), wide12("公式"), uint16(0)) + rec12(xlsbFmlaNum, cell(7, 0), 2.5, uint16(0)) +
			rec12(xlsbFmlaError+xlsbReal, uint32(0), 9.0) +
			rec12(xlsbEndData) + rec12(xlsbMerge, uint32(0), uint32(1), uint32(0), uint32(0)),
	})
}

func TestXLSB(t *testing.T) {
	b, g := grid(t, string(xlsbBook(t)), 0)
	if b.Format != "xlsb" || !slices.Equal(b.Sheets, []Info{{"二进制", true}}) {
		t.Errorf("%s %v", b.Format, b.Sheets)
	}
	if got, want := show(g), "1:客服||内联 5:小雨|44260.5d|1.25|1?|!#DIV/0!||公式|2.5|9"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if !slices.Equal(g.Merges, []Range{{1, 1, 2, 1}}) || !slices.Equal(g.Hidden, []uint32{5}) || g.Blank != 3 {
		t.Errorf("merges %v, hidden %v, blank %d", g.Merges, g.Hidden, g.Blank)
	}
}

func TestFormOf(t *testing.T) {
	for code, want := range map[string]Form{
		"General": FormGeneral, "G/通用格式": FormGeneral, "@": FormGeneral, "0.00E+00": FormGeneral, "#,##0_);(#,##0)": FormGeneral, `0"天"`: FormGeneral, `"days" 0`: FormGeneral, `[Red]-0`: FormGeneral, `0\d`: FormGeneral, "0_d": FormGeneral, "": FormGeneral, ";;;": FormGeneral, `[>=10000]0!.0,"万";0`: FormGeneral,
		"yyyy-mm-dd": FormDate, `yyyy"年"m"月"d"日"`: FormDate, "[$-804]aaaa": FormDate, "m/d/yy h:mm": FormDate, "mmm-yy": FormDate, "mmmm": FormDate, "[$-F800]dddd, mmmm dd, yyyy": FormDate, "e/m/d": FormDate, "[DBNum1][$-804]m\"月\"d\"日\"": FormDate, "[$-409]d-mmm;@": FormDate, "yyyy/m/d h:mm AM/PM": FormDate, "aaa": FormDate,
		"h:mm": FormTime, "[h]:mm:ss": FormTime, "mm:ss.0": FormTime, "[mm]:ss": FormTime, "[$-F400]h:mm:ss AM/PM": FormTime, `上午/下午h"时"mm"分"`: FormTime, "[ss]": FormTime,
		"0%": FormPercent, "0.00%;[Red]-0.00%": FormPercent,
		`"¥"#,##0.00`: FormCurrency, "[$¥-804]#,##0.00": FormCurrency, "$#,##0": FormCurrency, `_ "¥"* #,##0.00_ `: FormCurrency, `\¥#,##0`: FormCurrency, "#,##0\"元\"": FormCurrency, "[$€-2] #,##0": FormCurrency,
	} {
		if got := formOf(code); got != want {
			t.Errorf("%q is %d, want %d", code, got, want)
		}
	}
}

func TestFiles(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"b.xlsx", "a.CSV", "~$b.xlsx", ".hidden.csv", "note.doc", "子/c.xls", "子/.git/d.csv"} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("a,b\n"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	got := Files([]string{filepath.Join(dir, "note.doc"), dir, "nowhere"})
	want := []string{filepath.Join(dir, "note.doc"), filepath.Join(dir, "a.CSV"), filepath.Join(dir, "b.xlsx"), filepath.Join(dir, "子", "c.xls"), "nowhere"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}
