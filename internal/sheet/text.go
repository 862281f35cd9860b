package sheet

import (
	"bytes"
	"context"
	"io"

	"golang.org/x/text/transform"
)

// textFile is delimited text: csv, tsv, txt.
type textFile struct {
	src   *source
	enc   charset
	sure  bool // the encoding is known; else all text so far is ASCII
	skip  int64
	delim byte // 0 where the text is one column
	// decoded: the stream is turned into UTF-8 before it is cut into fields,
	// because a delimiter or a newline cannot be told in the raw bytes.
	decoded bool
	oldMac  bool // records end with a carriage return alone
}

// format names the file by its delimiter.
func (t *textFile) format() string {
	switch t.delim {
	case '\t':
		return "tsv"
	case 0, blanks1, blanks2:
		return "txt"
	}
	return "csv"
}

func (t *textFile) sheets() []Info { return []Info{{}} }

// otherTexts are the beginnings of text that is no table: PDF, RTF, XML, JSON.
var otherTexts = []string{"%PDF", "{\\rtf", "<?xml", "{\"", "[{"}

// isText accepts what has hardly any control characters.
func isText(s *source) bool {
	if s.zip != nil || s.zipErr != nil || s.cfb != nil || s.cfbErr != nil {
		return false
	}
	b := textHead(s)
	for _, other := range otherTexts {
		if bytes.HasPrefix(bytes.TrimLeft(b, " \t\r\n"), []byte(other)) {
			return false
		}
	}
	bad := 0
	for _, c := range b {
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v' && c != 0x1a {
			bad++
		}
	}
	return bad <= len(b)/200
}

// textHead is the head of the file as UTF-8 where it is UTF-16, without a
// mark; else as it is.
func textHead(s *source) []byte {
	enc, n := bomOf(s.head)
	if n == 0 {
		enc, _ = charsetOf(s.head)
	}
	b := s.head[n:]
	if enc.wide() {
		b, _, _ = transform.Bytes(enc.decoder(), b[:len(b)&^1])
	}
	return b
}

func openText(_ context.Context, s *source) (reader, error) {
	t := &textFile{src: s, sure: true}
	enc, n := bomOf(s.head)
	t.enc, t.skip = enc, int64(n)
	if n == 0 {
		sample, err := textSample(s)
		if err != nil {
			return nil, err
		}
		t.enc, t.sure = charsetOf(sample)
	}
	head := textHead(s)
	if len(bytes.TrimSpace(head)) == 0 && s.size <= headSize {
		return nil, errEmpty
	}
	if !bytes.Contains(head, []byte("\n")) && bytes.Contains(head, []byte("\r")) {
		t.oldMac = true
		head = bytes.ReplaceAll(head, []byte("\r"), []byte("\n"))
	}
	// Excel's own way of naming the delimiter; the line is not a row.
	if len(head) > 5 && bytes.EqualFold(head[:4], []byte("sep=")) && (head[5] == '\n' || head[5] == '\r') {
		t.delim = head[4]
		end := bytes.IndexByte(head, '\n') + 1
		t.skip += int64(end)
		if t.enc.wide() {
			t.skip += int64(end)
		}
	} else {
		t.delim = delimiterOf(head)
	}
	// The second byte of a character may look like a bar, but never like the
	// other delimiters, quotes, digits or line ends.
	t.decoded = t.enc.wide() || t.enc != utf8Text && t.delim >= '@' && t.delim < blanks2
	return t, nil
}

// textSample is what the encoding is judged by: the head, and pieces from the
// rest of the file where the head is plain ASCII.
func textSample(s *source) ([]byte, error) {
	if _, sure := charsetOf(s.head); sure || s.size <= headSize {
		return s.head, nil
	}
	const pieces, length = 16, 16 << 10
	out := bytes.Clone(s.head)
	for i := int64(1); i <= pieces; i++ {
		b := make([]byte, length)
		n, err := s.r.ReadAt(b, max(headSize, (s.size-length)*i/pieces))
		if err != nil && err != io.EOF {
			return nil, err
		}
		// Begin behind a newline, not in the middle of a character.
		b = b[:n]
		b = b[bytes.IndexByte(b, '\n')+1:]
		out = append(out, b[:bytes.LastIndexByte(b, '\n')+1]...)
	}
	return out, nil
}

// stream is the text from its first record on.
func (t *textFile) stream(ctx context.Context) filler {
	m := t.src.meter(ctx, t.src.size)
	r := m.reader(io.NewSectionReader(t.src.r, t.skip, t.src.size-t.skip))
	if t.decoded {
		r = transform.NewReader(r, t.enc.decoder())
	}
	return plainFiller{r}
}

// charset is the encoding of the bytes in stream.
func (t *textFile) charset() charset {
	if t.decoded {
		return utf8Text
	}
	return t.enc
}
