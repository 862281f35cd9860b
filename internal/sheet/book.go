package sheet

// Info describes one sheet of a file before it is read.
type Info struct {
	Name   string
	Hidden bool
}

// Options say how a file is to be read.
type Options struct {
	Password string // of an encrypted workbook
	// Progress, if set, is called now and then from any goroutine with the
	// bytes done and in all.
	Progress func(done, total int64)
	Workers  int // parsing goroutines; 0 means one per processor
}
