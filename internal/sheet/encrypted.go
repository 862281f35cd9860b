package sheet

import (
	"bytes"
	"context"
	"errors"
	"regexp"
	"strconv"

	"github.com/xuri/excelize/v2"
)

// An encrypted workbook is a compound file with the package in it; excelize
// undoes the encryption, the rest is done as for any package.
func isEncrypted(s *source) bool { return s.cfb != nil && s.cfb.has("EncryptedPackage") }

// maxSpin bounds the rounds of hashing that a file may ask for; Office asks
// for 100,000.
const maxSpin = 10_000_000

var spinCount = regexp.MustCompile(`spinCount="(\d+)"`)

func openEncrypted(ctx context.Context, s *source) (reader, error) {
	info, err := s.cfb.stream("EncryptionInfo")
	if err != nil {
		return nil, err
	}
	for _, m := range spinCount.FindAllSubmatch(info, -1) {
		if n, err := strconv.Atoi(string(m[1])); err != nil || n > maxSpin {
			return nil, errCrypt
		}
	}
	password := s.opts.Password
	if password == "" {
		password = defaultPassword
	}
	plain, err := excelize.Decrypt(s.cfb.data, &excelize.Options{Password: password})
	switch {
	case errors.Is(err, excelize.ErrUnsupportedEncryptMechanism):
		return nil, errCrypt
	case err == nil && bytes.HasPrefix(plain, []byte("PK\x03\x04")):
	case s.opts.Password == "":
		return nil, errPassword
	default:
		return nil, errWrongPwd
	}
	inner, err := newSource(s.path, bytes.NewReader(plain), int64(len(plain)), s.opts)
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
