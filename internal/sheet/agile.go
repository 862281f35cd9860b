package sheet

import (
	"bytes"
	"context"
	"crypto/aes"
	"crypto/cipher"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"crypto/subtle"
	"encoding/base64"
	"encoding/binary"
	"hash"
	"strconv"
	"strings"
	"unicode/utf16"
)

// agile is the encryption of Excel since 2010 ([MS-OFFCRYPTO] 2.3.4.10): AES
// chained in segments, a key of its own for the package, which stands in the
// description encrypted under the password.
type agile struct {
	data, password agileKey
	spins          int
	input          []byte // encrypted: a random text …
	expected       []byte // … and its hash, by which a password is known
	secret         []byte // encrypted: the key of the package
	block          cipher.Block
}

// agileKey says how a key is made and used.
type agileKey struct {
	salt    []byte
	newHash func() hash.Hash
	keySize int // in bytes
}

// maxSpin bounds the rounds of hashing that a file may ask for; Office asks
// for 100,000.
const maxSpin = 10_000_000

// newAgile reads the description, which is XML.
func newAgile(info []byte) (*agile, error) {
	a := &agile{}
	var x xmlScan
	x.reset(bytes.TrimRight(info, "\x00"))
	for {
		t, err := x.next()
		switch {
		case err != nil:
			return nil, err
		case t == xmlEnd:
			if a.data.salt == nil || a.secret == nil {
				return nil, errCrypt // opened by something else than a password
			}
			return a, nil
		case t != xmlOpen:
		case string(x.name) == "keyData":
			if err := a.data.read(&x); err != nil {
				return nil, err
			}
		case string(x.name) == "encryptedKey" && x.attr("encryptedKeyValue") != nil && x.attr("spinCount") != nil:
			if err := a.password.read(&x); err != nil {
				return nil, err
			}
			if a.spins, err = strconv.Atoi(x.attrText("spinCount")); err != nil || a.spins < 0 || a.spins > maxSpin {
				return nil, errCrypt
			}
			a.input, a.expected, a.secret = attrBytes(&x, "encryptedVerifierHashInput"), attrBytes(&x, "encryptedVerifierHashValue"), attrBytes(&x, "encryptedKeyValue")
		}
	}
}

func attrBytes(x *xmlScan, name string) []byte {
	b, err := base64.StdEncoding.DecodeString(x.attrText(name))
	if err != nil {
		return nil // no whole block, and so refused
	}
	return b
}

var agileHashes = map[string]func() hash.Hash{"SHA1": sha1.New, "SHA-1": sha1.New, "SHA256": sha256.New, "SHA384": sha512.New384, "SHA512": sha512.New}

func (k *agileKey) read(x *xmlScan) error {
	bits, err := strconv.Atoi(x.attrText("keyBits"))
	k.newHash = agileHashes[strings.ToUpper(x.attrText("hashAlgorithm"))]
	if err != nil || bits != 128 && bits != 192 && bits != 256 || k.newHash == nil ||
		x.attrText("cipherAlgorithm") != "AES" || x.attrText("cipherChaining") != "ChainingModeCBC" {
		return errCrypt
	}
	k.keySize = bits / 8
	if k.salt = attrBytes(x, "saltValue"); len(k.salt) == 0 {
		return errDamaged
	}
	return nil
}

// fit cuts a hash to n bytes, or fills it up as the standard has it.
func fit(h []byte, n int) []byte {
	for len(h) < n {
		h = append(h, 0x36)
	}
	return h[:n]
}

// What the keys for the three encrypted texts are made with.
var (
	agileInput  = []byte{0xfe, 0xa7, 0xd2, 0x76, 0x3b, 0x4b, 0x9e, 0x79}
	agileHash   = []byte{0xd7, 0xaa, 0x0f, 0x6d, 0x30, 0x61, 0x34, 0x4e}
	agileSecret = []byte{0x14, 0x6e, 0x0b, 0xe7, 0xab, 0xac, 0xd0, 0xd6}
)

func (a *agile) unlock(ctx context.Context, password string) error {
	k := &a.password
	h := k.newHash()
	spun, err := spin(ctx, h, k.salt, password, a.spins)
	if err != nil {
		return err
	}
	open := func(with, b []byte) ([]byte, error) {
		h.Reset()
		h.Write(spun)
		h.Write(with)
		block, err := aes.NewCipher(fit(h.Sum(nil), k.keySize))
		if err != nil || len(b) == 0 || len(b)%aes.BlockSize != 0 {
			return nil, errDamaged
		}
		out := make([]byte, len(b))
		cipher.NewCBCDecrypter(block, fit(bytes.Clone(k.salt), aes.BlockSize)).CryptBlocks(out, b)
		return out, nil
	}
	input, err := open(agileInput, a.input)
	if err != nil {
		return err
	}
	expected, err := open(agileHash, a.expected)
	if err != nil {
		return err
	}
	h.Reset()
	h.Write(input[:min(len(input), len(k.salt))])
	if got := h.Sum(nil); len(expected) < len(got) || subtle.ConstantTimeCompare(got, expected[:len(got)]) != 1 {
		return errWrongPwd
	}
	secret, err := open(agileSecret, a.secret)
	if err != nil {
		return err
	}
	if len(secret) < a.data.keySize {
		return errDamaged
	}
	if a.block, err = aes.NewCipher(secret[:a.data.keySize]); err != nil {
		return errCrypt
	}
	return nil
}

func (a *agile) segment(i int, dst, src []byte) {
	h := a.data.newHash()
	h.Write(a.data.salt)
	h.Write(binary.LittleEndian.AppendUint32(nil, uint32(i)))
	cipher.NewCBCDecrypter(a.block, fit(h.Sum(nil), aes.BlockSize)).CryptBlocks(dst, src)
}

// spin hashes salt and password, and what comes of it again and again.
func spin(ctx context.Context, h hash.Hash, salt []byte, password string, times int) ([]byte, error) {
	h.Reset()
	h.Write(salt)
	for _, u := range utf16.Encode([]rune(password)) {
		h.Write([]byte{byte(u), byte(u >> 8)})
	}
	sum := h.Sum(nil)
	var count [4]byte
	for i := range times {
		if i&0xfff == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		binary.LittleEndian.PutUint32(count[:], uint32(i))
		h.Reset()
		h.Write(count[:])
		h.Write(sum)
		sum = h.Sum(sum[:0])
	}
	return sum, nil
}
