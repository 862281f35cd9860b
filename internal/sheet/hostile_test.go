package sheet

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"context"
	"fmt"
	"io"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"strings"
	"testing"
	"time"

	"tallyboard/internal/fault"
)

// repeated is a part that says the same again and again, without standing in
// memory as a whole.
type repeated struct {
	head, body, tail string
	times            int
}

func (r repeated) writeTo(tb testing.TB, w io.Writer) {
	tb.Helper()
	block := strings.Repeat(r.body, max(1, 1<<16/len(r.body)))
	per := len(block) / len(r.body)
	say := func(s string) {
		if _, err := io.WriteString(w, s); err != nil {
			tb.Fatal(err)
		}
	}
	say(r.head)
	for n := r.times; n > 0; n -= per {
		if n < per {
			block = strings.Repeat(r.body, n)
		}
		say(block)
	}
	say(r.tail)
}

// with is a workbook in which one part is replaced.
func with(tb testing.TB, p pkg, name string, part repeated) []byte {
	tb.Helper()
	base := p.bytes(tb)
	zr, err := zip.NewReader(bytes.NewReader(base), int64(len(base)))
	if err != nil {
		tb.Fatal(err)
	}
	var out bytes.Buffer
	zw := zip.NewWriter(&out)
	zw.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestSpeed) })
	for _, f := range zr.File {
		w, err := zw.Create(f.Name)
		if err != nil {
			tb.Fatal(err)
		}
		if f.Name == name {
			part.writeTo(tb, w)
			continue
		}
		r, err := f.Open()
		if err != nil {
			tb.Fatal(err)
		}
		if _, err := io.Copy(w, r); err != nil {
			tb.Fatal(err)
		}
	}
	if err := zw.Close(); err != nil {
		tb.Fatal(err)
	}
	return out.Bytes()
}

// Small files that ask for much: each is refused with its sentence, or read,
// in bounded memory.
func TestHostileFiles(t *testing.T) {
	const sheet, sst = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
	base := pkg{sheet: `<row r="1"><c r="A1" t="s"><v>0</v></c></row>`, sst: `<si><t>x</t></si>`}
	open, end := `<worksheet `+mainNS+`><sheetData>`, `</sheetData></worksheet>`
	var staircase strings.Builder
	for c := range maxColumns {
		fmt.Fprintf(&staircase, `<row><c r="%s1"><v>1</v></c></row>`, columnName(c))
	}
	for _, tt := range []struct {
		name string
		data []byte
		code string // "" where the file is read
	}{
		{"blanks between rows", with(t, base, sheet, repeated{open, " ", end, 200 << 20}), "sheet.bomb"},
		{"one endless text", with(t, base, sst, repeated{"<sst><si><t>", "a", "</t></si></sst>", 200 << 20}), "sheet.bomb"},
		{"a text of 100 MB", with(t, base, sst, repeated{"<sst><si><t>", "abcdefghij0123456789 jihgfedcba", "</t></si></sst>", 100 << 20 / 31}), "sheet.toobig"},
		{"an attribute of 100 MB", with(t, base, sheet, repeated{`<worksheet x="`, "abcdefghij0123456789 jihgfedcba", `"><sheetData/></worksheet>`, 100 << 20 / 31}), "sheet.toobig"},
		{"two million rows without cells", with(t, base, sheet, repeated{open, "<row/>", end, 2 << 20}), ""},
		{"two million deep", with(t, base, sheet, repeated{open + "<row>", "<a>", "</row>" + end, 2 << 20}), ""},
		{"a cell in each of 16384 columns, again and again", with(t, base, sheet, repeated{open, staircase.String(), end, 30}), "sheet.toobig"},
		{"row 4294967295", pkg{sheet: `<row r="4294967295"><c r="A4294967295"><v>1</v></c></row>`}.bytes(t), "sheet.damaged"},
		{"row 999999999", pkg{sheet: `<row r="999999999"><c r="A999999999"><v>1</v></c></row>`}.bytes(t), "sheet.damaged"},
		{"a shared string that is not there", pkg{sheet: `<row r="1"><c r="A1" t="s"><v>2000000000</v></c></row>`}.bytes(t), "sheet.damaged"},
		{"a target outside the package", pkg{sheet: `<row/>`, rels: `<Relationships ` + relNS + `><Relationship Id="rId1" Type="` + relURL + `worksheet" Target="../../../../../etc/passwd"/></Relationships>`}.bytes(t), "sheet.damaged"},
		{"a target on the web", pkg{sheet: `<row/>`, rels: `<Relationships ` + relNS + `><Relationship Id="rId1" Type="` + relURL + `worksheet" TargetMode="External" Target="http://example.com/a.xml"/></Relationships>`}.bytes(t), "sheet.damaged"},
		{"laughs", []byte(`<?xml version="1.0"?><!DOCTYPE Workbook [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet Name="a"><Table><Row><Cell><Data Type="String">&b;</Data></Cell></Row></Table></Worksheet></Workbook>`), ""},
		{"cells that stand for billions", zipOf(t, map[string]string{"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": `<office:document-content><table:table table:name="a"><table:table-row table:number-rows-repeated="1000000"><table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="16384"/></table:table-row></table:table></office:document-content>`}), "sheet.toobig"},
		{"blanks that stand for billions", zipOf(t, map[string]string{"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": `<office:document-content><table:table table:name="a"><table:table-row table:number-rows-repeated="1000000000"><table:table-cell table:number-columns-repeated="1000000000"/></table:table-row></table:table></office:document-content>`}), ""},
		{"blanks by count", zipOf(t, map[string]string{"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": `<office:document-content><table:table table:name="a"><table:table-row><table:table-cell office:value-type="string"><text:p>` + strings.Repeat(`<text:s text:c="16000000"/>`, 9) + `</text:p></table:table-cell></table:table-row></table:table></office:document-content>`}), "sheet.toobig"},
		{"a span of millions", []byte(`<table><tr><td colspan=99999999 rowspan=99999999>a</td></tr></table>`), "sheet.columns"},
		{"hashing for hours", compoundOf([2]string{"EncryptedPackage", "x"}, [2]string{"EncryptionInfo", "\x04\x00\x04\x00\x40\x00\x00\x00" + `<encryption><keyEncryptors><p:encryptedKey spinCount="4000000000"/></keyEncryptors></encryption>`}), "sheet.crypt"},
		{"quotes without end", bytes.Repeat([]byte(`"a,`), 3<<20), "sheet.columns"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var g *Grid
			var err error
			peak := peakOf(func() {
				var b *Book
				if b, err = openBytes(tt.data, Options{Workers: 2}); err == nil {
					g, err = b.Read(context.Background(), 0, 0)
				}
			})
			if over := peak - held(g); over > mostOver {
				t.Errorf("%d MB over what the rows need, for a file of %d KB", over>>20, len(tt.data)>>10)
			}
			switch {
			case tt.code == "" && err != nil:
				t.Fatal(err)
			case tt.code == "":
				checkGrid(t, g)
			case !fault.Is(err, tt.code):
				t.Errorf("got %v, want %s", err, tt.code)
			default:
				checkFault(t, err)
			}
		})
	}
}

// mostOver is how much memory a reader may take for a while beside the rows.
const mostOver = 200 << 20

// peakOf is the most memory that objects took while do ran, over what they took
// before, as the collector of the program leaves it.
func peakOf(do func()) int64 {
	defer debug.SetGCPercent(debug.SetGCPercent(50))
	runtime.GC()
	sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	now := func() int64 {
		metrics.Read(sample)
		return int64(sample[0].Value.Uint64())
	}
	before := now()
	peak := before
	stop, done := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(done)
		tick := time.NewTicker(500 * time.Microsecond)
		defer tick.Stop()
		for {
			select {
			case <-stop:
				return
			case <-tick.C:
				peak = max(peak, now())
			}
		}
	}()
	do()
	close(stop)
	<-done
	return max(peak, now()) - before
}

// held is the memory of a grid; nil has none.
func held(g *Grid) (n int64) {
	if g == nil {
		return 0
	}
	n = int64(4*len(g.RowNo) + g.Strings.Bytes())
	for _, c := range g.Cols {
		n += int64(4*len(c.Text) + 8*len(c.Num) + len(c.Form))
	}
	return n
}

// columnName writes column 0 as A.
func columnName(c int) string {
	name := ""
	for c++; c > 0; c = (c - 1) / 26 {
		name = string(rune('A'+(c-1)%26)) + name
	}
	return name
}

// As wide as Excel allows, and full.
func TestWidestSheet(t *testing.T) {
	var rows strings.Builder
	for r := range 20 {
		fmt.Fprintf(&rows, `<row r="%d">`, r+1)
		for c := range maxColumns {
			fmt.Fprintf(&rows, `<c r="%s%d"><v>%d</v></c>`, columnName(c), r+1, r*c)
		}
		rows.WriteString("</row>")
	}
	_, g := grid(t, string(pkg{sheet: rows.String()}.bytes(t)), 0)
	if g.Rows() != 20 || len(g.Cols) != maxColumns || g.Cols[16383].Num[19] != 19*16383 {
		t.Errorf("%d rows, %d columns", g.Rows(), len(g.Cols))
	}
	line := strings.Repeat("7,", maxColumns-1) + "8\n"
	_, g = grid(t, strings.Repeat(line, 20), 0)
	if g.Rows() != 20 || len(g.Cols) != maxColumns || g.Cols[16383].Num[19] != 8 {
		t.Errorf("csv: %d rows, %d columns", g.Rows(), len(g.Cols))
	}
}

// A reader stops soon after its context ends.
func TestCancel(t *testing.T) {
	data := with(t, pkg{sheet: "<row/>"}, "xl/worksheets/sheet1.xml", repeated{`<worksheet ` + mainNS + `><sheetData>`, `<row><c><v>1</v></c></row>`, `</sheetData></worksheet>`, 1 << 20})
	b, err := openBytes(data, Options{})
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := b.Read(ctx, 0, 0); err != context.Canceled {
		t.Errorf("got %v", err)
	}
	calls := 0
	ctx, cancel = context.WithCancel(context.Background())
	defer cancel()
	b, err = openBytes(data, Options{Progress: func(done, total int64) {
		if calls++; done > total || done <= 0 {
			t.Errorf("progress %d of %d", done, total)
		}
		cancel()
	}})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := b.Read(ctx, 0, 0); err != context.Canceled {
		t.Errorf("got %v", err)
	}
	if calls == 0 {
		t.Error("no progress was told")
	}
}
