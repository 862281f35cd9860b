package document

import (
	"context"
	"reflect"
	"strings"
	"testing"

	"tallyboard/internal/display"
	"tallyboard/internal/lang"
	"tallyboard/internal/logkind"
	"tallyboard/internal/pivot"
	"tallyboard/internal/table"
)

func TestLooksComeBackFromTheirText(t *testing.T) {
	for _, k := range []Look{
		{},
		{Subtotals: Below, NoTotalRow: true, Ground: Scale, Wrap: true, Freeze: 2},
		{Subtotals: NoSubtotals, NoTotalCol: true, Ground: NoGround, Widths: map[string]float64{"count @ 华东 > \"a b\"": 120, "label": 88}},
		{NoTotalRow: true, NoTotalCol: true, Ground: Bars, Standards: []Standard{{"share:已解决", .85, false}, {"mean:a >= b", -1.5, true}}},
	} {
		var back Look
		for _, f := range k.Flags() {
			if known, ok := back.Set(f.Name, f.Value); !known || !ok {
				t.Errorf("%s %q: known %v, read %v", f.Name, f.Value, known, ok)
			}
		}
		if !reflect.DeepEqual(back, k) {
			t.Errorf("%+v comes back as %+v", k, back)
		}
	}
	for _, bad := range []Flag{{"subtotals", "left"}, {"totals", "x"}, {"ground", ""}, {"freeze", "0"}, {"freeze", "x"}, {"width", "12"}, {"width", "-1 a"}, {"standard", "count"}, {"standard", "count >= x"}, {"wrap", "off"}} {
		var k Look
		if known, ok := k.Set(bad.Name, bad.Value); !known || ok {
			t.Errorf("%s %q is taken", bad.Name, bad.Value)
		}
	}
	if known, _ := new(Look).Set("chart", "bar"); known {
		t.Error("a flag of something else is taken")
	}
}

func tree(t *testing.T, spec string) *pivot.Result {
	t.Helper()
	log := &logkind.Log{Table: table.New(table.TextColumn("类型", []string{"a", "a", "a", "b"}), table.TextColumn("子类", []string{"x", "x", "y", "x"}),
		table.TextColumn("区", []string{"东", "西", "东", "东"}), table.NumColumn("额", table.Number, []float64{25000, 5000, 10000, -8000}))}
	s, err := pivot.ParseSpec(spec)
	if err != nil {
		t.Fatal(err)
	}
	r, err := pivot.Memory().Run(context.Background(), log, s)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func printed(t *Table) string {
	var b strings.Builder
	for _, r := range t.Rows {
		for j, c := range r.Cells {
			if j > 0 {
				b.WriteString(" ")
			}
			if c.Text != "" {
				b.WriteString(c.Text)
			} else {
				b.WriteString(t.Columns[j].Format.Full(c.Num, lang.ZH))
			}
		}
		b.WriteString("\n")
	}
	return b.String()
}

// What is exported has the lines, the order and the formats of the screen.
func TestTablesOfPivotsLookAsOnScreen(t *testing.T) {
	const spec = "--rows 类型 --rows 子类 --cols 区 --value 'sum:额 as 万' --sort 'value @ 东' --desc --first 类型=b --first 区=西"
	for _, c := range []struct {
		look Look
		want string
	}{
		{Look{}, "b – −0.8万 −0.8万\nx – −0.8万 −0.8万\na 0.5万 3.5万 4.0万\nx 0.5万 2.5万 3.0万\ny – 1.0万 1.0万\n合计 0.5万 2.7万 3.2万\n"},
		{Look{Subtotals: Below, NoTotalRow: true, NoTotalCol: true}, "b    \nx – −0.8万\nb 小计 – −0.8万\na    \nx 0.5万 2.5万\ny – 1.0万\na 小计 0.5万 3.5万\n"},
	} {
		got := FromPivot(tree(t, spec), lang.ZH, c.look, nil)
		if strings.Join(strings.Fields(printed(got)), " ") != strings.Join(strings.Fields(c.want), " ") {
			t.Errorf("%+v:\n%swant\n%s", c.look, printed(got), c.want)
		}
	}
	shaded := FromPivot(tree(t, spec), lang.ZH, Look{Ground: Scale}, nil)
	for j, c := range shaded.Columns[1:] {
		if leaf := j < 2; c.Scale != leaf || leaf && *c.Span != [2]float64{-8000, 25000} {
			t.Errorf("column %s: scale %v over %v", c.Title, c.Scale, c.Span)
		}
	}
	judged := FromPivot(tree(t, spec), lang.ZH, Look{Standards: []Standard{{"sum:额", 10000, false}}}, nil)
	if a, b := judged.Rows[4].Cells[2].Tone, judged.Rows[1].Cells[2].Tone; a != Good || b != Bad {
		t.Errorf("10000 and -8000 against 10000 are %v and %v", a, b)
	}
	if f := judged.Columns[1].Format; f.Style != display.Wan {
		t.Errorf("the format is %+v", f)
	}
}

// What is folded on screen is exported as its sum.
func TestFoldedMembersAreTheirSum(t *testing.T) {
	r := tree(t, "--rows 类型 --rows 子类 --cols 区 --cols 子类 --value count")
	fold := map[string]bool{PathKey([]pivot.Label{{Text: "a"}}): true}
	cols := map[string]bool{PathKey([]pivot.Label{{Text: "东"}}): true}
	got := printed(FromPivot(r, lang.ZH, Look{Subtotals: Below, Folded: fold, FoldedCols: cols}, nil))
	want := "a 2 1 1 3\nb     \nx 1 0 0 1\nb 小计 1 0 0 1\n合计 3 1 1 4\n"
	if strings.Join(strings.Fields(got), " ") != strings.Join(strings.Fields(want), " ") {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}
