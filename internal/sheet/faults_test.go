package sheet

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"tallyboard/internal/fault"
	"tallyboard/internal/lang"
)

// checkFault wants an error that has its sentence in both languages, and that
// no reader had to be stopped by the last fence.
func checkFault(t *testing.T, err error) {
	t.Helper()
	var f *fault.Error
	if !errors.As(err, &f) {
		t.Fatalf("not an error for people: %v", err)
	}
	for _, l := range lang.All {
		if !l.Has("fault."+f.Code) || !l.Has("fault."+f.Code+".hint") {
			t.Fatalf("%s has no text for %s", l, f.Code)
		}
		if !strings.Contains(f.Sentence(l), f.Args[0].(string)) {
			t.Fatalf("the sentence does not say where: %s", f.Sentence(l))
		}
	}
	if f.Cause != nil && strings.Contains(f.Cause.Error(), "goroutine") {
		t.Fatalf("a reader panicked: %v", f.Cause)
	}
}

// checkGrid wants a grid to be what its docs say.
func checkGrid(t *testing.T, g *Grid) {
	t.Helper()
	for r := range g.RowNo {
		if r > 0 && g.RowNo[r] <= g.RowNo[r-1] {
			t.Fatalf("row numbers %d, %d", g.RowNo[r-1], g.RowNo[r])
		}
		if g.blank(r) {
			t.Fatalf("stored row %d is blank", g.RowNo[r])
		}
	}
	for c := range g.Cols {
		k := &g.Cols[c]
		if k.Text != nil && len(k.Text) != g.Rows() || k.Num != nil && len(k.Num) != g.Rows() || k.Form != nil && len(k.Form) != g.Rows() {
			t.Fatalf("column %d has another number of rows", c)
		}
		for r := range g.RowNo {
			text := k.Text != nil && k.Text[r] != 0
			if text && k.Num != nil && k.Num[r] == k.Num[r] {
				t.Fatalf("row %d column %d has both a text and a number", r, c)
			}
			if text && g.Strings.At(k.Text[r]) == "" {
				t.Fatalf("row %d column %d has an empty text", r, c)
			}
		}
	}
	if g.Blank < 0 {
		t.Fatalf("%d blank rows", g.Blank)
	}
}

func TestFaults(t *testing.T) {
	dir := t.TempDir()
	good := pkg{sheet: `<row r="1"><c r="A1" t="s"><v>0</v></c></row>`, sst: `<si><t>甲</t></si>`}
	whole := good.bytes(t)
	write := func(name string, b []byte) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, b, 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	flipped := bytes.Clone(rezip(t, whole, func(_ string, b []byte) []byte { return b }))
	// One byte of the packed sheet changes: the CRC must notice.
	if i := bytes.Index(flipped, []byte("xl/worksheets/sheet1.xml")); i > 0 {
		flipped[i+60] ^= 0x55
	}
	secret := write("locked.xlsx", whole)
	if err := os.Chmod(secret, 0); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ name, path, code string }{
		{"missing", filepath.Join(dir, "nowhere.xlsx"), "sheet.notfound"},
		{"folder", dir, "sheet.folder"},
		{"empty", write("empty.xlsx", nil), "sheet.empty"},
		{"only blanks", write("blank.csv", []byte(" \r\n\n ")), "sheet.empty"},
		{"cut off", write("half.xlsx", whole[:len(whole)/2]), "sheet.truncated"},
		{"one byte changed", write("flipped.xlsx", flipped), "sheet.damaged"},
		{"a picture", write("photo.xlsx", []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00\x00\x00\x01\x00\x08\x06\x00\x00\x00")), "sheet.picture"},
		{"a photograph", write("photo2.xls", append([]byte("\xff\xd8\xff\xe0\x00\x10JFIF\x00"), make([]byte, 500)...)), "sheet.picture"},
		{"PDF", write("report.xls", []byte("%PDF-1.7\n%\xe2\xe3\n1 0 obj\n")), "sheet.document"},
		{"a package without a workbook", write("letter.xlsx", rezip(t, whole, func(name string, b []byte) []byte {
			if name == "_rels/.rels" {
				return []byte(`<Relationships ` + relNS + `><Relationship Id="rId1" Type="` + relURL + `officeDocument" Target="word/document.xml"/></Relationships>`)
			}
			if name == "xl/workbook.xml" {
				return nil
			}
			return b
		})), "sheet.archive"},
		{"a Numbers document", write("a.numbers", zipOf(t, map[string]string{"Index/Document.iwa": "x"})), "sheet.document"},
		{"an OpenDocument text", write("a.odt", zipOf(t, map[string]string{"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"})), "sheet.document"},
		{"an archive", write("logs.zip", zipOf(t, map[string]string{"日志.csv": "a,b\n1,2\n"})), "sheet.archive"},
		{"RAR", write("logs.rar", []byte("Rar!\x1a\x07\x01\x00\x00\x00\x01\x02\x03\x04\x05\x06\x07\x08")), "sheet.archive"},
		{"Excel 4", write("old.xls", []byte("\x09\x04\x06\x00\x00\x04\x10\x00\x00\x00\x0a\x00\x00\x00")), "sheet.oldxls"},
		{"Excel 95", write("excel95.xls", compoundOf([2]string{"Book", "\x09\x08\x08\x00\x00\x05\x05\x00\x00\x00\x00\x00"})), "sheet.oldxls"},
		{"a Word document", write("letter.xls", compoundOf([2]string{"WordDocument", "x"})), "sheet.document"},
		{"noise", write("noise.bin", bytes.Repeat([]byte{1, 2, 0, 3, 0xff, 0x80, 7, 0, 0}, 300)), "sheet.unknown"},
		{"JSON", write("data.csv", []byte(`{"rows": [1, 2]}`)), "sheet.unknown"},
		{"other XML", write("data.xml", []byte(`<?xml version="1.0"?><orders><order id="1"/></orders>`)), "sheet.unknown"},
		{"a login page", write("export.xls", []byte("<!DOCTYPE html><html><body><form>请登录</form></body></html>")), "sheet.webpage"},
		{"a compound file cut off", write("cut.xls", append(bytes.Clone(cfbMagic), make([]byte, 100)...)), "sheet.truncated"},
		{"texts missing", write("nosst.xlsx", pkg{sheet: `<row r="1"><c r="A1" t="s"><v>3</v></c></row>`, sst: `<si><t>x</t></si>`}.bytes(t)), "sheet.damaged"},
		{"sheet ends early", write("early.xlsx", pkg{sheet: `<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row>`}.bytes(t)), "sheet.truncated"},
		{"column 16385", write("wide.xlsx", pkg{sheet: `<row r="1"><c r="XFE1"><v>1</v></c></row>`}.bytes(t)), "sheet.columns"},
		{"16385 fields", write("wide.csv", []byte("a,b\n"+strings.Repeat(",", 16384)+"x\n")), "sheet.columns"},
		{"only a chart", write("chart.xlsx", pkg{sheet: `<row r="1"/>`, rels: `<Relationships ` + relNS + `><Relationship Id="rId1" Type="` + relURL + `chartsheet" Target="chartsheets/sheet1.xml"/></Relationships>`}.bytes(t)), "sheet.nosheet"},
		{"no permission", secret, "sheet.permission"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if tt.name == "no permission" && os.Geteuid() == 0 {
				t.Log("root may read everything: left out")
				return
			}
			b, err := Open(context.Background(), tt.path, Options{})
			if err == nil {
				defer b.Close()
				_, err = b.Read(context.Background(), 0, 0)
			}
			if err == nil {
				t.Fatal("it was read")
			}
			checkFault(t, err)
			if !fault.Is(err, tt.code) {
				t.Errorf("got %v, want %s", err, tt.code)
			}
		})
	}
}

// What the operating system says, also what a test run by root cannot provoke.
func TestOpenFaults(t *testing.T) {
	for code, err := range map[string]error{
		"sheet.permission": &fs.PathError{Op: "open", Path: "a.xlsx", Err: syscall.EACCES},
		"sheet.notfound":   &fs.PathError{Op: "open", Path: "a.xlsx", Err: syscall.ENOENT},
		"sheet.io":         &fs.PathError{Op: "read", Path: "a.xlsx", Err: syscall.EIO},
	} {
		got := openFault("a.xlsx", err)
		checkFault(t, got)
		if !fault.Is(got, code) || !errors.Is(got, err) {
			t.Errorf("got %v, want %s", got, code)
		}
	}
}

// A person is told the name of the file; where it lies only where that helps,
// behind the sentence.
func TestFaultsNameTheFile(t *testing.T) {
	dir := t.TempDir()
	broken := filepath.Join(dir, "broken.xlsx")
	if err := os.WriteFile(broken, []byte("PK\x03\x04 and nothing more"), 0o600); err != nil {
		t.Fatal(err)
	}
	for path, tells := range map[string]bool{broken: false, filepath.Join(dir, "gone.xlsx"): true, dir: true} {
		_, err := Open(t.Context(), path, Options{})
		var f *fault.Error
		if !errors.As(err, &f) {
			t.Fatalf("%s: %v", path, err)
		}
		for _, l := range lang.All {
			if s := f.Sentence(l); !strings.Contains(s, filepath.Base(path)) || strings.Contains(s, path) {
				t.Errorf("%s: the sentence is %q", l, s)
			}
			if h := f.Hint(l); strings.Contains(h, path) != tells || strings.Contains(h, "%!") {
				t.Errorf("%s: the hint is %q", l, h)
			}
		}
	}
}
