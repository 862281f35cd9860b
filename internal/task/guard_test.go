package task

import (
	"errors"
	"strings"
	"sync/atomic"
	"testing"
)

func TestGuardKeepsErrors(t *testing.T) {
	want := errors.New("no such file")
	if err := Guard(func() error { return want }); err != want {
		t.Errorf("err = %v, want it as it is", err)
	}
	if err := Guard(func() error { return nil }); err != nil {
		t.Errorf("err = %v, want none", err)
	}
}

// A panic on one of several goroutines reaches the one that waits for them, with
// the stack of where it happened, after the others have ended.
func TestPanicTogetherReachesTheCaller(t *testing.T) {
	var ran atomic.Int32
	err := Guard(func() error {
		Together(4, func(i int) {
			ran.Add(1)
			if i == 2 {
				breakDown()
			}
		})
		return nil
	})
	if !errors.Is(err, ErrPanic) || !strings.Contains(err.Error(), "bad row") || !strings.Contains(err.Error(), "breakDown") {
		t.Errorf("err = %v, want the panic and its stack", err)
	}
	if strings.Count(err.Error(), "\ngoroutine ") != 1 {
		t.Errorf("more stacks than one: %v", err)
	}
	if ran.Load() != 4 {
		t.Errorf("%d of 4 ran", ran.Load())
	}
}

func breakDown() { panic("bad row") }
