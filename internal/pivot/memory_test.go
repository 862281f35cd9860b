package pivot

import (
	"context"
	"errors"
	"fmt"
	"math"
	"runtime"
	"strings"
	"testing"

	"tallyboard/internal/fault"
	"tallyboard/internal/lang"
	"tallyboard/internal/logkind"
	"tallyboard/internal/table"
)

func TestFaults(t *testing.T) {
	for text, code := range map[string]string{
		"--rows Typ":                            "pivot.column",
		"--where Tipe=A":                        "pivot.column",
		"--value sum:Amout":                     "pivot.column",
		"--rows @agent":                         "pivot.role",
		"--rows week:Type":                      "pivot.func",
		"--rows province:Amount":                "pivot.func",
		"--rows band=5:Type":                    "pivot.func",
		"--value sum:Type":                      "pivot.agg",
		"--value sum:Date":                      "pivot.agg",
		"--value share:Type":                    "pivot.agg",
		"--sort sum:Amount":                     "pivot.sort",
		"--where Amount>many":                   "pivot.filter.number",
		"--where Date>soon":                     "pivot.filter.time",
		"--value '[x]'":                         "pivot.value.ref",
		"--value 'x := [y]' --value 'y := [x]'": "pivot.value.circle",
		"--value 'first:Type / count'":          "pivot.value.words",
		"--value 'count{Color=red}'":            "pivot.column",
		"--rows Type --value prev(count)":       "pivot.compare.period",
		"--rows week:Date --cols month:Date --value prev(count)": "pivot.compare.levels",
		"--where Date=2024 --value prev(prev(count))":            "pivot.value",
		"--where Sub^some":                         "pivot.filter",
		"--rows Type --cols 'no such' --show row%": "pivot.column",
	} {
		spec, err := ParseSpec(text)
		if err != nil {
			t.Fatal(err)
		}
		_, err = Memory().Run(context.Background(), shopLog(), spec)
		if !fault.Is(err, code) {
			t.Errorf("%s: got %v, want the fault %s", text, err, code)
			continue
		}
		for _, l := range lang.All {
			if s := fault.Say(err, l); strings.ContainsAny(s, "‹%!") {
				t.Errorf("%s: says %q", text, s)
			}
		}
	}
	_, err := Memory().Run(context.Background(), shopLog(), Spec{Rows: []Dim{{Column: "Amont"}}})
	if s := fault.Say(err, lang.EN); !strings.Contains(s, `"Amont"`) || !strings.Contains(s, "Amount") {
		t.Errorf("an unknown column says %q, want it and the closest header", s)
	}
}

func TestClosest(t *testing.T) {
	tab := table.New(table.TextColumn("买家实际支付金额", nil), table.TextColumn("总金额", nil), table.TextColumn("Satisfaction rating", nil), table.TextColumn("Date", nil))
	for name, want := range map[string]string{"实际支付金额": "买家实际支付金额", "satisfaction": "Satisfaction rating", "dat": "Date", "金额": "总金额"} {
		if got := Closest(tab, name, 1); len(got) != 1 || got[0] != want {
			t.Errorf("closest to %q is %q, want %q", name, got, want)
		}
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Memory().Run(ctx, shopLog(), Spec{}); !errors.Is(err, context.Canceled) {
		t.Errorf("Run gives %v, want the context's error", err)
	}
	if _, err := Memory().Behind(ctx, shopLog(), Spec{}, nil, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("Behind gives %v, want the context's error", err)
	}
}

func TestTooBig(t *testing.T) {
	nums := make([]float64, 5000)
	for i := range nums {
		nums[i] = float64(i)
	}
	log := &logkind.Log{Table: table.New(table.NumColumn("a", table.Number, nums), table.NumColumn("b", table.Number, nums))}
	_, err := Memory().Run(context.Background(), log, Spec{Rows: []Dim{{Column: "a"}}, Cols: []Dim{{Column: "b"}}})
	if !fault.Is(err, "pivot.toobig") {
		t.Errorf("25 million cells: got %v, want the fault pivot.toobig", err)
	}
}

func TestBehindByText(t *testing.T) {
	spec := Spec{Rows: []Dim{{Column: "Date", Func: Week}}, Cols: []Dim{{Column: "Type"}}}
	for _, c := range []struct {
		row, col []Label
		want     string
	}{
		{nil, nil, "[0 1 2 3 4 5 6 7 8 9]"},
		{[]Label{{Text: "2024-01-22", Num: math.NaN()}}, nil, "[5 6 7 8 9]"},
		{nil, []Label{{Missing: true}}, "[6]"},
		{[]Label{{Text: "2024-01-08", Num: math.NaN()}}, []Label{{Text: "B"}}, "[3 4]"},
		{[]Label{{Text: "2024-01-15", Num: math.NaN()}}, nil, "[]"},
		{nil, []Label{{Text: "nobody"}}, "[]"},
		{nil, []Label{{Text: "A"}, {Text: "x"}}, "[]"},
	} {
		got, err := Memory().Behind(context.Background(), shopLog(), spec, c.row, c.col)
		if err != nil || fmt.Sprint(got) != c.want {
			t.Errorf("behind %v × %v: got %v, %v; want %v", c.row, c.col, got, err, c.want)
		}
	}
}

func TestSharesAndUnits(t *testing.T) {
	log := shopLog()
	log.Table.Column("Amount").Unit = "¥"
	for text, want := range map[string]string{
		"count":                   "number ratio=false unit=",
		"sum:Amount":              "number ratio=false unit=¥",
		"share:Done":              "number ratio=true unit=",
		"count{Done=是} / count":   "number ratio=true unit=",
		"count / distinct:Type":   "number ratio=false unit=",
		"sum:Amount / count":      "number ratio=false unit=¥",
		"sum:Amount / max:Amount": "number ratio=true unit=",
		"max:Date - min:Date":     "duration ratio=false unit=",
		"std:Date":                "duration ratio=false unit=",
		"max:Date":                "time ratio=false unit=",
		"first:Done":              "text ratio=false unit=",
		"100 * share:Done":        "number ratio=false unit=",
	} {
		v, err := ParseValue(text)
		if err != nil {
			t.Fatal(err)
		}
		r, err := Memory().Run(context.Background(), log, Spec{Values: []Value{v}})
		if err != nil {
			t.Fatal(err)
		}
		i := r.Values[0]
		if got := fmt.Sprintf("%s ratio=%v unit=%s", i.Type, i.Ratio, i.Unit); got != want {
			t.Errorf("%s: got %s, want %s", text, got, want)
		}
	}
}

func TestPartialPeriodsAreTold(t *testing.T) {
	for text, want := range map[string]string{
		"--where Date=2024-W02 --value count --value prev(count)":           "",
		"--where Date=2024-W04 --value prev(count) --value lastyear(count)": "2024-W04 2023-W04",
		"--where Date=2024-W04": "",
	} {
		spec, err := ParseSpec(text)
		if err != nil {
			t.Fatal(err)
		}
		r, err := Memory().Run(context.Background(), shopLog(), spec)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, w := range r.Warnings {
			got = append(got, w.Args[0].(string))
			for _, l := range lang.All {
				if s := w.Why(l); !strings.Contains(s, got[len(got)-1]) || strings.ContainsAny(s, "‹%") {
					t.Errorf("%s: says %q", text, s)
				}
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: partial are %v, want %q", text, got, want)
		}
	}
}

// What was made of a column goes with the column.
func TestCacheDropsWithColumn(t *testing.T) {
	k := newCache()
	func() {
		c := table.NumColumn("t", table.Time, make([]float64, 100_000))
		k.coding(c, Dim{Func: Week})
		k.coding(c, Dim{Func: Month})
	}()
	for range 100 {
		runtime.GC()
		runtime.Gosched()
		k.mu.Lock()
		n, bytes := len(k.entries), k.bytes
		k.mu.Unlock()
		if n == 0 && bytes == 0 {
			return
		}
	}
	t.Errorf("%d entries and %d bytes are left of a column that is gone", len(k.entries), k.bytes)
}

func TestCacheForgets(t *testing.T) {
	k := newCache()
	keep := make([]*table.Column, 0, 40)
	for range 40 {
		c := table.NumColumn("t", table.Time, make([]float64, 500_000)) // 2 MB of codes each
		keep = append(keep, c)
		if _, ok := k.coding(c, Dim{Func: Week}); !ok {
			t.Fatal("week does not fit a time")
		}
	}
	if k.bytes > maxCacheBytes || k.bytes < maxCacheBytes/2 {
		t.Errorf("the cache holds %d bytes, want up to %d", k.bytes, maxCacheBytes)
	}
	first, _ := k.coding(keep[39], Dim{Func: Week})
	if again, _ := k.coding(keep[39], Dim{Func: Week}); first != again {
		t.Error("the latest coding is made twice")
	}
	runtime.KeepAlive(keep)
}
