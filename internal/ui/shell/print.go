package shell

import (
	"os"
	"path/filepath"
)

// AskPrint makes the pages and hands them to the system's PDF program, which
// prints them.
func (sh *Shell) AskPrint() {
	dir := filepath.Join(sh.s.Library().Path(), "print")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return
	}
	path := filepath.Join(dir, "print.pdf")
	if sh.front == "reports" {
		sh.s.ExportReport(path)
		return
	}
	sh.s.ExportView(path)
}
