package fault

import (
	"errors"
	"io/fs"
	"strings"
	"testing"

	"tallyboard/internal/lang"
)

func TestSayIsForPeople(t *testing.T) {
	e := Wrap(fs.ErrPermission, "internal", "x", "not used by the text")
	for _, l := range lang.All {
		if s := Say(e, l); strings.Contains(s, "%!") || strings.Contains(s, "permission") || strings.Contains(s, "‹") {
			t.Errorf("%s: %q", l, s)
		}
	}
	if !errors.Is(e, fs.ErrPermission) || !Is(e, "internal") || Is(fs.ErrPermission, "internal") {
		t.Error("the cause or the code is lost")
	}
	if s := Say(errors.New("panic: x\ngoroutine 1 [running]"), lang.EN); strings.Contains(s, "goroutine") {
		t.Errorf("a stack reaches the person: %q", s)
	}
}

func TestListCountsAllAndKeepsSome(t *testing.T) {
	var a, b List
	for range KeepPerKind + 7 {
		a.Add(Warning{Kind: "cell"})
	}
	b.Add(Warning{Kind: "cell", Count: 3})
	b.Add(Warning{Kind: "row"})
	b.Merge(a)
	if len(a.Items) != KeepPerKind || a.Total() != KeepPerKind+7 {
		t.Errorf("%d kept, %d counted", len(a.Items), a.Total())
	}
	if b.Counts["cell"] != KeepPerKind+10 || b.Counts["row"] != 1 {
		t.Errorf("merged counts %v", b.Counts)
	}
}
