package sheet

import "io"

var cfbMagic = []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")

type compound struct{}

func openCompound(io.ReaderAt, int64) (*compound, error) { return nil, errDamaged }
