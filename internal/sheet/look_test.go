package sheet

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// longODS is a spreadsheet of three sheets, the second of them long.
func longODS(t *testing.T, second string) []byte {
	row := `<table:table-row><table:table-cell office:value-type="string"><text:p>文</text:p></table:table-cell></table:table-row>`
	return zipOf(t, map[string]string{
		"mimetype": "application/vnd.oasis.opendocument.spreadsheet",
		"content.xml": `<office:document-content><style:style style:name="h"><style:table-properties table:display="false"/></style:style><office:body>` +
			`<table:table table:name="说明"/><table:table table:name="长">` + second + strings.Repeat(row, 40_000) +
			`</table:table><table:table table:name="藏" table:style-name="h">` + row + `</table:table></office:body></office:document-content>`,
	})
}

func longXML2003(second string) []byte {
	row := `<Row><Cell><Data ss:Type="String">文</Data></Cell></Row>`
	return []byte(`<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="说明"><Table/></Worksheet>` +
		`<Worksheet ss:Name="长"><Table>` + second + strings.Repeat(row, 60_000) + `</Table></Worksheet>` +
		`<Worksheet ss:Name="藏"><Table>` + row + `</Table><WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet></Workbook>`)
}

// A first look finds the sheets up to the first long one; a whole reading finds
// all, whatever stands in those that it passes.
func TestFirstLookListsSheets(t *testing.T) {
	for name, book := range map[string][]byte{
		"ods":                    longODS(t, ""),
		"ods, a table in a cell": longODS(t, `<table:table-row><table:table-cell office:value-type="string"><text:p>甲</text:p><table:table table:name="内"><table:table-row/></table:table></table:table-cell></table:table-row>`),
		"ods, a comment":         longODS(t, `<!-- </table:table><table:table table:name="无"> -->`),
		"ods, cdata":             longODS(t, `<table:table-row><table:table-cell office:value-type="string"><text:p><![CDATA[</table:table>]]></text:p></table:table-cell></table:table-row>`),
		"xml":                    longXML2003(""),
		"xml, a comment":         longXML2003(`<!-- </Table></Worksheet><Worksheet ss:Name="无"> -->`),
	} {
		t.Run(name, func(t *testing.T) {
			open := func(o Options) *Book {
				src, err := newSource("a", strings.NewReader(string(book)), int64(len(book)), o)
				if err != nil {
					t.Fatal(err)
				}
				b, err := openBook(t.Context(), src)
				if err != nil {
					t.Fatal(err)
				}
				return b
			}
			all := []Info{{Name: "说明"}, {Name: "长"}, {Name: "藏", Hidden: true}}
			b := open(Options{})
			if !slices.Equal(b.Sheets, all) || b.More {
				t.Errorf("sheets %v, more %v", b.Sheets, b.More)
			}
			rows := []string{}
			for i := range b.Sheets {
				g, err := b.Read(t.Context(), i, 0)
				if err != nil {
					t.Fatal(err)
				}
				rows = append(rows, fmt.Sprint(g.Rows() > 30_000, " ", g.Rows() == 1))
			}
			if want := []string{"false false", "true false", "false true"}; !slices.Equal(rows, want) {
				t.Errorf("rows: long, one: %q, want %q", rows, want)
			}
			look := open(Options{Look: true})
			if name == "ods" || name == "xml" {
				if !slices.Equal(look.Sheets, all[:2]) || !look.More {
					t.Errorf("a first look finds %v, more %v", look.Sheets, look.More)
				}
			}
			g, err := look.Read(t.Context(), 1, 500)
			if err != nil || g.Rows() != 500 {
				t.Errorf("a first look reads %v rows, %v", g.Rows(), err)
			}
		})
	}
}
