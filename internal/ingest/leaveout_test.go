package ingest

import "testing"

func TestTotalWords(t *testing.T) {
	for _, w := range []string{"合计", "总计", "小计：", "汇总", "【合计】", "合 计", "店铺汇总值", "店铺平均值", "平均", "Total", "GRAND TOTAL", "Subtotal", "Sum", "Average", "總計", "overall"} {
		if totalWord(w) != 2 || !mayBeTotal(w) {
			t.Errorf("%q marks no row of totals (%d, %v)", w, totalWord(w), mayBeTotal(w))
		}
	}
	for _, w := range []string{"华东 汇总", "小王小计", "Total for APAC", "合计12人", "客服部合计", "华东 计数", "East Total", "合计(元)"} {
		if totalWord(w) != 1 {
			t.Errorf("%q marks a row of totals %d", w, totalWord(w))
		}
	}
	for _, w := range []string{"", "会计", "计划", "总监", "小王", "和平", "数码", "设计", "Tom", "summer", "统计局", "totally", "均价"} {
		if totalWord(w) != 0 {
			t.Errorf("%q marks a row of totals", w)
		}
	}
}
