package pivottext

import (
	"context"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tallyboard/internal/golden"
	"tallyboard/internal/lang"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
	"tallyboard/internal/table"
)

func shop() *logkind.Log {
	nan := math.NaN()
	const monday = 1704067200.0 // 2024-01-01
	return &logkind.Log{Table: table.New(
		table.NumColumn("日期", table.Time, []float64{monday + 32580, monday + 86400, monday + 8*86400, nan, monday + 86400}),
		table.TextColumn("一级类型", []string{"投诉", "咨询", "投诉", "", "咨询, \"急\""}),
		table.TextColumn("客服 (Agent)", []string{"小明", "Ann", "小明", "Ann", "Bo"}),
		table.NumColumn("金额", table.Number, []float64{1234.5, 2, nan, .1, .2}),
		table.NumColumn("时长", table.Duration, []float64{65, 201, nan, 7, 3600}),
	)}
}

// TestFormats holds each format of a few views against goldens.
func TestFormats(t *testing.T) {
	for name, spec := range map[string]string{
		"count":   "--rows 一级类型 --cols '客服 (Agent)'",
		"values":  "--rows week:日期 --value count --value sum:金额 --value mean:时长 --value max:日期 --value first:一级类型 --fill-time",
		"tree":    "--rows '客服 (Agent)' --rows 一级类型 --top 1 --show col%",
		"ratio":   "--value '退款率 := sum:金额 / sum:金额'",
		"columns": "--cols '客服 (Agent)' --cols 一级类型 --value count --value sum:金额",
		"nothing": "--where 金额>9999 --value count --value sum:金额",
		"no-rows": "--rows 一级类型 --where 金额>9999",
	} {
		s, err := pivot.ParseSpec(spec)
		if err != nil {
			t.Fatal(err)
		}
		r, err := pivot.Memory().Run(context.Background(), shop(), s)
		if err != nil {
			t.Fatal(err)
		}
		for format, write := range Formats {
			var b strings.Builder
			if err := write(&b, r, lang.ZH); err != nil {
				t.Fatal(err)
			}
			golden.Check(t, filepath.Join("testdata", name+"."+format), b.String())
			if format == "json" {
				if !json.Valid([]byte(b.String())) {
					t.Errorf("%s: no valid JSON", name)
				}
			}
		}
	}
}

// failing is a full disk.
type failing struct{ left int }

func (f *failing) Write(p []byte) (int, error) {
	if f.left -= len(p); f.left < 0 {
		return 0, os.ErrClosed
	}
	return len(p), nil
}

func TestWriteErrorsAreTold(t *testing.T) {
	r, err := pivot.Memory().Run(context.Background(), shop(), pivot.Spec{Rows: []pivot.Dim{{Column: "一级类型"}}})
	if err != nil {
		t.Fatal(err)
	}
	for format, write := range Formats {
		if err := write(&failing{left: 20}, r, lang.EN); err == nil {
			t.Errorf("%s: nothing said of a failed write", format)
		}
	}
}
