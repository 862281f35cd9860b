package explain

import (
	"math"

	"tallyboard/internal/display"
	"tallyboard/internal/lang"
)

// Summary is the whole difference in one line, where f is the value's format:
// 368 → 350,▼ −18(▼ −4.9%).
func (a *Answer) Summary(f display.Format, l lang.Lang) string {
	return l.T("explain.summary", f.Full(a.Before, l), f.Full(a.Now, l),
		display.ChangeAbs(a.Diff, f, l), display.Change(ratioOf(a.Diff, math.Abs(a.Before)), l))
}

// Line is the arithmetic of one part in words: from what to what, what that
// makes of the difference, and for a ratio how much comes from the member's own
// change and how much from its weight.
func (a *Answer) Line(c Column, p Part, f display.Format, l lang.Lang) string {
	name := c.Dim.Label(p.Label, l)
	effect, share := display.ChangeAbs(p.Effect, f, l), display.Format{Kind: display.Percent}.Full(p.Share, l)
	switch {
	case !a.Ratio:
		return l.T("explain.part", name, f.Full(orZero(p.Before), l), f.Full(orZero(p.Now), l), effect, share)
	case p.Label.Other:
		return l.T("explain.rest", name, effect, share)
	}
	weight := display.Format{Kind: display.Percent}
	return l.T("explain.ratio", name, f.Full(p.Before, l), f.Full(p.Now, l),
		weight.Full(p.WeightBefore, l), weight.Full(p.WeightNow, l),
		effect, display.ChangeAbs(p.Rate, f, l), display.ChangeAbs(p.Mix, f, l))
}

// ratioOf is a/b, nothing where b is zero.
func ratioOf(a, b float64) float64 {
	if b == 0 {
		return math.NaN()
	}
	return a / b
}
