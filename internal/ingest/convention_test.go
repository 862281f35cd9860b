package ingest

import (
	"testing"

	"tallyboard/internal/logkind"
	"tallyboard/internal/table"
)

// Every convention of a column is told, and can be chosen otherwise.
func TestConventionsAreToldAndChosen(t *testing.T) {
	const sheet = "日期,时间,处理时长,评价,心情\n" +
		"03/04/2026,09:00,3:20,很满意,晴\n04/04/2026,10:30,1:05,一般,雨\n05/04/2026,11:00,0:40,不满意,晴\n06/04/2026,12:00,2:00,满意,阴\n"
	path := csvFile(t, "a.csv", sheet)
	col := func(l *Log, name string) Column {
		for _, c := range l.Columns {
			if c.Name == name {
				return c
			}
		}
		return Column{}
	}
	value := func(l *Log, name string) float64 {
		c := l.Table.Column(name)
		if c.Type.Coded() {
			if c.Values == nil {
				return -1
			}
			return c.Values[c.Codes[0]]
		}
		return c.Nums[0]
	}
	l := openOne(t, Options{}, path)
	if c := col(l, "日期"); c.DateOrder == "" || l.Warnings.Total() == 0 {
		t.Errorf("the order of a date that fits two ways is not told: %+v", c)
	}
	if c := col(l, "处理时长"); c.Type != table.Duration || c.ReadAs != "s" || value(l, "处理时长") != 200 {
		t.Errorf("the duration is %+v, the first %v seconds", c, value(l, "处理时长"))
	}
	if c := col(l, "评价"); c.ReadAs != Marks || value(l, "评价") != 5 {
		t.Errorf("the marks are %+v, the first %v", c, value(l, "评价"))
	}
	if l.Pair == nil || *l.Pair != (Pair{"日期", "时间"}) || !col(l, "日期+时间").Derived || l.Roles[logkind.Time] != "日期+时间" {
		t.Errorf("date and time are %+v, the time is %q", l.Pair, l.Roles[logkind.Time])
	}

	yes := true
	l = openOne(t, Options{Apart: &yes, DateOrders: map[string]Order{"日期": DMY}, Types: map[string]table.Type{"日期": table.Time, "处理时长": table.Duration, "评价": table.Text, "心情": table.Text},
		Units: map[string]string{"处理时长": "h", "心情": Marks}}, path)
	if c := col(l, "日期"); c.DateOrder != DMY || value(l, "日期") != 1775174400 { // 2026-04-03
		t.Errorf("as day/month the first date is %v", value(l, "日期"))
	}
	if value(l, "处理时长") != 12000 || col(l, "处理时长").ReadAs != "h" {
		t.Errorf("in hours and minutes the first duration is %v seconds", value(l, "处理时长"))
	}
	if c := col(l, "评价"); c.ReadAs != "" || value(l, "评价") != -1 {
		t.Errorf("read as words the marks are %+v", c)
	}
	if c := col(l, "心情"); c.ReadAs != Marks {
		t.Errorf("read as marks the words are %+v", c)
	}
	if l.Table.Column("日期+时间") != nil || l.Pair == nil {
		t.Error("date and time are joined against the choice")
	}
	no := false
	kept := layouts{[]string{"日期", "时间", "处理时长", "评价", "心情"}, Layout{Kind: logkind.Chat, Apart: true}}
	if l = openOne(t, Options{Layouts: kept}, path); l.Table.Column("日期+时间") != nil {
		t.Error("that they stay apart is not remembered")
	}
	if l = openOne(t, Options{Layouts: kept, Apart: &no}, path); l.Table.Column("日期+时间") == nil {
		t.Error("joined again they are still apart")
	}
}
