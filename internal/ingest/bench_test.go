package ingest

import (
	"context"
	"fmt"
	"math/rand/v2"
	"testing"

	"tallyboard/internal/sheet"
	"tallyboard/internal/table"
)

// bigGrid is a call log as a csv reader delivers it: text and numbers, times
// as text.
func bigGrid(rows int) *sheet.Grid {
	rnd := rand.New(rand.NewPCG(1, 2))
	var words []string
	code := func(s string) uint32 { words = append(words, s); return uint32(len(words)) }
	pool := func(format string, n int) func(int) uint32 {
		first := uint32(len(words)) + 1
		for i := range n {
			code(fmt.Sprintf(format, i))
		}
		return func(int) uint32 { return first + uint32(rnd.IntN(n)) }
	}
	g := &sheet.Grid{}
	add := func(name string, text func(int) uint32, num func() float64) {
		c := sheet.Column{Text: make([]uint32, rows+1)}
		if num != nil {
			c.Num = make([]float64, rows+1)
			c.Num[0] = nan
		}
		for r := 1; r <= rows; r++ {
			if text != nil {
				c.Text[r] = text(r)
			} else {
				c.Num[r] = num()
			}
		}
		c.Text[0] = code(name)
		g.Cols = append(g.Cols, c)
	}
	add("编号", func(r int) uint32 { return code(fmt.Sprintf("C%08d", r)) }, nil)
	add("来电时间", func(r int) uint32 {
		return code(fmt.Sprintf("2024-%02d-%02d %02d:%02d:%02d", 1+r%12, 1+r%28, r%24, r%60, rnd.IntN(60)))
	}, nil)
	add("订单编号", func(r int) uint32 { return code(fmt.Sprintf("2024%014d", r*7919)) }, nil)
	for _, c := range []struct {
		name string
		n    int
	}{{"客服", 30}, {"客户", 20000}, {"地区", 60}, {"一级分类", 5}, {"二级分类", 20}, {"三级分类", 60}, {"渠道", 4}, {"商品", 300}} {
		add(c.name, pool(c.name+"%d号", c.n), nil)
	}
	yes, no := code("是"), code("否")
	add("是否解决", func(r int) uint32 { return []uint32{yes, no}[r%2] }, nil)
	add("通话时长(秒)", nil, func() float64 { return float64(10 + rnd.IntN(900)) })
	add("首次响应(秒)", nil, func() float64 { return float64(1 + rnd.IntN(200)) })
	add("满意度", nil, func() float64 { return float64(1 + rnd.IntN(5)) })
	add("金额", nil, func() float64 { return float64(rnd.IntN(100000)) / 100 })
	for r := range rows + 1 {
		g.RowNo = append(g.RowNo, uint32(r+1))
	}
	g.Strings = table.DictOf(words...)
	return g
}

// From raw cells to a typed log with kind and roles.
func BenchmarkLog(b *testing.B) {
	for _, rows := range []int{1e3, 1e5} {
		g := bigGrid(rows)
		b.Run(fmt.Sprintf("rows=%.0e/cols=16", float64(rows)), func(b *testing.B) {
			for b.Loop() {
				bl, err := pickTable(File{Path: "x.csv", From: nan, To: nan}, g, Options{})
				if err != nil {
					b.Fatal(err)
				}
				if _, err := buildLog(context.Background(), []*block{bl}, Options{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
