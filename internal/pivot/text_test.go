package pivot

import (
	"reflect"
	"strings"
	"testing"

	"tallyboard/internal/display"
)

func TestDimText(t *testing.T) {
	for text, want := range map[string]Dim{
		"Topic":              {Column: "Topic"},
		" week:Date ":        {Column: "Date", Func: Week},
		"week: Date":         {Column: "Date", Func: Week},
		"hour:@time":         {Column: "@time", Func: Hour},
		"band=2.5:Amount":    {Column: "Amount", Func: Band, Width: 2.5},
		"省/自治区":              {Column: "省/自治区"},
		"Answered (Y/N)":     {Column: "Answered (Y/N)"},
		"time: of day":       {Column: "time: of day"},
		`"hour:Date"`:        {Column: "hour:Date"},
		`week:"a \"b\" c"`:   {Column: `a "b" c`, Func: Week},
		`5" pipe`:            {Column: `5" pipe`},
		`"two\nlines"`:       {Column: "two\nlines"},
		"band=x:Amount":      {Column: "band=x:Amount"},
		"month:year:Quarter": {Column: "year:Quarter", Func: Month},
	} {
		got, err := ParseDim(text)
		if err != nil || got != want {
			t.Errorf("ParseDim(%q) = %+v, %v; want %+v", text, got, err, want)
		}
	}
	for _, text := range []string{"", "  ", "week:", `"open`, `"a" b`, "band:Amount"} {
		if got, err := ParseDim(text); err == nil && got.Column != text {
			t.Errorf("ParseDim(%q) = %+v, want an error", text, got)
		}
	}
}

func TestValueText(t *testing.T) {
	over := func(v, o Value) Value { v.Over = &o; return v }
	calc := func(a Value, op byte, b Value) Value { return Value{Calc: &Calc{op, a, b}} }
	sum := func(c string) Value { return Value{Agg: Sum, Column: c} }
	count := Value{Agg: Count}
	for text, want := range map[string]Value{
		"count":                    count,
		"count:Order ID":           {Agg: Count, Column: "Order ID"},
		"mean:Satisfaction rating": {Agg: Mean, Column: "Satisfaction rating"},
		"p90:x":                    {Agg: Pct, P: 90, Column: "x"},
		"p99.9:x":                  {Agg: Pct, P: 99.9, Column: "x"},
		"sum:a / count":            over(sum("a"), count),
		"sum:省/自治区":                sum("省/自治区"),
		"sum:a / b":                sum("a / b"), // b is no value, so it belongs to the header
		"sum:订单 - 金额 / count":      over(sum("订单 - 金额"), count),
		"sum:总金额(元) / sum:数量(件)":   over(sum("总金额(元)"), sum("数量(件)")),
		"(sum:a - sum:b) / count":  over(calc(sum("a"), '-', sum("b")), count),
		"(sum:a (元)) / count":      over(sum("a (元)"), count),
		"sum:a - sum:b / count":    calc(sum("a"), '-', over(sum("b"), count)),
		"sum:a / count / count":    calc(over(sum("a"), count), '/', count),
		"sum:a / (count / count)":  over(sum("a"), over(count, count)),
		"100 * share:y":            calc(Value{Agg: Const, P: 100}, '*', Value{Agg: Share, Column: "y"}),
		"[解决率] * [a b]":            calc(Value{Agg: Ref, Column: "解决率"}, '*', Value{Agg: Ref, Column: "a b"}),
		"解决率 := share:@resolved":   {Agg: Share, Column: "@resolved", Name: "解决率"},
		"count{type=投诉|退款}{day:时间>=2024-01-02} / count": over(Value{Agg: Count, Where: []Filter{
			{Column: "type", Op: Eq, Values: []string{"投诉", "退款"}},
			{Column: "时间", Func: Day, Op: Ge, Values: []string{"2024-01-02"}}}}, count),
		"(count - prev(count)) / prev(count)": count.Change(Before),
		"lastyear(sum:a) / count":             over(sum("a").In(YearBefore), count),
		"sum:a - prev(b)":                     sum("a - prev(b)"),
		"金额 := sum:a / count as 万":            {Agg: Sum, Column: "a", Over: &count, Name: "金额", As: display.Wan},
		"mean:通话 as h:mm:ss":                  {Agg: Mean, Column: "通话", As: display.HMS},
		"sum:paid as is":                      sum("paid as is"),
		`sum:"paid as 0"`:                     sum("paid as 0"),
		`sum:"a / count"`:                     sum("a / count"),
		`sum:"{x}"{y="}"}`: {Agg: Sum, Column: "{x}", Where: []Filter{
			{Column: "y", Op: Eq, Values: []string{"}"}}}},
	} {
		got, err := ParseValue(text)
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("ParseValue(%q) = %+v, %v; want %+v", text, got, err, want)
			continue
		}
		again, err := ParseValue(got.String())
		if err != nil || !reflect.DeepEqual(again, got) {
			t.Errorf("%q is written %q, which reads %+v, %v", text, got, again, err)
		}
	}
	for _, text := range []string{"", "Amount", "sum", "sum:", "total:a", "p101:a", "p:a", "count / ", "(count", "count)", "count count",
		"[", "[]", "sum:a{", ":= count", "mean", strings.Repeat("(", 500) + "count"} {
		if got, err := ParseValue(text); err == nil {
			t.Errorf("ParseValue(%q) = %+v, want an error", text, got)
		}
	}
}

func TestFilterText(t *testing.T) {
	for text, want := range map[string]Filter{
		"Topic=Streaming":       {Column: "Topic", Op: Eq, Values: []string{"Streaming"}},
		"Topic = A | B":         {Column: "Topic", Op: Eq, Values: []string{"A", "B"}},
		"备注!=":                  {Column: "备注", Op: Ne, Values: []string{""}},
		"a>=10":                 {Column: "a", Op: Ge, Values: []string{"10"}},
		"a<10":                  {Column: "a", Op: Lt, Values: []string{"10"}},
		"备注~退款|催":               {Column: "备注", Op: Contains, Values: []string{"退款", "催"}},
		`"a=b"="c|d"`:           {Column: "a=b", Op: Eq, Values: []string{"c|d"}},
		"month:Date=2021-01":    {Column: "Date", Func: Month, Op: Eq, Values: []string{"2021-01"}},
		"band=10:Amount=20":     {Column: "Amount", Func: Band, Width: 10, Op: Eq, Values: []string{"20"}},
		"@time>=2021-01-04 9:0": {Column: "@time", Op: Ge, Values: []string{"2021-01-04 9:0"}},
	} {
		got, err := ParseFilter(text)
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("ParseFilter(%q) = %+v, %v; want %+v", text, got, err, want)
		}
	}
	for _, text := range []string{"", "Topic", "=a", `"a`, `"a" b=c`, `a="b" c`} {
		if got, err := ParseFilter(text); err == nil {
			t.Errorf("ParseFilter(%q) = %+v, want an error", text, got)
		}
	}
}

func TestSpecText(t *testing.T) {
	text := `--rows week:Date --rows 'Answered (Y/N)' --cols Agent --value 'mean:Satisfaction rating' --value 'it'\''s := count' ` +
		`--where 'Topic=A|B' --show row% --top 5 --top-cols 3 --sort 'value @ "Ann > Bo" > ""' --desc ` +
		`--order 'week:Date by desc count @ *' --first 'Agent=Ann|"B|o"' --order 'Agent by it'\''s' --fill-time`
	s, err := ParseSpec(text)
	if err != nil {
		t.Fatal(err)
	}
	if got := s.String(); got != text {
		t.Errorf("reads and writes as\n%s, want\n%s", got, text)
	}
	for _, bad := range []string{"rows Topic", "--rows", "--rows 'open", "--color red", "--show huge", "--top none", "--top 0", "--desc=1",
		"--rows a --order a", "--rows a --order 'a by'", "--rows a --order 'b by label'", "--rows a --first 'a!=x'", "--first a=x"} {
		if s, err := ParseSpec(bad); err == nil {
			t.Errorf("ParseSpec(%q) = %+v, want an error", bad, s)
		}
	}
}

// FuzzText holds that whatever can be read is written in a form that reads the
// same, for each of the text forms.
func FuzzText(f *testing.F) {
	for _, s := range []string{"week:Date", `band=1e3:"x:y"`, "a{b}=c", `"a b"!=x|"y|z"|`, "sum:a (b / count", "x := (count + 2) * [a] / p9:b{c~d}{e=}",
		"sum:a \u00a0 / count", "sum:\"\\xff\"", "count - -1", "mean:a) - b / count", "sum:a / b / count", "day:hour:x>=1", `a=""|""`, "--rows 'a b' --desc", "--value=count", "prev(sum:a / lastyear(count) - 1) * p5:b", "a^5|count{b^-1}", "sum:a as 万", "--rows a --order 'a by desc x' --first 'a=\"\"'"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if d, err := ParseDim(s); err == nil {
			if again, err := ParseDim(d.String()); err != nil || again != d {
				t.Errorf("dim %q: %+v is written %q, which reads %+v, %v", s, d, d, again, err)
			}
		}
		if v, err := ParseValue(s); err == nil {
			if again, err := ParseValue(v.String()); err != nil || !reflect.DeepEqual(again, v) {
				t.Errorf("value %q: %+v is written %q, which reads %+v, %v", s, v, v, again, err)
			}
		}
		if x, err := ParseFilter(s); err == nil {
			if again, err := ParseFilter(x.String()); err != nil || !reflect.DeepEqual(again, x) {
				t.Errorf("filter %q: %+v is written %q, which reads %+v, %v", s, x, x, again, err)
			}
		}
		if p, err := ParseSpec(s); err == nil {
			if again, err := ParseSpec(p.String()); err != nil || !reflect.DeepEqual(again, p) {
				t.Errorf("spec %q: %+v is written %q, which reads %+v, %v", s, p, p, again, err)
			}
		}
	})
}

// FuzzColumn holds the same for any header and any value of a filter.
func FuzzColumn(f *testing.F) {
	for _, s := range []string{"a", "hour:a", "band=1:a", " a", "a / count", "a) / count", "((", "{", `"`, "'", "a := b", "a=b|c", "[x]", "\xff", "a\nb", "-", "=", "@", "--rows"} {
		f.Add(s, s)
	}
	f.Fuzz(func(t *testing.T, col, val string) {
		if col == "" {
			return
		}
		for _, d := range []Dim{{Column: col}, {Column: col, Func: Week}, {Column: col, Func: Band, Width: .1}} {
			if again, err := ParseDim(d.String()); err != nil || again != d {
				t.Errorf("%+v is written %q, which reads %+v, %v", d, d, again, err)
			}
			filter := Filter{Column: col, Func: d.Func, Width: d.Width, Op: Ne, Values: []string{val, col}}
			if again, err := ParseFilter(filter.String()); err != nil || !reflect.DeepEqual(again, filter) {
				t.Errorf("%+v is written %q, which reads %+v, %v", filter, filter, again, err)
			}
			a, b := Value{Agg: Sum, Column: col, Where: []Filter{filter}}, Value{Agg: Ref, Column: col}
			v := Value{Calc: &Calc{'*', Value{Agg: Median, Column: col, Over: &a}, Value{Calc: &Calc{'-', a, b}}}, Name: col}
			if again, err := ParseValue(v.String()); err != nil || !reflect.DeepEqual(again, v) {
				t.Errorf("%+v is written %q, which reads %+v, %v", v, v, again, err)
			}
			s := Spec{Rows: []Dim{d}, Values: []Value{v}, Where: []Filter{filter}, SortBy: val,
				Orders: []Order{{Dim: d, First: []string{col, val}, By: SortKey("value", []Label{{Text: col}, {Text: val, Missing: val == ""}}), Desc: val > col}}}
			if value, path, ok := cutPath(s.Orders[0].By); !ok || value != "value" || path[0].Text != col || path[1].Text != val || path[1].Missing != (val == "") {
				t.Errorf("%q names %q %v, %v", s.Orders[0].By, value, path, ok)
			}
			if again, err := ParseSpec(s.String()); err != nil || !reflect.DeepEqual(again, s) {
				t.Errorf("%+v is written %q, which reads %+v, %v", s, s, again, err)
			}
		}
	})
}
