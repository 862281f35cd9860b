package sheet

import (
	"errors"
	"io"
	"testing"
)

// broken is a stream that fails where it is first read, and would give rubbish
// to whoever read on.
type broken struct{ read int }

var errBroken = errors.New("broken")

func (b *broken) fill(out []byte, n int) (int, bool, error) {
	if b.read++; b.read == 1 {
		return n, false, errBroken
	}
	return n, true, nil
}

// Behind a fault a stream ends for all who take its pieces in turn.
func TestNobodyReadsOnBehindAFault(t *testing.T) {
	b := &broken{}
	s := &pieceStream{cutter: cutter{r: b, size: chunkSize, whole: func(b []byte) int { return len(b) }}}
	if _, _, err := s.next(t.Context(), &steps{over: true}); !errors.Is(err, errBroken) {
		t.Errorf("the first is told %v", err)
	}
	if _, _, err := s.next(t.Context(), &steps{over: true}); err != io.EOF || b.read != 1 {
		t.Errorf("the second is told %v after %d reads", err, b.read)
	}
}
