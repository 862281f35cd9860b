package chart_test

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"tallyboard/internal/chart"
	"tallyboard/internal/chart/charttest"
	"tallyboard/internal/lang"
	"tallyboard/internal/pivot"
)

// customers is a result of n rows and the given number of columns, the biggest
// in the middle.
func customers(n, cols int) *pivot.Result {
	r := &pivot.Result{Values: []pivot.ValueInfo{{Value: pivot.Value{Agg: pivot.Count}, Title: "接待量"}}}
	r.Rows.Dims = []pivot.DimInfo{{Dim: pivot.Dim{Column: "客户"}, Title: "客户"}}
	for i := range n {
		r.Rows.Members = append(r.Rows.Members, pivot.Member{Path: []pivot.Label{{Text: "客户" + strconv.Itoa(i), Num: math.NaN()}}})
	}
	r.Rows.Members = append(r.Rows.Members, pivot.Member{Kind: pivot.Grand})
	if cols > 0 {
		r.Cols.Dims = []pivot.DimInfo{{Dim: pivot.Dim{Column: "类型"}, Title: "类型"}}
	}
	for i := range cols {
		r.Cols.Members = append(r.Cols.Members, pivot.Member{Path: []pivot.Label{{Text: "类型" + strconv.Itoa(i), Num: math.NaN()}}})
	}
	r.Cols.Members = append(r.Cols.Members, pivot.Member{Kind: pivot.Grand})
	for i := range r.Rows.Members {
		for range r.Cols.Members {
			r.Cells = append(r.Cells, float64(min(i, n-i)))
		}
	}
	r.Raw, r.Count = r.Cells, make([]int64, len(r.Cells))
	return r
}

func TestVeryManyMembers(t *testing.T) {
	c := chart.FromPivot(customers(50000, 0), chart.Bar, lang.ZH)
	if len(c.Categories) != 400 || c.OmittedCategories != 49600 {
		t.Fatalf("%d categories, %d omitted", len(c.Categories), c.OmittedCategories)
	}
	if c.Categories[0] != "客户24800" && c.Categories[0] != "客户24801" {
		t.Errorf("the greatest are not kept: the first is %s", c.Categories[0])
	}
	told := false
	for _, p := range c.Layout(900, 500, chart.Light, charttest.Fixed{}).Prims {
		if l, ok := p.(chart.Label); ok && l.Text == "另有49600项没有画出" {
			told = true
		}
	}
	if !told {
		t.Error("the foot does not tell what is left out")
	}
}

// Small multiples stand in full rows as far as they can, and say so where there
// is no room to draw anything in them.
func TestSmallMultiplesNeedRoom(t *testing.T) {
	for _, c := range []struct {
		panels, across int
		crowded        bool
	}{{5, 5, false}, {7, 4, false}, {40, 10, false}, {200, 0, true}} {
		s := chart.FromPivot(customers(3, c.panels), chart.Multiples, lang.ZH).Layout(1160, 280, chart.Light, charttest.Fixed{})
		names, crowded := map[float64]int{}, false
		for _, p := range s.Prims {
			if l, ok := p.(chart.Label); ok {
				crowded = crowded || l.Text == lang.ZH.T("chart.crowded")
				if strings.HasPrefix(l.Text, "类型") {
					names[l.Y]++
				}
			}
		}
		across := 0
		for _, n := range names {
			across = max(across, n)
		}
		if crowded != c.crowded || across != c.across {
			t.Errorf("%d panels: %d side by side, want %d; crowded %v, want %v", c.panels, across, c.across, crowded, c.crowded)
		}
	}
}

// BenchmarkFromPivot makes a chart of a result and lays it out.
func BenchmarkFromPivot(b *testing.B) {
	for _, c := range []struct{ rows, cols int }{{10, 8}, {500, 12}, {50000, 0}, {50000, 12}} {
		r := customers(c.rows, c.cols)
		b.Run("rows="+strconv.Itoa(c.rows)+"/cols="+strconv.Itoa(c.cols), func(b *testing.B) {
			for b.Loop() {
				chart.FromPivot(r, "", lang.ZH).Layout(1200, 600, chart.Light, charttest.Fixed{})
			}
		})
	}
}
