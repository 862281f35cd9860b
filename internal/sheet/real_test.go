package sheet

import (
	"context"
	"math"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// realData is the folder of real sheets, "" where there is none.
func realData(t *testing.T) string {
	dir := os.Getenv("TALLYBOARD_REALDATA")
	if dir == "" {
		t.Log("TALLYBOARD_REALDATA is not set: the real sheets were left out")
	}
	return dir
}

func TestRealSheets(t *testing.T) {
	dir := realData(t)
	if dir == "" {
		return
	}
	for _, tt := range []struct {
		file, format, encoding string
		sheets, rows, blank    int
	}{
		{"rwfd_call_center.csv", "csv", "UTF-8", 1, 10748, 22194},
		{"tmall_order_report.csv", "csv", "UTF-8", 1, 28011, 0},
		{"order-14.1_gbk.csv", "csv", "GB18030", 1, 3479, 266},
		{"nyc311_small.csv", "csv", "UTF-8", 1, 1001, 0},
		{"support_tickets.csv", "csv", "UTF-8", 1, 5001, 0},
		{"pwc_call_center_raw.xlsx", "xlsx", "", 1, 5001, 0},
		{"gov_type_tree_3level.xlsx", "xlsx", "", 1, 518, 0},
		{"customer_call_list.xlsx", "xlsx", "", 1, 22, 0},
		{"packt_pvm_sales_53k.xlsx", "xlsx", "", 3, 53093, 0},
		{"tableau_superstore_zh.xls", "xls", "", 3, 10001, 0},
	} {
		t.Run(tt.file, func(t *testing.T) {
			b, err := Open(context.Background(), filepath.Join(dir, tt.file), Options{})
			if err != nil {
				t.Fatal(err)
			}
			defer b.Close()
			g, err := b.Read(context.Background(), 0, 0)
			if err != nil {
				t.Fatal(err)
			}
			if b.Format != tt.format || b.Encoding != tt.encoding || len(b.Sheets) != tt.sheets {
				t.Errorf("got %s %q with %d sheets, want %s %q with %d", b.Format, b.Encoding, len(b.Sheets), tt.format, tt.encoding, tt.sheets)
			}
			if g.Rows() != tt.rows || g.Blank != tt.blank {
				t.Errorf("got %d rows and %d blank, want %d and %d", g.Rows(), g.Blank, tt.rows, tt.blank)
			}
		})
	}
}

// The sums were computed by other programs (xlrd, pandas).
func TestRealSums(t *testing.T) {
	dir := realData(t)
	if dir == "" {
		return
	}
	for _, tt := range []struct {
		file, sheet, header string
		sum                 float64
		form                Form
	}{
		{"tableau_superstore_zh.xls", "订单", "销售额", 16117548.237, FormGeneral},
		{"tableau_superstore_zh.xls", "订单", "利润", 2156559.517, FormGeneral},
		{"tableau_superstore_zh.xls", "订单", "数量", 37675, FormGeneral},
		{"pwc_call_center_raw.xlsx", "", "Speed of answer in seconds", 67.520720 * 4054, FormGeneral},
		{"pwc_call_center_raw.xlsx", "", "AvgTalkDuration", 911837.0 / 86400, FormTime},
	} {
		b, err := Open(context.Background(), filepath.Join(dir, tt.file), Options{})
		if err != nil {
			t.Fatal(err)
		}
		i := max(0, slices.IndexFunc(b.Sheets, func(s Info) bool { return s.Name == tt.sheet }))
		g, err := b.Read(context.Background(), i, 0)
		if err != nil {
			t.Fatal(err)
		}
		if err := b.Close(); err != nil {
			t.Fatal(err)
		}
		found := false
		for c := range g.Cols {
			if cellText(g, c, 0) != tt.header {
				continue
			}
			found = true
			sum := 0.0
			for r, v := range g.Cols[c].Num {
				if v == v {
					sum += v
					if f := formAt(g, c, r); f != tt.form {
						t.Fatalf("%s row %d: form %d, want %d", tt.header, g.RowNo[r], f, tt.form)
					}
				}
			}
			if math.Abs(sum-tt.sum) > 1e-7*math.Abs(tt.sum) {
				t.Errorf("%s %s: sum %v, want %v", tt.file, tt.header, sum, tt.sum)
			}
		}
		if !found {
			t.Errorf("%s has no %s", tt.file, tt.header)
		}
	}
}

func TestRealWorkbooksAreLikeExcelize(t *testing.T) {
	dir := realData(t)
	if dir == "" {
		return
	}
	for _, name := range []string{"pwc_call_center_raw.xlsx", "gov_type_tree_3level.xlsx", "customer_call_list.xlsx", "packt_pvm_sales_53k.xlsx"} {
		t.Run(name, func(t *testing.T) {
			b, err := os.ReadFile(filepath.Join(dir, name))
			if err != nil {
				t.Fatal(err)
			}
			sameAsExcelize(t, b)
		})
	}
}
