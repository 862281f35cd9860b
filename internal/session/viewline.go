package session

import (
	"strconv"
	"strings"

	"tallyboard/internal/chart"
	"tallyboard/internal/fault"
)

// Target is the number of a line that is one; ok is false for other lines.
func (l Line) Target() (v float64, ok bool) {
	v, err := strconv.ParseFloat(string(l), 64)
	return v, err == nil && v-v == 0
}

// SetTargetLine draws a line at a number as a person types it: 1,200, 80%, 1.5万.
// One that is no number is told.
func (s *Session) SetTargetLine(text string) {
	v, ok := typedNumber(text)
	if !ok {
		s.note(fault.New("session.target", text))
		return
	}
	s.SetView(func(x *View) { x.Line = Line(strconv.FormatFloat(v, 'f', -1, 64)) })
}

// typedNumber reads a number with a sign of its size behind it.
func typedNumber(text string) (v float64, ok bool) {
	text = strings.NewReplacer(",", "", "，", "", "％", "%", " ", "").Replace(text)
	times := 1.0
	for sign, t := range map[string]float64{"%": .01, "万": 1e4, "k": 1e3} {
		if rest, found := strings.CutSuffix(text, sign); found {
			text, times = rest, t
		}
	}
	v, err := strconv.ParseFloat(text, 64)
	return v * times, err == nil && v-v == 0
}

// line is the reference line of a view.
func (s *Session) line(c *chart.Chart, l *logState, v View) (m chart.Mark, ok bool) {
	if !c.TakesLines() {
		return m, false
	}
	switch v.Line {
	case MeanLine:
		return c.MeanMark(s.Lang())
	case GoalLine:
		if goal := goalOf(s.judges(l, v)); goal == goal {
			return chart.Mark{Value: goal, Label: s.T("explore.line.goal", c.Format.Full(goal, s.Lang())), Tone: chart.Good}, true
		}
	}
	if t, ok := v.Line.Target(); ok {
		return chart.Mark{Value: t, Label: s.T("explore.line.target", c.Format.Full(t, s.Lang())), Tone: chart.Good}, true
	}
	return chart.Mark{}, false
}
