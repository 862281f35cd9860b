package sheet

import (
	"bytes"
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

// randomCell is a value of any kind that excelize writes.
func randomCell(r *rand.Rand) any {
	words := []string{"浙江省杭州市", "a<b>&\"c\"", "", " 空格 ", "多行\n文字", "0571", "😀", "=1+1", strings.Repeat("长", 300), "_x000D_", "310123456789012345"}
	switch r.IntN(9) {
	case 0:
		return nil
	case 1:
		return r.IntN(100000) - 500
	case 2:
		return float64(r.IntN(1e6)) / 100
	case 3:
		return r.NormFloat64() * math.Pow(10, float64(r.IntN(30)-15))
	case 4:
		return r.IntN(2) == 0
	case 5:
		return time.Date(1990+r.IntN(60), time.Month(1+r.IntN(12)), 1+r.IntN(28), r.IntN(24), r.IntN(60), r.IntN(60), 0, time.UTC)
	case 6:
		return time.Duration(r.IntN(200000)) * time.Second
	}
	return words[r.IntN(len(words))]
}

// Workbooks of random cells, written by excelize in both of its ways, read as
// excelize reads them.
func TestWorkbooksOfExcelize(t *testing.T) {
	for seed := range uint64(12) {
		for _, stream := range []bool{false, true} {
			t.Run(fmt.Sprintf("seed %d stream %v", seed, stream), func(t *testing.T) {
				r := rand.New(rand.NewPCG(seed, 3))
				f := excelize.NewFile()
				rows, cols := 1+r.IntN(400), 1+r.IntN(30)
				var sw *excelize.StreamWriter
				var err error
				if stream {
					if sw, err = f.NewStreamWriter("Sheet1"); err != nil {
						t.Fatal(err)
					}
				}
				for i := range rows {
					row := make([]any, cols)
					for c := range row {
						if r.IntN(3) > 0 {
							row[c] = randomCell(r)
						}
					}
					if r.IntN(10) == 0 {
						continue
					}
					at := fmt.Sprintf("A%d", i+1)
					if stream {
						err = sw.SetRow(at, row)
					} else {
						err = f.SetSheetRow("Sheet1", at, &row)
					}
					if err != nil {
						t.Fatal(err)
					}
				}
				if stream {
					if err := sw.Flush(); err != nil {
						t.Fatal(err)
					}
				}
				var b bytes.Buffer
				if err := f.Write(&b); err != nil {
					t.Fatal(err)
				}
				sameAsExcelize(t, b.Bytes())
			})
		}
	}
}

// Merged areas, hidden rows and sheets, and the styles of dates.
func TestFeaturesOfExcelize(t *testing.T) {
	f := excelize.NewFile()
	check := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	for r := 1; r <= 9; r++ {
		check(f.SetCellValue("Sheet1", fmt.Sprintf("B%d", r), time.Date(2021, 3, r, 9, 0, 0, 0, time.UTC)))
		check(f.SetCellValue("Sheet1", fmt.Sprintf("C%d", r), time.Duration(r)*time.Minute))
	}
	check(f.MergeCell("Sheet1", "D2", "F4"))
	check(f.SetCellValue("Sheet1", "D2", "合并"))
	check(f.SetRowVisible("Sheet1", 5, false))
	check(f.SetRowVisible("Sheet1", 20, false))
	if _, err := f.NewSheet("隐"); err != nil {
		t.Fatal(err)
	}
	check(f.SetSheetVisible("隐", false))
	var b bytes.Buffer
	check(f.Write(&b))
	book, g := grid(t, b.String(), 0)
	if len(book.Sheets) != 2 || book.Sheets[0].Hidden || !book.Sheets[1].Hidden {
		t.Errorf("sheets %v", book.Sheets)
	}
	if len(g.Merges) != 1 || g.Merges[0] != (Range{2, 4, 4, 6}) {
		t.Errorf("merges %v", g.Merges)
	}
	if len(g.Hidden) != 1 || g.Hidden[0] != 5 {
		t.Errorf("hidden %v", g.Hidden)
	}
	if f := g.Cols[1].AllForm; f != FormDate || g.Cols[1].Form != nil {
		t.Errorf("dates have form %d", f)
	}
	if f := g.Cols[2].AllForm; f != FormTime {
		t.Errorf("times have form %d", f)
	}
	empty, err := book.Read(context.Background(), 1, 0)
	if err != nil || empty.Rows() != 0 || len(empty.Cols) != 0 {
		t.Errorf("the empty sheet: %v, %v", empty, err)
	}
}

// Rows by the thousand, so that there are several pieces, goroutines and
// blocks; all paths agree, and a first look is the beginning of the whole.
func TestManyPieces(t *testing.T) {
	var xml, text strings.Builder
	for r := range 30000 {
		no := 2*r + 1
		fmt.Fprintf(&xml, `<row r="%d"><c r="A%d"><v>%d</v></c><c r="B%d" t="inlineStr"><is><t>名%d</t></is></c><c r="D%d" t="s"><v>%d</v></c></row>`, no, no, r, no, r%700, no, r%3)
		fmt.Fprintf(&text, "%d,名%d,,\"x\"\"\n%d\"\n,,,\n", r, r%700, r%3)
	}
	book, g := grid(t, string(pkg{sheet: xml.String(), sst: "<si><t>甲</t></si><si/><si><t>乙</t></si>"}.bytes(t)), 0)
	if g.Rows() != 30000 || g.Blank != 29999 {
		t.Fatalf("%d rows, %d blank", g.Rows(), g.Blank)
	}
	checkGrid(t, g)
	whole := show(g)
	x := book.reader.(*xlsxFile)
	slow, err := x.readWith(context.Background(), 0, 0, x.slow)
	if err != nil {
		t.Fatal(err)
	}
	if show(slow) != whole {
		t.Error("the slow path reads otherwise")
	}
	for _, limit := range []int{1, 500, 29999} {
		head, err := book.Read(context.Background(), 0, limit)
		if err != nil {
			t.Fatal(err)
		}
		if head.Rows() != limit || !strings.HasPrefix(whole, show(head)+" ") {
			t.Errorf("the first %d rows are others", limit)
		}
	}
	merged := pkg{sheet: "<worksheet " + mainNS + "><sheetData>" + xml.String() + `</sheetData><mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells></worksheet>`, sst: "<si><t>甲</t></si><si/><si><t>乙</t></si>"}
	_, head := grid(t, string(merged.bytes(t)), 10)
	if len(head.Merges) != 1 || head.Rows() != 10 {
		t.Errorf("a first look has %d rows and the merges %v", head.Rows(), head.Merges)
	}
	book, g = grid(t, text.String(), 0)
	if g.Rows() != 30000 || g.Blank != 30000 {
		t.Fatalf("csv: %d rows, %d blank", g.Rows(), g.Blank)
	}
	if got := cellText(g, 3, 29999); got != "x\"\n2" {
		t.Errorf("csv: last cell %q", got)
	}
	head, err = book.Read(context.Background(), 0, 500)
	if err != nil {
		t.Fatal(err)
	}
	if head.Rows() != 500 || !strings.HasPrefix(show(g), show(head)+" ") {
		t.Error("csv: the first 500 rows are others")
	}
}
