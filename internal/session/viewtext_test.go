package session

import (
	"reflect"
	"testing"

	"tallyboard/internal/chart"
	"tallyboard/internal/fault"
	"tallyboard/internal/library"
	"tallyboard/internal/pivot"
)

func TestViewAsTextComesBack(t *testing.T) {
	for _, text := range []string{
		"",
		"--rows 来电类型 --cols week:来电时间 --top 5",
		"--rows 来电类型 --chart donut --line mean",
		"--rows 来电类型 --line 0.85",
		"--rows week:来电时间 --chart line --zoom-from 2026-11-02 --zoom-to 2026-11-09",
		"--rows 来电类型 --rows 客服 --zoom-from 投诉 --zoom-from ''",
		"--rows 'a b' --chart line --note 'it'\\''s the 11th' --note-at week:来电时间=2026-11-09 --note-of count --note-place 0.250,0.500 --note 第二条",
	} {
		v, err := ParseView(text)
		if err != nil {
			t.Errorf("%s: %v", text, err)
			continue
		}
		if got := v.String(); got != text {
			t.Errorf("%s comes back as %s", text, got)
		}
		again, err := ParseView(v.String())
		if err != nil || !reflect.DeepEqual(again, v) {
			t.Errorf("%s is read as %+v and then as %+v", text, v, again)
		}
	}
	v, err := ParseView("--note Promo --note-at day:t=2026-11-11 --note-place .5,.25 --chart area")
	want := []library.Note{{At: []string{"day:t=2026-11-11"}, Text: "Promo", X: .5, Y: .25}}
	if err != nil || v.Chart != chart.Area || !reflect.DeepEqual(v.Notes, want) {
		t.Errorf("read as %+v, %v", v, err)
	}
}

func TestViewTextThatMakesNoSense(t *testing.T) {
	for text, code := range map[string]string{
		"--chart pie3d":                "session.viewtext",
		"--line best":                  "session.viewtext",
		"--note-at day:t=2026":         "session.viewtext",
		"--note a --note-place 3,4":    "session.viewtext",
		"--note a --note-of sum":       "session.viewtext",
		"--note a --note-what b":       "session.viewtext",
		"--frobnicate x":               "pivot.spec",
		"--rows":                       "pivot.spec",
		"just words":                   "pivot.spec",
		"--rows week:时间 --chart 'line": "pivot.spec",
	} {
		if _, err := ParseView(text); !fault.Is(err, code) {
			t.Errorf("%s: %v, want %s", text, err, code)
		}
	}
}

func TestTargetLine(t *testing.T) {
	s, l := start(t)
	opened(t, s, l, write(t, "10月客服.csv", calls))
	for text, want := range map[string]float64{"3": 3, "1,200": 1200, "80%": .8, "85％": .85, "1.5万": 15000, " 2k ": 2000, "-4": -4} {
		s.SetTargetLine(text)
		settled(t, s, l)
		if m := s.Chart().Marks; len(m) != 1 || m[0].Value != want {
			t.Errorf("%q draws %+v, want a line at %v", text, m, want)
		}
	}
	before := s.View().Line
	s.SetTargetLine("many")
	if !s.Notice().Bad || s.View().Line != before {
		t.Errorf("a word is taken for a number: %s", s.View().Line)
	}
	s.SetView(func(v *View) { v.Chart = chart.Donut })
	settled(t, s, l)
	if m := s.Chart().Marks; len(m) != 0 {
		t.Errorf("a ring has the lines %+v", m)
	}
}

// Every kind of step is undone and taken again, one by one.
func TestEveryStepIsUndone(t *testing.T) {
	s, l := start(t)
	opened(t, s, l, write(t, "10月客服.csv", calls))
	spec := func(text string) func(*View) {
		return func(v *View) { v.Spec, _ = pivot.ParseSpec(text) }
	}
	steps := []func(*View){
		spec("--rows 客服"), spec("--rows 客服 --rows 来电类型"), spec("--rows 客服 --cols week:来电时间"),
		spec("--rows 客服 --cols day:来电时间 --fill-time"), spec("--rows 客服 --value count --value share:是否解决"),
		spec("--rows 客服 --where 来电类型=投诉"), spec("--rows 客服 --show row%"), spec("--rows 客服 --top 1"), spec("--rows 客服 --cols 来电类型 --top-cols 1"),
		spec("--rows 客服 --sort value --desc"), spec("--rows 客服 --value 'count / count:备注'"),
		func(v *View) { v.Chart = chart.Donut },
		func(v *View) { v.Line = MeanLine },
		func(v *View) { v.Line = "12" },
		func(v *View) { v.Table.Wrap = true },
		func(v *View) { v.Table.NoTotalRow = true },
		func(v *View) { v.Notes = append(v.Notes, library.Note{At: []string{"客服=小王"}, Text: "新人"}) },
		func(v *View) { v.Notes[0].Text = "老手" },
		func(v *View) { v.Notes[0].X = .25 },
		func(v *View) { v.Notes = nil },
	}
	views := []string{s.View().String()}
	for i, step := range steps {
		s.SetView(step)
		if now := s.View().String(); now == views[i] {
			t.Fatalf("step %d changes nothing: %s", i, now)
		} else {
			views = append(views, now)
		}
	}
	for i := len(steps) - 1; i >= 0; i-- {
		if s.Undo(); s.View().String() != views[i] {
			t.Errorf("step %d is undone to %s, want %s", i, s.View(), views[i])
		}
	}
	for i := range steps {
		if s.Redo(); s.View().String() != views[i+1] {
			t.Errorf("step %d is taken again to %s, want %s", i, s.View(), views[i+1])
		}
	}
	settled(t, s, l)
	if s.CanRedo() {
		t.Error("there is more to take again")
	}
}
