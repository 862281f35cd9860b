package sheet

import (
	"context"
	"crypto/cipher"
	"encoding/binary"
	"io"
)

// An encrypted workbook is a compound file with the package in it
// ([MS-OFFCRYPTO] 2.3.4). The package is decrypted where it is read, so a first
// look takes no longer than the password does.
func isEncrypted(s *source) bool { return s.cfb != nil && s.cfb.has("EncryptedPackage") }

// segmentSize is how much of a package is encrypted in one go.
const segmentSize = 4096

// unlocker undoes one kind of encryption.
type unlocker interface {
	// unlock tries a password; the error is errWrongPwd where it is not the one,
	// errCrypt for what is not known, or the context's.
	unlock(ctx context.Context, password string) error
	// segment decrypts segment i of the package; dst and src do not overlap and
	// are whole blocks of the cipher.
	segment(i int, dst, src []byte)
}

func openEncrypted(ctx context.Context, s *source) (reader, error) {
	info, err := s.cfb.stream("EncryptionInfo")
	if err != nil {
		return nil, err
	}
	var u unlocker
	switch major, minor := le16(info, 0), le16(info, 2); {
	case major == 4 && minor == 4:
		u, err = newAgile(from(info, 8))
	case major >= 2 && major <= 4 && minor == 2:
		u, err = newStandard(from(info, 8))
	default:
		err = errCrypt
	}
	if err != nil {
		return nil, err
	}
	password := s.opts.Password
	if password == "" {
		password = defaultPassword
	}
	if err = u.unlock(ctx, password); err == errWrongPwd && s.opts.Password == "" {
		err = errPassword
	}
	if err != nil {
		return nil, err
	}
	locked, err := s.cfb.stream("EncryptedPackage")
	if err != nil {
		return nil, err
	}
	if len(locked) < 8 {
		return nil, errCutOff
	}
	size := binary.LittleEndian.Uint64(locked)
	locked = locked[8:]
	locked = locked[:len(locked)/16*16]
	p := &lockedPackage{unlocker: u, data: locked, size: int64(min(size, uint64(len(locked))))}
	s.cfb = nil // its bytes are not needed twice
	inner, err := newSource(s.path, p, p.size, s.opts)
	if err != nil {
		return nil, err
	}
	for _, f := range []format{xlsxFormat, xlsbFormat} {
		if f.is(inner) {
			r, err := f.open(ctx, inner)
			return unlocked{r, f.id}, err
		}
	}
	return nil, errDamaged
}

// unlocked is a reader with the format found inside the encryption.
type unlocked struct {
	reader
	format string
}

// lockedPackage decrypts a package where it is read.
type lockedPackage struct {
	unlocker
	data []byte
	size int64
}

// ReadAt implements io.ReaderAt.
func (p *lockedPackage) ReadAt(b []byte, off int64) (n int, err error) {
	var plain [segmentSize]byte
	for n < len(b) && off < p.size {
		i := int(off / segmentSize)
		src := p.data[i*segmentSize : min(len(p.data), (i+1)*segmentSize)]
		p.segment(i, plain[:len(src)], src)
		end := min(int64(len(src)), p.size-int64(i)*segmentSize)
		k := copy(b[n:], plain[off%segmentSize:end])
		n += k
		off += int64(k)
	}
	if n < len(b) {
		return n, io.EOF
	}
	return n, nil
}

// ecb decrypts block by block, each on its own.
func ecb(c cipher.Block, dst, src []byte) {
	for size := c.BlockSize(); len(src) >= size; dst, src = dst[size:], src[size:] {
		c.Decrypt(dst, src)
	}
}
