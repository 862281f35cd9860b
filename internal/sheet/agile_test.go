package sheet

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/sha512"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"os"
	"strings"
	"testing"

	"tallyboard/internal/fault"
)

// agileOf encrypts a package as Excel has done since 2010 ([MS-OFFCRYPTO]
// 2.3.4.10): AES-256 in segments of 4096 bytes, the key under one that comes of
// the password by many rounds of SHA-512.
func agileOf(tb testing.TB, plain []byte, password string, spins int) []byte {
	tb.Helper()
	salt, keySalt, secret := []byte("0123456789abcdef"), []byte("fedcba9876543210"), []byte(strings.Repeat("geheim!?", 4))
	hash := func(parts ...[]byte) []byte {
		var all []byte
		for _, p := range parts {
			all = append(all, p...)
		}
		h := sha512.Sum512(all)
		return h[:]
	}
	count := func(i int) []byte { return binary.LittleEndian.AppendUint32(nil, uint32(i)) }
	seal := func(key, iv, b []byte) []byte {
		block, err := aes.NewCipher(key)
		if err != nil {
			tb.Fatal(err)
		}
		b = append([]byte(nil), b...)
		for len(b)%aes.BlockSize != 0 {
			b = append(b, 0)
		}
		cipher.NewCBCEncrypter(block, iv[:aes.BlockSize]).CryptBlocks(b, b)
		return b
	}
	h := hash(salt, []byte(wide(password)))
	for i := range spins {
		h = hash(count(i), h)
	}
	under := func(block string, b []byte) string {
		return base64.StdEncoding.EncodeToString(seal(hash(h, []byte(block))[:32], salt, b))
	}
	b64 := base64.StdEncoding.EncodeToString
	verifier := []byte("sixteen bytes ok")
	common := `blockSize="16" keyBits="256" hashSize="64" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" hashAlgorithm="SHA512"`
	info := "\x04\x00\x04\x00\x40\x00\x00\x00" + fmt.Sprintf(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<encryption xmlns="http://schemas.microsoft.com/office/2006/encryption" xmlns:p="http://schemas.microsoft.com/office/2006/keyEncryptor/password"><keyData saltSize="16" %s saltValue="%s"/><dataIntegrity encryptedHmacKey="" encryptedHmacValue=""/><keyEncryptors><keyEncryptor uri="http://schemas.microsoft.com/office/2006/keyEncryptor/password"><p:encryptedKey spinCount="%d" saltSize="16" %s saltValue="%s" encryptedVerifierHashInput="%s" encryptedVerifierHashValue="%s" encryptedKeyValue="%s"/></keyEncryptor></keyEncryptors></encryption>`,
		common, b64(keySalt), spins, common, b64(salt),
		under("\xfe\xa7\xd2\x76\x3b\x4b\x9e\x79", verifier), under("\xd7\xaa\x0f\x6d\x30\x61\x34\x4e", hash(verifier)), under("\x14\x6e\x0b\xe7\xab\xac\xd0\xd6", secret))
	body := binary.LittleEndian.AppendUint64(nil, uint64(len(plain)))
	for i := 0; i*4096 < len(plain); i++ {
		body = append(body, seal(secret, hash(keySalt, count(i)), plain[i*4096:min(len(plain), (i+1)*4096)])...)
	}
	return compoundOf([2]string{"EncryptionInfo", info}, [2]string{"EncryptedPackage", string(body)})
}

func TestAgileEncryption(t *testing.T) {
	plain, err := os.ReadFile("testdata/books/openpyxl-mixed.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	locked := agileOf(t, plain, "密码pw", 1000)
	want, err := openBytes(plain, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for password, code := range map[string]string{"": "sheet.password", "pw": "sheet.wrongpassword", "密码pw": ""} {
		b, err := openBytes(locked, Options{Password: password})
		if code != "" {
			if !fault.Is(err, code) {
				t.Errorf("%q: got %v, want %s", password, err, code)
			}
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		g, err := b.Read(t.Context(), 0, 0)
		if err != nil {
			t.Fatal(err)
		}
		w, err := want.Read(t.Context(), 0, 0)
		if err != nil {
			t.Fatal(err)
		}
		if show(g) != show(w) || g.Rows() < 40 {
			t.Errorf("%d rows differ from those before the encryption", g.Rows())
		}
	}
}
