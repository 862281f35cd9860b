package sheet

import (
	"encoding/binary"
	"io"
	"strings"
	"unicode/utf16"
)

// compound is an OLE compound file ([MS-CFB]): a small file system that .xls
// and encrypted workbooks are wrapped in.
type compound struct {
	data       []byte
	sector     int // size of a sector
	mini       int // size of a sector of the mini stream
	cutoff     int // streams shorter than this stand in the mini stream
	fat        []uint32
	miniFat    []uint32
	miniStream []byte
	entries    []cfbEntry
}

type cfbEntry struct {
	name  string
	start uint32
	size  int
}

var cfbMagic = []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")

const (
	cfbLast   = 0xfffffffa // sector numbers from here on are marks
	maxCFB    = 1 << 30
	cfbHeader = 512
)

func openCompound(r io.ReaderAt, size int64) (*compound, error) {
	if size > maxCFB {
		return nil, errTooBig
	}
	if size < cfbHeader {
		return nil, errCutOff
	}
	c := &compound{data: make([]byte, size)}
	if n, err := r.ReadAt(c.data, 0); n < len(c.data) {
		return nil, err
	}
	le := binary.LittleEndian
	d := c.data
	shift, miniShift := le.Uint16(d[30:]), le.Uint16(d[32:])
	if shift != 9 && shift != 12 || miniShift != 6 {
		return nil, errDamaged
	}
	c.sector, c.mini, c.cutoff = 1<<shift, 1<<miniShift, int(le.Uint32(d[56:]))
	if err := c.readFAT(); err != nil {
		return nil, err
	}
	dir, err := c.chain(le.Uint32(d[48:]), len(d))
	if err != nil {
		return nil, err
	}
	for o := 0; o+128 <= len(dir); o += 128 {
		c.entry(dir[o:][:128])
	}
	if c.miniFat, err = c.sectorNumbers(le.Uint32(d[60:])); err != nil {
		return nil, err
	}
	return c, nil
}

// at gives a sector; the last one of a file may be cut short.
func (c *compound) at(i uint32) ([]byte, error) {
	o := (int(i) + 1) * c.sector
	if o >= len(c.data) {
		return nil, errCutOff
	}
	return c.data[o:min(len(c.data), o+c.sector)], nil
}

// readFAT gathers the table of all sectors, whose own sectors are listed in
// the header and in a chain of list sectors.
func (c *compound) readFAT() error {
	le := binary.LittleEndian
	add := func(list []byte) error {
		for ; len(list) >= 4; list = list[4:] {
			i := le.Uint32(list)
			if i >= cfbLast {
				continue
			}
			b, err := c.at(i)
			if err != nil {
				return err
			}
			if len(c.fat)*4 > len(c.data) {
				return errDamaged
			}
			for ; len(b) >= 4; b = b[4:] {
				c.fat = append(c.fat, le.Uint32(b))
			}
		}
		return nil
	}
	if err := add(c.data[76:cfbHeader]); err != nil {
		return err
	}
	next := le.Uint32(c.data[68:])
	for n := 0; next < cfbLast; n++ {
		b, err := c.at(next)
		if err != nil {
			return err
		}
		if len(b) < c.sector || n > len(c.data)/c.sector {
			return errDamaged
		}
		if err := add(b[:c.sector-4]); err != nil {
			return err
		}
		next = le.Uint32(b[c.sector-4:])
	}
	return nil
}

// chain joins the sectors from start on, at most size bytes.
func (c *compound) chain(start uint32, size int) ([]byte, error) {
	var out []byte
	if size < len(c.data) {
		out = make([]byte, 0, size+c.sector)
	}
	for i := start; i < cfbLast && len(out) < size; i = c.fat[i] {
		b, err := c.at(i)
		if err != nil {
			return nil, err
		}
		// A chain that bites its tail would go on for ever.
		if int(i) >= len(c.fat) || len(out) > len(c.data) {
			return nil, errDamaged
		}
		out = append(out, b...)
	}
	return out[:min(len(out), size)], nil
}

func (c *compound) sectorNumbers(start uint32) ([]uint32, error) {
	b, err := c.chain(start, len(c.data))
	if err != nil {
		return nil, err
	}
	out := make([]uint32, len(b)/4)
	for i := range out {
		out[i] = binary.LittleEndian.Uint32(b[4*i:])
	}
	return out, nil
}

// entry adds a line of the directory: a stream, or the root, which holds the
// mini stream.
func (c *compound) entry(b []byte) {
	le := binary.LittleEndian
	n := min(int(le.Uint16(b[64:]))/2-1, 31)
	var name []uint16
	for i := range n {
		name = append(name, le.Uint16(b[2*i:]))
	}
	e := cfbEntry{string(utf16.Decode(name)), le.Uint32(b[116:]), int(le.Uint32(b[120:]))}
	switch b[66] {
	case 2:
		c.entries = append(c.entries, e)
	case 5:
		if m, err := c.chain(e.start, e.size); err == nil {
			c.miniStream = m // without it, the streams in it cannot be read
		}
	}
}

// has reports whether there is a stream of that name.
func (c *compound) has(name string) bool {
	for _, e := range c.entries {
		if strings.EqualFold(e.name, name) {
			return true
		}
	}
	return false
}

// stream reads the stream of that name.
func (c *compound) stream(name string) ([]byte, error) {
	for _, e := range c.entries {
		if !strings.EqualFold(e.name, name) {
			continue
		}
		if e.size >= c.cutoff {
			b, err := c.chain(e.start, e.size)
			if err == nil && len(b) < e.size {
				err = errCutOff
			}
			return b, err
		}
		var out []byte
		for i := e.start; i < cfbLast && len(out) < e.size; i = c.miniFat[i] {
			o := int(i) * c.mini
			if o >= len(c.miniStream) || int(i) >= len(c.miniFat) {
				return nil, errDamaged
			}
			out = append(out, c.miniStream[o:min(len(c.miniStream), o+c.mini)]...)
		}
		if len(out) < e.size {
			return nil, errDamaged
		}
		return out[:e.size], nil
	}
	return nil, errDamaged
}
