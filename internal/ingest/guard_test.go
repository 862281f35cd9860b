package ingest

import (
	"errors"
	"testing"

	"tallyboard/internal/task"
)

// A fault of the program in one column ends the reading, not the program.
func TestPanicInAColumnIsAnError(t *testing.T) {
	path := csvFile(t, "a.csv", "客服,时长\n小王,12\n小李,7\n")
	_, _, err := Open(t.Context(), []string{path}, Options{Progress: func(done, total int64) {
		if done > total*readSteps/steps {
			panic("out of range")
		}
	}})
	if !errors.Is(err, task.ErrPanic) {
		t.Errorf("err = %v, want the panic", err)
	}
}
