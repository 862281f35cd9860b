package sheet

import (
	"encoding/binary"
	"io"
)

// inflater unpacks a DEFLATE stream (RFC 1951) straight into the buffers of
// its caller: a 64-bit bit buffer, one look-up a symbol, matches copied by
// words. It does in less than half the time what a general-purpose reader
// with a window of its own does (docs/decisions), and unpacking is what bounds
// the reading of a workbook. Every access is checked by the language.
type inflater struct {
	r     io.Reader
	in    *[inSize + inSlack]byte // in[pos:n] is the input to come; inSlack zero bytes follow in[n-1] at the end
	pos   int
	n     int
	eof   bool
	buf   uint64 // the next bits of the input, lowest first
	bits  uint   // how many of them are valid
	block uint8  // what the present block is
	last  bool   // it is the last one
	left  int    // bytes left of a stored block
	lit   litTable
	dist  distTable
}

const (
	noBlock = iota
	storedBlock
	codedBlock
)

const (
	// window is how far back a match may reach, so how much of its output an
	// inflater must find before the end of it.
	window = 32 << 10
	// outSlack is the room behind the last byte of output that a match and the
	// overshoot of copying it by words may need.
	outSlack = 258 + 32
	inSize   = 64 << 10
	inSlack  = 32
)

func newInflater(r io.Reader) *inflater {
	return &inflater{r: r, in: new([inSize + inSlack]byte)}
}

// refill moves the rest of the input to the front and reads behind it. Whole
// bytes in the bit buffer are taken anew from there, lest a stored block give
// back bytes that are no longer in the input.
func (z *inflater) refill() error {
	if z.eof {
		return nil
	}
	z.pos -= int(z.bits / 8)
	z.bits %= 8
	z.buf &= 1<<z.bits - 1
	z.n = copy(z.in[:], z.in[z.pos:z.n])
	z.pos = 0
	for !z.eof && z.n < inSize {
		k, err := z.r.Read(z.in[z.n:inSize])
		z.n += k
		switch err {
		case nil:
		case io.EOF:
			z.eof = true
			clear(z.in[z.n : z.n+inSlack])
		default:
			return err
		}
	}
	return nil
}

// need takes k bits, at most 16.
func (z *inflater) need(k uint) (uint32, error) {
	for z.bits < k {
		if z.pos >= z.n {
			if err := z.refill(); err != nil {
				return 0, err
			}
			if z.pos >= z.n {
				return 0, errCutOff
			}
		}
		z.buf |= uint64(z.in[z.pos]) << z.bits
		z.pos++
		z.bits += 8
	}
	v := uint32(z.buf & (1<<k - 1))
	z.buf >>= k
	z.bits -= k
	return v, nil
}

// fill unpacks into out from n on, until fewer than outSlack bytes are free or
// the stream ends; out[:n] ends with the last window of what came before.
func (z *inflater) fill(out []byte, n int) (end int, done bool, err error) {
	limit := len(out) - outSlack
	for n < limit {
		switch z.block {
		case noBlock:
			if z.last {
				return n, true, nil
			}
			if err := z.header(); err != nil {
				return n, false, err
			}
		case storedBlock:
			if z.left == 0 {
				z.block = noBlock
				continue
			}
			if z.pos == z.n {
				if err := z.refill(); err != nil {
					return n, false, err
				}
				if z.pos == z.n {
					return n, false, errCutOff
				}
			}
			k := copy(out[n:min(limit, n+z.left)], z.in[z.pos:z.n])
			n, z.pos, z.left = n+k, z.pos+k, z.left-k
		case codedBlock:
			if z.n-z.pos < inSlack {
				if err := z.refill(); err != nil {
					return n, false, err
				}
			}
			if n, err = z.decode(out, n, limit); err != nil {
				return n, false, err
			}
			if z.pos-int(z.bits/8) > z.n {
				return n, false, errCutOff
			}
		}
	}
	return n, z.last && z.block == noBlock, nil
}

// header reads the start of a block and builds its tables.
func (z *inflater) header() error {
	v, err := z.need(3)
	if err != nil {
		return err
	}
	z.last = v&1 != 0
	switch v >> 1 {
	case 0:
		return z.storedHeader()
	case 1:
		z.block = codedBlock
		buildTable(z.lit[:], litBits, fixedLit[:], litSymbols[:])
		buildTable(z.dist[:], distBits, fixedDist[:], distSymbols[:])
		return nil
	case 2:
		if err := z.codes(); err != nil {
			return err // without tables there is no block to go on with
		}
		z.block = codedBlock
		return nil
	}
	return errDamaged
}

func (z *inflater) storedHeader() error {
	drop := z.bits & 7
	z.buf >>= drop
	z.bits -= drop
	size, err := z.need(16)
	if err != nil {
		return err
	}
	check, err := z.need(16)
	if err != nil {
		return err
	}
	if size != ^check&0xffff {
		return errDamaged
	}
	// Whole bytes that wait in the bit buffer go back to the input.
	z.pos -= int(z.bits / 8)
	z.buf, z.bits = 0, 0
	if z.pos > z.n {
		return errCutOff
	}
	z.block, z.left = storedBlock, int(size)
	return nil
}

var fixedLit, fixedDist = fixedCodes()

func fixedCodes() (lit [288]uint8, dist [32]uint8) {
	for i := range lit {
		switch {
		case i < 144, i >= 280:
			lit[i] = 8
		case i < 256:
			lit[i] = 9
		default:
			lit[i] = 7
		}
	}
	for i := range dist {
		dist[i] = 5
	}
	return lit, dist
}

var (
	lengthOrder   = [19]int{16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15}
	lengthSymbols = func() (s [19]uint32) {
		for i := range s {
			s[i] = uint32(i) << 16
		}
		return s
	}()
)

// codes reads the code lengths of a block with codes of its own.
func (z *inflater) codes() error {
	h, err := z.need(14)
	if err != nil {
		return err
	}
	lits, dists, n := int(h&31)+257, int(h>>5&31)+1, int(h>>10)+4
	var short [19]uint8
	for _, i := range lengthOrder[:n] {
		v, err := z.need(3)
		if err != nil {
			return err
		}
		short[i] = uint8(v)
	}
	var table [1 << 7]uint32
	if !buildTable(table[:], 7, short[:], lengthSymbols[:]) {
		return errDamaged
	}
	var lengths [288 + 32]uint8
	for i := 0; i < lits+dists; {
		s, err := z.symbol(&table)
		if err != nil {
			return err
		}
		if s < 16 {
			lengths[i] = uint8(s)
			i++
			continue
		}
		repeat, value, extra := 3, uint8(0), uint(3)
		switch {
		case s == 16:
			if i == 0 {
				return errDamaged
			}
			value, extra = lengths[i-1], 2
		case s == 18:
			repeat, extra = 11, 7
		}
		v, err := z.need(extra)
		if err != nil {
			return err
		}
		repeat += int(v)
		if i+repeat > lits+dists {
			return errDamaged
		}
		for range repeat {
			lengths[i] = value
			i++
		}
	}
	if lengths[256] == 0 ||
		!buildTable(z.lit[:], litBits, lengths[:lits], litSymbols[:]) ||
		!buildTable(z.dist[:], distBits, lengths[lits:lits+dists], distSymbols[:]) {
		return errDamaged
	}
	return nil
}

// symbol reads one code length symbol bit by bit as far as it needs.
func (z *inflater) symbol(table *[1 << 7]uint32) (uint32, error) {
	for {
		e := table[z.buf&0x7f]
		if l := uint(e & 0xff); e != noCode && l <= z.bits {
			z.buf >>= l
			z.bits -= l
			return e >> 16, nil
		}
		if z.bits >= 7 {
			return 0, errDamaged
		}
		had := z.bits
		v, err := z.need(had + 1) // brings in one more byte
		if err != nil {
			return 0, err
		}
		z.buf = z.buf<<(had+1) | uint64(v)
		z.bits += had + 1
	}
}

// decode unpacks symbols of a coded block until out is full up to limit, the
// input runs low, or the block ends.
func (z *inflater) decode(out []byte, n, limit int) (int, error) {
	in, pos, buf, have := z.in, z.pos, z.buf, z.bits
	out = out[:len(out):len(out)] // one length to check against
	stop := z.n - inSlack
	if z.eof {
		stop = z.n + 8 // fill finds out where the zeros behind the end were taken
	}
	var err error
loop:
	for n < limit && pos <= stop {
		buf |= binary.LittleEndian.Uint64(in[pos:pos+8:pos+8]) << (have & 63)
		pos += int((63 - have) >> 3)
		have |= 56
		e := z.lit[buf&(1<<litBits-1)]
		if e&isLiteral != 0 {
			// A literal takes at most litBits here, so there are bits for one
			// more, or for what follows after a refill.
			buf >>= e & 63
			have -= uint(e & 0xff)
			out[n] = byte(e >> 16)
			n++
			e = z.lit[buf&(1<<litBits-1)]
			if e&isLiteral != 0 {
				buf >>= e & 63
				have -= uint(e & 0xff)
				out[n] = byte(e >> 16)
				n++
				continue
			}
			buf |= binary.LittleEndian.Uint64(in[pos:pos+8:pos+8]) << (have & 63)
			pos += int((63 - have) >> 3)
			have |= 56
		}
		if e&(isSub|isEnd) != 0 {
			if e&isSub != 0 {
				buf >>= litBits
				have -= litBits
				e = z.lit[(e>>16+uint32(buf)&(1<<(e&31)-1))&uint32(len(z.lit)-1)]
				if e&isLiteral != 0 {
					buf >>= e & 63
					have -= uint(e & 0xff)
					out[n] = byte(e >> 16)
					n++
					continue
				}
			}
			if e&isEnd != 0 {
				if e == noCode {
					err = errDamaged
					break loop
				}
				buf >>= e & 63
				have -= uint(e & 0xff)
				z.block = noBlock
				break loop
			}
		}
		saved := buf
		buf >>= e & 63
		have -= uint(e & 0xff)
		length := int(e>>16) + int(saved&(1<<(e&63)-1)>>(e>>8&31))
		d := z.dist[buf&(1<<distBits-1)]
		if d&(isSub|isEnd) != 0 {
			if d&isSub != 0 {
				buf >>= distBits
				have -= distBits
				d = z.dist[(d>>16+uint32(buf)&(1<<(d&31)-1))&uint32(len(z.dist)-1)]
			}
			if d&isEnd != 0 {
				err = errDamaged
				break loop
			}
		}
		saved = buf
		buf >>= d & 63
		have -= uint(d & 0xff)
		back := int(d>>16) + int(saved&(1<<(d&63)-1)>>(d>>8&31))
		if back > n || back == 0 || length == 0 { // a damaged stream must not stand still
			err = errDamaged
			break loop
		}
		from := n - back
		switch {
		case back >= 16:
			// Nearly all matches are of 32 bytes or less: those take no branch
			// that depends on their length.
			to, of := (*[32]byte)(out[n:n+32:n+32]), (*[32]byte)(out[from:from+32:from+32])
			*(*[16]byte)(to[:16]) = *(*[16]byte)(of[:16])
			*(*[16]byte)(to[16:]) = *(*[16]byte)(of[16:])
			for i := 32; i < length; i += 16 {
				*(*[16]byte)(out[n+i:]) = *(*[16]byte)(out[from+i:])
			}
		case back >= 8:
			for i := 0; i < length; i += 8 {
				*(*[8]byte)(out[n+i:]) = *(*[8]byte)(out[from+i:])
			}
		default:
			for i := range length {
				out[n+i] = out[from+i]
			}
		}
		n += length
	}
	z.pos, z.bits = pos, have
	// A refill may have left bits above the valid ones.
	z.buf = buf & (1<<have - 1)
	return n, err
}
