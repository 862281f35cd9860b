package sheet

import (
	"bytes"
	"io"

	"golang.org/x/text/transform"
)

// decoded is the whole file as a stream of UTF-8, whatever its encoding, with
// the name of that. What a file declares about itself is often wrong, so the
// bytes decide.
func (s *source) decoded(m *meter) (io.Reader, charset, error) {
	enc, n := bomOf(s.head)
	if n == 0 {
		sample, err := textSample(s)
		if err != nil {
			return nil, enc, err
		}
		enc, _ = charsetOf(sample)
	}
	var r io.Reader = io.NewSectionReader(s.r, int64(n), s.size-int64(n))
	if m != nil {
		r = m.reader(r)
	}
	if d := enc.decoder(); d != nil {
		r = transform.NewReader(r, d)
	}
	return r, enc, nil
}

// markup is the lower-cased head of a file that begins like markup; nil where
// it does not.
func markup(s *source) []byte {
	b := bytes.TrimLeft(textHead(s), " \t\r\n")
	if len(b) == 0 || b[0] != '<' {
		return nil
	}
	return bytes.ToLower(b)
}
