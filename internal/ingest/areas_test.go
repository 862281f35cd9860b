package ingest

import (
	"strings"
	"testing"

	"tallyboard/internal/fault"
)

func TestTwoTables(t *testing.T) {
	for _, c := range []struct {
		name, in string
		table    int
		tables   int
		want     string
	}{
		{"beside each other", "客服,接待人数,,产品,差评\n小王,12,,电饭煲,3\n小李,15,,,\n小张,9,,,\n", 0, 2, "客服:text | 接待人数:number\n小王 | 12\n小李 | 15\n小张 | 9"},
		{"beside each other, the second", "客服,接待人数,,产品,差评\n小王,12,,电饭煲,3\n小李,15,,水壶,1\n小张,9,,,\n小赵,7,,,\n", 2, 2, "产品:text | 差评:number\n电饭煲 | 3\n水壶 | 1"},
		{"under each other", "客服,接待人数\n小王,12\n小李,15\n小张,9\n小孙,11\n\n各产品差评,\n产品,差评\n电饭煲,3\n水壶,1\n", 0, 2, "客服:text | 接待人数:number\n小王 | 12\n小李 | 15\n小张 | 9\n小孙 | 11"},
		{"under each other, the second", "客服,接待人数\n小王,12\n小李,15\n小张,9\n小孙,11\n\n各产品差评,\n产品,差评\n电饭煲,3\n水壶,1\n", 2, 2, "产品:text | 差评:number\n电饭煲 | 3\n水壶 | 1"},
		{"a gap in one table is not two", "客服,日期,,接待人数,备注\n小王,2024/1/1,,12,x\n小李,2024/1/2,,15,y\n", 0, 0, "客服:text | 日期:time | 接待人数:number | 备注:text\n小王 | 2024-01-01 | 12 | x\n小李 | 2024-01-02 | 15 | y"},
		{"one list in two columns, the same rows filled", "值班表,,,,\n客服,接待人数,,客服,接待人数\n小王,12,,小赵,3\n小李,15,,小钱,1\n小张,9,,小孙,4\n", 2, 2, "客服:text | 接待人数:number\n小赵 | 3\n小钱 | 1\n小孙 | 4"},
		{"groups of equal columns are one table", "客服,,接待,转化,,接待,转化\n小王,,12,0.5,,3,0.1\n小李,,15,0.4,,1,0.2\n小张,,9,0.3,,4,0.3\n", 0, 0, "客服:text | 接待:number | 转化:number | 接待 2:number | 转化 2:number\n小王 | 12 | 0.5 | 3 | 0.1\n小李 | 15 | 0.4 | 1 | 0.2\n小张 | 9 | 0.3 | 4 | 0.3"},
		{"the same header after a gap is not two", "客服,接待人数\n小王,12\n小李,15\n\n客服,接待人数\n小张,9\n", 0, 0, "客服:text | 接待人数:number\n小王 | 12\n小李 | 15\n小张 | 9"},
		{"a blank row in the data is not two", "客服,日期,类型\n小王,1月,售前\n小李,2月,售后\n\n小张,3月,售中\n", 0, 0, "客服:text | 日期:text | 类型:text\n小王 | 1月 | 售前\n小李 | 2月 | 售后\n小张 | 3月 | 售中"},
	} {
		t.Run(c.name, func(t *testing.T) {
			l := openOne(t, Options{Table: c.table}, csvFile(t, "a.csv", c.in))
			if got := dump(l); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
			if len(l.Files[0].Tables) != c.tables {
				t.Errorf("%d tables offered, want %d", len(l.Files[0].Tables), c.tables)
			}
		})
	}
}

func TestSecondTableKeepsItsPlace(t *testing.T) {
	l := openOne(t, Options{Table: 2}, csvFile(t, "a.csv", "客服,接待人数,,产品,差评\n小王,12,,电饭煲,3\n小李,15,,水壶,很多\n小张,9,,锅,1\n小张,9,,碗,1\n小孙,8,,盆,2\n小周,8,,勺,2\n小吴,8,,刀,2\n小赵,7,,,\n小郑,7,,,\n"))
	for _, w := range l.Warnings.Items {
		if w.Kind == WarnNumber && (w.Row != 3 || w.Col != 5 || w.Name != "差评") {
			t.Errorf("the bad cell is told at row %d, column %d, %s", w.Row, w.Col, w.Name)
		}
	}
	if l.Warnings.Counts[WarnNumber] != 1 || l.Table.Origin.At(3).Row != 5 {
		t.Errorf("warnings %v, last row at %d", l.Warnings.Counts, l.Table.Origin.At(3).Row)
	}
}

func TestNoSuchTable(t *testing.T) {
	path := csvFile(t, "a.csv", "客服,接待人数\n小王,12\n")
	_, failures, err := Open(t.Context(), []string{path}, Options{Table: 3})
	if err != nil || len(failures) != 1 || !fault.Is(failures[0].Err, "ingest.notable") || !strings.Contains(failures[0].Err.Error(), "3") {
		t.Errorf("%v, %v", failures, err)
	}
}
