package pivot

import (
	"math"
	"strings"

	"tallyboard/internal/display"
	"tallyboard/internal/lang"
	"tallyboard/internal/table"
)

// Format is how the numbers of a value are shown, under a way to show them.
func (v ValueInfo) Format(show Show) display.Format {
	switch show {
	case RowShare, ColShare, AllShare, ParShare:
		return display.Format{Kind: display.Percent, Decimals: 1}
	case DiffShare:
		return display.Format{Kind: display.Percent, Decimals: 1, Signed: true}
	case Rank:
		return display.Format{Kind: display.Count}
	case Index:
		return display.Format{Kind: display.Decimal, Decimals: 2}
	}
	f := v.own().In(v.As)
	f.Signed = show == Diff || v.isChange()
	return f
}

// isChange reports whether the value is a difference from another period, or a
// share of such.
func (v ValueInfo) isChange() bool {
	c := v.Calc
	return c != nil && c.Op == '-' && c.B.Calc != nil && (c.B.Calc.Op == Before || c.B.Calc.Op == YearBefore)
}

// own is the format of the numbers themselves.
func (v ValueInfo) own() display.Format {
	switch {
	case v.Type == table.Text:
		return display.Format{Kind: display.Text}
	case v.Ratio:
		return display.Format{Kind: display.Percent, Decimals: 1}
	case v.Value.simple() == Count || v.Value.simple() == Distinct || v.Whole && v.Type == table.Number && v.Unit == "":
		return display.Format{Kind: display.Count}
	}
	switch v.Type {
	case table.Time:
		return display.Format{Kind: display.DateTime}
	case table.Clock:
		return display.Format{Kind: display.Clock}
	case table.Duration:
		return display.Format{Kind: display.Duration}
	}
	switch v.Unit {
	case "¥", "￥", "元", "$", "€", "£":
		return display.Format{Kind: display.Money, Decimals: 2, Unit: v.Unit}
	case "s":
		return display.Format{Kind: display.Duration}
	}
	if v.Whole {
		return display.Format{Kind: display.Decimal, Unit: v.Unit}
	}
	return display.Format{Kind: display.Decimal, Decimals: 2, Unit: v.Unit}
}

// Label is the text of a member of the dimension for people.
func (d DimInfo) Label(m Label, l lang.Lang) string {
	if word := m.word(l); word != "" {
		return word
	}
	return display.Label(string(d.Func), m.Text, m.Num, d.Width, l)
}

// FullLabel is Label with everything said: year and weekday of a date.
func (d DimInfo) FullLabel(m Label, l lang.Lang) string {
	if word := m.word(l); word != "" {
		return word
	}
	return display.FullLabel(string(d.Func), m.Text, m.Num, d.Width, l)
}

// word is what stands for a member without a value of its own, else "".
func (m Label) word(l lang.Lang) string {
	switch {
	case m.Other:
		return display.Other(l)
	case m.Missing:
		return display.Blank(l)
	}
	return ""
}

// LevelLabels gives, for every leaf of the axis, the text of its member on one
// level.
func (a Axis) LevelLabels(level int, l lang.Lang) []string {
	return a.LabelsOf(a.Leaves(), level, l)
}

// LabelsOf gives the texts of the members of some leaves on one level: time
// labels carry the year where those leaves span several.
func (a Axis) LabelsOf(leaves []int, level int, l lang.Lang) []string {
	d := a.Dims[level]
	texts, nums := make([]string, len(leaves)), make([]float64, len(leaves))
	for i, leaf := range leaves {
		m := a.Members[leaf].Path[level]
		texts[i], nums[i] = m.Text, m.Num
		if m.Other || m.Missing {
			nums[i] = math.NaN()
		}
	}
	out := display.Labels(string(d.Func), texts, nums, d.Width, l)
	for i, leaf := range leaves {
		if word := a.Members[leaf].Path[level].word(l); word != "" {
			out[i] = word
		}
	}
	return out
}

// PathText joins the labels of a member: 投诉 · 物流. The grand total is the
// word for it.
func (a Axis) PathText(m Member, l lang.Lang) string {
	if len(m.Path) == 0 {
		return l.T("pivot.total")
	}
	words := make([]string, len(m.Path))
	for i, p := range m.Path {
		words[i] = a.Dims[i].Label(p, l)
	}
	return strings.Join(words, " · ")
}
