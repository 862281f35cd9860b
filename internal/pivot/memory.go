package pivot

import (
	"context"

	"tallyboard/internal/logkind"
)

// Memory is the engine over tables in this process. It may be shared and used
// from several goroutines.
func Memory() Engine { return memory{} }

type memory struct{}

func (memory) Run(ctx context.Context, log *logkind.Log, spec Spec) (*Result, error) {
	panic("pivot: the in-memory engine is being written")
}

func (memory) Behind(ctx context.Context, log *logkind.Log, spec Spec, row, col []Label) ([]int, error) {
	panic("pivot: the in-memory engine is being written")
}
