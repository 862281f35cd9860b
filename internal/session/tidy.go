package session

import (
	"runtime/debug"
	"time"
)

// tidyAfter is how long the program must rest before it tidies up: loads and
// reports come in bursts.
const tidyAfter = time.Second

// tidyRows is the number of rows from which tidying up is worth its work.
const tidyRows = 100_000

// tidy gives the buffers of a load or a report back to the system, once, after
// the last of them. Without it the program of a person who looked at a year
// once keeps its peak for hours.
func (s *Session) tidy() {
	rows := 0
	for _, l := range s.logs {
		rows += l.Table.Rows
	}
	if rows < tidyRows {
		return
	}
	if s.tidying != nil {
		s.tidying.Stop()
	}
	s.tidying = time.AfterFunc(tidyAfter, debug.FreeOSMemory)
}
