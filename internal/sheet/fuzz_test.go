package sheet

import (
	"bytes"
	"context"
	"errors"
	"regexp"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// readAnything opens whatever stands in b and reads all of it; only errors
// that a person understands may come out.
func readAnything(t *testing.T, b []byte) {
	book, err := openBytes(b, Options{Workers: 2})
	if err != nil {
		checkFault(t, err)
		return
	}
	for i := range book.Sheets {
		for _, limit := range []int{3, 0} {
			g, err := book.Read(context.Background(), i, limit)
			if err != nil {
				checkFault(t, err)
				continue
			}
			checkGrid(t, g)
		}
	}
}

// FuzzAnything wants no panic and no endless loop on any bytes at all.
func FuzzAnything(f *testing.F) {
	f.Add([]byte("a,b\n1,2\n"))
	f.Add([]byte("\xff\xfea\x00,\x00b\x00\n\x00"))
	f.Add([]byte("a  b\n1  2\n"))
	f.Add([]byte("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n<table><tr><td>1</table>\r\n--x--\r\n"))
	f.Add(nasty[0].pkg.bytes(f))
	f.Add(compoundOf([2]string{"Workbook", string(xlsBook(""))}))
	f.Add(xlsbBook(f))
	f.Fuzz(readAnything)
}

// FuzzSheetXML wants the fast path to read what the slow path reads, and where
// excelize accepts the sheet, what it reads.
func FuzzSheetXML(f *testing.F) {
	for _, n := range nasty {
		if !strings.Contains(n.pkg.sheet, "sheetData") && !strings.Contains(n.pkg.sheet, "\xff") && len(n.pkg.sheet) < 4000 {
			f.Add(n.pkg.sheet)
		}
	}
	f.Fuzz(func(t *testing.T, rows string) {
		if strings.Contains(rows, "sheetData") || strings.Contains(rows, "\xff\xfe") {
			return
		}
		p := pkg{sheet: rows, sst: `<si><t>甲</t></si><si><t/></si><si><t>乙</t></si>`, styles: stylesOf("0", "14", "20", "9")}
		data := p.bytes(t)
		b, err := openBytes(data, Options{Workers: 1})
		if err != nil {
			t.Fatal(err)
		}
		x := b.reader.(*xlsxFile)
		slow, slowErr := x.readWith(context.Background(), 0, 0, x.slow)
		if slowErr == nil {
			checkGrid(t, slow)
		}
		fast, err := x.readWith(context.Background(), 0, 0, x.fast)
		if errors.Is(err, errOdd) {
			return
		}
		if (err == nil) != (slowErr == nil) {
			t.Fatalf("fast path: %v, slow path: %v", err, slowErr)
		}
		if err != nil {
			return
		}
		checkGrid(t, fast)
		if a, b := show(fast), show(slow); a != b {
			t.Fatalf("fast %q\nslow %q", a, b)
		}
		if !wellFormed(rows) {
			return
		}
		ref, err := excelize.OpenReader(bytes.NewReader(data))
		if err != nil {
			return
		}
		defer ref.Close()
		raw, err := ref.GetRows("Sheet1", excelize.Options{RawCellValue: true})
		if err != nil {
			return
		}
		if d := diffRaw(fast, raw); d != "" {
			t.Fatal(d)
		}
	})
}

// wellFormed picks the rows about which all readers can agree: addresses in
// order, plain values, nothing that only some of them forgive.
func wellFormed(rows string) bool {
	x := newXMLScan(strings.NewReader(rows))
	last, col, inCell := 0, 0, false
	for {
		tok, err := x.next()
		if err != nil {
			return false
		}
		switch name := string(x.name); {
		case tok == xmlEnd:
			return last > 0
		case tok == xmlText:
			if inCell && strings.TrimSpace(string(x.text)) != string(x.text) || bytes.ContainsAny(x.text, "&_\r") || bytes.ContainsFunc(x.text, func(r rune) bool { return r < ' ' || r == '\uFFFD' }) {
				return false
			}
		case tok == xmlOpen && name == "row":
			n, c := address(x.attr("r"))
			if n <= last || c != 0 || n > 200 {
				return false
			}
			last, col = n, 0
		case tok == xmlOpen && name == "c":
			n, c := address(x.attr("r"))
			if n != last || c <= col || c > 50 {
				return false
			}
			switch t := string(x.attr("t")); t {
			case "", "n", "str":
			case "s", "b", "e", "inlineStr", "d":
				return false // agreed on by the suite of nasty workbooks
			default:
				return false
			}
			col, inCell = c, true
		case name == "c":
			inCell = false
		case name != "v" && name != "row":
			return false
		}
	}
}

// FuzzSharedStrings wants the fast path to read what the slow path reads.
func FuzzSharedStrings(f *testing.F) {
	for _, n := range nasty {
		if n.pkg.sst != "" && !strings.Contains(n.pkg.sst, "sst") {
			f.Add(n.pkg.sst)
		}
	}
	f.Fuzz(func(t *testing.T, items string) {
		fast, slow := newSharedStrings(), newSharedStrings()
		if fast.items([]byte(items)) != nil {
			return
		}
		if err := slow.slow(context.Background(), strings.NewReader("<sst>"+items+"</sst>"), 0); err != nil {
			t.Fatalf("slow path: %v", err)
		}
		if fast.n != slow.n {
			t.Fatalf("fast %d strings, slow %d", fast.n, slow.n)
		}
		for i := 1; i <= fast.n; i++ {
			if a, b := fast.text(i), slow.text(i); a != b {
				t.Fatalf("string %d: fast %q, slow %q", i, a, b)
			}
		}
	})
}

// text is the string with index i-1, for tests.
func (s *sharedStrings) text(i int) string {
	c := uint32(i)
	if s.codes != nil {
		c = s.codes[i]
	}
	if c == 0 {
		return ""
	}
	return s.pool.at(c)
}

func FuzzXLS(f *testing.F) {
	f.Add(xlsBook(""))
	f.Fuzz(func(t *testing.T, stream []byte) {
		readAnything(t, compoundOf([2]string{"Workbook", string(stream)}))
	})
}

func FuzzCompound(f *testing.F) {
	f.Add(compoundOf([2]string{"Workbook", string(xlsBook(""))}, [2]string{"Other", strings.Repeat("x", 9000)}))
	f.Fuzz(func(t *testing.T, b []byte) { readAnything(t, append(bytes.Clone(cfbMagic), b...)) })
}

func FuzzXLSB(f *testing.F) {
	book := xlsbBook(f)
	for _, name := range []string{"xl/worksheets/sheet1.bin", "xl/sharedStrings.bin", "xl/styles.bin", "xl/workbook.bin"} {
		rezip(f, book, func(n string, b []byte) []byte {
			if n == name {
				f.Add(name, b)
			}
			return b
		})
	}
	f.Fuzz(func(t *testing.T, name string, part []byte) {
		readAnything(t, rezip(t, book, func(n string, b []byte) []byte {
			if n == name {
				return part
			}
			return b
		}))
	})
}

func FuzzODS(f *testing.F) {
	f.Add(`<table:table table:name="a"><table:table-row table:number-rows-repeated="3"><table:table-cell office:value-type="float" office:value="1.5" table:number-columns-repeated="2"><text:p>1.5</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>甲<text:s text:c="2"/>乙</text:p><text:p>丙</text:p></table:table-cell></table:table-row></table:table>`)
	f.Add(`<style:style style:name="ta1"><style:table-properties table:display="false"/></style:style><table:table table:name="a" table:style-name="ta1"><table:table-row table:visibility="filter"><table:table-cell office:value-type="date" office:date-value="2021-03-05"/><table:table-cell office:value-type="time" office:time-value="PT01H30M00S"/></table:table-row></table:table>`)
	f.Fuzz(func(t *testing.T, content string) {
		readAnything(t, zipOf(t, map[string]string{
			"mimetype":    "application/vnd.oasis.opendocument.spreadsheet",
			"content.xml": "<office:document-content><office:body>" + content + "</office:body></office:document-content>",
		}))
	})
}

func FuzzHTML(f *testing.F) {
	f.Add(`<tr><td colspan=2>甲</td><td rowspan=9>乙</td></tr><tr><td>1<br>2<table><tr><td>x</table></tr>`)
	f.Fuzz(func(t *testing.T, rows string) { readAnything(t, []byte("<html><table>"+rows)) })
}

func FuzzMHTML(f *testing.F) {
	f.Add("Content-Type: text/html; charset=\"gb2312\"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<html><table><tr><td>=D5=E3=BD=AD</td><td x:str>007</td></tr></table></html>\r\n--b--")
	f.Add("Content-Type: text/html\nContent-Transfer-Encoding: base64\n\nPHRhYmxlPjx0cj48dGQ+MTwvdGQ+PC90cj48L3RhYmxlPg==\n--b\nContent-Type: image/png\n\nx\n--b--")
	f.Fuzz(func(t *testing.T, parts string) {
		readAnything(t, []byte("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n--b\r\n"+parts))
	})
}

func FuzzXML2003(f *testing.F) {
	f.Add(xml2003Book)
	f.Fuzz(func(t *testing.T, book string) {
		readAnything(t, []byte(`<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">`+book))
	})
}

func FuzzNumberFormat(f *testing.F) {
	for _, code := range []string{"General", `yyyy"年"m"月"`, "[h]:mm", `[$¥-804]#,##0.00`, "0.00E+00;;;@", `\`, `"`, "["} {
		f.Add(code)
	}
	f.Fuzz(func(_ *testing.T, code string) { formOf(code) })
}

// FuzzEncryption feeds descriptions of an encryption, and tries a password.
func FuzzEncryption(f *testing.F) {
	for _, v := range []string{"\x04\x00\x04\x00", "\x04\x00\x02\x00", "\x03\x00\x02\x00"} {
		f.Add([]byte(v + "\x40\x00\x00\x00" + `<encryption><keyData saltSize="16" keyBits="256" hashAlgorithm="SHA512" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" saltValue="AAAAAAAAAAAAAAAAAAAAAA=="/><p:encryptedKey spinCount="3" keyBits="128" hashAlgorithm="SHA1" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" saltValue="AAAA" encryptedVerifierHashInput="AAAAAAAAAAAAAAAAAAAAAA==" encryptedVerifierHashValue="AAAAAAAAAAAAAAAAAAAAAA==" encryptedKeyValue="AAAAAAAAAAAAAAAAAAAAAA=="/></encryption>`))
		f.Add([]byte(v + "\x24\x00\x00\x00\x14\x00\x00\x00\x24\x00\x00\x00\x00\x00\x00\x00\x0e\x66\x00\x00\x04\x80\x00\x00\x80\x00\x00\x00" + strings.Repeat("x", 80)))
	}
	f.Fuzz(func(t *testing.T, info []byte) {
		if spinCount.Match(info) {
			return // takes seconds, and is as any other
		}
		readAnything(t, compoundOf([2]string{"EncryptionInfo", string(info)}, [2]string{"EncryptedPackage", "\x10\x00\x00\x00\x00\x00\x00\x00" + strings.Repeat("x", 64)}))
	})
}

// spinCount knows descriptions that ask for many rounds of hashing.
var spinCount = regexp.MustCompile(`spinCount\s*=\s*.[^"']{4}`)
