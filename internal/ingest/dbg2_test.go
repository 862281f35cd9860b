package ingest

import (
	"os"
	"testing"

	"tallyboard/internal/lang"
	"tallyboard/internal/logbook/sample"
)

func TestMkSample(t *testing.T) {
	if os.Getenv("MK") == "" {
		return
	}
	for _, l := range lang.All {
		s := sample.Small(l)
		dir := "/tmp/nasty/sample-" + string(l)
		os.MkdirAll(dir, 0o755)
		t.Log(s.Write(t.Context(), dir))
	}
}
