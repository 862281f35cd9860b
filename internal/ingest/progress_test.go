package ingest

import (
	"context"
	"strconv"
	"strings"
	"testing"
)

// Progress goes through reading and typing, never back, and ends at the end.
func TestProgressIsHonest(t *testing.T) {
	var b strings.Builder
	b.WriteString("客服,时长,日期,备注\n")
	for i := range 20000 {
		b.WriteString("小王," + strconv.Itoa(i%300) + ",2026-11-02,备注" + strconv.Itoa(i) + "\n")
	}
	first, second := csvFile(t, "a.csv", b.String()), csvFile(t, "b.csv", strings.ReplaceAll(b.String(), "备注,", "说明,"))
	var told []int64
	_, _, err := Open(t.Context(), []string{first, second, "no such file.csv"}, Options{Progress: func(done, total int64) {
		told = append(told, done*100/total)
	}})
	if err != nil {
		t.Fatal(err)
	}
	atTyping := 0
	for i, v := range told {
		if i > 0 && v < told[i-1] {
			t.Fatalf("progress goes back from %d%% to %d%%", told[i-1], v)
		}
		if v > readSteps*100/steps && v < 100 {
			atTyping++
		}
	}
	if last := told[len(told)-1]; last != 100 {
		t.Errorf("the end is %d%%", last)
	}
	if atTyping < 4 {
		t.Errorf("only %d steps are told while the columns are typed: %v", atTyping, told)
	}
}

func TestCancelStopsTyping(t *testing.T) {
	path := csvFile(t, "a.csv", "a,b,c,d\n"+strings.Repeat("x,1,2026-11-02,y\n", 5000))
	ctx, cancel := context.WithCancel(t.Context())
	stages := 0
	o := Options{Progress: func(done, total int64) {
		if done > readSteps {
			stages++
			cancel()
		}
	}}
	if logs, _, err := Open(ctx, []string{path}, o); err == nil || len(logs) > 0 {
		t.Errorf("%d logs after cancelling, %v", len(logs), err)
	}
	if stages > 2*columnStages {
		t.Errorf("%d more stages were done after cancelling", stages)
	}
}
