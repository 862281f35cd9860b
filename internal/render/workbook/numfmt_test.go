package workbook

import (
	"testing"

	"tallyboard/internal/display"
)

func TestNumberFormatsOfStyles(t *testing.T) {
	count, money := display.Format{Kind: display.Count}, display.Format{Kind: display.Money, Decimals: 2}
	for _, c := range []struct {
		f    display.Format
		want string
	}{
		{count.In(display.Whole), "#,##0"},
		{count.In(display.Hundredths), "#,##0.00"},
		{count.In(display.Wan), `0\.0,"万";-0\.0,"万"`},
		{money.In(display.Wan), `"¥"0\.0,"万";-"¥"0\.0,"万"`},
		{count.In(display.Kilo), `[>=999950]0.0,,"M";[>=1000]0.0,"k";#,##0`},
		{count.In(display.Percentage), "0.0%"},
		{count.In(display.Yuan), `"¥"#,##0.00;-"¥"#,##0.00`},
		{count.In(display.HMS), "[h]:mm:ss"},
	} {
		if got := code(c.f, false); got != c.want {
			t.Errorf("%+v is the number format %s, want %s", c.f, got, c.want)
		}
	}
}

func TestMarksStandInEverySection(t *testing.T) {
	for in, want := range map[string]string{
		"0.0%":             `"✓ "0.0%;"✓ "-0.0%`,
		`"¥"0;-"¥"0`:       `"✓ ""¥"0;"✓ "-"¥"0`,
		`[>=1000]0,"k";0`:  `[>=1000]"✓ "0,"k";"✓ "0`,
		`0"a;b"`:           `"✓ "0"a;b"`,
		"[h]:mm:ss":        `"✓ "[h]:mm:ss`,
		`[<5][>=1]0.0;[h]`: `[<5][>=1]"✓ "0.0;"✓ "[h]`,
	} {
		if got := marked(in, "✓ "); got != want {
			t.Errorf("%s becomes %s, want %s", in, got, want)
		}
	}
}
