package sheet

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// lookRowCount is how long the sheets are into which a first look is taken.
const lookRowCount = 100_000

// benchPassword opens the encrypted files of the benchmarks.
const benchPassword = "密码pw"

// markupOf writes the log row by row between head and tail.
func markupOf(tb testing.TB, head, tail, openRow, closeRow string, cell func(v any) string) string {
	tb.Helper()
	var b strings.Builder
	b.WriteString(head)
	for i := range lookRowCount {
		b.WriteString(openRow)
		for _, v := range logRow(i) {
			if v == nil {
				v = ""
			}
			b.WriteString(cell(v))
		}
		b.WriteString(closeRow)
	}
	b.WriteString(tail)
	return b.String()
}

func htmlOf(tb testing.TB) []byte {
	return []byte(markupOf(tb, "<html><table>", "</table></html>", "<tr>", "</tr>\n", func(v any) string { return fmt.Sprintf("<td>%v</td>", v) }))
}

func xml2003Of(tb testing.TB) []byte {
	return []byte(markupOf(tb, `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="日志"><Table>`,
		`</Table></Worksheet></Workbook>`, "<Row>", "</Row>\n", func(v any) string {
			kind := "Number"
			if _, ok := v.(string); ok {
				kind = "String"
			}
			return fmt.Sprintf(`<Cell><Data ss:Type="%s">%v</Data></Cell>`, kind, v)
		}))
}

func odsOf(tb testing.TB) []byte {
	return zipOf(tb, map[string]string{
		"mimetype": "application/vnd.oasis.opendocument.spreadsheet",
		"content.xml": markupOf(tb, `<office:document-content><office:body><office:spreadsheet><table:table table:name="日志">`, `</table:table></office:spreadsheet></office:body></office:document-content>`,
			"<table:table-row>", "</table:table-row>", func(v any) string {
				if s, ok := v.(string); ok {
					return `<table:table-cell office:value-type="string"><text:p>` + s + `</text:p></table:table-cell>`
				}
				return fmt.Sprintf(`<table:table-cell office:value-type="float" office:value="%v"><text:p>%v</text:p></table:table-cell>`, v, v)
			}),
	})
}

func xlsbOf(tb testing.TB) []byte {
	at := func(c int) []uint32 { return []uint32{uint32(c), 0} }
	var rows strings.Builder
	for i := range lookRowCount {
		rows.WriteString(rec12(xlsbRow, uint32(i), uint32(0), uint16(0), uint16(0), byte(0)))
		for c, v := range logRow(i) {
			switch v := v.(type) {
			case string:
				rows.WriteString(rec12(xlsbString, at(c), wide12(v)))
			case int:
				rows.WriteString(rec12(xlsbReal, at(c), float64(v)))
			case float64:
				rows.WriteString(rec12(xlsbReal, at(c), v))
			}
		}
	}
	return zipOf(tb, map[string]string{
		"_rels/.rels":                `<Relationships ` + relNS + `><Relationship Id="rId1" Type="` + relURL + `officeDocument" Target="xl/workbook.bin"/></Relationships>`,
		"xl/_rels/workbook.bin.rels": `<Relationships ` + relNS + `><Relationship Id="rId1" Type="` + relURL + `worksheet" Target="worksheets/sheet1.bin"/></Relationships>`,
		"xl/workbook.bin":            rec12(xlsbSheet, uint32(0), uint32(1), wide12("rId1"), wide12("日志")),
		"xl/worksheets/sheet1.bin":   rows.String() + rec12(xlsbEndData),
	})
}

// BenchmarkLook is what stands between a drop and the first rows on screen: the
// first 500 rows of a long sheet, in every format.
func BenchmarkLook(b *testing.B) {
	made := func(name string, make func(testing.TB) []byte) func(testing.TB) string {
		return func(tb testing.TB) string {
			return fileOf(tb, name, func(path string) error { return os.WriteFile(path, make(tb), 0o600) })
		}
	}
	for _, c := range []struct {
		name string
		path func(testing.TB) string
	}{
		{"xlsx", func(tb testing.TB) string { return workbookOf(tb, lookRowCount) }},
		{"xlsx/encrypted", made("look-agile.xlsx", func(tb testing.TB) []byte {
			plain, err := os.ReadFile(workbookOf(tb, lookRowCount))
			if err != nil {
				tb.Fatal(err)
			}
			return agileOf(tb, plain, benchPassword, 100_000)
		})},
		{"xlsb", made("look.xlsb", xlsbOf)},
		{"xls", func(tb testing.TB) string { return xlsOf(tb, 6e4) }},
		{"ods", made("look.ods", odsOf)},
		{"html", made("look-html.xls", htmlOf)},
		{"xml2003", made("look-2003.xls", xml2003Of)},
		{"csv", func(tb testing.TB) string { return csvOf(tb, lookRowCount, false) }},
		{"csv/gbk", func(tb testing.TB) string { return csvOf(tb, lookRowCount, true) }},
	} {
		b.Run(c.name, func(b *testing.B) {
			path := c.path(b)
			for b.Loop() {
				if g := readAll(b, path, 500); g.Rows() != 500 {
					b.Fatal(g.Rows())
				}
			}
		})
	}
}
