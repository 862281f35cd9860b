package sheet

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// pkg is a workbook at the level of its XML. What is empty is left out or gets
// the usual content.
type pkg struct {
	sheet    string // the part of the sheet; without "<" at its start, the rows of an ordinary one
	sst      string // likewise, the <si> elements
	styles   string
	workbook string
	rels     string            // of the workbook
	root     string            // of the package
	names    map[string]string // parts under other names
}

const (
	mainNS = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	relNS  = `xmlns="http://schemas.openxmlformats.org/package/2006/relationships"`
	relURL = `http://schemas.openxmlformats.org/officeDocument/2006/relationships/`
	xmlPI  = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
)

func or(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

func (p pkg) bytes(tb testing.TB) []byte {
	tb.Helper()
	sheet := p.sheet
	if !strings.Contains(sheet, "sheetData") && !strings.HasPrefix(sheet, "\xff\xfe") {
		sheet = xmlPI + "<worksheet " + mainNS + "><sheetData>" + sheet + "</sheetData></worksheet>"
	}
	parts := [][2]string{
		{"[Content_Types].xml", xmlPI + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`},
		{"_rels/.rels", or(p.root, xmlPI+`<Relationships `+relNS+`><Relationship Id="rId1" Type="`+relURL+`officeDocument" Target="xl/workbook.xml"/></Relationships>`)},
		{"xl/workbook.xml", or(p.workbook, xmlPI+`<workbook `+mainNS+`><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`)},
		{"xl/_rels/workbook.xml.rels", or(p.rels, xmlPI+`<Relationships `+relNS+`><Relationship Id="rId1" Type="`+relURL+`worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="`+relURL+`sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="`+relURL+`styles" Target="styles.xml"/></Relationships>`)},
		{"xl/worksheets/sheet1.xml", sheet},
	}
	if p.sst != "" {
		sst := p.sst
		if !strings.Contains(sst, "sst") {
			sst = xmlPI + "<sst " + mainNS + ">" + sst + "</sst>"
		}
		parts = append(parts, [2]string{"xl/sharedStrings.xml", sst})
	}
	if p.styles != "" {
		parts = append(parts, [2]string{"xl/styles.xml", p.styles})
	}
	var out bytes.Buffer
	zw := zip.NewWriter(&out)
	for _, part := range parts {
		w, err := zw.Create(or(p.names[part[0]], part[0]))
		if err != nil {
			tb.Fatal(err)
		}
		if _, err := w.Write([]byte(part[1])); err != nil {
			tb.Fatal(err)
		}
	}
	if err := zw.Close(); err != nil {
		tb.Fatal(err)
	}
	return out.Bytes()
}

// stylesOf makes a style for each number format: a built-in id or a code.
func stylesOf(formats ...string) string {
	var fmts, xfs strings.Builder
	for i, f := range formats {
		id := f
		if strings.Trim(f, "0123456789") != "" {
			id = fmt.Sprint(164 + i)
			fmt.Fprintf(&fmts, `<numFmt numFmtId="%s" formatCode="%s"/>`, id, strings.NewReplacer("&", "&amp;", `"`, "&quot;", "<", "&lt;").Replace(f))
		}
		fmt.Fprintf(&xfs, `<xf numFmtId="%s" applyNumberFormat="1"/>`, id)
	}
	return xmlPI + `<styleSheet ` + mainNS + `><numFmts>` + fmts.String() + `</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>` + xfs.String() + `</cellXfs></styleSheet>`
}

// show writes a grid for the eye: one line a row, number first, cells between
// bars; texts in quotes where they could be something else.
func show(g *Grid) string {
	var b strings.Builder
	for r, no := range g.RowNo {
		fmt.Fprintf(&b, "%d:", no)
		last := -1
		for c := range g.Cols {
			if cellText(g, c, r) != "" {
				last = c
			}
		}
		for c := range last + 1 {
			if c > 0 {
				b.WriteByte('|')
			}
			b.WriteString(showCell(g, c, r))
		}
		b.WriteByte(' ')
	}
	return strings.TrimSuffix(b.String(), " ")
}

func showCell(g *Grid, c, r int) string {
	text := cellText(g, c, r)
	if text == "" {
		return ""
	}
	k := &g.Cols[c]
	isText := k.Text != nil && k.Text[r] != 0
	f := formAt(g, c, r)
	switch {
	case isText && k.Form != nil && f == FormError:
		return "!" + text
	case isText && strings.Trim(text, "0123456789.-") == "":
		return "'" + text
	case isText:
		return text
	}
	return text + map[Form]string{FormDate: "d", FormTime: "t", FormPercent: "%", FormCurrency: "¥", FormBool: "?"}[f]
}

// nasty are the cases: what stands in the file, and what a person would see.
var nasty = []struct {
	name string
	pkg  pkg
	want string
	// excelize tells why it reads otherwise; "" where it must agree.
	excelize string
	slow     bool // not for the fast path
}{
	{name: "plain", pkg: pkg{sheet: `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>1.5</v></c></row>`, sst: `<si><t>甲</t></si>`}, want: "1:甲|1.5"},
	{name: "no addresses", pkg: pkg{sheet: `<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>`}, want: "1:1|2 2:3"},
	{name: "cells without addresses after one with", pkg: pkg{sheet: `<row r="2"><c r="C2"><v>1</v></c><c><v>2</v></c></row>`}, want: "2:||1|2"},
	{name: "rows without numbers after one with", pkg: pkg{sheet: `<row r="5"><c r="A5"><v>1</v></c></row><row><c><v>2</v></c></row>`}, want: "5:1 6:2"},
	{name: "number after rows without", pkg: pkg{sheet: `<row><c><v>1</v></c></row><row r="9"><c r="A9"><v>2</v></c></row>`}, want: "1:1 9:2", slow: true},
	{name: "rows out of order", pkg: pkg{sheet: `<row r="3"><c r="A3"><v>3</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>`}, want: "1:1 3:3", slow: true, excelize: "takes the second row for row 4"},
	{name: "one row twice", pkg: pkg{sheet: `<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="1"><c r="B1"><v>9</v></c></row>`}, want: "1:1|9", slow: true, excelize: "keeps two rows"},
	{name: "cells out of order", pkg: pkg{sheet: `<row r="1"><c r="C1"><v>3</v></c><c r="A1"><v>1</v></c></row>`}, want: "1:1||3", excelize: "drops the earlier column"},
	{name: "prefix", pkg: pkg{sheet: xmlPI + `<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>带前缀</x:t></x:is></x:c><x:c r="B1"><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>`}, want: "1:带前缀|2", slow: true},
	{name: "prefix in shared strings", pkg: pkg{sheet: `<row r="1"><c r="A1" t="s"><v>1</v></c></row>`, sst: `<x:sst xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:si><x:t>甲</x:t></x:si><x:si><x:r><x:t>乙</x:t></x:r></x:si></x:sst>`}, want: "1:乙"},
	{name: "single quotes", pkg: pkg{sheet: `<row r='1'><c r='A1' t='str'><v>单引号</v></c><c r="B1" s='0'><v>2</v></c></row>`}, want: "1:单引号|2", slow: true},
	{name: "blanks around =", pkg: pkg{sheet: `<row r = "1"><c r = "A1" ><v>7</v></c ></row >`}, want: "1:7", slow: true},
	{name: "line breaks between tags", pkg: pkg{sheet: "\n  <row r=\"1\">\r\n\t<c r=\"A1\"><v>1</v></c>\n\t<c r=\"B1\"><v>2</v></c>\n  </row>\n"}, want: "1:1|2"},
	{name: "line breaks inside a cell", pkg: pkg{sheet: "<row r=\"1\"><c r=\"A1\">\n<v>1</v>\n</c></row>"}, want: "1:1", slow: true},
	{name: "comments", pkg: pkg{sheet: `<!-- <row r="9"> --><row r="1"><!-- <c> --><c r="A1"><v>1</v><!-- </c></row> --></c></row>`}, want: "1:1", slow: true},
	{name: "CDATA", pkg: pkg{sheet: `<row r="1"><c r="A1" t="str"><v><![CDATA[a<b & </row>]]></v></c></row>`}, want: "1:a<b & </row>", slow: true},
	{name: "CDATA in shared strings", pkg: pkg{sheet: `<row r="1"><c r="A1" t="s"><v>0</v></c></row>`, sst: `<si><t><![CDATA[1 < 2 &amp;]]></t></si>`}, want: "1:1 < 2 &amp;"},
	{name: "entities", pkg: pkg{sheet: `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="str"><v>&lt;&#20013;&#x6587;&quot;&apos;&gt;</v></c></row>`, sst: `<si><t>A &amp; B &#x1F600;</t></si>`}, want: `1:A & B 😀|<中文"'>`},
	{name: "_x escapes", pkg: pkg{sheet: `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>`, sst: `<si><t>甲_x000A_乙</t></si><si><t>_x005F_x0041_</t></si><si><t>_xZZZZ_ _x41_</t></si>`}, want: "1:甲\n乙|_x0041_|_xZZZZ_ _x41_"},
	{name: "_x surrogates", pkg: pkg{sheet: `<row r="1"><c r="A1" t="s"><v>0</v></c></row>`, sst: `<si><t>_xD83D__xDE00_</t></si>`}, want: "1:😀", excelize: "decodes the halves apart"},
	{name: "rich text and phonetics", pkg: pkg{sheet: `<row r="1"><c r="A1" t="s"><v>0</v></c></row>`, sst: `<si><r><t>东</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 京 </t></r><rPh sb="0" eb="1"><t>ヒガシ</t></rPh><phoneticPr fontId="1"/></si>`}, want: "1:东 京 "},
	{name: "space preserve", pkg: pkg{sheet: `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>`, sst: `<si><t xml:space="preserve"> 前后 </t></si><si><t>b</t></si>`}, want: "1: 前后 |b"},
	{name: "empty strings", pkg: pkg{sheet: `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c></row><row r="2"><c r="A2" t="s"><v>0</v></c></row>`, sst: `<si/><si><t/></si><si><t></t></si><si><t>末</t></si>`}, want: "1:|||末"},
	{name: "repeated strings", pkg: pkg{sheet: `<row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2"><c r="A2" t="s"><v>1</v></c></row><row r="3"><c r="A3" t="s"><v>2</v></c></row>`, sst: `<si><t>同</t></si><si><t>同</t></si><si><t>异</t></si>`}, want: "1:同 2:同 3:异"},
	{name: "inline strings", pkg: pkg{sheet: `<row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c><c r="B1" t="inlineStr"><is><r><t>乙</t></r><r><t>丙</t></r></is></c><c r="C1" t="inlineStr"><is><t xml:space="preserve"> x </t></is></c><c r="D1" t="inlineStr"><is><t/></is></c></row>`}, want: "1:甲|乙丙| x "},
	{name: "formula results", pkg: pkg{sheet: `<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>"a"&amp;"b"</f><v>ab</v></c><c r="C1" t="b"><f>TRUE()</f><v>1</v></c><c r="D1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="E1"><f t="shared" ref="E1:E9" si="0">A1</f><v>3</v></c><c r="F1"><f t="shared" si="0"/><v>4</v></c><c r="G1"><f>A1</f></c><c r="H1" t="str"><f>""</f><v></v></c></row>`}, want: "1:2|ab|1?|!#DIV/0!|3|4"},
	{name: "truth", pkg: pkg{sheet: `<row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c><c r="C1" t="b"><v>true</v></c></row>`}, want: "1:1?|0?|1?", excelize: "shows true as FALSE"},
	{name: "errors beside texts", pkg: pkg{sheet: `<row r="1"><c r="A1" t="str"><v>状态</v></c></row><row r="2"><c r="A2" t="e"><v>#N/A</v></c></row><row r="3"><c r="A3"><v>5</v></c></row>`}, want: "1:状态 2:!#N/A 3:5"},
	{name: "type d", pkg: pkg{sheet: `<row r="1"><c r="A1" t="d"><v>2021-03-05T09:03:22</v></c><c r="B1" t="d"><v>2021-03-05</v></c><c r="C1" t="d"><v>12:00:00</v></c><c r="D1" t="d"><v>2021-03-05T09:03:22.5Z</v></c><c r="E1" t="d"><v>下周</v></c></row>`}, want: "1:44260.377337962964d|44260d|0.5t|44260.37734375d|下周", excelize: "gives the ISO text", slow: true},
	{name: "numbers", pkg: pkg{sheet: `<row r="1"><c r="A1"><v>0.1</v></c><c r="B1"><v>1E-7</v></c><c r="C1"><v>-0</v></c><c r="D1"><v>0.30000000000000004</v></c><c r="E1"><v>1.7976931348623157E308</v></c><c r="F1" t="n"><v>12345678.125</v></c><c r="G1"><v>4.9406564584124654E-324</v></c></row>`}, want: "1:0.1|1e-07|-0|0.30000000000000004|1.7976931348623157e+308|1.2345678125e+07|5e-324"},
	{name: "18 digits written out", pkg: pkg{sheet: `<row r="1"><c r="A1"><v>310123456789012345</v></c><c r="B1"><v>9007199254740992</v></c><c r="C1"><v>1.23456789012346E+17</v></c></row>`}, want: "1:'310123456789012345|9.007199254740992e+15|1.23456789012346e+17"},
	{name: "numbers that are none", pkg: pkg{sheet: `<row r="1"><c r="A1"><v>abc</v></c><c r="B1"><v>1,5</v></c><c r="C1"><v>0x1p4</v></c><c r="D1"><v>NaN</v></c><c r="E1"><v>1e999</v></c><c r="F1"><v> 5 </v></c></row>`}, want: "1:abc|1,5|0x1p4|NaN|1e999|5", excelize: "keeps the blanks"},
	{name: "empty values", pkg: pkg{sheet: `<row r="1"><c r="A1"><v></v></c><c r="B1" t="s"><v></v></c><c r="C1"/><c r="D1"><v/></c><c r="E1"><v>1</v></c></row>`, sst: `<si><t>x</t></si>`}, want: "1:||||1", slow: true},
	{name: "styled blanks", pkg: pkg{sheet: `<row r="1" spans="1:3" ht="15" customHeight="1" x14ac:dyDescent="0.2"><c r="A1" s="1"/><c r="B1" s="2"><v>1</v></c></row><row r="2"><c r="A2" s="1"/></row><row r="3"/><row r="4" hidden="0"></row>`}, want: "1:|1"},
	{name: "claims 65000 rows", pkg: pkg{sheet: `<worksheet ` + mainNS + `><dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1"><v>1</v></c></row>` + strings.Repeat(`<row><c s="1"/></row>`, 65000) + `</sheetData></worksheet>`}, want: "1:1"},
	{name: "far away", pkg: pkg{sheet: `<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`}, want: "1048576:" + strings.Repeat("|", 16383) + "1", excelize: "too slow to ask"},
	{name: "empty sheetData", pkg: pkg{sheet: `<worksheet ` + mainNS + `><sheetData/></worksheet>`}, want: ""},
	{name: "sheetData without rows", pkg: pkg{sheet: `<worksheet ` + mainNS + `><sheetData></sheetData></worksheet>`}, want: ""},
	{name: "rows without cells at the end", pkg: pkg{sheet: `<row r="1"><c r="A1"><v>1</v></c></row><row r="2"/><row r="3"/>`}, want: "1:1"},
	{name: "other cell attributes", pkg: pkg{sheet: `<row r="1" ph="1"><c r="A1" s="0" cm="1" vm="1"><v>1</v></c></row>`}, want: "1:1"},
	{name: "unknown child of a cell", pkg: pkg{sheet: `<row r="1"><c r="A1"><v>1</v><extLst><ext uri="{x}"><x:v>9</x:v></ext></extLst></c></row>`}, want: "1:1", slow: true, excelize: "takes the inner v"},
	{name: "alternate content before the rows", pkg: pkg{sheet: `<worksheet ` + mainNS + ` xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:AlternateContent><mc:Choice/></mc:AlternateContent><cols><col min="1" max="1" hidden="1"/></cols><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>`}, want: "1:1"},
	{name: "lower-case address", pkg: pkg{sheet: `<row r="1"><c r="b1"><v>1</v></c></row>`}, want: "1:|1", slow: true},
	{name: "dates by style", pkg: pkg{sheet: `<row r="1"><c r="A1" s="0"><v>44260</v></c><c r="B1" s="1"><v>44260.5</v></c><c r="C1" s="2"><v>0.5</v></c><c r="D1" s="3"><v>0.5</v></c><c r="E1" s="4"><v>12</v></c><c r="F1" s="5"><v>44260</v></c><c r="G1" s="6"><v>1.5</v></c><c r="H1" s="99"><v>7</v></c></row>`,
		styles: stylesOf("14", "22", "20", "10", "44", `yyyy"年"m"月"d"日"`, "[h]:mm:ss")}, want: "1:44260d|44260.5d|0.5t|0.5%|12¥|44260d|1.5t|7"},
	{name: "one column, several forms", pkg: pkg{sheet: `<row r="1"><c r="A1" s="1"><v>44260</v></c></row><row r="2"><c r="A2"><v>5</v></c></row><row r="3"><c r="A3" t="str"><v>文</v></c></row><row r="4"><c r="A4" s="1"><v>44261</v></c></row>`, styles: stylesOf("0", "14")}, want: "1:44260d 2:5 3:文 4:44261d"},
	{name: "1904", pkg: pkg{sheet: `<row r="1"><c r="A1" s="1"><v>42798</v></c><c r="B1"><v>42798</v></c><c r="C1" s="2"><v>0.25</v></c></row>`, styles: stylesOf("0", "14", "20"), workbook: `<workbook ` + mainNS + `><workbookPr date1904="1"/><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`}, want: "1:44260d|42798|0.25t", excelize: "gives the serial of 1904"},
	{name: "absolute targets", pkg: pkg{sheet: `<row r="1"><c r="A1" t="s"><v>0</v></c></row>`, sst: `<si><t>绝对</t></si>`,
		root: `<Relationships ` + relNS + `><Relationship Id="rId1" Type="` + relURL + `officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
		rels: `<Relationships ` + relNS + `><Relationship Id="rId1" Type="` + relURL + `worksheet" Target="/xl/worksheets/sheet1.xml"/><Relationship Id="rId2" Type="` + relURL + `sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>`}, want: "1:绝对"},
	{name: "dots in targets", pkg: pkg{sheet: `<row r="1"><c r="A1"><v>1</v></c></row>`,
		rels: `<Relationships ` + relNS + `><Relationship Id="rId1" Type="` + relURL + `worksheet" Target="../xl/./worksheets/sheet1.xml"/></Relationships>`}, want: "1:1"},
	{name: "strict", pkg: pkg{sheet: `<worksheet xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"><sheetData><row r="1"><c r="A1" t="d"><v>2021-03-05</v></c><c r="B1" t="s"><v>0</v></c></row></sheetData></worksheet>`,
		sst:      `<sst xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"><si><t>严格</t></si></sst>`,
		workbook: `<workbook xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main" xmlns:r="http://purl.oclc.org/ooxml/officeDocument/relationships" conformance="strict"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		root:     `<Relationships ` + relNS + `><Relationship Id="rId1" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		rels:     `<Relationships ` + relNS + `><Relationship Id="rId1" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>`}, want: "1:44260d|严格", excelize: "gives the ISO text", slow: true},
	{name: "parts in other letter case", pkg: pkg{sheet: `<row r="1"><c r="A1" t="s"><v>0</v></c></row>`, sst: `<si><t>大小写</t></si>`, names: map[string]string{"xl/sharedStrings.xml": "xl/SharedStrings.xml", "xl/worksheets/sheet1.xml": "xl/worksheets/Sheet1.xml"}}, want: "1:大小写", excelize: "finds no sheet"},
	{name: "backslashes in part names", pkg: pkg{sheet: `<row r="1"><c r="A1"><v>1</v></c></row>`, names: map[string]string{"xl/worksheets/sheet1.xml": `xl\worksheets\sheet1.xml`, "xl/workbook.xml": `xl\workbook.xml`, "xl/_rels/workbook.xml.rels": `xl\_rels\workbook.xml.rels`}}, want: "1:1"},
	{name: "package relations with a prefix", pkg: pkg{sheet: `<row r="1"><c r="A1"><v>1</v></c></row>`,
		root: `<p:Relationships xmlns:p="http://schemas.openxmlformats.org/package/2006/relationships"><p:Relationship Id='rId1' Type='` + relURL + `officeDocument' Target='xl/workbook.xml'/></p:Relationships>`}, want: "1:1"},
	{name: "UTF-16 part", pkg: pkg{sheet: utf16Of(`<?xml version="1.0" encoding="UTF-16"?><worksheet ` + mainNS + `><sheetData><row r="1"><c r="A1" t="str"><v>宽字符</v></c></row></sheetData></worksheet>`)}, want: "1:宽字符", slow: true, excelize: "cannot read it"},
	{name: "byte order mark", pkg: pkg{sheet: "\ufeff" + `<worksheet ` + mainNS + `><sheetData><row r="1"><c r="A1" t="str"><v>标记</v></c></row></sheetData></worksheet>`}, want: "1:标记"},
	{name: "document type", pkg: pkg{sheet: `<!DOCTYPE worksheet [<!ENTITY a "x>"><!ENTITY b "&a;&a;">]><worksheet ` + mainNS + `><sheetData><row r="1"><c r="A1" t="str"><v>&b;</v></c></row></sheetData></worksheet>`}, want: "1:&b;", excelize: "stops at the entity"},
	{name: "bytes that are not UTF-8", pkg: pkg{sheet: `<row r="1"><c r="A1" t="s"><v>0</v></c></row>`, sst: "<si><t>a\xff\xfeb</t></si>"}, want: "1:a\uFFFDb", excelize: "keeps them"},
	{name: "line ends in texts", pkg: pkg{sheet: `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>`, sst: "<si><t>a\r\nb</t></si><si><t>a_x000D_\nb</t></si>"}, want: "1:a\nb|a\r\nb"},
	{name: "string with the index of a number cell", pkg: pkg{sheet: `<row r="1"><c r="A1" t="s"><v> 0 </v></c></row>`, sst: `<si><t>空格</t></si>`}, want: "1:空格", slow: true},
	{name: "two values in a cell", pkg: pkg{sheet: `<row r="1"><c r="A1"><v>1</v><v>2</v></c></row>`}, want: "1:2"},
	{name: "no styles part, cells with styles", pkg: pkg{sheet: `<row r="1"><c r="A1" s="14"><v>44260</v></c></row>`}, want: "1:44260"},
	{name: "text in a column of numbers", pkg: pkg{sheet: `<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2" t="str"><v>0571</v></c></row><row r="3"><c r="A3"><v>3</v></c></row>`}, want: "1:1 2:'0571 3:3"},
	{name: "text before the first tag", pkg: pkg{sheet: "  \n" + `<worksheet ` + mainNS + `><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>`}, want: "1:1"},
	{name: "macro sheet beside", pkg: pkg{sheet: `<row r="1"><c r="A1"><v>1</v></c></row>`,
		workbook: `<workbook ` + mainNS + `><sheets><sheet name="Chart1" sheetId="2" r:id="rId9"/><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		rels:     `<Relationships ` + relNS + `><Relationship Id="rId9" Type="` + relURL + `chartsheet" Target="chartsheets/sheet1.xml"/><Relationship Id="rId1" Type="` + relURL + `worksheet" Target="worksheets/sheet1.xml"/></Relationships>`}, want: "1:1"},
}

// utf16Of is s, all of it below U+10000, as UTF-16 with a mark.
func utf16Of(s string) string {
	out := []byte{0xff, 0xfe}
	for _, r := range s {
		out = append(out, byte(r), byte(r>>8))
	}
	return string(out)
}

func TestNastyWorkbooks(t *testing.T) {
	for _, tt := range nasty {
		t.Run(tt.name, func(t *testing.T) {
			data := tt.pkg.bytes(t)
			b, err := openBytes(data, Options{})
			if err != nil {
				t.Fatal(err)
			}
			g, err := b.Read(context.Background(), 0, 0)
			if err != nil {
				t.Fatal(err)
			}
			if got := show(g); got != tt.want {
				t.Errorf("got  %.200q\nwant %.200q", got, tt.want)
			}
			f := b.reader.(*xlsxFile)
			_, err = f.readWith(context.Background(), 0, 0, f.fast)
			if odd := err == errOdd; odd != tt.slow {
				t.Errorf("fast path: %v, want it to pass: %v", err, !tt.slow)
			}
			slow, err := f.readWith(context.Background(), 0, 0, f.slow)
			if err != nil {
				t.Fatal(err)
			}
			if got := show(slow); got != tt.want {
				t.Errorf("slow path: got %.200q\nwant %.200q", got, tt.want)
			}
			head, err := b.Read(context.Background(), 0, 1)
			if err != nil {
				t.Fatal(err)
			}
			if n := min(1, g.Rows()); head.Rows() != n || !strings.HasPrefix(tt.want, show(head)) {
				t.Errorf("first row: got %.200q", show(head))
			}
			compareWithExcelize(t, data, g, tt.excelize)
		})
	}
}

// compareWithExcelize wants agreement, or a disagreement where one is said.
func compareWithExcelize(t *testing.T, data []byte, g *Grid, differs string) {
	if strings.HasPrefix(differs, "too slow") {
		return
	}
	ref, err := excelize.OpenReader(bytes.NewReader(data))
	diff := ""
	if err != nil {
		diff = err.Error()
	} else {
		defer ref.Close()
		rows, err := ref.GetRows(g.Name, excelize.Options{RawCellValue: true})
		if err != nil {
			diff = err.Error()
		} else {
			diff = diffRaw(g, rows)
		}
	}
	switch {
	case differs == "" && diff != "":
		t.Errorf("excelize reads otherwise: %s", diff)
	case differs != "" && diff == "":
		t.Errorf("excelize agrees now; it used to differ: %s", differs)
	}
}
