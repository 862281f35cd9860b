package sheet

import (
	"context"
	"crypto/aes"
	"crypto/cipher"
	"crypto/sha1"
	"crypto/subtle"
	"encoding/binary"
)

// standard is the encryption of Excel 2007 ([MS-OFFCRYPTO] 2.3.4.5): AES block
// by block, the key by fifty thousand rounds of SHA-1.
type standard struct {
	keySize                  int // in bytes
	salt, verifier, expected []byte
	block                    cipher.Block
}

const standardSpins = 50_000

// newStandard reads what stands behind the version in the description.
func newStandard(info []byte) (*standard, error) {
	size := int(le32(info, 0))
	head := from(info, 4)
	if size < 20 || size > len(head) {
		return nil, errDamaged
	}
	rest := head[size:]
	s := &standard{keySize: int(le32(head, 16)) / 8}
	switch alg := le32(head, 8); {
	case alg != 0x660e && alg != 0x660f && alg != 0x6610, s.keySize != 16 && s.keySize != 24 && s.keySize != 32:
		return nil, errCrypt
	case len(rest) < 72:
		return nil, errDamaged
	}
	s.salt, s.verifier, s.expected = rest[4:20], rest[20:36], rest[40:72]
	return s, nil
}

func (s *standard) unlock(ctx context.Context, password string) error {
	h, err := spin(ctx, sha1.New(), s.salt, password, standardSpins)
	if err != nil {
		return err
	}
	sum := sha1.Sum(binary.LittleEndian.AppendUint32(h, 0))
	var key []byte
	for _, fill := range []byte{0x36, 0x5c} {
		pad := make([]byte, sha1.BlockSize)
		for i := range pad {
			pad[i] = fill
		}
		subtle.XORBytes(pad, pad, sum[:])
		half := sha1.Sum(pad)
		key = append(key, half[:]...)
	}
	if s.block, err = aes.NewCipher(key[:s.keySize]); err != nil {
		return errCrypt
	}
	var verifier [16]byte
	var expected [32]byte
	ecb(s.block, verifier[:], s.verifier)
	ecb(s.block, expected[:], s.expected)
	if got := sha1.Sum(verifier[:]); subtle.ConstantTimeCompare(got[:], expected[:len(got)]) != 1 {
		return errWrongPwd
	}
	return nil
}

func (s *standard) segment(_ int, dst, src []byte) { ecb(s.block, dst, src) }
