package sheet

import (
	"crypto/md5"
	"crypto/rc4"
	"crypto/subtle"
	"encoding/binary"
	"unicode/utf16"
)

// defaultPassword is what Excel encrypts with where it only wants to protect
// the structure of a workbook: everyone may read it.
const defaultPassword = "VelvetSweatshop"

// decrypt undoes the RC4 encryption of an .xls ([MS-XLS] 2.2.10, [MS-OFFCRYPTO]
// 2.3.6). b is the record that announces it. The other kinds, XOR and those
// with a cryptographic provider, are refused.
func (f *xlsFile) decrypt(b []byte) error {
	if le16(b, 0) != 1 || le16(b, 2) != 1 || len(b) < 54 {
		return errCrypt
	}
	salt, verifier, hash := b[6:22], b[22:38], b[38:54]
	try := defaultPassword
	if f.src.opts.Password != "" {
		try = f.src.opts.Password
	}
	key := rc4Base(try, salt)
	c, err := rc4Block(key, 0)
	if err != nil {
		return err
	}
	plain := make([]byte, 32)
	c.XORKeyStream(plain, append(append([]byte(nil), verifier...), hash...))
	if sum := md5.Sum(plain[:16]); subtle.ConstantTimeCompare(sum[:], plain[16:]) != 1 {
		if f.src.opts.Password == "" {
			return errPassword
		}
		return errWrongPwd
	}
	f.book, err = rc4Stream(f.book, key)
	return err
}

// rc4Base derives the 40 bits that the keys of all blocks begin with.
func rc4Base(password string, salt []byte) []byte {
	var pw []byte
	for _, u := range utf16.Encode([]rune(password)) {
		pw = binary.LittleEndian.AppendUint16(pw, u)
	}
	h := md5.Sum(pw)
	var mix []byte
	for range 16 {
		mix = append(append(mix, h[:5]...), salt...)
	}
	h = md5.Sum(mix)
	return h[:5]
}

// rc4Block is the cipher at the start of a block of 1024 bytes.
func rc4Block(key []byte, block uint32) (*rc4.Cipher, error) {
	h := md5.Sum(binary.LittleEndian.AppendUint32(append([]byte(nil), key...), block))
	return rc4.NewCipher(h[:])
}

// rc4Stream decrypts the bodies of all records but those that are never
// encrypted; the headers count in the key stream all the same.
func rc4Stream(b, key []byte) ([]byte, error) {
	const blockSize = 1024
	stream := make([]byte, len(b))
	for at := 0; at < len(b); at += blockSize {
		c, err := rc4Block(key, uint32(at/blockSize))
		if err != nil {
			return nil, err
		}
		part := stream[at:min(len(b), at+blockSize)]
		c.XORKeyStream(part, part)
	}
	out := append([]byte(nil), b...)
	r := biffRecords{b: b}
	for {
		start := r.at
		id, body, ok := r.next()
		if !ok {
			return out, nil
		}
		first := start + 4
		switch id {
		case biffBOF, biffFilePass, 0xe1, 0x138, 0x194, 0x195, 0x196:
			continue
		case biffSheet:
			first += 4 // the offset of the sheet stays plain
		}
		for i := first; i < start+4+len(body); i++ {
			out[i] = b[i] ^ stream[i]
		}
	}
}
