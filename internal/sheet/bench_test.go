package sheet

import (
	"bufio"
	"bytes"
	"context"
	"encoding/binary"
	"encoding/csv"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/simplifiedchinese"
)

// The shape of a real log of receptions: 16 columns, eleven of them text, two
// of those nearly all different.
const logColumns = 16

var (
	provinces = []string{"浙江省", "广东省", "江苏省", "上海市", "北京市", "四川省", "湖北省", "西藏自治区"}
	kinds     = []string{"催发货", "退换货", "尺码咨询", "优惠券", "安装预约", "投诉", "发票"}
	agents    = []string{"小雨", "阿强", "小雅", "老周", "晓明", "思思", "大刘", "琪琪", "豆豆"}
	headers   = []any{"会话ID", "店铺", "客服", "客户昵称", "省份", "城市", "渠道", "一级类型", "二级类型", "商品", "开始时间", "时长(秒)", "首次响应", "是否解决", "满意度", "金额"}
)

// logRow is row i of the log; the same for everyone who asks.
func logRow(i int) [logColumns]any {
	r := rand.New(rand.NewPCG(7, uint64(i)))
	pick := func(s []string) string { return s[r.IntN(len(s))] }
	var sat any
	if r.IntN(3) > 0 {
		sat = 1 + r.IntN(5)
	}
	return [logColumns]any{
		"T2024" + strconv.Itoa(1000000000+i*7), "旗舰店" + strconv.Itoa(r.IntN(4)), pick(agents), "tb" + strconv.Itoa(r.IntN(300000)),
		pick(provinces), pick(provinces) + "市", pick([]string{"旺旺", "电话", "微信"}), pick(kinds), pick(kinds) + pick(kinds), "商品" + strconv.Itoa(r.IntN(500)),
		45292 + float64(r.IntN(366*86400))/86400, 20 + r.IntN(1800), 3 + r.IntN(200), pick([]string{"是", "否"}), sat, float64(r.IntN(100000)) / 100,
	}
}

// written keeps the files of the benchmarks for the length of one run.
var written sync.Map

func workbookOf(tb testing.TB, rows int) string {
	return fileOf(tb, fmt.Sprintf("log%d.xlsx", rows), func(path string) error {
		f := excelize.NewFile()
		code := "yyyy-mm-dd hh:mm:ss"
		date, err := f.NewStyle(&excelize.Style{CustomNumFmt: &code})
		if err != nil {
			return err
		}
		// Through the file API, so that texts are shared as Excel shares them.
		if err := f.SetSheetRow("Sheet1", "A1", &headers); err != nil {
			return err
		}
		for i := range rows {
			row := logRow(i)
			if err := f.SetSheetRow("Sheet1", "A"+strconv.Itoa(i+2), ptr(row[:])); err != nil {
				return err
			}
		}
		if err := f.SetCellStyle("Sheet1", "K2", "K"+strconv.Itoa(rows+1), date); err != nil {
			return err
		}
		return f.SaveAs(path)
	})
}

func ptr[T any](v T) *T { return &v }

func csvOf(tb testing.TB, rows int, gbk bool) string {
	return fileOf(tb, fmt.Sprintf("log%d-%v.csv", rows, gbk), func(path string) error {
		var b bytes.Buffer
		w := csv.NewWriter(&b)
		cell := func(v any) string {
			switch v := v.(type) {
			case nil:
				return ""
			case float64:
				if v > 45000 {
					return time.Unix(int64((v-25569)*86400+0.5), 0).UTC().Format("2006-01-02 15:04:05")
				}
				return strconv.FormatFloat(v, 'f', 2, 64)
			}
			return fmt.Sprint(v)
		}
		line := make([]string, logColumns)
		for i := -1; i < rows; i++ {
			row := headers
			if i >= 0 {
				r := logRow(i)
				row = r[:]
			}
			for c := range line {
				line[c] = cell(row[c])
			}
			if err := w.Write(line); err != nil {
				return err
			}
		}
		w.Flush()
		out := b.Bytes()
		if gbk {
			var err error
			if out, err = simplifiedchinese.GBK.NewEncoder().Bytes(out); err != nil {
				return err
			}
		}
		return os.WriteFile(path, out, 0o600)
	})
}

// fileOf writes a file of the given name unless this run has it already.
func fileOf(tb testing.TB, name string, write func(path string) error) string {
	tb.Helper()
	once, _ := written.LoadOrStore(name, &sync.Once{})
	path := filepath.Join(benchDir(tb), name)
	once.(*sync.Once).Do(func() {
		if _, err := os.Stat(path); err == nil {
			return
		}
		if err := write(path); err != nil {
			tb.Fatal(err)
		}
	})
	return path
}

// benchDir keeps the files between runs: writing them takes longer than all
// that is measured.
func benchDir(tb testing.TB) string {
	dir := filepath.Join(os.TempDir(), "tallyboard-bench")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		tb.Fatal(err)
	}
	return dir
}

func readAll(tb testing.TB, path string, limit int) *Grid {
	b, err := Open(context.Background(), path, Options{Password: benchPassword, Look: limit > 0})
	if err != nil {
		tb.Fatal(err)
	}
	defer b.Close()
	g, err := b.Read(context.Background(), 0, limit)
	if err != nil {
		tb.Fatal(err)
	}
	return g
}

func BenchmarkXLSX(b *testing.B) {
	for _, rows := range []int{1e5, 1e6} {
		b.Run(fmt.Sprintf("rows=%.0e", float64(rows)), func(b *testing.B) {
			path := workbookOf(b, rows)
			for b.Loop() {
				if g := readAll(b, path, 0); g.Rows() != rows+1 {
					b.Fatal(g.Rows())
				}
			}
		})
	}
}

func BenchmarkCSV(b *testing.B) {
	for _, rows := range []int{1e5, 1e6} {
		for _, gbk := range []bool{false, true} {
			b.Run(fmt.Sprintf("rows=%.0e/gbk=%v", float64(rows), gbk), func(b *testing.B) {
				path := csvOf(b, rows, gbk)
				for b.Loop() {
					if g := readAll(b, path, 0); g.Rows() != rows+1 {
						b.Fatal(g.Rows())
					}
				}
			})
		}
	}
}

// xlsOf writes the log as BIFF8.
func xlsOf(tb testing.TB, rows int) string {
	return fileOf(tb, fmt.Sprintf("log%d.xls", rows), func(path string) error {
		var sst, cells biff
		codes := map[string]uint32{}
		body := binary.LittleEndian.AppendUint64(nil, 0)
		id := biffSST
		text := func(s string) uint32 {
			c, ok := codes[s]
			if !ok {
				c = uint32(len(codes))
				codes[s] = c
				w := wide(s)
				if len(body)+3+len(w) > 8224 {
					sst.rec(id, body)
					body, id = nil, biffContinue
				}
				body = binary.LittleEndian.AppendUint16(body, uint16(len(w)/2))
				body = append(append(body, 1), w...)
			}
			return c
		}
		cells.rec(biffBOF, uint16(0x600), uint16(0x10), make([]byte, 12))
		for i := range rows {
			for c, v := range logRow(i) {
				at := []uint16{uint16(i), uint16(c), 0}
				switch v := v.(type) {
				case string:
					cells.rec(biffLabelSST, at, text(v))
				case int:
					cells.rec(biffRK, at, uint32(v)<<2|2)
				case float64:
					if c == 10 {
						at[2] = 1
					}
					cells.rec(biffNumber, at, v)
				}
			}
		}
		cells.rec(biffEOF)
		sst.rec(id, body)
		binary.LittleEndian.PutUint32(sst.b[8:], uint32(len(codes)))
		book := func(offset uint32) []byte {
			var w biff
			w.rec(biffBOF, uint16(0x600), uint16(5), make([]byte, 12))
			w.rec(biffXF, uint16(0), uint16(0), make([]byte, 16))
			w.rec(biffXF, uint16(0), uint16(22), make([]byte, 16))
			w.rec(biffSheet, offset, byte(0), byte(0), byte(3), byte(0), "Log")
			w.b = append(w.b, sst.b...)
			w.rec(biffEOF)
			return w.b
		}
		globals := book(uint32(len(book(0))))
		return os.WriteFile(path, compoundOf([2]string{"Workbook", string(append(globals, cells.b...))}), 0o600)
	})
}

func BenchmarkXLS(b *testing.B) {
	path := xlsOf(b, 6e4)
	for b.Loop() {
		if g := readAll(b, path, 0); g.Rows() != 6e4 {
			b.Fatal(g.Rows())
		}
	}
}

// BenchmarkXLSXAgainstExcelize reports how many times longer excelize's raw
// row iterator takes on the same file in the same run.
func BenchmarkXLSXAgainstExcelize(b *testing.B) {
	path := workbookOf(b, 1e5)
	raw := func() time.Duration {
		start := time.Now()
		f, err := excelize.OpenFile(path, excelize.Options{RawCellValue: true})
		if err != nil {
			b.Fatal(err)
		}
		defer f.Close()
		rows, err := f.Rows("Sheet1")
		if err != nil {
			b.Fatal(err)
		}
		n := 0
		for rows.Next() {
			if _, err := rows.Columns(); err != nil {
				b.Fatal(err)
			}
			n++
		}
		if n != 1e5+1 {
			b.Fatal(n)
		}
		return time.Since(start)
	}
	peer := raw()
	for b.Loop() {
		readAll(b, path, 0)
	}
	b.ReportMetric(peer.Seconds()/(b.Elapsed().Seconds()/float64(b.N)), "x-excelize")
}

// BenchmarkCSVAgainstStandard reports how many times longer encoding/csv takes
// to come as far: texts coded by a map, numbers parsed.
func BenchmarkCSVAgainstStandard(b *testing.B) {
	path := csvOf(b, 1e5, false)
	standard := func() time.Duration {
		start := time.Now()
		f, err := os.Open(path)
		if err != nil {
			b.Fatal(err)
		}
		defer f.Close()
		r := csv.NewReader(bufio.NewReaderSize(f, 1<<20))
		r.ReuseRecord = true
		var codes [logColumns]map[string]uint32
		var text [logColumns][]uint32
		var nums [logColumns][]float64
		for {
			rec, err := r.Read()
			if err == io.EOF {
				return time.Since(start)
			}
			if err != nil {
				b.Fatal(err)
			}
			for c, v := range rec {
				x, err := strconv.ParseFloat(v, 64)
				nums[c] = append(nums[c], x)
				if err == nil {
					text[c] = append(text[c], 0)
					continue
				}
				code, ok := codes[c][v]
				if !ok {
					if codes[c] == nil {
						codes[c] = map[string]uint32{}
					}
					code = uint32(len(codes[c]) + 1)
					codes[c][strings.Clone(v)] = code
				}
				text[c] = append(text[c], code)
			}
		}
	}
	peer := standard()
	for b.Loop() {
		readAll(b, path, 0)
	}
	b.ReportMetric(peer.Seconds()/(b.Elapsed().Seconds()/float64(b.N)), "x-encoding/csv")
}
